"""Reports: the list, and one with its marks."""

from __future__ import annotations

from parley.desk.views import report as one
from parley.desk.views import shelf as many
from parley.desk.views.fields import forms
from parley.terms.enums import Handling
from parley.web.answering import View
from parley.web.asking import Ask


def shelf(ask: Ask) -> View:
    """A page of the reports."""
    found = many.shelf(ask.record, ask.number("after"))
    return View("reports", "Reports", found, found.table, {"paging": found.paging})


def report(ask: Ask) -> View:
    """One report: its text, what was found in it, and a form for what was not."""
    found = one.report_page(ask.record, ask.id)
    order = {line.id: i for i, line in enumerate(found.lines, 1)}
    more = {"order": order, "forms": forms(), "handlings": [h.value for h in Handling]}
    return View("report", found.title, found, found.table, more)
