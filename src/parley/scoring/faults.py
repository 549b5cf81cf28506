"""What is said when gold cannot be used: its line and field, what is wrong, and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

Object = Mapping[str, Any]


class GoldError(ValueError):
    """A row of gold that cannot be used. `line` counts from 1; `place` is the field's path, "" for the row itself."""

    def __init__(self, line: int, place: str, what: str, remedy: str) -> None:
        self.line, self.place, self.what, self.remedy = line, place, what, remedy
        super().__init__(f"line {line}: {place}: {what}" if place else f"line {line}: {what}")


class FieldError(Exception):
    """What is wrong with a field, for whoever knows its line and path."""

    def __init__(self, place: str, what: str, remedy: str) -> None:
        super().__init__(what)
        self.place, self.what, self.remedy = place, what, remedy


def given(obj: Object, name: str) -> Any:
    """A field that must be there. Raises FieldError."""
    if name not in obj:
        raise FieldError(name, "the field is missing", f'give "{name}"')
    return obj[name]


def text(value: Any, place: str) -> str:
    """A string with something in it. Raises FieldError."""
    if not isinstance(value, str) or not value.strip():
        raise FieldError(place, f"a string was expected, not {value!r}", "write it between quotation marks")
    return value


def text_or_none(value: Any, place: str) -> str | None:
    """A string, or null where nothing is known. Raises FieldError."""
    return None if value is None else text(value, place)


def listed(value: Any, place: str) -> list[Any]:
    """A list. Raises FieldError."""
    if not isinstance(value, list):
        raise FieldError(place, f"a list was expected, not {value!r}", "write it in square brackets")
    return value


def readings(value: Any, place: str) -> list[Any]:
    """The readings that count as right, at least one. Raises FieldError."""
    if not listed(value, place):
        raise FieldError(place, "no reading counts as right", "list one at least; [] or null within it for none")
    return list(value)


def texts(value: Any, place: str) -> tuple[str, ...]:
    """Strings; a single one may stand without its list. Raises FieldError."""
    if isinstance(value, str):
        return (text(value, place),)
    return tuple(text(v, f"{place}[{i}]") for i, v in enumerate(listed(value, place)))


def coded(value: Any, words: type[StrEnum], place: str) -> Any:
    """A code of the contract. Raises FieldError with those there are."""
    known = {w.value: w for w in words}
    if not isinstance(value, str) or value not in known:
        raise FieldError(place, f"{value!r} is no {words.__name__.lower()}", f"write one of {', '.join(known)}")
    return known[value]


def obj(value: Any, place: str) -> Object:
    """An object. Raises FieldError."""
    if not isinstance(value, dict):
        raise FieldError(place, f"an object was expected, not {value!r}", "write it in braces")
    return value
