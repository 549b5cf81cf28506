"""Feeds that a user follows: kept in a folder, with the reports that came of them as JSON Lines."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from parley.desk.amiss import AmissError, near
from parley.desk.reports import Progress, silent
from parley.desk.tables import Table
from parley.intake import LeftOut
from parley.intake.feeds import MOST, PAUSE, Feed, Polite, Taking, take, take_folder
from parley.terms.report import Report

FILE, REPORTS = "feeds.json", "reports"
REMEMBERED = 50_000
"""Pages of one feed that are remembered as taken: feeds list their latest."""
COLUMNS = ("feed", "taken", "allow")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of all feeds: reports, the file that they are in, what could not be taken, and how many pages wait."""

    reports: int = 0
    file: Path | None = None
    left_out: tuple[LeftOut, ...] = ()
    waiting: int = 0


def feeds_in(folder: Path) -> tuple[Feed, ...]:
    """The feeds that are followed. Raises AmissError where their file is damaged."""
    file = folder / FILE
    if not file.is_file():
        return ()
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        return tuple(Feed(**{**f, "allow": tuple(f["allow"]), "taken": tuple(f["taken"])}) for f in found)
    except (OSError, ValueError, TypeError, KeyError) as e:
        raise AmissError(
            f"{file}: cannot be read as a list of feeds ({e})", "Mend it, or remove it and add them."
        ) from e


def add(folder: Path, address: str, allow: Sequence[str] = ()) -> Feed:
    """Follow a feed or a folder; nothing is fetched yet. Raises AmissError: no address, or followed already."""
    known = feeds_in(folder)
    address = _address(address)
    if any(f.address == address for f in known):
        raise AmissError(f"{address} is followed already", "Fetch it: parley feed fetch")
    made = Feed(address, tuple(dict.fromkeys(a.lower() for a in allow)))
    _keep(folder, (*known, made))
    return made


def _address(given: str) -> str:
    parts = urlsplit(given)
    if parts.scheme in ("http", "https") and parts.netloc:
        return given
    if Path(given).is_dir():
        return str(Path(given).resolve())
    raise AmissError(f"{given} is neither a folder nor an address", "Give a folder, or http://… or https://…")


def remove(folder: Path, address: str) -> None:
    """Follow a feed no longer; the reports that came of it stay. Raises AmissError where it is not followed."""
    known = feeds_in(folder)
    wanted = {address, str(Path(address).resolve())}
    rest = tuple(f for f in known if f.address not in wanted)
    if len(rest) == len(known):
        close = near(address, [f.address for f in known])
        raise AmissError(f"{address} is not followed", f"Did you mean {close}?" if close else "See parley feed list")
    _keep(folder, rest)


def table(folder: Path) -> Table:
    """The feeds that are followed."""
    rows = tuple((f.address, len(f.taken), ", ".join(f.allow)) for f in feeds_in(folder))
    return Table("Feeds", COLUMNS, rows, COLUMNS)


def fetch(folder: Path, most: int = MOST, pause: float = PAUSE, progress: Progress = silent) -> Fetched:
    """Ask every feed for what is new. A feed or page that fails is named; the others go on.

    The reports are written before it is noted that they were taken: who is stopped in between takes them twice, which a
    corpus and a record tell. Raises AmissError where nothing is followed or nothing can be written.
    """
    known = feeds_in(folder)
    if not known:
        raise AmissError(f"no feed is followed in {folder}", "Follow one: parley feed add URL")
    hosts: dict[tuple[str, ...], Polite] = {}
    done: list[Taking] = []
    for n, feed in enumerate(known):
        progress(f"asking {feed.address}", n, len(known))
        polite = hosts.setdefault(feed.allow, Polite(feed.allow, pause))
        done.append(take_folder(feed) if Path(feed.address).is_absolute() else take(feed, polite, most))
    file = _write(folder, [r for t in done for r in t.reports])
    _keep(folder, [replace(t.feed, taken=t.feed.taken[-REMEMBERED:]) for t in done])
    return Fetched(
        sum(len(t.reports) for t in done),
        file,
        tuple(x for t in done for x in t.left_out),
        sum(t.waiting for t in done),
    )


def _write(folder: Path, reports: Sequence[Report]) -> Path | None:
    if not reports:
        return None
    now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H%M%S.%fZ")
    file = folder / REPORTS / f"{now}.jsonl"
    _whole(file, "".join(f"{json.dumps(_row(r))}\n" for r in reports))
    return file


def _row(report: Report) -> dict[str, str | None]:
    """A report as a row that intake takes."""
    names = ("text", "title", "publisher", "url", "published", "language")
    return {name: getattr(report, name) for name in names if getattr(report, name) is not None}


def _keep(folder: Path, feeds: Sequence[Feed]) -> None:
    _whole(folder / FILE, json.dumps([asdict(f) for f in feeds], indent=1) + "\n")


def _whole(file: Path, text: str) -> None:
    """Write a file as a whole or not at all. Raises AmissError."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_name(f".{file.name}.new")
        new.write_text(text, encoding="utf-8")
        os.replace(new, file)
    except OSError as e:
        raise AmissError(f"{file}: cannot be written ({e.strerror})", "Name another folder: --feeds FOLDER") from e
