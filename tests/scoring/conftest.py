"""Gold and records of a few words."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from parley.scoring import Item, Pair, Passage, compare, passages, told
from parley.scoring.items import heard
from parley.terms.enums import Form, Reality, Root, Stance
from parley.terms.values import REPORT, Span
from parley.terms.wire import from_object

HERE = Path(__file__).parent
TEXT = "Norway met Sudan. Sudan shelled the port. Rebels denied it."
OWN = (heard([(REPORT, Stance.ASSERTS)]),)
Make = Callable[..., Item]


@pytest.fixture
def text() -> str:
    """A passage of three sentences."""
    return TEXT


@pytest.fixture
def event() -> Make:
    """Makes an event of the passage at a word of it, by default what the report asserts that Norway did."""

    def make(word: str, kind: Root = Root.CONSULT, fact: bool | None = True, **fields: Any) -> Item:
        given = {"type": (kind,), "actors": (("Norway",),), "recipients": ((),), "reality": (Reality.HAPPENED,)}
        rest = {"voices": OWN, "mode": (None,), "date": (None,), "place": (None,)}
        optional = fields.pop("optional", False)
        start = TEXT.index(word)
        return Item(Form.EVENT, (Span(start, start + len(word)),), {**given, **rest, **fields}, fact, optional)

    return make


@pytest.fixture
def passage() -> Callable[[Sequence[Item]], Passage]:
    """Makes the passage with its gold; all that is coded is coded throughout."""
    return lambda items: Passage("p", TEXT, tuple(items), frozenset(i.form for i in items) | {Form.EVENT})


@pytest.fixture(scope="session")
def gold() -> list[Passage]:
    """The project's own four passages with their gold."""
    return passages((HERE / "gold.jsonl").read_bytes().splitlines())


@pytest.fixture(scope="session")
def pairs(gold: list[Passage]) -> list[Pair]:
    """Those passages beside a record of them, in which some things are wrong on purpose."""
    lines = (HERE / "record.jsonl").read_text(encoding="utf-8").splitlines()
    return compare(gold, told([from_object(json.loads(line)) for line in lines]))
