"""Gathers reports from files, folders and standard input."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from parley.intake.left_out import LeftOut
from parley.intake.sameness import Found, told_once
from parley.intake.sources import Place, found_in, found_in_file
from parley.intake.walking import files_under
from parley.terms.report import Report

STANDARD_INPUT = "standard input"


@dataclass(frozen=True, slots=True)
class Intake:
    """What was taken, each text once, and what was left out, with why."""

    reports: tuple[Report, ...]
    left_out: tuple[LeftOut, ...]


def gather(
    paths: Sequence[Path],
    stdin: bytes | None = None,
    progress: Callable[[Path], None] | None = None,
) -> Intake:
    """All reports of some files and folders (walked in sorted order) and, last, of standard input.

    `progress` is called with each file before it is read. Nothing that a file holds makes this raise:
    what cannot be read is in `left_out`, and so is a part of a report that had to be let go.
    """
    found: list[Found] = []
    left: list[LeftOut] = []
    for item in _everything(paths, stdin, progress):
        if isinstance(item, Found):
            found.append(item)
        else:
            left.append(item)
    reports, doubles = told_once(found)
    return Intake(reports, (*left, *doubles))


def _everything(
    paths: Sequence[Path], stdin: bytes | None, progress: Callable[[Path], None] | None
) -> Iterator[Found | LeftOut]:
    for path in files_under(paths):
        if isinstance(path, LeftOut):
            yield path
            continue
        if progress:
            progress(path)
        yield from found_in_file(path)
    if stdin is not None:
        yield from found_in(stdin, Place(STANDARD_INPUT, pasted=True))
