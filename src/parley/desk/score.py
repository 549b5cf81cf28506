"""Scoring: texts that people coded by hand are read, or were read before, and the two records are compared."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from parley.desk.amiss import AmissError, sentence
from parley.desk.code import Coding, Remark, code, coding
from parley.desk.layer import Layer
from parley.scoring import GoldError, Pair, Passage, compare, passages, short_rows, told
from parley.terms.report import Report
from parley.terms.statement import Statement, Talk
from parley.terms.wire import WireError, from_object

KINDS = frozenset({"report", "actor", "statement", "talk"})
"""The lines that are looked at; the others say nothing that gold has."""
FORMAT = "See docs/how-to/measure.md for the format."


@dataclass(frozen=True, slots=True)
class Scored:
    """A record beside gold, in pairs. `remarks`: what could not be read, or was not given."""

    passages: Sequence[Passage]
    pairs: Sequence[Pair]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """How the gold's texts are to be read: another pipeline, actors and codebook entries of the user's own."""

    pipeline: str | None = None
    actors: Path | None = None
    codebook: tuple[Path, ...] = ()


def score(gold: Path, lines: Path | None = None, how: Reading | None = None) -> Scored:
    """Compare gold with what the reader makes of its texts now, or with lines that were written before.

    Raises AmissError where a file cannot be opened, a row or line is wrong, or no reader starts.
    """
    how = how or Reading()
    if lines is not None and how != Reading():
        what = "--lines were read before: --pipeline, --actors and --codebook change nothing"
        raise AmissError(what, "Leave them away, or --lines.")
    rows = read_gold(gold)
    if lines is None:
        return read_and_scored(rows, gold, coding(Layer.STATEMENTS, False, how.pipeline, how.actors, how.codebook))
    values = list(_values(_opened(lines, "--lines FILE"), str(lines)))
    remarks = _not_read(rows, values, lines)
    return Scored(rows, compare(rows, told(values)), remarks)


def read_gold(gold: Path) -> list[Passage]:
    """The rows of a gold file, in the short form if it is named .txt.

    Raises AmissError naming the line, the field, and what to write instead.
    """
    try:
        lines = _opened(gold, "parley score GOLD.jsonl")
        rows = passages(_from_short(lines) if gold.suffix == ".txt" else lines)
    except GoldError as e:
        raise AmissError(f"{gold}, {e}", f"{sentence(e.remedy)} {FORMAT}") from e
    if not rows:
        raise AmissError(f"{gold}: it has no rows", FORMAT)
    return rows


def _from_short(lines: Sequence[bytes]) -> list[bytes]:
    """Each row on the line that its passage begins on, so that whatever is wrong with it is named by that."""
    found = {n: json.dumps(row).encode("ascii") for n, row in short_rows(lines)}
    return [found.get(n, b"") for n in range(1, len(lines) + 1)]


def _opened(path: Path, how: str) -> list[bytes]:
    try:
        return path.read_bytes().splitlines()
    except OSError as e:
        raise AmissError(f"{path}: it cannot be opened ({e.strerror})", f"Name a file: {how}") from e


def read_and_scored(rows: Sequence[Passage], gold: Path, readers: Coding) -> Scored:
    """Gold beside what `parley code` writes of its texts by some readers, so that both are scored alike."""
    out = list(code(BytesIO(b"\n".join(map(_row, rows))), f"{gold}, row by row", readers))
    remarks = tuple(o for o in out if isinstance(o, Remark))
    values = list(_values([o for o in out if isinstance(o, str)], "what was read"))
    return Scored(rows, compare(rows, told(values)), remarks)


def _row(p: Passage) -> bytes:
    return json.dumps({"id": p.id, "text": p.text, "title": p.title, "published": p.published}).encode("ascii")


def _values(lines: Iterable[str | bytes], name: str) -> Iterator[Any]:
    """The values of the lines that are looked at. Raises AmissError naming the line that breaks the contract."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                row = json.loads(line)
                if not isinstance(row, dict):
                    raise WireError("it is JSON but not an object")
                if row.get("kind") in KINDS:
                    yield from_object(row)
            except (ValueError, KeyError) as e:
                remedy = "Give lines of the contract (docs/reference/contract.md), as `parley code` writes them."
                raise AmissError(f"{name}, line {number}: {e}", remedy) from e


def _not_read(rows: Sequence[Passage], values: Iterable[Any], lines: Path) -> tuple[Remark, ...]:
    """Which of the passages the lines do not tell of. Raises AmissError where they tell of none."""
    known = {r for v in values for r in _reports(v)}
    missing = [p.id for p in rows if p.id not in known]
    if len(missing) == len(rows):
        what = f"{lines}: no line is of a passage of the gold ({', '.join(missing[:3])}{' …' if missing[3:] else ''})"
        raise AmissError(what, "Write the lines from the gold's own rows: parley code < GOLD.jsonl > FILE")
    return tuple(Remark(f"no line is of {m}: scored as if nothing was found in it", left_out=True) for m in missing)


def _reports(value: Any) -> Iterator[str]:
    if isinstance(value, Report):
        yield value.id
    elif isinstance(value, Statement | Talk):
        yield from (m.report for m in value.mentions)
