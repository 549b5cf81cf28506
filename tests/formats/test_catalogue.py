"""Every form of export takes any slice, and says what it has no place for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.strategies import slices

from parley.formats.catalogue import FORMATS
from parley.formats.pieces import Book, File, Folder, Lines, Lost, Row, Wish
from parley.terms.slice import Slice

LISTS = {"ftm", "bibtex", "ris"}
"""Forms that are lists without a head: of nothing they are empty files."""


def made(name: str, part: Slice, wish: Wish) -> Iterator[str | File | Row | Lost]:
    """All pieces of a slice in one form."""
    form = FORMATS[name]
    match form:
        case Lines() | Book():
            yield from form.write([part], wish)
        case _:
            yield from form.write(part, wish)


@pytest.mark.parametrize("name", FORMATS)
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(slices(), st.booleans())
def test_any_slice_can_be_written(name: str, part: Slice, claims: bool) -> None:
    """Without an error; what is lost has an id of the slice and a cause; what is carried has no lone surrogate."""
    ids: set[str] = set()
    for held in (part.statements, part.talks, part.reports, part.actors, part.proposals):
        ids |= {h.id for h in held}
    for piece in made(name, part, Wish(claims)):
        if isinstance(piece, Lost):
            assert piece.id in ids
            assert piece.cause
        elif isinstance(piece, File):
            assert piece.name
            assert ".." not in piece.name.split("/")


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_slice_can_be_written(name: str) -> None:
    """Nothing is lost of nothing, and there is something to open."""
    found = list(made(name, Slice(), Wish()))
    assert not any(isinstance(p, Lost) for p in found)
    assert isinstance(FORMATS[name], Book | Folder) or any(found) or name in LISTS
