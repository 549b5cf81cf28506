"""The timeline, by actor or talk."""

from __future__ import annotations

from parley.desk.records import Wanted
from parley.desk.views.moments import FORMS, time_page
from parley.terms.enums import Form
from parley.web.answering import View
from parley.web.asking import Ask
from parley.web.charts import years_svg


def timeline(ask: Ask) -> View:
    """A page of what is dated."""
    wanted = Wanted(actors=ask.every("actor"), since=ask.day("since"), until=ask.day("until"))
    form = ask.one_of("form", Form)
    forms = frozenset({form}) if form else FORMS
    found = time_page(ask.record, wanted, ask.get("talk") or None, ask.number("after"), forms=forms)
    more = {
        "paging": found.paging,
        "picture": found.picture,
        "chart": years_svg(found.years),
        "forms": sorted(f.value for f in FORMS),
    }
    return View("timeline", "Timeline", found, found.table, more)
