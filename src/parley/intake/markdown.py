"""Markdown: front matter between `---` (simple pairs) or `+++` (TOML), then text whose markup is taken off."""

from __future__ import annotations

import re
import tomllib

from parley.intake.draft import Draft, draft_with, fields_of
from parley.intake.plain import first_line_title, split_headers
from parley.intake.tidying import tidied

_FENCED = re.compile(
    r"(?s)\A\s*(?:---[ \t]*\n(?P<pairs>.*?\n)?(?:---|\.\.\.)"
    r"|\+\+\+[ \t]*\n(?P<toml>.*?\n)?\+\+\+)[ \t]*(?:\n|\Z)"
)
_PAIR = re.compile(r"([A-Za-z_-]+)[ \t]*:[ \t]*(.*?)[ \t]*")
_COMMENT = re.compile(r"[ \t]+#.*")
_HEADING = re.compile(r"(?m)^#{1,6}[ \t]+(.*?)[ \t]*#*$")
_MARKUP = (
    (re.compile(r"(?s)<!--.*?-->"), ""),
    (re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"), ""),
    (re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"(?m)^[ \t]*(?:-[ \t]*){3,}$|^[ \t]*(?:\*[ \t]*){3,}$"), ""),
    (re.compile(r"(?m)^(?:>[ \t]?)+"), ""),
    (re.compile(r"(\*\*|__)(?=\S)([^\n]+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=[^\s_])([^_\n]+?)(?<=\S)_(?!\w)"), r"\1"),
)


def draft_of_markdown(raw: str) -> Draft:
    """The draft of a Markdown text; the title is the front matter's, else the first heading's or line's."""
    raw = raw.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    pairs, doubts, body = _front_matter(raw)
    heading = _HEADING.match(body.lstrip())
    text = tidied(without_markup(body))
    if not pairs:
        pairs, text = split_headers(text)
    fields = fields_of(pairs)
    if title := without_markup(heading[1]) if heading else first_line_title(text):
        fields.setdefault("title", title)
    return draft_with(text, fields, doubts)


def without_markup(body: str) -> str:
    r"""A text without marks of headings, emphasis, links, pictures and quotation.

    >>> without_markup("# Talks\n\nThey *met* [again](https://x.example).")
    'Talks\n\nThey met again.'
    """
    body = _HEADING.sub(r"\1", body)
    for mark, instead in _MARKUP:
        body = mark.sub(instead, body)
    return body


def _front_matter(raw: str) -> tuple[dict[str, str], tuple[tuple[str, str], ...], str]:
    """The pairs of a front matter, what of it had to be let go, and the text below."""
    m = _FENCED.match(raw)
    if m is None or not _all_pairs(m["pairs"]):
        return {}, (), raw
    below = raw[m.end() :]
    if m["toml"] is None:
        return _pairs(m["pairs"] or ""), (), below
    try:
        return _plain_values(tomllib.loads(m["toml"])), (), below
    except tomllib.TOMLDecodeError as e:
        why = f"its front matter between +++ is not TOML ({e}), so the report is kept without it"
        return {}, ((why, 'write pairs such as title = "Envoys meet"'),), below


def _all_pairs(block: str | None) -> bool:
    """Whether a block between `---` is one of pairs and not a text between two rules."""
    lines = [line for line in (block or "").split("\n") if line.strip() and not line.startswith((" ", "\t", "#", "- "))]
    return all(map(_PAIR.fullmatch, lines))


def _pairs(block: str) -> dict[str, str]:
    """`key: value` lines; quotes and comments are taken off, nested lines and lists passed over."""
    pairs: dict[str, str] = {}
    for line in block.split("\n"):
        if m := _PAIR.fullmatch(line):
            value = m[2]
            quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
            value = value[1:-1] if quoted else _COMMENT.sub("", value)
            if value not in (">", "|", ">-", "|-"):
                pairs.setdefault(m[1], value)
    return pairs


def _plain_values(table: dict[str, object]) -> dict[str, str]:
    return {k: str(v) for k, v in table.items() if not isinstance(v, (dict, list))}
