"""`parley score` beside another tool that measures events: do both come to the same figures?

    python benchmarks/score_beside.py gold.jsonl score_record.py [--lines record.jsonl]

The gold's texts are read once (or lines that were written before are taken) and both score the same lines. The tool is
called as `python TOOL GOLD --record LINES`; its last line is one JSON object of figures. The exit status is 1 where one
differs.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from parley.desk.score import score
from parley.desk.score_tables import as_object

FIELDS = ("type", "actors", "recipients", "reality", "voices")
Figures = Mapping[str, float]


def main() -> None:
    """Score by both and print the figures side by side."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("gold", type=Path, help="JSON Lines: texts with gold")
    words.add_argument("tool", type=Path, help="a tool to score by")
    words.add_argument("--lines", type=Path, help="lines of the contract, written before")
    given = words.parse_args()
    with TemporaryDirectory() as folder:
        lines = given.lines or read(given.gold, Path(folder) / "lines.jsonl")
        ours, theirs = own(given.gold, lines), of_tool(given.tool, given.gold, lines)
    print("\n".join(table(ours, theirs)))
    sys.exit(any(ours[name] != theirs[name] for name in ours))


def read(gold: Path, lines: Path) -> Path:
    """The gold's texts as `parley code` reads them; other fields of a row are ignored by it."""
    with gold.open("rb") as rows, lines.open("wb") as out:
        subprocess.run([sys.executable, "-m", "parley", "code"], stdin=rows, stdout=out, check=True)
    return lines


def own(gold: Path, lines: Path) -> Figures:
    """Parley's figures of events, called as the tool calls them; a share of nothing is 0 there."""
    event: dict[str, Any] = as_object(score(gold, lines))["forms"]["event"]
    found, fields = event["found"], event["fields"]
    counts = {
        "gold": found["gold"],
        "other": found["record"],
        "n_facts": event["facts"],
        "n_nonfacts": event["nonfacts"],
    }
    shares = {name: fields[name]["share"] if name in fields else None for name in FIELDS}
    facts = {"leak": event["leak"], "facts_kept": event["facts_kept"]}
    figures = {**counts, **_prf("detection", found), **_prf("whole_record", event["whole_record"]), **shares, **facts}
    return {name: value or 0.0 for name, value in figures.items()}


def _prf(name: str, score: Mapping[str, Any]) -> dict[str, Any]:
    return {f"{name}.{key}": score[key] for key in ("p", "r", "f1")}


def of_tool(tool: Path, gold: Path, lines: Path) -> Figures:
    """The tool's figures, what is within another named `outer.inner`."""
    words = [sys.executable, str(tool), str(gold), "--record", str(lines)]
    told = subprocess.run(words, capture_output=True, text=True, check=True).stdout.splitlines()[-1]
    return dict(_flat(json.loads(told)))


def _flat(told: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    for name, value in told.items():
        if isinstance(value, dict):
            yield from ((f"{name}.{key}", inner) for key, inner in _flat(value))
        else:
            yield name, value


def table(ours: Figures, theirs: Figures) -> Iterator[str]:
    """A line for each figure, marked where the two differ."""
    yield f"{'':18} {'parley score':>12} {'the tool':>12}"
    for name, value in ours.items():
        mark = "" if value == theirs[name] else "  differs"
        yield f"{name:18} {value:>12} {theirs[name]:>12}{mark}"


if __name__ == "__main__":
    main()
