"""Tasks exported from Label Studio as JSON: what people marked in which report, checked before anything rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from parley.formats.label_studio import DECISION, LABEL, REALITY, STATUS, WHO, WHOM
from parley.formats.offsets import Placed, spans_in
from parley.formats.telling import plain
from parley.terms.enums import LinkRel
from parley.terms.report import Report
from parley.terms.values import Span

AS_JSON = "Export the project from Label Studio as JSON (not JSON-MIN)."
_VALUES = {"labels": "labels", "choices": "choices", "textarea": "text"}
"""Where each kind of result has its values."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """Something in an export that comes to no decision: where, why, and what to do."""

    where: str
    why: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Region:
    """Words that a person marked, with what is said of them; None or () where nothing is."""

    id: str
    span: Span
    label: str
    reality: str | None = None
    status: str | None = None
    decision: str | None = None
    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A link that a person drew from one region to another."""

    source: str
    target: str
    rel: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """One report as one person marked it. `shown` are the regions that the task came with."""

    report: str
    by: str
    where: str
    shown: tuple[str, ...]
    regions: tuple[Region, ...]
    relations: tuple[Relation, ...]


@dataclass(slots=True)
class _Draft:
    """A region as its results are met."""

    placed: Placed
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)


def annotated_in(task: object, where: str, reports: Mapping[str, Report]) -> Iterator[Annotated | Unfit]:
    """What the last of those who annotated a task marked in it."""
    data = task.get("data") if isinstance(task, Mapping) else None
    annotations = task.get("annotations") if isinstance(task, Mapping) else None
    if not isinstance(data, Mapping) or not isinstance(annotations, list):
        yield Unfit(where, "it is no task of Label Studio", AS_JSON)
        return
    report = reports.get(str(data.get("report")))
    if report is None or report.text is None:
        yield Unfit(where, f"the record holds no text of a report {data.get('report')!r}", "Export the tasks anew.")
    elif not _same(report.text, data.get("text")):
        yield Unfit(where, f"its text is not that of report {report.id!r}", "Export the tasks anew.")
    else:
        yield from _last(annotations, data, report, where)


def _same(text: str, other: object) -> bool:
    """Whether two texts are the same, but for letters that UTF-8 has not."""
    return isinstance(other, str) and text.encode("utf-8", "replace") == other.encode("utf-8", "replace")


def _last(annotations: list[Any], data: Mapping[str, Any], report: Report, where: str) -> Iterator[Annotated | Unfit]:
    done = [a for a in annotations if isinstance(a, Mapping) and not a.get("was_cancelled")]
    in_order = sorted(done, key=lambda a: str(a.get("updated_at") or a.get("created_at") or ""))
    for earlier in in_order[:-1]:
        remedy = "Only the last is taken. For several coders: parley assign, blind."
        yield Unfit(f"{where}, annotation {earlier.get('id')}", "somebody annotated the task again", remedy)
    if in_order:
        shown = data.get("regions")
        ids = tuple(str(i) for i in shown) if isinstance(shown, list) else ()
        yield from _annotation(in_order[-1], report, ids, f"{where}, annotation {in_order[-1].get('id')}")


def _annotation(
    found: Mapping[str, Any], report: Report, shown: tuple[str, ...], where: str
) -> Iterator[Annotated | Unfit]:
    results = found.get("result")
    rows = [r for r in results if isinstance(r, Mapping)] if isinstance(results, list) else []
    drafts = _drafts(rows)
    spans = spans_in(report.text or "", (d.placed for d in drafts.values()))
    regions: list[Region] = []
    for (id_, draft), span in zip(drafts.items(), spans, strict=True):
        label = draft.values.get(LABEL, ())
        if span is None:
            why = "the text does not say there what was marked"
            yield Unfit(f"{where}, region {id_}", why, "Mark the words anew in tasks that are exported anew.")
        elif len(label) != 1:
            yield Unfit(f"{where}, region {id_}", "it has no label, or several", "Give it one label.")
        else:
            regions.append(_region(id_, span, label[0], draft.values))
    read = {r.id for r in regions}
    unread = tuple(i for i in shown if i not in drafts or i in read)
    yield Annotated(report.id, _who(found), where, unread, tuple(regions), tuple(_relations(rows)))


def _region(id_: str, span: Span, label: str, values: Mapping[str, tuple[str, ...]]) -> Region:
    one = {name: next(iter(values.get(name, ())), None) for name in (REALITY, STATUS, DECISION)}
    who, whom = (tuple(filter(None, map(plain, values.get(name, ())))) for name in (WHO, WHOM))
    return Region(id_, span, label, one[REALITY], one[STATUS], one[DECISION], who, whom)


def _drafts(rows: Iterable[Mapping[str, Any]]) -> dict[str, _Draft]:
    """Regions by id; what Label Studio appends to an id behind a # is not ours."""
    drafts: dict[str, _Draft] = {}
    for row in rows:
        value, kind = row.get("value"), str(row.get("type"))
        if kind not in _VALUES or not isinstance(value, Mapping):
            continue
        start, end, words = value.get("start"), value.get("end"), value.get("text")
        if not isinstance(start, int) or not isinstance(end, int):
            continue
        placed = Placed(start, end, words if isinstance(words, str) else None)
        draft = drafts.setdefault(_bare(row.get("id")), _Draft(placed))
        if draft.placed.words is None:
            draft.placed = placed
        told = value.get(_VALUES[kind])
        draft.values[str(row.get("from_name"))] = tuple(map(str, told if isinstance(told, list) else [told]))
    return drafts


def _relations(rows: Iterable[Mapping[str, Any]]) -> Iterator[Relation]:
    rels = {r.value for r in LinkRel}
    for row in rows:
        if row.get("type") == "relation":
            source, target = _bare(row.get("from_id")), _bare(row.get("to_id"))
            if row.get("direction") == "left":
                source, target = target, source
            labels = row.get("labels")
            for rel in labels if isinstance(labels, list) else ():
                if rel in rels:
                    yield Relation(source, target, str(rel))


def _bare(id_: object) -> str:
    return str(id_).split("#", 1)[0]


def _who(found: Mapping[str, Any]) -> str:
    """Who annotated: an address where the export has one, else a number of Label Studio's."""
    by = found.get("completed_by")
    told = by.get("email") or by.get("id") if isinstance(by, Mapping) else by
    return plain(str(told)) if isinstance(told, str) else f"label-studio:{told}"
