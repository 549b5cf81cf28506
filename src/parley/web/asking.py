"""What a page is asked: the address with its query, who asks, and the record to answer from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from parley.desk.actors import actor_among
from parley.desk.amiss import AmissError
from parley.desk.bench import Bench
from parley.web.access import Access
from parley.web.addresses import CSV, JSON, part, with_query
from parley.web.sessions import Session

if TYPE_CHECKING:
    from parley.record import Record
    from parley.web.reading import Readings

E = TypeVar("E", bound=StrEnum)
LONGEST = 300
"""Characters of one value of a query."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One request, told so that a page need not know of HTTP. `id` is the last part of the address, if it has one."""

    path: str
    query: tuple[tuple[str, str], ...]
    session: Session
    bench: Bench
    access: Access
    record: Record
    readings: Readings
    id: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the record that is asked holds no report; a page that asks none does not know of any."""
        return bool(self.record) and not self.record.listed_reports(1)

    def get(self, name: str, default: str = "") -> str:
        """A value of the query, cut where it is very long."""
        return next((v[:LONGEST] for k, v in self.query if k == name), default)

    def every(self, name: str) -> tuple[str, ...]:
        """All values of a name, the empty ones left out."""
        return tuple(dict.fromkeys(v[:LONGEST] for k, v in self.query if k == name and v.strip()))

    def number(self, name: str, default: int = 0, most: int = 10_000_000) -> int:
        """A whole number of the query. Raises AmissError where it is none."""
        given = self.get(name)
        if not given:
            return default
        if not (given.isascii() and given.isdigit()):
            raise AmissError(f"{name}={given!r} is no whole number", "Follow a link, or write one from 0 on.")
        return min(int(given), most)

    def day(self, name: str) -> str | None:
        """An ISO day of the query, None where there is none. Raises AmissError."""
        given = self.get(name).strip()
        if not given:
            return None
        try:
            return date.fromisoformat(given).isoformat()
        except ValueError as e:
            raise AmissError(f"{name}={given!r} is no day", "Write it as 2022-01-31.") from e

    def one_of(self, name: str, kind: type[E]) -> E | None:
        """A word of the query, None where there is none. Raises AmissError for one that is not among them."""
        given = self.get(name)
        if not given:
            return None
        try:
            return kind(given)
        except ValueError as e:
            raise AmissError(f"{name}={given!r} is not known", f"It is one of: {', '.join(kind)}.") from e

    def actors(self) -> frozenset[str]:
        """The actors of the query, by id or name. Raises AmissError for one that the record does not name."""
        wanted = self.every("actor")
        known = self.record.actors() if wanted else ()
        return frozenset(actor_among(w, known) for w in wanted)

    def link(self, **other: object) -> str:
        """The same address with some of its query otherwise; None takes a value away."""
        changed = {k: "" if v is None else str(v) for k, v in other.items()}
        kept = [(k, v) for k, v in self.query if k not in changed]
        return with_query(self.path, [*kept, *changed.items()])

    def also(self, name: str, value: str) -> str:
        """The same address with one more value of a name, from the first page on."""
        return with_query(self.path, [*((k, v) for k, v in self.query if k != "after"), (name, value)])

    def fewer(self, name: str, value: str) -> str:
        """The same address without one value of a name, from the first page on."""
        return with_query(self.path, [(k, v) for k, v in self.query if k != "after" and (k, v) != (name, value)])

    def data(self, form: str) -> str:
        """The address of the same data, as `json` or `csv`."""
        base = self.path if not self.id else self.path.rsplit("/", 1)[0] + "/" + part(self.id)
        base = "/home" if base == "/" else base.removesuffix(".html")
        return with_query(base + {"json": JSON, "csv": CSV}[form], self.query)


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that a person sent to be done: the fields of the form, and the files with their names."""

    ask: Ask
    fields: Mapping[str, tuple[str, ...]]
    files: tuple[tuple[str, bytes], ...] = ()
    by_script: bool = False

    def get(self, name: str, default: str = "") -> str:
        """A field's first value."""
        return self.fields.get(name, (default,))[0]

    def must(self, name: str) -> str:
        """A field that must be there. Raises AmissError."""
        if not self.get(name).strip():
            raise AmissError(f"{name} is missing", "Fill it in, and send it again.")
        return self.get(name)

    def every(self, name: str) -> tuple[str, ...]:
        """All values of a field."""
        return self.fields.get(name, ())

    def number(self, name: str) -> int:
        """A whole number. Raises AmissError."""
        given = self.get(name, "0")
        if not (given.isascii() and given.isdigit() and len(given) < 12):
            raise AmissError(f"{name}={given[:40]!r} is no whole number", "Load the page anew.")
        return int(given)
