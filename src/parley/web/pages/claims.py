"""Claims: the matrix of claim by voice."""

from __future__ import annotations

from parley.desk.views import matrix as desk
from parley.terms.enums import Status
from parley.web.answering import View
from parley.web.asking import Ask


def claims(ask: Ask) -> View:
    """A page of the claims, contested first."""
    found = desk.matrix(
        ask.record,
        ask.one_of("status", Status),
        ask.actors(),
        ask.every("without"),
        ask.number("after"),
    )
    heads = [s.value for s in desk.STANCES]
    return View("claims", "Claims", found, found.table, {"paging": found.paging, "heads": heads})
