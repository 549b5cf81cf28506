"""Reports that a browser sends: what is no report is refused, the rest is put where intake finds it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from parley.intake import SUFFIXES, packed_as, unpasted

__all__ = ["LARGEST", "SUFFIXES", "Kept", "Refused", "fault_of", "keep", "pasted", "shown", "suffix_of"]

LARGEST = 20_000_000
"""Bytes of one file."""
KINDS = ", ".join(SUFFIXES)
"""The endings of what is taken, as they are told."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that is not taken, by the name it was sent under, and why."""

    name: str
    why: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The files to be read, each with the name it was sent under, and those that were refused."""

    files: tuple[tuple[Path, str], ...]
    refused: tuple[Refused, ...]


def keep(folder: Path, sent: Iterable[tuple[str, bytes]]) -> Kept:
    """Put what was sent into a folder, under names of our own: of a sent name only its ending is used."""
    files: list[tuple[Path, str]] = []
    refused: list[Refused] = []
    for n, (name, data) in enumerate(sent, 1):
        fault = fault_of(name, data)
        if fault is not None:
            refused.append(Refused(shown(name), *fault))
            continue
        place = folder / f"{n:03d}{suffix_of(name)}"
        place.write_bytes(data)
        files.append((place, shown(name)))
    return Kept(tuple(files), tuple(refused))


def fault_of(name: str, data: bytes) -> tuple[str, str] | None:
    r"""Why a file is not taken, and what to do; None where it is. A zip is taken if it is a document or book.

    >>> fault_of("report.txt", b"Talks were held.") is None, fault_of("x.zip", b"PK\x03\x04")[0]
    (True, 'it is a zip, and none that is a document or a book')
    """
    if what := packed_as(data):
        return f"it is {what}", "Unpack it, or save it as text, DOCX or PDF, and send that."
    if suffix_of(name) not in SUFFIXES:
        return "its kind is not known", f"Send one of: {KINDS}"
    if len(data) > LARGEST:
        what = f"it has {len(data) / 1e6:.0f} MB, more than {LARGEST / 1e6:.0f}"
        return what, "Split it into its reports, or read it on this machine with `parley read`."
    if not data.strip():
        return "it is empty", "Send one that holds a report."
    return None


def suffix_of(name: str) -> str:
    r"""The ending of a sent name, whatever path it pretends to have.

    >>> suffix_of("../../etc/Passwd.TXT"), suffix_of("a.txt/..\\b"), suffix_of(".txt")
    ('.txt', '', '.txt')
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    dot = last.rfind(".")
    return last[dot:].lower() if dot >= 0 else ""


def shown(name: str) -> str:
    """A sent name as it can be shown: its last part, in one line."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(c if c.isprintable() else " " for c in last)[:120] or "a file without a name"


def pasted(text: str, title: str = "", published: str = "", publisher: str = "") -> bytes:
    """Pasted text as a row that intake reads: without what a page or a PDF puts between the words."""
    row = {
        "text": unpasted(text),
        "title": title.strip(),
        "published": published.strip(),
        "publisher": publisher.strip(),
    }
    return (json.dumps({k: v for k, v in row.items() if v}) + "\n").encode()
