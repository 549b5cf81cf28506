"""Every kind of expression of time, from a table: the sentence, when it was published, what the expression means."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.reading.dates import DateFound, find, implied_published
from parley.reading.document import Document
from parley.reading.pipeline import parse, parse_all
from parley.terms.enums import DateBasis

HERE = Path(__file__).parent
NEEDED = 0.98


def _rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def _documents() -> tuple[Document, ...]:
    return tuple(parse_all(re.sub(r"[\[\]]", "", row[0]) for row in _rows("expressions.tsv")))


def _place(sentence: str) -> tuple[int, int]:
    """Where the last bracketed stretch stands once the brackets are gone."""
    start, end = sentence.rindex("["), sentence.rindex("]")
    before = sentence[:start].count("[") + sentence[:start].count("]")
    return start - before, end - before - 1


def _matches(doc: Document, found: DateFound, where: tuple[int, int]) -> bool:
    span = doc.span(found.first, found.last)
    return found.anchor is None and span.start < where[1] and where[0] < span.end


def _wrong() -> list[str]:
    out = []
    for (sentence, published, start, end), doc in zip(_rows("expressions.tsv"), _documents(), strict=True):
        where = _place(sentence)
        got = [f for f in find(doc, None if published == "-" else published) if _matches(doc, f, where)]
        values = [(f.date.start or "-", f.date.end or "-") for f in got]
        if values != [(start, end)]:
            out.append(f"{sentence} ({published}): wanted {start} {end}, got {values}")
    return out


def test_expressions_of_every_kind_get_their_interval() -> None:
    """At least 98 in a hundred of the table's expressions, of which there are at least 300, are right to the day."""
    wrong, rows = _wrong(), len(_rows("expressions.tsv"))
    assert rows >= 300
    assert len(wrong) <= (1 - NEEDED) * rows, "\n".join(wrong)


@pytest.mark.parametrize("sentence", [row[0] for row in _rows("traps.tsv")])
def test_what_only_looks_like_a_date_is_none(sentence: str) -> None:
    """Modals, verbs, names, counts, ages, money and durations are no dates."""
    assert find(parse(sentence), "2022-01-12") == ()


def test_quotes_stand_where_they_say_and_intervals_run_forward() -> None:
    """An expression's text is the report's text at its tokens, and no interval ends before it starts."""
    for row, doc in zip(_rows("expressions.tsv"), _documents(), strict=True):
        for f in find(doc, None if row[1] == "-" else row[1]):
            assert f.first < f.last
            assert f.date.text == doc.span(f.first, f.last).of(doc.text)
            assert f.date.start is None or f.date.end is None or f.date.start <= f.date.end


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.dates().map(lambda d: d.isoformat()))
def test_any_day_of_publication_gives_sound_intervals(row: int, published: str) -> None:
    """Whatever the day of publication, even at the calendar's ends, intervals run forward and nothing is raised."""
    doc = _documents()[row % len(_documents())]
    for f in find(doc, published):
        assert f.date.start is None or f.date.end is None or f.date.start <= f.date.end


@pytest.mark.parametrize(
    ("sentence", "published", "basis"),
    [
        ("They met on 9 January 2022.", None, DateBasis.STATED),
        ("They met on Friday.", "2022-01-12", DateBasis.RELATIVE),
        ("They met on January 9.", "2022-01-12", DateBasis.RELATIVE),
        ("The town fell on 14 August 2021. They met on January 9.", None, DateBasis.INFERRED),
        ("They met on January 9.", None, DateBasis.STATED),
        ("They met after the election.", None, DateBasis.ANCHORED),
    ],
)
def test_the_basis_says_where_a_date_comes_from(sentence: str, published: str | None, basis: DateBasis) -> None:
    """Stated, relative to publication, anchored to another happening, or inferred from the report's other dates."""
    assert find(parse(sentence), published)[-1].date.basis is basis


@pytest.mark.parametrize(
    ("sentence", "anchor", "bound", "start", "end", "offset"),
    [
        ("Since the takeover of the city on August 14, 2021, attacks have gone on.",
         "takeover", "since", "2021-08-14", None, None),
        ("After the visit to Rome, he resigned.", "visit", "after", None, None, None),
        ("After his assassination in 2001, the group split.", "assassination", "after", "2001-01-01", None, None),
        ("Two days after the January 9 meeting, the general resigned.",
         "meeting", "", "2022-01-11", "2022-01-11", 2),
        ("A week before the vote, the general resigned.", "vote", "", None, None, -7),
        ("They have ruled since the army seized the capital in 2014.", "seized", "since", "2014-01-01", None, None),
        ("Until the election, the general stayed.", "election", "until", None, None, None),
    ],
)  # fmt: skip
def test_dates_that_lean_on_a_happening_name_it(
    sentence: str, anchor: str, bound: str, start: str | None, end: str | None, offset: int | None
) -> None:
    """The anchor's token, the open side, the value that the anchor's own date gives, and the days between."""
    doc = parse(sentence)
    (found,) = [f for f in find(doc, "2022-02-01") if f.anchor is not None]
    assert found.anchor is not None
    assert doc.tokens[found.anchor].text == anchor
    assert (found.bound, found.date.start, found.date.end, found.offset) == (bound, start, end, offset)


def test_what_comes_again_and_again_is_marked() -> None:
    """Habits have no interval of their own but say that they repeat."""
    assert find(parse("They meet every Friday."), "2022-01-12")[0].repeated
    assert find(parse("Since 2001 he has repeatedly been accused."), None)[0].repeated


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("OSLO, Jan 9 2022 (NewsWire) - The sides met on Friday.", "2022-01-09"),
        ("OSLO, Jan. 9 (NewsWire) — The sides met. They had parted on August 14, 2021.", "2022-01-09"),
        ("OSLO, Jan. 9 (NewsWire) — The sides met.", None),
        ("Sides meet in Oslo\nSunday, January 9, 2022\nThe sides met on Friday.", "2022-01-09"),
        ("The sides met on January 9, 2022, in Oslo.", None),
    ],
)
def test_a_dateline_dates_the_report(text: str, day: str | None) -> None:
    """A dateline or a date on its own line at the top is the report's; a date within a sentence is not."""
    assert implied_published(parse(text)) == day


def test_a_dateline_stands_in_for_an_unknown_publication() -> None:
    """Weekdays count from the dateline where nothing else is known."""
    doc = parse("OSLO, Jan 12 2022 (NewsWire) - The sides met on Friday.")
    assert find(doc, None)[-1].date.start == "2022-01-07"
