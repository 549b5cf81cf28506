"""Reading a parcel: what a worker does, wherever it stands. Bytes in, bytes out, no file touched."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import uuid4

from parley.corpus.making import Made, Told, made_of
from parley.corpus.parcels import Parcel
from parley.corpus.patience import TooLongError, patience
from parley.intake import LeftOut, Unit, copies_as_one, found_in_unit, language_of
from parley.intake.sameness import Found
from parley.joining import join
from parley.readers.choosing import reader_for, unread
from parley.terms.enums import Handling, ReportState
from parley.terms.layers import Reading
from parley.terms.ports import Asked, Reader
from parley.terms.report import Report, report_of
from parley.terms.slice import Joined

BATCH, MUCH = 32, 200_000
"""Reports, and characters, that go to a reader together."""
SECONDS = 60.0
"""How long one report may take, unless somebody says otherwise."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to read: what makes the readers (a function that can be sent to a worker), and how long a report may take.

    `run` names the run, so that a worker that serves several keeps the readers of one.
    """

    make: Callable[[], Sequence[Reader]]
    seconds: float = SECONDS
    handling: Handling = Handling.OPEN
    run: str = field(default_factory=lambda: uuid4().hex)


_ONE = threading.Lock()
"""A process reads one parcel at a time: more would share its processor and hold more memory."""
_READERS: dict[str, tuple[Reader, ...]] = {}
"""The readers of the run at hand: they are made once a process, for a language model takes seconds to load."""


def read_parcel(parcel: Parcel, recipe: Recipe, skip: Mapping[int, str] | None = None) -> Made:
    """A parcel's part. `skip` are the units, by number, that must not be touched, each with why.

    A unit or report that breaks, or takes too long, costs itself alone and is listed with its cause.
    """
    with _ONE:
        start, cpu = time.perf_counter(), time.process_time()
        among = _readers(recipe)
        told, left = _read(parcel, recipe, among, skip or {})
        made = made_of(parcel, told, left, among)
        return replace(made, seconds=time.perf_counter() - start, cpu=time.process_time() - cpu)


def _readers(recipe: Recipe) -> tuple[Reader, ...]:
    if recipe.run not in _READERS:
        _READERS.clear()
        _READERS[recipe.run] = tuple(recipe.make())
        _warm(_READERS[recipe.run])
    return _READERS[recipe.run]


def _warm(among: Sequence[Reader]) -> None:
    """Have models loaded before a clock runs: the first report must not pay for them."""
    text = "The envoys met on Monday and agreed to meet again."
    first = report_of(text, language=language_of(text))
    for reader in among:
        list(reader.read_all([Asked(first)]))


def _read(
    parcel: Parcel, recipe: Recipe, among: Sequence[Reader], skip: Mapping[int, str]
) -> tuple[list[Told], list[tuple[LeftOut, str | None]]]:
    copies: dict[str, list[Found]] = {}
    left: list[tuple[LeftOut, str | None]] = []
    for n, unit in enumerate(parcel.units):
        for item in _taken(unit, recipe, skip.get(n)):
            if isinstance(item, LeftOut):
                left.append((item, None))
                continue
            same = copies.setdefault(item.report.id, [])
            if same and same[0].report.sha256 != item.report.sha256:
                why = f"the id {item.report.id!r} was given before to another text"
                left.append((LeftOut(item.place, why, "give each text an id of its own, or none"), None))
            else:
                same.append(item)
    given = [Found(c[0].place, copies_as_one([g.report for g in c])) for c in copies.values()]
    told: list[Told] = []
    for one, cause in _told(given, recipe, among):
        told.append(one)
        if cause is not None:
            left.append((cause, one.reading.report.id))
    return told, left


def _taken(unit: Unit, recipe: Recipe, skipped: str | None) -> Iterator[Found | LeftOut]:
    """What a unit holds; a file parser's fault or slowness costs this unit only."""
    if skipped is not None:
        yield LeftOut(unit.place, skipped, "look at it, mend it or leave it away, and run the same command again")
        return
    try:
        with patience(recipe.seconds):
            found = list(found_in_unit(unit))
    except TooLongError:
        found = [LeftOut(unit.place, *_too_long(recipe))]
    except Exception as e:  # whatever a parser of others' files throws: it is named, and the rest goes on
        found = [LeftOut(unit.place, f"taking it in broke: {named(e)}", "save it as plain text")]
    for item in found:
        yield item if isinstance(item, LeftOut) else replace(item, report=_fresh(item.report, recipe.handling))


def _fresh(report: Report, handling: Handling) -> Report:
    """A report to be read: one that was kept unread before is tried anew."""
    state = ReportState.READ if report.text is not None else report.state
    marked = report.handling if handling is Handling.OPEN else handling
    return replace(report, state=state, why=None, handling=marked)


def _told(given: Sequence[Found], recipe: Recipe, among: Sequence[Reader]) -> Iterator[tuple[Told, LeftOut | None]]:
    for reader, some in _batches(given, among):
        if reader is None:
            yield from ((Told(g.place, Reading(unread(g.report, among)), Joined(), None), None) for g in some)
            continue
        try:
            with patience(recipe.seconds):
                made = [*_reading(some, reader)]
        except (TooLongError, Exception):  # one of them is to blame: each is read by itself, and that one named
            yield from (_alone(g, recipe, reader) for g in some)
        else:
            yield from ((t, None) for t in made)


def _batches(given: Iterable[Found], among: Sequence[Reader]) -> Iterator[tuple[Reader | None, list[Found]]]:
    """Neighbours that one reader reads, so many at once."""
    some: list[Found] = []
    much, at_work = 0, None
    for g in given:
        reader, size = reader_for(g.report.language, among), len(g.report.text or "")
        if some and (reader is not at_work or len(some) == BATCH or much + size > MUCH):
            yield at_work, some
            some, much = [], 0
        some.append(g)
        much, at_work = much + size, reader
    if some:
        yield at_work, some


def _reading(some: Sequence[Found], reader: Reader) -> Iterator[Told]:
    readings = reader.read_all(Asked(g.report) for g in some)
    for g, reading in zip(some, readings, strict=True):
        yield Told(g.place, reading, _joined(reading), reader.info)


def _joined(reading: Reading) -> Joined:
    """What one report says; statements are joined over the corpus by the record."""
    return join(reading.proposals, [reading.report], reading.actors, reading.affiliations)


def _alone(g: Found, recipe: Recipe, reader: Reader) -> tuple[Told, LeftOut | None]:
    try:
        with patience(recipe.seconds):
            return next(iter(_reading([g], reader))), None
    except TooLongError:
        why, remedy = _too_long(recipe)
    except Exception as e:  # a reader's fault on one report: it is named, and the rest goes on
        why, remedy = f"reading it broke: {named(e)}", "report this to the maker of the reader"
    kept = replace(g.report, state=ReportState.UNREAD, why=why)
    return Told(g.place, Reading(kept), Joined(), None), LeftOut(g.place, why, remedy)


def _too_long(recipe: Recipe) -> tuple[str, str]:
    return f"it took longer than {recipe.seconds:g} seconds", "give it more time: --seconds N"


def named(e: Exception) -> str:
    """A fault in short: its kind, and what it says."""
    return f"{type(e).__name__}: {e}"[:300]
