"""Coding: who codes what, agreement, where coders differ, and one report to be coded blind."""

from __future__ import annotations

from parley.desk.amiss import AmissError
from parley.desk.views.coding import coding_page, sheet
from parley.web.answering import View
from parley.web.asking import Ask


def coding(ask: Ask) -> View:
    """All of it for an editor; for a coder what was given to them."""
    only = None if ask.session.may_decide() else ask.session.name
    found = coding_page(ask.record, only)
    return View("coding", "Coding", found, found.table)


def report(ask: Ask) -> View:
    """One report of one's own, coded without seeing what anybody else made of it."""
    if not ask.session.may_code():
        raise AmissError("you may not code", "Ask for the role of a coder in the accounts file.")
    found = sheet(ask.record, ask.id, ask.session.name)
    return View("sheet", f"Coding: {found.title}", found, found.table)
