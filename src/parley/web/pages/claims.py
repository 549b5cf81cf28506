"""Claims: the matrix of claim by voice."""

from __future__ import annotations

from parley.desk.views import matrix as desk
from parley.terms.enums import Status
from parley.web.answering import View
from parley.web.asking import Ask


def claims(ask: Ask) -> View:
    """A page of the claims, contested first; without some sources, of what the record would be without them."""
    status, actors, after = ask.one_of("status", Status), ask.actors(), ask.number("after")
    without = ask.every("without")
    if without:
        found = desk.matrix_without(ask.record, ask.bench.rests, without, status, actors, after)
    else:
        found = desk.matrix(ask.record, status, actors, after)
    called = {w: desk.called(ask.record, w) for w in without}
    more = {"paging": found.paging, "heads": [s.value for s in desk.STANCES], "called": called}
    return View("claims", "Claims", found, found.table, more, 202 if found.waits else 200)
