"""`[reader]` of a project's settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.settings import ProjectError, load_parley_toml
from parley.settings.reader import KEY_FROM
from parley.terms.chat import ChatServer

GOOD = '[reader]\naddress = "http://127.0.0.1:11434/v1/"\nmodel = "llama3.1:8b"\n'


def reader(folder: Path, text: str) -> ChatServer:
    """The server that a file sets up."""
    (folder / "parley.toml").write_text(text, encoding="utf-8")
    found = load_parley_toml(folder / "parley.toml").reader
    assert found is not None
    return found.server


def test_an_address_and_a_model_are_enough(tmp_path: Path) -> None:
    """The rest has values that stop a run before it costs much; no key is there."""
    found = reader(tmp_path, GOOD)
    assert (found.address, found.model) == ("http://127.0.0.1:11434/v1", "llama3.1:8b")
    assert found == ChatServer("http://127.0.0.1:11434/v1", "llama3.1:8b")
    assert found.key is None


def test_everything_can_be_set(tmp_path: Path) -> None:
    """Each of the numbers, the languages, the consent, and where the key comes from."""
    more = 'timeout = 5\nrequests = 7\ntokens = 900\nanswer = 300\npassage = 400\nlanguages = ["fa"]\n'
    found = reader(tmp_path, GOOD + more + 'consent = "http://127.0.0.1:11434/v1"\nkey_from = "MY_KEY"\n')
    wanted = ChatServer(found.address, found.model, None, 5.0, 7, 900, 300, 400, ("fa",), found.address)
    assert found == wanted
    settled = load_parley_toml(tmp_path / "parley.toml").reader
    assert settled is not None
    assert settled.key_from == "MY_KEY"


@pytest.mark.parametrize("name", ["key", "api_key", "token", "password"])
def test_a_key_in_the_file_is_refused_and_never_repeated(tmp_path: Path, name: str) -> None:
    """The line and the environment variable are named, the key is not."""
    with pytest.raises(ProjectError) as fault:
        reader(tmp_path, f'{GOOD}{name} = "sk-very-secret"\n')
    assert "parley.toml:4" in str(fault.value)
    assert KEY_FROM in fault.value.remedy
    assert "secret" not in str(fault.value)


def test_a_key_where_its_variable_belongs_is_refused_and_never_repeated(tmp_path: Path) -> None:
    """`key_from` is the name of a variable."""
    with pytest.raises(ProjectError, match="key_from: is no name") as fault:
        reader(tmp_path, f'{GOOD}key_from = "sk-very-secret"\n')
    assert "secret" not in str(fault.value)


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("http://chat.example.org/v1", "in the clear"),
        ("http://8.8.8.8/v1", "in the clear"),
        ("ftp://127.0.0.1/v1", "no address"),
        ("file:///etc/passwd", "no address"),
        ("http://me:sk-secret@127.0.0.1/v1", "holds a name or a key"),
        ("http://127.0.0.1:99999/v1", "no address"),
        ("http://127.0.0.1/v1?key=1", "has a . or # part"),
        ("http://127.0.0.1/v1\\u0000", "no address"),
        ("https://", "no address"),
    ],
)
def test_an_address_that_leaks_or_is_none_is_refused(tmp_path: Path, address: str, what: str) -> None:
    """Before anything is asked, with the line."""
    with pytest.raises(ProjectError, match=what) as fault:
        reader(tmp_path, f'[reader]\naddress = "{address}"\nmodel = "m"\n')
    assert "parley.toml:2" in str(fault.value)
    assert "sk-secret" not in str(fault.value)


@pytest.mark.parametrize(
    "line",
    [
        "timeout = 0",
        "requests = 0",
        "tokens = -1",
        "passage = 10",
        'model = ""',
        'languages = ["English"]',
        "modell = 1",
    ],
)
def test_what_makes_no_sense_is_refused_by_its_line(tmp_path: Path, line: str) -> None:
    """Numbers out of range, a model without a name, a language that is none, a misspelt key."""
    text = (
        '[reader]\naddress = "http://127.0.0.1/v1"\n' + ("" if line.startswith("model =") else 'model = "m"\n') + line
    )
    with pytest.raises(ProjectError, match=rf"parley\.toml:{text.count(chr(10)) + 1}"):
        reader(tmp_path, text)
