"""Tasks for Label Studio, and the decisions that annotations come back as."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.told import more, told
from tests.strategies import slices

from parley.formats import label_studio
from parley.formats.label_studio_back import Wanted, decisions
from parley.formats.label_studio_marked import Unfit
from parley.formats.offsets import utf16
from parley.formats.pieces import File, Lost, Wish
from parley.formats.telling import REJECTED
from parley.terms.enums import Action, DecisionState, LinkRel
from parley.terms.slice import Slice
from parley.terms.statement import Decided
from parley.terms.values import Link
from parley.terms.wire import from_object

Result = list[dict[str, Any]]
QUICK = [HealthCheck.too_slow, HealthCheck.data_too_large]


def files(part: Slice) -> dict[str, str]:
    return {p.name: p.text for p in label_studio.write(part, Wish()) if isinstance(p, File)}


def annotated(part: Slice, change: Callable[[Result], Result] = lambda r: r, by: object = "ana@example.org") -> Any:
    """The tasks as they are exported once somebody has gone through all of them."""
    tasks = json.loads(files(part)["tasks.json"])
    for n, task in enumerate(tasks):
        result = change(copy.deepcopy(task["predictions"][0]["result"]))
        task["annotations"] = [{"id": n, "completed_by": by, "result": result, "updated_at": "2031-06-01T10:00:00Z"}]
    return tasks


def wanted(part: Slice, change: Callable[[Result], Result] = lambda r: r) -> list[Wanted]:
    return [d for d in decisions(annotated(part, change), part) if isinstance(d, Wanted)]


def unfit(part: Slice, change: Callable[[Result], Result] = lambda r: r) -> list[Unfit]:
    return [d for d in decisions(annotated(part, change), part) if isinstance(d, Unfit)]


def setting(region: str, name: str, *values: str) -> Callable[[Result], Result]:
    """A change of one part of a region."""

    def change(result: Result) -> Result:
        for row in result:
            if row.get("id") == region and row["from_name"] == name:
                row["value"][{"textarea": "text"}.get(row["type"], row["type"])] = list(values)
        return result

    return change


def region_of(part: Slice, form: str, n: int = 0) -> str:
    return [s for s in part.statements if s.form == form][n].mentions[0].proposal


def test_every_region_says_the_quote_and_the_interface_has_every_label() -> None:
    """Each region's words are the text's; each part, label and choice of a region is in the interface."""
    made = files(more())
    view = ET.fromstring(made["labels.xml"])
    parts = {e.get("name"): {c.get("value") for c in e} for e in view.iter() if e.get("name")}
    relations = {e.get("value") for e in view.iter("Relation")}
    for task in json.loads(made["tasks.json"]):
        for row in task["predictions"][0]["result"]:
            if row["type"] == "relation":
                assert set(row["labels"]) <= relations
                continue
            value = row["value"]
            assert row["to_name"] in parts
            assert row["type"] == "textarea" or set(value[row["type"]]) <= parts[row["from_name"]]
            if row["type"] != "textarea":
                assert value["text"] == task["data"]["text"][value["start"] : value["end"]]


@settings(deadline=None, max_examples=60, suppress_health_check=QUICK)
@given(slices())
def test_what_is_kept_as_it_was_is_accepted(part: Slice) -> None:
    """Whatever a slice holds: regions that nobody touched correct, reject and add nothing, and nothing is unfit."""
    part = replace(part, talks=tuple(replace(t, id=f"talk {t.id}") for t in part.talks))
    found = list(decisions(annotated(part), part))
    assert [d for d in found if isinstance(d, Unfit) or d.action is not Action.ACCEPT] == []


@settings(deadline=None, max_examples=40, suppress_health_check=QUICK)
@given(st.text(st.sampled_from("a😀𝔘 \n"), max_size=12), st.booleans())
def test_astral_characters_shift_nothing(before: str, by_units: bool) -> None:
    """A region behind emoji comes back to its words, whether code points or UTF-16 units were counted."""
    first = told().reports[0]
    shift = len(before)
    moved = [
        replace(s, mentions=tuple(replace(m, start=m.start + shift, end=m.end + shift) for m in s.mentions))
        for s in told().statements
        if all(m.report == first.id for m in s.mentions)
    ]
    text = before + (first.text or "")
    part = replace(told(), reports=(replace(first, text=text),), statements=tuple(moved), talks=())

    def counted(result: Result) -> Result:
        for row in result:
            if "value" in row and by_units:
                row["value"] |= {k: utf16(text, row["value"][k]) for k in ("start", "end")}
        return result

    found = list(decisions(annotated(part, counted), part))
    assert [d.action for d in found if isinstance(d, Wanted)] == [Action.ACCEPT] * len(moved)
    assert len(found) == len(moved) > 0


def test_what_is_changed_is_corrected() -> None:
    """A label, a choice, a name: each corrects its field and nothing else of its statement."""
    part = told()
    event, tie, position = (region_of(part, f) for f in ("event", "tie", "position"))
    cases: list[tuple[str, str, tuple[str, ...], str, object]] = [
        (event, "label", ("event: COERCE",), "type", "COERCE"),
        (event, "reality", ("planned",), "reality", "planned"),
        (event, "who", ("Southmark", "mara-voss"), "actors", ["southmark", "mara-voss"]),
        (event, "whom", ("the Southmark Front", "harbour"), "recipients", ["southmark", "harbour"]),
        (tie, "label", ("tie: hostile",), "relation", "hostile"),
        (position, "who", ("Northland",), "actor", "northland"),
    ]
    for region, name, values, field, new in cases:
        own = [d for d in wanted(part, setting(region, name, *values)) if d.action is not Action.ACCEPT]
        assert [(d.action, d.field, d.new, d.by) for d in own] == [(Action.CORRECT, field, new, "ana@example.org")]
        (target,) = (s.id for s in part.statements if region in {m.proposal for m in s.mentions})
        assert own[0].target == target


def test_a_mode_that_its_new_type_has_not_goes() -> None:
    """ASSAULT with firearms that is marked as a meeting has no firearms."""
    attack = region_of(told(), "event", 1)
    own = [d for d in wanted(told(), setting(attack, "label", "event: CONSULT")) if d.action is Action.CORRECT]
    assert [(d.field, d.new) for d in own] == [("type", "CONSULT"), ("mode", None)]


def test_a_talks_sides_keep_their_delegates() -> None:
    """A side more: those that were there stay as they were."""
    (talk,) = told().talks
    change = setting(talk.mentions[0].proposal, "who", "Northland", "Southmark", "Harbour Union")
    (own,) = (d for d in wanted(told(), change) if d.action is Action.CORRECT)
    assert own.new == [
        {"actor": "northland", "delegates": ["mara-voss"]},
        {"actor": "southmark", "delegates": []},
        {"actor": "harbour", "delegates": []},
    ]


def without(region: str) -> Callable[[Result], Result]:
    return lambda result: [r for r in result if r.get("id") != region]


def test_a_region_that_is_gone_rejects_its_statement() -> None:
    """Where no other report tells it; else it is said what to do."""
    tie, shelling = region_of(told(), "tie"), region_of(told(), "event")
    assert [d.action for d in wanted(told(), without(tie)) if d.action is not Action.ACCEPT] == [Action.REJECT]
    found = unfit(told(), without(shelling))
    assert "other reports tell it too (second)" in found[0].why
    assert "parley decide reject" in found[0].remedy


def test_a_chosen_decision_goes_before_all() -> None:
    """Rejected or unsure, though the region is kept."""
    tie = region_of(told(), "tie")
    for chosen, action in (("rejected", Action.REJECT), ("unsure", Action.UNSURE)):

        def choose(result: Result, chosen: str = chosen) -> Result:
            own = next(r for r in result if r.get("id") == tie)
            value = {k: own["value"][k] for k in ("start", "end", "text")} | {"choices": [chosen]}
            return [*result, {**own, "from_name": "decision", "type": "choices", "value": value}]

        if tie in {r.get("id") for r in annotated(told())[0]["predictions"][0]["result"]}:
            (first,) = (t for t in annotated(told()) if t["data"]["report"] == "first")
            first["annotations"][0]["result"] = choose(first["annotations"][0]["result"])
            found = [d for d in decisions([first], told()) if isinstance(d, Wanted) and d.action is not Action.ACCEPT]
            assert [d.action for d in found] == [action]


def test_what_two_reports_tell_is_decided_once() -> None:
    """Kept in both tasks it is accepted once; corrected in one, it is not accepted by the other."""
    shelling = next(s for s in told().statements if len({m.report for m in s.mentions}) > 1)
    assert [d.action for d in wanted(told()) if d.target == shelling.id] == [Action.ACCEPT]
    change = setting(shelling.mentions[0].proposal, "label", "event: COERCE")
    assert [d.action for d in wanted(told(), change) if d.target == shelling.id] == [Action.CORRECT]


def new_region(text: str, words: str, label: str, who: list[str]) -> Result:
    at = {"start": text.index(words), "end": text.index(words) + len(words), "text": words}
    own = {"id": "Xy12-_ab", "to_name": "text"}
    return [
        {**own, "from_name": "label", "type": "labels", "value": {**at, "labels": [label]}},
        {**own, "from_name": "who", "type": "textarea", "value": {**at, "text": who}},
    ]


def with_new(label: str, who: list[str]) -> list[Wanted | Unfit]:
    task = next(t for t in annotated(told()) if t["data"]["report"] == "first")
    task["annotations"][0]["result"] += new_region(task["data"]["text"], "wants a cease", label, who)
    return [d for d in decisions([task], told()) if isinstance(d, Unfit) or d.action is not Action.ACCEPT]


def test_a_new_region_adds_a_statement() -> None:
    """Of the words that were marked, by the actors that are named, in the report's own voice."""
    (found,) = with_new("event: REQUEST", ["Mara Voss"])
    assert isinstance(found, Wanted)
    made = from_object(found.new)  # type: ignore[arg-type]
    assert (found.action, found.target) == (Action.ADD, made.id)
    assert (made.quote, made.reader, made.body.actors, made.body.type) == (
        "wants a cease", "person", ("mara-voss",), "REQUEST",
    )  # fmt: skip
    assert made.sentence.of(told().reports[0].text or "").startswith("Mara Voss, the foreign minister")


def test_what_cannot_be_added_says_why() -> None:
    """Nobody of that name, nobody at all where somebody must be, a label that is none."""
    for label, who, why in (
        ("event: REQUEST", ["Nobody"], "no single actor called 'Nobody'"),
        ("position: for", [], "needs somebody to be named"),
        ("event: DANCE", [], "no label"),
    ):
        (found,) = with_new(label, who)
        assert isinstance(found, Unfit)
        assert why in found.why
        assert found.remedy


def test_links_are_drawn_and_taken_away() -> None:
    """A relation that is new or gone corrects the links; what leads to other reports stays."""
    events = [s for s in told().statements if s.form == "event"]
    one, two = events[0], events[2]
    elsewhere = Link(LinkRel.ANSWERS, "far-away")
    linked = [
        replace(s, links=(Link(LinkRel.CONTENT, two.id), elsewhere)) if s is one else s for s in told().statements
    ]
    part = replace(told(), statements=tuple(linked))
    assert not [d for d in wanted(part) if d.action is Action.CORRECT]
    gone = [d for d in wanted(part, lambda r: [x for x in r if x["type"] != "relation"]) if d.action is Action.CORRECT]
    assert [(d.target, d.field, d.new) for d in gone] == [(one.id, "links", [{"rel": "answers", "to": "far-away"}])]


def test_a_status_is_not_set_by_hand() -> None:
    """It follows from the voices: that is said, and nothing is decided on it."""
    tie = region_of(told(), "tie")
    (found,) = unfit(told(), setting(tie, "status", "denied"))
    assert "follows from its voices" in found.why


@pytest.mark.parametrize(
    "task",
    [
        7, {}, {"data": {}, "annotations": "x"}, {"data": {"report": "nowhere", "text": ""}, "annotations": [{}]},
        {"data": {"report": "first", "text": "other words"}, "annotations": [{}]},
    ],
)  # fmt: skip
def test_what_is_no_task_of_the_record_is_said(task: object) -> None:
    """Nothing is decided, and nothing raised."""
    (found,) = decisions([task], told())
    assert isinstance(found, Unfit)


def test_hostile_results_decide_nothing() -> None:
    """Results of wrong types, places and ids: nothing is raised, nothing corrected or added."""
    odd: Result = [
        {}, {"type": "labels", "value": 3}, {"id": [], "type": "labels", "from_name": "label", "value": {"start": "0"}},
        {"id": "z", "type": "labels", "from_name": "label", "value": {"start": -1, "end": 10**9, "labels": ["x"]}},
        {"id": "y", "type": "choices", "from_name": "reality", "value": {"start": 0, "end": 2, "choices": None}},
        {"type": "relation", "from_id": None, "to_id": {}, "labels": ["content", 4]},
    ]  # fmt: skip
    found = list(decisions(annotated(told(), lambda r: [*r, *odd]), told()))
    assert {d.action for d in found if isinstance(d, Wanted)} == {Action.ACCEPT}
    assert [d for d in found if isinstance(d, Unfit)]


def test_only_the_last_annotation_counts_and_skipped_ones_do_not() -> None:
    """Who annotated earlier is told of; a cancelled annotation is none."""
    tasks = annotated(told())
    for task in tasks:
        (done,) = task["annotations"]
        early = {**done, "result": [], "updated_at": "2031-05-01T10:00:00Z", "completed_by": {"id": 3}}
        task["annotations"] = [done, early, {**done, "result": [], "was_cancelled": True}]
    found = list(decisions(tasks, told()))
    assert {d.action for d in found if isinstance(d, Wanted)} == {Action.ACCEPT}
    assert [d.why for d in found if isinstance(d, Unfit)] == ["somebody annotated the task again"] * 2


def test_what_is_decided_so_already_is_not_decided_again() -> None:
    """Accepted stays accepted, without another entry."""
    done = Decided(DecisionState.ACCEPTED, "ana", "2031-06-01T00:00:00Z")
    part = replace(
        told(),
        statements=tuple(replace(s, decision=done) for s in told().statements),
        talks=tuple(replace(t, decision=done) for t in told().talks),
    )
    assert wanted(part) == []


def test_rejected_statements_are_no_regions() -> None:
    """They are lost, by that cause."""
    lost = [p for p in label_studio.write(more(), Wish()) if isinstance(p, Lost)]
    assert [(p.id, p.cause) for p in lost] == [("gone", REJECTED)]
