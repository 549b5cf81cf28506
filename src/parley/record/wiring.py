"""Values to and from the JSON that the tables keep."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from parley.terms.affiliation import Affiliation
from parley.terms.wire import from_object, from_plain, to_object, to_plain


def written(value: Any) -> str:
    """A value of the contract as JSON in ASCII: a lone surrogate in a text is kept, though UTF-8 has no room for it."""
    return json.dumps(to_object(value))


def read(text: str) -> Any:
    """The value of the contract that was written."""
    return from_object(json.loads(text))


def affiliation_written(affiliation: Affiliation) -> str:
    """An affiliation as JSON; it has no line of its own in the contract."""
    return json.dumps(to_plain(affiliation))


def affiliations_read(texts: Iterable[str]) -> tuple[Affiliation, ...]:
    """The affiliations that were written."""
    return tuple(from_plain(Affiliation, json.loads(t), "affiliation") for t in texts)
