"""Small builders for slices, of which each test says only what matters to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from parley.terms.bodies import Event, StatementBody
from parley.terms.enums import DateBasis, Reality, Root, Stance
from parley.terms.facts import counts_as_fact, status_of
from parley.terms.plover import plover_of
from parley.terms.statement import Mention, Statement, Talk, Variants
from parley.terms.values import Date, Span, Voice

Tell = Callable[..., Statement]
Meet = Callable[..., Talk]


def _mention(report: str, start: int = 0) -> Mention:
    return Mention(f"p-{report}-{start}", report, "met", start, start + 3, Span(start, start + 3))


def _voice(said: tuple[str | None, Stance] | tuple[str | None, Stance, str]) -> Voice:
    return Voice(said[2] if len(said) == 3 else "r1", said[0], said[1])


def _date(days: tuple[str | None, str | None] | None) -> Date | None:
    return Date(days[0], days[1], "", DateBasis.STATED) if days else None


@pytest.fixture
def tell() -> Tell:
    """Make a statement: id, body, voices as (who, stance[, report]), days as (start, end)."""

    def made(
        id_: str,
        body: StatementBody | None = None,
        *voices: Any,
        reality: Reality = Reality.HAPPENED,
        days: tuple[str | None, str | None] | None = None,
        reports: tuple[str, ...] = ("r1",),
        decision: Any = None,
    ) -> Statement:
        heard = tuple(map(_voice, voices or (("report", Stance.ASSERTS),)))
        told = body or Event(Root.CONSULT, None, None, ("a", "b"))
        status = status_of(heard)
        if isinstance(told, Event):
            code = plover_of(told.type, told.mode, reality, status)
            told = Event(told.type, told.mode, code, told.actors, told.recipients)
        return Statement(
            id_, told.FORM, tuple(map(_mention, reports)), reality, heard, status, counts_as_fact(status, reality),
            _date(days), (), Variants(), (), 0.5, decision, told,
        )  # fmt: skip

    return made


@pytest.fixture
def meet() -> Meet:
    """Make a talk: id, outcome, voices, days, mediators, hosts."""

    def made(id_: str, outcome: Any, *voices: Any, days: Any = None, **fields: Any) -> Talk:
        heard = tuple(map(_voice, voices or (("report", Stance.ASSERTS),)))
        known: dict[str, Any] = {
            "title": "", "process": None, "round": None, "parties": (), "mediators": (), "hosts": (), "place": None,
            "level": None, "format": None, "agenda": (), "mentions": (_mention("r1"),),
        }  # fmt: skip
        return Talk(id=id_, outcome=outcome, voices=heard, date=_date(days), **{**known, **fields})

    return made
