"""The web page: anchors, escaping, facts apart from claims, nothing fetched."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lx

from parley.analysis import facts, is_fact, statements, talks
from parley.brief import html
from parley.brief.citations import cite_all, line_id
from parley.terms.bodies import Event
from parley.terms.enums import Form, Handling, Reality, Root, Stance, Status
from parley.terms.report import report_of
from parley.terms.slice import Slice
from parley.terms.statement import Mention, Statement, Talk, Variants
from parley.terms.values import Span, Voice


def _tree(page: str) -> lx.HtmlElement:
    return lx.document_fromstring(page)


def _ids(tree: lx.HtmlElement) -> list[str]:
    return [str(i) for i in tree.xpath("//@id")]


def test_every_id_is_there_once(rich_page: str) -> None:
    """No two elements share an id."""
    ids = _ids(_tree(rich_page))
    assert len(ids) == len(set(ids))


def test_every_link_inside_the_page_arrives(rich_page: str) -> None:
    """Each fragment that the page links to exists in it."""
    tree = _tree(rich_page)
    wanted = {h[1:] for h in tree.xpath("//@href") if h.startswith("#")}
    assert wanted <= set(_ids(tree))
    assert len(wanted) > 50


def test_each_statement_and_talk_has_one_line_with_its_quotes(rich_page: str, northland: Slice) -> None:
    """Everything that stands has its line, and the line links to each of its quotes."""
    tree, cites = _tree(rich_page), cite_all(northland)
    standing: list[Statement | Talk] = [*statements(northland), *talks(northland)]
    for told in standing:
        (line,) = tree.xpath(f"//*[@id='{line_id(told.id)}']")
        linked = {h[1:] for h in line.xpath(".//blockquote//a/@href")}
        assert {c.anchor for c in cites.of(told)} == linked
        assert all(c.quote in line.text_content() for c in cites.of(told))
        assert all(line_id(told.id) in c.lines for c in cites.of(told))


def test_marks_hold_exactly_the_quotes(rich_page: str, northland: Slice) -> None:
    """The words highlighted for a quote are text[start:end], and lead back to its line."""
    tree, cites = _tree(rich_page), cite_all(northland)
    for report in northland.reports:
        for cite in cites.of_report(report.id):
            parts = tree.xpath(f"//mark[@data-quote='{cite.anchor}']")
            assert report.text is not None
            assert "".join(p.text_content() for p in parts) == report.text[cite.start : cite.end]
            last = len(cite.lines)
            back = tree.xpath(f"//*[@id='{cite.anchor}']/preceding::a[position() <= {last}]/@href")
            assert back == [f"#{line}" for line in cite.lines]


def test_source_text_is_kept_to_the_letter(rich_page: str, northland: Slice) -> None:
    """Marks and labels add no character to a report's text."""
    shown = {t.text_content() for t in _tree(rich_page).xpath("//div[@class='text']")}
    assert shown == {r.text for r in northland.reports}


def test_only_facts_stand_among_the_facts(rich_page: str, northland: Slice) -> None:
    """The facts section holds the facts and nothing else; above all nothing contested."""
    (section,) = _tree(rich_page).xpath("//section[@id='facts']")
    assert set(section.xpath(".//li/@id")) == {line_id(s.id) for s in facts(northland)}
    assert "contested" not in section.text_content()


def test_every_line_says_its_status(rich_page: str, northland: Slice) -> None:
    """Each line carries its status in words, and only facts are marked as facts."""
    tree = _tree(rich_page)
    for s in statements(northland):
        (line,) = tree.xpath(f"//li[@id='{line_id(s.id)}']")
        (badge,) = line.xpath(".//span[contains(@class, 'badge')]")
        assert badge.text_content().startswith(s.status.value)
        assert line.get("data-fact") == ("yes" if is_fact(s) else "no")


def test_a_claim_in_the_lists_of_others_carries_its_label(rich_page: str) -> None:
    """Where the timeline, a card or an accuser repeats a contested claim, a word that says so stands before it."""
    tree = _tree(rich_page)
    told = "Southmark gave two shiploads of rifles to the River Front"
    places = [t for t in tree.xpath("//*[local-name()='text']//text() | //li/a/text()") if told in t]
    assert places
    assert all(p.startswith("Contested: ") or f"saying that {told}" in p for p in places)


def test_nothing_is_fetched_and_nothing_runs(rich_page: str) -> None:
    """No script, no style sheet, image or font from elsewhere, no handler; a policy forbids them too."""
    tree = _tree(rich_page)
    assert not tree.xpath("//script | //link | //img | //iframe | //object | //embed | //base | //form")
    assert not tree.xpath("//@src | //@srcset | //@style | //@*[starts-with(name(), 'on')]")
    css = "".join(tree.xpath("//style/text()"))
    assert "url(" not in css
    assert "@import" not in css
    assert "default-src 'none'" in rich_page


def test_only_web_addresses_are_linked(rich_page: str) -> None:
    """A source's address is linked if it is http or https; a javascript address is not."""
    outside = {h for h in _tree(rich_page).xpath("//@href") if not h.startswith("#")}
    assert outside == {"https://harbour.example/talks"}


def test_headings_run_in_order(rich_page: str) -> None:
    """One h1, and no level is skipped on the way down."""
    levels = [int(h.tag[1]) for h in _tree(rich_page).xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_page_can_be_found_one_s_way_in(rich_page: str) -> None:
    """Language, skip link, main, header cells with their scope."""
    tree = _tree(rich_page)
    assert tree.get("lang") == "en"
    assert tree.xpath("//a[@class='skip']/@href") == ["#main"]
    assert tree.xpath("//main[@id='main']")
    assert tree.xpath("//th") == tree.xpath("//th[@scope]")


def test_rejected_statements_are_left_out(rich_page: str) -> None:
    """What a reviewer rejected has no line, and the page says so."""
    assert line_id("gone") not in _ids(_tree(rich_page))
    assert "1 rejected by reviewers is left out." in rich_page


def test_outlook_without_basis_is_an_assumption(rich_page: str) -> None:
    """A number that cites nothing is marked as an assumption."""
    bases = _tree(rich_page).xpath("//section[@id='outlook']//span[@class='basis']")
    assert [b.text_content() for b in bases][-1] == "assumption"


def test_empty_record_says_what_to_do(render: Callable[..., str]) -> None:
    """An empty record gives a page that says so, with the next command."""
    page = render(Slice(), "Nothing", None, "today")
    assert "There is nothing to report yet." in page
    assert "parley read" in page


def test_withdrawn_text_still_gives_its_quotes_a_place(northland: Slice, render: Callable[..., str]) -> None:
    """Where the text of a report is gone, each quote stands under the report, and links still arrive."""
    gone = replace(northland, reports=tuple(replace(r, text=None) for r in northland.reports))
    tree = _tree(render(gone, "Gone", None, "today"))
    assert {h[1:] for h in tree.xpath("//@href") if h.startswith("#")} <= set(_ids(tree))
    assert not tree.xpath("//div[@class='text']")


def test_same_slice_gives_the_same_page(northland: Slice, render: Callable[..., str]) -> None:
    """The page is a function of the slice, not of the order in which statements came."""
    turned = replace(northland, statements=northland.statements[::-1], talks=northland.talks[::-1])
    assert render(turned, "T", None, "now") == render(northland, "T", None, "now")


_TONES = ("contested", "denied", "admitted", "claimed", "alleged", "reported", "unreal")


def _one(text: str, start: int, end: int) -> Slice:
    report = report_of(text, id=text[:8] or "r", title=text, publisher=text, url=text, language=text[:5])
    mention = Mention("p1", report.id, text[start:end], start, end, Span(start, start))
    told = Statement(
        text or "s", Form.EVENT, (mention,), Reality.HAPPENED, (Voice(report.id, text, Stance.ASSERTS),),
        Status.CLAIMED, False, None, (), Variants(), (), 0.5, None, Event(Root.OTHER, text or None, None, (text,)),
    )  # fmt: skip
    return Slice(reports=(report,), statements=(told,))


HOSTILE = st.lists(
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            "\"'>",
            "javascript:",
            "&amp;",
            "{{ 7*7 }}",
            "]]>",
            "\x00",
            "é",
            " ",
            "\u202e",
            "\u2066",
            "w" * 300,
        ]
    )
).map("".join)


@settings(max_examples=60, deadline=None)
@given(text=HOSTILE | st.text(max_size=30), at=st.data())
def test_whatever_a_report_says_is_shown_as_text(text: str, at: st.DataObject) -> None:
    """No words of a report, wherever they appear, become elements, attributes or addresses."""
    start = at.draw(st.integers(0, len(text)))
    end = at.draw(st.integers(start, len(text)))
    page = html(_one(text, start, end), text, None, text)
    tree = _tree(page)
    assert not tree.xpath("//script | //@onerror | //img")
    assert all(re.match(r"#|https?://", h) for h in tree.xpath("//@href"))
    ids = _ids(tree)
    assert len(ids) == len(set(ids))
    page.encode("utf-8")


def test_words_that_turn_direction_stay_in_their_own_box(render: Callable[..., str]) -> None:
    """Whatever a report says stands in an element with a direction of its own, so that no mark in it reaches beyond."""
    turned = "\u202egnittem\u2066 held"
    tree = _tree(render(_one(turned, 0, len(turned)), "T", None, "now"))
    for text in tree.xpath("//body//text()[contains(., '\u202e')]"):
        assert text.getparent().xpath("ancestor-or-self::*[@dir='auto'] | ancestor-or-self::*[local-name()='svg']")


@pytest.mark.parametrize("handling", [Handling.RESTRICTED, Handling.SOURCE_SENSITIVE])
def test_a_report_that_is_not_open_is_printed_by_its_quotes_only(
    northland: Slice, render: Callable[..., str], handling: Handling
) -> None:
    """Of a restricted or sensitive report nothing is printed but what is quoted, and each link still arrives."""
    held = tuple(replace(r, handling=handling) for r in northland.reports)
    page = render(replace(northland, reports=held), "T", None, "now")
    tree = _tree(page)
    assert not tree.xpath("//div[@class='text']")
    assert {h[1:] for h in tree.xpath("//@href") if h.startswith("#")} <= set(_ids(tree))
    quoted = {c.quote for r in held for c in cite_all(northland).of_report(r.id)}
    assert {m.text_content() for m in tree.xpath("//section[@id='sources']//mark")} == quoted
    titles = {r.title for r in held if r.title}
    assert handling is Handling.RESTRICTED or not any(t in page for t in titles)


def test_long_lists_fold_and_still_hold_every_line(northland: Slice, render: Callable[..., str]) -> None:
    """Beyond some thirty lines a list goes on in a fold-out, which needs no script."""
    one = next(s for s in northland.statements if s.id == "release")
    many = tuple(replace(one, id=f"release-{i}") for i in range(50))
    tree = _tree(render(replace(northland, statements=many, talks=()), "T", None, "now"))
    assert len(tree.xpath("//section[@id='facts']//li[@data-fact]")) == 50
    assert len(tree.xpath("//section[@id='facts']//details//li[@data-fact]")) == 20


_PAIRS = [
    *((ink, ground) for ink in ("ink", "muted", "accent") for ground in ("paper", "card", "picture", "wash")),
    *((tone, ground) for tone in _TONES for ground in ("card", f"{tone}-wash")),
    *((line, "picture") for line in ("plus", "minus", "even")),
    *(("ink", ground) for ground in ("mark", "target", "node-state", "node-armed")),
    *((tone, f"{tone}-wash") for tone in ("reported", "denied", "unreal", "claimed")),
]


def _schemes() -> list[dict[str, str]]:
    css = files("parley.brief").joinpath("templates", "brief.css").read_text("utf-8")
    light, dark = (
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in css.split("}\n}", 1)[0].split("@media")
    )
    return [light, {**light, **dark}]


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize(("ink", "ground"), _PAIRS)
def test_words_stand_out_in_both_schemes(ink: str, ground: str) -> None:
    """Every colour of words has a contrast of 4.5:1 or more (WCAG 2.2, 1.4.3) on every ground that it stands on."""
    for scheme in _schemes():
        high, low = sorted((_luminance(scheme[ink]), _luminance(scheme[ground])), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 4.5
