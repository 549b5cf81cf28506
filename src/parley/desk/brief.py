"""The brief: a part of a record as a document in which every line is cited."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from parley.brief import html, markdown
from parley.desk.amiss import AmissError
from parley.desk.handling import shareable, withheld
from parley.desk.outlooks import section_of
from parley.desk.records import plainly
from parley.desk.scenarios import outlook_of
from parley.record import Record
from parley.terms.enums import Form, Handling
from parley.terms.slice import Filter, Slice
from parley.terms.statement import Talk

TITLE = "Brief"
WORD = "docx"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a brief is to hold; empty is everything. `talks` are ids: with them, only these and what their reports tell.

    `scenario` is the file of which the brief is to have the outlook.
    """

    talks: tuple[str, ...] = ()
    actors: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None
    forms: frozenset[Form] = frozenset()
    title: str = ""
    scenario: Path | None = None


def brief_of(
    slice: Slice,  # noqa: A002 - the contract's own word
    form: str,
    title: str | None = None,
    scenario: Path | None = None,
    caution: str = "",
) -> str:
    """A slice as a page (`html`) or as Markdown (`md`), with an outlook where a scenario's file is given.

    Raises AmissError where the scenario is wrong.
    """
    outlook = section_of(outlook_of(scenario), slice) if scenario else None
    write = markdown if form == "md" else html
    return write(slice, title or title_of(slice), outlook, _shown(datetime.now(UTC)), caution)


def brief_file(
    slice: Slice,  # noqa: A002
    form: str,
    title: str | None = None,
    scenario: Path | None = None,
    caution: str = "",
) -> bytes:
    """The same as a file's content, as a Word document too (`docx`). Raises AmissError where the scenario is wrong."""
    if form != WORD:
        return brief_of(slice, form, title, scenario, caution).encode("utf-8", "replace")
    from parley.brief.as_docx import docx  # only here: its library takes a while to load

    at = datetime.now(UTC)
    outlook = section_of(outlook_of(scenario), slice) if scenario else None
    return docx(slice, title or title_of(slice), outlook, _shown(at), at, caution)


def _shown(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"


def title_of(slice: Slice) -> str:  # noqa: A002 - the contract's own word
    """A title from what is talked about: the parties of the best told talk, else a plain one."""
    best = max(slice.talks, key=lambda t: len(t.mentions), default=None)
    parties = [slice.name_of(p.actor) for p in best.parties] if best else []
    return f"{TITLE}: {' and '.join(parties[:2])}" if len(parties) > 1 else TITLE


def chosen_part(record: Record, chosen: Chosen, include: Iterable[Handling] = ()) -> Slice:
    """All that was chosen, without the reports that are marked, but for those kinds of marks that are named.

    Raises AmissError.
    """
    asked = filter_of(record, chosen)
    if asked == Filter():
        return shareable(record, include)
    with plainly():
        part = record.slice(asked)
    if withheld(part, include):
        part = open_part(part, shareable(record, include))
    return only_talks(part, chosen.talks)


def filter_of(record: Record, chosen: Chosen) -> Filter:
    """What of the record is chosen. Raises AmissError for a talk that the record does not hold."""
    held = [_talk(record, i) for i in chosen.talks]
    reports = frozenset(m.report for t in held for m in t.mentions)
    return Filter(reports=reports, actors=chosen.actors, forms=chosen.forms, since=chosen.since, until=chosen.until)


def _talk(record: Record, wanted: str) -> Talk:
    with plainly():
        held = record.find(wanted)
    if not isinstance(held, Talk):
        raise AmissError(f"the record holds no talk {wanted!r}", "Look for its id: parley show talks")
    return held


def only_talks(part: Slice, talks: Collection[str]) -> Slice:
    """A part without the talks that were not chosen, where some were; ids of their proposals name them too."""
    if not talks:
        return part
    return replace(part, talks=tuple(t for t in part.talks if {t.id, *(m.proposal for m in t.mentions)} & {*talks}))


def open_part(part: Slice, safe: Slice) -> Slice:
    """What others tell too of a part, as they tell it."""
    ids = {p.id for p in part.proposals}
    return replace(
        safe,
        statements=tuple(s for s in safe.statements if any(m.proposal in ids for m in s.mentions)),
        talks=tuple(t for t in safe.talks if any(m.proposal in ids for m in t.mentions)),
    )
