"""What gold and record are compared as: one thing told, with the words that head it and the readings of its fields."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from parley.terms.enums import Form, Stance
from parley.terms.facts import FOR
from parley.terms.values import Span

Reading = Any
"""What a field may be read as: a word, a name, a tuple of names, days, a range, a set of voices; None is empty."""
Heard = frozenset[tuple[str, str]]
"""Voices as (who, side); who is a name, `report` or `-` (nobody named), side `for`, `against`, `asks`."""
UNNAMED = "-"
FORMS = (Form.EVENT, Form.TALK, Form.TIE, Form.POSITION, Form.JUDGEMENT, Form.ROLE)
AGAINST = frozenset({Stance.DENIES, Stance.DOUBTS})


@dataclass(frozen=True, slots=True)
class Item:
    """One event, talk, tie, position, judgement or role. `heads`: where it is told, the first telling first.

    `fields` has every reading that counts as right, for each field that is known to be coded; a line of a record has
    one, as a rule. `fact`: None where the coders differ, or the form has none. `optional`: one coder alone saw it.
    """

    form: Form
    heads: tuple[Span, ...]
    fields: Mapping[str, tuple[Reading, ...]]
    fact: bool | None = None
    optional: bool = False

    def first(self, name: str) -> Reading:
        """The first reading of a field, None where it has none."""
        return next(iter(self.fields.get(name, ())), None)


@dataclass(frozen=True, slots=True)
class Passage:
    """One row of gold. `coded`: the forms that its coders coded throughout, so that more of them is false."""

    id: str
    text: str
    items: tuple[Item, ...]
    coded: frozenset[Form]
    acts_for: Mapping[str, str] = field(default_factory=dict)
    title: str | None = None
    published: str | None = None

    def of(self, form: Form) -> list[Item]:
        """The items of one form, in their order."""
        return [i for i in self.items if i.form is form]


def heard(voices: Sequence[tuple[str | None, Stance]]) -> Heard:
    """Voices as they are compared: nobody named is `-`; asserting, admitting and alleging are one side."""
    return frozenset((who or UNNAMED, side(stance)) for who, stance in voices)


def side(stance: Stance) -> str:
    """Which side a voice is on: for, against, or asking.

    >>> side(Stance.ADMITS), side(Stance.DOUBTS), side(Stance.ASKS)
    ('for', 'against', 'asks')
    """
    return "for" if stance in FOR else "against" if stance in AGAINST else stance.value


def days(start: str | None, end: str | None) -> str:
    """An interval of ISO days in one word; an end that is open is empty."""
    return f"{start or ''}/{end or ''}"


def is_filled(reading: Reading) -> bool:
    """Whether a reading says something; 0, as a sign of a tie, does."""
    return reading is not None and not (
        isinstance(reading, Collection) and not isinstance(reading, Enum) and not reading
    )
