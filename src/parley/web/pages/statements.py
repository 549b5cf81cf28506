"""One statement or talk: what it says, on what it rests, who decided what on it."""

from __future__ import annotations

from parley.desk.views.grounds import grounds
from parley.web.answering import View
from parley.web.asking import Ask


def statement(ask: Ask) -> View:
    """One statement with the words and rules that it rests on."""
    found = grounds(ask.record, ask.id)
    return View("statement", found.item.line.says, found, found.table)
