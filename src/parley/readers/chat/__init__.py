"""The second reader that asks a chat server of the user's own (Ollama, llama.cpp, vLLM, a vendor)."""

from __future__ import annotations

from parley.readers.chat.reader import ChatReader, InMemory
from parley.terms.chat import ChatServer
from parley.terms.entry import ActorEntry
from parley.terms.ports import Answers

__all__ = ["ChatReader", "default"]


def default(
    pipeline: str | None = None,  # noqa: ARG001 - every reader is offered it
    actors: tuple[ActorEntry, ...] = (),  # noqa: ARG001 - they come with what the first reader found
    server: ChatServer | None = None,
    answers: Answers | None = None,
) -> ChatReader:
    """The reader over a server; `answers` are kept beyond the run. Raises ValueError where no server is set up."""
    if server is None:
        raise ValueError("no server is set up: write [reader] with address and model into parley.toml")
    return ChatReader(server, answers if answers is not None else InMemory())
