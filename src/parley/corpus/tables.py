"""The tables of a part: their columns with types, rows to Parquet and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from io import BytesIO
from typing import Any

from parley.corpus.faults import extra
from parley.corpus.rows import Row, storable

TABLES = ("reports", "actors", "affiliations", "proposals", "statements", "talks", "left_out", "warnings")

_TEXT, _DAY, _TEXTS, _NUMBER, _WHOLE = "text", "day", "texts", "number", "whole"
_SIDES = {"type": _TEXT, "mode": _TEXT, "actors": _TEXTS, "recipients": _TEXTS, "about": _TEXT}
_WHEN = {"starts": _DAY, "ends": _DAY}
_TOLD = {"voices": "voices", **_WHEN, "places": "places", "confidence": _NUMBER}

_SHORT, _LONG = (
    (_TEXT, _DAY, _NUMBER, _WHOLE),
    ("json", "quote", "title", "url", "why", "message", "about", "described_as"),
)
"""Columns of which the least and greatest value are worth keeping beside each file: who asks many holds them all."""

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "reports": {
        **dict.fromkeys(("id", "title", "publisher", "url"), _TEXT), "published": _DAY,
        **dict.fromkeys(("language", "sha256", "state", "why", "handling", "reliability"), _TEXT),
        "characters": _WHOLE, "words": _WHOLE,
        **dict.fromkeys(("place", "reader", "reader_version", "codebook", "text_key"), _TEXT),
        "signature": "bytes", "bands": "wholes", "json": _TEXT,
    },
    "actors": {
        **dict.fromkeys(("report", "id", "name", "type", "country", "sector"), _TEXT), "aliases": _TEXTS,
        "described_as": _TEXT, "json": _TEXT,
    },
    "affiliations": {"report": _TEXT, "who": _TEXT, "whom": _TEXT, "how": _TEXT, **_WHEN, "json": _TEXT},
    "proposals": {
        **dict.fromkeys(("id", "report", "reader", "form"), _TEXT), **_SIDES, "reality": _TEXT, **_TOLD,
        "quote": _TEXT, "start": _WHOLE, "end": _WHOLE, "json": _TEXT,
    },
    "statements": {
        **dict.fromkeys(("id", "report", "form"), _TEXT), **_SIDES, "reality": _TEXT, "status": _TEXT, "fact": "truth",
        **_TOLD, "tellings": _WHOLE, "quote": _TEXT, "json": _TEXT,
    },
    "talks": {
        **dict.fromkeys(("id", "report", "title", "process"), _TEXT), "round": _WHOLE,
        **dict.fromkeys(("parties", "delegates", "mediators", "hosts"), _TEXTS), "place": _TEXT, **_WHEN,
        "level": _TEXT, "format": _TEXT, "agenda": _TEXTS, "outcome": _TEXT, "voices": "voices", "confidence": _NUMBER,
        "json": _TEXT,
    },
    "left_out": {"place": _TEXT, "report": _TEXT, "why": _TEXT, "remedy": _TEXT},
    "warnings": {"report": _TEXT, "stage": _TEXT, "message": _TEXT},
}  # fmt: skip
"""Each table's columns, in order, by the kind of their values."""


@cache
def _kinds() -> dict[str, Any]:
    """Arrow's types by the names that COLUMNS uses."""
    with extra():
        import pyarrow as pa
    text = pa.string()
    voice = pa.struct([("who", text), ("stance", text), ("via", pa.list_(text))])
    place = [("name", text), ("role", text), ("countries", pa.list_(text))]
    where = pa.struct([*place, ("latitude", pa.float64()), ("longitude", pa.float64())])
    return {
        _TEXT: text, _DAY: pa.date32(), _TEXTS: pa.list_(text), _NUMBER: pa.float64(), _WHOLE: pa.int64(),
        "wholes": pa.list_(pa.int64()), "bytes": pa.binary(), "truth": pa.bool_(), "voices": pa.list_(voice),
        "places": pa.list_(where),
    }  # fmt: skip


@cache
def schema(table: str) -> Any:
    """A table's Arrow schema."""
    import pyarrow as pa

    kinds = _kinds()
    return pa.schema([(name, kinds[kind]) for name, kind in COLUMNS[table].items()])


def parquet(table: str, rows: Sequence[Row]) -> bytes:
    """Rows as the bytes of a Parquet file: the same rows give the same bytes."""
    kinds = schema(table)
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        made = pa.Table.from_pylist(list(rows), schema=kinds)
    except UnicodeEncodeError:  # a text has half a sign
        made = pa.Table.from_pylist([storable(r) for r in rows], schema=kinds)
    out = BytesIO()
    told = [name for name, kind in COLUMNS[table].items() if kind in _SHORT and name not in _LONG]
    pq.write_table(made, out, compression="zstd", write_statistics=told, store_schema=False)
    return out.getvalue()
