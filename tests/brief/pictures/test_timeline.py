"""The timeline's picture: intervals as intervals, order kept, words escaped."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from parley.brief.pictures import Bar, timeline_svg
from parley.brief.pictures.scale import scale_of, ticks

NS = "{http://www.w3.org/2000/svg}"
DAYS = st.integers(1, Day.max.toordinal() - 1)
INTERVALS = st.lists(st.tuples(DAYS, DAYS).map(lambda p: (min(p), max(p))), min_size=1, max_size=12)


@given(INTERVALS)
def test_scale_keeps_order_and_stays_inside(intervals: list[tuple[int, int]]) -> None:
    """A later day never lies left of an earlier one, and all lie from 0 to 1."""
    scale = scale_of(intervals)
    days = sorted(d for pair in intervals for d in pair)
    places = [scale.place(d) for d in days]
    assert places == sorted(places)
    assert all(0 <= p <= 1 for p in places)
    assert len(scale.breaks) <= 5


def test_the_whole_calendar_has_a_scale() -> None:
    """Where every stretch is drawn short and the calendar leaves no room at its ends, the order still holds."""
    last = Day.max.toordinal()
    scale = scale_of([(1, 8), (5, last - 1)])
    assert 0 <= scale.place(1) < scale.place(last) <= 1


@given(INTERVALS)
def test_ticks_keep_apart(intervals: list[tuple[int, int]]) -> None:
    """Ticks have room for their words."""
    scale = scale_of(intervals)
    at = [scale.place(t) for t in ticks(scale)]
    assert all(b - a > 0.17 for a, b in pairwise(at))


def test_imprecise_dates_are_bars_and_days_are_dots() -> None:
    """A known day is a dot; an interval a bar; an open one a thin bar to the edge."""
    svg = timeline_svg(
        [
            Bar("a", "8 January", "2031-01-08", "2031-01-08", "talk"),
            Bar("b", "January", "2031-01-01", "2031-01-31", "fact"),
            Bar("c", "since", "2031-01-05", None, "unsure"),
        ]
    )
    tree = etree.fromstring(str(svg))
    assert len(tree.findall(f".//{NS}circle")) == 1
    assert len([r for r in tree.iter(f"{NS}rect") if "tl-mark" in r.get("class", "")]) == 2
    assert len([r for r in tree.iter(f"{NS}rect") if "tl-onward" in r.get("class", "")]) == 1


def test_long_empty_stretches_are_drawn_short() -> None:
    """Thirty years without anything take little room."""
    first, last = Day(1998, 1, 1).toordinal(), Day(2031, 1, 1).toordinal()
    scale = scale_of([(first, first), (last, last), (last + 30, last + 30)])
    assert scale.place(last) - scale.place(first) < 0.3


@given(st.text(max_size=80))
def test_labels_are_escaped(label: str) -> None:
    """Any label leaves the picture well-formed, with no element of its own."""
    safe = "".join(c for c in label if c.isprintable())
    tree = etree.fromstring(str(timeline_svg([Bar(safe, safe, "2031-01-08", "2031-01-08", "fact", f"#{safe}")])))
    assert not list(tree.iter(f"{NS}script"))


def test_without_a_day_there_is_no_picture() -> None:
    """Nothing dated, nothing drawn."""
    assert timeline_svg([Bar("a", "", None, None, "fact")]) == ""


@given(st.integers(1, 40))
def test_a_page_may_end_between_pieces(many: int) -> None:
    """Every row stands once, in order, whole in one piece as high as its rows; only the first has words above them."""
    bars = [Bar(f"row {i}", "8 January", "2031-01-08", "2031-01-08", "fact") for i in range(many)]
    tree = etree.fromstring(str(timeline_svg(bars)))
    pieces = tree.findall(f"{NS}svg")
    labels = [[t.text for t in p.iter(f"{NS}text") if "tl-long" in t.get("class", "")] for p in pieces]
    assert [x for part in labels for x in part] == [b.label for b in bars]
    for piece in pieces:
        lowest = max(float(c.get("cy", "0")) for c in piece.iter(f"{NS}circle"))
        assert lowest + 6 < float(piece.get("height", "0")) < 400
    assert [any("tl-tick" in t.get("class", "") for t in p.iter(f"{NS}text")) for p in pieces] == [
        i == 0 for i in range(len(pieces))
    ]
