"""The fields of one item of an answer, each checked before it is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from parley.readers.chat.naming import Names
from parley.readers.chat.wording import first_in, plain
from parley.terms.enums import ActorType
from parley.terms.values import Span

E = TypeVar("E", bound=StrEnum)
MOST = 20
"""Names or words in one list."""


class Dropped(StrEnum):
    """Why a model's proposal is not taken."""

    SHAPE = "not of the form asked for"
    QUOTE = "a quote that the report does not say"
    HEAD = "a head word that is not in its quote"
    WORD = "a word that is none of the contract's"
    NAME = "a name that the passage does not give"
    WORDS = "words that the passage does not have"
    EMPTY = "nobody is said to do or to be it"
    TWICE = "one word told twice"


class DroppedError(Exception):
    """A proposal that is not taken."""

    def __init__(self, why: Dropped) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True)
class Item:
    """One item of an answer, and where in the text its names and words are looked for, the nearest stretch first."""

    fields: Mapping[str, Any]
    text: str
    near: Sequence[Span]
    names: Names

    def string(self, key: str) -> str | None:
        """A text that is not blank, or None."""
        value = self.fields.get(key)
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        if not isinstance(value, str):
            raise DroppedError(Dropped.SHAPE)
        return value

    def strings(self, key: str) -> list[str]:
        """A list of texts, at most MOST; one text alone is a list of one, nothing an empty one."""
        value = self.fields.get(key)
        if isinstance(value, str):
            value = [value]
        if value is not None and (not isinstance(value, list) or not all(isinstance(v, str) for v in value)):
            raise DroppedError(Dropped.SHAPE)
        return [v for v in (value or [])[:MOST] if v.strip()]

    def choice(self, key: str, kind: type[E]) -> E:
        """A word of a vocabulary."""
        found = self.choice_or_none(key, kind)
        if found is None:
            raise DroppedError(Dropped.WORD)
        return found

    def choice_or_none(self, key: str, kind: type[E]) -> E | None:
        """The same, or None where nothing is said."""
        value = self.string(key)
        if value is None:
            return None
        try:
            return kind(value)
        except ValueError as e:
            raise DroppedError(Dropped.WORD) from e

    def words(self, key: str) -> str | None:
        """Words that stand in the passage, as they stand there; None where none are given, or the passage has not."""
        return self._standing(self.string(key))

    def needed_words(self, key: str) -> str:
        """The same, without which the item is none."""
        found = self.words(key)
        if found is None:
            raise DroppedError(Dropped.WORDS)
        return found

    def all_words(self, key: str) -> tuple[str, ...]:
        """Those of a list that stand in the passage."""
        return tuple(dict.fromkeys(w for given in self.strings(key) if (w := self._standing(given)) is not None))

    def actors(self, key: str, kind: ActorType = ActorType.ORGANISATION) -> tuple[str, ...]:
        """The ids of all actors that a list names: all of them are named in the passage, or the item is dropped."""
        return tuple(dict.fromkeys(i for name in self.strings(key) for i in self.who(name, kind)))

    def actor(self, key: str, kind: ActorType = ActorType.ORGANISATION) -> str:
        """The id of the one actor that a field names."""
        name = self.string(key)
        if name is None:
            raise DroppedError(Dropped.EMPTY)
        return self.who(name, kind)[0]

    def who(self, name: str, kind: ActorType = ActorType.ORGANISATION) -> tuple[str, ...]:
        """The ids of whom a name means."""
        found = self.names.ids(name, self.near, kind)
        if not found:
            raise DroppedError(Dropped.NAME)
        return found

    def _standing(self, given: str | None) -> str | None:
        at = first_in(given, self.text, self.near) if given is not None else None
        return plain(at, self.text) if at is not None else None
