"""Talks: who sat at the table, who brought them there, who lent the room, what came of it, and who says so."""

from __future__ import annotations

from parley.analysis import talks
from parley.desk.tables import Cell, Table, day, names, voices
from parley.terms.enums import DateBasis
from parley.terms.facts import status_of
from parley.terms.slice import Slice
from parley.terms.statement import Talk

COLUMNS = (
    "id", "date", "parties", "mediators", "hosts", "place", "outcome", "voices", "process", "round", "format", "level",
    "agenda", "status", "mentions",
)  # fmt: skip
NARROW = ("id", "date", "parties", "mediators", "hosts", "place", "outcome", "voices")


def table(slice: Slice) -> Table:  # noqa: A002 - the contract's own word
    """The talks that nobody has rejected, by date: the rounds of one process stand in their order."""
    return Table("Talks", COLUMNS, tuple(_row(t, slice) for t in talks(slice)), NARROW)


def _row(t: Talk, slice: Slice) -> tuple[Cell, ...]:  # noqa: A002
    return (
        t.id,
        _day(t),
        "; ".join(_party(p.actor, p.delegates, slice) for p in t.parties),
        names(slice, t.mediators),
        names(slice, t.hosts),
        t.place.name if t.place else "",
        t.outcome.value,
        voices(slice, t.voices),
        t.process,
        t.round,
        t.format.value if t.format else "",
        t.level.value if t.level else "",
        ", ".join(t.agenda),
        status_of(t.voices).value,
        len(t.mentions),
    )


def _day(t: Talk) -> str:
    worked_out = t.date is not None and t.date.basis is DateBasis.INFERRED
    return f"{day(t.date)} (inferred)" if worked_out else day(t.date)


def _party(actor: str, delegates: tuple[str, ...], slice: Slice) -> str:  # noqa: A002
    sent = f" ({names(slice, delegates)})" if delegates else ""
    return slice.name_of(actor) + sent
