"""What the places stage hands on."""

from __future__ import annotations

from dataclasses import dataclass

from parley.terms.values import Place


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A place's name: tokens `first` up to, not with, `last`.

    `cued` says that the words around it make it a place (a preposition, a verb of movement, a happening that it
    qualifies); without it the name may as well stand for those who govern there.
    """

    first: int
    last: int
    place: Place
    cued: bool = True
