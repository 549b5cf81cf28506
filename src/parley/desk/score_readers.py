"""Several readers beside one gold: each alone, and a second one together with the first, as a record holds them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from parley.desk.actors import entries_of
from parley.desk.amiss import AmissError, near
from parley.desk.code import Coding
from parley.desk.overlays import overlays
from parley.desk.project import pipeline_meant
from parley.desk.readers import entries, is_second, load, readers
from parley.desk.score import Reading as How
from parley.desk.score import Scored, read_and_scored, read_gold
from parley.desk.score_tables import as_object as scored_object
from parley.desk.score_tables import rows_of
from parley.desk.second import agreed, beside, notice, remedy, second_reader, server_set_up
from parley.desk.tables import Cell, Table
from parley.terms.enums import ReportState
from parley.terms.layers import Reading
from parley.terms.ports import Asked, AskingReader, Reader
from parley.terms.report import Report
from parley.terms.slice import ReaderInfo

TOGETHER = "together"
SHOWN = ("precision", "recall", "f1", "share")


@dataclass
class Beside:
    """A second reader in the form of a first one, so that it is scored as that is; `both` gives the two's proposals."""

    second: AskingReader
    first: Sequence[Reader]
    both: bool = False
    failed: Counter[str] = field(default_factory=Counter)

    @property
    def info(self) -> ReaderInfo:
        """The second reader's."""
        return self.second.info

    def reads(self, language: str | None) -> bool:
        """The second reader's languages; with both, either's."""
        return self.second.reads(language) or (self.both and any(r.reads(language) for r in self.first))

    def read(self, report: Report) -> Reading:
        """One report."""
        return next(iter(self.read_all([Asked(report)])))

    def read_all(self, asked: Iterable[Asked]) -> Iterator[Reading]:
        """Each report, with all that the first reader finds in it to go by."""
        for a in asked:
            known = beside(a.report, self.first)
            found = next(iter(self.second.read_all([known])))
            if found.report.state is ReportState.UNREAD:
                self.failed[found.report.why or ""] += 1
            yield _merged(known.first, found) if self.both and known.first is not None else found


def _merged(one: Reading, other: Reading) -> Reading:
    if other.report.state is ReportState.UNREAD:
        return one
    known = {a.id for a in one.actors}
    actors = (*one.actors, *(a for a in other.actors if a.id not in known))
    return replace(one, actors=actors, proposals=(*one.proposals, *other.proposals))


@dataclass(frozen=True, slots=True)
class Compared:
    """Each reader's score by its name; `lines` is to be said beside, `left_out` is whether anything went unread."""

    by_reader: Mapping[str, Scored]
    lines: tuple[str, ...]
    left_out: bool


def score_readers(gold: Path, names: Sequence[str], how: How, yes: bool = False) -> Compared:
    """Score readers by their entries' names. Raises AmissError for a name of none, or if sending is not agreed to."""
    rows = read_gold(gold)
    among = dict(_chosen(list(dict.fromkeys(names)), how, yes))
    scores: dict[str, Scored] = {}
    told: tuple[str, ...] = ()
    for name, reader in among.items():
        scores[name] = read_and_scored(rows, gold, Coding([reader]))
        if isinstance(reader, Beside) and not reader.both:  # before its answers are read once more, with the first's
            told = (*told, *reader.second.told())
    asked = [(n, r) for n, r in among.items() if isinstance(r, Beside)]
    failed = [f"{n}: passages without an answer, scored as if empty: {many} ({why})" for n, r in asked
              for why, many in r.failed.items()]  # fmt: skip
    remarks = [f"{n}: {r.words}" for n, s in scores.items() for r in s.remarks]
    left_out = bool(failed) or any(r.left_out for s in scores.values() for r in s.remarks)
    return Compared(scores, (*remarks, *told, *failed), left_out)


def _chosen(names: Sequence[str], how: How, yes: bool) -> Iterator[tuple[str, Reader]]:
    """The readers that are meant; after a second one that is named with another, both together."""
    known = {e.name: e for e in entries()}
    for name in names:
        if name not in known:
            close = near(name, known)
            hint = f"Did you mean: {close}?" if close else f"These are: {', '.join(known)}."
            raise AmissError(f"no reader {name!r} is installed", hint)
    actors, codebook = entries_of(how.actors), overlays(how.codebook)
    alone = [n for n in names if not is_second(known[n])]
    yield from ((n, load(known[n], pipeline_meant(how.pipeline), actors, codebook)) for n in alone)
    for name in (n for n in names if is_second(known[n])):
        second = _agreed(name, yes)
        first = readers(pipeline_meant(how.pipeline), actors, codebook)
        yield name, Beside(second, first)
        if alone:
            yield f"{TOGETHER} with {name}", Beside(second, first, both=True)


def _agreed(name: str, yes: bool) -> AskingReader:
    server = server_set_up()
    if server is None:
        raise AmissError(
            f"the reader {name!r} has no server", "Write [reader] with address and model into parley.toml."
        )
    if not (yes or agreed(server)):
        raise AmissError("\n".join((*notice(server), "The gold's texts would be sent there.")), remedy(server))
    return second_reader(server, name=name)


def table(found: Compared) -> Table:
    """A row for each form and measure; for each reader its precision, recall and F1, or its share."""
    by_row: dict[tuple[Cell, Cell], dict[str, tuple[Cell, ...]]] = {}
    for name, scored in found.by_reader.items():
        for form, measure, gold, _, _, *figures in rows_of(scored):
            by_row.setdefault((form, measure), {"": (gold,)})[name] = tuple(figures)
    columns = ("form", "measure", "gold", *(f"{name} {what}" for name in found.by_reader for what in SHOWN))
    none: tuple[Cell, ...] = (None,) * len(SHOWN)
    rows = tuple(
        (*key, *cells[""], *(c for name in found.by_reader for c in cells.get(name, none)))
        for key, cells in by_row.items()
    )
    narrow = tuple(c for c in columns if not c.endswith(("precision", "recall")))
    return Table("Scores", columns, rows, narrow)


def as_object(found: Compared) -> dict[str, Any]:
    """All figures for JSON, by reader."""
    return {"readers": {name: scored_object(scored) for name, scored in found.by_reader.items()}}
