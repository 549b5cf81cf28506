"""What `parley code` writes for one report."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.formats.test_jsonl import check
from tests.joining.builder import ACTORS, attack, on, proposal, report, talk, voice

from parley.formats.code import LAYERS, code_lines
from parley.joining import join
from parley.terms.enums import How, Reality
from parley.terms.layers import ActorMention, DateMention, Predicate, Reading

READING = Reading(
    report("r1"),
    ACTORS,
    proposals=(proposal(attack()), proposal(talk("ardova", "belmark"), start=24)),
    predicates=(Predicate("r1", 0, 6, Reality.HAPPENED, (voice(),), 3.0),),
    mentions=(ActorMention("r1", 0, 6, "ardova", How.NAME),),
    dates=(DateMention("r1", 0, 6, "Monday", on("2031-03-03")),),
)
JOINED = join(READING.proposals, [READING.report], READING.actors, ())


def said_by(who: str) -> Predicate:
    """A predicate that somebody tells of."""
    return Predicate("r1", 0, 6, Reality.HAPPENED, (voice(who),), 1.5)


def kinds(layer: str) -> list[str]:
    return [json.loads(line)["kind"] for line in code_lines(READING, JOINED, layer)]


def test_statements_come_with_their_actors_before_first_use() -> None:
    """The report, then proposals, statements and talks, each after the actors that it names first."""
    assert kinds("statements") == ["report", *["actor"] * 2, "proposal", "actor", "proposal", "statement", "talk"]


@pytest.mark.parametrize(
    ("layer", "found"),
    [
        ("predicates", ["predicate"]),
        ("mentions", ["actor", "mention"]),
        ("dates", ["date"]),
        ("places", []),
        ("attributions", []),
    ],
)
def test_other_layers_follow_their_report(layer: str, found: list[str]) -> None:
    """A report with nothing in it still has its line."""
    assert kinds(layer) == ["report", *found]


def test_layers_tell_who_is_meant_once_and_first() -> None:
    """A mention and a voice are ids: the actor's own line, with its name, stands before the first of them."""
    twice = replace(READING, mentions=READING.mentions * 2, predicates=(said_by("ardova"),))
    assert [json.loads(li)["kind"] for li in code_lines(twice, JOINED, "mentions")][1:] == ["actor", *["mention"] * 2]
    actor = json.loads(list(code_lines(twice, JOINED, "predicates"))[1])
    assert (actor["kind"], actor["id"]) == ("actor", "ardova")


def test_text_is_left_out_unless_asked_for() -> None:
    """The report's text is null, or to the letter."""
    bare, whole = (json.loads(next(code_lines(READING, JOINED, "dates", w)))["text"] for w in (False, True))
    assert (bare, whole) == (None, READING.report.text)


@pytest.mark.parametrize("layer", LAYERS)
def test_every_line_keeps_the_schema(layer: str) -> None:
    """Each line of each layer validates."""
    lines = list(code_lines(READING, JOINED, layer))
    assert lines
    for line in lines:
        check(line)


def test_an_unknown_layer_is_named() -> None:
    """The message lists the layers that there are."""
    with pytest.raises(ValueError, match=r"'words' is none of statements, predicates"):
        code_lines(READING, JOINED, "words")
