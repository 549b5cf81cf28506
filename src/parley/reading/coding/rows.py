"""Entries as they are written: in which file, table and place, and a user's own laid over the shipped ones."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from parley.terms.overlay import Overlay

PACKAGE = "parley.reading.codebook"
CLASSES = "classes.toml"
Raw = Mapping[str, Any]
Classes = Mapping[str, tuple[str, ...]]


class EntryError(ValueError):
    """An entry that cannot be used. `key` is the field that is wrong, "" for the entry as a whole."""

    def __init__(self, row: Row, what: str, key: str = "", remedy: str = "") -> None:
        super().__init__(f"{row}: {what}")
        self.row, self.what, self.key, self.remedy = row, what, key, remedy


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as written: the `number` (from 0) of its table in the file, and the word classes known there.

    `over` is the overlay that it is of, None for a shipped one.
    """

    file: str
    table: str
    number: int
    raw: Raw
    classes: Classes
    over: Overlay | None = None

    @property
    def id(self) -> str:
        """The entry's id, "?" where it has none."""
        return str(self.raw.get("id", "?"))

    @property
    def off(self) -> bool:
        """Whether it only switches off the entry of its id."""
        return self.raw.get("off") is True

    def __str__(self) -> str:
        return f"{self.file}, {self.table} {self.id!r}"


def rows_of(table: str, texts: Mapping[str, str], over: Sequence[Overlay] = ()) -> tuple[Row, ...]:
    """The entries of a table in TOML texts by file name, with those of overlays laid over them in turn.

    An entry of an overlay takes the place of the one with its id, switches it off, or is added at the end.
    Word classes are those of `classes.toml` and of the file. In an overlay an entry that takes a place knows those of
    the file that it takes it in, a new one those of a book that has but one file.
    Raises EntryError: an id that comes twice in the texts or in an overlay, nothing there to switch off.
    """
    rows = _unique(r for file, text in texts.items() for r in _written(table, file, text, shared()))
    for o in over if any(table in parsed(o.text) for o in over) else ():
        known = own_classes(next(iter(texts.values()))) if len(texts) == 1 else {}
        rows = _laid(rows, _unique(_written(table, o.file, o.text, {**shared(), **known}, o)))
    return tuple(rows.values())


def _written(table: str, file: str, text: str, known: Classes, over: Overlay | None = None) -> Iterator[Row]:
    given = parsed(text).get(table, [])
    classes = {**known, **own_classes(text)}
    if not isinstance(given, list) or not all(isinstance(raw, dict) for raw in given):
        raise EntryError(Row(file, table, 0, {}, {}, over), "it is not a list of tables", "", f"write [[{table}]]")
    yield from (Row(file, table, n, raw, classes, over) for n, raw in enumerate(given))


def _unique(rows: Iterable[Row]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in rows:
        if "id" in row.raw and row.id in found:
            raise EntryError(row, f"the id stands in {found[row.id].file} already", "id", "give it an id of its own")
        found[row.id if "id" in row.raw else f"? {row.file} {row.number}"] = row
    return found


def _laid(under: dict[str, Row], over: Mapping[str, Row]) -> dict[str, Row]:
    rows = dict(under)
    for id_, row in over.items():
        if row.off:
            if id_ not in rows:
                raise EntryError(row, "there is no such entry to switch off", "id", "see `parley codebook list`")
            del rows[id_]
        else:
            known = rows[id_].classes if id_ in rows else {}
            rows[id_] = replace(row, classes={**row.classes, **known, **own_classes(row.over.text if row.over else "")})
    return rows


def spread(row: Row, raw: Raw) -> Raw:
    """The fields of an entry with each @class in a list given as its words. Raises EntryError for an unknown class."""
    marked = [k for k, v in raw.items() if isinstance(v, list) and any(isinstance(w, str) and w[:1] == "@" for w in v)]
    return {**raw, **{k: _spread(row, k, raw[k]) for k in marked}} if marked else raw


def _spread(row: Row, key: str, words: Iterable[str]) -> list[str]:
    out: list[str] = []
    for w in words:
        if w[:1] != "@":
            out.append(w)
        elif w[1:] in row.classes:
            out.extend(row.classes[w[1:]])
        else:
            raise EntryError(row, f"no word class {w!r}: known are {', '.join(sorted(row.classes))}", key)
    return out


@lru_cache(maxsize=64)
def parsed(text: str) -> Mapping[str, Any]:
    """A TOML text's tables; each text is parsed once. Raises tomllib.TOMLDecodeError."""
    return tomllib.loads(text)


def own_classes(text: str) -> Classes:
    """The word classes of a file of entries: `[class]`, or `[words]` beside judgements."""
    tables = (parsed(text).get(name) for name in ("class", "words"))
    return {k: tuple(v) for t in tables if isinstance(t, dict) for k, v in t.items() if isinstance(v, list)}


@cache
def shared() -> Classes:
    """The word classes that all files know."""
    return {k: tuple(v) for k, v in parsed(shipped_text(CLASSES)).items()}


@cache
def shipped_text(file: str) -> str:
    """The text of a file of the codebook."""
    return files(PACKAGE).joinpath(file).read_text(encoding="utf-8")


@cache
def shipped_files() -> tuple[str, ...]:
    """The names of the codebook's files; of "assault" and "assault-by-air" the shorter comes first."""
    names = (f.name.removesuffix(".toml") for f in files(PACKAGE).iterdir() if f.name.endswith(".toml"))
    return tuple(f"{n}.toml" for n in sorted(names))
