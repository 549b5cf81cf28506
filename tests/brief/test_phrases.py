"""Phrases: plain lines that never pass for facts unless they are."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from parley.analysis import is_fact
from parley.brief.phrases import harm_words, label, phrase, sentence
from parley.brief.wordings import ACTS, OUTCOMES, POSITIONS, STANCES, STATUS, TIES, VERDICTS
from parley.terms.actor import Actor
from parley.terms.bodies import Event, Position
from parley.terms.enums import (
    ActorType,
    HarmKind,
    Outcome,
    PositionStance,
    Reality,
    Relation,
    Root,
    Stance,
    Status,
    Verdict,
)
from parley.terms.facts import REAL
from parley.terms.plover import MODES
from parley.terms.slice import Slice
from parley.terms.statement import Statement
from parley.terms.values import Harm, Object


def _by_id(slice_: Slice, id_: str) -> Statement:
    return next(s for s in slice_.statements if s.id == id_)


PHRASES = {
    "arms": "Contested: Southmark gave two shiploads of rifles to the River Front",
    "accuse": "Northland's foreign ministry accused Southmark "
    "(saying that Southmark gave two shiploads of rifles to the River Front)",
    "shelling": "Claimed: The River Front shelled the customs house of Northland (12 killed)",
    "loss": "Admitted: The River Front and Tam Okoro were attacked",
    "release": "Northland released 40 prisoners to the River Front",
    "call": "The Lowland Council demanded a ceasefire from Northland and the River Front",
    "pay": "Alleged: Southmark gives pay to the River Front",
    "navy": "Southmark did not move its navy",
    "blockade": "Southmark threatened to put restrictions on the estuary of Northland",
    "fighting": "Northland and the River Front fight each other",
    "convoys": "Northland planned to give access for aid convoys",
    "attack-dam": "Claimed: The River Front may attack the dam",
    "flight": "Thousands of civilians fled to Eastmere",
    "needs": "Eastmere depends on Northland for electricity",
    "friends": "Eastmere is on friendly terms with Northland and Southmark",
    "backs": "Contested: Southmark supports the River Front",
    "leads": "Mara Voss is leader of the River Front",
    "minister": "Ilse Morrow is acting foreign minister of Eastmere",
    "share": "The River Front is strongly for a share of the customs revenue",
    "ceasefire": "Claimed: The River Front is for a ceasefire, on condition: prisoners are freed",
    "gain": "Judged a gain for Eastmere: “the role of host”",
}


@pytest.mark.parametrize(("id_", "words"), PHRASES.items())
def test_phrase_of_each_kind(northland: Slice, id_: str, words: str) -> None:
    """Each form, act and status reads as plain English."""
    assert phrase(_by_id(northland, id_), northland) == words


_NOT_SO = re.compile(
    r"planned to|\bmay\b|threatened to|under threat|did not|(was|were|is|are) not|(were|was) to be|not known whether"
)


def test_what_is_no_fact_says_so(northland: Slice) -> None:
    """Only what a report says itself stands without its status before it, and what has not happened says so."""
    for s in northland.statements:
        bare = phrase(s, northland) == sentence(s, northland)
        assert bare == (s.status is Status.REPORTED)
        assert not bare or is_fact(s) or _NOT_SO.search(phrase(s, northland))


@pytest.mark.parametrize("reality", sorted(set(Reality) - REAL))
@pytest.mark.parametrize(("root", "mode"), [(r, m) for r in Root for m in (None, *MODES.get(r, {}))])
@pytest.mark.parametrize("actors", [("northland",), ()])
def test_an_act_that_is_not_real_says_so(
    northland: Slice, root: Root, mode: str | None, reality: Reality, actors: tuple[str, ...]
) -> None:
    """Whatever the act and whoever does it, a plan, a threat or what was not done never reads as done."""
    body = Event(root, mode, None, actors, ("southmark",))
    assert _NOT_SO.search(sentence(replace(_by_id(northland, "navy"), body=body, reality=reality), northland))


@pytest.mark.parametrize("reality", Reality)
@pytest.mark.parametrize(("root", "mode"), [(r, m) for r in Root for m in (None, *MODES.get(r, {}))])
def test_every_act_reads_in_every_reality(northland: Slice, root: Root, mode: str | None, reality: Reality) -> None:
    """Every root and mode gives words that name the doer, whom, and what, with no double space."""
    body = Event(root, mode, None, ("northland",), ("southmark",), Object("grain"))
    said = sentence(replace(_by_id(northland, "navy"), body=body, reality=reality), northland)
    assert all(word in said for word in ("orthland", "Southmark", "grain"))
    assert "  " not in said
    alone = Event(root, mode, None, (), ())
    assert sentence(replace(_by_id(northland, "navy"), body=alone), northland).startswith("Somebody not named ")
    done_to = Event(root, mode, None, (), ("southmark",))
    assert "Southmark" in sentence(replace(_by_id(northland, "navy"), body=done_to), northland)


def test_one_side_s_promise_is_no_agreement(northland: Slice) -> None:
    """Only where both sides are named as its doers does an act of agreeing read as an agreement."""
    told = _by_id(northland, "release")
    alone = replace(told, body=Event(Root.AGREE, None, None, ("northland",), ("river-front",)))
    both = replace(told, body=Event(Root.AGREE, None, None, ("northland", "river-front"), (), Object("a truce")))
    assert sentence(alone, northland) == "Northland made an offer or promise to the River Front"
    assert sentence(both, northland) == "Northland and the River Front agreed on a truce"


OBJECTS = [
    (Root.ASSAULT, None, "a raid", "Northland fought off a raid of Southmark"),
    (Root.ASSAULT, None, "a bridge", "Northland attacked a bridge of Southmark"),
    (Root.RETREAT, "ceasefire", "its attacks", "Northland halted attacks against Southmark"),
    (Root.RETREAT, "ceasefire", "the truce", "Northland ceased fire with Southmark under the truce"),
    (Root.SUPPORT, None, "the peace accord", "Northland signed or endorsed the peace accord of Southmark"),
    (Root.SANCTION, "discontinue", "sanctions", "Northland imposed sanctions on Southmark"),
    (Root.SANCTION, "discontinue", "new sanctions", "Northland imposed new sanctions on Southmark"),
    (Root.REJECT, "meet", "further negotiations", "Northland refused further negotiations with Southmark"),
    (Root.ACCUSE, "allege", "Southmark", "Northland accused Southmark"),
    (Root.ACCUSE, "allege", "the theft", "Northland accused Southmark over the theft"),
    (Root.SUPPORT, None, "the march", "Northland voiced support for the march of Southmark"),
]


def test_people_are_released_and_captives_handed_over(northland: Slice) -> None:
    """By what they are: the nuns are released, and captives to a side; forces are withdrawn, places withdrawn from."""
    nuns = replace(northland, actors=(*northland.actors, Actor("nuns", "nuns", ActorType.GROUP)))
    told = _by_id(northland, "release")

    def said(mode: str, to: tuple[str, ...], thing: str | None = None, of: tuple[str, ...] = ("northland",)) -> str:
        held = Object(thing) if thing else None
        return sentence(replace(told, body=Event(Root.RETREAT, mode, None, of, to, held)), nuns)

    assert said("release", ("nuns",)) == "Northland released nuns"
    assert said("release", ("nuns",), of=()) == "Nuns were released"
    assert said("release", ("river-front",)) == "Northland released captives to the River Front"
    assert said("withdraw", (), "its tanks") == "Northland withdrew its tanks"
    assert said("withdraw", (), "the province") == "Northland withdrew from the province"


@pytest.mark.parametrize(("root", "mode", "thing", "words"), OBJECTS)
def test_some_objects_change_the_wording(
    northland: Slice, root: Root, mode: str | None, thing: str, words: str
) -> None:
    """An attack is fought off or halted, a paper is signed, and nothing is told twice."""
    body = Event(root, mode, None, ("northland",), ("southmark",), Object(thing))
    assert sentence(replace(_by_id(northland, "navy"), body=body, reality=Reality.HAPPENED), northland) == words


def test_an_unknown_mode_reads_as_its_root(northland: Slice) -> None:
    """A mode that a codebook adds does not leave a line without words."""
    body = Event(Root.ASSAULT, "stampede", None, ("northland",), ("southmark",))
    happened = replace(_by_id(northland, "accuse"), body=body, links=())
    assert sentence(happened, northland) == "Northland attacked Southmark"


@pytest.mark.parametrize(
    ("thing", "words"),
    [
        ("positions", "Northland attacked positions of the River Front"),
        ("River Front positions", "Northland attacked River Front positions"),
        ("front", "Northland attacked the River Front"),
        ("it", "Northland attacked the River Front"),
    ],
)
def test_what_an_act_is_done_to_is_told_once(northland: Slice, thing: str, words: str) -> None:
    """An object that names the recipient stands for it; another one is the recipient's; a pronoun says nothing."""
    body = Event(Root.ASSAULT, None, None, ("northland",), ("river-front",), Object(thing))
    assert sentence(replace(_by_id(northland, "release"), body=body), northland) == words


@pytest.mark.parametrize(
    ("owners", "words"),
    [((), "a village and thousands of civilians"), (("civilians",), "a village of thousands of civilians")],
)
def test_people_nearby_own_nothing(northland: Slice, owners: tuple[str, ...], words: str) -> None:
    """People who are only described stand beside what an act is done to, unless it is told to be theirs."""
    told = tuple(replace(a, described_as=a.name) if a.id == "civilians" else a for a in northland.actors)
    body = Event(Root.ASSAULT, None, None, ("northland",), ("civilians",), Object("a village", owners))
    raid = replace(_by_id(northland, "release"), body=body)
    assert sentence(raid, replace(northland, actors=told)) == f"Northland attacked {words}"


@pytest.mark.parametrize(
    ("mode", "thing", "words"),
    [
        ("meet", "further talks", "Northland refused further talks with the River Front"),
        ("meet", "talks", "Northland refused talks with the River Front"),
        ("meet", "the estuary", "Northland refused talks with the River Front on the estuary"),
    ],
)
def test_talks_are_not_held_on_talks(northland: Slice, mode: str, thing: str, words: str) -> None:
    """Where the object of an act of talking is the talks themselves, they are named once."""
    body = Event(Root.REJECT, mode, None, ("northland",), ("river-front",), Object(thing))
    assert sentence(replace(_by_id(northland, "release"), body=body), northland) == words


@pytest.mark.parametrize(
    ("mode", "recipients", "words"),
    [
        ("flee", ("eastmere",), "Mara Voss fled to Eastmere"),
        ("overthrow", ("northland",), "Mara Voss overthrew Northland"),
        ("coup", ("northland",), "Mara Voss staged a coup against Northland"),
        ("victory", (), "Mara Voss won a victory"),
    ],
)
def test_acts_without_a_code_read_as_english(
    northland: Slice, mode: str, recipients: tuple[str, ...], words: str
) -> None:
    """An act told by its predicate has its own preposition, or none."""
    body = Event(Root.OTHER, mode, None, ("mara-voss",), recipients)
    assert sentence(replace(_by_id(northland, "release"), body=body), northland) == words


@pytest.mark.parametrize(
    ("issue", "condition", "words"),
    [
        ("a ceasefire", "if prisoners are freed", "a ceasefire, but only if prisoners are freed"),
        ("a ceasefire", "until prisoners are freed", "a ceasefire, but not until prisoners are freed"),
        ("a visit", "if curbs are not lifted", "a visit, but not if curbs are not lifted"),
        ("the town must be left first", None, "this: “the town must be left first”"),
        ("let the convoys in", None, "this: “let the convoys in”"),
        ("enter talks", None, "this: “enter talks”"),
    ],
)
def test_an_issue_that_is_a_clause_is_quoted(northland: Slice, issue: str, condition: str | None, words: str) -> None:
    """Words that do not fit behind "for" stand as a quotation; a condition is joined on by its own first word."""
    body = Position(
        "eastmere", issue, None, PositionStance.CONDITIONAL if condition else PositionStance.FOR, None, condition
    )
    told = replace(_by_id(northland, "share"), body=body)
    assert sentence(told, northland) == f"Eastmere is for {words}"


def test_tables_are_whole() -> None:
    """Every mode, relation, stance, verdict, status and outcome has its words."""
    assert {(r, m) for r, modes in MODES.items() for m in modes} <= set(ACTS)
    assert {r for r, m in ACTS if m is None} == set(Root) - {Root.OTHER}
    for table, words in (
        (TIES, Relation), (POSITIONS, PositionStance), (VERDICTS, Verdict),
        (STATUS, Status), (STANCES, Stance), (OUTCOMES, Outcome),
    ):  # fmt: skip
        assert set(table) == set(words)


def test_label_gives_status_and_reality(northland: Slice) -> None:
    """The label names the status, and the reality where it is not simply so."""
    assert label(_by_id(northland, "attack-dam")) == "claimed, possible"
    assert label(_by_id(northland, "accuse")) == "reported"
    assert label(_by_id(northland, "navy")) == "reported, not done"
    assert label(_by_id(northland, "gain")).endswith(" judgement")


def test_harm_of_one_side_is_a_part_of_all(northland: Slice) -> None:
    """Nobody is to add up who was counted already."""
    event = _by_id(northland, "shelling")
    assert isinstance(event.body, Event)
    harm = (
        Harm(HarmKind.KILLED, 3, 9, "3 to 9"),
        Harm(HarmKind.KILLED, 1, 1, "1", "Northland"),
        Harm(HarmKind.INJURED, None, 4, "4", "Southmark"),
    )
    told = phrase(replace(event, body=replace(event.body, harm=harm)), northland)
    assert told.endswith("(3 to 9 killed, of them 1 of Northland; at most 4 injured)")


@pytest.mark.parametrize(
    ("root", "mode", "thing", "recipients", "words"),
    [
        (Root.COERCE, "curfew", "a curfew", (), "Northland imposed a curfew"),
        (Root.COERCE, "curfew", "night curfew", (), "Northland imposed a night curfew"),
        (Root.CONSULT, "third-party", "The talks", (), "Northland mediated or hosted the talks"),
        (
            Root.CONSULT,
            "third-party",
            None,
            ("river-front",),
            "Northland mediated or hosted talks with the River Front",
        ),
        (Root.OTHER, "pay", "a ransom", (), "Northland paid a ransom"),
    ],
)
def test_acts_read_as_english(
    northland: Slice, root: Root, mode: str, thing: str | None, recipients: tuple[str, ...], words: str
) -> None:
    """One article, a capital only where a sentence or a name begins, and nothing between one side alone."""
    body = Event(root, mode, None, ("northland",), recipients, Object(thing) if thing else None)
    assert sentence(replace(_by_id(northland, "release"), body=body), northland) == words


def test_more_than_a_number_is_told_so() -> None:
    """More than 9,000 is not told as at least 9001, though it means that."""
    assert harm_words(Harm(HarmKind.KILLED, 9001, None, "More than 9,000 people")) == "more than 9000 killed"
    assert harm_words(Harm(HarmKind.KILLED, 12, None, "at least 12")) == "at least 12 killed"
