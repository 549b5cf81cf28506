"""Whether what is told is the case, against ratings by people: the predicates layer.

    python benchmarks/factuality.py factuality.jsonl [--part looked-at|kept] [--errors]

Rows hold `text` and `gold` with `event` (start, end) and `factuality` from -3 (certainly not) to 3 (certainly).
- Non-facts: an event rated below 0, against one that the reader tells as not the case or not yet: its `reality` is
  neither `happened` nor `ongoing`, or its `factuality` is below 0 (denied).
- r: Pearson's correlation of the reader's `factuality` with the rating, over the events that it has a predicate for.
- Facts too sure: the events rated below 0 that the reader holds as facts (`factuality` 3), as a share of those.
An event without a predicate counts as told: it is a miss where it is rated below 0, and it has no place in r.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import correlation
from typing import Any
from zlib import crc32

from parley.reading.english import default
from parley.terms.enums import Reality
from parley.terms.layers import Predicate, Reading
from parley.terms.ports import Asked
from parley.terms.report import report_of

_REAL = frozenset({Reality.HAPPENED, Reality.ONGOING})
_FACT = 3.0
Row = Mapping[str, Any]
Pair = tuple[Row, Predicate | None]


def main() -> None:
    """Measure what the command line names, and print it."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("gold", type=Path, help="JSON Lines")
    words.add_argument("--part", choices=("looked-at", "kept"), help="one half of the sentences, by a hash of each")
    words.add_argument("--errors", action="store_true", help="print each event that is told wrongly")
    given = words.parse_args()
    rows = [json.loads(line) for line in given.gold.read_text(encoding="utf-8").splitlines()]
    told = list(pairs([r for r in rows if given.part in (None, part_of(r["text"]))]))
    print("\n".join(figures(told)))
    if given.errors:
        print("\n".join(errors(told)))


def part_of(text: str) -> str:
    """Which half a text belongs to, the same on every machine: what is mended is looked at in one half only."""
    return "kept" if crc32(text.encode()) % 2 else "looked-at"


def pairs(rows: Sequence[Row]) -> Iterator[Pair]:
    """Each row with the reader's predicate at its event, if there is one."""
    texts = list(dict.fromkeys(r["text"] for r in rows))
    asked = (Asked(report_of(t, id=f"s{n}"), layers=True) for n, t in enumerate(texts))
    read: dict[str, Reading] = dict(zip(texts, default().read_all(asked), strict=True))
    for r in rows:
        at = r["gold"]["event"]
        here = (p for p in read[r["text"]].predicates if p.start < at["end"] and at["start"] < p.end)
        yield r, next(here, None)


def is_non_fact(p: Predicate | None) -> bool:
    """Whether a predicate is told as not the case, or not yet."""
    return p is not None and (p.reality not in _REAL or p.factuality < 0)


def figures(told: Sequence[Pair]) -> list[str]:
    """The lines to print."""
    gold = [r["gold"]["factuality"] < 0 for r, _ in told]
    own = [is_non_fact(p) for _, p in told]
    right = sum(g and o for g, o in zip(gold, own, strict=True))
    rated = [(p.factuality, r["gold"]["factuality"]) for r, p in told if p is not None]
    sure = sum(g and p is not None and p.factuality >= _FACT for g, (_, p) in zip(gold, told, strict=True))
    return [
        f"non-facts: precision {right / max(1, sum(own)):.3f} of {sum(own)}, recall {right / max(1, sum(gold)):.3f} "
        f"of {sum(gold)}",
        f"r: {correlation(*zip(*rated, strict=True)):.3f} over {len(rated)} of {len(told)} events",
        f"facts too sure: {sure / max(1, sum(gold)):.3f} of {sum(gold)}",
    ]


def errors(told: Sequence[Pair]) -> Iterator[str]:
    """Each event that is told as the case against its rating, or the other way round."""
    for r, p in told:
        rating, at = r["gold"]["factuality"], r["gold"]["event"]
        if (rating < 0) != is_non_fact(p):
            was = f"{p.reality.value} {p.factuality:g}" if p else "no predicate"
            marked = f"{r['text'][: at['start']]}*{at['text']}*{r['text'][at['end'] :]}"
            print_as = "missed" if rating < 0 else "wrongly"
            yield f"  {print_as} {rating:g}, told {was}: {marked}"


if __name__ == "__main__":
    main()
