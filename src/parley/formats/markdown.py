"""Words in Markdown as Obsidian reads it, that mean nothing but themselves; front matter in YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from parley.formats.telling import plain

Field = str | int | float | bool | None | Iterable[str]
_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~=$%^&:@.])")
_MEANT = re.compile(r"[\\`*_{}\[\]<>#|~=$%^&]|(?<=\s)[@]|^[-+>]|^\d+[.)]|://|www\.", re.M)

_IN_LINKS = re.compile(r"[\[\]|\\`<>%#$=*_~]+")
"""What a link's words leave out: there is no way to write it there that every program reads alike."""


def literal(words: str) -> str:
    r"""Words on one line whose signs are no markup, no link, no tag and no comment.

    >>> print(literal("a [[b]] #c"))
    a \[\[b\]\] \#c
    """
    return _MEANT.sub(lambda m: _SIGNS.sub(r"\\\1", m[0]), plain(words))


def wikilink(file: str, words: str) -> str:
    """A link to a note, shown in some words; the name is one that `file_names` made."""
    shown = plain(_IN_LINKS.sub(" ", words))
    return f"[[{file}]]" if not shown or shown == file else f"[[{file}|{shown}]]"


def weblink(words: str, url: str | None) -> str:
    """Words that lead to an address of the web; the words alone where there is none."""
    return f"[{literal(words)}](<{url}>)" if url else literal(words)


def front_matter(fields: Mapping[str, Field]) -> str:
    """YAML between rules: texts quoted as JSON quotes them, which YAML reads alike; what is empty is left out."""
    rows = [f"{name}: {told}" for name, value in fields.items() if (told := _yaml(value))]
    return "---\n" + "\n".join(rows) + "\n---\n"


def _yaml(value: Field) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _quoted(value) if plain(value) else ""
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    several = [_quoted(v) for v in value if plain(v)]
    return f"[{', '.join(several)}]" if several else ""


def _quoted(words: str) -> str:
    return json.dumps(plain(words), ensure_ascii=False)
