"""Actors: the list, and one with all that is told of it."""

from __future__ import annotations

from parley.desk.views import actor as desk
from parley.web.answering import View
from parley.web.asking import Ask


def actor_list(ask: Ask) -> View:
    """A page of the actors, the most named first."""
    found = desk.actor_list(ask.record, ask.number("after"))
    return View("actors", "Actors", found, found.table, {"paging": found.paging})


def actor(ask: Ask) -> View:
    """One actor."""
    found = desk.actor_page(ask.record, ask.id)
    return View("actor", found.actor.name, found, found.table)
