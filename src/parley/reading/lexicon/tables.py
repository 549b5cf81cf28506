"""Loads the word tables of this folder: one row a word, columns by tab, `#` starts a comment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class People:
    """What a noun for people means: `kind` is stands, forces or own; `sector` is PLOVER's."""

    noun: str
    kind: str
    sector: str


@dataclass(frozen=True, slots=True)
class Title:
    """A title before a name: the office it says (empty for an honorific), a sector, whether it is of a state."""

    words: tuple[str, ...]
    office: str
    sector: str | None
    of_state: bool


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table of this folder."""
    for line in files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def people() -> dict[str, People]:
    """Nouns for people, by lemma."""
    return {noun: People(noun, kind, sector) for noun, kind, sector in rows("people.tsv")}


@cache
def titles() -> dict[tuple[str, ...], Title]:
    """Titles by their words in lower case."""
    read = rows("titles.tsv")
    made = (Title(tuple(words.split()), office, sector or None, bool(of)) for words, office, sector, of in read)
    return {t.words: t for t in made}


@cache
def words(name: str) -> frozenset[str]:
    """A plain list of words: the first column of a table."""
    return frozenset(row[0] for row in rows(name))


@cache
def groupings() -> dict[str, str]:
    """Words before leaders or officials who do not stand for their state, with PLOVER's sector: "rebel", "union"."""
    return {row[0]: row[1] for row in rows("groupings.tsv") if len(row) > 1}


@cache
def plain_verbs() -> dict[str, tuple[str, bool]]:
    """Verbs that mean one act whatever their object: PLOVER's type, and whether they need a clause."""
    return {row[0]: (row[1], len(row) > 2) for row in rows("plain_verbs.tsv")}
