"""Every entry of every book codes its own example as it states, and not its trap."""

from __future__ import annotations

from functools import cache

import pytest

from parley.reading.coding.books import FORMS, books
from parley.reading.trials import trials

Key = tuple[str, str, str, str]
ENTRIES = [
    (book, form.table, row.id) for book, forms in FORMS.items() for form in forms for row in books().rows(book, form)
]


@cache
def faults(book: str) -> dict[Key, str]:
    """What is wrong with the sentences of a book, read in one go; "" where nothing is."""
    tried = trials(among=(book,))
    return {(book, t.row.table, t.row.id, t.key): f"{t.sentence!r}: {t.fault}" if t.fault else "" for t in tried}


@pytest.mark.parametrize(("book", "table", "id_"), ENTRIES)
def test_example_is_coded(book: str, table: str, id_: str) -> None:
    """The example is coded by its own entry, with all that it states."""
    assert faults(book)[book, table, id_, "example"] == ""


@pytest.mark.parametrize(("book", "table", "id_"), ENTRIES)
def test_trap_is_not_coded(book: str, table: str, id_: str) -> None:
    """The trap holds the entry's word in another sense, and is not coded by it."""
    assert faults(book)[book, table, id_, "trap"] == ""


@pytest.mark.parametrize("group", [("events",), ("ties",), ("talks",), ("positions",), ("judgements", "estimates")])
def test_a_trace_names_one_entry(group: tuple[str, ...]) -> None:
    """No two entries by which a form is made share an id, whatever tables they are of; qualities only qualify."""
    ids = [id_ for book, table, id_ in ENTRIES if book in group and table != "quality"]
    assert len(ids) == len(set(ids))
