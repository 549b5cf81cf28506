"""What in a mail its sender did not write: quoted replies and signatures."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FORWARDED = re.compile(r"(?i)^\s*(?:fwd?|wg|tr|rv|i)\s*:")
_SIGNATURE = re.compile(r"(?m)^-- ?$")
LONGEST_SIGNATURE = 12
"""Lines; two hyphens with more below them part the items of a newsletter."""
_QUOTED = re.compile(r"^[ \t]?(?:>[ \t]?)+")
_ATTRIBUTION = re.compile(
    r"(?im)^(?:(?:on|am|le|el|il|op|em|den|в|[0-9])\b[^\n]{0,200}\n)?(?![ \t]*>)[^\n]{0,200}"
    r"\b(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|написал\(?а?\)?)"
    r"[^\n]{0,40}:[ \t]*\n(?=\s*>)"
)
_BELOW = re.compile(
    r"(?im)^[ \t]*-{2,}[ \t]*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original)"
    r"[ \t]*-{2,}.*$"
    r"|^_{20,}[ \t]*\n+[ \t]*\*?from:\*?[ \t].*$"
    r"|^[ \t]*\*?from:\*?[ \t].*\n(?:.*\n)?[ \t]*\*?(?:sent|date):\*?[ \t].*$"
)


@dataclass(frozen=True, slots=True)
class Own:
    """A mail's own words, and what was let go."""

    text: str
    quoted: bool = False
    signed: bool = False


def own_words(text: str, subject: str = "") -> Own:
    r"""A mail's text without replies that it quotes and without signature.

    What is forwarded, or stands in a mail that holds nothing else, is the mail's matter and stays.

    >>> own_words("They met.\n\nOn Monday, A. B. wrote:\n> Did they?\n-- \nC. D.")
    Own(text='They met.', quoted=True, signed=True)
    """
    if _FORWARDED.match(subject):
        return Own(text)
    text = text.replace("\r\n", "\n")
    above = _BELOW.split(text, maxsplit=1)[0]
    unsigned = _unsigned(above)
    bare = _ATTRIBUTION.sub("", unsigned + "\n")
    kept = "\n".join(line for line in bare.split("\n") if not _QUOTED.match(line)).strip()
    if not kept:
        return Own("\n".join(_QUOTED.sub("", line) for line in text.split("\n")))
    return Own(kept, _has_quotes(text, above, unsigned), unsigned != above)


def _unsigned(text: str) -> str:
    """A text without its signature: what follows the last line of two hyphens, if that is not much."""
    marks = list(_SIGNATURE.finditer(text))
    last = marks[-1] if marks else None
    return text[: last.start()] if last and text.count("\n", last.end()) <= LONGEST_SIGNATURE else text


def _has_quotes(text: str, above: str, unsigned: str) -> bool:
    return above != text or any(map(_QUOTED.match, unsigned.split("\n")))
