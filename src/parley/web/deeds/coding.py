"""Coding blind: giving reports out, coding them, finishing, and deciding between coders."""

from __future__ import annotations

from parley.desk import coders
from parley.desk.amiss import AmissError
from parley.desk.decisions import decide as typed
from parley.terms.enums import Action
from parley.web.addresses import part
from parley.web.answering import Done
from parley.web.asking import Deed
from parley.web.deeds.allowed import coder, editor

HOME = "/coding"
FIELD, WAS = "field.", "was."
CODED = frozenset({Action.ACCEPT.value, Action.REJECT.value})


def assign(deed: Deed) -> Done:
    """Give reports to coders; all of the record's where none is named."""
    editor(deed)
    names = [n.strip() for n in deed.must("coders").split(",") if n.strip()]
    reports = [r.strip() for r in deed.get("reports").split() if r.strip()]
    coders.assign(deed.ask.record, reports, names)
    return Done(HOME)


def decide(deed: Deed) -> Done:
    """Accept, reject or correct a place, for oneself alone: the record is not changed by it."""
    name, place, report = coder(deed), deed.must("id"), deed.must("report")
    mine = {(a.report, a.coder) for a in deed.ask.record.assignments()}
    if (report, name) not in mine:
        raise AmissError("this report was not given to you", "See under Coding what was.")
    record, action = deed.ask.record, deed.get("action", Action.CORRECT.value)
    if action in CODED:
        typed(record, Action(action), place, (), name, coder=name)
    else:
        was = {k.removeprefix(WAS): v[0] for k, v in deed.fields.items() if k.startswith(WAS)}
        now = {k.removeprefix(FIELD): v[0].strip() for k, v in deed.fields.items() if k.startswith(FIELD)}
        changed = {k: v for k, v in now.items() if v != was.get(k, "").strip()}
        if not changed:
            raise AmissError("nothing was changed", "Type a field anew, or accept it as it is.")
        for field, value in changed.items():
            typed(record, Action.CORRECT, place, [field, value or "null"], name, coder=name)
    return Done(f"/coding/{part(report)}#l-{place}")


def finish(deed: Deed) -> Done:
    """Be done with a report."""
    coders.finish(deed.ask.record, deed.must("report"), coder(deed))
    return Done(HOME)


def adjudicate(deed: Deed) -> Done:
    """Decide as one of the coders did."""
    by = editor(deed)
    made = coders.adjudicate(deed.ask.record, deed.must("place"), deed.must("coder"), by)
    deed.ask.session.note(tuple(d.seq for d in made))
    return Done(HOME)
