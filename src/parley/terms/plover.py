"""PLOVER's codes, scores and quads, and how an act and its reality read as a PLOVER code.

Source: PLOVER manual, draft 2.0 (openeventdata/PLOVER, 2024). Decisions on its inconsistencies:
SANCTION is quad 4 (its own section and table), ACCUSE scores -3 (all its modes are negative).
"""

from __future__ import annotations

from parley.terms.bodies import Plover
from parley.terms.enums import Reality, Root, Status

QUAD: dict[Root, int] = {
    Root.AGREE: 1, Root.CONSULT: 1, Root.SUPPORT: 1, Root.CONCEDE: 1,
    Root.COOPERATE: 2, Root.AID: 2, Root.RETREAT: 2,
    Root.REQUEST: 3, Root.ACCUSE: 3, Root.REJECT: 3, Root.THREATEN: 3,
    Root.PROTEST: 4, Root.SANCTION: 4, Root.MOBILIZE: 4, Root.COERCE: 4, Root.ASSAULT: 4,
}  # fmt: skip

SCORE: dict[Root, float] = {
    Root.AGREE: 2.5, Root.CONSULT: 2.5, Root.SUPPORT: 5, Root.CONCEDE: 4.5, Root.COOPERATE: 9.5,
    Root.AID: 10, Root.RETREAT: 6.5, Root.REQUEST: 0, Root.ACCUSE: -3, Root.REJECT: -2,
    Root.THREATEN: -3.5, Root.PROTEST: -5, Root.SANCTION: -6, Root.MOBILIZE: -5.5, Root.COERCE: -7,
    Root.ASSAULT: -9,
}  # fmt: skip

MODES: dict[Root, dict[str, float]] = {
    Root.CONSULT: {"visit": 4, "third-party": 1, "multilateral": 4, "phone": 1.5},
    Root.RETREAT: {"withdraw": 8, "release": 6.5, "disarm": 10, "ceasefire": 7.5, "access": 6.5, "resign": 4.5},
    Root.REQUEST: {"assist": 0.5, "change": -1, "yield": -1, "meet": 0},
    Root.ACCUSE: {"disapprove": -2, "investigate": -3.5, "allege": -3.5},
    Root.REJECT: {"assist": -1.5, "change": -2, "yield": -2, "meet": -2},
    Root.THREATEN: {
        "restrict": -3, "arrest": -3.5, "relations": -3.5, "expel": -3.5, "territory": -4, "violence": -3.5,
    },
    Root.PROTEST: {
        "demo": -5, "riot": -7, "strike": -5, "hunger": -4.5, "boycott": -4.5, "obstruct": -4.5, "vandalize": -5,
    },
    Root.SANCTION: {"convict": -6, "expel": -5.5, "withdraw": -6, "discontinue": -6},
    Root.MOBILIZE: {"troops": -6.5, "weapons": -6.5, "police": -5.5, "militia": -6},
    Root.COERCE: {
        "seize": -7, "restrict": -7, "censor": -6.5, "curfew": -6.5, "martial-law": -7.5, "arrest": -7, "deport": -7,
        "withhold": -7, "misinformation": -6.5, "cyber": -7,
    },
    Root.ASSAULT: {
        "abduct": -8.5, "beat": -7.5, "torture": -8.5, "sexual": -8.5, "targeted": -9.5, "destroy": -8.5,
        "primitive": -8, "firearms": -9, "explosives": -9, "suicide-attack": -9.5, "aerial": -9.5, "drone": -9.5,
        "heavy-weapons": -9.5, "crowd-control": -7.5, "unconventional": -10,
    },
}  # fmt: skip

RECIPROCAL = frozenset({Root.CONSULT, Root.AGREE, Root.COOPERATE})
"""Acts that all sides do: a telling may name a side as actor or as recipient."""

TO_COME: dict[Root, Root] = {
    Root.CONSULT: Root.AGREE, Root.SUPPORT: Root.AGREE, Root.COOPERATE: Root.AGREE, Root.AID: Root.AGREE,
    Root.RETREAT: Root.CONCEDE,
}  # fmt: skip
"""A cooperative act still to come, by the act."""

THREAT_MODE: dict[Root, dict[str | None, str | None]] = {
    Root.ASSAULT: {None: "violence"},
    Root.MOBILIZE: {None: "violence"},
    Root.COERCE: {None: "restrict", "arrest": "arrest", "deport": "expel", "seize": "territory"},
    Root.SANCTION: {None: "relations", "expel": "expel", "convict": "arrest", "discontinue": "restrict"},
    Root.REJECT: {None: "relations"},
    Root.PROTEST: {None: None},
}
"""The mode of THREATEN, by the act threatened and its mode (None: any other)."""

_THREATENED = frozenset({Reality.THREATENED, Reality.PLANNED})


def plover_of(type: Root, mode: str | None, reality: Reality, status: Status | None = None) -> Plover | None:  # noqa: A002
    """An act as PLOVER would code it, or None where PLOVER has no code (OTHER, not done, denied)."""
    if type is Root.OTHER or reality is Reality.DID_NOT_HAPPEN or status is Status.DENIED:
        return None
    if reality in _THREATENED and type in THREAT_MODE:
        modes = THREAT_MODE[type]
        return Plover(Root.THREATEN, modes.get(mode, modes[None]))
    if reality is Reality.THREATENED:
        return Plover(Root.THREATEN)
    if reality in (Reality.PLANNED, Reality.POSSIBLE) and type in TO_COME:
        return Plover(TO_COME[type])
    return Plover(type, mode)


def score_of(code: Plover) -> float:
    """PLOVER's conflict-cooperation score of a code, from -10 to 10.

    >>> score_of(Plover(Root.RETREAT, "disarm"))
    10
    """
    return MODES.get(code.type, {}).get(code.mode or "", SCORE[code.type])
