"""How the entries of one table are written: which fields there are, of which kind, and what is made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from difflib import get_close_matches
from functools import cached_property
from typing import Any, Generic, TypeVar

from parley.reading.coding.rows import EntryError, Raw, Row, spread

E = TypeVar("E")
PHRASES = frozenset({"verbs", "nouns", "adjectives", "adverbs"})
ALWAYS = ("id", "example", "trap")
_SPOKEN = {list: 'a list of texts, as ["one", "two"]', bool: "true or false", int: "a whole number", str: "a text"}


@dataclass(frozen=True)
class EntryForm(Generic[E]):
    """The form of a table's entries: `of` is what is made of one, by `make`; `known` its own fields.

    `words` are the fields that list its words, of which one must be there.
    """

    table: str
    of: type[E]
    known: frozenset[str]
    make: Callable[[Raw, Row], E]
    words: frozenset[str] = PHRASES

    def entry(self, row: Row) -> E:
        """What an entry says. Raises EntryError naming it, and what is wrong."""
        self._check(row)
        made = self.make(spread(row, row.raw), row)
        if not any(row.raw.get(k) for k in self.words):
            raise EntryError(row, f"it lists no words: give {' or '.join(sorted(self.words))}")
        return made

    @cached_property
    def fields(self) -> frozenset[str]:
        """All fields that an entry may have."""
        return self.known | self.words | frozenset(ALWAYS)

    def _check(self, row: Row) -> None:
        unknown = sorted(row.raw.keys() - self.fields)
        if unknown:
            what = f"unknown {', '.join(unknown)}; known are {', '.join(sorted(self.fields))}"
            close = get_close_matches(unknown[0], self.fields, n=1)
            raise EntryError(row, what, unknown[0], f"did you mean {close[0]!r}?" if close else "take it out")
        for needed in ALWAYS:
            if not row.raw.get(needed):
                what = f"{needed!r} is missing: every entry carries an id, an example and a trap"
                raise EntryError(row, what, needed, "write a sentence that it must code, and one that it must not")
        for key, value in row.raw.items():
            self._check_kind(row, key, value)

    def _check_kind(self, row: Row, key: str, value: Any) -> None:
        kind = self._kinds.get(key)
        fits = kind is None or type(value) is kind
        if not fits or (
            kind is list and not all(isinstance(w, str) and (w.strip() or key not in self.words) for w in value)
        ):
            asked = _SPOKEN[kind or str]
            raise EntryError(row, f"{key} is {value!r}, not {asked}", key, f"write {key} as {asked}")

    @cached_property
    def _kinds(self) -> dict[str, type]:
        """The kind of each field by what its value is in the entry; none for those that may be several."""
        return dict(_kinds_of(self.of)) | dict.fromkeys(self.words, list) | {"id": str}


def _kinds_of(of: type[Any]) -> Iterator[tuple[str, type]]:
    for f in fields(of):
        written = str(f.type)
        if f.name == "example":
            continue
        if written.startswith(("frozenset[", "tuple[str, ...]")):
            yield f.name.rstrip("_"), list
        elif written in {"bool", "int", "str"}:
            yield f.name, {"bool": bool, "int": int, "str": str}[written]
