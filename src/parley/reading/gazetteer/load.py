"""The tables of `data/` and a user's own entries to one gazetteer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

from parley.reading.gazetteer.book import Gazetteer, build
from parley.reading.gazetteer.fold import fold
from parley.reading.gazetteer.rows import (
    COLUMNS,
    ORGAN_COLUMNS,
    GazetteerError,
    OrganNoun,
    entry_of,
    organ_of,
    rows,
)
from parley.terms.entry import ActorEntry

DATA = Path(__file__).parent / "data"
ORGAN_NOUNS = "organ_nouns.tsv"
_T = TypeVar("_T")


def load(extra: tuple[ActorEntry, ...] = ()) -> Gazetteer:
    """The shipped gazetteer, with a user's entries laid over it: an entry of a known id replaces that one.

    Raises GazetteerError naming file and line, or the user's entry, with what is wrong.
    """
    return _with(_shipped(), extra) if extra else _shipped()


@cache
def _shipped() -> Gazetteer:
    return read_tables(DATA)


def read_tables(folder: Path) -> Gazetteer:
    """The gazetteer of all tables (`*.tsv`) in a folder. Raises GazetteerError naming file and line."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.tsv"))}
    organs = organ_nouns(texts.pop(ORGAN_NOUNS, ""))
    entries: dict[str, ActorEntry] = {}
    for file, text in texts.items():
        for number, entry in _read(text, file, COLUMNS, entry_of):
            if entry.id in entries:
                raise GazetteerError(f"{file}, line {number}: the id {entry.id!r} is taken already: choose another")
            entries[entry.id] = entry
    return build(entries, (), organs, _digest(folder))


def organ_nouns(text: str) -> Mapping[str, OrganNoun]:
    """The table of organs' nouns by folded noun and alias. Raises GazetteerError."""
    found: dict[str, OrganNoun] = {}
    for number, organ in _read(text, ORGAN_NOUNS, ORGAN_COLUMNS, organ_of):
        for noun in map(fold, (organ.noun, *organ.aliases)):
            if found.setdefault(noun, organ) is not organ:
                raise GazetteerError(f"{ORGAN_NOUNS}, line {number}: {noun!r} stands in another row too: keep one")
    return found


def _read(
    text: str, file: str, columns: Sequence[str], made_of: Callable[[Sequence[str]], _T]
) -> Iterable[tuple[int, _T]]:
    for number, cells in rows(text, file, columns):
        try:
            yield number, made_of(cells)
        except ValueError as e:
            raise GazetteerError(f"{file}, line {number}: {e}") from e


def _digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for path in sorted(folder.glob("*.tsv")):
        whole.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


def _with(shipped: Gazetteer, extra: tuple[ActorEntry, ...]) -> Gazetteer:
    own = {e.id: e for e in extra}
    digest = hashlib.sha256((shipped.digest + repr(extra)).encode("utf-8", "surrogatepass")).hexdigest()
    return build({**shipped.entries, **own}, own, shipped.organ_nouns, digest)
