"""Every row becomes a report whose proposals quote it to the letter."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.formats.incoming.row import Claim, Source, Told, reading_of, text_of
from parley.terms.actor import Actor
from parley.terms.bodies import Event, TalkBody
from parley.terms.enums import ActorType, LinkRel, Root, Stance, Status
from parley.terms.facts import counts_as_fact, status_of
from parley.terms.quotes import misquotes
from parley.terms.rows import OWN_EVENT, ROW

SOURCE = Source("rows", Actor("rows", "Rows", ActorType.ORGANISATION), Stance.ASSERTS, 0.5)
COLUMNS = st.text(string.ascii_letters + " _", min_size=1, max_size=8)
ROWS = st.dictionaries(COLUMNS, st.text(max_size=20).map(str.strip), max_size=5).map(lambda d: {"id": "7", **d})
CLAIMS = (
    Claim(Event(Root.ASSAULT, actors=("ardova",)), None),
    Claim(Event(Root.PROTEST, actors=("ardova",)), None),
    Claim(TalkBody(title="Talks"), None, part_of=None),
)


@given(ROWS, st.none() | st.text(min_size=1).filter(str.strip), st.booleans())
def test_quotes_hold_to_the_letter(cells: dict[str, str], notes: str | None, with_main: bool) -> None:
    """A quote is text[start:end] for any cells, with prose and without; no two proposals share an id."""
    told = Told("7", "id", CLAIMS, notes=notes, main=("id",) if with_main else ())
    made = reading_of(told, cells, SOURCE, "rows:7", "2022-01-31")
    assert list(misquotes(made.proposals, {made.report.id: made.report.text})) == []
    assert len({p.id for p in made.proposals}) == len(CLAIMS)
    assert all(p.start <= p.head.start <= p.head.end <= p.end for p in made.proposals)


@given(ROWS)
def test_no_cell_is_lost(cells: dict[str, str]) -> None:
    """Each cell that holds something stands in the text, on one line, whether it is quoted or not."""
    text = text_of(cells, Told("7", "id", (), main=("id",)))
    lines = text.split("\n")
    assert all(f"{c}: {' '.join(v.split())}" in lines for c, v in cells.items() if v.split())


@given(st.text(min_size=1, max_size=5).filter(str.strip), st.text(min_size=1, max_size=5).filter(str.strip))
def test_rows_of_two_ids_have_two_texts(a: str, b: str) -> None:
    """Or the record would take the second row for a copy of the first one's report."""
    same = a.split() == b.split()
    texts = {text_of({"id": i, "notes": "They met."}, Told(i, "id", (), notes="They met.")) for i in (a, b)}
    assert (len(texts) == 1) is same


def test_nothing_of_a_row_is_a_fact() -> None:
    """The voice is the source's own, never the report's: what a data set says is claimed."""
    made = reading_of(Told("7", "id", CLAIMS), {"id": "7"}, SOURCE, "rows:7", "2022-01-31")
    for p in made.proposals:
        assert [(v.who, v.stance) for v in p.voices] == [("rows", Stance.ASSERTS)]
        assert status_of(p.voices) is Status.CLAIMED
        assert not counts_as_fact(status_of(p.voices), p.reality)


def test_what_a_row_says_another_says_is_passed_on() -> None:
    """The one who is named is heard through the data set."""
    daily = Actor("daily", "Invented Daily", ActorType.MEDIA)
    made = reading_of(Told("7", "id", CLAIMS, voices=(daily,)), {"id": "7"}, SOURCE, "rows:7", "2022-01-31")
    assert {(v.who, v.via) for p in made.proposals for v in p.voices} == {("daily", ("rows",))}
    assert {a.id for a in made.actors} == {"rows", "daily"}


@pytest.mark.parametrize(("own", "stage"), [(True, OWN_EVENT), (False, ROW)])
def test_trace_says_that_it_is_a_row(own: bool, stage: str) -> None:
    """And whether each row is an event of its own."""
    source = Source("rows", SOURCE.voice, Stance.ALLEGES, 0.5, own)
    made = reading_of(Told("7", "id", CLAIMS), {"id": "7"}, source, "rows:7", "2022-01-31")
    assert {p.trace[0].stage for p in made.proposals} == {stage}


def test_part_of_a_talk_leads_to_it() -> None:
    """A link names the talk's proposal."""
    claims = (Claim(TalkBody(title="Talks"), None), Claim(Event(Root.SUPPORT, actors=("a",)), None, part_of=0))
    talk, event = reading_of(Told("7", "id", claims), {"id": "7"}, SOURCE, "rows:7", "2022-01-31").proposals
    assert [(link.rel, link.to) for link in event.links] == [(LinkRel.PART_OF, talk.id)]
