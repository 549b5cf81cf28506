"""Every entry of the codebook of ties codes its own example, and not its trap."""

from __future__ import annotations

from functools import cache

import pytest

from parley.reading.coding.tiebook import FILE, Quality, TieWording, build, shipped
from parley.reading.coding.rows import EntryError
from parley.reading.english import default
from parley.terms.bodies import Tie
from parley.terms.layers import Reading
from parley.terms.ports import Asked
from parley.terms.report import report_of
from parley.terms.statement import Proposal

WORDINGS = {w.id: w for w in shipped().wordings.entries}
QUALITIES = {q.id: q for q in shipped().qualities.entries}
ENTRIES: dict[str, Quality | TieWording] = {**{f"quality {k}": q for k, q in QUALITIES.items()}, **WORDINGS}


@cache
def readings() -> dict[str, Reading]:
    """All examples and traps, read in one go."""
    examples = {f"example {k}": e.example[0] for k, e in ENTRIES.items()}
    texts = {**examples, **{f"trap {k}": e.trap for k, e in ENTRIES.items()}}
    asked = [Asked(report_of(text, id=key)) for key, text in texts.items()]
    return {r.report.id: r for r in default().read_all(asked)}


def ties(reading: Reading) -> list[tuple[Proposal, Tie]]:
    """The ties of a reading with their bodies."""
    return [(p, p.body) for p in reading.proposals if isinstance(p.body, Tie)]


def names(reading: Reading, ids: tuple[str, ...]) -> str:
    """The actors' names and how they are described, for looking one up."""
    by_id = {a.id: a for a in reading.actors}
    return " ".join(w or "" for i in ids for w in (by_id[i].name, by_id[i].described_as, *by_id[i].aliases)).lower()


@pytest.mark.parametrize("id_", ENTRIES)
def test_example_is_coded(id_: str) -> None:
    """The example gives the tie that it states, from whom and to whom."""
    reading, entry = readings()[f"example {id_}"], ENTRIES[id_]
    found = [
        t for p, t in ties(reading)
        if (id_.startswith("quality") or p.trace[0].rule == id_)
        and entry.example[1].lower() in names(reading, t.from_)
        and entry.example[2].lower() in names(reading, t.to)
    ]  # fmt: skip
    told = [(p.trace[0].rule, t) for p, t in ties(reading)]
    assert found, f"{entry.example[0]!r} gave {told}"
    if entry.relation is not None:
        assert (found[0].relation, found[0].sign) == (entry.relation, entry.sign)


@pytest.mark.parametrize("id_", ENTRIES)
def test_trap_is_not_coded(id_: str) -> None:
    """The trap holds the entry's word in another sense, and tells no tie."""
    reading, entry = readings()[f"trap {id_}"], ENTRIES[id_]
    made = [t for p, t in ties(reading) if id_.startswith("quality") or p.trace[0].rule == id_]
    wrong = [t for t in made if not id_.startswith("quality") or t.relation is entry.relation]
    assert not wrong, f"{entry.trap!r} was coded as {wrong}"


def test_ids_are_unique() -> None:
    """No two entries share an id: a trace names exactly one."""
    assert len(WORDINGS) == len(shipped().wordings.entries)
    assert len(QUALITIES) == len(shipped().qualities.entries)


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ('relation = "cousin"', "relation 'cousin'"),
        ('relation = "allied"\nsign = 2', "sign 2"),
        ('relation = "allied"\nkind = "rumour"', "kind 'rumour'"),
        ('relation = "allied"\ncolour = "red"', "colour"),
        ("sign = 1", "'relation' is missing"),
    ],
)
def test_a_wrong_entry_is_named(entry: str, says: str) -> None:
    """An entry that cannot be used is refused with its file, its id and what is wrong."""
    text = f'[[tie]]\nid = "x"\n{entry}\nexample = ["A helps B.", "A", "B"]\ntrap = "No."\n'
    with pytest.raises(EntryError, match=says) as told:
        build(text, FILE)
    assert FILE in str(told.value)
    assert "'x'" in str(told.value)


def test_an_entry_without_a_trap_is_refused() -> None:
    """Every entry carries a sentence that it must not code."""
    text = '[[tie]]\nid = "x"\nrelation = "allied"\nexample = ["A helps B.", "A", "B"]\n'
    with pytest.raises(EntryError, match="'trap' is missing"):
        build(text, FILE)
