"""A second reader as a person meets it: nothing goes out unasked, one table compares, what fails is one line."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import Entry, PatternReader
from tests.readers.scripted import Server, always, event, said, serving

from parley.cli import main
from parley.desk import readers
from parley.readers.chat import default

TEXT = "Northland accused Southmark. Northland met Southmark in Harbour."
ACCUSED = event("Northland accused Southmark", "accused", type="ACCUSE", actors=["Northland"], recipients=["Southmark"])
MET = event("Northland met Southmark", "met", type="CONSULT", actors=["Northland", "Southmark"])


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern_reader: PatternReader) -> Iterator[Server]:
    """A folder with a report and settings that name a server; nobody at the keyboard."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PARLEY_RECORD", raising=False)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    first = Entry("patterns", lambda pipeline=None, actors=(): pattern_reader)  # noqa: ARG005 - the protocol's words
    monkeypatch.setattr(readers, "entry_points", lambda group: [first, Entry("chat", default)])  # noqa: ARG005
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with serving(always(said(ACCUSED, MET))) as made:
        settle(tmp_path, made)
        yield made


def settle(folder: Path, server: Server, *lines: str) -> None:
    """Write the settings."""
    text = "\n".join(["[reader]", f'address = "{server.address}"', 'model = "tiny"', *lines])
    (folder / "parley.toml").write_text(text, encoding="utf-8")


def run(capfd: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Exit status, output and messages of a command."""
    with pytest.raises(SystemExit) as ended:
        main(list(words))
    out, err = capfd.readouterr()
    return int(ended.value.code or 0), out, err


def test_without_a_word_nothing_is_sent(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    """What would be sent where is said, and how to agree; the first reader reads all the same."""
    status, _, err = run(capfd, "read", "a.txt")
    assert status == 0
    assert server.asked == []
    assert server.address in err
    assert "Nothing is sent" in err
    assert "--yes" in err
    assert f'consent = "{server.address}"' in err
    assert "1 report read" in err


def test_agreed_once_it_is_asked_without_more_words(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    """The first time it is told what goes where; from then on only what came of it."""
    _, _, err = run(capfd, "read", "a.txt", "--yes")
    assert "Whoever runs it can read them" in err
    assert "second reader: tiny at 127.0.0.1" in err
    assert len(server.asked) == 1
    Path("b.txt").write_text(f"{TEXT} Again.", encoding="utf-8")
    _, _, err = run(capfd, "read", "b.txt")
    assert "Whoever runs it can read them" not in err
    assert len(server.asked) == 2


def test_a_line_in_the_settings_is_enough_for_scripts(
    server: Server, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nobody is asked."""
    settle(tmp_path, server, f'consent = "{server.address}"')
    _, _, err = run(capfd, "read", "a.txt")
    assert "Nothing is sent" not in err
    assert len(server.asked) == 1


def test_settings_with_a_key_stop_everything(server: Server, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """By file and line, before anything is read or sent."""
    settle(tmp_path, server, 'key = "sk-secret"')
    status, _, err = run(capfd, "read", "a.txt", "--yes")
    assert status == 2
    assert "parley.toml:4" in err
    assert "PARLEY_READER_KEY" in err
    assert "sk-secret" not in err
    assert server.asked == []


def test_why_names_reader_and_model(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    """Each telling with who read it and how sure that is; the verdict of the two."""
    run(capfd, "read", "a.txt", "--yes")
    _, out, _ = run(capfd, "show", "events", "--json")
    (id_,) = (row["id"] for row in json.loads(out) if row["type"] == "ACCUSE")
    _, out, _ = run(capfd, "why", id_)
    assert "confidence: 0.70 (two readers agree)" in out
    assert "read by: patterns, confidence 0.50" in out
    assert f"read by: chat 1, tiny at 127.0.0.1:{server.port}, confidence 0.40" in out
    assert "as: Northland accused Southmark" in out


GOLD = {
    "id": "a",
    "text": TEXT,
    "gold": {
        "events": [
            {
                "anchor": [TEXT.index(word), TEXT.index(word) + len(word)],
                "type": [type_],
                "actors": [actors],
                "recipients": [recipients],
                "reality": ["happened"],
                "voices": [[{"who": "report", "stance": "asserts"}]],
                "fact": True,
            }
            for word, type_, actors, recipients in (
                ("accused", "ACCUSE", ["Northland"], ["Southmark"]),
                ("met", "CONSULT", ["Northland", "Southmark"], []),
            )
        ]
    },
}


@pytest.fixture
def gold(tmp_path: Path) -> str:
    """Two events, of which the first reader finds one and the model both."""
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOLD), encoding="utf-8")
    return "gold.jsonl"


def test_readers_stand_in_one_table(server: Server, gold: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Each alone and both together, against the same gold."""
    status, out, err = run(capfd, "score", gold, "--reader", "patterns", "--reader", "chat", "--yes")
    head, *rows = [line.split("\t") for line in out.splitlines()]
    found = dict(zip(head, next(r for r in rows if r[:2] == ["event", "found"]), strict=True))
    assert status == 0
    assert (found["patterns recall"], found["chat recall"]) == ("0.500", "1.000")
    assert found["together with chat f1"] == "1.000"
    assert found["gold"] == "2"
    assert len(server.asked) == 1
    assert "tiny at" in err


def test_readers_as_json(server: Server, gold: str, capfd: pytest.CaptureFixture[str]) -> None:
    """The figures of each, by its name."""
    _, out, _ = run(capfd, "score", gold, "--reader", "chat", "--yes", "--json")
    told = json.loads(out)
    assert list(told["readers"]) == ["chat"]
    assert told["readers"]["chat"]["forms"]["event"]["found"]["right"] == 2
    assert len(server.asked) == 1


def test_gold_is_not_sent_unasked_either(server: Server, gold: str, capfd: pytest.CaptureFixture[str]) -> None:
    """It says what would be sent, and how to agree."""
    status, _, err = run(capfd, "score", gold, "--reader", "chat")
    assert status == 2
    assert server.address in err
    assert "--yes" in err
    assert server.asked == []


def test_passages_without_an_answer_are_told(server: Server, gold: str, capfd: pytest.CaptureFixture[str]) -> None:
    """A figure that rests on less than the gold says so, also by the exit status."""
    server.script = always(said(content="no"))
    status, _, err = run(capfd, "score", gold, "--reader", "chat", "--yes")
    assert status == 1
    assert "passages without an answer, scored as if empty: 1 (the model" in err


@pytest.mark.parametrize(
    ("words", "said_of_it"),
    [
        (["--reader", "chatt"], "Did you mean: chat?"),
        (["--reader", "chat", "--errors"], "--errors"),
        (["--reader", "patterns", "--lines", "x"], "--lines"),
    ],
)
def test_what_cannot_be_compared_is_said(
    server: Server, gold: str, capfd: pytest.CaptureFixture[str], words: list[str], said_of_it: str
) -> None:
    """A misspelt reader; options that go with one reader only."""
    status, _, err = run(capfd, "score", gold, *words)
    assert status == 2
    assert said_of_it in err
    assert server.asked == []


def test_a_reader_without_a_server_is_amiss(
    server: Server, gold: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """It says what to write where."""
    (tmp_path / "parley.toml").unlink()
    status, _, err = run(capfd, "score", gold, "--reader", "chat")
    assert status == 2
    assert "[reader]" in err
    _, out, _ = run(capfd, "readers")
    assert "not set up" in out
    assert server.asked == []
