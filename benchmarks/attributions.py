"""Who says so, against GUM's attribution relations: the attributions layer.

    python benchmarks/attributions.py gum_attribution.jsonl gum_news.jsonl [--part looked-at|kept] [--errors]

- Found: of the rows of the genres news and interview, those with an attribution whose cue stands in `attribution_edu`
  and whose content overlaps `content_edu`, or begins behind it. Each row's `text` is read as a report of its own.
- Right: of the attributions found in the articles of the second file, those whose cue stands in the attributing
  clause of one of their `attribution_edges`. Where an edge's clause ends is known from the first file's row of that
  number (`article#eduN`); where something comes between, as in "a letter seen by X | says", the clause goes on as far
  as what it says. An edge without a row there reaches to the end of its line.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

from parley.reading.english import default
from parley.terms.layers import Attribution, Reading
from parley.terms.ports import Asked
from parley.terms.report import report_of
from parley.terms.values import Span

_GENRES = frozenset({"news", "interview"})
Row = Mapping[str, Any]


def main() -> None:
    """Measure what the command line names, and print it."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("rows", type=Path, help="JSON Lines of attributions, one a row")
    words.add_argument("articles", type=Path, help="JSON Lines of whole articles with their edges")
    words.add_argument("--part", choices=("looked-at", "kept"), help="one half of the articles, by a hash of each name")
    words.add_argument("--errors", action="store_true", help="print each row missed and each attribution too many")
    given = words.parse_args()
    rows, articles = (
        [r for r in _lines(path) if given.part in (None, part_of(r["id"]))] for path in (given.rows, given.articles)
    )
    for measure in (found, right):
        told, errors = measure(rows, articles)
        print(told)
        if given.errors:
            print("\n".join(f"  {e}" for e in errors))


def _lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def part_of(row: str) -> str:
    """Which half a row's article belongs to, the same on every machine: what is mended is looked at in one only."""
    return "kept" if crc32(row.split("#")[0].encode()) % 2 else "looked-at"


def _read(texts: Sequence[str]) -> list[Reading]:
    return list(default().read_all(Asked(report_of(t, id=f"r{n}"), layers=True) for n, t in enumerate(texts)))


def found(rows: Sequence[Row], _: Sequence[Row]) -> tuple[str, list[str]]:
    """The share of attributions found, and the rows missed."""
    asked = [r for r in rows if r["genre"] in _GENRES]
    read = _read([r["text"] for r in asked])
    missed = [r for r, reading in zip(asked, read, strict=True) if not _finds(r, reading.attributions)]
    share = 1 - len(missed) / max(1, len(asked))
    return f"found: {share:.3f} of {len(asked)}", [_shown(r) for r in missed]


def _shown(r: Row) -> str:
    return f"{r['id']}: [{r['gold']['attribution_edu']}] of [{r['gold']['content_edu']}]: {r['text']}"


def _finds(row: Row, attributions: Sequence[Attribution]) -> bool:
    cues = list(_places(row["gold"]["attribution_edu"], row["text"]))
    contents = list(_places(row["gold"]["content_edu"], row["text"]))
    return any(any(_in(a.cue, c) for c in cues) and any(_reaches(a.content, c) for c in contents) for a in attributions)


def _places(part: str, text: str) -> Iterator[Span]:
    at = text.find(part)
    while at >= 0:
        yield Span(at, at + len(part))
        at = text.find(part, at + 1)


def _in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _reaches(content: Span, gold: Span) -> bool:
    return content.end > gold.start


def right(rows: Sequence[Row], articles: Sequence[Row]) -> tuple[str, list[str]]:
    """The share of the attributions made that an edge bears out, and those that none does."""
    clause = {r["id"]: r["gold"] for r in rows}
    made = 0
    wrong: list[str] = []
    for article, reading in zip(articles, _read([a["text"] for a in articles]), strict=True):
        clauses = [_clause(article, edge, clause) for edge in article["gold"]["attribution_edges"]]
        for a in reading.attributions:
            made += 1
            if not any(_in(a.cue, c) for c in clauses):
                wrong.append(_marked(article, a))
    return f"right: {1 - len(wrong) / max(1, made):.3f} of {made}", wrong


def _marked(article: Row, a: Attribution) -> str:
    text = article["text"]
    before, after = text[max(0, a.cue.start - 90) : a.cue.start], text[a.cue.end : a.cue.end + 90]
    said = f"{before}*{text[a.cue.start : a.cue.end]}*{after}".replace("\n", " ")
    return f"{article['id']}: {said} | {text[a.content.start : a.content.end][:60]}"


def _clause(article: Row, edge: Row, gold: Mapping[str, Mapping[str, str]]) -> Span:
    """Where an edge's attributing clause stands, as far as what it says where something comes between."""
    text, start = article["text"], edge["at"]
    row = gold.get(f"{article['id']}#edu{edge['edge'].split('->')[0]}")
    if row is None:
        return Span(start, text.find("\n", start) % (len(text) + 1))
    end = _after(text, start, row["attribution_edu"])
    line = text.find("\n", start) % (len(text) + 1)
    said = next((i for i in range(end, line) if _after(text, i, row["content_edu"]) > i), end)
    return Span(start, max(end, said))


def _after(text: str, start: int, part: str) -> int:
    """Where a part ends that begins at a place of the text, spaces apart; the place itself if it does not."""
    at = start
    for letter in part.replace(" ", ""):
        while at < len(text) and text[at].isspace():
            at += 1
        if text[at : at + 1] != letter:
            return start
        at += 1
    return at


if __name__ == "__main__":
    main()
