"""Sessions outlast the workbench, and end by leaving, by another password, or by time; their keys are in no file."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import HERE
from tests.web.test_gate import PASSWORD, TOKEN

from parley.desk.accounts import add_account, new_password, watched
from parley.desk.amiss import AmissError
from parley.desk.bench import Bench
from parley.terms.account import Role
from parley.web import workbench
from parley.web.access import Access
from parley.web.gate import COOKIE
from parley.web.sessions import IDLE, LONGEST, Session, Sessions


@pytest.fixture
def accounts(tmp_path: Path) -> Path:
    """The file of an editor and a reader."""
    path = tmp_path / "accounts.toml"
    add_account(path, "anna", Role.EDITOR, PASSWORD)
    add_account(path, "rea", Role.READER, PASSWORD)
    return path


def access_to(accounts: Path) -> Access:
    """Those of the file, as it is."""
    now = watched(accounts)
    return Access(accounts=now(), now=now)


def sits(bench: Bench, access: Access, key: str = "") -> TestClient:
    """A browser at a workbench that was just started."""
    client = TestClient(workbench(bench, access), base_url=HERE, follow_redirects=False)
    if key:
        client.cookies.set(COOKIE, key)
    return client


def enter(client: TestClient, name: str = "anna", password: str = PASSWORD) -> str:
    """Say who one is; the key of the session."""
    assert client.post("/login", data={"name": name, "password": password}, headers={"origin": HERE}).status_code == 303
    return str(client.cookies[COOKIE])


def inside(client: TestClient) -> bool:
    """Whether the workbench knows who sits there."""
    return client.get("/").status_code == 200


def test_a_session_outlasts_the_workbench(bench: Bench, accounts: Path) -> None:
    """With its name and role, and with forms that were opened before."""
    before = sits(bench, access_to(accounts))
    key = enter(before)
    token = before.get("/").text.split('data-csrf="')[1].split('"')[0]
    after = sits(bench, access_to(accounts), key)
    assert "anna (editor)" in after.get("/").text
    item = after.get("/review.json").json()["items"][0]
    fields = {"csrf": token, "id": item["line"]["id"], "seen": item["seen"], "action": "accept"}
    told = after.post("/review/decide", data=fields, headers={"origin": HERE, "accept": "application/json"})
    assert told.status_code == 200


def test_leaving_ends_it_for_good(bench: Bench, accounts: Path) -> None:
    """Also for whoever kept the cookie, and in a workbench that is started later or runs beside."""
    client, beside = sits(bench, access_to(accounts)), sits(bench, access_to(accounts))
    key = enter(client)
    beside.cookies.set(COOKIE, key)
    assert inside(beside)
    token = client.get("/").text.split('data-csrf="')[1].split('"')[0]
    assert client.post("/logout", data={"csrf": token}, headers={"origin": HERE}).status_code == 303
    for each in (client, beside, sits(bench, access_to(accounts))):
        each.cookies.set(COOKIE, key)
        assert not inside(each)


def test_another_password_ends_it(bench: Bench, accounts: Path) -> None:
    """At once, while the workbench runs; the old password lets nobody in, others stay."""
    client, other = sits(bench, access_to(accounts)), None
    key = enter(client)
    other = TestClient(client.app, base_url=HERE, follow_redirects=False)
    enter(other, "rea")
    new_password(accounts, "anna", "ten swans in a row")
    assert (inside(client), inside(other)) == (False, True)
    assert not inside(sits(bench, access_to(accounts), key))
    old = client.post("/login", data={"name": "anna", "password": PASSWORD}, headers={"origin": HERE})
    assert old.status_code == 403
    enter(client, "anna", "ten swans in a row")
    assert inside(client)


def test_an_account_that_is_gone_or_may_do_less_is_out(bench: Bench, accounts: Path) -> None:
    """Another role is another account."""
    client = sits(bench, access_to(accounts))
    enter(client)
    accounts.write_text(accounts.read_text().replace('role = "editor"', 'role = "reader"'))
    assert not inside(client)


def test_another_token_ends_it(bench: Bench) -> None:
    """As another password does."""
    key = enter(sits(bench, Access(token=TOKEN)), "ben", TOKEN)
    assert inside(sits(bench, Access(token=TOKEN), key))
    assert not inside(sits(bench, Access(token="u" * 30), key))


def test_no_key_and_no_password_is_in_a_file(bench: Bench, accounts: Path) -> None:
    """Only a hash of the key, for its owner's eyes; without accounts there is no folder at all."""
    client = sits(bench, access_to(accounts))
    key = enter(client)
    folder = bench.sessions
    (held,) = folder.iterdir()
    told = held.name + held.read_text()
    token = client.get("/").text.split('data-csrf="')[1].split('"')[0]
    assert [w for w in (key, PASSWORD, token) if w in told] == []
    assert (held.stat().st_mode & 0o077, folder.stat().st_mode & 0o077) == (0, 0)


def test_an_open_workbench_keeps_none(bench: Bench) -> None:
    """Nobody says who they are there."""
    assert inside(sits(bench, Access()))
    assert not bench.sessions.exists()


def test_it_ends_by_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unused for long, or long ago begun; and what ended while nobody looked is swept away."""
    one = Sessions(tmp_path / "s")
    idle, old = (one.begin(n, Role.EDITOR) for n in ("idle", "old"))
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + IDLE - 60)
    assert isinstance(one.find(old.key), Session)
    monkeypatch.setattr(time, "time", lambda: now + IDLE + 60)
    assert one.find(idle.key) is None
    assert one.find(old.key) is not None
    monkeypatch.setattr(time, "time", lambda: now + LONGEST + 60)
    assert one.find(old.key) is None
    monkeypatch.undo()
    left = one.begin("left", Role.EDITOR)
    for place in (tmp_path / "s").iterdir():
        os.utime(place, (now - IDLE - 60, now - IDLE - 60))
    Sessions(tmp_path / "s")
    assert one.find(left.key) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"name": "anna"}', '{"role": "king"}', "\ufffd" * 50])
def test_a_file_that_is_none_lets_nobody_in(tmp_path: Path, text: str) -> None:
    """Whatever is in it, and whatever a cookie says."""
    made = Sessions(tmp_path / "s").begin("anna", Role.EDITOR)
    (place,) = (tmp_path / "s").iterdir()
    place.write_text(text)
    again = Sessions(tmp_path / "s")
    assert again.find(made.key) is None
    for key in ("../s", "..", "/etc/passwd", "\0", "a" * 9999):
        assert again.find(key) is None


def test_where_nothing_can_be_written_sessions_end_with_the_workbench(tmp_path: Path) -> None:
    """And people work all the same."""
    (tmp_path / "file").write_text("")
    one = Sessions(tmp_path / "file" / "s")
    assert one.find(one.begin("anna", Role.EDITOR).key) is not None


def test_a_password_is_changed_by_name(accounts: Path) -> None:
    """Nobody else's, never to a short one, and not of somebody who is not there."""
    before = {a.name: a for a in watched(accounts)()}
    new_password(accounts, "anna", "ten swans in a row")
    after = {a.name: a for a in watched(accounts)()}
    assert after["rea"] == before["rea"]
    assert after["anna"].password != before["anna"].password
    assert after["anna"].role is Role.EDITOR
    for name, password in (("anna", "short"), ("nobody", PASSWORD)):
        with pytest.raises(AmissError):
            new_password(accounts, name, password)
    assert accounts.stat().st_mode & 0o077 == 0
