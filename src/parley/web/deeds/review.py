"""Deciding on what waits: one thing, several, what may be one; and taking it back."""

from __future__ import annotations

from typing import Any

from parley.desk import judging
from parley.desk.amiss import AmissError
from parley.desk.decisions import decide as typed
from parley.desk.judging import OvertakenError, Seen
from parley.terms.enums import Action
from parley.terms.log import Decision
from parley.web.answering import Done
from parley.web.asking import Deed
from parley.web.deeds.allowed import back, editor

HOME = "/review"
FIELD = "field."
"""Before the name of a field in the form that edits."""


def decide(deed: Deed) -> Done:
    """Accept, reject or be unsure of one thing."""
    by, on = editor(deed), Seen(deed.must("id"), deed.number("seen"))
    made = judging.judge(deed.ask.record, _action(deed), on, by, deed.get("why").strip() or None)
    deed.ask.session.note((made.seq,))
    return Done(back(deed, HOME), _told(made))


def edit(deed: Deed) -> Done:
    """Correct those of the fields that were typed anew."""
    by, on = editor(deed), Seen(deed.must("id"), deed.number("seen"))
    typed_now = {k.removeprefix(FIELD): v[0].strip() for k, v in deed.fields.items() if k.startswith(FIELD)}
    before = {k.removeprefix("was."): v[0].strip() for k, v in deed.fields.items() if k.startswith("was.")}
    changed = {k: v for k, v in typed_now.items() if v != before.get(k, "")}
    if not changed:
        raise AmissError("nothing was changed", "Type a field anew, or accept it as it is.")
    made = judging.correct(deed.ask.record, on, changed, by, deed.get("why").strip() or None)
    deed.ask.session.note(tuple(d.seq for d in made))
    return Done(back(deed, HOME), _told(*made))


def several(deed: Deed) -> Done:
    """The same for everything that was chosen; what others decided on meanwhile is left and told of."""
    by, action = editor(deed), _action(deed)
    chosen = [Seen(i, int(s)) for i, s in (c.rsplit(" ", 1) for c in deed.every("chosen") if _is_seen(c))]
    if not chosen:
        raise AmissError("nothing is chosen", "Choose some with the boxes before them, or press x.")
    made: list[Decision] = []
    left: list[dict[str, Any]] = []
    for on in chosen:
        try:
            made.append(judging.judge(deed.ask.record, action, on, by))
        except OvertakenError as e:
            left.append({"id": on.id, "by": e.decision.by, "action": e.decision.action.value})
    deed.ask.session.note(tuple(d.seq for d in made))
    return Done(back(deed, HOME), {**_told(*made), "left": left})


def undo(deed: Deed) -> Done:
    """Take back the last deed of this session, or the decision that is named."""
    by, done = editor(deed), deed.ask.session.done
    named = deed.number("seq")
    if not named and not done:
        raise AmissError("there is nothing of yours to take back here", "Who decided what is under Decisions.")
    seqs = (named,) if named else done.pop()
    targets = [d.target for d in deed.ask.record.decisions() if d.seq in seqs]
    made = judging.undo(deed.ask.record, seqs, by)
    return Done(back(deed, HOME), {**_told(*made), "undone": list(seqs), "targets": targets})


def merge(deed: Deed) -> Done:
    """Let some be one."""
    made = typed(deed.ask.record, Action.MERGE, deed.must("id"), deed.every("other"), editor(deed))
    deed.ask.session.note((made.seq,))
    return Done("/review/merges", _told(made))


def apart(deed: Deed) -> Done:
    """Some that may be one are not."""
    made = typed(deed.ask.record, Action.REJECT, deed.must("id"), (), editor(deed))
    deed.ask.session.note((made.seq,))
    return Done("/review/merges", _told(made))


def _is_seen(chosen: str) -> bool:
    id_, _, seq = chosen.rpartition(" ")
    return bool(id_) and seq.isascii() and seq.isdigit()


def _action(deed: Deed) -> Action:
    given = deed.must("action")
    if given not in {a.value for a in judging.SIMPLE}:
        raise AmissError(f"{given[:40]!r} is no such judgement", "Accept, reject, or be unsure.")
    return Action(given)


def _told(*made: Decision) -> dict[str, Any]:
    return {
        "seq": max((d.seq for d in made), default=0),
        "decisions": [
            {"seq": d.seq, "target": d.target, "action": d.action.value, "by": d.by, "at": d.at} for d in made
        ],
    }
