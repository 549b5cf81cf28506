"""Every page answers, as a page, as JSON and as CSV, over a full record and over an empty one."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from tests.web.conftest import Browser, Sit

from parley.desk.bench import Bench
from parley.web.pages import PAGES, PAGES_OF_ONE

LISTS = sorted(p for p in PAGES if p not in ("/between",))
ONE = {
    "/reports": "first",
    "/actors": "southmark",
}


def data_of(path: str) -> str:
    """The address of a page's data."""
    return "/home" if path == "/" else path


def claim(browser: Browser) -> dict[str, Any]:
    """The first row of the claims: what is contested."""
    row: dict[str, Any] = browser.get("/claims.json").json()["rows"][0]
    return row


def talk_id(browser: Browser) -> str:
    """The id of the one talk."""
    found: str = browser.get("/talks.json").json()["talks"][0]["id"]
    return found


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("which", ["bench", "empty"])
def test_page_answers(path: str, which: str, sit: Sit, request: pytest.FixtureRequest) -> None:
    """As a page with a heading, whatever is in the record."""
    answer = sit(request.getfixturevalue(which)).get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert "<h1" in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("which", ["bench", "empty"])
def test_data_is_at_the_same_address(path: str, which: str, sit: Sit, request: pytest.FixtureRequest) -> None:
    """The same as JSON and as CSV, which is linked from the page."""
    browser = sit(request.getfixturevalue(which))
    page = browser.get(path).text
    for form in ("json", "csv"):
        assert f'href="{data_of(path)}.{form}"' in page
    assert json.loads(browser.get(f"{data_of(path)}.json").text) is not None
    table = browser.get(f"{data_of(path)}.csv")
    assert table.headers["content-type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(table.text.removeprefix("\ufeff"))))
    assert rows
    assert {len(r) for r in rows} == {len(rows[0])}


@pytest.mark.parametrize("path", sorted(set(PAGES_OF_ONE) - {"/coding", "/outlook"}))
@pytest.mark.parametrize("form", ["", ".json", ".csv"])
def test_page_of_one_answers(path: str, form: str, browser: Browser) -> None:
    """A report, an actor, a talk, a statement: each by its id."""
    id_ = talk_id(browser) if path == "/talks" else ONE.get(path) or claim(browser)["line"]["id"]
    assert browser.get(f"{path}/{id_}{form}").status_code == 200


@pytest.mark.parametrize("path", sorted(PAGES_OF_ONE))
def test_what_is_not_there_says_so(path: str, browser: Browser) -> None:
    """With what to do, and without a trace."""
    answer = browser.get(f"{path}/no-such-thing")
    assert answer.status_code == 400
    assert "no-such-thing" in answer.text
    assert "Traceback" not in answer.text


def test_no_such_page(browser: Browser) -> None:
    """An address that leads nowhere leads home."""
    answer = browser.get("/no/such/page")
    assert answer.status_code == 404
    assert "there is no such page" in answer.text.lower()


def test_home_counts_what_is_there(browser: Browser) -> None:
    """Reports, talks, statements, and what waits."""
    told = browser.get("/home.json").json()
    assert told["counts"]["reports"] == 2
    assert told["counts"]["talks"] == 1
    assert told["contested_total"] == 1
    assert told["waiting"] == told["counts"]["statements"] + 1
    assert told["new_total"] == 2


def test_home_says_what_is_new_since_the_last_visit(bench: Bench, sit: Sit) -> None:
    """A visit after everything was read finds nothing new."""
    browser = sit(bench)
    browser.client.cookies.set("parley-visit", "2999-01-01T00:00:00Z")
    assert "New since your last visit" in browser.get("/").text
    assert browser.get("/home.json").json()["new_total"] == 0


def test_report_is_shown_to_the_letter(browser: Browser) -> None:
    """The stretches of a report are its text, and every mark lies within its quote."""
    told = browser.get("/reports/first.json").json()
    text = "".join(s["text"] for s in told["stretches"])
    assert text.startswith("Northland shelled the port")
    assert text.endswith("withdraw from the hills.")
    marked = [s for s in told["stretches"] if s["marks"]]
    assert {"shelled", "attacked", "minister", "wants", "backs", "met", "called", "withdraw"} == {
        s["text"] for s in marked
    }
    assert all({m["id"] for m in s["marks"]} <= set(s["quoted"]) for s in marked)


def test_mark_and_line_lead_to_each_other(browser: Browser) -> None:
    """Each line of a report has a place in the text, and the place leads back; without a script."""
    page = browser.get("/reports/first").text
    for line in browser.get("/reports/first.json").json()["lines"]:
        assert f'id="s-{line["id"]}"' in page
        assert f'href="#s-{line["id"]}"' in page
        assert f'id="ms-{line["id"]}"' in page
        assert f'href="#ms-{line["id"]}"' in page


def test_statement_shows_its_path_of_words(browser: Browser) -> None:
    """The words that set voice and reality stand under the quote."""
    page = browser.get(f"/statements/{claim(browser)['line']['id']}").text
    assert "The words that set its voice and reality" in page
    assert "Nobody decided on it" in page


def test_claims_put_contested_first_and_say_who(browser: Browser) -> None:
    """In the columns of the matrix: asserts, denies, admits, alleges, others."""
    row = claim(browser)
    assert row["line"]["status"] == "contested"
    asserts, denies, *rest = row["by"]
    assert [s["name"] for s in asserts] == ["Northland"]
    assert [s["name"] for s in denies] == ["Southmark"]
    assert rest == [[], [], []]


def test_filters_of_the_claims(browser: Browser) -> None:
    """By status and by actor, by id or name."""
    told = browser.get("/claims.json?status=claimed&actor=Mara Voss").json()["rows"]
    assert {r["line"]["status"] for r in told} == {"claimed"}
    assert browser.get("/claims?status=certain").status_code == 400
    assert browser.get("/claims?actor=nobody-such").status_code == 400


def test_talk_names_everybody(browser: Browser) -> None:
    """Parties with delegates, mediators, hosts, place."""
    page = browser.get(f"/talks/{talk_id(browser)}").text
    for word in ("Northland", "Mara Voss", "Southmark", "Harbour Union", "Eastmere", "no result"):
        assert word in page


def test_actor_has_its_parts(browser: Browser) -> None:
    """Offices, ties, positions, what it claims and what is claimed of it."""
    north = {p["kind"] for p in browser.get("/actors/northland.json").json()["parts"]}
    assert {"role", "talk", "tie", "event", "claims-by"} <= north
    south = {p["kind"] for p in browser.get("/actors/southmark.json").json()["parts"]}
    assert "claims-by" in south
    assert "position" in {p["kind"] for p in browser.get("/actors/mara-voss.json").json()["parts"]}


def test_search_finds_every_kind(browser: Browser) -> None:
    """Actors, statements and reports; nothing for a word that nobody said."""
    kinds = {f["kind"] for f in browser.get("/search.json?q=Southmark").json()["found"]}
    assert {"actor", "event", "report"} <= kinds
    assert browser.get("/search.json?q=zebra").json()["found"] == []
    assert "Nothing holds all of these words" in browser.get("/search?q=zebra").text


def test_timeline_is_drawn_and_told(browser: Browser) -> None:
    """Dated talks and events in order, each as a bar and in words."""
    told = browser.get("/timeline.json").json()
    assert [x["date"] for x in told["lines"]] == ["2031-05-03", "2031-05-09"]
    page = browser.get("/timeline").text
    assert 'class="tl"' in page
    assert "9 May 2031" in page
    assert browser.get("/timeline.json?since=2031-05-04").json()["paging"]["of"] == 1
    assert browser.get("/timeline?since=soon").status_code == 400


def test_timeline_around_a_talk(browser: Browser) -> None:
    """What its parties did in the years beside it."""
    told = browser.get(f"/timeline.json?talk={talk_id(browser)}").json()
    assert told["paging"]["of"] == 2


def test_network_leads_to_quotes(browser: Browser) -> None:
    """An edge leads to what names both, with quotes."""
    page = browser.get("/network").text
    assert 'class="net"' in page
    assert "/between?one=northland&amp;other=harbour" in page
    told = browser.get("/between.json?one=northland&other=harbour").json()
    assert "Northland backs the Harbour Union." in [x["quote"] for x in told["lines"]]
    assert browser.get("/between?one=northland&other=zz").status_code == 400


def test_network_at_a_moment(browser: Browser) -> None:
    """What was done later is not there yet; what has no date is."""
    before = browser.get("/network.json?until=2031-05-01").json()["edges"]
    after = browser.get("/network.json?until=2031-05-04").json()["edges"]
    assert [e["words"] for e in before] == ["supports"]
    assert len(after) == 2


def test_pages_are_parts_of_a_list(browser: Browser) -> None:
    """`after` begins further on, and a number that is none is refused."""
    first = browser.get("/review.json").json()
    rest = browser.get("/review.json?after=3").json()
    assert [i["line"]["id"] for i in first["items"]][3:] == [i["line"]["id"] for i in rest["items"]]
    assert browser.get("/reports?after=-1").status_code == 400
    assert browser.get("/reports.json?after=99").json()["reports"] == []


def test_brief_is_previewed_and_taken_away(browser: Browser) -> None:
    """A page in a frame of its own, let in by the hash of its style; and files."""
    page = browser.get("/brief/preview?form=talk&form=event")
    assert page.headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in page.headers["content-security-policy"]
    markdown = browser.get("/brief/file?kind=md")
    assert "attachment" in markdown.headers["content-disposition"]
    assert markdown.text.startswith("# ")
    assert browser.get("/brief.json?since=2040-01-01").json()["statements"] == 0


def test_an_empty_record_leads_home(empty: Bench, sit: Sit) -> None:
    """Where there is nothing to filter, no page asks to leave a filter away."""
    browser = sit(empty)
    for path in ("/talks", "/claims", "/timeline", "/network", "/map", "/review", "/brief", "/reports", "/actors"):
        assert 'The record holds nothing yet. <a href="/">Add reports on Home</a>' in browser.get(path).text, path
    assert "Drop reports below" in browser.get("/").text


def test_the_actors_at_a_glance_are_those_that_are_listed(browser: Browser) -> None:
    """The figure on Home is the number of the list that it leads to."""
    glance = browser.get("/home.json").json()["counts"]["actors"]
    assert glance == browser.get("/actors.json").json()["paging"]["of"]


def test_a_source_that_is_left_out_is_called_by_its_title(browser: Browser) -> None:
    """Nobody knows a report by its id."""
    assert "without “Shells on the port”" in browser.get("/claims?without=first").text
