"""What a record knows of the exports that it was made from: whether each was whole, and what had stayed out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Connection, select

from parley.record.keeping import into
from parley.record.tables import PARTS

Pairs = tuple[tuple[str, int], ...]


def note_part(connection: Connection, left_out: Iterable[tuple[str, int]]) -> None:
    """Remember that what came in was a part; the same part again adds nothing."""
    into(connection, PARTS, [{"left_out": json.dumps(sorted(left_out))}])


def whole_of(connection: Connection) -> bool:
    """Whether nothing in the record came from a part."""
    return connection.execute(select(PARTS.c.left_out).limit(1)).first() is None


def parts_of(connection: Connection) -> Pairs:
    """How many reports stayed out of the parts that it was made from, by their mark, as far as is known."""
    found: Counter[str] = Counter()
    for text in connection.execute(select(PARTS.c.left_out)).scalars():
        found.update(dict(json.loads(text)))
    return tuple(sorted(found.items()))
