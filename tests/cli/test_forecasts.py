"""`parley forecasts` and the charts of `parley outlook`, as a person types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parley import samples
from parley.cli import main
from parley.desk.demo import SCENARIO

SAMPLE = samples.folder().parent / "scenarios" / SCENARIO


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder as the current one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PARLEY_RECORD", raising=False)
    monkeypatch.setenv("PARLEY_NAME", "Ada")
    return tmp_path


def typed(captured: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Exit status, standard output, standard error."""
    with pytest.raises(SystemExit) as ended:
        main(list(words))
    out, err = captured.readouterr()
    return int(ended.value.code or 0), out, err


def test_from_saying_to_scoring(capfd: pytest.CaptureFixture[str], here: Path) -> None:
    """A forecast is made in a new record, listed, settled and scored, in words and in JSON."""
    status, made, said = typed(capfd, "forecasts", "add", "Will they sign?", "--probability", "0.2")
    assert status == 0
    assert "20%" in said
    status, listed, _ = typed(capfd, "forecasts", "list", "--json")
    held = json.loads(listed)[0]
    assert (held["id"], held["by"], held["words"]) == (made.strip(), "Ada", "unlikely")
    assert typed(capfd, "forecasts", "outcome", made[:6], "no")[0] == 0
    status, score, _ = typed(capfd, "forecasts", "score", "--json", "--chart", "c.svg")
    assert json.loads(score)["brier"] == pytest.approx(0.04)
    assert "few" in json.loads(score)["cautions"][0]
    assert (here / "c.svg").read_text(encoding="utf-8").startswith("<svg")


def test_whose_probability_it_is_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    """One that the outlook gives is Parley's own; one that a person gives is that person's."""
    assert "Parley's own formula" in typed(capfd, "forecasts", "add", "--scenario", str(SAMPLE))[2]
    assert "Parley's own" not in typed(capfd, "forecasts", "add", "Q?", "--probability", "0.5")[2]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("add", "Q?"), "probability is missing"),
        (("add", "Q?", "--probability", "1"), "not between"),
        (("add", "--scenario", "none.toml"), "cannot be read"),
        (("list",), "no record"),
        (("outcome", "f1", "maybe"), "maybe"),
        (("score",), "no record"),
    ],
)
def test_asked_amiss(capfd: pytest.CaptureFixture[str], words: tuple[str, ...], says: str) -> None:
    """What is wrong is said, and nothing breaks."""
    status, _, err = typed(capfd, "forecasts", *words)
    assert status == 2
    assert says in err
    assert not Path("parley.db").exists()


def test_an_outlook_is_drawn_and_written_as_json(capfd: pytest.CaptureFixture[str], here: Path) -> None:
    """`--charts` and `--json` go together; every method says in the JSON whether it is Parley's own."""
    status, out, err = typed(capfd, "outlook", str(SAMPLE), "--draws", "50", "--json", "--charts", "charts")
    assert status == 0
    assert (here / "charts" / "outlook.html").exists()
    assert "outlook.html" in err
    told = json.loads(out)
    assert told["bargaining"]["method"]["own"] is True
    assert told["confidence"]
