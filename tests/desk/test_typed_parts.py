"""Harm and links as they are typed: the inverse of how they are shown, and amiss at a named place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.web.telling import READER, readings

from parley.desk.amiss import AmissError
from parley.desk.typed_parts import harm_from, harm_typed, link_typed, links_from
from parley.record import Record
from parley.terms.enums import HarmKind, LinkRel
from parley.terms.values import Harm, Link
from parley.terms.wire import to_plain


@pytest.fixture(scope="module")
def record() -> Record:
    """The record of the pages' tests."""
    made = Record.open(":memory:")
    made.add(readings(), READER)
    made.settle()
    return made


NUMBERS = st.none() | st.integers(0, 10_000)
ENDS = st.tuples(NUMBERS, NUMBERS).map(lambda e: e if None in e else tuple(sorted(n or 0 for n in e)))
HARMS = st.builds(
    lambda kind, ends, side: Harm(kind, ends[0], ends[1], "as told", side),
    st.sampled_from(HarmKind),
    ENDS,
    st.sampled_from([None, "northland", "southmark"]),
)


@given(st.lists(HARMS, max_size=4))
def test_harm_comes_back_as_it_was_shown(record: Record, harms: list[Harm]) -> None:
    """What nobody touched is the same to the letter; typed anew, its kind, range and side are the same."""
    plain = [to_plain(h) for h in harms]
    typed = ", ".join(map(harm_typed, plain))
    kept = {harm_typed(p): p for p in plain}
    assert harm_from(record, typed, plain) == [kept[harm_typed(p)] for p in plain]
    anew = harm_from(record, typed)
    assert [{k: h[k] for k in ("kind", "low", "high", "side")} for h in anew] == [
        {k: p[k] for k in ("kind", "low", "high", "side")} for p in plain
    ]


@pytest.mark.parametrize(
    ("typed", "low", "high", "side", "text"),
    [
        ("killed 12", 12, 12, None, "killed 12"),
        ("killed 3-5 of Northland", 3, 5, "northland", "killed 3-5"),
        ("injured 1000+", 1000, None, None, "injured 1000+"),
        ("captured up to 5 of northland", None, 5, "northland", "captured up to 5"),
        ("displaced dozens", None, None, None, "dozens"),
    ],
)
def test_harm_is_typed_in_words(
    record: Record, typed: str, low: int | None, high: int | None, side: str | None, text: str
) -> None:
    """A number, a range, a bound, or words; whose they were by id or name."""
    (made,) = harm_from(record, typed)
    assert (made["low"], made["high"], made["side"], made["text"]) == (low, high, side, text)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("hurt 3", "part 1"),
        ("killed 1, maimed 2", "part 2"),
        ("killed", "part 1"),
        ("killed 5 to 3", "part 1"),
        ("killed 3, injured 4 of nobody", "part 2"),
        ("killed 99999999999999999999", "part 1"),
    ],
)
def test_harm_that_is_amiss_names_its_place(record: Record, typed: str, place: str) -> None:
    """And says what to write."""
    with pytest.raises(AmissError) as e:
        harm_from(record, typed)
    assert f"harm, {place}" in e.value.what
    assert e.value.remedy


def test_links_lead_to_what_is_there(record: Record) -> None:
    """By a whole id or its beginning; never to nothing, nor to itself."""
    one, other = record.slice().statements[:2]
    (made,) = links_from(record, f"answers {other.id[:12]}", one.id)
    assert made == to_plain(Link(LinkRel.ANSWERS, other.id))
    assert links_from(record, link_typed(made), one.id) == [made]
    for typed, place in (
        (f"answers {one.id}", 1),
        (f"content {other.id}, denies px", 2),
        ("near p1", 1),
        ("denies", 1),
    ):
        with pytest.raises(AmissError) as e:
            links_from(record, typed, one.id)
        assert f"links, part {place}" in e.value.what
