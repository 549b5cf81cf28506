"""Home: the record at a glance, and where reports are dropped."""

from __future__ import annotations

from starlette.responses import Response

from parley.desk.uploads import SUFFIXES
from parley.desk.views.glance import glance
from parley.terms.enums import Handling
from parley.web.answering import View, as_json, plain
from parley.web.asking import Ask
from parley.web.charts import years_svg


def home(ask: Ask) -> View:
    """The record at a glance."""
    found = glance(ask.record, ask.session.since)
    more = {
        "jobs": ask.readings.jobs(),
        "chart": years_svg(found.years),
        "accepted": ",".join(SUFFIXES),
        "handlings": [h.value for h in Handling],
        "record_name": ask.bench.name,
    }
    return View("home", "Home", found, found.table, more)


def reading(ask: Ask) -> Response:
    """How far the reports that were dropped are read."""
    return as_json(plain(ask.readings.jobs()))
