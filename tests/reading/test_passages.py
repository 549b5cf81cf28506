"""Whole passages of our own, coded by hand: the reader stays above a floor on them together."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from parley.desk.score import score
from parley.desk.score_tables import as_object

PASSAGES = sorted(Path(__file__).with_name("passages").glob("*.jsonl"))
FLOOR = {"found": 0.80, "whole": 0.46}
"""The least F1 that events are found with, and that they are right in every field with."""
MOST_LEAKED = 0.08


@cache
def _measured(passages: Path) -> dict[str, Any]:
    events: dict[str, Any] = as_object(score(passages), None, False)["forms"]["event"]
    return events


@pytest.mark.parametrize("passages", PASSAGES, ids=lambda p: p.stem)
def test_acts_are_found_and_whole(passages: Path) -> None:
    """Acts are found, and found with type, sides, reality and voices all right, at least as well as once reached."""
    events = _measured(passages)
    assert events["found"]["f1"] >= FLOOR["found"]
    assert events["whole_record"]["f1"] >= FLOOR["whole"]


@pytest.mark.parametrize("passages", PASSAGES, ids=lambda p: p.stem)
def test_what_is_no_fact_is_not_held_as_one(passages: Path) -> None:
    """Planned, denied, claimed and threatened acts stay out of the facts."""
    assert _measured(passages)["leak"] <= MOST_LEAKED
