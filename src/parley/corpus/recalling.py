"""Parts back to readings, as the reader gave them: what the record takes in."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from parley.corpus.base import base, listed
from parley.corpus.faults import CorpusError, extra
from parley.corpus.parcels import Parcel
from parley.corpus.parts import Part
from parley.intake import Shape, Unit, copies_as_one
from parley.terms.affiliation import Affiliation
from parley.terms.layers import Reading
from parley.terms.layers import Warning as Failed
from parley.terms.report import Report
from parley.terms.slice import ReaderInfo
from parley.terms.wire import WireError, from_object, from_plain

_SAME = """
SELECT part, id, of FROM (
  SELECT part, id, text_key,
    first_value(part || '/' || id) OVER (PARTITION BY text_key ORDER BY published NULLS LAST,
      publisher NULLS LAST, url NULLS LAST, id, part) AS of,
    count(*) OVER (PARTITION BY text_key) AS many
  FROM read_parquet({files}, hive_partitioning = true, hive_types_autocast = false)
) WHERE many > 1
"""


@dataclass(frozen=True, slots=True)
class Recalled:
    """A reading as it was kept, and the reader; None where none read it. `whole` unless only its report is here."""

    reading: Reading
    reader: ReaderInfo | None
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Same:
    """Reports of one text, by part and id: `of` leads each to the one that stands for all, `copies` back to all."""

    of: Mapping[tuple[str, str], tuple[str, str]]
    copies: Mapping[tuple[str, str], tuple[Report, ...]]


def recalled(part: Part, wanted: Callable[[str, ReaderInfo | None, str], bool]) -> Iterator[Recalled]:
    """The readings of a part, in its order; `wanted` is asked by report id, reader and hash of the text.

    What is not wanted comes as its report alone. Raises CorpusError where the part is damaged.
    """
    found = {name: _by_report(part, name) for name in ("actors", "affiliations", "proposals", "warnings")}
    for row in _rows(part, "reports", ["id", "sha256", "reader", "reader_version", "codebook", "json"]):
        reader = ReaderInfo(row["reader"], row["reader_version"], row["codebook"]) if row["reader"] else None
        report = _value(part, row["json"])
        if not wanted(row["id"], reader, row["sha256"]):
            yield Recalled(Reading(report), reader, whole=False)
            continue
        told = {name: rows.get(row["id"], []) for name, rows in found.items()}
        yield Recalled(
            Reading(
                report,
                actors=tuple(_value(part, r["json"]) for r in told["actors"]),
                affiliations=tuple(_affiliation(part, r["json"]) for r in told["affiliations"]),
                proposals=tuple(_value(part, r["json"]) for r in told["proposals"]),
                warnings=tuple(Failed(**r) for r in told["warnings"]),
            ),
            reader,
        )


def _by_report(part: Part, table: str) -> dict[str, list[dict[str, Any]]]:
    columns = ["report", "stage", "message"] if table == "warnings" else ["report", "json"]
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _rows(part, table, columns):
        found[row["report"]].append(row)
    return found


def _rows(part: Part, table: str, columns: list[str]) -> list[dict[str, Any]]:
    with extra():
        import pyarrow as pa
        import pyarrow.parquet as pq
    try:
        rows: list[dict[str, Any]] = pq.ParquetFile(part.table(table)).read(columns).to_pylist()
    except (pa.ArrowException, OSError, ValueError, KeyError) as e:
        raise damaged(part, f"its table {table} cannot be read ({e})") from e
    return rows


def _value(part: Part, text: str) -> Any:
    try:
        return from_object(json.loads(text))
    except (WireError, ValueError) as e:
        raise damaged(part, str(e)) from e


def _affiliation(part: Part, text: str) -> Affiliation:
    try:
        made: Affiliation = from_plain(Affiliation, json.loads(text), "affiliation")
    except (WireError, ValueError) as e:
        raise damaged(part, str(e)) from e
    return made


def damaged(part: Part, why: str) -> CorpusError:
    """A part whose files are not what was written."""
    return CorpusError(f"{part.folder}: is damaged: {why}", f"Remove {part.folder} and run `parley corpus` again.")


def same_texts(parts: Iterable[Part], folder: Path) -> Same:
    """Texts that differ in white space at most, as `parley read` finds them in what it is given at once."""
    parts = tuple(parts)
    with base(folder) as connection:
        files = listed(p.table("reports").resolve() for p in parts)
        found = connection.execute(_SAME.format(files=files)).fetchall()
    of = {(part, report): _split(lead) for part, report, lead in found}
    reports = _reports(parts, of)
    copies: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for key, lead in of.items():
        copies[lead] += _apart(reports[key])
    return Same(of, {lead: tuple(some) for lead, some in copies.items()})


def _split(lead: str) -> tuple[str, str]:
    part, _, report = lead.partition("/")
    return part, report


def _reports(parts: Iterable[Part], wanted: Mapping[tuple[str, str], Any]) -> dict[tuple[str, str], Report]:
    """The reports that are wanted, without their texts: one text of each kind is held by the reading anyway."""
    names = {part for part, _ in wanted}
    return {
        (part.name, row["id"]): replace(_value(part, row["json"]), text=None)
        for part in parts
        if part.name in names
        for row in _rows(part, "reports", ["id", "json"])
        if (part.name, row["id"]) in wanted
    }


def _apart(report: Report) -> list[Report]:
    """A report as the copies that it was made of, one an appearance."""
    return [
        replace(report, publisher=a.publisher, url=a.url, published=a.published, appearances=(a,))
        for a in report.appearances
    ] or [report]


def as_one(report: Report, copies: Iterable[Report]) -> Report:
    """The report that stands for all its copies, with what they tell of its origin."""
    whole = [replace(c, text=report.text) if c.id == report.id else c for c in copies]
    made = copies_as_one(whole)
    return replace(made, id=report.id, text=report.text, sha256=report.sha256, state=report.state, why=report.why)


def parcel_again(part: Part) -> Parcel:
    """A part's reports as a parcel that makes the same part anew: neither source nor network is needed."""
    units = tuple(
        Unit(row["place"], Shape.REPORT, row["json"].encode()) for row in _rows(part, "reports", ["place", "json"])
    )
    return Parcel(part.number, part.name, units, part.keys)
