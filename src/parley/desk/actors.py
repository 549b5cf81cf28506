"""Actors: those that a record names, and those that a person adds from a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from parley.analysis import Node, network
from parley.desk.amiss import AmissError, near
from parley.desk.project import settled
from parley.desk.tables import Cell, Table
from parley.settings.actors import load_actors
from parley.settings.errors import SettingsError
from parley.terms.actor import Actor
from parley.terms.entry import ActorEntry
from parley.terms.slice import Slice

COLUMNS = ("id", "name", "type", "country", "sector", "named", "described_as")
NARROW = ("id", "name", "type", "named")


def table(slice: Slice) -> Table:  # noqa: A002 - the contract's own word
    """The actors that any statement or talk names, the most named first."""
    known = {a.id: a for a in slice.actors}
    return Table("Actors", COLUMNS, tuple(_row(n, known.get(n.actor)) for n in network(slice).nodes), NARROW)


def listed(named: Iterable[tuple[str, Actor | None, int]]) -> Table:
    """The same of actors that were counted already: id, the actor where it is known, and how often it is named."""
    nodes = [(Node(i, a.name if a else i, a.type if a else None, times), a) for i, a, times in named]
    nodes.sort(key=lambda n: (-n[0].weight, n[0].name, n[0].actor))
    return Table("Actors", COLUMNS, tuple(_row(*n) for n in nodes), NARROW)


def _row(node: Node, actor: Actor | None) -> tuple[Cell, ...]:
    if actor is None:
        return node.actor, node.name, "", "", "", node.weight, ""
    about = (actor.country or "", actor.sector or "")
    return actor.id, actor.name, actor.type.value, *about, node.weight, actor.described_as or ""


def entries_of(path: Path | None) -> tuple[ActorEntry, ...]:
    """The actors of the files that `parley.toml` names, and of this one. Raises AmissError with what is wrong."""
    files = dict.fromkeys((*settled().actors, *((path,) if path else ())))
    return tuple(entry for file in files for entry in _entries_in(file))


def _entries_in(path: Path) -> tuple[ActorEntry, ...]:
    try:
        return load_actors(path).entries
    except SettingsError as e:
        raise AmissError(str(e), "See docs/how-to/add-actors.md for the format.") from e
    except OSError as e:
        raise AmissError(f"{path}: it cannot be opened ({e.strerror})", "Name an actors file: --actors FILE") from e


def actor_named(wanted: str, slice: Slice) -> str:  # noqa: A002
    """The id of the actor that has this id, name or alias, whatever the case. Raises AmissError with near names."""
    return actor_among(wanted, slice.actors)


def actor_among(wanted: str, actors: Sequence[Actor]) -> str:
    """The same among some actors; an id comes before a name, and leads on where the actor was merged into another."""
    asked = wanted.casefold()
    for known in (_ids, _names):
        for a in actors:
            if asked in {w.casefold() for w in known(a)}:
                return a.id
    words = {w.casefold(): w for a in actors for w in (a.id, *a.aliases, a.name)}
    close = near(wanted, words.values())
    remedy = f"Did you mean {close}?" if close else "See `parley show actors` for those that it names."
    raise AmissError(f"the record names no actor {wanted!r}", remedy)


def _ids(actor: Actor) -> tuple[str, ...]:
    return (actor.id, *actor.redirects)


def _names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases)
