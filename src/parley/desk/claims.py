"""Claims: every statement that is not a plain reported fact, with who is for and who against."""

from __future__ import annotations

from parley.analysis import Claim, ledger
from parley.brief.phrases import sentence
from parley.desk.tables import Cell, Table, day, names
from parley.terms.enums import Stance
from parley.terms.slice import Slice
from parley.terms.values import REPORT

COLUMNS = ("id", "status", "reality", "claim", "for", "against", "doubts", "date", "reports")
NARROW = ("id", "status", "claim", "for", "against")


def table(slice: Slice) -> Table:  # noqa: A002 - the contract's own word
    """The claims ledger: contested first, then denied, admitted, claimed, alleged."""
    return Table("Claims", COLUMNS, tuple(_row(c, slice) for c in ledger(slice)), NARROW)


def _row(claim: Claim, slice: Slice) -> tuple[Cell, ...]:  # noqa: A002
    s = claim.statement
    return (
        s.id,
        s.status.value,
        s.reality.value,
        sentence(s, slice),
        _who(claim, slice, Stance.ASSERTS, Stance.ADMITS, Stance.ALLEGES),
        _who(claim, slice, Stance.DENIES),
        _who(claim, slice, Stance.DOUBTS, Stance.ASKS),
        day(s.date),
        len(claim.rests_on),
    )


def _who(claim: Claim, slice: Slice, *stances: Stance) -> str:  # noqa: A002
    speakers = [h.who for h in claim.by(*stances)]
    plain = ["a report" for w in speakers if w == REPORT][:1]
    unnamed = ["unnamed" for w in speakers if w is None][:1]
    named = names(slice, (w for w in dict.fromkeys(speakers) if w not in (None, REPORT)))
    return ", ".join(w for w in (named, *plain, *unnamed) if w)
