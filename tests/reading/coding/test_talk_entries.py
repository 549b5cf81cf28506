"""Every entry of the talks' codebook reads its own example, and not its trap."""

from __future__ import annotations

from functools import cache

import pytest

from parley.reading.coding.talkbook import (
    MannerWording,
    PartWording,
    ProspectWording,
    ResultWording,
    TalkWording,
    shipped,
)
from parley.reading.english import default
from parley.terms.bodies import TalkBody
from parley.terms.entry import ActorEntry
from parley.terms.enums import ActorType, Form
from parley.terms.layers import Reading
from parley.terms.ports import Asked
from parley.terms.report import report_of
from parley.terms.statement import Proposal

LANDS = tuple(
    ActorEntry(i, n, ActorType.STATE, country=c, sector="GOV", demonyms=(f"{n}n", f"{n}ns"), seats=(seat,))
    for i, n, c, seat in (
        ("ruritania", "Ruritania", "RUR", "Strelsau"),
        ("syldavia", "Syldavia", "SYL", "Klow"),
        ("borduria", "Borduria", "BOR", "Szohod"),
    )
)
"""Three countries of fiction, so that no example says anything of a real one."""
BOOK = shipped()
TALKS = {e.id: e for e in BOOK.talks.entries}
PARTS = {e.id: e for e in BOOK.parts.entries}
OUTCOMES: dict[str, ProspectWording | ResultWording] = {
    **{e.id: e for e in BOOK.prospects.entries},
    **{e.id: e for e in BOOK.results.entries},
}
MANNERS = {e.id: e for e in BOOK.manners.entries}
ALL: dict[str, TalkWording | PartWording | ProspectWording | ResultWording | MannerWording] = {
    **TALKS,
    **PARTS,
    **OUTCOMES,
    **MANNERS,
}


@cache
def readings() -> dict[str, Reading]:
    """All examples and traps, read in one go."""
    texts = {f"example {i}": e.example[0] for i, e in ALL.items()} | {f"trap {i}": e.trap for i, e in ALL.items()}
    asked = [Asked(report_of(text, id=key, published="2024-05-20")) for key, text in texts.items()]
    return {r.report.id: r for r in default(actors=LANDS).read_all(asked)}


def by_entry(kind: str, id_: str) -> list[Proposal]:
    """The talks in whose trace an entry stands."""
    reading = readings()[f"{kind} {id_}"]
    return [p for p in reading.proposals if p.form is Form.TALK and id_ in {t.rule for t in p.trace}]


def body_of(id_: str) -> TalkBody:
    """The talk that an entry's example tells of."""
    made = by_entry("example", id_)
    assert made, f"{ALL[id_].example[0]!r} gave {[p.trace for p in readings()[f'example {id_}'].proposals]}"
    body = made[0].body
    assert isinstance(body, TalkBody)
    return body


def wanted(words: str) -> set[str]:
    """The ids that an example asks for."""
    return {w.strip() for w in words.split(",") if w.strip()}


def parties(body: TalkBody) -> set[str]:
    """A talk's parties with their delegates."""
    return {a for p in body.parties for a in (p.actor, *p.delegates)}


def test_ids_are_unique() -> None:
    """No two entries share an id: a trace names exactly one."""
    tables = (BOOK.talks, BOOK.parts, BOOK.prospects, BOOK.results, BOOK.manners)
    assert len(ALL) == sum(len(t.entries) for t in tables)


@pytest.mark.parametrize("id_", TALKS)
def test_talk_is_read(id_: str) -> None:
    """A word for a talk gives one with the parties, mediators and hosts that its example states."""
    body, (_, sides, mediators, hosts) = body_of(id_), TALKS[id_].example
    stands = {a for p in parties(body) for a in (p, *_whom(id_, p))}
    assert wanted(sides) <= stands
    assert set(body.mediators) == wanted(mediators)
    assert wanted(hosts) <= set(body.hosts)


def _whom(id_: str, actor: str) -> tuple[str, ...]:
    """Whom an actor stands for by the report."""
    return tuple(a.whom for a in readings()[f"example {id_}"].affiliations if a.who == actor)


@pytest.mark.parametrize("id_", PARTS)
def test_part_is_read(id_: str) -> None:
    """A word for a part gives it to the actor that its example states."""
    body, entry = body_of(id_), PARTS[id_]
    held = {"party": parties(body), "mediator": set(body.mediators), "host": set(body.hosts)}
    assert entry.example[1] in held[entry.part]


@pytest.mark.parametrize("id_", OUTCOMES)
def test_outcome_is_read(id_: str) -> None:
    """A word for a prospect or a result gives the outcome that its example states."""
    assert body_of(id_).outcome.value == OUTCOMES[id_].example[1]


@pytest.mark.parametrize("id_", MANNERS)
def test_manner_is_read(id_: str) -> None:
    """A word for the manner or level of a talk gives the one that its example states."""
    body = body_of(id_)
    assert MANNERS[id_].example[1] in {body.format and body.format.value, body.level and body.level.value}


@pytest.mark.parametrize("id_", ALL)
def test_trap_is_not_read(id_: str) -> None:
    """The trap holds the entry's word in another sense, and no talk is read by it."""
    made = by_entry("trap", id_)
    assert not made, f"{ALL[id_].trap!r} gave {[p.body for p in made]}"
