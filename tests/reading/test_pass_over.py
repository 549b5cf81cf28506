"""A parsed report through all the stages: what each leaves for the next, and what comes out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.reading.english import default
from parley.reading.pass_over import Passage, read_document
from parley.reading.pipeline import parse
from parley.terms.enums import Form
from parley.terms.layers import GivenMention, Reading
from parley.terms.report import report_of

TEXT = (
    "Norway and Sweden held talks in Geneva on 4 March 2020. Finland said that Sweden had bombed Norway. "
    "Sweden denied the claim. Norway distrusts Sweden. The foreign minister of Finland, Anna Hess, left for Oslo."
)


def _passage(text: str = TEXT, mentions: tuple[GivenMention, ...] = (), published: str | None = None) -> Passage:
    return Passage(report_of(text, id="r", published=published), mentions, default().gazetteer, "reader 1")


def _read(passage: Passage) -> Reading:
    return read_document(passage, parse(passage.report.text or ""))


@pytest.fixture(scope="module")
def whole() -> Reading:
    """The text with its layers."""
    return _read(_passage())


def test_everything_found_belongs_to_the_report_and_reader(whole: Reading) -> None:
    """Every proposal, mention and predicate names the report; every proposal its reader."""
    assert {(p.report, p.reader) for p in whole.proposals} == {("r", "reader 1")}
    assert {m.report for m in whole.mentions} | {p.report for p in whole.predicates} == {"r"}
    assert {v.report for p in whole.proposals for v in p.voices} == {"r"}


def test_whoever_is_named_in_a_proposal_is_an_actor_of_the_reading(whole: Reading) -> None:
    """Nothing refers to an actor that the reading does not give; mentions neither."""
    known = {a.id for a in whole.actors}
    for p in whole.proposals:
        named = {*getattr(p.body, "actors", ()), *getattr(p.body, "recipients", ())}
        named |= {v.who for v in p.voices if v.who not in {None, "report"}} | {w for v in p.voices for w in v.via}
        assert named <= known
    assert {m.actor for m in whole.mentions} <= known
    assert len(known) == len(whole.actors)


def test_no_id_comes_twice(whole: Reading) -> None:
    """One head word yields one proposal of a form."""
    assert len({p.id for p in whole.proposals}) == len(whole.proposals)
    assert {Form.EVENT, Form.TALK, Form.TIE, Form.ROLE} <= {p.form for p in whole.proposals}


def test_mentions_come_in_the_order_of_the_text(whole: Reading) -> None:
    """Whatever stage found them."""
    assert [m.start for m in whole.mentions] == sorted(m.start for m in whole.mentions)


def test_layers_come_only_when_asked(whole: Reading) -> None:
    """Without them the rest is the same, and the work is saved."""
    bare = _read(replace(_passage(), layers=False))
    assert (bare.predicates, bare.attributions, bare.dates, bare.places) == ((), (), (), ())
    assert (bare.proposals, bare.mentions, bare.actors) == (whole.proposals, whole.mentions, whole.actors)
    assert all((whole.predicates, whole.attributions, whole.dates, whole.places))


def test_a_day_is_resolved_by_the_reports_own_day() -> None:
    """As in "on Monday": the Monday before publication; where no day of publication is known it stays open."""
    text = "Norway attacked Sweden on Monday."
    dated, undated = (_read(_passage(text, published=day)) for day in ("2020-04-01", None))
    assert [p.date and p.date.start for p in dated.proposals if p.form is Form.EVENT] == ["2020-03-30"]
    assert all(p.date is None or p.date.start is None for p in undated.proposals)


def test_the_askers_mention_wins_over_the_gazetteer() -> None:
    """A mention that the asker gives stands, over part of a listed name too."""
    reading = _read(_passage("United States envoys left.", (GivenMention(7, 13, "somebody"),)))
    assert {(m.start, m.end): m.actor for m in reading.mentions}[7, 13] == "somebody"
    assert "united-states" not in {m.actor for m in reading.mentions}


def test_a_reading_of_nothing_is_empty() -> None:
    """No words, no findings, no warnings."""
    reading = _read(_passage("\n\n"))
    assert reading == Reading(reading.report)


def test_a_place_within_a_name_is_not_where_its_bearer_acts() -> None:
    """As in: the Islamic State in the Greater Sahara is met wherever it is told to be met, and not in the Sahara."""
    read = _read(_passage("Elders met commanders of the Islamic State in the Greater Sahara. Envoys met it in Geneva."))
    met = [[p.name for p in x.places] for x in read.proposals if x.form is Form.EVENT]
    assert met == [[], ["Geneva"]]
