"""Tables of cases: one text a row, the words in question in brackets; all texts of a table are read in one batch."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from parley.reading.actors import in_order, names, phrases, shorts
from parley.reading.actors.cast import Cast
from parley.reading.actors.who import Who
from parley.reading.commitment.signatures import lexicon
from parley.reading.document import Document, Token
from parley.reading.english import default
from parley.reading.mending import mend
from parley.reading.pipeline import parse_all
from parley.terms.layers import Reading
from parley.terms.ports import Asked
from parley.terms.report import report_of
from parley.terms.values import Span

_BRACKETED = re.compile(r"\[([^\]]+)\]")


@dataclass(frozen=True)
class Case:
    """A row: the text without brackets, where the brackets stood, and the row's other columns."""

    text: str
    spans: tuple[Span, ...]
    wanted: tuple[str, ...]

    def words(self, doc: Document) -> list[Token]:
        """For each bracket, the last token in it: the head of an English phrase."""
        return [[t for t in doc.tokens if s.start <= t.start < s.end][-1] for s in self.spans]


def cases(table: Path) -> list[Case]:
    """The rows of a table; lines that begin with # are comments."""
    lines = table.read_text(encoding="utf-8").splitlines()
    return [case(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def case(marked: str, *wanted: str) -> Case:
    """A case from a text with brackets.

    >>> case("The [talks] ended.").spans
    (Span(start=4, end=9),)
    """
    spans = tuple(Span(m.start() - 2 * n, m.end() - 2 * n - 2) for n, m in enumerate(_BRACKETED.finditer(marked)))
    return Case(_BRACKETED.sub(r"\1", marked), spans, wanted)


@cache
def documents(table: Path) -> dict[str, Document]:
    """The mended documents of a table's texts."""
    texts = [c.text for c in cases(table)]
    return {text: mend(doc, lexicon()) for text, doc in zip(texts, parse_all(texts), strict=True)}


@cache
def readings(table: Path) -> dict[str, Reading]:
    """The readings of a table's texts."""
    asked = [Asked(report_of(c.text, id=str(n))) for n, c in enumerate(cases(table))]
    return {r.report.text or "": r for r in default().read_all(asked)}


def who_in(doc: Document) -> Who:
    """Who answers for a document, its cast found by all the actor stages."""
    cast = Cast(default().gazetteer)
    names.known(doc, cast)
    phrases.demonyms(doc, cast)
    phrases.seats(doc, cast)
    names.unlisted(doc, cast)
    shorts.unite(doc, cast)
    shorts.listed(doc, cast)
    in_order.refer(doc, cast)
    return Who(doc, cast)


def wanted_of(words: str) -> set[str]:
    """The ids of a column, "-" for none.

    >>> sorted(wanted_of("sweden, norway"))
    ['norway', 'sweden']
    """
    return {w.strip() for w in words.split(",") if w.strip() not in {"", "-"}}


def mentioned(reading: Reading, at: Span) -> set[str]:
    """The actors of the widest mention that ends where a stretch ends (a possessive 's aside)."""
    ending = [m for m in reading.mentions if m.end in {at.end, at.end + 2} and m.start < at.end]
    widest = max((m.end - m.start for m in ending), default=0)
    return {m.actor for m in ending if m.end - m.start == widest and m.actor}


def mentioned_each(case: Case, reading: Reading) -> list[set[str]]:
    """What each bracket of a case mentions."""
    return [mentioned(reading, s) for s in case.spans]


def wanted_each(case: Case) -> list[set[str]]:
    """What each bracket should mention: all for a lone bracket, else one each; "-" alone is nobody anywhere."""
    if len(case.spans) == 1 or case.wanted[0] == "-":
        return [wanted_of(case.wanted[0])] * len(case.spans)
    return [wanted_of(w) for w in case.wanted[0].split(",")]
