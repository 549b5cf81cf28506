"""A workbench for sharing: nothing can be changed, and of what is marked there is not a word."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from tests.web.conftest import HERE, Browser, Sit
from tests.web.test_gate import PASSWORD

from parley.desk.bench import Bench
from parley.desk.decisions import decide
from parley.terms.enums import Action
from parley.web.access import Access
from parley.web.deeds import DEEDS
from parley.web.gate import READ_ONLY_DEEDS
from parley.web.pages import PAGES

SECRET = ("second outlet", "The Wire", "denied attacking", "second")
"""What only the marked report says, and what it is called."""


@pytest.fixture
def shared(bench: Bench) -> Iterator[Bench]:
    """The record, one report of which is marked, opened for sharing."""
    with bench.at_work() as record:
        decide(record, Action.CORRECT, "second", ["handling", '"source-sensitive"'], "anna")
    made = Bench(bench.place, read_only=True)
    yield made
    made.close()


def test_what_is_marked_is_on_no_page(shared: Bench, sit: Sit) -> None:
    """In no form of any page; what others tell too stands."""
    browser = sit(shared, Access(read_only=True))
    texts = {p: browser.get(p).text for p in PAGES if p != "/between"}
    texts |= {f"{p}.json": browser.get(f"{p}.json").text for p in PAGES if p not in ("/", "/between")}
    texts |= {f"{p}.csv": browser.get(f"{p}.csv").text for p in PAGES if p not in ("/", "/between")}
    texts |= {p: browser.get(p).text for p in ("/home.json", "/brief/preview", "/brief/file?kind=md", "/search?q=wire")}
    for page, text in texts.items():
        assert [w for w in SECRET if w in text.replace("q=wire", "").replace('value="wire"', "")] == [], page
    assert browser.get("/home.json").json()["counts"]["reports"] == 1
    assert browser.get("/reports/second").status_code == 400
    contested = browser.get("/claims.json").json()["rows"][0]["line"]
    assert (contested["status"], contested["reports"]) == ("contested", ["first"])


def test_a_mark_made_later_is_honoured(bench: Bench, sit: Sit) -> None:
    """From the next page on."""
    sharing = sit(Bench(bench.place, read_only=True), Access(read_only=True))
    assert sharing.get("/home.json").json()["counts"]["reports"] == 2
    with bench.at_work() as record:
        decide(record, Action.CORRECT, "first", ["handling", '"restricted"'], "anna")
    assert sharing.get("/home.json").json()["counts"]["reports"] == 1
    assert sharing.get("/reports/first").status_code == 400


@pytest.mark.parametrize("path", sorted(set(DEEDS) - READ_ONLY_DEEDS))
def test_nothing_can_be_changed(path: str, shared: Bench, sit: Sit) -> None:
    """Whatever is sent, with the right token."""
    browser = sit(shared, Access(read_only=True))
    browser.get("/")
    before = json.dumps(browser.get("/history.json").json())
    assert browser.post(path, {"id": "x", "report": "first"}).status_code == 403
    assert json.dumps(browser.get("/history.json").json()) == before


@pytest.mark.parametrize("path", ["/", "/review", "/reports/first", "/history", "/forecasts", "/coding"])
def test_no_form_offers_to(path: str, shared: Bench, sit: Sit) -> None:
    """Only what searches and filters."""
    page = sit(shared, Access(read_only=True)).get(path).text
    assert 'method="post"' not in page


def test_an_editor_reads_only_as_well(shared: Bench, sit: Sit) -> None:
    """With accounts, too."""
    from parley.desk.accounts import add_account
    from parley.settings.accounts import load_accounts
    from parley.terms.account import Role

    path = shared.sessions.with_name("accounts.toml")
    add_account(path, "anna", Role.EDITOR, PASSWORD)
    browser: Browser = sit(shared, Access(accounts=load_accounts(path), read_only=True))
    browser.client.post("/login", data={"name": "anna", "password": PASSWORD}, headers={"origin": HERE})
    assert "anna (reader)" in browser.get("/").text
    assert browser.post("/review/undo").status_code == 403


def test_marked_reports_stay_out_of_a_brief(bench: Bench, sit: Sit) -> None:
    """Also where one works at the record itself."""
    with bench.at_work() as record:
        decide(record, Action.CORRECT, "second", ["handling", '"restricted"'], "anna")
    browser = sit(bench)
    for path in ("/brief/preview", "/brief/file?kind=md", "/brief/file?kind=html"):
        assert [w for w in SECRET[:3] if w in browser.get(path).text] == []
    assert browser.get("/brief.json").json()["reports"] == 1
