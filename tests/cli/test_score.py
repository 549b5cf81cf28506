"""`parley score` as a person meets it."""

import json
from pathlib import Path

import pytest

from parley.cli import main

TEXT = "Northland accused Southmark. Northland met Southmark in Harbour."
pytestmark = pytest.mark.usefixtures("installed_reader")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """One passage with an event that the reader finds and a judgement that it does not."""
    event = {
        "anchor": [10, 17], "type": ["ACCUSE"], "actors": [["Northland"]], "recipients": [["Southmark"]],
        "reality": ["happened"], "voices": [[{"who": "report", "stance": "asserts"}]], "fact": True,
    }  # fmt: skip
    judged = {"anchor": [39, 42], "verdict": "failure", "by": "report"}
    path = tmp_path / "gold.jsonl"
    row = {"id": "a", "text": TEXT, "gold": {"events": [event], "judgements": [judged]}}
    path.write_text(json.dumps(row), encoding="utf-8")
    return path


def run(capfd: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Exit status, output and messages of a command."""
    with pytest.raises(SystemExit) as ended:
        main(["score", *words])
    out, err = capfd.readouterr()
    return int(ended.value.code or 0), out, err


def test_table(gold: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Figures go to standard output, a row each."""
    status, out, err = run(capfd, str(gold))
    rows = [line.split("\t") for line in out.splitlines()]
    assert (status, err) == (0, "")
    assert rows[0] == ["form", "measure", "gold", "record", "right", "precision", "recall", "f1", "share"]
    assert rows[1] == ["event", "found", "1", "1", "1", "1.000", "1.000", "1.000", ""]
    assert {r[0] for r in rows[1:]} == {"event", "judgement"}


def test_json_with_errors(gold: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """All in one object."""
    status, out, _ = run(capfd, str(gold), "--json", "--errors", "--by", "type")
    told = json.loads(out)
    assert (status, told["forms"]["judgement"]["found"]["r"]) == (0, 0.0)
    assert told["by"]["type"]["ACCUSE"]["event"]["whole_record"]["f1"] == 1.0
    assert told["errors"][0]["sentence"] == "Northland met Southmark in Harbour."


def test_errors(gold: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """They stand before the figures."""
    _, out, _ = run(capfd, str(gold), "--errors")
    assert out.startswith("MISS judgement in a at 'met'\n")
    assert out.index("\nform\t") > out.index("Northland met Southmark in Harbour.")


def test_bad_gold(gold: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A person sees the line, the field and what to do."""
    gold.write_text(gold.read_text(encoding="utf-8").replace("ACCUSE", "BLAME"), encoding="utf-8")
    status, out, err = run(capfd, str(gold))
    assert (status, out) == (2, "")
    assert "line 1: gold.events[0].type[0]: 'BLAME' is no root" in err
    assert "Write one of AGREE, " in err


def test_not_all_was_given(gold: Path, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A passage without lines is named, and the exit status says so."""
    row = json.loads(gold.read_text(encoding="utf-8"))
    gold.write_text("\n".join(json.dumps({**row, "id": i}) for i in ("a", "b")), encoding="utf-8")
    from parley.terms.report import report_of
    from parley.terms.wire import to_line

    lines = tmp_path / "lines.jsonl"
    lines.write_text(to_line(report_of(TEXT, id="a")), encoding="utf-8")
    status, _, err = run(capfd, str(gold), "--lines", str(lines))
    assert (status, err) == (1, "no line is of b: scored as if nothing was found in it\n")
