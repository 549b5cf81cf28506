"""`[reader]` of `parley.toml`: the chat server that a second reader asks. The key is never in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.settings.toml_file import Table
from parley.terms.chat import ChatServer, fault_of

KEY_FROM = "PARLEY_READER_KEY"
"""The environment variable that holds the key, unless `key_from` names another."""
_KEYS = ("key", "api_key", "apikey", "token", "secret", "password", "authorization")
_VARIABLE = re.compile(r"[A-Z][A-Z0-9_]{0,63}")
_DEFAULT = ChatServer("", "")


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """The server, still without its key, and the environment variable that holds the key."""

    server: ChatServer
    key_from: str = KEY_FROM


def reader_settings(table: Table) -> ReaderSettings:
    """The settings of `[reader]`. Refuses, by line: a key in the file, an address that leaks, numbers out of range."""
    for key in _KEYS:
        if key in table.values:
            remedy = f"take it out of the file, revoke it if the file was shared, and set {KEY_FROM} in the environment"
            table.refuse(key, "a key does not belong in a file", remedy)
    made = ReaderSettings(_server(table), _key_from(table))
    table.done()
    return made


def _server(table: Table) -> ChatServer:
    consent = _address(table, "consent") if "consent" in table.values else ""
    return ChatServer(
        address=_address(table, "address"),
        model=_model(table),
        timeout=_within(table, "timeout", _DEFAULT.timeout, 1, 3_600),
        requests=int(_within(table, "requests", _DEFAULT.requests, 1, 10_000_000)),
        tokens=int(_within(table, "tokens", _DEFAULT.tokens, 1, 10_000_000_000)),
        answer=int(_within(table, "answer", _DEFAULT.answer, 100, 200_000)),
        passage=int(_within(table, "passage", _DEFAULT.passage, 200, 100_000)),
        languages=_languages(table),
        consent=consent,
    )


def _address(table: Table, key: str) -> str:
    address = table.text(key).strip().rstrip("/")
    fault = fault_of(address)
    if fault is not None:
        table.refuse(key, *fault)
    return address


def _model(table: Table) -> str:
    model = table.text("model").strip()
    if not model.isprintable() or len(model) > 200:
        table.refuse("model", "is no name of a model", "write it as the server lists it, on one line")
    return model


def _within(table: Table, key: str, default: float, low: int, high: int) -> float:
    value = table.number(key, default)
    if not low <= value <= high:
        table.refuse(key, f"is {value:g}", f"write a number from {low} to {high}")
    return value


def _languages(table: Table) -> tuple[str, ...]:
    given = table.texts("languages") or _DEFAULT.languages
    for language in given:
        if not re.fullmatch(r"[a-z]{2}", language):
            table.refuse("languages", f"{language!r} is no code of a language", 'write two letters each: ["en", "fa"]')
    return given


def _key_from(table: Table) -> str:
    name = table.text_or_none("key_from")
    if name is not None and not _VARIABLE.fullmatch(name):  # never shown: it may be the key itself
        table.refuse("key_from", "is no name of an environment variable", f'write key_from = "{KEY_FROM}"')
    return name or KEY_FROM
