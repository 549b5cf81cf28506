"""A record set beside somebody else's rows of the same time and place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from parley.analysis.comparing import Compared, Pair, compare, scope_of
from parley.desk.amiss import AmissError
from parley.desk.compare_acts import FACT, Shown, of_record, of_table
from parley.desk.import_actors import Directory
from parley.desk.import_kinds import ImportKind
from parley.desk.imports import KINDS, guess
from parley.desk.records import is_record, plainly
from parley.desk.tables import Cell, Table
from parley.formats.cells import csv_line
from parley.record import Record
from parley.terms.affiliation import Affiliations
from parley.terms.entry import ActorEntry
from parley.terms.enums import Form
from parley.terms.slice import Filter

COLUMNS = (
    "what", "held_as", "score", "here", "there", "here_says", "there_says", "here_days", "there_days", "here_places",
    "there_places",
)  # fmt: skip
NARROW = ("what", "held_as", "score", "here_says", "there_says")
SUMMARY = ("what", "events")
MATCHED, DOUBTFUL, HELD, COPY, ONLY_HERE, ONLY_THERE = (
    "matched", "matched, in doubt", "there, held here otherwise", "there, a further row", "only here", "only there",
)  # fmt: skip
OUT_HERE, OUT_THERE, LEFT_OUT = "here, out of the file's scope", "there, out of the record's scope", "rows left out"
UNDATED = "only here, of no known day"


@dataclass(frozen=True, slots=True)
class Beside:
    """What came of it: the counts, the pairs and rows, and what is to be heeded, a sentence each."""

    summary: Table
    rows: Table
    lines: tuple[str, ...]

    @property
    def as_object(self) -> Mapping[str, object]:
        """All of it, for JSON."""
        counts = {str(what): many for what, many in self.summary.rows}
        return {"counts": counts, "notes": list(self.lines), "events": self.rows.as_objects()}


def beside(
    record: Record,
    path: Path,
    kind: ImportKind | None = None,
    actors: tuple[ActorEntry, ...] = (),
    mapping: Path | None = None,
) -> Beside:
    """A record's events beside a file's rows. Raises AmissError where the file is of no kind that can be compared.

    Rows, and events, outside the other's days and countries are counted apart: neither could have had them.
    """
    if path.is_dir() or is_record(path):
        remedy = f"Name a file of rows; or see what is new: parley whats-new --since {path} --record {record.path}"
        raise AmissError(f"{path}: a record is set beside rows, and this is none", remedy)
    which = kind or guess(path)
    if (of := KINDS[which].table) is None:
        able = ", ".join(k.value for k, v in KINDS.items() if v.table is not None)
        raise AmissError(f"{path}: rows of {which.value} cannot be compared", f"These can: {able}. Say so with --from.")
    table, known, causes = of(path, mapping), Directory(actors), Counter[str]()
    theirs = _each_once(of_table(path, table, known, causes), causes)
    with plainly():
        part = record.slice(Filter(forms=frozenset({Form.EVENT, Form.TALK})))
    mine = {s.act.id: s for s in of_record(part, table.prefix)}
    named = {a for s in theirs.values() for a in (*s.act.actors, *s.act.recipients)}
    stand = Affiliations.of((*part.affiliations, *known.affiliations(named)))
    found = compare((s.act for s in mine.values()), (s.act for s in theirs.values()), stand)
    rows = tuple(_rows(found, mine, theirs))
    counts = Counter(_counted(row) for row in rows) + Counter({LEFT_OUT: sum(causes.values())})
    return Beside(_summary(counts), Table("Beside", COLUMNS, rows, NARROW), tuple(_lines(causes, mine, theirs)))


def write(rows: Table, path: Path) -> None:
    """The pairs and rows as CSV, harmless in a spreadsheet. Raises AmissError where it cannot be written."""
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            file.writelines(map(csv_line, (rows.columns, *rows.rows)))
    except OSError as e:
        raise AmissError(f"{path}: it cannot be written ({e.strerror})", "Name another place: --out FILE.csv") from e


def _each_once(shown: Iterable[Shown], causes: Counter[str]) -> dict[str, Shown]:
    found: dict[str, Shown] = {}
    for s in shown:
        if s.act.id in found:
            causes["an id met before in the file"] += 1
        else:
            found[s.act.id] = s
    return found


def _rows(found: Compared, mine: Mapping[str, Shown], theirs: Mapping[str, Shown]) -> Iterator[tuple[Cell, ...]]:
    """The pairs, then what only one side has; each in the order of ids, what matters most first."""
    for p in sorted(found.pairs, key=lambda p: (_order(p, mine), p.here, p.there)):
        how = mine[p.here].how
        what = HELD if how != FACT else MATCHED if p.sure else DOUBTFUL
        yield _row(what, how, p.score, mine[p.here], theirs[p.there])
    for j, p in found.copies.items():
        yield _row(COPY, mine[p.here].how, None, mine[p.here], theirs[j])
    here, there = (scope_of(s.act for s in side.values()) for side in (mine, theirs))
    for j in found.only_there:
        yield _row(ONLY_THERE if here.holds(theirs[j].act) else OUT_THERE, "", None, None, theirs[j])
    for i in found.only_here:
        act = mine[i].act
        what = OUT_HERE if not there.holds(act) else UNDATED if act.span is None else ONLY_HERE
        yield _row(what, mine[i].how, None, mine[i], None)


def _order(p: Pair, mine: Mapping[str, Shown]) -> int:
    return 2 if mine[p.here].how != FACT else 0 if p.sure else 1


def _row(what: str, how: str, score: float | None, a: Shown | None, b: Shown | None) -> tuple[Cell, ...]:
    pairs = ((x.act.id, x.says, x.days, x.places) if x else (None,) * 4 for x in (a, b))
    return (what, how, score, *(cell for both in zip(*pairs, strict=True) for cell in both))


def _counted(row: tuple[Cell, ...]) -> str:
    """Under what a row is counted: with how it is held, where that is not as a fact."""
    what, how = str(row[0]), str(row[1] or "")
    return f"{what}: {how}" if how and how != FACT and what in (HELD, ONLY_HERE) else what


def _summary(counts: Mapping[str, int]) -> Table:
    order = (MATCHED, DOUBTFUL, HELD, COPY, ONLY_THERE, OUT_THERE, ONLY_HERE, UNDATED, OUT_HERE, LEFT_OUT)
    always = {MATCHED: 0, ONLY_HERE: 0, ONLY_THERE: 0}
    rows = sorted({**always, **counts}.items(), key=lambda c: (order.index(c[0].split(": ")[0]), c[0]))
    return Table("A record beside other data", SUMMARY, tuple(rows), SUMMARY)


def _lines(causes: Counter[str], mine: Mapping[str, Shown], theirs: Mapping[str, Shown]) -> Iterator[str]:
    yield from (f"{many} rows left out: {why}" for why, many in sorted(causes.items(), key=lambda c: (-c[1], c[0])))
    if not mine:
        yield "The record holds no events, or none but what was imported from such rows."
    if not theirs:
        yield "No row of the file tells of an event."
