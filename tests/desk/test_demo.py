"""The demo leaves a newcomer with all that the next commands need."""

from pathlib import Path

import pytest

from parley.desk.amiss import AmissError
from parley.desk.demo import demo
from parley.desk.scenarios import outlook_of


@pytest.mark.usefixtures("installed_reader")
def test_demo_leaves_record_brief_samples_and_scenario(tmp_path: Path) -> None:
    """Everything that is named is there, the scenario can be asked, and running it again reads nothing twice."""
    made = demo(tmp_path / "first", lambda *_: None)
    assert made.reports > 5
    assert made.record.is_file()
    assert "Outlook" in made.brief.read_text(encoding="utf-8")
    assert outlook_of(made.scenario, 50).conclusions
    assert len(list((tmp_path / "first" / "samples").iterdir())) == made.reports
    assert demo(tmp_path / "first", lambda *_: None).statements == made.statements


@pytest.mark.usefixtures("installed_reader")
def test_folder_that_is_a_file_is_amiss(tmp_path: Path) -> None:
    """It is named, with what to type instead."""
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    with pytest.raises(AmissError, match="taken") as fault:
        demo(tmp_path / "taken", lambda *_: None)
    assert "--folder" in fault.value.remedy
