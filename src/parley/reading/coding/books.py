"""The codebook in force: all books of entries, the shipped ones with a user's own laid over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from parley.reading.coding import codebook, estimates, issues, judgements_book, stances, talkbook, tiebook
from parley.reading.coding.codebook import Codebook
from parley.reading.coding.entry_form import EntryForm
from parley.reading.coding.estimates import Estimates
from parley.reading.coding.issues import Issues
from parley.reading.coding.judgements_book import JudgementWording
from parley.reading.coding.rows import EntryError, Row, parsed, rows_of, shipped_text
from parley.reading.coding.stances import StanceWording
from parley.reading.coding.talkbook import Talkbook
from parley.reading.coding.tiebook import Tiebook
from parley.reading.coding.wordbook import Wordbook
from parley.terms.overlay import Overlay

FORMS: Mapping[str, tuple[EntryForm[Any], ...]] = {
    "events": (codebook.ENTRY,),
    "talks": (talkbook.TALK, talkbook.PART, talkbook.PROSPECT, talkbook.RESULT, talkbook.MANNER),
    "ties": (tiebook.TIE, tiebook.QUALITY),
    "positions": (stances.POSITION,),
    "issues": (issues.ISSUE,),
    "judgements": (judgements_book.JUDGEMENT,),
    "estimates": (estimates.ESTIMATE,),
}
"""The forms of the entries of each book."""
_CLASSES = frozenset({"class", "words"})


@dataclass(frozen=True)
class Books:
    """The books of entries, each made when it is first asked for. `over` are laid over the shipped ones in turn."""

    over: tuple[Overlay, ...] = ()

    @cached_property
    def events(self) -> Codebook:
        """Events."""
        return codebook.build(codebook.shipped_texts(), self.over) if self.over else codebook.shipped()

    @cached_property
    def talks(self) -> Talkbook:
        """Talks."""
        return talkbook.build(shipped_text(talkbook.FILE), talkbook.FILE, self.over)

    @cached_property
    def ties(self) -> Tiebook:
        """Ties."""
        return tiebook.build(shipped_text(tiebook.FILE), tiebook.FILE, self.over)

    @cached_property
    def positions(self) -> Wordbook[StanceWording]:
        """Positions."""
        return stances.build(shipped_text(stances.FILE), stances.FILE, self.over)

    @cached_property
    def issues(self) -> Issues:
        """What is at issue."""
        return issues.build(shipped_text(issues.FILE), issues.FILE, self.over)

    @cached_property
    def judgements(self) -> Wordbook[JudgementWording]:
        """Judgements."""
        return judgements_book.build(shipped_text(judgements_book.FILE), judgements_book.FILE, self.over)

    @cached_property
    def estimates(self) -> Estimates:
        """Words of estimative probability."""
        return estimates.build(shipped_text(estimates.FILE), estimates.FILE, self.over)

    def rows(self, book: str, form: EntryForm[Any]) -> tuple[Row, ...]:
        """The entries of a book in one form, as written. Raises EntryError for two of one id."""
        return rows_of(form.table, texts_of(book), self.over)

    def faults(self) -> Iterator[EntryError]:
        """Every entry that cannot be used, the first fault of each; then what is wrong between entries."""
        sound = True
        for fault in self._faults():
            sound = False
            yield fault
        if sound:
            yield from self._between()

    def _faults(self) -> Iterator[EntryError]:
        for o in self.over:
            yield from _faults_outside(o)
        for book, forms in FORMS.items():
            for form in forms:
                try:
                    rows = self.rows(book, form)
                except EntryError as e:
                    yield e
                    continue
                yield from (found for row in rows if (found := _fault(form, row)) is not None)

    def _between(self) -> Iterator[EntryError]:
        for book in FORMS:
            try:
                getattr(self, book)
            except EntryError as e:
                yield e


def texts_of(book: str) -> Mapping[str, str]:
    """The shipped files of a book, by name."""
    return codebook.shipped_texts() if book == "events" else {f"{book}.toml": shipped_text(f"{book}.toml")}


def book_with(table: str) -> str:
    """The book that a table is of, "" where there is none."""
    return next((book for book, forms in FORMS.items() if any(f.table == table for f in forms)), "")


def _fault(form: EntryForm[Any], row: Row) -> EntryError | None:
    try:
        form.entry(row)
    except EntryError as e:
        return e
    return None


def _faults_outside(o: Overlay) -> Iterator[EntryError]:
    known = {form.table for forms in FORMS.values() for form in forms}
    for name in parsed(o.text).keys() - known - _CLASSES:
        what = f"there is no table {name!r}; known are {', '.join(sorted(known | _CLASSES))}"
        yield EntryError(Row(o.file, name, 0, {}, {}, o), what)
    for name in _CLASSES & parsed(o.text).keys():
        given = parsed(o.text)[name]
        wrong = not isinstance(given, dict) or [k for k, v in given.items() if not isinstance(v, list)]
        if wrong:
            yield EntryError(Row(o.file, name, 0, {}, {}, o), 'a word class is a list of words: name = ["…", "…"]')


@lru_cache(maxsize=8)
def books(over: tuple[Overlay, ...] = ()) -> Books:
    """The books with some overlays; the same overlays give the same books, made once."""
    return Books(over)
