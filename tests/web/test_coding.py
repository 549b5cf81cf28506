"""Coding in the workbench: blind, with agreement and adjudication for the editor."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.web.conftest import HERE, Browser, Sit
from tests.web.test_gate import PASSWORD

from parley.desk.accounts import add_account
from parley.desk.bench import Bench
from parley.settings.accounts import load_accounts
from parley.terms.account import Role
from parley.web.access import Access


@pytest.fixture
def people(bench: Bench, sit: Sit, tmp_path: Path) -> dict[str, Browser]:
    """An editor, and two coders who were given a report."""
    path = tmp_path / "accounts.toml"
    for name, role in (("ed", Role.EDITOR), ("anna", Role.CODER), ("ben", Role.CODER), ("reader", Role.READER)):
        add_account(path, name, role, PASSWORD)
    access = Access(accounts=load_accounts(path))
    found = {n: sit(bench, access) for n in ("ed", "anna", "ben", "reader")}
    for name, browser in found.items():
        browser.client.post("/login", data={"name": name, "password": PASSWORD}, headers={"origin": HERE})
    assert found["ed"].post("/coding/assign", {"coders": "anna, ben", "reports": "first"}).status_code == 200
    return found


def places(browser: Browser) -> list[dict[str, Any]]:
    """The places of the report, as a coder sees them."""
    found: list[dict[str, Any]] = browser.get("/coding/first.json").json()["places"]
    return found


def code(browser: Browser, place: dict[str, Any], action: str, **fields: str) -> Any:
    """Code a place."""
    return browser.post("/coding/decide", {"id": place["line"]["id"], "report": "first", "action": action, **fields})


def test_coders_see_only_their_own(people: dict[str, Browser]) -> None:
    """Neither the other's decisions, nor what others were given; and the record is not changed."""
    anna, ben = people["anna"], people["ben"]
    before = anna.get("/claims.json").json()
    assert code(anna, places(anna)[0], "reject").status_code == 200
    assert places(anna)[0]["mine"] == ["reject"]
    assert all(p["mine"] == [] for p in places(ben))
    assert {g["coder"] for g in ben.get("/coding.json").json()["given"]} == {"ben"}
    assert ben.get("/coding.json").json()["differing"] == []
    assert ben.get("/history.json").json() == []
    assert anna.get("/claims.json").json() == before


def test_agreement_and_adjudication(people: dict[str, Browser]) -> None:
    """The editor sees where they differ, and decides as one of them."""
    anna, ben, ed = people["anna"], people["ben"], people["ed"]
    for place in places(anna):
        code(anna, place, "accept")
    for n, place in enumerate(places(ben)):
        code(ben, place, "reject" if n == 0 else "accept")
    for who in (anna, ben):
        assert who.post("/coding/finish", {"report": "first"}).status_code == 200
    told = ed.get("/coding.json").json()
    assert {g["state"] for g in told["given"]} == {"done"}
    assert any(row[0] == "found" for row in told["agreement"])
    differ = next(d for d in told["differing"] if d["field"] == "found")
    assert dict(zip(told["coders"], differ["values"], strict=True)) == {"anna": "yes", "ben": "no"}
    assert ed.post("/coding/adjudicate", {"place": differ["place"], "coder": "ben"}).status_code == 200
    assert [(e["by"], e["action"], e["why"]) for e in ed.get("/history.json").json()] == [
        ("ed", "reject", "as ben coded it")
    ]


def test_a_field_is_coded_otherwise(people: dict[str, Browser]) -> None:
    """As it is typed, for oneself alone."""
    anna = people["anna"]
    place = places(anna)[0]
    fields = {"field.reality": "planned", "was.reality": "happened"}
    assert code(anna, place, "correct", **fields).status_code == 200
    assert places(anna)[0]["mine"] == ["correct reality"]
    assert code(anna, place, "correct", **{"field.reality": "x", "was.reality": "x"}).status_code == 400


@pytest.mark.parametrize(("who", "status"), [("ed", 400), ("reader", 400), ("anna", 200)])
def test_only_who_was_given_it_codes_it(who: str, status: int, people: dict[str, Browser]) -> None:
    """Neither an editor nor a reader."""
    assert people[who].get("/coding/first").status_code == status
    place = places(people["anna"])[0]
    assert code(people[who], place, "accept").status_code == status


def test_only_an_editor_gives_out_and_decides(people: dict[str, Browser]) -> None:
    """A coder may do neither."""
    anna = people["anna"]
    assert anna.post("/coding/assign", {"coders": "anna"}).status_code == 400
    assert anna.post("/coding/adjudicate", {"place": "p", "coder": "anna"}).status_code == 400
