"""The workbench in a real browser: Debian's Chromium, driven as a person would."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from tests.web.chromium import Look
from tests.web.telling import TEXT

from parley.desk.bench import Bench
from parley.terms.layers import Reading
from parley.terms.report import report_of
from parley.terms.slice import ReaderInfo

PAGES = (
    "/", "/reports", "/reports/first", "/talks", "/actors", "/actors/northland", "/claims", "/search?q=northland",
    "/timeline", "/network", "/map", "/between?one=northland&other=harbour", "/review", "/review/merges", "/history",
    "/coding",
    "/outlook", "/outlook/tehran-2022", "/forecasts", "/brief", "/help",
)  # fmt: skip
AA = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}


def log_of(page: Page) -> list[tuple[str, str]]:
    """Who decided what, the first first."""
    return [(d["by"], d["action"]) for d in page.request.get("/history.json").json()][::-1]


def now(page: Page) -> Any:
    """The item of the queue at which one is."""
    return page.locator(".item.now")


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_every_page_opens(width: int, scheme: str, look: Look) -> None:
    """Without an error in the console, without a request to anywhere else, and no wider than the window."""
    page = look(width, scheme).new_page()
    for path in PAGES:
        answer = page.goto(path)
        assert answer is not None
        assert answer.ok, path
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "light")])
def test_every_page_is_accessible(width: int, scheme: str, look: Look) -> None:
    """Contrast, labels, names and order by WCAG 2.1 AA, as axe-core finds them."""
    page = look(width, scheme).new_page()
    found: dict[str, list[str]] = {}
    for path in PAGES:
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        told = Axe().run(page, options=AA).response["violations"]
        faults = [f"{v['id']}: {n['target']} {n.get('failureSummary', '')[:160]}" for v in told for n in v["nodes"][:2]]
        if faults:
            found[path] = faults
    assert found == {}


def test_a_review_by_keyboard_alone(look: Look) -> None:
    """Accept, reject, be unsure, edit in place, take back, choose several: the mouse is never touched."""
    page = look().new_page()
    page.goto("/")
    page.keyboard.press("g")
    page.keyboard.press("r")
    page.wait_for_url("**/review")
    first = now(page).get_attribute("data-id")
    page.keyboard.press("j")
    assert now(page).get_attribute("data-id") != first
    page.keyboard.press("k")
    assert now(page).get_attribute("data-id") == first
    for key, action in (("a", "accept"), ("r", "reject"), ("u", "unsure")):
        before = now(page).get_attribute("data-id")
        page.keyboard.press(key)
        expect(page.locator(f'.item[data-id="{before}"]')).to_have_class(re.compile("human"))
        assert now(page).get_attribute("data-id") != before
        assert log_of(page)[-1] == ("anna", action)
    page.keyboard.press("z")
    expect(page.locator("#news")).to_contain_text("Taken back")
    assert log_of(page)[-1] == ("anna", "undo")
    page.keyboard.press("e")
    expect(now(page).locator(".editing")).to_have_attribute("open", "")
    now(page).locator('input[name="field.date"]').focus()
    page.keyboard.type("2031-05-02")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".judged-corrected")).to_have_count(1)
    assert log_of(page)[-1] == ("anna", "correct")
    page.keyboard.press("x")
    assert now(page).locator("input[name=chosen]").is_checked()
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("Eastmere")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=Eastmere")
    expect(page.locator(".finds")).to_contain_text("Eastmere talks")


def test_two_people_review_at_once(look: Look) -> None:
    """Each sees what the other decides without loading the page; neither's decision is lost."""
    anna, ben = look().new_page(), look().new_page()
    for page, name in ((anna, "anna"), (ben, "ben")):
        page.goto("/review")
        page.fill("#you", name)
        page.click(".you button")
        page.wait_for_url("**/review")
    first = now(anna).get_attribute("data-id")
    of_ben = ben.locator(f'.item[data-id="{first}"]')
    anna.keyboard.press("a")
    expect(of_ben.locator(".news")).to_contain_text("anna decided on this: accepted", timeout=9000)
    expect(of_ben).to_have_class(re.compile("human"))
    second = now(anna).get_attribute("data-id")
    assert second != first
    ben.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    item = ben.locator(f'.item[data-id="{second}"]')
    anna.keyboard.press("r")
    expect(anna.locator(f'.item[data-id="{second}"]')).to_have_class(re.compile("human"))
    item.locator("button[value=accept]").click()
    expect(ben.locator(f'.item[data-id="{second}"] .news')).to_contain_text("anna decided on this")
    assert log_of(ben) == [("anna", "accept"), ("anna", "reject")]


def test_a_decision_over_another_is_told_first(look: Look) -> None:
    """Before anything was heard of it: the second is refused, shows the first, and may then stand."""
    anna, ben = look().new_page(), look().new_page()
    ben.route("**/review/since.json*", lambda route: route.abort())
    anna.goto("/review")
    ben.goto("/review")
    anna.keyboard.press("a")
    expect(anna.locator(".item.human")).to_have_count(1)
    ben.keyboard.press("r")
    expect(now(ben).locator(".news")).to_contain_text("decided on this meanwhile: accept")
    ben.keyboard.press("r")
    expect(ben.locator(".judged-rejected")).to_have_count(1)
    assert [a for _, a in log_of(ben)] == ["accept", "reject"]


def test_a_lost_connection_says_so(look: Look) -> None:
    """Nothing is decided, and the next try goes through."""
    page = look().new_page()
    page.goto("/review")
    page.route("**/review/decide", lambda route: route.abort())
    page.keyboard.press("a")
    expect(now(page).locator(".news")).to_contain_text("does not answer")
    assert log_of(page) == []
    page.unroute("**/review/decide")
    page.keyboard.press("a")
    expect(page.locator(".judged-accepted")).to_have_count(1)


def test_reload_and_back_restore_the_view(look: Look) -> None:
    """Each view is an address."""
    page = look().new_page()
    page.goto("/claims")
    page.select_option("select[name=status]", "claimed")
    page.click(".filters button")
    page.wait_for_url("**/claims?status=claimed*")
    rows = page.locator(".matrix tbody tr").count()
    assert rows > 0
    page.locator(".matrix tbody th a").first.click()
    page.wait_for_url("**/statements/*")
    page.go_back()
    assert page.url.split("?")[1].startswith("status=claimed")
    page.reload()
    assert page.locator(".matrix tbody tr").count() == rows
    assert page.locator("select[name=status]").input_value() == "claimed"


def test_marks_and_lines_light_up_together(look: Look) -> None:
    """A click on either, and the address says which."""
    page = look().new_page()
    page.goto("/reports/first")
    mark = page.locator("a.mark", has_text="shelled")
    mark.click()
    line = page.locator(".line.now")
    expect(line).to_contain_text("Northland")
    line.locator("a.ref").click()
    expect(mark).to_have_class(re.compile("now"))
    page.reload()
    expect(mark).to_have_class(re.compile("now"))


def test_selected_words_become_a_statement(look: Look) -> None:
    """With their place, though marks and numbers stand between them."""
    page = look().new_page()
    page.goto("/reports/first")
    page.evaluate(
        """() => { const text = document.getElementById('text'); const walker = document.createTreeWalker(text, 4);
        let node; while ((node = walker.nextNode())) { const at = node.data.indexOf('the hills'); if (at >= 0) {
        const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + 9);
        getSelection().removeAllRanges(); getSelection().addRange(range); break; } }
        text.dispatchEvent(new MouseEvent('mouseup', { bubbles: true })); }"""
    )
    expect(page.locator("#words")).to_have_value("the hills")
    assert int(page.locator("#at").input_value()) == TEXT.index("the hills")
    page.check("input[name=form][value=tie]")
    page.fill('input[name="field.tie.from"]', "Southmark")
    page.fill('input[name="field.tie.to"]', "northland")
    page.select_option('select[name="field.tie.relation"]', "wary")
    page.click("text=Add it")
    page.wait_for_url("**/reports/first#*")
    expect(page.locator(".line.human")).to_contain_text("accepted by anna")


def test_reports_are_dropped_and_read(look: Look, tmp_path: Path) -> None:
    """And how far that is shows while it goes on."""
    file = tmp_path / "sent.txt"
    file.write_text("Vexland met Quaxmark in Harbour.", encoding="utf-8")
    page = look().new_page()
    page.goto("/")
    page.set_input_files("#files", [file])
    page.fill("#text", "Eastmere accused Westmere.")
    page.click("text=Read them")
    expect(page.locator(".job-done")).to_contain_text("2 read", timeout=15000)
    page.goto("/search?q=Vexland")
    expect(page.locator(".finds")).to_contain_text("Vexland")


def test_sliders_move_the_outlook(look: Look) -> None:
    """At once, in the address, and into a file of its own."""
    page = look().new_page()
    page.goto("/outlook/tehran-2022")
    before = page.locator("#yields").inner_text()
    slider = page.locator(".input input").nth(1)
    with page.expect_response("**/outlook/try"):
        slider.focus()
        for _ in range(5):
            page.keyboard.press("ArrowRight")
    expect(page.locator(".input.changed")).to_have_count(1)
    page.wait_for_timeout(2500)
    assert page.locator("#yields").inner_text() != before
    assert "x." in page.url
    page.reload()
    expect(page.locator(".input.changed")).to_have_count(1)
    page.fill("input[name=new]", "moved")
    page.click("text=Save as TOML")
    page.wait_for_url("**/outlook/moved")
    expect(page.locator(".inputs")).to_contain_text("set by hand in the workbench")


def test_the_network_follows_its_slider(look: Look) -> None:
    """The picture of another year, and an edge leads to its quotes."""
    page = look().new_page()
    page.goto("/network")
    page.locator(".net a").first.click()
    page.wait_for_url("**/between?*")
    expect(page.locator(".lines")).to_contain_text("Northland")
    page.go_back()
    expect(page.locator(".net")).to_be_visible()


def test_reading_needs_no_script(look: Look) -> None:
    """Every page can be read, searched and decided on without one."""
    page = look(java_script_enabled=False).new_page()
    for path in PAGES:
        page.goto(path)
        assert page.locator("h1").count() >= 1, path
    page.goto("/review")
    page.locator(".item button[value=accept]").first.click()
    page.wait_for_url("**/review*")
    assert log_of(page) == [("anna", "accept")]


@pytest.mark.parametrize("words", ["%3Cscript%3Ealert(1)%3C/script%3E", "..%2f..%2fx", "a b/c?d#e", "..", "x.json"])
def test_odd_ids_are_found_over_a_real_server(words: str, bench: Bench, look: Look) -> None:
    """The link on the list leads to the report, whatever it is called."""
    text = f"Talks of {quote(words)} were held."
    with bench.at_work() as record:
        record.add([Reading(report_of(text, id=words, title=words))], ReaderInfo("none", "1", "0"))
    page = look().new_page()
    page.goto("/reports")
    page.locator("tbody th a", has_text=words).first.click()
    page.wait_for_url("**/reports/*")
    expect(page.locator("#text")).to_contain_text(text)
    told = page.request.get(page.url.split("#")[0].removesuffix(".html") + ".json").json()
    assert told["id"] == words


def test_a_long_text_opens(bench: Bench, look: Look) -> None:
    """One of 200,000 characters, within a second and a half of the browser's time."""
    text = "The sides met again and nothing was signed. " * 4600
    with bench.at_work() as record:
        record.add([Reading(report_of(text, id="long", title="Long"))], ReaderInfo("none", "1", "0"))
    page = look().new_page()
    begun = time.perf_counter()
    page.goto("/reports/long")
    assert len(page.locator("#text").inner_text()) > 200_000
    assert time.perf_counter() - begun < 5


def test_on_a_phone_tables_are_lists_and_the_menu_shows_where_one_is(look: Look) -> None:
    """Nothing of a table is beyond the edge, buttons stay whole, and the page where one is can be seen in the menu."""
    page = look(390).new_page()
    for path in ("/claims", "/talks", "/reports", "/actors", "/review"):
        page.goto(path)
        cells = page.locator("main td, main tbody th, main button:visible").evaluate_all(
            "all => all.filter(c => c.getBoundingClientRect().right > innerWidth"
            " || c.scrollWidth > c.clientWidth + 1).map(c => c.outerHTML.slice(0, 90))"
        )
        assert cells == [], path
        box = page.locator(".menu a[aria-current]").bounding_box()
        assert box is not None
        assert box["x"] >= 0, path
        assert box["x"] + box["width"] <= 390, path
    accept = page.locator(".deciding button").first.bounding_box()
    assert accept is not None
    assert accept["height"] < 50


def test_what_is_worked_out_is_shown_when_it_is_done(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to load the page anew."""
    monkeypatch.setattr("parley.desk.rests.SMALL", 0)
    monkeypatch.setattr("parley.desk.rests.FEW", 0)
    page = look().new_page()
    page.goto("/claims?without=The+Wire")
    expect(page.locator(".matrix")).to_be_visible(timeout=15_000)
