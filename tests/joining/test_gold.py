"""Reports of invented news, marked by hand: joined as a person would, in whatever order they come."""

from __future__ import annotations

import dataclasses
from random import Random

import pytest
from benchmarks.joining import MARK, Scores, Telling, b_cubed, holders, read_all, scores

from parley.joining import join
from parley.record import Record
from parley.terms.layers import Reading
from parley.terms.slice import ReaderInfo
from parley.terms.values import Span

READER = ReaderInfo("english", "test", "c0de")


@pytest.fixture(scope="module")
def told() -> tuple[list[Reading], list[Telling]]:
    """The stories, read once."""
    return read_all()


@pytest.fixture(scope="module")
def measured(told: tuple[list[Reading], list[Telling]]) -> Scores:
    """What joining them scores."""
    return scores(holders(*told), len(told[1]))


def test_there_is_enough_to_measure_on(measured: Scores) -> None:
    """Two hundred pairs, thirty talks, and nearly all of what is marked is found by the reader."""
    assert measured.pairs >= 200
    assert measured.talks >= 30
    assert measured.found > 0.9 * measured.tellings


def test_joins_are_right_and_most_are_made(measured: Scores) -> None:
    """Precision first: `benchmarks/joining.py --errors` lists what is amiss."""
    assert measured.precision >= 0.95
    assert measured.recall >= 0.85
    assert measured.b_cubed >= 0.85


def test_any_order_any_number_of_runs_the_same(told: tuple[list[Reading], list[Telling]]) -> None:
    """Kept in any order, some twice, asked in between: the record is what joining all at once makes."""
    readings, chance = [*told[0], *told[0][:9]], Random(3)
    chance.shuffle(readings)
    with Record.open(":memory:") as record:
        for n, reading in enumerate(readings):
            record.add([reading], READER)
            if n % 10 == 0:
                record.counts()
        part = record.slice()
    all_ = told[0]
    whole = join(
        [p for r in all_ for p in r.proposals],
        [r.report for r in all_],
        [a for r in all_ for a in r.actors],
        [a for r in all_ for a in r.affiliations],
    )
    assert part.statements == whole.statements
    assert part.talks == whole.talks


def test_marks_are_told_from_the_text() -> None:
    """What stands between brackets is the word and its mark."""
    assert [m.groups() for m in MARK.finditer("Norway [met|T1] Sudan and [left|E2].")] == [
        ("met", "T1"),
        ("left", "E2"),
    ]


def test_scores_count_pairs() -> None:
    """One pair rightly joined, one wrongly, one missed."""
    a, b, c = (Telling(r, Span(0, 3), "0/E1") for r in ("a", "b", "c"))
    d = dataclasses.replace(c, report="d", thing="0/E2")
    s = scores({a: "x", b: "x", c: "y", d: "y"}, 4)
    assert (s.pairs, s.same, s.joined, s.right) == (6, 3, 2, 1)
    assert s.precision == 0.5
    assert s.recall == pytest.approx(1 / 3)
    assert sorted(w[0] for w in s.wrong) == ["joined wrongly", "not joined", "not joined"]


def test_b_cubed_is_one_only_where_groups_are_right() -> None:
    """Two things in one group cost precision, one thing in two groups recall."""
    a, b = (Telling(r, Span(0, 3), "0/T1") for r in ("a", "b"))
    c = dataclasses.replace(a, report="c", thing="0/T2")
    assert b_cubed({a: "x", b: "x", c: "y"}) == 1
    assert b_cubed({a: "x", b: "x", c: "x"}) == pytest.approx(2 * (5 / 9) / (5 / 9 + 1))
