"""A user's own codebook entries: those that the project's settings name, and those given for one command."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from parley.desk.amiss import AmissError, sentence
from parley.desk.project import settled
from parley.settings.codebook import load_overlay
from parley.settings.errors import SettingsError
from parley.settings.lines import line_of
from parley.terms.overlay import Overlay

if TYPE_CHECKING:
    from parley.reading.coding.rows import EntryError

FORM = "See docs/reference/codebook.md for the form of entries."


def overlays(given: Sequence[Path] = ()) -> tuple[Overlay, ...]:
    """The entries to lay over the codebook: first those of `parley.toml` in this folder, then those given.

    Raises AmissError: no such file, not TOML, an entry that cannot be used; each with file and line.
    """
    found = read(given)
    if found:
        from parley.reading.coding.books import books

        fault = next(books(found).faults(), None)
        if fault is not None:
            raise AmissError(f"{place_of(fault)}: {spoken(fault)}", remedy_of(fault))
    return found


def read(given: Sequence[Path] = ()) -> tuple[Overlay, ...]:
    """The same, whatever their entries are like. Raises AmissError: no such file, not TOML."""
    paths = dict.fromkeys((*settled().codebook, *given))
    try:
        return tuple(load_overlay(path) for path in paths)
    except SettingsError as e:
        named = f"{e.field}: " if e.field else ""
        raise AmissError(f"{e.place}: {named}{e.what}", sentence(e.remedy)) from e


def place_of(fault: EntryError) -> str:
    """The file and line of what is wrong: of the field if it is there, else of its entry."""
    from parley.reading.coding.rows import shipped_text

    row = fault.row
    text = row.over.text if row.over is not None else shipped_text(row.file)
    path = (row.table, row.number, fault.key) if fault.key else (row.table, row.number)
    line = line_of(text, path) or line_of(text, (row.table,))
    return f"{row.file}:{line}" if line else row.file


def spoken(fault: EntryError) -> str:
    """The entry and what is wrong with it."""
    row = fault.row
    return f"{row.table} {row.id!r}: {fault.what}" if row.raw else f"[{row.table}]: {fault.what}"


def remedy_of(fault: EntryError) -> str:
    """What to do about it."""
    return sentence(fault.remedy) if fault.remedy else FORM
