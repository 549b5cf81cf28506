"""Gathers reports from files, folders and standard input."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO

from parley.intake.decoding import SAMPLE, decode
from parley.intake.draft import Draft, doubts_of, report_from
from parley.intake.left_out import LeftOut, UnreadableError
from parley.intake.markdown import draft_of_markdown
from parley.intake.page import draft_of_page, looks_like_page
from parley.intake.pdf import draft_of_pdf
from parley.intake.plain import draft_of_plain
from parley.intake.rows import asked_from_jsonl, lines_of
from parley.intake.sameness import Found, told_once
from parley.intake.sniffing import Kind, has_rows, is_json, kind_of
from parley.intake.walking import LIMIT, bytes_of, files_under, shown, too_large
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
        yield from _from_file(path)
    if stdin is not None:
        yield from _from_data(stdin, STANDARD_INPUT)


def _from_file(path: Path) -> Iterator[Found | LeftOut]:
    place = shown(path)
    try:
        with path.open("rb") as file:
            head = file.read(SAMPLE)
            if kind_of(head, path.suffix) is Kind.ROWS:
                file.seek(0)
                yield from _from_rows(head, file, place)
                return
        yield from _from_data(bytes_of(path), place, path.suffix)
    except UnreadableError as e:
        yield e.at(place)
    except OSError as e:
        yield LeftOut(place, f"it cannot be opened ({e.strerror})", "see to its permissions")


def _from_data(data: bytes, place: str, suffix: str = "") -> Iterator[Found | LeftOut]:
    """The reports in some data that is held as a whole."""
    try:
        if kind_of(data, suffix) is Kind.ROWS:
            yield from _from_rows(data[:SAMPLE], BytesIO(data), place)
            return
        draft = _draft(data, suffix)
    except UnreadableError as e:
        yield e.at(place)
        return
    yield Found(place, report_from(draft))
    yield from doubts_of(draft, place)


def _from_rows(head: bytes, stream: IO[bytes], place: str) -> Iterator[Found | LeftOut]:
    if not head.strip():
        raise _empty()
    if not has_rows(head):
        raise UnreadableError("it holds no JSON objects", 'write one {"text": …} a line, in UTF-8')
    for row in asked_from_jsonl(lines_of(stream), place):
        yield row if isinstance(row, LeftOut) else Found(place, row.report)


def _draft(data: bytes, suffix: str) -> Draft:
    if len(data) > LIMIT:
        raise too_large(len(data))
    kind = kind_of(data, suffix)
    if kind is Kind.PDF and data.strip():
        return draft_of_pdf(data)
    draft = _draft_of_text(decode(data, declares=kind is Kind.PAGE), kind)
    if not draft.text:
        raise _empty()
    return draft


def _draft_of_text(text: str, kind: Kind | None) -> Draft:
    if not text.strip():
        raise _empty()
    if kind is Kind.PAGE or looks_like_page(text):
        return draft_of_page(text)
    if kind is Kind.MARKDOWN:
        return draft_of_markdown(text)
    if is_json(text):
        raise UnreadableError("it is JSON but not JSON Lines", 'write one {"text": …} a line, in a file named .jsonl')
    return draft_of_plain(text)


def _empty() -> UnreadableError:
    return UnreadableError("it holds no text", "put a report into it, or leave it away")


def found_in(data: bytes, place: str, suffix: str = "") -> Iterator[Found | LeftOut]:
    """The reports in some data that is held as a whole, and what of it was let go: for whoever streams sources."""
    return _from_data(data, place, suffix)
