"""Forecasts, from saying to scoring."""

from __future__ import annotations

import hashlib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from parley import samples
from parley.desk.amiss import AmissError
from parley.desk.demo import SCENARIO
from parley.desk.forecasts import (
    Said,
    add,
    cautions,
    chart,
    completed,
    kept,
    likely,
    objects,
    score,
    settle,
    table,
    words_of,
)
from parley.record import Record

SAMPLE = samples.folder().parent / "scenarios" / SCENARIO
ASKED = Said("Will they sign?", 0.2, 0.1, 0.4, "2031-05-01")


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """An empty record."""
    return Record.open(tmp_path / "r.db")


def test_a_forecast_is_kept_with_who_and_when(record: Record) -> None:
    """Question, probability, range, name, time and day of resolving."""
    made = add(record, ASKED, "Ada")
    assert kept(record) == (made,)
    assert (made.question, made.probability, made.low, made.high) == ("Will they sign?", 0.2, 0.1, 0.4)
    assert (made.by, made.resolves, made.outcome) == ("Ada", "2031-05-01", None)
    assert made.made.endswith("Z")
    assert likely(made) == "20% (10% to 40%)"


def test_an_outlook_gives_question_chance_and_hash(record: Record) -> None:
    """With a scenario alone, its outlook's chance and range are kept, and the hash of its file."""
    made = add(record, completed(Said(), SAMPLE), "Ada", SAMPLE)
    assert made.scenario == hashlib.sha256(SAMPLE.read_bytes()).hexdigest()
    assert "further round" in made.question
    assert made.low is not None
    assert made.high is not None
    assert 0 < made.low <= made.probability <= made.high < 1


def test_what_is_said_goes_before_the_outlook(record: Record) -> None:
    """An analyst may differ from the model; the scenario is still named."""
    made = add(record, completed(Said("Mine?", 0.6), SAMPLE), "Ada", SAMPLE)
    assert (made.question, made.probability, made.low) == ("Mine?", 0.6, None)
    assert made.scenario


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (Said(None, 0.2), "question is missing"),
        (Said("  ", 0.2), "question is missing"),
        (Said("Q?"), "probability is missing"),
        (Said("Q?", 0.0), "not between"),
        (Said("Q?", 1.0), "not between"),
        (Said("Q?", float("nan")), "not between"),
        (Said("Q?", 0.5, 0.6, 0.7), "outside its range"),
        (Said("Q?", 0.5, 0.4, 0.45), "outside its range"),
        (Said("Q?", 0.5, resolves="May"), "is no day"),
    ],
)
def test_what_is_amiss_is_named(record: Record, said: Said, wrong: str) -> None:
    """Each fault says what it is, and nothing is kept."""
    with pytest.raises(AmissError, match=wrong):
        add(record, said, "Ada")
    assert kept(record) == ()


def test_without_a_base_rate_there_is_no_chance(tmp_path: Path) -> None:
    """The remedy is said: a base rate, or one's own probability."""
    bare = tmp_path / "s.toml"
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    bare.write_text("\n".join(line for line in lines if not line.startswith("base_rate")), encoding="utf-8")
    with pytest.raises(AmissError, match="base rate"):
        completed(Said(), bare)


def test_an_outcome_is_entered_once(record: Record) -> None:
    """The same again changes nothing; another needs saying that the first was wrong."""
    made = add(record, ASKED, "Ada")
    settled = settle(record, made.id[:5], False, "Bo")
    assert (settled.outcome, settled.settled_by) == (False, "Bo")
    assert settle(record, made.id, False, "Cy") == settled
    with pytest.raises(AmissError, match="entered by Bo"):
        settle(record, made.id, True, "Cy")
    assert settle(record, made.id, True, "Cy", correct=True).outcome is True
    with pytest.raises(AmissError, match="no forecast 'zz'"):
        settle(record, "zz", True, "Cy")


def test_what_is_due_is_shown(record: Record) -> None:
    """A day that has passed without an outcome is due; figures and words stand side by side."""
    add(record, ASKED, "Ada")
    row = dict(zip(table(kept(record), "2031-05-02").columns, table(kept(record), "2031-05-02").rows[0], strict=True))
    assert row["outcome"] == "due"
    assert row["words"] == "unlikely"
    assert table(kept(record), "2031-05-01").rows[0][7] == "open"
    assert objects(kept(record))[0]["kind"] == "forecast"


def test_scores_come_with_n_and_cautions(record: Record) -> None:
    """One of two has an outcome: n is 1, few is said, and what is open is not counted."""
    with pytest.raises(AmissError, match="no forecast has an outcome"):
        score(record)
    settle(record, add(record, ASKED, "Ada").id, False, "Bo")
    add(record, Said("Another?", 0.9), "Ada")
    s = score(record)
    assert (s.n, s.open, s.came) == (1, 1, 0)
    text = "\n".join(words_of(s))
    assert "Brier score 0.040" in text
    assert "n = 1 is few" in text
    assert len(list(cautions(s))) == 2
    assert "n = 1 is few" in "".join(ET.fromstring(chart(s)).itertext())
    assert [f.question for f in kept(record, only_open=True)] == ["Another?"]
