"""Counts over time, pages and search: answered from rows alone, and the same as from statements."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from tests.joining.builder import ACTORS, READER, attack, meeting, on, proposal, report, talk

from parley.analysis.standing import named
from parley.record import Page, Record, Tally, asking
from parley.record.rows import days_of
from parley.terms.bodies import Body
from parley.terms.enums import Action, DateBasis, DecisionState, Form, Outcome, Status
from parley.terms.layers import Reading
from parley.terms.slice import Filter, Slice
from parley.terms.statement import Statement, Talk
from parley.terms.values import Date

TOLD = (
    proposal(attack(), "r1", date=on("2031-03-04")),
    proposal(meeting("ardova", "belmark"), "r1", 24, date=on("2031-04-01", "2031-04-30")),
    proposal(talk("ardova", "belmark", outcome=Outcome.AGREEMENT), "r1", 48, date=on("2032-01-02")),
    proposal(attack(("ardova",)), "r1", 72),
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """Two dated events, one undated, and a talk."""
    with Record.open(tmp_path / "record.db") as made:
        made.add([Reading(report("r1"), ACTORS, (), TOLD)], READER)
        yield made


def test_events_and_talks_are_counted_by_period(record: Record) -> None:
    """By the day, month or year in which they began; the undated are in none."""
    assert record.timeline() == (Tally("2031", 0, 2, 2), Tally("2032", 1, 0, 0))
    assert [t.period for t in record.timeline(by="month")] == ["2031-03", "2031-04", "2032-01"]
    assert [t.period for t in record.timeline(by="day")] == ["2031-03-04", "2031-04-01", "2032-01-02"]


def test_filters_and_rejections_count(record: Record) -> None:
    """What is left out of a filter, or rejected, is not counted."""
    assert record.timeline(Filter(actors=frozenset({"reed-front"}))) == (Tally("2031", 0, 1, 1),)
    record.decide(Action.REJECT, TOLD[0].id, "ana")
    assert record.timeline() == (Tally("2031", 0, 1, 1), Tally("2032", 1, 0, 0))


DAYS = (None, "2031-02-27", "2031-03-01", "2031-03-31", "2031-04-02", "2032-01-01")
INTERVALS = [(s, e) for s in DAYS for e in DAYS if not (s and e and s > e)]
MANY = tuple(
    proposal(cast(Body, body), f"r{n % 7}", 24 * (2 * (n // 7) + k), date=Date(start, end, "then", DateBasis.STATED))
    for n, (start, end) in enumerate(INTERVALS)
    for k, body in enumerate((attack((f"band-{n}",)), talk("ardova", f"band-{n}", outcome=Outcome.AGREEMENT)))
)


def _counted(part: Slice, by: int) -> tuple[Tally, ...]:
    """A timeline from the statements and talks themselves; `by` is the length of a period's name."""
    counts: dict[str, list[int]] = {}
    everything: tuple[Statement | Talk, ...] = (*part.statements, *part.talks)
    for held in everything:
        start = days_of(held.date)[0]
        if start and not (held.decision and held.decision.state is DecisionState.REJECTED):
            row = counts.setdefault(start[:by], [0, 0, 0])
            row[0] += isinstance(held, Talk)
            row[1] += isinstance(held, Statement)
            row[2] += isinstance(held, Statement) and held.fact
    return tuple(Tally(at, *counts[at]) for at in sorted(counts))


@pytest.mark.parametrize("since", [None, "2031-01-01", "2031-03-01", "2031-03-15", "2031-03-31", "2033-01-01"])
@pytest.mark.parametrize("until", [None, "2031-02-28", "2031-03-15", "2031-03-31", "2031-04-01", "2032-01-01", "2031"])
def test_whole_months_and_what_is_left_of_others_make_the_timeline(
    many: Record, since: str | None, until: str | None
) -> None:
    """Counted from tallies or row by row, by year, month or day, it is that of the statements themselves."""
    for filter_ in (
        Filter(since=since, until=until),
        Filter(since=since, until=until, forms=frozenset({Form.TALK})),
        Filter(since=since, until=until, statuses=frozenset({Status.REPORTED})),
        Filter(since=since, until=until, actors=frozenset({"ardova"})),
    ):
        part = many.slice(filter_)
        assert many.timeline(filter_, "year") == _counted(part, 4)
        assert many.timeline(filter_, "month") == _counted(part, 7)
        assert many.timeline(filter_, "day") == _counted(part, 10)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, engine: str) -> Iterator[Record]:  # noqa: ARG001 - one of each
    """Events and talks of all kinds of intervals, open ones among them; one was rejected."""
    with Record.open(tmp_path_factory.mktemp("tallies") / "record.db") as made:
        for name in sorted({p.report for p in MANY}):
            made.add([Reading(report(name), ACTORS, (), tuple(p for p in MANY if p.report == name))], READER)
        assert len(made.slice().statements) == len(made.slice().talks) == len(INTERVALS)
        made.decide(Action.REJECT, made.slice().statements[3].id, "ana")
        yield made


def test_the_most_named_actors_are_those_of_the_statements(record: Record) -> None:
    """Whether all or some are asked for; what was rejected names nobody."""
    record.decide(Action.REJECT, TOLD[3].id, "ana")
    for filter_ in (Filter(), Filter(forms=frozenset({Form.EVENT})), Filter(since="2032-01-01")):
        found = {actor: n for actor, _, n in record.most_named(filter_)}
        assert found == named(record.slice(filter_))
    (first, actor, _), *_ = record.most_named()
    assert actor is not None
    assert actor.id == first


def test_an_actor_that_much_names_is_found_by_day_all_the_same(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which way a page is looked up changes nothing in it."""
    filter_ = Filter(actors=frozenset({"ardova"}), forms=frozenset({Form.EVENT}))
    seldom = record.slice(filter_, Page(9)).statements
    monkeypatch.setattr(asking, "OFTEN", 1)
    assert record.slice(filter_, Page(9)).statements == seldom
    assert seldom


def test_pages_go_by_day_the_undated_last(record: Record) -> None:
    """One after the other they make the whole, without what was rejected."""
    pages = [record.slice(Filter(forms=frozenset({Form.EVENT})), Page(1, after=n)).statements for n in range(4)]
    assert [s.id for page in pages for s in page] == [TOLD[0].id, TOLD[1].id, TOLD[3].id]
    record.decide(Action.REJECT, TOLD[1].id, "ana")
    assert [s.id for s in record.slice(Filter(), Page(9)).statements] == [TOLD[0].id, TOLD[3].id]
    assert record.slice(Filter(), Page(9, disputed=True)).statements == ()


def test_reports_are_found_by_words(record: Record) -> None:
    """Of their text or title."""
    assert record.reports_saying("shells fell") == ("r1",)
    assert record.reports_saying("nowhere") == ()
    assert record.reports_saying("…") == ()
