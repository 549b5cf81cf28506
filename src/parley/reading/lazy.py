"""A property worked out when first asked for, without the lock that the standard library's takes each time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801 - read like `property`
    """Keeps what a method without arguments gives in the object's own `__dict__`, which is found first from then on."""

    def __init__(self, work_out: Callable[[Any], T]) -> None:
        self.work_out = work_out
        self.__doc__ = work_out.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Remember the name to keep the value under."""
        self.name = name

    def __get__(self, held: object, owner: type | None = None) -> T:
        """Work the value out and keep it."""
        value: T = self.work_out(held)
        held.__dict__[self.name] = value
        return value
