"""What people marked in Label Studio, taken into the record that its tasks were exported from."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from parley.desk.import_frame import Imported, Kind, Sample, Wish
from parley.desk.import_source import readably
from parley.formats.label_studio_back import Wanted, decisions
from parley.formats.label_studio_marked import Unfit
from parley.intake import LeftOut
from parley.intake.json_list import json_list
from parley.record import Record, RecordError
from parley.terms.enums import Action

WHY = "marked in Label Studio"
_PAST = {
    Action.ACCEPT: "accepted", Action.CORRECT: "corrected", Action.REJECT: "rejected", Action.UNSURE: "left unsure",
    Action.ADD: "added",
}  # fmt: skip


def fits(sample: Sample) -> bool:
    """Whether a file begins as an export of tasks does."""
    return sample.begins.startswith(b"[") and b'"annotations"' in sample.head


def take(record: Record, path: Path, wish: Wish) -> Imported:
    """Decide what the tasks of a file come to, one decision after another; the same file again decides nothing."""
    with readably(path):
        tasks = json_list(path)
    counts: Counter[str] = Counter({"tasks": len(tasks)})
    causes: Counter[str] = Counter()
    for found in decisions(tasks, record.slice()):
        amiss = found if isinstance(found, Unfit) else _decided(record, found)
        if amiss is not None:
            causes[amiss.why] += 1
            wish.leave(LeftOut(f"{path}, {amiss.where}", amiss.why, amiss.remedy))
        elif isinstance(found, Wanted):
            counts[_PAST[found.action]] += 1
    return Imported(tuple(counts.items()), tuple(causes.most_common()), (), sum(causes.values()))


def _decided(record: Record, wanted: Wanted) -> Unfit | None:
    """Decide it; what the record refuses comes back with its words."""
    try:
        record.decide(wanted.action, wanted.target, wanted.by, field=wanted.field, new=wanted.new, why=WHY)
    except RecordError as e:
        return Unfit(f"{wanted.action} {wanted.target}", str(e), "See `parley history` for what was decided.")
    return None


LABEL_STUDIO = Kind("Label Studio", fits, take)
