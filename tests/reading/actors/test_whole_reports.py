"""Whole reports with keys, in styles apart: who is who, when and where over a text that no rule was made for.

A report's file marks stretches as [words|key], nested where they are. A key is an actor ("a+b" a set, "_" nobody who
could be told), "@" a place with its country ("@-" where there is none), or "#" a date, as long as it is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from parley.reading.english import default
from parley.terms.layers import Reading
from parley.terms.report import report_of

REPORTS = tuple(sorted(Path(__file__).with_name("reports").glob("*.txt")))
PRECISION, MADE = 0.9, 0.55
"""The least share of links made that are right, and of the key's links that are made."""


@dataclass(frozen=True)
class Marked:
    """A stretch of a report and its key."""

    start: int
    end: int
    key: str


@dataclass(frozen=True)
class Keyed:
    """A report with its day of publication and its marked stretches, in order."""

    text: str
    published: str
    marks: tuple[Marked, ...]

    def of(self, sign: str) -> list[Marked]:
        """The marks whose key begins with a sign; "" those of actors."""
        return [m for m in self.marks if (m.key[0] if m.key[0] in "@#" else "") == sign]


def keyed(source: str) -> Keyed:
    r"""A report from its marked text; its first line gives the day.

    >>> keyed("# published 2024-01-02; a test\n[[her|a] son|b] left").marks
    (Marked(start=0, end=3, key='a'), Marked(start=0, end=7, key='b'))
    """
    first, _, body = source.partition("\n")
    text = ""
    marks: list[Marked] = []
    opened: list[int] = []
    key: str | None = None
    for c in body:
        if c == "[":
            opened.append(len(text))
        elif c == "|":
            key = ""
        elif c == "]" and key is not None:
            marks.append(Marked(opened.pop(), len(text), key))
            key = None
        elif key is not None:
            key += c
        else:
            text += c
    return Keyed(text, first.split()[2].rstrip(";"), tuple(sorted(marks, key=lambda m: (m.end, m.start))))


@cache
def read(path: Path) -> tuple[Keyed, Reading]:
    """A report's key and its reading."""
    key = keyed(path.read_text(encoding="utf-8"))
    return key, default().read(report_of(key.text, id=path.stem, published=key.published))


def actors_at(mark: Marked, reading: Reading) -> frozenset[str]:
    """The actors that the widest mention within a stretch, to its end, names; or those of a name that begins it."""
    inside = [m for m in reading.mentions if mark.start <= m.start and m.end <= mark.end and m.actor]
    last = [m for m in inside if m.end >= mark.end - 2]
    widest = max((m.end - m.start for m in last), default=0)
    return frozenset(m.actor for m in last if m.actor and m.end - m.start == widest)


def resolved(path: Path) -> Iterator[tuple[Marked, frozenset[str]]]:
    """The actors' marks at which the reader names somebody."""
    key, reading = read(path)
    return ((m, who) for m in key.of("") if (who := actors_at(m, reading)))


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.stem)
def test_links_made_are_right(path: Path) -> None:
    """Two stretches that the reader takes for one actor are one, by the key."""
    made = [(m, n) for (m, a), (n, b) in combinations(resolved(path), 2) if a == b]
    wrong = [(m, n) for m, n in made if m.key != n.key or m.key == "_"]
    assert len(wrong) <= (1 - PRECISION) * len(made), wrong


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.stem)
def test_most_links_are_made(path: Path) -> None:
    """A stretch and the next of the same actor, by the key, are one actor for the reader too."""
    who = dict(resolved(path))
    chains: dict[str, list[Marked]] = {}
    for m in read(path)[0].of(""):
        chains.setdefault(m.key, []).append(m)
    links = [link for key, chain in chains.items() if key != "_" for link in pairwise(chain)]
    missed = [(m, n) for m, n in links if m not in who or who.get(m) != who.get(n)]
    assert len(links) - len(missed) >= MADE * len(links), missed


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.stem)
def test_places_are_found_with_their_country(path: Path) -> None:
    """Every marked place is found, in the country of its key."""
    key, reading = read(path)
    for m in key.of("@"):
        found = [p.place for p in reading.places if m.start <= p.start and p.end <= m.end + 1]
        assert found, m
        if m.key != "@-":
            assert found[0].countries == (m.key[1:],), m


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.stem)
def test_dates_are_those_of_the_key(path: Path) -> None:
    """Every marked date is found, and begins and ends within what the key says; what lasts is open."""
    key, reading = read(path)
    for m in key.of("#"):
        found = [d.date for d in reading.dates if d.start < m.end and m.start < d.end]
        assert found, m
        assert (found[0].start or "").startswith(m.key[1:]), m
        assert found[0].end is None or found[0].end.startswith(m.key[1:]), m
