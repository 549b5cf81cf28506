"""What a model proposes is taken only where the text bears it out, and only in the contract's own words."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readers.scripted import event

from parley.readers.chat.fields import Dropped, DroppedError
from parley.readers.chat.form import schema
from parley.readers.chat.naming import Names
from parley.readers.chat.passages import passages_of
from parley.readers.chat.proposing import CONFIDENCE, Source, proposal_of
from parley.terms.bodies import Event, Judgement, Position, Role, TalkBody, Tie
from parley.terms.enums import DateBasis, Form, Reality, Stance, Status
from parley.terms.facts import status_of
from parley.terms.quotes import misquotes
from parley.terms.report import report_of
from parley.terms.schema import schema as contract
from parley.terms.statement import Proposal, by_model
from parley.terms.values import REPORT, Span
from parley.terms.wire import to_object

TEXT = (
    "Norland attacked the port of Southmark on 3 March 2031.\nThe foreign minister of Norland, Ada Brandt, met\n"
    "Colonel Rask in Harbour City to discuss a truce. Norland wants a truce. The accord was a success for Norland."
)
WHOLE = Span(0, len(TEXT))
ATTACK = event("Norland attacked the port of Southmark", "attacked", actors=["Norland"], recipients=["Southmark"])
CONTRACT = jsonschema.Draft202012Validator(contract())
Fields = dict[str, Any]


def taken(fields: Fields, text: str = TEXT) -> Proposal:
    """The proposal that an item makes in a report."""
    report = report_of(text, id="r1", language="en")
    return proposal_of(fields, Source(report, "chat 1", "tiny at here", Names(text)), Span(0, len(text)))


def why_dropped(fields: Fields, text: str = TEXT) -> Dropped:
    """Why an item makes none."""
    with pytest.raises(DroppedError) as fault:
        taken(fields, text)
    return fault.value.why


def common(form: str, quote: str, head: str, **own: Any) -> Fields:
    """An item of any form."""
    return event(quote, head) | {"form": form, "reality": "ongoing"} | own


FORMS = [
    (ATTACK, Event),
    (common("tie", "Norland attacked the port of Southmark", "attacked", relation="hostile", sign=-1) | {
        "from": ["Norland"], "to": ["Southmark"]}, Tie),
    (common("position", "Norland wants a truce", "wants", actor="Norland", issue="a truce", stance="for",
            intensity=None, condition=None), Position),
    (common("role", "The foreign minister of Norland, Ada Brandt", "minister", person="Ada Brandt",
            office="foreign minister", of="Norland", tenure="current"), Role),
    (common("judgement", "The accord was a success", "success", about="The accord", verdict="success", gainers=[],
            losers=[]), Judgement),
    (common("talk", "Ada Brandt, met Colonel Rask in Harbour City", "met", parties=["Ada Brandt", "Colonel Rask"],
            mediators=[], hosts=[], level="ministers", format=None, agenda=["truce"], outcome="unknown",
            place="Harbour City"), TalkBody),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "body"), FORMS, ids=[f["form"] for f, _ in FORMS])
def test_each_form_keeps_the_contract(fields: Fields, body: type) -> None:
    """Its line validates against the contract's schema; quotes and spans are those of the text."""
    made = taken(fields)
    assert isinstance(made.body, body)
    CONTRACT.validate(to_object(made))
    assert list(misquotes([made], {"r1": TEXT})) == []
    assert Span(made.start, made.end).holds(made.head)
    assert made.sentence.start <= made.start <= made.end <= made.sentence.end
    assert by_model(made)
    assert "tiny at here" in {t.rule for t in made.trace}


def test_what_is_asked_for_is_a_schema_and_its_examples_fit() -> None:
    """The form that goes out is a JSON Schema; an answer as we would wish it satisfies it."""
    jsonschema.Draft202012Validator.check_schema(schema())
    bare = {"object", "type", "mode", "actors", "recipients"}
    items = [ATTACK, *({k: v for k, v in f.items() if k not in bare} for f, _ in FORMS[1:])]
    jsonschema.validate({"proposals": items}, schema())
    jsonschema.validate({"proposals": []}, schema())


def test_the_form_has_no_room_for_ids_and_decisions() -> None:
    """A model says nothing about what the record works out or people decide."""
    for form in schema()["properties"]["proposals"]["items"]["anyOf"]:
        assert not {"id", "report", "status", "fact", "decision", "confidence", "links", "start", "trace"} & set(
            form["properties"]
        )
        assert form["additionalProperties"] is False


def test_fields_that_nobody_asked_for_change_nothing() -> None:
    """An answer that sets ids, decisions, facts or spans sets nothing."""
    more = {
        "id": "p0", "report": "other", "reader": "parley-en", "status": "admitted", "fact": True, "confidence": 1,
        "decision": {"state": "accepted"}, "start": 0, "end": 3, "links": [{"rel": "denies", "to": "p1"}],
        "trace": [], "kind": "decision", "action": "accept",
    }  # fmt: skip
    assert taken(ATTACK | more) == taken(ATTACK)
    assert taken(ATTACK).confidence == CONFIDENCE


DROPS: list[tuple[Fields, Dropped]] = [
    ({"quote": "Norland shelled the port of Southmark"}, Dropped.QUOTE),
    ({"quote": "norland attacked the port"}, Dropped.QUOTE),
    ({"quote": "Norland attacked … Southmark"}, Dropped.QUOTE),
    ({"quote": TEXT * 10}, Dropped.QUOTE),
    ({"quote": ""}, Dropped.SHAPE),
    ({"quote": None}, Dropped.SHAPE),
    ({"quote": ["Norland"]}, Dropped.SHAPE),
    ({"quote": "Norland attacked the port\x00 of Southmark"}, Dropped.QUOTE),
    ({"head": "attack"}, Dropped.HEAD),
    ({"head": "truce"}, Dropped.HEAD),
    ({"head": "\x1b[31mattacked"}, Dropped.HEAD),
    ({"form": "rumour"}, Dropped.WORD),
    ({"form": "statement"}, Dropped.WORD),
    ({"reality": "certain"}, Dropped.WORD),
    ({"type": "NUKE"}, Dropped.WORD),
    ({"type": 7}, Dropped.SHAPE),
    ({"voices": "report"}, Dropped.SHAPE),
    ({"voices": [{"who": "report", "stance": "proves"}]}, Dropped.WORD),
    ({"voices": [{"who": "The Oracle", "stance": "asserts"}]}, Dropped.NAME),
    ({"actors": ["Eastmark"]}, Dropped.NAME),
    ({"actors": ["Norland\u202e"]}, Dropped.NAME),
    ({"actors": [{"name": "Norland"}]}, Dropped.SHAPE),
    ({"actors": ["they"]}, Dropped.NAME),
    ({"actors": [], "recipients": []}, Dropped.EMPTY),
]


@pytest.mark.parametrize(("changed", "why"), DROPS, ids=lambda v: str(v)[:40])
def test_what_the_text_or_the_contract_does_not_bear_out_is_dropped(changed: Fields, why: Dropped) -> None:
    """Invented quotes, head words and names; words that no vocabulary has; the wrong shape."""
    assert why_dropped(ATTACK | changed) is why


@pytest.mark.parametrize("fields", [{}, {"form": "event"}, {"quote": TEXT[:10], "head": "Norland"}])
def test_what_is_missing_is_not_made_up(fields: Fields) -> None:
    """An item without its fields is none."""
    assert why_dropped(fields) in (Dropped.SHAPE, Dropped.WORD)


def test_a_quote_over_a_line_break_is_the_texts_own() -> None:
    """A model writes a space where the text breaks its line: the quote that is kept has the break."""
    made = taken(FORMS[5][0])
    assert made.quote == "Ada Brandt, met\nColonel Rask in Harbour City"


def test_who_is_not_named_is_not_the_report() -> None:
    """Without a voice, or with one of nobody, a thing is alleged: a model's silence makes no fact."""
    for voices in ([], [{"who": None, "stance": "asserts"}]):
        assert status_of(taken(ATTACK | {"voices": voices}).voices) is Status.ALLEGED


def test_a_voice_has_its_stance() -> None:
    """The word `report` is the report itself, a name is an actor."""
    heard = [{"who": "report", "stance": "asserts"}, {"who": "Southmark", "stance": "denies"}]
    made = taken(ATTACK | {"voices": heard})
    assert [(v.who, v.stance) for v in made.voices] == [(REPORT, Stance.ASSERTS), ("southmark", Stance.DENIES)]
    assert status_of(made.voices) is Status.CONTESTED


@pytest.mark.parametrize(
    ("date", "start"),
    [
        ({"text": "3 March 2031", "start": "2031-03-03", "end": None}, "2031-03-03"),
        ({"text": "4 March 2031", "start": "2031-03-04", "end": None}, None),
        ({"text": "3 March 2031", "start": "soon", "end": None}, None),
        ({"text": "3 March 2031", "start": "2031-03-03", "end": "2030-01-01"}, None),
        ({"text": "3 March 2031", "start": "9999999-03-03", "end": None}, None),
        ("2031-03-03", None),
        (7, None),
    ],
)
def test_a_date_stands_in_the_text(date: Any, start: str | None) -> None:
    """Its words do, and its days are days; else the thing is undated, and no day is made up."""
    made = taken(ATTACK | {"date": date})
    assert (made.date.start if made.date else None) == start
    assert made.date is None or made.date.basis is DateBasis.STATED


def test_a_mode_of_another_act_is_left_out() -> None:
    """PLOVER's modes belong to their roots; an act without a code is told by its own predicate."""
    heavy, wrong = (taken(ATTACK | {"mode": m}).body for m in ("heavy-weapons", "curfew"))
    other = taken(ATTACK | {"type": "OTHER", "mode": "Anything; DROP TABLE"}).body
    assert [getattr(b, "mode", "") for b in (heavy, wrong, other)] == ["heavy-weapons", None, "attacked"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None)
@given(
    fields=st.dictionaries(st.sampled_from([*ATTACK, "from", "to", "id"]), JSON, max_size=8), form=st.sampled_from(Form)
)
def test_no_answer_breaks_it_or_says_what_the_text_does_not(fields: Fields, form: Form) -> None:
    """Whatever comes, it is dropped, or what is taken quotes the text and keeps the contract."""
    item = {**ATTACK, "form": form.value, "from": ["Norland"], "to": ["Southmark"], **fields}
    try:
        made = taken(item)
    except DroppedError:
        return
    assert TEXT[made.start : made.end] == made.quote
    CONTRACT.validate(to_object(made))


@given(text=st.text(alphabet="ab.! \n", max_size=200), most=st.integers(1, 50))
def test_passages_hold_the_whole_text(text: str, most: int) -> None:
    """In order, none too long, none twice; nothing but blanks is left out."""
    found = list(passages_of(text, most))
    assert all(s.end - s.start <= most for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(s.of(text).split()) for s in found) == "".join(text.split())


def test_reality_is_the_models_own_where_nobody_read_before() -> None:
    """In a language that no first reader reads there is nothing to hold it to; the contract decides what is a fact."""
    assert taken(ATTACK | {"reality": "planned"}).reality is Reality.PLANNED
