"""Outlook: the scenarios, one of them, and the forecasts."""

from __future__ import annotations

from datetime import UTC, datetime

from parley.brief.pictures import calibration_svg
from parley.desk import forecasts as desk_forecasts
from parley.desk.amiss import AmissError
from parley.desk.views import outlook as desk
from parley.web.answering import View
from parley.web.asking import Ask

MOVED = "x."
"""Before the label of a number that was moved, in the address."""


def shelf(ask: Ask) -> View:
    """The scenarios that lie beside the record."""
    found = desk.scenarios(ask.bench.scenarios)
    return View("outlooks", "Outlook", found, found.table)


def outlook(ask: Ask) -> View:
    """One scenario, with its numbers as they stand in the address; with another one beside it if asked for."""
    moved = desk.changes_in((k.removeprefix(MOVED), v) for k, v in ask.query if k.startswith(MOVED))
    found = desk.outlook_page(ask.bench.scenarios, ask.id, moved)
    other = ask.get("beside")
    beside = desk.outlook_page(ask.bench.scenarios, other, {}) if other else None
    more = {
        "section": desk.section(found),
        "beside": beside,
        "beside_section": desk.section(beside) if beside else None,
        "kept": desk.scenarios(ask.bench.scenarios).kept,
        "moved": MOVED,
    }
    return View("outlook", found.title, found, found.table, more)


def forecasts(ask: Ask) -> View:
    """What was said to be how likely, what came of it, and how good that was."""
    kept = desk_forecasts.kept(ask.record)
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    table = desk_forecasts.table(kept, today)
    try:
        scores = desk_forecasts.score(ask.record)
    except AmissError:
        scores = None
    more = {
        "scores": scores,
        "words": tuple(desk_forecasts.words_of(scores)) if scores else (),
        "picture": calibration_svg(scores) if scores else "",
        "rows": [dict(zip(table.columns, row, strict=True)) for row in table.rows],
    }
    return View("forecasts", "Forecasts", desk_forecasts.objects(kept), table, more)
