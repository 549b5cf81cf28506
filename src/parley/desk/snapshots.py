"""Snapshots: a dated, citable copy of a record, and what is new since one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from parley.analysis.changes import Change, changes
from parley.brief.phrases import phrase
from parley.desk.amiss import AmissError
from parley.desk.export import lines
from parley.desk.handling import shareable
from parley.desk.records import plainly
from parley.desk.tables import Cell, Table
from parley.formats import cite, jsonl
from parley.record import Record, now
from parley.terms.enums import Handling
from parley.terms.log import Snapshot
from parley.terms.report import hash_of
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk
from parley.terms.wire import WireError, to_line

RECORD, ABOUT = "record.jsonl", "snapshot.json"
COLUMNS = ("what", "id", "says", "before", "after")
TITLE = "A record of reports and talks"


def take(
    record: Record, folder: Path, title: str = TITLE, author: str | None = None, include: Sequence[Handling] = ()
) -> Snapshot:
    """Freeze a record in a folder: its lines, what it is, and how it is cited. Raises AmissError for a folder in use.

    Reports that are marked stay out unless their mark is named. The same record always has the same id.
    """
    part = shareable(record, include)
    text = "".join(f"{line}\n" for line in lines(part))
    made = snapshot_of(part, text, now())
    if folder.exists() and any(folder.iterdir()):
        raise AmissError(f"{folder}: something is there already", "Name a new folder: --out FOLDER")
    files = {
        RECORD: text,
        ABOUT: to_line(made) + "\n",
        "cite.bib": cite.bibtex(made, title, author),
        "cite.ris": cite.ris(made, title, author),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, words in files.items():
            (folder / name).write_text(words, encoding="utf-8", newline="")
    except OSError as e:
        raise AmissError(f"{folder}: nothing can be written there ({e.strerror})", "Name another: --out FOLDER") from e
    with plainly():
        record.keep_snapshot(made)
    return made


def snapshot_of(part: Slice, text: str, at: str) -> Snapshot:
    """What a copy is: when, by which reader and rules, the hash of its lines, and how much it holds."""
    digest = hash_of(text)
    reader = f"{part.reader.name} {part.reader.version}, codebook {part.reader.codebook}" if part.reader else "nobody"
    counts = (
        ("reports", len(part.reports)),
        ("statements", len(part.statements)),
        ("talks", len(part.talks)),
        ("decisions", len(part.decisions)),
    )
    return Snapshot(f"s{digest[:12]}", at, reader, digest, counts)


def whats_new(record: Record, since: str) -> Table:
    """What is new since a day, or since a snapshot: its folder, its file, or its id.

    Raises AmissError for what is none of these.
    """
    with plainly():
        new = record.slice()
        return table(_then(record, since), new)


def compare(old: Path, new: Path) -> Table:
    """What the second of two snapshots has that the first had not."""
    return table(loaded(old), loaded(new))


def table(old: Slice, new: Slice) -> Table:
    """The changes between two states, each with what it says."""
    said: dict[str, Statement | Talk] = {}
    for part in (old, new):
        said |= {s.id: s for s in part.statements} | {t.id: t for t in part.talks}
    rows = (_row(c, said, new if c.after else old) for c in changes(old, new))
    return Table("What is new", COLUMNS, tuple(rows), COLUMNS)


def loaded(path: Path) -> Slice:
    """A snapshot's slice, from its folder or its file. Raises AmissError where it is damaged or none."""
    file = path / RECORD if path.is_dir() else path
    try:
        text = file.read_text(encoding="utf-8")
        _check(path, text)
        return jsonl.load(text.splitlines())
    except (OSError, WireError, UnicodeDecodeError) as e:
        raise AmissError(f"{file}: cannot be read as a snapshot ({e})", "Name a snapshot's folder.") from e


def _check(path: Path, text: str) -> None:
    about = path / ABOUT
    if path.is_dir() and about.exists() and hash_of(text) not in about.read_text(encoding="utf-8"):
        raise AmissError(f"{path}: it is not what was frozen: its hash is another", "Take a copy that was not changed.")


def _then(record: Record, since: str) -> Slice:
    if Path(since).exists():
        return loaded(Path(since))
    at = next((s.at for s in record.snapshots() if s.id == since), None)
    return record.state(before=at or _day(since))


def _day(since: str) -> str:
    try:
        return date.fromisoformat(since[:10]).isoformat() + since[10:]
    except ValueError as e:
        raise AmissError(
            f"{since!r} is no day, and no snapshot", "Write 2022-01-31, or name a snapshot's folder or id."
        ) from e


def _row(change: Change, said: Mapping[str, Statement | Talk], part: Slice) -> tuple[Cell, ...]:
    held = said[change.id]
    words = held.title if isinstance(held, Talk) else phrase(held, part)
    return change.new.value, change.id, words, change.before, change.after
