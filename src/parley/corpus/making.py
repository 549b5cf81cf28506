"""A part from what was read: its tables and its manifest, as bytes that depend on nothing but the content."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from parley import __version__
from parley.corpus.parcels import Parcel
from parley.corpus.rows import (
    Row,
    actor_row,
    affiliation_row,
    proposal_row,
    report_row,
    statement_row,
    talk_row,
)
from parley.corpus.tables import TABLES, parquet
from parley.intake import LeftOut
from parley.terms.enums import ReportState
from parley.terms.layers import Reading
from parley.terms.ports import Reader
from parley.terms.slice import CONTRACT, Joined, ReaderInfo

FORM = 1
"""The form of parts: raised when a table loses a column or a column its meaning."""
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Told:
    """What was read in a report that stood at `place`, what it says together, and by which reader; None by none."""

    place: str
    reading: Reading
    joined: Joined
    reader: ReaderInfo | None


@dataclass(frozen=True, slots=True)
class Made:
    """A part that is ready to be written: its files by name, its counts, what it took (seconds: clock, cpu)."""

    name: str
    files: Mapping[str, bytes]
    counts: Mapping[str, int]
    seconds: float = 0.0
    cpu: float = 0.0


def made_of(
    parcel: Parcel, told: Sequence[Told], left: Sequence[tuple[LeftOut, str | None]], among: Sequence[Reader]
) -> Made:
    """The part of a parcel."""
    rows = _rows(told, left)
    files = {f"{name}.parquet": parquet(name, rows[name]) for name in TABLES}
    counts = _counts(rows)
    manifest = _manifest(parcel, files, counts, [r.info for r in among])
    files[MANIFEST] = (json.dumps(manifest, indent=1) + "\n").encode()
    return Made(parcel.name, files, counts)


def _rows(told: Iterable[Told], left: Iterable[tuple[LeftOut, str | None]]) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for t in told:
        r = t.reading
        rows["reports"].append(report_row(r.report, t.place, t.reader))
        rows["actors"] += [actor_row(r.report.id, a) for a in r.actors]
        rows["affiliations"] += [affiliation_row(r.report.id, a) for a in r.affiliations]
        rows["proposals"] += [proposal_row(p) for p in r.proposals]
        rows["statements"] += [statement_row(r.report.id, s) for s in t.joined.statements]
        rows["talks"] += [talk_row(r.report.id, k) for k in t.joined.talks]
        rows["warnings"] += [asdict(w) for w in r.warnings]
    rows["left_out"] = [{"place": x.path, "report": of, "why": x.why, "remedy": x.remedy} for x, of in left]
    return rows


def _counts(rows: Mapping[str, Sequence[Row]]) -> dict[str, int]:
    states = Counter(r["state"] for r in rows["reports"])
    return {
        **{name: len(rows[name]) for name in TABLES},
        "read": states[ReportState.READ.value],
        "unread": states[ReportState.UNREAD.value],
        "words": sum(r["words"] for r in rows["reports"]),
    }


def _manifest(
    parcel: Parcel, files: Mapping[str, bytes], counts: Mapping[str, int], readers: Sequence[ReaderInfo]
) -> dict[str, Any]:
    return {
        "form": FORM,
        "contract": CONTRACT,
        "parley": __version__,
        "part": parcel.name,
        "number": parcel.number,
        "readers": [asdict(r) for r in readers],
        "counts": dict(counts),
        "sha256": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
        "keys": list(parcel.keys),
    }
