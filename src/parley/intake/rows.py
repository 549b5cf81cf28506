"""JSON Lines of reports: one object a line, its text stored to the letter; a bad row is named and the rest goes on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any, TypeGuard

from parley.intake.days import iso_day
from parley.intake.language import language_of
from parley.intake.left_out import LeftOut, UnreadableError
from parley.intake.walking import LIMIT
from parley.terms.layers import GivenMention
from parley.terms.ports import Asked
from parley.terms.report import report_of

_PIECE = 1 << 20


def lines_of(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines of a byte stream without their ends; of a line over the limit only so much that it is seen to be."""
    while line := stream.readline(LIMIT + 1):
        rest = line
        while rest and not rest.endswith(b"\n") and len(line) > LIMIT:
            rest = stream.readline(_PIECE)
        yield line.rstrip(b"\r\n")


def asked_from_jsonl(lines: Iterable[str | bytes], name: str) -> Iterator[Asked | LeftOut]:
    """Reports to read, streaming, one for each row in order; blank lines are passed over.

    A row has `text`, and may have `id`, `title`, `published` (ISO date), `url`, `publisher`, `language` and
    `mentions` [{start, end, actor}], spans in code points of `text`; other fields are ignored. What is wrong
    with a row is told in a LeftOut that names `name` and the line. Bytes are taken as UTF-8.
    """
    known: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _row(line, f"{name}, line {number}", known)


def asked_from_row(line: bytes, place: str) -> Asked | LeftOut:
    """One row by itself; `place` is what it is called where it is wrong. Ids of other rows are not looked at."""
    return _row(line, place, {})


def _row(line: str | bytes, place: str, known: dict[str, int]) -> Asked | LeftOut:
    """One row; `known` holds the start of the text's hash for each id met so far in the stream, and takes this one."""
    try:
        asked = _asked(_object(line))
        digest = int(asked.report.sha256[:15], 16)
        if known.setdefault(asked.report.id, digest) != digest:
            why = f"the id {asked.report.id!r} was given before to another text"
            raise UnreadableError(why, "give each text an id of its own, or none")
    except UnreadableError as e:
        return e.at(place)
    return asked


def _object(line: str | bytes) -> Mapping[str, Any]:
    if len(line) > LIMIT:
        raise UnreadableError(f"the line is longer than {LIMIT / 1e6:.0f} MB", "split the text into its reports")
    try:
        text = line.decode("utf-8") if isinstance(line, bytes) else line
        row = json.loads(text.lstrip("\ufeff"))
    except UnicodeDecodeError as e:
        raise UnreadableError(f"it is not UTF-8 (byte {e.start + 1})", "save the file as UTF-8") from e
    except json.JSONDecodeError as e:
        raise UnreadableError(f"it is not JSON ({e.msg}, column {e.colno})", "write one JSON object a line") from e
    except (ValueError, RecursionError) as e:
        raise UnreadableError(f"it is not JSON that can be read ({e})", "write one JSON object a line") from e
    if not isinstance(row, dict):
        raise UnreadableError("it is JSON but not an object", 'write {"text": …} with one report a line')
    return row


def _asked(row: Mapping[str, Any]) -> Asked:
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise UnreadableError("the field 'text' is missing, empty or no string", "give the report's text as a string")
    report = report_of(
        text,
        id=_id(row),
        title=_string(row, "title"),
        publisher=_string(row, "publisher"),
        url=_string(row, "url"),
        published=_published(row),
        language=_language(row) or language_of(text),
    )
    return Asked(report, _mentions(row, text))


def _string(row: Mapping[str, Any], field: str) -> str | None:
    value = row.get(field)
    if value is None or isinstance(value, str):
        return value or None
    why = f"the field {field!r} is no string: {value!r}"[:200]
    raise UnreadableError(why, f"give {field!r} as a string, or leave it out")


def _id(row: Mapping[str, Any]) -> str | None:
    """The id; a whole number is taken as it is written."""
    value = row.get("id")
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _string(row, "id")


def _published(row: Mapping[str, Any]) -> str | None:
    written = _string(row, "published")
    day = iso_day(written) if written else None
    if written and day is None:
        raise UnreadableError(f"the field 'published' is no ISO date: {written!r}"[:200], "write it as 2022-01-31")
    return day


def _language(row: Mapping[str, Any]) -> str | None:
    """The language given, without its region: `en-GB` is `en`."""
    given = _string(row, "language")
    return given.replace("_", "-").split("-")[0].strip().lower() or None if given else None


def _mentions(row: Mapping[str, Any], text: str) -> tuple[GivenMention, ...]:
    given = row.get("mentions")
    if given is None:
        return ()
    if not isinstance(given, list):
        raise UnreadableError("the field 'mentions' is no list", "give a list of {start, end, actor}")
    return tuple(_mention(m, i, len(text)) for i, m in enumerate(given))


def _mention(given: Any, index: int, length: int) -> GivenMention:
    where = f"mentions[{index}]"
    if not isinstance(given, dict):
        raise UnreadableError(f"{where} is no object", "give {start, end, actor}")
    start, end, actor = given.get("start"), given.get("end"), given.get("actor")
    if not (_is_whole(start) and _is_whole(end)) or not isinstance(actor, str) or not actor.strip():
        raise UnreadableError(f"{where} lacks a whole start and end, or an actor", "give {start, end, actor}")
    if not 0 <= start < end <= length:
        why = f"{where} runs from {start} to {end}, which is not inside the text of {length} characters"
        raise UnreadableError(why, "count code points of 'text' from 0, the end not included")
    return GivenMention(start, end, actor)


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
