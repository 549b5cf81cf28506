"""Fields of an entry as values, each refused with its name where it is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from parley.reading.coding.rows import EntryError, Raw, Row

S = TypeVar("S", bound=StrEnum)


def one_of(kind: type[S], raw: Raw, key: str, where: Row) -> S:
    """A word of a vocabulary that must be there. Raises EntryError."""
    found = maybe_one_of(kind, raw, key, where)
    if found is None:
        raise EntryError(where, f"{key!r} is missing; known are {', '.join(kind)}", key)
    return found


def maybe_one_of(kind: type[S], raw: Raw, key: str, where: Row) -> S | None:
    """A word of a vocabulary, if there is one. Raises EntryError."""
    if raw.get(key) in (None, ""):
        return None
    try:
        return kind(raw[key])
    except ValueError:
        raise EntryError(where, f"{key} {raw[key]!r} is none of {', '.join(kind)}", key, "use one of those") from None


def among(known: Iterable[str], raw: Raw, key: str, default: str, where: Row) -> str:
    """One of some words. Raises EntryError."""
    value = raw.get(key, default)
    if value not in known:
        raise EntryError(where, f"{key} {value!r} is none of {', '.join(sorted(known))}", key, "use one of those")
    return str(value)


def texts(raw: Raw, key: str, where: Row, *parts: str) -> tuple[str, ...]:
    """A list of as many texts as it has parts, the first of them not empty. Raises EntryError."""
    given = raw[key]
    fits = isinstance(given, list) and len(given) == len(parts) and all(isinstance(p, str) for p in given)
    if not fits or not given[0].strip():
        raise EntryError(where, f"{key!r} is not [{', '.join(parts)}]", key, "write those, each as a text")
    return tuple(given)


def pair(raw: Raw, where: Row, second: str) -> tuple[str, str]:
    """An example: its sentence, and one thing that it must come to. Raises EntryError."""
    sentence, told = texts(raw, "example", where, "sentence", second)
    return sentence, told


def triple(raw: Raw, where: Row, second: str, third: str) -> tuple[str, str, str]:
    """An example: its sentence, and two things that it must come to. Raises EntryError."""
    sentence, one, two = texts(raw, "example", where, "sentence", second, third)
    return sentence, one, two
