"""The codebook in force: the shipped books with a user's entries over them."""

from __future__ import annotations

import pytest

from parley.reading.coding.books import FORMS, Books, book_with, books, texts_of
from parley.reading.coding.rows import shipped_files
from parley.terms.overlay import Overlay

OWN = """
[[entry]]
id = "attack"
code = "PROTEST"
verbs = ["attack"]
example = ["A attacked B.", "A", "B"]
trap = "A."

[[tie]]
id = "patron"
off = true

[[estimate]]
id = "mayhap"
verdict = "likely"
adverbs = ["mayhap"]
example = ["Mayhap A wins.", "A wins"]
trap = "A."
"""


def test_the_shipped_books_have_no_fault() -> None:
    """Every shipped entry can be used, and no two of a kind share an id."""
    assert list(Books().faults()) == []


def test_every_file_is_of_a_book() -> None:
    """No file of the codebook is left unread."""
    read = {file for book in FORMS for file in texts_of(book)}
    assert read == set(shipped_files()) - {"classes.toml"}


def test_each_book_takes_what_is_laid_over_it() -> None:
    """An event is replaced, a tie gone, an estimate added; the shipped books stay as they were."""
    own, shipped = books((Overlay("own.toml", OWN),)), books()
    codes = {e.id: e.code.value for e in own.events.entries}
    assert (codes["attack"], len(own.events.entries)) == ("PROTEST", len(shipped.events.entries))
    assert {e.id for e in shipped.ties.wordings.entries} - {e.id for e in own.ties.wordings.entries} == {"patron"}
    assert own.estimates.by_id.keys() - shipped.estimates.by_id.keys() == {"mayhap"}
    assert "ASSAULT" in {e.code.value for e in shipped.events.entries if e.id == "attack"}


def test_the_same_overlays_are_made_once() -> None:
    """Reading report after report builds no book anew."""
    assert books((Overlay("own.toml", OWN),)).ties is books((Overlay("own.toml", OWN),)).ties


@pytest.mark.parametrize(
    ("text", "table", "says"),
    [
        ('[[event]]\nid = "x"\n', "event", "no table 'event'"),
        ('[class]\narms = "club"\n', "class", "a list of words"),
        ('[[tie]]\nid = "x"\noff = true\n', "tie", "no such entry"),
        ('[[issue]]\nid = "x"\nwords = ["truce"]\nexample = "truce"\ntrap = "war"\n', "issue", "leave it to one"),
    ],
)
def test_faults_are_all_told(text: str, table: str, says: str) -> None:
    """Of each the table is named; one fault hides no other."""
    (alone,) = Books((Overlay("own.toml", text),)).faults()
    assert (alone.row.table, says in alone.what) == (table, True)
    broken = '[[position]]\nid = "y"\n'
    assert len(list(Books((Overlay("own.toml", text), Overlay("more.toml", broken))).faults())) >= 1 + (
        table != "issue"
    )


def test_tables_know_their_book() -> None:
    """Each table is of one book."""
    assert (book_with("prospect"), book_with("entry"), book_with("nothing")) == ("talks", "events", "")
