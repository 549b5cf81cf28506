"""A quote as a line shows it: the paragraph that tells the thing, with the word that says it picked out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.brief.citations import Citations, Cite
from parley.terms.statement import Mention, Statement, Talk

_MOST = 640
"""Characters of a quote that a line shows; the source at the end of the page has it whole."""
_NEAR = 60
"""Characters on either side of the head where a quote is shown again."""
_REACH = 280
"""Characters shown on either side of the word that says it, where a quote is longer than that."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A quote's words `before`, at and after the `head`, the word that says it ("" where it is not known).

    What is left out at either end is marked with an ellipsis; every other character is the report's own.
    """

    cite: Cite
    before: str
    head: str
    after: str

    @property
    def near(self) -> Excerpt:
        """Only the words around the head, for a line that stands below another one with the same quote."""
        if not self.head or len(self.before) + len(self.after) <= 2 * _NEAR:
            return self
        left = max(0, len(self.before) - _NEAR)
        left = self.before.find(" ", left) + 1 if left else 0
        right = self.after.rfind(" ", 0, _NEAR) if len(self.after) > _NEAR else len(self.after)
        before = ("… " if left else "") + self.before[left:]
        after = self.after[:right] + (" …" if right < len(self.after) else "")
        return Excerpt(self.cite, before, self.head, after)


def _paragraph(quote: str, start: int, end: int) -> tuple[int, int]:
    """Where the paragraph lies that holds `start:end`; a headline that ran into a quote is another paragraph."""
    breaks = [m.span() for m in re.finditer(r"\n[ \t]*\n\s*", quote)]
    first = max((b for _, b in breaks if b <= start), default=0)
    last = min((a for a, _ in breaks if a >= end), default=len(quote))
    return first, last


def _window(quote: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """A part of a long paragraph around `start:end`, cut at spaces."""
    if last - first <= _MOST:
        return first, last
    left, right = max(first, start - _REACH), min(last, end + _REACH)
    left = first if left == first else quote.find(" ", left, start) + 1 or left
    cut = quote.rfind(" ", end, right)
    return left, last if right == last else cut if cut > end else right


def excerpt_of(cite: Cite, mention: Mention) -> Excerpt:
    """What a line shows of one quote."""
    quote = mention.quote
    start, end = mention.head.start - mention.start, mention.head.end - mention.start
    if not 0 <= start < end <= len(quote):
        start = end = 0
    first, last = _window(quote, *_paragraph(quote, start, end), start, end)
    before = ("… " if first else "") + quote[first:start] if start >= first else ""
    return Excerpt(cite, before, quote[start:end], quote[end:last] + (" …" if last < len(quote) else ""))


def excerpts(told: Statement | Talk, cites: Citations) -> tuple[Excerpt, ...]:
    """The quotes that tell a statement or talk, each place once, in the order of reports and their texts."""
    by_place: dict[tuple[str, int, int], Mention] = {}
    for m in sorted(cites.mentions.get(told.id, told.mentions), key=lambda m: (m.start, m.head.start)):
        by_place.setdefault((m.report, m.start, m.end), m)
    return tuple(excerpt_of(c, by_place[c.report, c.start, c.end]) for c in cites.of(told))
