"""The network of ties, and what runs between two actors."""

from __future__ import annotations

from parley.desk.views import ties as desk
from parley.web.addresses import to_between
from parley.web.answering import View
from parley.web.asking import Ask


def network(ask: Ask) -> View:
    """The ties as they stood at the end of a year, or as they stand."""
    year = ask.number("year", most=9999)
    until = f"{year:04d}-12-31" if year else ask.day("until")
    actors = ask.actors()
    found = desk.ties_page(ask.record, to_between, until, actors, sums=ask.get("sums") != "no")
    more = {"picture": found.picture, "year": year or None, "sums": ask.get("sums") != "no"}
    return View("network", "Network", found, found.table, more)


def between(ask: Ask) -> View:
    """Everything that names both of two actors, with its quotes."""
    found = desk.between(ask.record, ask.get("one"), ask.get("other"))
    return View("between", f"{found.one_name} and {found.other_name}", found, found.table)
