"""Parley's own lines taken back: an export of a record, into an empty one exactly, into a filled one as a merge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from parley.desk.amiss import AmissError
from parley.desk.import_frame import Imported, Kind, Sample, Wish
from parley.formats.checked import Checked
from parley.intake.rows import lines_of
from parley.record import Record, RecordError, Taken, now
from parley.terms.enums import Handling
from parley.terms.wire import WireError

NOTHING = "Nothing was imported. Mend the file, or copy it or export the record again."


def fits(sample: Sample) -> bool:
    """Whether a file begins with the contract's line."""
    first = sample.begins.split(b"\n", 1)[0][:200]
    return first.startswith(b"{") and b'"kind"' in first and b'"contract"' in first


def take(record: Record, path: Path, wish: Wish) -> Imported:
    """Take an export in. Raises AmissError naming the line that breaks the contract; then nothing was imported."""
    if wish.handling is not Handling.OPEN or wish.mapping is not None or wish.whole:
        what = f"{path}: an export has its own marks and columns"
        raise AmissError(what, "Import it without --handling, --mapping and --whole.")
    try:
        with path.open("rb") as file:
            taken, incoming = _taken(record, path, _counted(lines_of(file), path, wish))
            return _said(taken, incoming, record.counts())
    except OSError as e:
        raise AmissError(f"{path}: it cannot be read ({e.strerror})", "Check the name and its permissions.") from e


def _taken(record: Record, path: Path, lines: Iterable[str]) -> tuple[Taken, Checked]:
    incoming = Checked(lines)
    try:
        return record.take_in(incoming, incoming.contract.reader, now()), incoming
    except WireError as e:
        raise AmissError(f"{path}, line {incoming.line}: {e}", NOTHING) from e
    except RecordError as e:
        raise AmissError(f"{path}, read up to line {incoming.line}: {e}", "Nothing was imported.") from e


def _counted(lines: Iterable[bytes], path: Path, wish: Wish) -> Iterator[str]:
    """The lines as text, told of as they come. Raises AmissError for bytes that are no UTF-8."""
    for number, line in enumerate(lines, 1):
        try:
            yield line.decode("utf-8").lstrip("\ufeff") if number == 1 else line.decode("utf-8")
        except UnicodeDecodeError as e:
            raise AmissError(f"{path}, line {number}: it is not UTF-8 (byte {e.start + 1})", NOTHING) from e
        if number % 1000 == 0:
            wish.progress("importing", number, None)


def _said(taken: Taken, incoming: Checked, held: Mapping[str, int]) -> Imported:
    counts = [
        (f"{kind} {word}", of[kind]) for kind in taken.new | taken.already for word, of in _words(taken) if kind in of
    ]
    return Imported(tuple(counts), (), (*_lines(taken, incoming), *_made(taken, incoming, held)))


def _made(taken: Taken, incoming: Checked, held: Mapping[str, int]) -> Iterator[str]:
    """What was joined of it; where it is not what the export tells, the two programs do not join alike."""
    yield f"The record holds {held['statements']} statements and {held['talks']} talks now."
    told = incoming.counted["statement"], incoming.counted["talk"]
    if taken.exactly and taken.whole and told != (held["statements"], held["talks"]):
        other = f"Parley {incoming.contract.parley}, which wrote it,"
        yield (
            f"! The export told {told[0]} statements and {told[1]} talks: {other} "
            "joins otherwise than this one. All proposals and decisions are there."
        )


def _words(taken: Taken) -> tuple[tuple[str, dict[str, int]], ...]:
    return ("new", taken.new), ("held already", taken.already)


def _lines(taken: Taken, incoming: Checked) -> Iterator[str]:
    if not taken.whole:
        out = ", ".join(f"{n} reports marked {mark}" for mark, n in taken.left_out) or "it does not say what"
        yield f"This export is a part of a record ({out} stayed out of it), and so is what was made of it."
    for kind, many in incoming.unknown.items():
        newer = f"contract {incoming.contract.version} is newer. Upgrade Parley."
        yield f"{many} lines of kind {kind!r} were passed over: {newer}"
    yield from (f"! {sentence}" for sentence in taken.told)


KIND = Kind("an export of Parley's own", fits, take)
