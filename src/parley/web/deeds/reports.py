"""Reports dropped in, statements added by hand, and marks on a report."""

from __future__ import annotations

from parley.desk.amiss import AmissError
from parley.desk.decisions import decide
from parley.desk.uploads import keep, pasted
from parley.terms.enums import Action, Handling
from parley.web.addresses import to_report
from parley.web.answering import Done, plain
from parley.web.asking import Deed
from parley.web.deeds.allowed import editor

FIELD = "field."
PASTED = "pasted text.jsonl"


def add(deed: Deed) -> Done:
    """Take files and pasted text in, and have them read."""
    by, handling = editor(deed), _handling(deed)
    sent = list(deed.files)
    text = deed.get("text")
    if text.strip():
        about = (deed.get("title"), deed.get("published"), deed.get("publisher"))
        sent.append((PASTED, pasted(text, *about)))
    if not sent:
        raise AmissError("nothing was sent", "Choose files, or paste a text.")
    readings = deed.ask.readings
    folder = readings.folder()
    kept = keep(folder, sent)
    job = readings.add(by, folder, kept.files, kept.refused, handling)
    return Done("/#reading", plain(job))


def statement(deed: Deed) -> Done:
    """Add a statement that no reader found, from the words that were selected in a report."""
    by, report = editor(deed), deed.must("report")
    form = deed.get("form", "event")
    given = [(k.removeprefix(FIELD), v[0].strip()) for k, v in deed.fields.items() if k.startswith(f"{FIELD}{form}.")]
    fields = [f"{name.removeprefix(f'{form}.')}={value}" for name, value in given if value]
    at = [f"at={deed.number('at')}"] if deed.get("at").strip() else []
    values = [deed.must("words"), f"form={form}", *at, *fields]
    made = decide(deed.ask.record, Action.ADD, report, values, by)
    deed.ask.session.note((made.seq,))
    held = deed.ask.record.find(made.target)
    id_ = held.id if held else made.target  # it may tell what was found already
    return Done(to_report(report, id_), {"seq": made.seq, "id": id_})


def mark(deed: Deed) -> Done:
    """Say who may see a report, or how reliable its source is."""
    by, report = editor(deed), deed.must("report")
    if deed.get("handling"):
        made = decide(deed.ask.record, Action.CORRECT, report, ["handling", f'"{_handling(deed).value}"'], by)
    else:
        made = decide(deed.ask.record, Action.RATE, report, [deed.must("rating")], by)
    deed.ask.session.note((made.seq,))
    return Done(to_report(report), {"seq": made.seq})


def _handling(deed: Deed) -> Handling:
    given = deed.get("handling", Handling.OPEN.value)
    if given not in {h.value for h in Handling}:
        raise AmissError(f"{given[:40]!r} is no mark", f"It is one of: {', '.join(Handling)}.")
    return Handling(given)
