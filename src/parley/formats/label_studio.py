"""A record as tasks for Label Studio: each report a text, each mention a region with its label, actors and standing.

Source: labelstud.io, "Task format" and "Import pre-annotated data" (version 1). Places are counted in code points, as
Label Studio does; see `parley.formats.offsets`.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.etree import ElementTree as ET

from parley.formats.lines import held_by
from parley.formats.marks import LABELS, label_of, sides_of
from parley.formats.pieces import File, Lost, Wish, lost
from parley.formats.telling import REJECTED, digest, plain, rejected
from parley.terms.enums import DecisionState, Form, LinkRel, Reality, Status
from parley.terms.report import Report
from parley.terms.slice import Slice
from parley.terms.statement import Mention, Statement, Talk

TEXT, LABEL, WHO, WHOM, REALITY, STATUS, DECISION = "text", "label", "who", "whom", "reality", "status", "decision"
"""The names of the labelling interface's parts."""
NO_TEXT = "there is no text to mark"
NO_WORDS = "it is told by no words of a report that is there"
DECISIONS = (DecisionState.ACCEPTED, DecisionState.REJECTED, DecisionState.UNSURE)
_COLOURS = {
    Form.EVENT: "#b3541e", Form.TIE: "#2f6f4f", Form.POSITION: "#3a5a9b", Form.ROLE: "#6b6b6b",
    Form.JUDGEMENT: "#8a4a8f", Form.TALK: "#a88a1d",
}  # fmt: skip
Region = dict[str, Any]
Told = tuple[Statement | Talk, Mention]


def write(part: Slice, _: Wish) -> Iterator[File | Lost]:
    """Two files: `labels.xml`, the labelling interface, and `tasks.json`, to be imported into a project that has it."""
    yield File("labels.xml", interface())
    tasks = []
    told, names = told_in(part), shown_names(part)
    holders = holders_in(told)
    for report in part.reports:
        if report.text:
            tasks.append(_task(report, told[report.id], part, names, holders))
        else:
            yield Lost(report.id, "report", NO_TEXT)
    shown = {h.id for r in part.reports if r.text for h, _ in told[r.id]}
    for held in held_by(part):
        if rejected(held) or held.id not in shown:
            yield lost(held, REJECTED if rejected(held) else NO_WORDS)
    yield File("tasks.json", "[\n" + ",\n".join(json.dumps(t, ensure_ascii=False) for t in tasks) + "\n]\n")


def told_in(part: Slice) -> Mapping[str, list[Told]]:
    """What each report tells, mention by mention; neither what was rejected nor what has no words."""
    found: dict[str, list[Told]] = defaultdict(list)
    for held in held_by(part):
        if not rejected(held):
            for m in held.mentions:
                if m.start < m.end:
                    found[m.report].append((held, m))
    return found


def holders_in(told: Mapping[str, list[Told]]) -> Mapping[str, str]:
    """From ids of statements, talks and their proposals to the statement or talk that holds each."""
    everything = [h for mentions in told.values() for h, _ in mentions]
    return {m.proposal: h.id for h in everything for m in h.mentions} | {h.id: h.id for h in everything}


def region_ids(told: Iterable[Told]) -> list[str]:
    """An id for each region of a report: its proposal's, by which it is known again."""
    taken: dict[str, None] = {}
    for n, (held, m) in enumerate(told):
        name = m.proposal if m.proposal.isascii() and m.proposal.isalnum() else digest(m.proposal)
        taken[name if name not in taken else digest(name, held.id, str(n))] = None
    return list(taken)


def _task(
    report: Report, told: list[Told], part: Slice, names: Mapping[str, str], holders: Mapping[str, str]
) -> dict[str, Any]:
    ids = region_ids(told)
    results = [r for id_, (held, m) in zip(ids, told, strict=True) for r in _region(id_, held, m, names)]
    prediction: dict[str, Any] = {"model_version": _reader(part), "result": [*results, *_relations(ids, told, holders)]}
    if told:
        prediction["score"] = round(sum(h.confidence for h, _ in told) / len(told), 4)
    data = {
        "text": report.text,
        "report": report.id,
        "title": plain(report.title or report.id),
        "publisher": report.publisher,
        "published": report.published,
        "url": report.url,
        "regions": ids,
    }
    return {"data": data, "predictions": [prediction]}


def _reader(part: Slice) -> str:
    return f"parley {part.reader.name} {part.reader.version}" if part.reader else "parley"


def _region(id_: str, held: Statement | Talk, m: Mention, names: Mapping[str, str]) -> Iterator[Region]:
    """The parts of one region: they have one id and one place."""
    at = {"start": m.start, "end": m.end, "text": m.quote}
    yield _part(id_, LABEL, "labels", at, [label_of(held)])
    if isinstance(held, Statement):
        yield _part(id_, REALITY, "choices", at, [held.reality.value])
        yield _part(id_, STATUS, "choices", at, [held.status.value])
    for name, ids in zip((WHO, WHOM), sides_of(held), strict=True):
        if ids:
            words = [names.get(a, a) for a in ids]
            yield {"id": id_, "from_name": name, "to_name": TEXT, "type": "textarea", "value": {**at, "text": words}}


def shown_names(part: Slice) -> Mapping[str, str]:
    """The actors that are shown by name, for no other is called so; others are shown by id."""
    called = ({plain(name).casefold() for name in (a.name, *a.aliases)} for a in part.actors)
    many = Counter(name for names in called for name in names)
    ids = {a.id for a in part.actors}
    named = {a.id: plain(a.name) for a in part.actors if plain(a.name) and plain(a.name) not in ids}
    return {id_: name for id_, name in named.items() if many[name.casefold()] == 1}


def _part(id_: str, name: str, kind: str, at: Mapping[str, Any], values: list[str]) -> Region:
    return {"id": id_, "from_name": name, "to_name": TEXT, "type": kind, "value": {**at, kind: values}}


def _relations(ids: list[str], told: list[Told], holders: Mapping[str, str]) -> Iterator[Region]:
    first: dict[str, str] = {}
    for id_, (held, _) in zip(ids, told, strict=True):
        first.setdefault(held.id, id_)
    for held in {h.id: h for h, _ in told}.values():
        for link in held.links:
            target = holders.get(link.to, link.to)
            if target in first and target != held.id:
                ends = {"from_id": first[held.id], "to_id": first[target]}
                yield {"type": "relation", **ends, "direction": "right", "labels": [link.rel.value]}


def interface() -> str:
    """The labelling interface that fits the tasks, as XML."""
    view = ET.Element("View")
    ET.SubElement(view, "Header", value="$title")
    relations = ET.SubElement(view, "Relations")
    for rel in LinkRel:
        ET.SubElement(relations, "Relation", value=rel.value)
    marked = ET.SubElement(view, "Labels", name=LABEL, toName=TEXT, choice="single")
    for label, (form, _) in LABELS.items():
        ET.SubElement(marked, "Label", value=label, background=_COLOURS[form])
    style = ET.SubElement(view, "Style")
    style.text = ".htx-text { white-space: pre-wrap; }"
    ET.SubElement(view, "Text", name=TEXT, value="$text", granularity="word")
    _choices(view, REALITY, "Is it the case?", [r.value for r in Reality])
    _choices(view, STATUS, "What do its voices make of it? (shown only)", [s.value for s in Status])
    for name, about in ((WHO, "Who (names or ids, one each)"), (WHOM, "Whom, or of whom")):
        ET.SubElement(view, "TextArea", name=name, toName=TEXT, perRegion="true", placeholder=about, editable="true")
    _choices(view, DECISION, "Your decision, if it is not to keep the region as it is", [d.value for d in DECISIONS])
    ET.indent(view)
    return ET.tostring(view, encoding="unicode") + "\n"


def _choices(view: ET.Element, name: str, about: str, values: Iterable[str]) -> None:
    box = ET.SubElement(view, "View", visibleWhen="region-selected")
    ET.SubElement(box, "Header", value=about, size="5")
    own = ET.SubElement(box, "Choices", name=name, toName=TEXT, perRegion="true", choice="single", showInline="true")
    for value in values:
        ET.SubElement(own, "Choice", value=value)
