"""Review: the queue, doubtful merges, and who decided what."""

from __future__ import annotations

from starlette.responses import Response

from parley.desk.decisions import history as log_table
from parley.desk.judging import since as decided_since
from parley.desk.views import queue as desk
from parley.desk.views.doubtful import doubtful
from parley.desk.views.grounds import Entry, log_of
from parley.desk.views.paging import Paging
from parley.terms.enums import Form, Status
from parley.terms.slice import Filter
from parley.web.addresses import to_statement
from parley.web.answering import View, as_json, plain
from parley.web.asking import Ask
from parley.web.templating import environment

LOGGED = 100


def queue(ask: Ask) -> View:
    """What waits, the most doubtful and most consequential first."""
    which = ask.one_of("which", desk.Waiting) or desk.Waiting.OPEN
    found = desk.queue(ask.record, which, asked(ask), ask.number("after"))
    more = {
        "paging": found.paging,
        "which": which.value,
        "forms": [f.value for f in Form],
        "statuses": [s.value for s in Status],
    }
    return View("review", "Review", found, found.table, more)


def asked(ask: Ask) -> Filter:
    """What part of the queue an address means."""
    form, status = ask.one_of("form", Form), ask.one_of("status", Status)
    return Filter(
        forms=frozenset({form} if form else ()),
        statuses=frozenset({status} if status else ()),
        actors=ask.actors(),
        reports=frozenset(ask.every("report")),
        words=ask.get("q") or None,
    )


def merges(ask: Ask) -> View:
    """What may be one, side by side."""
    found = doubtful(ask.record)
    return View("merges", "Doubtful merges", found, found.table)


def history(ask: Ask) -> View:
    """Who decided what, the latest first."""
    table = log_table(ask.record, ask.get("about") or None)
    log: tuple[Entry, ...] = log_of(ask.record, ask.get("about") or None)[::-1]
    after = ask.number("after")
    targets = {int(str(row[0])): str(row[4]) for row in table.rows}
    shown = log[after : after + LOGGED]
    more = {"paging": Paging(after, LOGGED, len(log)), "targets": targets, "to_statement": to_statement}
    return View("history", "Decisions", shown, table, more)


def since(ask: Ask) -> Response:
    """The decisions that others made after a number, for a page that is open."""
    found = decided_since(ask.record, ask.number("seq"))
    told = [
        {"seq": d.seq, "by": d.by, "at": d.at, "action": d.action.value, "field": d.field, "target": d.target}
        for d in found
    ]
    return as_json({"seq": max((d.seq for d in found), default=ask.number("seq")), "decisions": told})


def next_one(ask: Ask) -> Response:
    """The first that waits, and nothing else; null where none does."""
    found = desk.queue(ask.record, desk.Waiting.OPEN, asked(ask), ask.number("after"), many=1)
    return as_json({"item": plain(found.items[0]) if found.items else None})


def item(ask: Ask) -> Response:
    """One of the queue as it is now: its data, and its piece of the page."""
    found = desk.item(ask.record, ask.get("id"))
    template = environment().get_template("item.html.j2")
    page = template.render(ask=ask, session=ask.session, item=found)
    return as_json({"item": plain(found), "html": page})
