"""Review: what waits, the most doubtful and most consequential first, each with its sentence and its fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from parley.desk.amiss import AmissError
from parley.desk.readings import Readings, readings_of
from parley.desk.records import parted, plainly
from parley.desk.tables import Table
from parley.desk.views.fields import Field, fields_of
from parley.desk.views.lines import Line, lines_for, table_of, told_in
from parley.desk.views.paging import Paging
from parley.record import AmbiguousError, Record, Waiting, pressing
from parley.terms.enums import Form, Reality, Status
from parley.terms.slice import Filter, Slice
from parley.terms.statement import Proposal, Statement, Talk

__all__ = ["Item", "Queue", "Waiting", "item", "last_seq", "queue"]
MANY = 20
REASONS: Mapping[str, str] = {
    Status.CONTESTED: "some say so, others deny it",
    Status.DENIED: "heard only from who denies it",
    Status.ALLEGED: "said by nobody named",
    Status.CLAIMED: "said by a party alone",
    Status.ADMITTED: "rests on an admission",
    Reality.UNKNOWN: "not known whether it happened",
    Reality.DID_NOT_HAPPEN: "told as not done",
    Reality.POSSIBLE: "told as possible",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One that waits. `before`, `quote` and `after` are its sentence; `seen` is the last decision on it, 0 for none.

    `proposals` are the ids that lead to it, so that what others decide on any of them is recognised. `readings` are
    what a language model and the other readers made of it.
    """

    line: Line
    before: str
    quote: str
    after: str
    weight: int
    reasons: tuple[str, ...]
    seen: int
    fields: tuple[Field, ...]
    proposals: tuple[str, ...]
    readings: Readings = field(default_factory=Readings)


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of what waits, and how much does in all."""

    which: str
    items: tuple[Item, ...]
    paging: Paging
    seq: int

    @property
    def table(self) -> Table:
        """The same as a table."""
        return table_of("Review", [i.line for i in self.items])


def queue(
    record: Record, which: Waiting = Waiting.OPEN, asked: Filter | None = None, after: int = 0, many: int = MANY
) -> Queue:
    """A page of what waits, or of what is decided already."""
    wanted = asked or Filter()
    with plainly():
        part = record.queue(which, wanted, many, after)
        of = record.waiting(which, wanted)
        seq = last_seq(record)
    items = sorted(_items(part), key=lambda i: -i.weight)
    return Queue(which.value, tuple(items), Paging(after, many, of), seq)


def item(record: Record, wanted: str) -> Item:
    """One statement or talk as the queue shows it, by its id. Raises AmissError where there is none."""
    try:
        with plainly():
            found = record.find(wanted)
            if found is None:
                raise AmissError(f"the record holds no statement or talk {wanted!r}", "Its report may be withdrawn.")
            part = record.slice(Filter(reports=frozenset(m.report for m in found.mentions)))
    except AmbiguousError as e:
        raise AmissError(parted(str(e))[0], "Type more of the id.") from e
    return _items(part, [t for t in told_in(part) if t.id == found.id])[0]


def last_seq(record: Record) -> int:
    """The number of the last decision of the record; 0 where nothing was decided."""
    return max((d.seq for d in record.decisions()), default=0)


def _items(part: Slice, only: Iterable[Statement | Talk] | None = None) -> list[Item]:
    told = list(only) if only is not None else told_in(part)
    proposals = {p.id: p for p in part.proposals}
    seqs: dict[str, int] = {}
    for d in part.decisions:
        if d.coder is None:
            seqs[d.target] = max(d.seq, seqs.get(d.target, 0))
    texts = {r.id: r.text or "" for r in part.reports}
    read = [readings_of(t, part, proposals) for t in told]
    rows = zip(told, lines_for(told, part), read, strict=True)
    return [_item(t, line, r, proposals, seqs, texts) for t, line, r in rows]


def _item(
    told: Statement | Talk,
    line: Line,
    read: Readings,
    proposals: Mapping[str, Proposal],
    seqs: Mapping[str, int],
    texts: Mapping[str, str],
) -> Item:
    first = told.mentions[0]
    own = proposals.get(first.proposal)
    text = texts.get(first.report, "")
    before = text[own.sentence.start : first.start] if own else ""
    after = text[first.end : own.sentence.end] if own else ""
    form = Form(line.form)
    kind = line.kind.split(" ")[0]
    weight = pressing(form, kind, _reality(told), Status(line.status), line.told, read.apart)
    return Item(
        line=line,
        before=before,
        quote=first.quote,
        after=after,
        weight=weight,
        reasons=(*((read.verdict,) if read.verdict else ()), *_reasons(line)),
        seen=max((seqs.get(m.proposal, 0) for m in told.mentions), default=0),
        fields=fields_of(told),
        proposals=tuple(m.proposal for m in told.mentions),
        readings=read,
    )


def _reality(told: Statement | Talk) -> Reality:
    return told.reality if isinstance(told, Statement) else Reality.HAPPENED


def _reasons(line: Line) -> tuple[str, ...]:
    """Why it stands where it stands, in words."""
    found = [REASONS[x] for x in (line.status, line.reality) if x in REASONS]
    if line.form == Form.TALK:
        found.append("a talk, on which much rests")
    if line.told == 1:
        found.append("told once")
    return tuple(found)
