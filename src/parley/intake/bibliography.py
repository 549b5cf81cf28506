"""Bibliographies: each entry is a report, of the file attached to it, else of its abstract."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias
from urllib.parse import unquote

from parley.intake.draft import Draft
from parley.intake.left_out import UnreadableError
from parley.intake.pieces import Inner, Pieces
from parley.intake.walking import bytes_of

ABSTRACT = "abstract"
_AS_FILES = "export the bibliography together with its files, and keep them beside it"
_NO_TEXT = ("the entry has neither a file nor an abstract", "attach its file, and export again with files")
_ABSTRACT_ONLY = ("no text but the abstract could be read, so the abstract is the report", _AS_FILES)
_YEAR_ONLY = (
    "only the year or month of its publication is told, so the report is kept without a date",
    "write the day into the bibliography",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a bibliography tells of one text: its origin, with the abstract as text, and the files attached."""

    known: Draft
    files: tuple[str, ...] = ()
    vague: bool = False
    """Whether a date is told, but no day."""


Entries: TypeAlias = "Iterator[tuple[str, Entry | UnreadableError]]"


def address_of_doi(told: str | None) -> str | None:
    """The address of a DOI, which is told bare or as one; None where it is neither.

    >>> address_of_doi("10.1/x"), address_of_doi("https://doi.org/10.1/x"), address_of_doi("none")
    ('https://doi.org/10.1/x', 'https://doi.org/10.1/x', None)
    """
    if told and told.startswith("10."):
        return f"https://doi.org/{told}"
    return told if told and told.startswith(("https://", "http://")) else None


def pieces_of_entries(entries: Entries, folder: Path | None) -> Pieces:
    """The texts of a bibliography's entries. Attached files are looked for in `folder` and below it, nowhere else.

    Where several are attached, the first that gives a report is taken: they are forms of one text.
    """
    for where, entry in entries:
        if isinstance(entry, UnreadableError):
            yield where, entry
            continue
        wrong: list[tuple[str, UnreadableError]] = []
        files = list(_attached(entry, folder, where, wrong))
        yield from wrong
        yield where, _chained(files, entry)


def _attached(
    entry: Entry, folder: Path | None, where: str, wrong: list[tuple[str, UnreadableError]]
) -> Iterator[tuple[bytes, str]]:
    for name in entry.files:
        try:
            path = place_of(name, folder)
            yield bytes_of(path), path.suffix
        except UnreadableError as e:
            wrong.append((f"{where}, file {name}"[:200], e))


def _chained(files: list[tuple[bytes, str]], entry: Entry) -> Draft | Inner | UnreadableError:
    """The first file, in its stead the next, and in the end the abstract."""
    doubts = (_YEAR_ONLY,) if entry.vague else ()
    last: Draft | Inner | UnreadableError = UnreadableError(*_NO_TEXT)
    if entry.known.text:
        title = f"{entry.known.title} ({ABSTRACT})" if entry.known.title else None
        last = replace(entry.known, title=title, doubts=(*doubts, _ABSTRACT_ONLY))
    elif files:
        last = UnreadableError("none of its files gives a report", "save one of them as text")
    for data, suffix in reversed(files):
        instead = None if isinstance(last, UnreadableError) else last
        last = Inner(data, suffix, replace(entry.known, text="", doubts=doubts), instead)
    return last


def place_of(name: str, folder: Path | None) -> Path:
    """Where an attached file lies, which must be in the bibliography's own folder or below. Raises UnreadableError."""
    if folder is None:
        raise UnreadableError("files that a bibliography names are read only where it lies in a folder", _AS_FILES)
    name = name.strip().replace("\\", "/")
    if "://" in name or name.startswith(("/", "~")) or name[1:2] == ":" or "\0" in name:
        raise UnreadableError("the file is named by an address, not by a path beside the bibliography", _AS_FILES)
    home = os.path.realpath(folder)
    for candidate in dict.fromkeys((name, unquote(name))):
        real = os.path.realpath(os.path.join(home, candidate)) if "\0" not in candidate else ""
        if os.path.isfile(real):
            if os.path.commonpath((home, real)) != home:
                raise UnreadableError("the file lies outside of the bibliography's folder", _AS_FILES)
            return Path(real)
    raise UnreadableError("the file is not there", _AS_FILES)
