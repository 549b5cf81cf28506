"""Readers: which are installed, and which of them reads a language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from inspect import signature
from pathlib import Path

from parley.desk.amiss import AmissError
from parley.desk.tables import Cell, Table
from parley.readers.choosing import reader_for as reader_for
from parley.readers.choosing import why_unread as why_unread
from parley.terms.chat import ChatServer
from parley.terms.entry import ActorEntry
from parley.terms.overlay import Overlay
from parley.terms.ports import Answers, Reader
from parley.terms.slice import ReaderInfo

GROUP = "parley.readers"
"""The entry point group. An entry is a function `(pipeline, actors) -> Reader`, both by keyword.

It may take a `codebook` too: a user's own entries. One that takes a `server` is a second reader: it reads beside the
first one, and only where `[reader]` in `parley.toml` names a server."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A reader that is installed: its entry's name, the package it comes from, and its info or why it fails."""

    name: str
    package: str
    info: ReaderInfo | None
    problem: str | None


def entries() -> tuple[EntryPoint, ...]:
    """The entry points of all readers; Parley's own first, then by name."""
    return tuple(sorted(entry_points(group=GROUP), key=lambda e: (_package(e) != "parley", e.name)))


def _package(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else "unknown"


def load(
    entry: EntryPoint,
    pipeline: str | None,
    actors: Sequence[ActorEntry],
    codebook: Sequence[Overlay] = (),
    server: ChatServer | None = None,
    answers: Answers | None = None,
) -> Reader:
    """A reader from its entry point. Raises AmissError where it cannot be made, saying why.

    Entries of the user's own go to a reader that takes them: one of another language may read by no codebook. A
    `server` goes to a second reader, with the `answers` that are kept of it.
    """
    try:
        make = entry.load()
        more: dict[str, object] = {"codebook": tuple(codebook)} if codebook and _takes(make, "codebook") else {}
        more |= {"server": server, "answers": answers} if server is not None else {}
        reader: Reader = make(pipeline=pipeline, actors=tuple(actors), **more)
    except (ImportError, AttributeError, OSError, RuntimeError, ValueError, TypeError) as e:
        raise AmissError(
            f"the reader {entry.name!r} of {_package(entry)} does not start: {e}", _remedy(pipeline)
        ) from e
    return reader


def _takes(make: Callable[..., Reader], what: str) -> bool:
    return any(p.name == what or p.kind is p.VAR_KEYWORD for p in signature(make).parameters.values())


def is_second(entry: EntryPoint) -> bool:
    """Whether an entry is of a reader that asks a server, and reads beside the first one."""
    make = _made_by(entry)
    return make is not None and "server" in signature(make).parameters


NO_SERVER = "not set up: it asks the server under [reader] in parley.toml"


def _made_by(entry: EntryPoint) -> Callable[..., Reader] | None:
    """The function of an entry point, None where it cannot be had: `load` says why."""
    try:
        make: Callable[..., Reader] = entry.load()
    except (ImportError, AttributeError):
        return None
    return make


def _remedy(pipeline: str | None) -> str:
    if pipeline:
        return "Name a spaCy pipeline that is installed (`pip list`), or leave --pipeline away."
    return "See `parley readers`; reinstalling its package may mend it."


def readers(
    pipeline: str | None = None, actors: Sequence[ActorEntry] = (), codebook: Sequence[Overlay] = ()
) -> tuple[Reader, ...]:
    """All readers that start, in order. Raises AmissError where none does, none is installed, or the pipeline is not.

    A reader of another package that fails must not stop the others: `parley readers` shows why it failed.
    """
    if pipeline and not is_pipeline(pipeline):
        raise AmissError(f"no spaCy pipeline {pipeline!r} is installed", _get(pipeline))
    found = [e for e in entries() if not is_second(e)]
    if not found:
        raise AmissError("no reader is installed", "Install Parley again: pip install --force-reinstall parley")
    if codebook and not any(_takes(m, "codebook") for m in map(_made_by, found) if m is not None):
        raise AmissError(
            "no installed reader takes codebook entries", "Leave --codebook away, here and in parley.toml."
        )
    started: list[Reader] = []
    failed: list[AmissError] = []
    for entry in found:
        try:
            started.append(load(entry, pipeline, actors, codebook))
        except AmissError as e:
            failed.append(e)
    if not started or (pipeline and failed):
        raise failed[0]
    return tuple(started)


def is_pipeline(package: str) -> bool:
    """Whether an installed package is a spaCy pipeline. It is told by its `meta.json`, so that nothing is loaded."""
    spec = find_spec(package) if package.isidentifier() else None
    return any((Path(place) / "meta.json").is_file() for place in (spec and spec.submodule_search_locations) or ())


def _get(pipeline: str) -> str:
    package = pipeline.replace("-", "_")
    if package != pipeline and is_pipeline(package):
        return f"Name it as Python does: --pipeline {package}"
    return "Name the package of one that is installed, install it first (pip install …), or leave --pipeline away."


def installed(server: ChatServer | None = None) -> Iterator[Installed]:
    """Every reader that is installed, with what it says of itself or why it does not start.

    `server` is what a second reader would ask.
    """
    for entry in entries():
        second = is_second(entry)
        if second and server is None:
            yield Installed(entry.name, _package(entry), None, NO_SERVER)
            continue
        try:
            info = load(entry, None, (), server=server if second else None).info
        except AmissError as e:
            yield Installed(entry.name, _package(entry), None, e.what)
        else:
            yield Installed(entry.name, _package(entry), info, None)


def table(server: ChatServer | None = None) -> Table:
    """The installed readers as a table."""
    columns = ("reader", "package", "version", "codebook", "problem")
    return Table("Readers", columns, tuple(_row(i) for i in installed(server)), columns)


def _row(i: Installed) -> tuple[Cell, ...]:
    if i.info is None:
        return i.name, i.package, "", "", i.problem
    return i.info.name, i.package, i.info.version, i.info.codebook, ""
