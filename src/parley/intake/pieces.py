"""What a source that holds several things yields, piece by piece: texts, sources within it, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from parley.intake.draft import Draft
from parley.intake.left_out import UnreadableError


@dataclass(frozen=True, slots=True)
class Inner:
    """A source within another, such as an attachment: its bytes, and what its surroundings know of it."""

    data: bytes
    suffix: str = ""
    known: Draft = field(default_factory=lambda: Draft(""))
    """Title, publisher, day and address that go before the source's own; its text is not used."""
    instead: Draft | Inner | None = None
    """What is taken where no report can be made of it."""


Piece: TypeAlias = "tuple[str, Draft | Inner | UnreadableError]"
"""Where within the source it stands ("" for the source as a whole), and what stands there."""
Pieces: TypeAlias = "Iterator[Piece]"


def held_at(where: str, pieces: Pieces) -> Pieces:
    """Pieces of what stands at some place in a source; what breaks it off is one of them, and costs no other."""
    try:
        for at, piece in pieces:
            yield f"{where}, {at}" if at else where, piece
    except UnreadableError as e:
        yield where, e


def laid_over(draft: Draft, known: Draft) -> Draft:
    """A draft with what is known better.

    >>> laid_over(Draft("They met.", title="page 1"), Draft("", title="Envoys meet")).title
    'Envoys meet'
    """
    return replace(
        draft,
        title=known.title or draft.title,
        publisher=known.publisher or draft.publisher,
        published=known.published or draft.published,
        url=known.url or draft.url,
        retrieved=known.retrieved or draft.retrieved,
    )
