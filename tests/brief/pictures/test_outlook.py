"""Charts of an outlook: well-formed, nothing fetched, and true to the figures."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from parley.bargaining import outlook
from parley.brief import standalone
from parley.brief.pictures import Picture, outlook_pictures
from parley.brief.pictures.gains import gains_svg
from parley.brief.pictures.outcomes import outcome_svg, range_svg
from parley.brief.pictures.tornado import tornado_svg, unit_of
from parley.settings import parse_scenario
from parley.terms.outlook import BargainingRange, Conclusion, Gains, Outlook, Spread, Swing

NS = "{http://www.w3.org/2000/svg}"
TEXT = files("parley").joinpath("samples", "scenarios", "tehran-2022.toml").read_text("utf-8")
OUTLOOK = outlook(parse_scenario(TEXT), draws=200, seed=1)
NASTY = "<script>alert('x')</script> & \"A\""


def drawn(svg: object) -> Any:
    """The picture as a tree; it is well-formed."""
    return etree.fromstring(str(svg).encode())


def classed(svg: object, kind: str) -> list[Any]:
    """The elements of one kind."""
    return [e for e in drawn(svg).iter() if kind in (e.get("class") or "").split()]


@pytest.fixture
def room() -> BargainingRange:
    """The sample's range."""
    return OUTLOOK.bargaining


def test_every_picture_has_its_words() -> None:
    """The range, the gains, each issue's outcome and the tornados, each with a caption and told for who cannot see."""
    pictures = outlook_pictures(OUTLOOK)
    names = [p.name for p in pictures]
    assert names[:2] == ["range", "gains"]
    assert len(names) == len(set(names))
    assert {n.split("-")[0] for n in names} == {"range", "gains", "outcome", "tornado"}
    for p in pictures:
        assert p.caption
        assert drawn(p.svg).find(f"{NS}desc").text


def test_own_formulas_are_called_so() -> None:
    """A picture of a formula of Parley's own says so."""
    for p in outlook_pictures(OUTLOOK):
        assert p.name.startswith("tornado") or "Parley’s own" in p.note


def test_nothing_is_fetched_by_a_file_of_its_own() -> None:
    """A chart as a file brings its style; it has no script, no link and no address but the namespace's."""
    for p in outlook_pictures(OUTLOOK):
        text = standalone(p)
        tree = drawn(text)
        assert not {e.tag for e in tree.iter()} & {f"{NS}script", f"{NS}image", f"{NS}use", f"{NS}a"}
        assert "url(" not in text
        assert "@import" not in text
        assert text.replace("http://www.w3.org/2000/svg", "").count("http") == 0


@given(st.text(max_size=60))
def test_any_words_are_escaped(words: str) -> None:
    """A name can hold anything: the picture stays well-formed, with no element of its own."""
    named = replace(OUTLOOK.gains.rows[0], name=NASTY + "".join(c for c in words if c.isprintable()))
    svg = gains_svg(Gains(OUTLOOK.gains.method, (named,)))
    assert not list(drawn(svg).iter(f"{NS}script"))
    assert not list(drawn(standalone(Picture("a", named.name, svg, NASTY))).iter(f"{NS}script"))


def test_columns_hold_all_draws() -> None:
    """The shares of the columns come to one, and the highest column is the likeliest."""
    c = OUTLOOK.compromises[0]
    assert sum(c.shares) == pytest.approx(1)
    heights = [float(e.get("height")) for e in classed(outcome_svg(c), "ch-column")]
    assert len(heights) == sum(s > 0 for s in c.shares)
    assert (
        max(heights)
        == heights[c.shares.index(max(c.shares)) - sum(s == 0 for s in c.shares[: c.shares.index(max(c.shares))])]
    )


def test_a_gap_is_no_room(room: BargainingRange) -> None:
    """Where the bounds cross after red lines a gap is drawn, hollow; where they do not, room."""
    low, high = Spread(60, 70, 80), Spread(20, 30, 40)
    closed = range_svg(replace(room, cut=(low, high)), {}, "x")
    opened = range_svg(replace(room, cut=(high, low)), {}, "x")
    assert classed(closed, "ch-gap")
    assert not classed(closed, "ch-room")
    assert classed(opened, "ch-room")
    assert "gap of 40" in str(closed)


def test_each_party_has_its_own_bound(room: BargainingRange) -> None:
    """Who wants more has the lower bound: it needs at least that."""
    names = {p: p.upper() for p in room.parties}
    less = next(p for p in room.parties if p != room.wants_more)
    text = str(range_svg(room, names, "x"))
    assert f"{str(room.wants_more).upper()}: at least" in text
    assert f"{less.upper()}: at most" in text


def test_an_unbounded_side_is_drawn(room: BargainingRange) -> None:
    """A party that would sign anything has no bound, and the picture has no million on its axis."""
    svg = range_svg(replace(room, low=Spread(-1e9, -1e9, -1e9)), {}, "x")
    assert "anything" in str(svg)
    assert "000000" not in str(svg)


def test_the_widest_bar_is_the_widest_swing() -> None:
    """Bars of a tornado are as long as the swings, in order, and the turning point is drawn once."""
    c = OUTLOOK.conclusions[0]
    svg = tornado_svg(c)
    widths = [float(e.get("width").rstrip("%")) for e in classed(svg, "ch-swing")]
    assert widths == sorted(widths, reverse=True)
    assert len(classed(svg, "ch-turn")) == 1


@pytest.mark.parametrize("above", [True, False])
@pytest.mark.parametrize("way", [1.0, -1.0])
def test_which_side_holds_is_said(above: bool, way: float) -> None:
    """To the right of the line the margin is above 0: there the statement holds, or no longer does."""
    c = Conclusion("terms", "S", 0.9, "likely", (Swing("i", "an input", way * 5, way * 20, 0.5),), (), (), above)
    said = [e.text for e in classed(tornado_svg(c), "ch-words")]
    right = any("→" in s for s in said)
    assert right == (way > 0)
    assert any("no longer" in s for s in said) == (above != right)


def test_without_swings_there_is_no_tornado() -> None:
    """Nothing moves it, nothing is drawn, and the outlook has one picture fewer."""
    still = replace(OUTLOOK.conclusions[0], swings=())
    assert tornado_svg(still) == ""
    fewer: Outlook = replace(OUTLOOK, conclusions=(still,))
    assert not [p for p in outlook_pictures(fewer) if p.name.startswith("tornado")]


@pytest.mark.parametrize(
    "kind", ["terms", "further", "agreement", "commitment", "talks:a", "failure:b", "compromise:c"]
)
def test_every_margin_has_its_unit(kind: str) -> None:
    """Each kind of conclusion says what its margin counts."""
    times, unit = unit_of(kind)
    assert times in (1.0, 100.0)
    assert unit
