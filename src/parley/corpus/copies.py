"""Copies over the whole corpus: found by the bands of their signatures, marked, each led to the one printed first.

The database that is in the process (DuckDB) groups the bands, on disk where memory does not hold them; only what is a
copy is held in memory. The answer is a function of the set of reports.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from parley.corpus.base import MEMORY, MORE, TooLittleError, base, listed
from parley.corpus.faults import CorpusError, extra
from parley.corpus.parts import Part, some_parts_in, write_whole
from parley.corpus.signatures import alike
from parley.joining.resemblance import ALIKE
from parley.joining.union import Union

FILE = "copies.parquet"
COLUMNS = ("part", "report", "of_part", "of_report", "resemblance")
_COVERS = b"parley.covers"
_AT_ONCE = 2_000

_FROM = "FROM read_parquet({files}, hive_partitioning = true, hive_types_autocast = false)"
_ORDERED = f"""
CREATE TEMP TABLE met AS
SELECT row_number() OVER (ORDER BY published NULLS LAST, id, part) AS n, part, id, hash(text_key) AS same, bands {_FROM}
"""
_PAIRS = """
CREATE TEMP TABLE pairs AS
WITH keys AS (
  SELECT n, hash(unnest(bands)) AS key FROM met
  UNION ALL SELECT n, same FROM met
), firsts AS (SELECT key, min(n) AS first FROM keys GROUP BY key HAVING count(*) > 1)
SELECT DISTINCT first, n FROM keys JOIN firsts USING (key) WHERE n <> first
"""
_SIGNED = f"""
CREATE TEMP TABLE signed AS
SELECT n, part, id, text_key, signature FROM met JOIN (SELECT part, id, text_key, signature {_FROM}) USING (part, id)
WHERE n IN (SELECT n FROM pairs UNION SELECT first FROM pairs)
"""
"""Only of those that share something are signatures taken: most reports are nobody's copy."""
_COMPARED = """
SELECT first, p.n, a.text_key = b.text_key, a.signature, b.signature
FROM pairs p JOIN signed a ON a.n = p.first JOIN signed b ON b.n = p.n
"""
_NAMED = "SELECT n, part, id FROM signed"


@dataclass(frozen=True, slots=True)
class Copy:
    """A report that is a copy: of which one, and how much of the two is the same (0 to 1, as estimated)."""

    part: str
    report: str
    of_part: str
    of_report: str
    resemblance: float


def mark_copies(folder: Path) -> int:
    """Find the copies of a corpus anew and write them beside its parts; how many there are. Raises CorpusError."""
    parts = some_parts_in(folder)
    try:
        found = list(copies(parts, folder))
    except TooLittleError:
        found = list(copies(parts, folder, MORE))
    try:
        write_whole(folder / FILE, _parquet(found, covers(parts)))
    except OSError as e:
        raise CorpusError(f"{folder}: nothing can be written there ({e.strerror})", "See to its permissions.") from e
    return len(found)


def are_marked(folder: Path) -> bool:
    """Whether copies were looked for since the last part came in."""
    with extra():
        import pyarrow.parquet as pq
    file = folder / FILE
    if not file.is_file():
        return False
    told = pq.read_schema(file).metadata or {}
    return bool(told.get(_COVERS) == covers(some_parts_in(folder)))


def covers(parts: Iterable[Part]) -> bytes:
    """A name for a set of parts, as read by their readers."""
    whole = hashlib.sha256("\0".join(sorted(f"{p.name} {p.readers}" for p in parts)).encode())
    return whole.hexdigest().encode()


def copies(parts: Iterable[Part], folder: Path, memory: str = MEMORY) -> Iterator[Copy]:
    """Each report that is a copy, with the one of its kind that was printed first; by when they were printed.

    Of those printed on one day, and of those without a day, the first by id stands for all.
    """
    with base(folder, memory) as connection:
        files = listed(p.table("reports") for p in parts)
        for sql in (_ORDERED, _PAIRS, _SIGNED):
            connection.execute(sql.format(files=files))
        sets: Union[int] = Union()
        how: dict[int, float] = {}
        for first, n, same, a, b in _rows(connection, _COMPARED):
            likeness = 1.0 if same else alike(a, b) if a and b else 0.0
            if likeness >= ALIKE:
                sets.join(first, n)
                how[n], how[first] = max(how.get(n, 0.0), likeness), how.get(first, 0.0)
        firsts = {n: min(s) for s in sets.sets(sorted(how)) for n in s}
        named = {n: (part, report) for n, part, report in _rows(connection, _NAMED)}
        for n in sorted(firsts):
            if firsts[n] != n:
                yield Copy(*named[n], *named[firsts[n]], how[n])


def _rows(connection: Any, sql: str) -> Iterator[tuple[Any, ...]]:
    found = connection.execute(sql)
    while some := found.fetchmany(_AT_ONCE):
        yield from some


def _parquet(found: list[Copy], covered: bytes) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    text = pa.string()
    kinds = pa.schema([*((c, text) for c in COLUMNS[:-1]), (COLUMNS[-1], pa.float64())], metadata={_COVERS: covered})
    rows = [{c: getattr(f, c) for c in COLUMNS} for f in found]
    out = BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema=kinds), out, compression="zstd")
    return out.getvalue()
