"""PLOVER's codes, and the table from an act and its reality to them."""

from __future__ import annotations

from itertools import product

import pytest

from parley.terms.bodies import Plover
from parley.terms.enums import Reality, Root, Status
from parley.terms.plover import MODES, QUAD, SCORE, THREAT_MODE, plover_of, score_of

HAPPENED, ONGOING, PLANNED, POSSIBLE, THREATENED, NOT_DONE, UNKNOWN = Reality


def code(said: str) -> Plover:
    kind, _, mode = said.partition(" ")
    return Plover(Root(kind), mode or None)


@pytest.mark.parametrize(
    ("act", "reality", "as_plover"),
    [
        # what was done, or is being done, is coded as it is
        ("CONSULT visit", HAPPENED, "CONSULT visit"),
        ("CONSULT phone", ONGOING, "CONSULT phone"),
        ("ASSAULT aerial", HAPPENED, "ASSAULT aerial"),
        ("SANCTION discontinue", ONGOING, "SANCTION discontinue"),
        ("RETREAT ceasefire", HAPPENED, "RETREAT ceasefire"),
        ("SUPPORT", HAPPENED, "SUPPORT"),
        # a cooperative act still to come is AGREE: meetings, invitations, aid, signatures
        ("CONSULT", PLANNED, "AGREE"),
        ("CONSULT visit", PLANNED, "AGREE"),
        ("AID", PLANNED, "AGREE"),
        ("COOPERATE", PLANNED, "AGREE"),
        ("SUPPORT", PLANNED, "AGREE"),
        ("AGREE", PLANNED, "AGREE"),
        ("CONSULT", POSSIBLE, "AGREE"),
        ("AID", POSSIBLE, "AGREE"),
        # a give that is announced is CONCEDE; in force it is RETREAT
        ("RETREAT withdraw", PLANNED, "CONCEDE"),
        ("RETREAT ceasefire", PLANNED, "CONCEDE"),
        ("RETREAT release", PLANNED, "CONCEDE"),
        ("RETREAT release", POSSIBLE, "CONCEDE"),
        ("CONCEDE", PLANNED, "CONCEDE"),
        # hostile acts announced or threatened are THREATEN, by what is threatened
        ("ASSAULT", THREATENED, "THREATEN violence"),
        ("ASSAULT heavy-weapons", PLANNED, "THREATEN violence"),
        ("MOBILIZE troops", THREATENED, "THREATEN violence"),
        ("COERCE arrest", THREATENED, "THREATEN arrest"),
        ("COERCE deport", THREATENED, "THREATEN expel"),
        ("COERCE seize", THREATENED, "THREATEN territory"),
        ("COERCE curfew", THREATENED, "THREATEN restrict"),
        ("SANCTION", THREATENED, "THREATEN relations"),
        ("SANCTION withdraw", THREATENED, "THREATEN relations"),
        ("SANCTION discontinue", PLANNED, "THREATEN restrict"),
        ("SANCTION expel", THREATENED, "THREATEN expel"),
        ("SANCTION convict", THREATENED, "THREATEN arrest"),
        ("REJECT meet", THREATENED, "THREATEN relations"),
        ("PROTEST strike", THREATENED, "THREATEN"),
        ("RETREAT withdraw", THREATENED, "THREATEN"),
        # words that ask or blame stay what they are, whenever they come
        ("REQUEST meet", PLANNED, "REQUEST meet"),
        ("ACCUSE allege", POSSIBLE, "ACCUSE allege"),
        # what is only possible or open keeps its code; its reality says so
        ("ASSAULT firearms", POSSIBLE, "ASSAULT firearms"),
        ("ASSAULT", UNKNOWN, "ASSAULT"),
    ],
)
def test_acts_as_plover_codes_them(act: str, reality: Reality, as_plover: str) -> None:
    """The table, line by line."""
    given = code(act)
    assert plover_of(given.type, given.mode, reality) == code(as_plover)


def test_plover_has_no_code_for_what_was_not_done_is_denied_or_is_other() -> None:
    """Null, whatever the act; a contested act keeps its code."""
    for kind, reality in product(Root, Reality):
        assert plover_of(kind, None, NOT_DONE) is None
        assert plover_of(kind, None, reality, Status.DENIED) is None
        assert plover_of(Root.OTHER, "takeover", reality) is None
    assert plover_of(Root.ASSAULT, None, HAPPENED, Status.CONTESTED) == Plover(Root.ASSAULT)


def test_every_code_that_comes_out_is_plovers() -> None:
    """Over all acts, modes and realities: a root with a score, and a mode of that root's or none."""
    for kind, reality in product(Root, Reality):
        for mode in (None, *MODES.get(kind, {})):
            made = plover_of(kind, mode, reality)
            assert made is None or (made.type in SCORE and (made.mode is None or made.mode in MODES[made.type]))


def test_no_hostile_act_to_come_is_coded_as_done() -> None:
    """What is only announced or threatened never counts as material conflict."""
    for kind, reality in product(Root, (PLANNED, THREATENED)):
        made = plover_of(kind, None, reality)
        assert made is None or QUAD[made.type] != 4


@pytest.mark.parametrize(
    ("said", "score"),
    [
        ("AGREE", 2.5), ("CONSULT", 2.5), ("CONSULT visit", 4), ("CONSULT third-party", 1), ("CONSULT phone", 1.5),
        ("SUPPORT", 5), ("CONCEDE", 4.5), ("COOPERATE", 9.5), ("AID", 10), ("RETREAT", 6.5), ("RETREAT disarm", 10),
        ("RETREAT ceasefire", 7.5), ("RETREAT resign", 4.5), ("REQUEST", 0), ("REQUEST assist", 0.5),
        ("REQUEST change", -1), ("ACCUSE", -3), ("ACCUSE disapprove", -2), ("REJECT", -2), ("REJECT assist", -1.5),
        ("THREATEN", -3.5), ("THREATEN territory", -4), ("PROTEST", -5), ("PROTEST riot", -7), ("SANCTION", -6),
        ("SANCTION expel", -5.5), ("MOBILIZE", -5.5), ("MOBILIZE troops", -6.5), ("COERCE", -7),
        ("COERCE martial-law", -7.5), ("ASSAULT", -9), ("ASSAULT beat", -7.5), ("ASSAULT unconventional", -10),
    ],
)  # fmt: skip
def test_scores(said: str, score: float) -> None:
    """The manual's figures; a mode's where it has one, else its root's."""
    assert score_of(code(said)) == score
    assert score_of(Plover(code(said).type, "no such mode")) == SCORE[code(said).type]


def test_quads() -> None:
    """Each root in one quad; cooperation scores above 0, conflict not; SANCTION is material."""
    by_quad = {q: {r for r in QUAD if QUAD[r] == q} for q in (1, 2, 3, 4)}
    assert by_quad[1] == {Root.AGREE, Root.CONSULT, Root.SUPPORT, Root.CONCEDE}
    assert by_quad[2] == {Root.COOPERATE, Root.AID, Root.RETREAT}
    assert by_quad[3] == {Root.REQUEST, Root.ACCUSE, Root.REJECT, Root.THREATEN}
    assert by_quad[4] == {Root.PROTEST, Root.SANCTION, Root.MOBILIZE, Root.COERCE, Root.ASSAULT}
    assert QUAD.keys() == SCORE.keys() == {*Root} - {Root.OTHER}
    assert all((SCORE[r] > 0) is (QUAD[r] < 3) for r in QUAD)


def test_there_are_67_modes() -> None:
    """As many as the manual has, each under its root; five roots have none."""
    assert sum(len(m) for m in MODES.values()) == 67
    assert not {Root.AGREE, Root.SUPPORT, Root.CONCEDE, Root.COOPERATE, Root.AID} & MODES.keys()
    assert all(m in MODES[r] for r in THREAT_MODE for m in THREAT_MODE[r] if m)
