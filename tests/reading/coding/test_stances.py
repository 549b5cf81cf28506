"""Every entry of the codebook of positions codes its own example, and not its trap."""

from __future__ import annotations

from functools import cache

import pytest

from parley.reading.coding.stances import FILE, build, shipped
from parley.reading.coding.rows import EntryError
from parley.reading.english import default
from parley.terms.bodies import Position
from parley.terms.entry import ActorEntry
from parley.terms.enums import ActorType
from parley.terms.layers import Reading
from parley.terms.ports import Asked
from parley.terms.report import report_of
from parley.terms.statement import Proposal

LANDS = (
    ActorEntry("ruritania", "Ruritania", ActorType.STATE, sector="GOV", demonyms=("Ruritanian", "Ruritanians")),
    ActorEntry("syldavia", "Syldavia", ActorType.STATE, sector="GOV", demonyms=("Syldavian", "Syldavians")),
)
"""Two countries of fiction, so that no example says anything of a real one."""
ENTRIES = {e.id: e for e in shipped().entries}


@cache
def readings() -> dict[str, Reading]:
    """All examples and traps, read in one go."""
    examples = {f"example {k}": e.example[0] for k, e in ENTRIES.items()}
    texts = {**examples, **{f"trap {k}": e.trap for k, e in ENTRIES.items()}}
    asked = [Asked(report_of(text, id=key)) for key, text in texts.items()]
    return {r.report.id: r for r in default(actors=LANDS).read_all(asked)}


def by_entry(reading: Reading, id_: str) -> list[tuple[Proposal, Position]]:
    """The positions that an entry made."""
    return [(p, p.body) for p in reading.proposals if isinstance(p.body, Position) and p.trace[0].rule == id_]


@pytest.mark.parametrize("id_", ENTRIES)
def test_example_is_coded(id_: str) -> None:
    """The example gives the position that it states: whose, and on what."""
    reading, entry = readings()[f"example {id_}"], ENTRIES[id_]
    made = by_entry(reading, id_)
    told = [(p.trace[0].rule, p.body) for p in reading.proposals if isinstance(p.body, Position)]
    assert made, f"{entry.example[0]!r} gave {told}"
    _, body = made[0]
    by_id = {a.id: a for a in reading.actors}
    actor = by_id[body.actor]
    assert entry.example[1].lower() in f"{actor.name} {actor.described_as or ''}".lower()
    assert entry.example[2] in body.issue
    assert body.stance in {entry.stance, entry.negated}


@pytest.mark.parametrize("id_", ENTRIES)
def test_trap_is_not_coded(id_: str) -> None:
    """The trap holds the entry's word in another sense, and takes no position by it."""
    made = by_entry(readings()[f"trap {id_}"], id_)
    assert not made, f"{ENTRIES[id_].trap!r} was coded as {[b for _, b in made]}"


def test_ids_are_unique() -> None:
    """No two entries share an id: a trace names exactly one."""
    assert len(ENTRIES) == len(shipped().entries)


@pytest.mark.parametrize(
    ("entry", "says"),
    [('stance = "maybe"', "maybe"), ('stance = "for"\nintensity = "huge"', "huge"), ("act = true", "stance")],
)
def test_a_wrong_entry_is_named(entry: str, says: str) -> None:
    """An entry that cannot be used is refused with its file, its id and what is wrong."""
    text = f'[[position]]\nid = "x"\n{entry}\nexample = ["A wants B.", "A", "B"]\ntrap = "No."\n'
    with pytest.raises(EntryError, match=says) as told:
        build(text, FILE)
    assert FILE in str(told.value)
    assert "'x'" in str(told.value)
