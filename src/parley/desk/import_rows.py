"""Rows of other people's tables into a record: what is new, has changed, stands as before, or is gone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from parley.desk.decisions import loudly
from parley.desk.import_actors import Directory
from parley.desk.import_frame import Imported, Wish
from parley.desk.import_seen import Seen
from parley.desk.import_source import Table
from parley.formats.incoming.cells import cell
from parley.formats.incoming.row import Cells, PassedOverError, RowError, Told, reading_of, text_of
from parley.intake.left_out import LeftOut
from parley.intake.tables import Row
from parley.record import Downloads, HeldRow, Record
from parley.terms.enums import ReportState
from parley.terms.layers import Reading
from parley.terms.report import hash_of
from parley.terms.slice import ReaderInfo

BATCH = 1_000
"""Rows kept in one transaction."""
LONGEST_ID = 200
MAPS = "1"
"""The maps' version: with another one, rows that stand as before are coded anew."""
SHOWN = 20
"""How many of what has changed or gone are named; the rest is counted."""
_VALUE = re.compile(r"^(?:'.*?'|\".*?\") ")


@dataclass(slots=True)
class _Run:
    """One file on its way into a record."""

    table: Table
    record: Record
    path: Path
    wish: Wish
    known: Directory
    reader: ReaderInfo
    downloads: Downloads
    seen: Seen = field(default_factory=Seen)
    counts: Counter[str] = field(default_factory=Counter)
    causes: Counter[str] = field(default_factory=Counter)
    unnamed: int = 0
    met: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Made:
    """A row that was understood: what it tells, under its report's own id, with the hash of its text."""

    id: str
    row: Row
    told: Told
    sha256: str


def take(table: Table, record: Record, path: Path, wish: Wish) -> Imported:
    """Take a file of a data set's rows into a record. Raises AmissError where it is no table of its kind."""
    known = Directory(wish.actors)
    codebook = hash_of("\n".join((MAPS, table.codebook, known.digest)))[:16]
    reader = ReaderInfo(table.source.reader, wish.as_of, codebook)
    run = _Run(table, record, path, wish, known, reader, Downloads(record, table.prefix, reader.name))
    before = record.orphans() if record.decisions() else ()
    rows = _rows(run)
    while some := list(islice(rows, BATCH)):
        _keep(run, some)
        wish.progress(f"taking in {path.name}", run.counts["rows"], None)
    _take_out(run)
    record.settle()
    lost = [o for o in record.orphans() if o not in before] if record.decisions() else []
    return _imported(run, [f"DECISION WITHOUT GROUND: {line}" for line in loudly(lost)])


def _rows(run: _Run) -> Iterator[_Made]:
    """The rows that are understood; the others are told of as they come."""
    for item in run.table.rows(run.path):
        run.counts["rows"] += 1
        if isinstance(item, LeftOut):
            run.unnamed += 1
            _leave(run, item, item.why)
        elif (made := _made(run, item)) is not None:
            yield made


def _made(run: _Run, row: Row) -> _Made | None:
    cells = row.cells
    try:
        told = run.table.told(cells, run.known)
        if len(told.id) > LONGEST_ID:
            raise RowError(told.id_column, f"an id of {len(told.id)} characters is none", "give it a shorter one")
    except PassedOverError as e:
        _met(run, cells)
        run.counts["passed over"] += 1
        run.causes[f"passed over: {e.why}"] += 1
        return None
    except RowError as e:
        _met(run, cells)
        _leave(run, LeftOut(f"{row.place}, column {e.column}", e.why, e.remedy), f"{e.column}: {_VALUE.sub('', e.why)}")
        return None
    for doubt in (*told.doubts, *((row.mended,) if row.mended else ())):
        run.causes[f"mended: {doubt}"] += 1
    run.counts["mended"] += bool(told.doubts or row.mended)
    return _Made(f"{run.table.prefix}{told.id}", row, told, hash_of(text_of(cells, told)))


def _met(run: _Run, cells: Cells) -> None:
    """Note that a row is in the file, though it cannot be taken: what is held of it is not gone."""
    own = cell(cells, run.table.id_column)
    if own:
        run.met.append(f"{run.table.prefix}{own}")
    else:
        run.unnamed += 1


def _leave(run: _Run, item: LeftOut, cause: str) -> None:
    run.counts["left out"] += 1
    run.causes[f"left out: {cause}"] += 1
    run.wish.leave(item)


def _keep(run: _Run, some: Sequence[_Made]) -> None:
    """A batch of rows: the new and the changed ones are kept, the rest noted."""
    held = run.downloads.held(m.id for m in some)
    known = {v.report for versions in held.values() for v in versions}
    here: dict[str, str] = {}
    new: list[Reading] = []
    why: dict[str, str] = {}
    as_before: list[str] = []
    for m, again in zip(some, run.seen.among(m.id for m in some), strict=True):
        versions = held.get(m.id, [])
        if again or m.id in here:
            _again(run, m, here.get(m.id) or next((v.sha256 for v in versions if v.state is ReportState.READ), ""))
            continue
        here[m.id] = m.sha256
        stands = next((v for v in versions if v.state is ReportState.READ), None)
        if any(v.state is ReportState.WITHDRAWN for v in versions):
            run.counts["withdrawn here"] += 1
        elif stands is not None and stands.sha256 == m.sha256 and stands.codebook == run.reader.codebook:
            as_before.append(stands.report)
        elif stands is not None and stands.sha256 == m.sha256:
            new.append(_reading(run, m, stands.report))
            run.counts["coded anew"] += 1
        else:
            name = _name_for(run, m, versions)
            new.append(_reading(run, m, name))
            if stands is not None:
                why[stands.report] = f"changed in the download of {run.wish.as_of}: see {name}"
                _note_change(run, m, stands)
            run.counts["changed" if versions else "new"] += 1
    run.seen.add(here)
    run.downloads.retire(why)
    added = run.record.add(new, run.reader, at_once=BATCH)
    elsewhere = added.already - sum(r.report.id in known for r in new)
    run.counts["new"] -= elsewhere
    run.counts[ELSEWHERE] += elsewhere
    run.downloads.confirm(as_before, run.reader)
    run.counts["as before"] += len(as_before)


def _again(run: _Run, m: _Made, before: str) -> None:
    """A row whose id was met before in the file."""
    if before == m.sha256:
        run.counts["double"] += 1
    else:
        why = f"its id {m.told.id!r} was met before, with other cells"
        item = LeftOut(m.row.place, why, "give each row an id of its own")
        _leave(run, item, f"{m.told.id_column}: an id met before, with other cells")


def _name_for(run: _Run, m: _Made, versions: Sequence[HeldRow]) -> str:
    """The id of a row's report: its own where free, that of an earlier text that has come back, else a new one."""
    if not versions:
        return m.id
    back = next((v.report for v in versions if v.sha256 == m.sha256), None)
    return back or run.downloads.version_of(m.id, run.wish.as_of)


def _reading(run: _Run, m: _Made, name: str) -> Reading:
    made = reading_of(m.told, m.row.cells, run.table.source, name, run.wish.as_of)
    report = replace(made.report, handling=run.wish.handling)
    return replace(made, report=report, affiliations=run.known.affiliations(a.id for a in made.actors))


def _note_change(run: _Run, m: _Made, old: HeldRow) -> None:
    """Which columns of a row have changed, for the first few."""
    if len(run.changed) < SHOWN:
        was = run.record.report(old.report)
        before = _columns((was.text or "") if was else "")
        now = _columns(text_of(m.row.cells, m.told))
        columns = [c for c in m.row.cells if before.get(c) != now.get(c)]
        run.changed.append(f"changed: {m.told.id} ({', '.join(columns[:5])})")


def _columns(text: str) -> dict[str, str]:
    """The cells of a row by its text."""
    return {column: value for column, found, value in (line.partition(": ") for line in text.splitlines()) if found}


def _take_out(run: _Run) -> None:
    """Where the file is the whole data set: what the record holds and it lacks is gone. Else only counted."""
    run.seen.add(run.met)
    lacking = _lacking(run)
    if not run.wish.whole or run.unnamed:
        run.counts["held and not in this file"] = sum(1 for _ in lacking) if _overlaps(run) else 0
        return
    why = f"no longer in the download of {run.wish.as_of}"
    while some := list(islice(lacking, BATCH)):
        run.downloads.retire(dict.fromkeys(some, why))
        run.counts["gone"] += len(some)
        run.gone += [f"gone: {i.removeprefix(run.table.prefix)}" for i in some][: SHOWN - len(run.gone)]


def _overlaps(run: _Run) -> bool:
    """Whether the file is another download of what is held, not a further part of the data set."""
    return any(run.counts[what] for what in ("as before", "changed", "coded anew"))


def _lacking(run: _Run) -> Iterator[str]:
    """The reports of rows that stand and that the file has not named."""
    standing = run.downloads.standing()
    while some := list(islice(standing, 10_000)):
        named = run.seen.among(run.downloads.base_of(i) for i in some)
        yield from (i for i, seen in zip(some, named, strict=True) if not seen)


ELSEWHERE = "held under another name"
"""Rows whose very text the record holds as another table's: those of a sheet whose file was called otherwise."""
_ORDER = (
    "rows", "new", "changed", "as before", "coded anew", "gone", "held and not in this file", "double", ELSEWHERE,
    "withdrawn here", "passed over", "mended", "left out",
)  # fmt: skip


def _imported(run: _Run, lost: Iterable[str]) -> Imported:
    counts = run.counts
    lines = [*run.changed, *run.gone]
    for what, shown in (("changed", run.changed), ("gone", run.gone)):
        if counts[what] > len(shown):
            lines.append(f"{counts[what] - len(shown)} more {what}")
    if counts["held and not in this file"]:
        lines.append(
            "Some rows that the record holds could not be looked for: mend what was left out, and import it again."
            if run.wish.whole
            else "If this is the whole data set as it stands now, say so with --whole: what it lacks is taken out."
        )
    return Imported(
        counts=tuple((what, counts[what]) for what in _ORDER if counts[what] or what in ("rows", "new")),
        causes=tuple(sorted(((c, n) for c, n in run.causes.items()), key=lambda x: (-x[1], x[0]))),
        lines=(*lines, *lost),
        left_out=counts["left out"],
    )
