"""The passages that the second opinion was fitted to: whole, apart from those kept for measuring, and still those."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parley.reading.learned.weights import digest, shipped
from parley.scoring import passages, short_rows

FOLDER = Path(__file__).resolve().parents[2] / "training"
TAUGHT = sorted(FOLDER.glob("*.txt"))
KEPT_APART = sorted((FOLDER / "kept-apart").glob("*.txt"))


def ids(path: Path) -> list[str]:
    """The ids of a file's passages; each passage must be fit to be scored by."""
    rows = [json.dumps(r) for _, r in short_rows(path.read_bytes().splitlines())]
    return [p.id for p in passages(rows)]


@pytest.mark.parametrize("path", [*TAUGHT, *KEPT_APART], ids=lambda p: p.name)
def test_a_file_can_be_scored_by(path: Path) -> None:
    """Every line of it is sound."""
    assert ids(path)


def test_what_is_kept_apart_was_not_learned_from() -> None:
    """No passage stands on both sides."""
    taught = [i for p in TAUGHT for i in ids(p)]
    kept = [i for p in KEPT_APART for i in ids(p)]
    assert len({*taught, *kept}) == len(taught) + len(kept)


def test_the_weights_are_of_these_passages() -> None:
    """After a change of the passages `python tools/learn.py` fits the weights anew."""
    assert shipped().trained_on == digest({f.name: f.read_bytes() for f in TAUGHT})
