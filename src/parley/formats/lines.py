"""Lines of the contract in the order that the contract asks for: actors before their first use."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from parley.terms.actor import Actor
from parley.terms.kept import AsKept
from parley.terms.layers import ActorMention, Attribution, Predicate
from parley.terms.named import heard, named_in
from parley.terms.report import Report
from parley.terms.slice import Slice
from parley.terms.statement import Proposal, Statement, Talk
from parley.terms.values import REPORT
from parley.terms.wire import encoded, to_object


def line(value: Any) -> str:
    """A value as one line that UTF-8 can write: with a lone surrogate in it, the line is escaped to ASCII."""
    if isinstance(value, AsKept):
        return value.text if "\\u" not in value.text else _printed(json.loads(value.text))
    return _printed(to_object(value))


def _printed(plain: Mapping[str, Any]) -> str:
    text = encoded(plain)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(plain)
    return text


def named_in_layer(value: Any) -> tuple[str, ...]:
    """The actors that a line of a layer names: whom a mention stands for, who is heard."""
    if isinstance(value, ActorMention):
        return (value.actor,) if value.actor else ()
    if isinstance(value, Attribution):
        return (value.source.who,) if value.source.who not in (None, REPORT) else ()
    return heard(value.voices) if isinstance(value, Predicate) else ()


def held_by(slice: Slice) -> list[Statement | Talk]:  # noqa: A002 - the contract's own word
    """All that a slice holds: its statements, then its talks."""
    return [*slice.statements, *slice.talks]


def own_reports(part: Slice) -> Iterator[Report]:
    """The reports of a part of a record that no other part has: those that its filter names; of a whole slice, all."""
    return (r for r in part.reports if not part.asked.reports or r.id in part.asked.reports)


class ActorsDue:
    """The actors that have not been written yet."""

    def __init__(self, actors: Iterable[Actor] = ()) -> None:
        self._due = {a.id: a for a in actors}
        self._known = set(self._due)

    def more(self, actors: Iterable[Actor]) -> None:
        """Add those of some actors that have not been due yet."""
        new = {a.id: a for a in actors if a.id not in self._known}
        self._due.update(new)
        self._known.update(new)

    def before(self, value: Proposal | Statement | Talk) -> Iterator[str]:
        """The lines of the actors that a value uses first."""
        yield from self.of(named_in(value))

    def of(self, names: Iterable[str]) -> Iterator[str]:
        """The lines of those actors among `names` that have not been written."""
        for name in names:
            yield from self._lines(name)

    def rest(self) -> Iterator[str]:
        """The lines of all that nothing has used, as they came: the order must stay when they come back."""
        left, self._due = self._due, {}
        yield from map(line, left.values())

    def _lines(self, name: str) -> Iterator[str]:
        """An actor's line, its members' before it."""
        actor = self._due.pop(name, None)
        if actor is not None:
            for member in actor.members:
                yield from self._lines(member)
            yield line(actor)


def with_actors(values: Iterable[Proposal | Statement | Talk], due: ActorsDue) -> Iterator[str]:
    """The lines of values, each after those of the actors that it uses first."""
    for value in values:
        yield from due.before(value)
        yield line(value)


def layer_with_actors(values: Iterable[Any], due: ActorsDue) -> Iterator[str]:
    """The lines of a layer, each after those of the actors that it names first."""
    for value in values:
        yield from due.of(named_in_layer(value))
        yield line(value)
