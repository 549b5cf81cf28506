"""Every entry of the events' codebook codes its own example, and not its trap."""

from __future__ import annotations

from functools import cache

import pytest

from parley.reading.coding.codebook import Entry, shipped
from parley.reading.english import default
from parley.terms.bodies import Event
from parley.terms.entry import ActorEntry
from parley.terms.enums import ActorType
from parley.terms.layers import Reading
from parley.terms.ports import Asked
from parley.terms.report import report_of
from parley.terms.statement import Proposal


def _land(id_: str, name: str, demonym: str, seat: str) -> ActorEntry:
    people = (demonym, f"{demonym}s")
    return ActorEntry(id_, name, ActorType.STATE, sector="GOV", demonyms=people, seats=(seat,))


LANDS = (
    _land("ruritania", "Ruritania", "Ruritanian", "Strelsau"),
    _land("syldavia", "Syldavia", "Syldavian", "Klow"),
)
"""Two countries of fiction, so that no example says anything of a real one."""
ENTRIES = {e.id: e for e in shipped().entries}


@cache
def readings() -> dict[str, Reading]:
    """All examples and traps, read in one go."""
    texts = {f"example {e.id}": e.example[0] for e in ENTRIES.values()}
    texts |= {f"trap {e.id}": e.trap for e in ENTRIES.values()}
    asked = [Asked(report_of(text, id=key)) for key, text in texts.items()]
    return {r.report.id: r for r in default(actors=LANDS).read_all(asked)}


def by_entry(reading: Reading, entry: Entry) -> list[Proposal]:
    """The proposals that an entry made."""
    return [p for p in reading.proposals if p.trace and p.trace[0].rule == entry.id]


def names(reading: Reading, ids: tuple[str, ...]) -> set[str]:
    """The last words of the actors' names, in lower case: enough to tell them apart in one sentence."""
    by_id = {a.id: a for a in reading.actors}
    return {by_id[i].name.split()[-1].lower() for i in ids}


def wanted(words: str) -> set[str]:
    """The names that an example asks for."""
    return {w.strip().split()[-1].lower() for w in words.split(",") if w.strip()}


def test_ids_are_unique() -> None:
    """No two entries share an id: a trace names exactly one."""
    assert len(ENTRIES) == len(shipped().entries)


@pytest.mark.parametrize("id_", ENTRIES)
def test_example_is_coded(id_: str) -> None:
    """The example is coded by its own entry, with the actors and recipients that it states."""
    reading, entry = readings()[f"example {id_}"], ENTRIES[id_]
    made = by_entry(reading, entry)
    assert made, f"{entry.example[0]!r} was coded {[(p.trace[0].rule, p.quote) for p in reading.proposals]}"
    body = made[0].body
    assert isinstance(body, Event)
    assert body.type is entry.code
    assert wanted(entry.example[1]) <= names(reading, body.actors)
    assert wanted(entry.example[2]) <= names(reading, body.recipients)


@pytest.mark.parametrize("id_", ENTRIES)
def test_trap_is_not_coded(id_: str) -> None:
    """The trap holds the entry's word in another sense, and is not coded by it."""
    reading, entry = readings()[f"trap {id_}"], ENTRIES[id_]
    made = by_entry(reading, entry)
    assert not made, f"{entry.trap!r} was coded as {[p.body for p in made]}"
