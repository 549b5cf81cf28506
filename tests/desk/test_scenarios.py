"""Outlooks over scenario files."""

from pathlib import Path

import pytest

from parley import samples
from parley.desk.amiss import AmissError
from parley.desk.demo import SCENARIO
from parley.desk.outlooks import section_of
from parley.desk.records import open_record
from parley.desk.reports import read_into
from parley.desk.scenarios import drafted, gain_table, outlook_of, tornado, words_of
from parley.record import Record
from parley.terms.ports import Reader

SAMPLE = samples.folder().parent / "scenarios" / SCENARIO


def test_same_seed_same_figures() -> None:
    """Nothing but draws and seed decides."""
    assert outlook_of(SAMPLE, 50, 3) == outlook_of(SAMPLE, 50, 3)


def test_section_marks_assumptions() -> None:
    """Every line of the brief's outlook says on what its number rests."""
    section = section_of(outlook_of(SAMPLE, 50))
    assert section.lines
    assert all("assumption" in line.basis for line in section.lines)
    assert section.overturns


def test_words_end_in_cautions() -> None:
    """The answer comes with how far to trust it."""
    lines = list(words_of(outlook_of(SAMPLE, 50)))
    assert any(line.startswith("Caution:") for line in lines)
    assert any("Parley's own" in line and "who gains" in line for line in lines)
    assert "50 draws, seed 1" in lines[-1]


def test_what_moves_it_is_drawn() -> None:
    """The widest swing comes first, each bar is as wide, and the turning point stands in the same place."""
    o = outlook_of(SAMPLE, 50)
    head, *bars = tornado(o.conclusions[0])
    assert o.conclusions[0].statement in head
    assert len({b.index("|") for b in bars}) == 1
    lengths = [b.split("  ")[1].count("#") for b in bars]
    assert max(lengths) == lengths[0]


def test_everybody_is_in_the_table() -> None:
    """One line for each actor, below the head."""
    o = outlook_of(SAMPLE, 50)
    assert len(list(gain_table(o))) == 1 + len(o.gains.rows)


def test_wrong_file_is_named_with_its_line(tmp_path: Path) -> None:
    """What is wrong is shown where it is."""
    wrong = tmp_path / "s.toml"
    wrong.write_text('[scenario]\ntitle = "T"\n', encoding="utf-8")
    with pytest.raises(AmissError, match=r"s\.toml"):
        outlook_of(wrong)
    with pytest.raises(AmissError, match="cannot be read"):
        outlook_of(tmp_path / "none.toml")


@pytest.fixture
def record(tmp_path: Path, pattern_reader: Reader) -> Record:
    """A record of two talks."""
    (tmp_path / "a.txt").write_text("Avalon met Byland in Cork. Dorne met Essos in Faro.", encoding="utf-8")
    kept = open_record(tmp_path / "r.db")
    read_into(kept, [tmp_path / "a.txt"], [pattern_reader])
    return kept


def test_a_talk_becomes_a_scenario_that_can_be_asked(record: Record, tmp_path: Path) -> None:
    """What is drafted is written down, can be read back, and is answered."""
    talk = record.slice().talks[0]
    path = tmp_path / "drafted.toml"
    path.write_text(drafted(record, talk.id[:8]), encoding="utf-8")
    o = outlook_of(path, 50)
    assert set(o.bargaining.parties) == {p.actor for p in talk.parties}
    assert all(i.assumed for i in o.inputs)


def test_which_talk_must_be_clear(record: Record) -> None:
    """None and several are told apart, and how to find the id is said."""
    with pytest.raises(AmissError, match="no talk 'zz'"):
        drafted(record, "zz")
    with pytest.raises(AmissError, match="2 talks") as several:
        drafted(record, "p")
    assert all(t.id[:9] in several.value.remedy for t in record.slice().talks)


def test_a_talk_can_be_named_by_who_met(record: Record) -> None:
    """Names do where they mean one talk only; nothing means none."""
    whole = record.slice()
    talk = next(t for t in whole.talks if "Avalon" in {whole.name_of(p.actor) for p in t.parties})
    assert drafted(record, "avalon") == drafted(record, "BYLAND avalon") == drafted(record, talk.id)
    for words in ("avalon dorne", " "):
        with pytest.raises(AmissError, match="there is no talk"):
            drafted(record, words)
