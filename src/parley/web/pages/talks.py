"""Talks: the list, and one with its rounds."""

from __future__ import annotations

from parley.desk.views import talk as desk
from parley.web.answering import View
from parley.web.asking import Ask


def talk_list(ask: Ask) -> View:
    """A page of the talks, the newest first."""
    found = desk.talk_list(ask.record, ask.actors(), ask.number("after"))
    return View("talks", "Talks", found, found.table, {"paging": found.paging})


def talk(ask: Ask) -> View:
    """One talk."""
    found = desk.talk_page(ask.record, ask.id)
    return View("talk", found.talk.title, found, found.table)
