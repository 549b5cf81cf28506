"""Events against PLOVER's gold standard records: is the event found, and is its root right?

    python benchmarks/gsr.py plover_gsr.jsonl [--part looked-at|kept] [--errors]

A row has its `text` and in `gold` one event: `source` (a list of {text}), `event_text` (its words) and `plover_2021`,
the root. Texts are read as `parley code` reads them.

- Found: a statement of an event has its head in a word of `event_text`, or one of its actors is named in a source.
- Root: of the rows found, those where such a statement has the root, as `plover.type`, or `type` where that is null.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parley.desk.reading import join_one
from parley.reading.english import default
from parley.terms.bodies import Event
from parley.terms.layers import Reading
from parley.terms.ports import Asked
from parley.terms.report import report_of

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
Row = Mapping[str, Any]
Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True)
class Told:
    """A statement of an event: its root by PLOVER, its heads' places, and where the text names its actors."""

    root: str
    heads: Spans
    actors: Spans


def main() -> None:
    """Measure what the command line names, and print it."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("gold", type=Path, help="JSON Lines")
    words.add_argument("--part", choices=("looked-at", "kept"), help="every other row, from the first or the second")
    words.add_argument("--errors", action="store_true", help="print each row whose event is missed or has another root")
    given = words.parse_args()
    rows = [json.loads(line) for line in given.gold.read_text(encoding="utf-8").splitlines()]
    rows = rows if given.part is None else rows[given.part == "kept" :: 2]
    pairs = [(row, meant(row, told)) for row, told in zip(rows, read(rows), strict=True)]
    print("\n".join(figures(pairs)))
    if given.errors:
        print("\n".join(errors(pairs)))


def read(rows: Sequence[Row]) -> Iterator[list[Told]]:
    """What the reader tells of each row."""
    asked = (Asked(report_of(r["text"], id=f"r{n}")) for n, r in enumerate(rows))
    return map(told_in, default().read_all(asked))


def told_in(reading: Reading) -> list[Told]:
    """The events of a reading, as statements."""
    named: dict[str | None, list[tuple[int, int]]] = {}
    for m in reading.mentions:
        named.setdefault(m.actor, []).append((m.start, m.end))
    return [
        Told(
            (s.body.plover.type if s.body.plover else s.body.type).value,
            [(m.head.start, m.head.end) for m in s.mentions],
            [span for a in s.body.actors for span in named.get(a, ())],
        )
        for s in join_one(reading).statements
        if isinstance(s.body, Event)
    ]


def meant(row: Row, told: Sequence[Told]) -> list[Told]:
    """The events that may be the row's: by a word of it, or by who did it."""
    gold, text = row["gold"][0], row["text"]
    words = _places(_WORD.findall(gold["event_text"]), text)
    sources = _places([s["text"] for s in gold["source"]], text)
    return [t for t in told if _meet(t.heads, words) or _meet(t.actors, sources)]


def _places(parts: Sequence[str], text: str) -> list[tuple[int, int]]:
    """Where the parts stand in a text as whole words; one that leaves words out ("a ... b") by each of its parts."""
    pieces = (p.split() for part in parts for p in part.split("..."))
    patterns = (r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)" for words in pieces if words)
    return [m.span() for pattern in patterns for m in re.finditer(pattern, text, re.IGNORECASE)]


def _meet(ours: Spans, theirs: Spans) -> bool:
    return any(a < d and c < b for a, b in ours for c, d in theirs)


def is_right(row: Row, found: Sequence[Told]) -> bool:
    """Whether one of the events found has the gold's root."""
    return any(t.root == row["gold"][0]["plover_2021"] for t in found)


def figures(pairs: Sequence[tuple[Row, Sequence[Told]]]) -> list[str]:
    """The lines to print: both shares, and each root's."""
    by_root = Counter(row["gold"][0]["plover_2021"] for row, _ in pairs)
    found = Counter(row["gold"][0]["plover_2021"] for row, told in pairs if told)
    right = Counter(row["gold"][0]["plover_2021"] for row, told in pairs if is_right(row, told))
    return [
        f"found: {found.total() / max(1, len(pairs)):.3f} of {len(pairs)}",
        f"root: {right.total() / max(1, found.total()):.3f} of {found.total()}",
        *(f"  {r:10} {n:3} rows, {found[r]:3} found, {right[r]:3} of the root" for r, n in sorted(by_root.items())),
    ]


def errors(pairs: Sequence[tuple[Row, Sequence[Told]]]) -> Iterator[str]:
    """Each row that is missed, or told of with another root."""
    for row, told in pairs:
        gold = row["gold"][0]
        if not is_right(row, told):
            heads = (f"{t.root} *{row['text'][slice(*t.heads[0])]}*" for t in told)
            was = ", ".join(heads) or "missed"
            yield f"  {row['id']}: {gold['plover_2021']} [{gold['event_text']}], told {was}: {row['text']}"


if __name__ == "__main__":
    main()
