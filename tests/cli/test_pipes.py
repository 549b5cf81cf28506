"""The command line between other programs."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from parley.cli import main

ROW = '{"id": "one", "text": "Northland accused Southmark.", "language": "en"}\n'


def code(monkeypatch: pytest.MonkeyPatch, rows: str, *options: str) -> int:
    """The exit status of `parley code` over some rows."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(rows.encode())))
    with pytest.raises(SystemExit) as ended:
        main(["code", *options])
    sys.stdout.flush()
    return int(ended.value.code or 0)


@pytest.mark.usefixtures("installed_reader")
def test_code_writes_lines(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """Only lines of the contract are on standard output."""
    assert code(monkeypatch, ROW) == 0
    out, err = capfd.readouterr()
    kinds = [json.loads(line)["kind"] for line in out.splitlines()]
    assert kinds[:2] == ["contract", "report"]
    assert "statement" in kinds
    assert err == ""


@pytest.mark.usefixtures("installed_reader")
def test_bad_row_goes_to_standard_error(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """It is named, the rest is coded, and the status is 1."""
    assert code(monkeypatch, f'{{"text": 3}}\n{ROW}') == 1
    out, err = capfd.readouterr()
    assert "standard input, line 1" in err
    assert '"id": "one"' in out


@pytest.mark.usefixtures("installed_reader")
def test_wrong_layer_is_amiss(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """The layers there are, are named."""
    assert code(monkeypatch, ROW, "--layer", "everything") == 2
    assert "predicates" in capfd.readouterr().err


@pytest.mark.usefixtures("installed_reader")
def test_export_goes_through_a_pipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """JSON Lines to standard output, tables into a folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_text(ROW, encoding="utf-8")
    for words in (["read", "a.jsonl"], ["export", "--format", "jsonl"], ["export", "--format", "csv", "--out", "t"]):
        with pytest.raises(SystemExit) as ended:
            main(words)
        assert ended.value.code in (0, None)
    sys.stdout.flush()
    assert json.loads(capfd.readouterr().out.split("\n")[0])["kind"] == "contract"
    assert (tmp_path / "t" / "events.csv").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is another thing there")
def test_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    """When whoever reads the output has had enough, nothing is said, and the status is that of a closed pipe."""
    many = "import sys; from parley.cli import app, console\n"
    many += "app.app.command('many')(lambda: [console.write_line('x' * 100) for _ in range(100000)] and None)\n"
    many += "app.main(['many'])"
    with (tmp_path / "err").open("w", encoding="utf-8") as err:
        writer = subprocess.Popen([sys.executable, "-c", many], stdout=subprocess.PIPE, stderr=err)
        assert writer.stdout is not None
        writer.stdout.read(100)
        writer.stdout.close()
        status = writer.wait(timeout=30)
    assert (tmp_path / "err").read_text(encoding="utf-8") == ""
    assert status == 141
