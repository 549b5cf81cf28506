"""A server that answers by a script, and a reader that asks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import pytest
from tests.readers.scripted import Script, Server, serving

from parley.readers.chat import ChatReader
from parley.terms.chat import ChatServer

Serve = Callable[[Script], Server]
Ask = Callable[..., ChatReader]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts servers that stop when the test is over."""
    with ExitStack() as stack:
        yield lambda script: stack.enter_context(serving(script))


@pytest.fixture
def pauses() -> list[float]:
    """The seconds for which the reader would have waited."""
    return []


@pytest.fixture
def ask(pauses: list[float]) -> Ask:
    """Makes readers that wait for nobody."""

    def made(server: Server, **more: Any) -> ChatReader:
        settings = replace(ChatServer(server.address, "tiny", timeout=60), **more)
        reader = ChatReader(settings)
        reader.asking.sleep = pauses.append
        return reader

    return made
