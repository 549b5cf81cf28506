"""Outlooks over scenario files."""

from pathlib import Path

import pytest

from parley import samples
from parley.desk.amiss import AmissError
from parley.desk.demo import SCENARIO
from parley.desk.scenarios import outlook_of, section_of, words_of

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
    assert "50 draws, seed 1" in lines[-1]


def test_wrong_file_is_named_with_its_line(tmp_path: Path) -> None:
    """What is wrong is shown where it is."""
    wrong = tmp_path / "s.toml"
    wrong.write_text('[scenario]\ntitle = "T"\n', encoding="utf-8")
    with pytest.raises(AmissError, match=r"s\.toml"):
        outlook_of(wrong)
    with pytest.raises(AmissError, match="cannot be read"):
        outlook_of(tmp_path / "none.toml")
