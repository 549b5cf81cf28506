"""What reports say and are called stays words: in pages, pictures, JSON, CSV, Markdown and the brief."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import HERE
from tests.web.hostile import HOSTILE
from tests.web.telling import READER, on, proposal

from parley.desk.bench import Bench
from parley.terms.actor import Actor
from parley.terms.bodies import Event, Party, Position, Role, TalkBody, Tie
from parley.terms.enums import ActorType, Outcome, PlaceRole, PositionStance, Relation, Root, Stance
from parley.terms.layers import Reading
from parley.terms.report import report_of
from parley.terms.values import Place, Voice
from parley.web import workbench
from parley.web.addresses import to_actor, to_report, to_statement, unpart
from parley.web.answering import safe

WORDS = """
html head meta title link script body a header nav ul li form label input kbd main footer p span dialog h1 h2 h3
dl div dt dd button section strong details summary table thead tbody tr th td select option textarea progress
article aside ol sup blockquote mark fieldset legend output iframe figure figcaption q caption em code br
b svg rect line text circle path polygon g style
"""
ELEMENTS = frozenset(WORDS.split())
"""All that the templates and pictures are made of; `style` only in the brief, which stands by itself."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝")


class Structure(HTMLParser):
    """The elements and attributes of a page, with what is amiss in them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.amiss: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element."""
        given = dict(attrs)
        if tag not in ELEMENTS:
            self.amiss.append(f"<{tag}>")
        self.amiss += [f"{tag} {n}" for n in given if n.startswith("on") or n in ("style", "srcdoc", "http-equiv")]
        if tag == "script" and not (given.get("src") or "").startswith("/static/"):
            self.amiss.append("a script in the page")
        for name in ("href", "src", "action", "formaction", "xlink:href"):
            to = (given.get(name) or "").strip()
            if urlsplit(to).scheme not in ("", "http", "https") or (to.startswith("//") and name != "href"):
                self.amiss.append(f"{tag} {name}={to}")
            if name in ("src", "action") and urlsplit(to).netloc:
                self.amiss.append(f"{tag} {name}={to}")

    def handle_decl(self, decl: str) -> None:
        """Only the first line of a page."""
        if decl.lower() != "doctype html":
            self.amiss.append(f"<!{decl}>")

    def handle_comment(self, data: str) -> None:
        """The templates have none."""
        self.amiss.append(f"<!--{data[:20]}-->")


def faults(page: str) -> list[str]:
    """What a page has that no template put there."""
    found = Structure()
    found.feed(page)
    found.close()
    return found.amiss


def key(words: str) -> str:
    """As much of it as an id can hold: no lone surrogate."""
    return words.encode("utf-8", "replace").decode()


def reading(n: int, words: str) -> Reading:
    """A report that is called so, tells so, and in which everybody is called so."""
    told = words.strip() or f"blank {n}"
    text = f"{told} met {told} in {told} on 3 May. {told} wants {told}. Report {n}. End."
    made = report_of(text, id=key(words), title=words, publisher=words, url=words, published="2031-05-10")
    report = replace(made, language=words[:10])
    actor = Actor(f"x-{key(words)}", words, ActorType.GROUP, words, words, (words,), described_as=words)
    other = Actor(f"y-{n}", f"Other {n}", ActorType.STATE)
    who, whom, day = (actor.id,), (other.id,), on("2031-05-03")
    voices = (Voice(report.id, actor.id, Stance.ASSERTS), Voice(report.id, other.id, Stance.DENIES, via=(actor.id,)))
    place = Place(words, PlaceRole.AT, text=words)
    whole = text[:-5]
    proposals = (
        proposal(report, whole, "met", TalkBody(words, words, 1, (Party(actor.id),), who, whom, place,
                 agenda=(words,), outcome=Outcome.UNKNOWN), date=day),
        proposal(report, whole, "on 3", Event(Root.ASSAULT, words, actors=who, recipients=whom), date=day,
                 voices=voices, places=(place,)),
        proposal(report, whole, "wants", Position(actor.id, words, words, PositionStance.FOR, condition=words)),
        proposal(report, whole, "wan", Tie(who, whom, Relation.HOSTILE, -1, (words,)), date=day),
        proposal(report, whole, "want", Role(actor.id, words, other.id)),
    )  # fmt: skip
    return Reading(report, (actor, other), (), proposals)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A workbench over a record of nothing else."""
    bench = Bench(tmp_path_factory.mktemp("hostile") / "r.db")
    with bench.at_work() as record:
        record.add([reading(n, words) for n, words in enumerate(HOSTILE)], READER)
        record.settle()
    yield TestClient(workbench(bench), base_url=HERE, follow_redirects=False)
    bench.close()


def ids(words: str) -> str:
    """A hostile text as pytest is to show it."""
    return ascii(words)[:40]


def test_there_are_enough() -> None:
    """Each another."""
    assert len(set(HOSTILE)) == len(HOSTILE) >= 60


PAGES = (
    "/", "/reports", "/talks", "/actors", "/claims", "/timeline", "/network", "/map", "/review", "/brief",
    "/search?q=met",
    "/history", "/coding", "/review/merges", "/reports?after=50", "/talks?after=50", "/actors?after=100",
    "/claims?after=40", "/timeline?after=80", "/review?after=60", "/brief/preview", "/brief/file?kind=html",
)  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_lists_are_made_of_templates_alone(path: str, client: TestClient) -> None:
    """No element, attribute or address in a page came from a report; the pictures are in the pages."""
    answer = client.get(path)
    assert answer.status_code == 200
    allowed = {"meta http-equiv"} if path.startswith("/brief/") else set()
    assert set(faults(answer.text)) - allowed == set()


@pytest.mark.parametrize("words", HOSTILE, ids=ids)
@pytest.mark.parametrize("what", ["report", "actor"])
def test_pages_of_one_are_made_of_templates_alone(words: str, what: str, client: TestClient) -> None:
    """A report, and an actor, that is called so: found by its address, and harmless."""
    answer = client.get(to_report(key(words)) if what == "report" else to_actor(f"x-{key(words)}"))
    assert answer.status_code == 200
    assert faults(answer.text) == []


@pytest.mark.parametrize("words", HOSTILE, ids=ids)
def test_statements_are_made_of_templates_alone(words: str, client: TestClient) -> None:
    """With the form that edits, whose values are the words."""
    lines = client.get(data(to_report(key(words)), ".json")).json()["lines"]
    assert len(lines) == 5
    for line in lines:
        for path in (to_statement(line["id"]), f"/review/item.json?id={line['id']}"):
            answer = client.get(path)
            page = answer.json()["html"] if "json" in path else answer.text
            assert faults(page) == []


def data(address: str, form: str) -> str:
    """The address of a page's data."""
    return address.split("#")[0].removesuffix(".html") + form


@pytest.mark.parametrize("words", HOSTILE, ids=ids)
def test_json_is_to_the_letter(words: str, client: TestClient) -> None:
    """And is never taken for a page."""
    if "%" in words:
        pytest.skip("the test client unquotes an address twice; a browser's test tries it over a real server")
    answer = client.get(data(to_report(key(words)), ".json"))
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    told = json.loads(answer.text)
    assert (told["id"], told["title"], told["publisher"]) == (key(words), words, words)
    assert "".join(s["text"] for s in told["stretches"]).startswith(words.strip() or "blank")


TABLES = (
    "/reports.csv", "/talks.csv", "/actors.csv", "/claims.csv", "/review.csv", "/timeline.csv", "/network.csv",
    "/search.csv?q=met", "/reports.csv?after=50", "/actors.csv?after=100",
)  # fmt: skip


@pytest.mark.parametrize("path", TABLES)
def test_no_cell_is_run(path: str, client: TestClient) -> None:
    """A spreadsheet takes no cell for a formula, and finds as many in each row."""
    text = client.get(path).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) > 10
    assert {len(r) for r in rows} == {len(rows[0])}
    risky = [c for r in rows for c in r if c.startswith(FORMULA) or c.strip().startswith(FORMULA)]
    assert [c for c in risky if not _is_number(c)] == []


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("words", HOSTILE, ids=ids)
def test_a_cell_keeps_its_words(words: str) -> None:
    """An apostrophe at most is put before them."""
    assert str(safe(words)).removeprefix("'") == words.replace("\0", "").removeprefix("'")


TYPED = (
    ("/search", "q"), ("/review", "q"), ("/claims", "without"), ("/claims", "actor"), ("/claims", "status"),
    ("/timeline", "since"), ("/timeline", "talk"), ("/reports", "after"), ("/between", "one"), ("/history", "about"),
)  # fmt: skip
"""Where something is typed, or stands in an address."""


@pytest.mark.parametrize("words", HOSTILE, ids=ids)
def test_searching_for_it_is_harmless(words: str, client: TestClient) -> None:
    """Whatever is typed into the search, and into any filter."""
    for path, name in TYPED:
        answer = client.get(path, params={name: key(words)})
        assert answer.status_code in (200, 400), (path, name)
        assert faults(answer.text) == [], (path, name)
    for form in (".json", ".csv"):
        assert client.get(f"/search{form}", params={"q": key(words)}).status_code == 200


@pytest.mark.parametrize("words", [w for w in HOSTILE if "\ud800" not in w], ids=ids)
def test_an_address_leads_back_to_its_id(words: str) -> None:
    """Whatever the id, its last part of an address is one part, and no dots that a browser would resolve."""
    last = to_report(words).removeprefix("/reports/")
    assert "/" not in last
    assert last.strip(".")
    assert unpart(unquote(last))[0] == words
    assert unpart(unquote(last))[1] == ".html"


def test_markdown_of_the_brief_is_words(client: TestClient) -> None:
    """No line of it begins an element."""
    text = client.get("/brief/file?kind=md").text
    outside = re.sub(r"^(`{3,}|~{3,})[^\n]*\n.*?^\1$", "", text, flags=re.M | re.S)
    assert len(outside) < len(text)
    assert re.search(r"(?<!\\)<(script|img|svg|iframe|base|meta)", outside) is None


ELSEWHERE = (
    "/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/app.py", "/static//etc/passwd", "/static/..%5capp.py",
    "/static/workbench.css/../../app.py", "/static/",
)  # fmt: skip


@pytest.mark.parametrize("path", ELSEWHERE)
def test_static_leads_nowhere_else(path: str, client: TestClient) -> None:
    """Only to what lies in its folder."""
    answer = client.get(path)
    assert answer.status_code in (404, 405, 400)
    assert "import" not in answer.text


def test_the_folder_of_scenarios_leads_nowhere_else(client: TestClient, tmp_path: Path) -> None:
    """A scenario is one of those that are listed."""
    for name in ("..%2f..%2fpyproject", "%2e%2e", "/etc/passwd", str(tmp_path)):
        answer = client.get(f"/outlook/{name}")
        assert answer.status_code in (400, 404)
