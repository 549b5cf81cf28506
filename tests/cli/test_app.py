"""The command line as a person meets it."""

import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from parley import __version__
from parley.cli import console, main
from parley.cli.app import app
from parley.desk import readers

TEXT = "Northland accused Southmark. Southmark denies attacking Northland. Northland met Southmark in Harbour."
pytestmark = pytest.mark.usefixtures("installed_reader", "here")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder as the current one, with one report in it, and no record in the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PARLEY_RECORD", raising=False)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> "Run":
    """Runs a command."""
    return Run(capfd)


class Run:
    """Runs a command and gives its exit status, output and messages."""

    def __init__(self, captured: pytest.CaptureFixture[str]) -> None:
        self.captured = captured

    def __call__(self, *words: str) -> tuple[int, str, str]:
        """Exit status, standard output, standard error."""
        with pytest.raises(SystemExit) as ended:
            main(list(words))
        sys.stdout.flush()
        out, err = self.captured.readouterr()
        return int(ended.value.code or 0), out, err


def test_version(run: Run) -> None:
    """The version is the package's."""
    assert run("--version") == (0, f"parley {__version__}\n", "")


GROUPS = {f"{g.name}": g.typer_instance for g in app.registered_groups}
COMMANDS = [str(c.name) for c in app.registered_commands]
COMMANDS += [f"{name} {c.name}" for name, group in GROUPS.items() if group for c in group.registered_commands]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(run: Run, command: str) -> None:
    """Each command's help shows how it is typed."""
    status, out, _ = run(*command.split(), "--help")
    assert status == 0
    assert f"parley {command}" in out.split("Example")[1]


def test_read_then_ask(run: Run, here: Path) -> None:
    """Reading says what it did and what to type next; then the record answers."""
    status, out, err = run("read", "a.txt")
    assert (status, out) == (0, "")
    assert "1 report read" in err
    assert "parley brief" in err
    status, out, _ = run("show", "claims", "--json")
    assert [c["status"] for c in json.loads(out)] == ["denied"]
    status, out, _ = run("show", "talks")
    assert out.splitlines()[0].split("\t")[0] == "id"
    assert "Harbour" in out
    status, _, err = run("brief")
    assert (status, (here / "brief.html").exists()) == (0, True)


def test_why(run: Run) -> None:
    """The quote is marked in its sentence, and the path of embedding words is shown."""
    run("read", "a.txt")
    claim = json.loads(run("show", "claims", "--json")[1])[0]["id"]
    status, out, _ = run("why", claim)
    assert status == 0
    assert "[[Southmark denies attacking Northland]]" in out
    assert "deny “denies”" in out
    assert json.loads(run("why", claim, "--json")[1])["fact"] is False


def test_brief_to_standard_output(run: Run) -> None:
    """`-` writes to the pipe."""
    run("read", "a.txt")
    status, out, err = run("brief", "--format", "md", "--out", "-", "--title", "Harbour")
    assert (status, err) == (0, "")
    assert out.startswith("# Harbour")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["show", "talks"], "parley read PATH"),
        (["show", "tlaks"], "Invalid value"),
        (["shwo"], "Did you mean"),
        (["why", "x", "--record", "none.db"], "there is no record none.db"),
        (["outlook", "none.toml"], "parley demo"),
        (["read", "a.txt", "--pipeline", "none_such"], "no spaCy pipeline 'none_such'"),
        (["read"], "parley read PATH"),
        (["read", "a.txt", "--record", "no/where.db"], "mkdir -p no"),
        (["read", "a.txt", "--actors", "none.toml"], "none.toml"),
        (["brief", "--format", "pdf"], "Invalid value"),
        (["read", "a.txt", "--codebook", "none.toml"], "none.toml: cannot be read"),
        (["codebook", "list", "--book", "tis"], "Did you mean ties?"),
    ],
)
def test_asked_amiss(run: Run, words: Sequence[str], says: str) -> None:
    """Exit status 2, and a message without a traceback that says what to type next."""
    status, out, err = run(*words)
    assert status == 2
    assert says in " ".join(err.split())
    assert "Traceback" not in out + err


def test_left_out_is_named_and_counted(run: Run, here: Path) -> None:
    """A file that cannot be read is named, the rest is read, the status is 1."""
    (here / "noise.bin").write_bytes(bytes(range(256)) * 20)
    status, _, err = run("read", ".")
    assert status == 1
    assert "noise.bin" in err
    assert "1 report read" in err


def test_nothing_to_show_says_what_to_do(run: Run, here: Path) -> None:
    """An empty table says whether the record or the question is empty; an empty brief says so as well."""
    (here / "b.txt").write_text("The weather stayed fair over the whole of the valley.", encoding="utf-8")
    run("read", "b.txt")
    assert "parley read PATH" in run("show", "talks")[2]
    (here / "none.db").touch()
    assert "no report yet" in run("brief", "--record", "none.db")[2]
    run("read", "a.txt")
    assert "--since" in run("show", "talks", "--since", "2999-01-01")[2]


def test_fault_shows_its_place_only_when_asked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of Parley's own is one line, and with --debug, wherever it stands, a traceback."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError("boom")

    monkeypatch.setattr(readers, "table", broken)
    status, _, err = run("readers")
    assert (status, "boom" in err, "Traceback" in err) == (70, True, False)
    assert "--debug" in err
    assert "Traceback" in run("readers", "--debug")[2]


def test_standard_input_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` takes what is piped in."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    status, _, err = run("read", "-")
    assert status == 0
    assert "1 report read" in err


def test_lone_surrogate_stays_escaped(capfd: pytest.CaptureFixture[str]) -> None:
    """A line that UTF-8 cannot hold is written as JSON escapes, and means the same."""
    console.write_line('{"text": "\ud800 é"}')
    sys.stdout.flush()
    assert json.loads(capfd.readouterr().out) == {"text": "\ud800 é"}


def test_codebook_is_checked(run: Run, here: Path) -> None:
    """A sound file ends well; a fault is named with its line, and the status is 1; the same as JSON."""
    (here / "own.toml").write_text('[[entry]]\nid = "shell"\noff = true\n', encoding="utf-8")
    assert run("codebook", "check", "own.toml")[0] == 0
    (here / "own.toml").write_text('[[tie]]\nid = "x"\nrelation = "cousin"\n', encoding="utf-8")
    status, out, err = run("codebook", "check", "own.toml")
    assert (status, err) == (1, "1 fault\n")
    assert out.startswith("own.toml:1: tie 'x': 'example' is missing")
    status, out, _ = run("codebook", "check", "own.toml", "--json")
    assert (status, [f["place"] for f in json.loads(out)["faults"]]) == (1, ["own.toml:1"])


def test_codebook_is_asked(run: Run) -> None:
    """Entries are listed, and a word's meanings shown in the order of choice; near words where it has none."""
    assert run("codebook", "list", "--type", "ASSAULT", "--mode", "aerial")[1].startswith("book\tid\ttype")
    status, out, _ = run("codebook", "why", "held", "talks")
    assert status == 0
    assert out.startswith("It can mean:\n  CONSULT by events entry '")
    assert "Near it: attack" in run("codebook", "why", "atack")[1]
    assert json.loads(run("codebook", "why", "denied", "--json")[1])["embeds"][0]["voice"] == "denies"
