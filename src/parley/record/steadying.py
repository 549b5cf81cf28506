"""Going on when a server went away in the midst: what only reads, or may be done twice, is done again.

A decision may not. Where the connection is lost as one is kept, the log is looked at first, once it is one's turn: what
was on its way is in it by then, or never will be.
"""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from parley.record import server
from parley.record.appending import append
from parley.record.deciding import Wish, decision_of
from parley.record.errors import LostError
from parley.record.opening import writing
from parley.record.recalling import Recall
from parley.terms.log import Decision

TIMES = 3
"""How often a thing is begun again; a server that is away is waited for each time."""
ONCE = frozenset({"close", "add", "seen_again", "decide", "load", "keep_forecast", "take_in", "without"})
"""What would come to something else the second time, or sees to it itself."""
P = ParamSpec("P")
R = TypeVar("R")
C = TypeVar("C", bound=type)


def again(what: Callable[P, R]) -> Callable[P, R]:
    """What is done again where the server went away in the midst of it. Raises LostError where it stays away."""

    @wraps(what)
    def steady(*args: P.args, **kwargs: P.kwargs) -> R:
        for _ in range(TIMES):
            try:
                return what(*args, **kwargs)
            except LostError:
                time.sleep(server.PAUSE)
        return what(*args, **kwargs)

    return steady


def steadied(record: C) -> C:
    """A record each of whose questions is asked again where the server went away; what is given bit by bit is not."""
    for name, method in list(vars(record).items()):
        plain = inspect.isfunction(method) and not inspect.isgeneratorfunction(method)
        if plain and not name.startswith("_") and name not in ONCE:
            setattr(record, name, again(method))
    return record


def decide_surely(engine: Engine, recall: Recall, wish: Wish) -> Decision:
    """Append to the log what a wish comes to; once, whatever becomes of the connection."""
    for _ in range(TIMES):
        made: list[Decision] = []
        try:
            with writing(engine) as connection:
                made.append(decision_of(connection, recall, wish))
                append(connection, recall, made)
            return made[0]
        except DBAPIError as e:
            if not server.is_lost(e):
                raise
            recall.forget()
            time.sleep(server.PAUSE)
            if made and _is_kept(engine, recall, made[0]):
                return made[0]
    with writing(engine) as connection:
        last = decision_of(connection, recall, wish)
        append(connection, recall, [last])
    return last


def _is_kept(engine: Engine, recall: Recall, made: Decision) -> bool:
    with writing(engine) as connection:
        recall.log(connection)
        return made in recall.decisions
