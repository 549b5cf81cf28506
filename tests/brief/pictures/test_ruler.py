"""Scales of numbers: order kept, inside the picture."""

from hypothesis import given
from hypothesis import strategies as st

from parley.brief.pictures.ruler import Ruler, ruler_of

NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)


@given(st.lists(NUMBERS, min_size=1, max_size=8))
def test_places_keep_order_and_stay_inside(values: list[float]) -> None:
    """A greater number never lies left of a lesser one."""
    ruler = ruler_of(values)
    places = [ruler.place(v) for v in sorted(values)]
    assert places == sorted(places)
    assert all(0 <= p <= 1 for p in places)


@given(NUMBERS, st.floats(0.01, 1e6))
def test_ticks_are_on_the_scale_and_few(low: float, width: float) -> None:
    """An axis has at least a number, and never so many that they touch."""
    ruler = Ruler(low, low + width)
    ticks = ruler.ticks()
    assert 1 <= len(ticks) <= 6
    assert all(low - width * 1e-6 <= t <= low + width * (1 + 1e-6) for t in ticks)
