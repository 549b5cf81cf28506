"""`parley serve` and `parley account`: what is refused before anything is served, and what is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from parley.cli import main
from parley.settings.accounts import load_accounts


def run(*words: str) -> int:
    """A command's exit status."""
    with pytest.raises(SystemExit) as e:
        main(words)
    return int(e.value.code or 0)


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What uvicorn was asked to serve, without serving it."""
    asked: list[dict[str, Any]] = []
    monkeypatch.setattr("uvicorn.run", lambda app, **how: asked.append({"app": app, **how}))
    monkeypatch.delenv("PARLEY_TOKEN", raising=False)
    return asked


def test_it_is_reached_from_this_machine_alone(
    served: list[dict[str, Any]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Unless told otherwise; a record is made where there is none."""
    assert run("serve", "--record", str(tmp_path / "r.db"), "--port", "8900") == 0
    assert [(s["host"], s["port"], s["server_header"]) for s in served] == [("127.0.0.1", 8900, False)]
    assert "http://127.0.0.1:8900" in capsys.readouterr().out
    assert (tmp_path / "r.db").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--host", "0.0.0.0"), "parley account add"),
        (("--host", "bench.example", "--name", "bench.example"), "nobody would have to say who they are"),
        (("--certificate", "c.pem"), "--key"),
        (("--read-only",), "there is no record"),
        (("--accounts", "none.toml"), "cannot be read"),
    ],
)
def test_what_is_not_safe_is_refused(
    words: tuple[str, ...],
    said: str,
    served: list[dict[str, Any]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Before anything is served, with what to do."""
    monkeypatch.chdir(tmp_path)
    assert run("serve", "--record", "r.db", *words) == 2
    assert said in capsys.readouterr().err
    assert served == []


def test_accounts_let_it_be_reached(served: list[dict[str, Any]], tmp_path: Path) -> None:
    """By the name that it is told."""
    accounts = tmp_path / "accounts.toml"
    add = ("account", "add", "anna", "--role", "coder", "--accounts", str(accounts), "--password")
    assert run(*add, "short") == 2
    assert run(*add, "nine swans in a row") == 0
    assert run(*add, "nine swans in a row") == 2
    assert [(a.name, a.role.value) for a in load_accounts(accounts)] == [("anna", "coder")]
    words = ("serve", "--record", str(tmp_path / "r.db"), "--host", "0.0.0.0", "--accounts", str(accounts))
    assert run(*words) == 2
    assert run(*words, "--name", "bench.example") == 0
    assert served[0]["host"] == "0.0.0.0"


def test_accounts_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without their hashes."""
    accounts = str(tmp_path / "accounts.toml")
    run("account", "add", "anna", "--accounts", accounts, "--password", "nine swans in a row")
    assert run("account", "list", "--accounts", accounts, "--json") == 0
    out = capsys.readouterr().out
    assert '"anna"' in out
    assert "argon2" not in out
