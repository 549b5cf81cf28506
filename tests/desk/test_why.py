"""On what a statement rests."""

from pathlib import Path

import pytest

from parley.desk.amiss import AmissError
from parley.desk.records import open_record
from parley.desk.reports import read_into
from parley.desk.why import why
from parley.reading.english import default
from parley.record import Record
from parley.terms.ports import Reader
from parley.terms.statement import Statement

TEXT = "It was a long week at sea. Northland accused Southmark. Southmark denies attacking Northland today. It rained."


@pytest.fixture
def record(tmp_path: Path, pattern_reader: Reader) -> Record:
    """A record of one report."""
    (tmp_path / "a.txt").write_text(f"{TEXT} Eastland met Westland in Harbour.", encoding="utf-8")
    kept = open_record(tmp_path / "r.db")
    read_into(kept, [tmp_path / "a.txt"], [pattern_reader])
    return kept


def of(record: Record, *, fact: bool) -> Statement:
    """The one statement that is a fact, or the one that is none."""
    return next(s for s in record.slice().statements if s.fact is fact)


def test_sentence_with_quote_path_and_rule(record: Record) -> None:
    """The quote stands in its sentence; the words that set the voice are told apart from the rules."""
    found = why(record, of(record, fact=False).id)
    (telling,) = found.tellings
    assert (telling.before + telling.quote + telling.after).strip() in TEXT
    assert telling.quote == "Southmark denies attacking Northland"
    assert [(s.rule, s.words) for s in telling.path] == [("deny", "denies")]
    assert [(s.rule, s.words) for s in telling.steps] == [("pattern", "attacking")]
    assert not found.fact
    assert "no fact" in found.because
    assert "Southmark denies" in found.voices


def test_fact_says_why_it_is_one(record: Record) -> None:
    """What is reported in a report's own voice counts."""
    found = why(record, of(record, fact=True).id)
    assert found.fact
    assert "reported and happened" in found.because
    assert found.tellings[0].path == ()


def test_beginning_of_an_id_is_enough(record: Record) -> None:
    """As long as only one begins so."""
    wanted = of(record, fact=True).id
    assert why(record, wanted[:9]).id == wanted
    with pytest.raises(AmissError, match="Type more"):
        why(record, "p")
    with pytest.raises(AmissError, match="parley show"):
        why(record, "nothing")


def test_talks_have_reasons_too(record: Record) -> None:
    """A talk shows where it is told."""
    (talk,) = record.slice().talks
    found = why(record, talk.id)
    assert (found.form, found.places) == ("talk", "Harbour")
    assert found.tellings[0].quote == "Eastland met Westland in Harbour"


def test_what_was_learned_is_told_as_learned(tmp_path: Path) -> None:
    """No entry of the codebook stands behind it, and whoever asks is told so."""
    (tmp_path / "a.txt").write_text("The rebels charged the crowd near the bridge.", encoding="utf-8")
    kept = open_record(tmp_path / "r.db")
    read_into(kept, [tmp_path / "a.txt"], [default()])
    (found,) = [why(kept, s.id) for s in kept.slice().statements]
    assert [s.rule for t in found.tellings for s in t.steps] == [
        "second.assault (no entry: learned from coded passages)"
    ]
    assert 0 < found.tellings[0].confidence < 1
