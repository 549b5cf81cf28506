"""Outlook in the workbench: numbers moved in an address, a first answer that agrees with the whole one, and files."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
from tests.web.conftest import Browser, Sit

from parley import samples
from parley.bargaining import outlook
from parley.bargaining.quick import quick
from parley.desk.amiss import AmissError
from parley.desk.bench import Bench
from parley.desk.views.outlook import changed, changes_in, outlook_page, save, scenario_named, scenarios
from parley.settings.scenarios import load_scenario

NAME = "tehran-2022"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the sample scenarios and a file that is none."""
    for path in (samples.folder().parent / "scenarios").glob("*.toml"):
        shutil.copy(path, tmp_path)
    (tmp_path / "parley.toml").write_text('record = "talks.db"', encoding="utf-8")
    (tmp_path / "broken.toml").write_text("[scenario]\ntitle = 3", encoding="utf-8")
    return tmp_path


@pytest.fixture
def browser(folder: Path, bench: Bench, sit: Sit) -> Browser:
    """Somebody at a record beside these scenarios."""
    assert bench.scenarios == folder
    return sit(bench)


@pytest.mark.parametrize("path", sorted((samples.folder().parent / "scenarios").glob("*.toml")), ids=lambda p: p.stem)
def test_first_answer_agrees_with_the_whole(path: Path) -> None:
    """With the same draws and seed, every figure that both give is the same."""
    scenario = load_scenario(path)
    first, whole = quick(scenario, 300, 7), outlook(scenario, 300, 7)
    assert (first.compromises, first.bargaining, first.gains, first.chance) == (
        whole.compromises, whole.bargaining, whole.gains, whole.chance
    )  # fmt: skip
    assert [(c.id, c.statement, c.share) for c in first.conclusions] == [
        (c.id, c.statement, c.share) for c in whole.conclusions
    ]


def test_what_is_no_scenario_is_passed_over_or_named(folder: Path) -> None:
    """A file of another kind is not listed; a broken one says where."""
    kept = {k.name: k.fault for k in scenarios(folder).kept}
    assert set(kept) == {"broken", "helsinki-2005", NAME}
    assert "line 2" in kept["broken"]


def test_a_moved_number_says_so(folder: Path) -> None:
    """Its range is the new one, and it rests on whoever set it; all others stay."""
    held = scenario_named(folder, NAME)
    moved = changed(held, {"iran.capability": (10.0, 20.0)})
    iran = next(a for a in moved.actors if a.id == "iran")
    assert (iran.capability.low, iran.capability.high) == (10.0, 20.0)
    assert "set by hand" in (iran.capability.assumption or "")
    assert [a for a in moved.actors if a.id != "iran"] == [a for a in held.actors if a.id != "iran"]


@pytest.mark.parametrize(
    "changes", [{"iran.capability": (-5.0, 2.0)}, {"nobody.x": (1.0, 2.0)}, {"iran.capability": (9.0, 3.0)}]
)
def test_a_number_off_its_scale_is_refused(changes: dict[str, tuple[float, float]], folder: Path) -> None:
    """By what it is called."""
    with pytest.raises(AmissError):
        changed(scenario_named(folder, NAME), changes)


@pytest.mark.parametrize("value", ["1", "a..b", "1..", "1..2..3", "nan..inf", "1e9..2", ""])
def test_what_is_no_range_is_refused(value: str) -> None:
    """In an address."""
    with pytest.raises(AmissError, match="is no range"):
        changes_in([("x", value)])


def test_what_is_kept_reads_back(folder: Path) -> None:
    """A file of its own, never over another; a name is small letters, digits and hyphens."""
    changes = {"iran.capability": (10.0, 20.0)}
    save(folder, NAME, "moved", changes)
    assert scenario_named(folder, "moved") == changed(scenario_named(folder, NAME), changes)
    for name in ("moved", "../out", "UPPER", "", "a/b", ".hidden", "x" * 99):
        with pytest.raises(AmissError):
            save(folder, NAME, name, changes)


def test_address_restores_the_numbers(browser: Browser) -> None:
    """And the same page shows what follows."""
    told = browser.get(f"/outlook/{NAME}.json?x.iran.capability=10..20").json()
    slider = next(s for s in told["sliders"] if s["label"] == "iran.capability")
    assert (slider["low"], slider["high"]) == (10.0, 20.0)
    page = browser.get(f"/outlook/{NAME}?x.iran.capability=10..20").text
    assert page.count("input changed") == 1
    assert browser.get(f"/outlook/{NAME}?x.iran.capability=ten").status_code == 400


def test_two_beside_each_other(browser: Browser) -> None:
    """Another scenario's findings stand beside."""
    page = browser.get(f"/outlook/{NAME}?beside=helsinki-2005").text
    assert 'aria-label="The other scenario"' in page


def test_trying_answers_within_its_time(folder: Path) -> None:
    """A first answer for a scenario of the sample's size; the benchmark prints it for 15 actors."""
    outlook_page(folder, NAME, {}, whole=False)
    begun = time.process_time()
    outlook_page(folder, NAME, {"iran.capability": (10.0, 20.0)}, whole=False)
    assert time.process_time() - begun < 1


def test_trying_and_keeping(browser: Browser, folder: Path) -> None:
    """What a script is told, and what is written."""
    fields = {"name": NAME, "x.iran.capability": "10..20"}
    assert "<table>" in browser.post("/outlook/try", fields).json()["html"]
    assert browser.post("/outlook/save", {**fields, "new": "mine"}).json() == {"name": "mine"}
    assert (folder / "mine.toml").exists()
    assert browser.post("/outlook/save", {**fields, "new": "mine"}).status_code == 400


def test_forecasts_are_kept_and_scored(browser: Browser) -> None:
    """Made, settled, scored."""
    fields = {"question": "Will they sign?", "probability": "20%", "resolves": "2031-12-31"}
    assert browser.post("/forecasts/add", fields).status_code == 200
    held = browser.get("/forecasts.json").json()[0]
    assert (held["probability"], held["resolves"]) == (0.2, "2031-12-31")
    assert browser.post("/forecasts/settle", {"id": held["id"], "outcome": "no"}).status_code == 200
    assert "Brier score 0.040" in browser.get("/forecasts").text
    for wrong in ("1.5", "often", "0"):
        assert browser.post("/forecasts/add", {**fields, "probability": wrong}).status_code == 400
    assert browser.post("/forecasts/settle", {"id": held["id"], "outcome": "maybe"}).status_code == 400


def test_a_talk_is_asked_what_it_can_yield(browser: Browser, folder: Path) -> None:
    """Its page offers it; the draft is a new file each time, which opens; no such talk is told."""
    talk = browser.get("/talks.json").json()["talks"][0]["id"]
    assert 'action="/outlook/draft"' in browser.get(f"/talks/{talk}").text
    names = [browser.post("/outlook/draft", {"talk": talk}).json()["name"] for _ in range(2)]
    assert len(set(names)) == 2
    for name in names:
        assert (folder / f"{name}.toml").exists()
        assert browser.get(f"/outlook/{name}").status_code == 200
    assert browser.post("/outlook/draft", {"talk": "p0000nothing"}).status_code == 400
