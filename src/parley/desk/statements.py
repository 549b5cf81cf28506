"""Events, ties, positions, judgements and roles: the statements that stand, one table a form."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from parley import analysis
from parley.brief.phrases import sentence
from parley.desk.tables import Cell, Table, day, voices, where
from parley.terms.bodies import Event, Judgement, Position, Role, Tie
from parley.terms.enums import Tenure
from parley.terms.slice import Slice
from parley.terms.statement import Statement

Cells = tuple[Cell, ...]
COMMON = ("id", "status", "reality", "fact", "date", "statement")
NARROW = ("id", "status", "reality", "date", "statement")


def events(slice: Slice) -> Table:  # noqa: A002 - the contract's own word
    """Who did what to whom, as the reports tell it."""
    own = partial(_event, analysis.Offices(slice))
    return _table("Events", ("type", "mode", "places", "offices", "voices"), analysis.statements(slice), own, slice)


def ties(slice: Slice) -> Table:  # noqa: A002
    """How actors stand to one another, with the sign +1, 0 or -1."""
    return _table("Ties", ("relation", "sign", "voices"), analysis.ties(slice), _tie, slice)


def positions(slice: Slice) -> Table:  # noqa: A002
    """What actors want."""
    return _table("Positions", ("issue_id", "stance", "voices"), analysis.positions(slice), _position, slice)


def judgements(slice: Slice) -> Table:  # noqa: A002
    """What is made of talks and events, and by whom."""
    return _table("Judgements", ("verdict", "words", "voices"), analysis.judgements(slice), _judgement, slice)


def roles(slice: Slice) -> Table:  # noqa: A002
    """Who holds which office."""
    return _table("Roles", ("tenure", "office", "voices"), analysis.roles(slice), _role, slice)


def _table(
    title: str,
    more: tuple[str, ...],
    of: Iterable[Statement],
    own: Callable[[Statement, Slice], Cells | None],
    slice: Slice,  # noqa: A002
) -> Table:
    """A table with the common columns and those of one form; `own` gives None for another form's statement."""
    pairs = ((s, own(s, slice)) for s in of)
    rows = tuple((*_common(s, slice), *cells) for s, cells in pairs if cells is not None)
    return Table(title, (*COMMON, *more), rows, NARROW)


def _common(s: Statement, slice: Slice) -> Cells:  # noqa: A002
    return s.id, s.status.value, s.reality.value, s.fact, day(s.date), sentence(s, slice)


def _event(held: analysis.Offices, s: Statement, slice: Slice) -> Cells | None:  # noqa: A002
    if not isinstance(s.body, Event):
        return None
    return s.body.type.value, s.body.mode or "", where(s.places), _offices(held.at(s), slice), voices(slice, s.voices)


def _offices(held: Iterable[Role], slice: Slice) -> str:  # noqa: A002
    """The offices that those who act held then: "Hess: Foreign Minister of Norway"."""
    return "; ".join(f"{slice.name_of(r.person)}: {_office(r, slice)}" for r in held)


def _office(r: Role, slice: Slice) -> str:  # noqa: A002
    acting = "acting " if r.tenure is Tenure.ACTING else ""
    return f"{acting}{r.office}" + (f" of {slice.name_of(r.of)}" if r.of else "")


def _tie(s: Statement, slice: Slice) -> Cells | None:  # noqa: A002
    if not isinstance(s.body, Tie):
        return None
    return s.body.relation.value, s.body.sign, voices(slice, s.voices)


def _position(s: Statement, slice: Slice) -> Cells | None:  # noqa: A002
    if not isinstance(s.body, Position):
        return None
    return s.body.issue_id or "", s.body.stance.value, voices(slice, s.voices)


def _judgement(s: Statement, slice: Slice) -> Cells | None:  # noqa: A002
    if not isinstance(s.body, Judgement):
        return None
    return s.body.verdict.value, s.body.words, voices(slice, s.voices)


def _role(s: Statement, slice: Slice) -> Cells | None:  # noqa: A002
    if not isinstance(s.body, Role):
        return None
    return s.body.tenure.value, s.body.office, voices(slice, s.voices)
