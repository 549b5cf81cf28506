"""The claims ledger: who asserts, admits, alleges, denies, doubts or asks, and on which report it rests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.analysis.standing import is_fact, reports_of, statements
from parley.terms.enums import Stance, Status
from parley.terms.slice import Slice
from parley.terms.statement import Statement
from parley.terms.values import REPORT, Voice

GROUPS = (Status.CONTESTED, Status.DENIED, Status.ADMITTED, Status.CLAIMED, Status.ALLEGED, Status.REPORTED)
"""The order of the ledger. `reported` holds what a report itself presents as planned, possible or not done."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One speaker with one stance: `who` as in a voice, the chain outward in `via`, and where it is heard."""

    who: str | None
    stance: Stance
    via: tuple[str, ...]
    voices: tuple[Voice, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports in which the speaker is heard, each once."""
        return tuple(dict.fromkeys(v.report for v in self.voices))


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that is not a plain reported fact, with everybody who is heard on it."""

    statement: Statement
    group: Status
    heard: tuple[Heard, ...]
    rests_on: tuple[str, ...]

    def by(self, *stances: Stance) -> tuple[Heard, ...]:
        """Those who take one of these stances."""
        return tuple(h for h in self.heard if h.stance in stances)


_STANCES = tuple(Stance)


def _key(heard: Heard) -> tuple[int, bool, str, tuple[str, ...]]:
    unnamed_last = heard.who is None or heard.who == REPORT
    return _STANCES.index(heard.stance), unnamed_last, heard.who or "", heard.via


def hear(voices: Iterable[Voice]) -> tuple[Heard, ...]:
    """Voices by speaker, stance and chain: one speaker in three reports is one, heard three times.

    A report's own voice is one speaker for each report.
    """
    by: dict[tuple[str | None, Stance, tuple[str, ...], str], list[Voice]] = {}
    for v in voices:
        by.setdefault((v.who, v.stance, v.via, v.report if v.who == REPORT else ""), []).append(v)
    heard = [Heard(who, stance, via, tuple(vs)) for (who, stance, via, _), vs in by.items()]
    return tuple(sorted(heard, key=_key))


def is_plain_fact(statement: Statement) -> bool:
    """Whether a report tells a statement as a fact in its own voice and nobody is heard against or in doubt."""
    quiet = all(v.stance not in (Stance.DENIES, Stance.DOUBTS, Stance.ASKS) for v in statement.voices)
    return statement.status is Status.REPORTED and is_fact(statement) and quiet


def _claim(s: Statement) -> Claim:
    told_in = (*reports_of(s.mentions), *(v.report for v in s.voices))
    return Claim(s, s.status, hear(s.voices), tuple(dict.fromkeys(told_in)))


def ledger(slice: Slice) -> tuple[Claim, ...]:  # noqa: A002 - the contract's own word
    """Every statement that is not a plain reported fact, by group in the order of `GROUPS`, then by date."""
    claims = [_claim(s) for s in statements(slice) if not is_plain_fact(s)]
    return tuple(sorted(claims, key=lambda c: GROUPS.index(c.group)))
