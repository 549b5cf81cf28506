"""Credits: whose picture, line or saying it is, told by a name alone: "Image: Ann Lee", "— Ann Lee", "(source: …)"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.reading.document import Document, Token

CREDITED = frozenset({
    "image", "images", "photo", "photos", "photograph", "picture", "video", "audio", "source", "sources", "credit",
    "credits", "map", "graphic", "illustration", "copyright", "drawing", "infographic", "footage", "courtesy",
})  # fmt: skip
"""Words before a colon that credit a picture or line; whoever follows is no speaker."""
_MARKS = frozenset({":", ";"})
_UNMARKED = frozenset({"copyright", "©"})
_DASHES = frozenset({"—", "–", "--", "-", "―"})
_ENDS = frozenset({".", "!", "?", '"', "''", "”", "…", "]", ")", "]."})
_INSIDE = frozenset({"of", "the", "de", "van", "von", "al", "bin", "&", "and", "for", "-"})
_BREAKS = frozenset({",", ";", "(", ")", "/"})
_LONGEST = 9
_SHORT = 4
"""A sentence of so few words before a credit is a part of what is credited, with the one before it."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Tokens `first` up to `last` are credited to the name whose tokens are `name`, one at least."""

    first: int
    last: int
    name: tuple[Token, ...]


def credits_of(doc: Document) -> Iterator[Credit]:
    """Every credit, in the order of the text."""
    for t in doc.tokens:
        start = _name_at(doc, t)
        if start is None:
            continue
        name = _name(doc, start)
        told = _credited(doc, t) if name else None
        if told is not None:
            yield Credit(*told, name)


def _name_at(doc: Document, t: Token) -> int | None:
    """Where a name would begin that a word or a dash announces."""
    after = doc.tokens[t.i + 1] if t.i + 1 < len(doc.tokens) else None
    if after is None:
        return None
    if t.lower in CREDITED and after.text in _MARKS:
        return t.i + 2
    if t.lower in _UNMARKED:
        return t.i + 1
    ends = t.i > 0 and doc.tokens[t.i - 1].text in _ENDS
    return t.i + 1 if ends and t.text in _DASHES else None


def _name(doc: Document, start: int) -> tuple[Token, ...]:
    """The capitalised words from a place on; none where anything but a name's end follows them: that is no credit."""
    name: list[Token] = []
    for t in doc.tokens[start : start + _LONGEST]:
        broken = t.i > start and "\n" in doc.text[doc.tokens[t.i - 1].end : t.start]
        if broken or t.text in _ENDS or t.text in _BREAKS:
            return tuple(name)
        if t.pos == "VERB" or not (t.text[:1].isupper() or t.lower in _INSIDE):
            return ()
        if t.lower not in _INSIDE:
            name.append(t)
    return tuple(name) if start + _LONGEST >= len(doc.tokens) else ()


def _credited(doc: Document, t: Token) -> tuple[int, int] | None:
    """What is credited: what stands before in the sentence, else the sentence before, else the word itself."""
    s = doc.sentence_of(t)
    before = [k for k in doc.tokens[s.first : t.i] if k.pos != "PUNCT"]
    if before:
        return before[0].i, before[-1].i + 1
    if s.index:
        last = doc.sentences[s.index - 1]
        short = s.index > 1 and last.last - last.first <= _SHORT
        return (doc.sentences[s.index - 2] if short else last).first, last.last
    return (t.i, t.i + 1) if t.lower in CREDITED else None
