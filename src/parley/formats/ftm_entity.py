"""An entity of FollowTheMoney: an id, a schema, and properties, each a list of texts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from parley.formats.telling import digest, plain

Value = str | None | Iterable[str | None]
_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]{0,150}[0-9a-zA-Z])?")
_LONGEST = {
    "name": 384, "alias": 384, "location": 250, "summary": 65_000, "description": 65_000, "notes": 65_000,
    "sourceUrl": 4096,
}  # fmt: skip
_ELSE = 1024


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity; `properties` has no empty ones, and no value twice."""

    id: str
    schema: str
    properties: dict[str, list[str]]

    def line(self) -> str:
        """The entity as a line of JSON Lines, its end included."""
        made = {"id": self.id, "schema": self.schema, "properties": self.properties}
        return json.dumps(made, ensure_ascii=False) + "\n"


def entity(id: str, schema: str, **values: Value) -> Entity:  # noqa: A002 - FollowTheMoney's own word
    """An entity whose values are on one line each and no longer than FollowTheMoney takes; empty ones are left out."""
    kept = {name: _texts(name, value) for name, value in values.items()}
    return Entity(id, schema, {name: texts for name, texts in kept.items() if texts})


def _texts(name: str, value: Value) -> list[str]:
    several = (value,) if value is None or isinstance(value, str) else value
    most = _LONGEST.get(name, _ELSE)
    return list(dict.fromkeys(_short(text, most) for text in map(plain, filter(None, several)) if text))


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


@lru_cache(8192)
def id_of(kind: str, key: str) -> str:
    """The id of an entity of ours: readable where the key has only what ids of FollowTheMoney may have.

    >>> id_of("actor", "reed-front")
    'actor-reed-front'
    """
    return f"{kind}-{key}" if _ID.fullmatch(key) else f"{kind}-x{digest(kind, key)}"
