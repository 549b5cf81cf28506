"""Nothing reaches a page, or changes a thing, that did not come from this workbench's own pages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from tests.web.conftest import HERE, Browser, Sit

from parley.desk.accounts import add_account
from parley.desk.amiss import AmissError
from parley.desk.bench import Bench
from parley.settings.accounts import load_accounts
from parley.terms.account import Role
from parley.web.access import Access, check
from parley.web.deeds import DEEDS
from parley.web.gate import LARGEST, LARGEST_UPLOAD
from parley.web.pages import PAGES, RAW

PASSWORD = "nine swans in a row"
TOKEN = "t" * 30


@pytest.fixture(scope="module")
def accounts_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a reader, a coder and an editor."""
    path = tmp_path_factory.mktemp("accounts") / "accounts.toml"
    for role in Role:
        add_account(path, role.value, role, PASSWORD)
    return path


@pytest.fixture
def accounts(accounts_file: Path) -> Access:
    """A reader, a coder and an editor."""
    return Access(accounts=load_accounts(accounts_file))


def entered(browser: Browser, name: str, password: str = PASSWORD) -> Any:
    """Somebody who says who they are."""
    return browser.client.post("/login", data={"name": name, "password": password}, headers={"origin": HERE})


@pytest.mark.parametrize("path", [*PAGES, *RAW, "/static/workbench.css", "/no/such/page"])
def test_headers_are_on_every_answer(path: str, browser: Browser) -> None:
    """A policy without inline style or script, and nothing guessed about types or passed on to others."""
    headers = browser.get(path).headers
    assert "unsafe" not in headers["content-security-policy"]
    assert "default-src" in headers["content-security-policy"]
    assert "frame-ancestors" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] in ("DENY", "SAMEORIGIN")


@pytest.mark.parametrize("path", [p for p in PAGES if p != "/between"])
def test_no_page_has_style_or_script_in_it(path: str, browser: Browser) -> None:
    """What the policy would refuse is not there to begin with."""
    page = browser.get(path).text
    assert not re.search(r"\sstyle\s*=|<style|\son\w+\s*=|javascript:", page)
    assert all('src="/static/' in s for s in re.findall(r"<script[^>]*>", page))


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "169.254.169.254", "[::2]:80", "a b"])
def test_other_names_are_refused(host: str, browser: Browser) -> None:
    """A name that leads here from elsewhere (DNS rebinding) is answered with nothing of the record."""
    answer = browser.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "reports" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8717", "localhost:8717", "[::1]:8717"])
def test_own_names_are_answered(host: str, browser: Browser) -> None:
    """Whatever the port."""
    assert browser.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("path", sorted(DEEDS))
@pytest.mark.parametrize(
    "headers",
    [{"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"},
     {"sec-fetch-site": "same-site"}, {"origin": "http://127.0.0.1:99"}],
    ids=str,
)  # fmt: skip
def test_deeds_of_other_pages_are_refused(path: str, headers: dict[str, str], browser: Browser) -> None:
    """Even with the session's cookie and token."""
    browser.get("/")
    before = browser.get("/history.json").text
    assert browser.post(path, {"id": "x"}, headers=headers).status_code == 403
    assert browser.get("/history.json").text == before


@pytest.mark.parametrize("path", [*sorted(DEEDS), "/you", "/logout"])
@pytest.mark.parametrize("token", ["", "guess", "é"])
def test_deeds_without_the_token_are_refused(path: str, token: str, browser: Browser) -> None:
    """A form that no page of this session made changes nothing."""
    browser.get("/")
    answer = browser.client.post(path, data={"csrf": token, "id": "x"}, headers={"origin": HERE})
    assert answer.status_code == 400
    assert "your own session" in answer.text


def test_token_of_another_session_is_refused(bench: Bench, sit: Sit) -> None:
    """Each session has its own."""
    one, other = sit(bench), sit(bench)
    one.get("/")
    other.get("/")
    assert one.token != other.token
    answer = one.client.post("/review/undo", data={"csrf": other.token}, headers={"origin": HERE})
    assert answer.status_code == 400


@pytest.mark.parametrize("path", sorted(DEEDS))
def test_deeds_are_never_done_by_following_a_link(path: str, browser: Browser) -> None:
    """GET changes nothing."""
    assert browser.get(path).status_code in (400, 404, 405)


def test_cookie_is_no_scripts_business(browser: Browser) -> None:
    """HttpOnly, and sent by pages of this site alone; Secure over https."""
    cookies = browser.get("/").headers.get_list("set-cookie")
    assert cookies
    assert all("HttpOnly" in c and "SameSite=Strict" in c for c in cookies)


@pytest.mark.parametrize(("path", "size"), [("/review/decide", LARGEST + 1), ("/reports/add", LARGEST_UPLOAD + 1)])
def test_too_much_is_refused_before_it_is_read(path: str, size: int, browser: Browser) -> None:
    """By what the request says of its length."""
    browser.get("/")
    headers = {"content-length": str(size), "origin": HERE, "content-type": "application/x-www-form-urlencoded"}
    assert browser.client.post(path, content=b"x", headers=headers).status_code == 413


def test_a_length_must_be_said(browser: Browser) -> None:
    """What is sent without end is not waited for."""
    browser.get("/")
    answer = browser.client.post("/review/undo", content=iter([b"csrf=x"]), headers={"origin": HERE})
    assert answer.status_code == 411


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "bench.example"])
def test_beyond_this_machine_only_with_accounts(host: str) -> None:
    """It refuses to start, and says what to do."""
    with pytest.raises(AmissError) as e:
        check(host, Access())
    assert "parley account add" in e.value.remedy
    with pytest.raises(AmissError, match="--name"):
        check(host, Access(token=TOKEN))
    check(host, Access(names=frozenset({"bench.example"}), token=TOKEN))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.8.8.8"])
def test_on_this_machine_without(host: str) -> None:
    """Nobody else can reach it."""
    check(host, Access())


def test_a_short_token_is_refused() -> None:
    """It could be guessed."""
    with pytest.raises(AmissError, match="fewer than"):
        check("127.0.0.1", Access(token="short"))


@pytest.mark.parametrize("path", [*PAGES, "/home.json", "/claims.csv", *RAW, "/reports/x", "/talks/x", "/outlook/x"])
def test_with_accounts_nothing_is_shown_before(path: str, bench: Bench, sit: Sit, accounts: Access) -> None:
    """Neither a page nor its data."""
    answer = sit(bench, accounts).get(path)
    assert answer.status_code in (303, 401)
    assert "Northland" not in answer.text


@pytest.mark.parametrize("path", sorted(DEEDS))
def test_with_accounts_nothing_is_done_before(path: str, bench: Bench, sit: Sit, accounts: Access) -> None:
    """Whatever is sent."""
    answer = sit(bench, accounts).client.post(path, data={"csrf": ""}, headers={"origin": HERE})
    assert answer.status_code == 401


def test_entering_and_leaving(bench: Bench, sit: Sit, accounts: Access) -> None:
    """By name and password; the session is another after entering, and over after leaving."""
    browser = sit(bench, accounts)
    assert entered(browser, "editor", "wrong password").status_code == 403
    assert entered(browser, "nobody").status_code == 403
    assert entered(browser, "editor").status_code == 303
    assert "editor (editor)" in browser.get("/").text
    assert browser.post("/you", {"name": "somebody else"}).status_code == 400
    assert browser.post("/logout").status_code == 303
    assert browser.get("/").status_code == 303


def test_entering_by_token(bench: Bench, sit: Sit) -> None:
    """One secret for all, under whatever name."""
    browser = sit(bench, Access(token=TOKEN))
    assert entered(browser, "anna", "t" * 29).status_code == 403
    assert entered(browser, "anna", TOKEN).status_code == 303
    assert browser.get("/").status_code == 200


def test_guessing_has_to_wait(bench: Bench, sit: Sit, accounts: Access) -> None:
    """After some wrong tries even the right password is not looked at."""
    browser = sit(bench, accounts)
    tries = [entered(browser, "editor", f"guess {n} of many").status_code for n in range(6)]
    assert tries == [403] * 5 + [429]
    assert entered(browser, "editor").status_code == 429


@pytest.mark.parametrize(("role", "may"), [("reader", False), ("coder", False), ("editor", True)])
def test_roles(role: str, may: bool, bench: Bench, sit: Sit, accounts: Access) -> None:
    """Only an editor decides on the record."""
    browser = sit(bench, accounts)
    entered(browser, role)
    id_ = browser.get("/claims.json").json()["rows"][0]["line"]["id"]
    answer = browser.post("/review/decide", {"id": id_, "seen": "0", "action": "accept"})
    assert (answer.status_code == 200) is may
    assert len(browser.get("/history.json").json()) == int(may)
    assert ('action="/review/decide"' in browser.get("/review").text) is may


def test_accounts_file_holds_no_password(accounts_file: Path, accounts: Access) -> None:
    """Only argon2id hashes, in a file that others may not read."""
    text = accounts_file.read_text(encoding="utf-8")
    assert PASSWORD not in text
    assert text.count("$argon2id$") == len(accounts.accounts) == 3
    assert accounts_file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "is missing"), ('[[account]]\nname="a"\nrole="king"\npassword="$argon2id$x"', "is no role"),
     ('[[account]]\nname="a"\nrole="editor"\npassword="secret"', "is no argon2id hash"),
     ('[[account]]\nname="a"\nrole="editor"\npassword="$argon2id$x"\n' * 2, "is there already")],
)  # fmt: skip
def test_wrong_accounts_file_is_refused(text: str, said: str, tmp_path: Path) -> None:
    """With its line."""
    path = tmp_path / "a.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        load_accounts(path)


@pytest.mark.parametrize("password", ["short", ""])
def test_short_passwords_are_refused(password: str, tmp_path: Path) -> None:
    """And nothing is written."""
    with pytest.raises(AmissError, match="fewer than"):
        add_account(tmp_path / "a.toml", "anna", Role.EDITOR, password)
    assert not (tmp_path / "a.toml").exists()


def failing(*_: object) -> None:
    """Fails as a fault of the program does."""
    raise KeyError("secret key")


def test_a_fault_shows_no_trace(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a line of the program nor what was being done."""
    monkeypatch.setattr("parley.web.pages.home.glance", failing)
    answer = browser.get("/")
    assert answer.status_code == 500
    assert "fault of Parley" in answer.text
    assert "Traceback" not in answer.text
    assert "secret key" not in answer.text


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_a_deed_leads_to_no_other_site(back: str, browser: Browser) -> None:
    """Wherever the form says that it should go on."""
    browser.get("/")
    fields = {"csrf": browser.token, "name": "ben", "back": back}
    answer = browser.client.post("/you", data=fields, headers={"origin": HERE})
    assert answer.headers["location"] == "/"
