"""Twelve reports of our own about talks of twelve processes, half of which ended in agreement, with what is right.

Both were written before the reader saw them. The floors lie below what it reaches, so that a loss is seen.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from parley.desk.score import Scored, score
from parley.scoring import figures
from parley.terms.enums import Form

GOLD = Path(__file__).parent / "talks_reports" / "twelve.jsonl"
FLOORS = {Form.TALK: (0.8, 0.5), Form.TIE: (0.75, 0.5), Form.POSITION: (0.85, 0.5), Form.JUDGEMENT: (0.75, 0.4)}
"""Precision and recall of what is found, at least."""


@cache
def scored() -> Scored:
    """The twelve, read and compared with what is right."""
    return score(GOLD)


@pytest.mark.parametrize("form", FLOORS)
def test_as_much_is_found_as_before(form: Form) -> None:
    """Precision and recall of each form stay above their floors."""
    found = figures(form, scored().pairs).found
    precision, recall = FLOORS[form]
    assert (found.precision or 0) >= precision
    assert (found.recall or 0) >= recall


def test_half_of_the_talks_ended_in_agreement() -> None:
    """Twelve processes, six of whose main talks came to an agreement: neither kind is left out."""
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    ended = [r["gold"]["talks"][0]["outcome"] for r in rows]
    assert len({r["id"] for r in rows}) == 12
    assert ended.count("agreement") == 6
