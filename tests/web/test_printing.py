"""Printed by the browser: pages that end where they should, numbered, black on white, with links' addresses."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PageObject, PdfReader
from tests.web.chromium import Look
from tests.web.telling import ACTORS, NORTH, READER, SOUTH, attack, on, proposal, shelling, talk

from parley.brief import html
from parley.record import Record
from parley.terms.bodies import Role
from parley.terms.enums import Reality, Stance
from parley.terms.layers import Reading
from parley.terms.report import report_of
from parley.terms.values import Voice

MANY = 60
"""Reports of the long brief."""
FOOT = re.compile(r"\d+ / \d+")


def reading(n: int) -> Reading:
    """One report of a long year."""
    month, day = n // 28 + 1, n % 28 + 1
    text = f"On day {n} Northland shelled the port. Southmark says that it attacked nobody. The two sides met again. "
    text += "Mara Voss, a minister of Northland, came. " + f"Nothing more was heard of it on day {n}. " * (n % 9)
    one = report_of(text, id=f"r{n}", title=f"The {n}th day", url=f"https://ledger.example/{n}", published="2031-12-01")
    dated = on(f"2031-{month:02}-{day:02}")
    denied = (Voice(one.id, SOUTH.id, Stance.DENIES), Voice(one.id, NORTH.id, Stance.ASSERTS))
    told = (
        proposal(one, f"On day {n} Northland shelled the port.", "shelled", shelling(), date=dated),
        proposal(one, "Southmark says that it attacked nobody.", "attacked", attack(), voices=denied, date=dated),
        proposal(one, "The two sides met again.", "met", replace(talk(), title="", round=n), date=dated),
        proposal(one, "Mara Voss, a minister of Northland", "minister", Role("mara-voss", f"minister of {n}", NORTH.id),
                 reality=Reality.ONGOING),
    )  # fmt: skip
    return Reading(one, ACTORS, (), told)


@pytest.fixture(scope="module")
def page(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A long brief, opened where the screen is dark."""
    with Record.open(":memory:") as record:
        record.add([reading(n) for n in range(MANY)], READER)
        text = html(record.slice(), "A long year", None, f"{datetime.now(UTC):%Y}")
    place = tmp_path_factory.mktemp("print") / "brief.html"
    place.write_text(text, encoding="utf-8")
    made = chromium.new_page(color_scheme="dark")
    made.goto(place.as_uri())
    yield made
    made.close()


@pytest.fixture(scope="module")
def printed(page: Page) -> PdfReader:
    """The same on A4."""
    return PdfReader(io.BytesIO(page.pdf(format="A4")))


def words(of: PageObject) -> str:
    """What stands on a page, with single spaces and without ligatures."""
    return " ".join(normalize("NFKC", of.extract_text()).split())


def lines(of: PageObject) -> list[tuple[float, str]]:
    """The page's lines with their height on it, the lowest last; its number at the foot is none."""
    found: dict[float, str] = {}

    def see(text: str, cm: list[float], tm: list[float], *_: Any) -> None:
        if text.strip():
            y = round(cm[1] * tm[4] + cm[3] * tm[5] + cm[5], 0)
            found[y] = found.get(y, "") + text

    of.extract_text(visitor_text=see)
    rows = [(y, " ".join(normalize("NFKC", t).split())) for y, t in sorted(found.items(), reverse=True)]
    return [r for r in rows if not FOOT.fullmatch(r[1])]


def test_no_heading_stands_alone_at_the_foot_of_a_page(page: Page, printed: PdfReader) -> None:
    """Something of what it heads stands below it; every page has text, and there are many."""
    heads = {" ".join(h.split()) for h in page.locator("h1, h2:not(.quiet), h3, h4").all_inner_texts()}
    assert len(heads) > 20
    assert len(printed.pages) > 10
    for number, of in enumerate(printed.pages, 1):
        told = [t for _, t in lines(of)]
        assert told, number
        assert told[-1] not in heads, number


def test_pages_are_numbered(printed: PdfReader) -> None:
    """At the foot of each, with how many there are."""
    many = len(printed.pages)
    for number, of in enumerate(printed.pages, 1):
        assert f"{number} / {many}" in of.extract_text()


def test_a_line_stands_on_one_page(page: Page, printed: PdfReader) -> None:
    """With its quote: where what is said stands, its citation stands too."""
    texts = [words(of) for of in printed.pages]
    said = page.locator(".line").evaluate_all(
        "all => all.map(l => [l.querySelector('.words').textContent, l.querySelector('.ref')?.textContent])"
    )
    assert len(said) > MANY
    for sentence, ref in said:
        assert any(sentence in t and ref in t for t in texts), (sentence, ref)


def test_all_is_printed_and_links_tell_their_address(printed: PdfReader) -> None:
    """What is folded away on the screen is there, and where a source is online."""
    text = "".join(words(of) for of in printed.pages).replace(" ", "")
    for n in range(MANY):
        assert f"<https://ledger.example/{n}>" in text
        assert f"Onday{n}Northlandshelledtheport." in text
    assert "moretalks" not in text


def test_it_is_black_on_white(page: Page) -> None:
    """Whatever the screen's colours are."""
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"
    page.emulate_media(media="print")
    of = "getComputedStyle(document.body)"
    found = page.evaluate(f"[{of}.backgroundColor, {of}.color]")
    badge = page.locator(".badge").first.evaluate("b => getComputedStyle(b).backgroundColor")
    page.emulate_media(media="screen")
    assert found == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    assert all(int(v) > 200 for v in re.findall(r"\d+", badge)[:3])


@pytest.mark.parametrize(
    "path",
    ["/", "/reports/first", "/talks", "/actors/northland", "/claims", "/timeline", "/network", "/map", "/review",
     "/outlook/tehran-2022", "/forecasts"],
)  # fmt: skip
def test_pages_of_the_workbench_can_be_printed(path: str, look: Look) -> None:
    """Black on white, numbered, without what is only for the screen, and nothing cut off at the side."""
    page = look(1440, "dark").new_page()
    page.goto(path)
    whole = PdfReader(io.BytesIO(page.pdf(format="A4")))
    texts = [of.extract_text() for of in whole.pages]
    assert all(re.sub(FOOT, "", t).strip() for t in texts)
    assert f"1 / {len(texts)}" in texts[0]
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--paper')").strip() == "#fff"
    controls = "[...document.querySelectorAll('button, input, select')].filter(b => b.checkVisibility())"
    assert page.evaluate(f"{controls}.map(b => b.outerHTML)") == []
    page.set_viewport_size({"width": 680, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
