"""Places in a text come back to the same words, whoever counted them and how."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.formats.offsets import Placed, readings_of, spans_in, utf16
from parley.terms.values import Span

TEXTS = st.text(st.sampled_from("ab😀𝔘é\n \u200d"), min_size=1, max_size=30)


@st.composite
def spans(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(TEXTS)
    starts = draw(st.lists(st.integers(0, len(text) - 1), max_size=5))
    return text, [Span(s, draw(st.integers(s + 1, len(text)))) for s in starts]


@given(TEXTS, st.data())
def test_utf16_is_what_an_encoder_counts(text: str, data: st.DataObject) -> None:
    """As many code units as UTF-16 needs for what stands before."""
    place = data.draw(st.integers(0, len(text)))
    assert utf16(text, place) == len(text[:place].encode("utf-16-le")) // 2


@given(spans())
def test_either_way_of_counting_is_read_back(drawn: tuple[str, list[Span]]) -> None:
    """Each reading gives the very span that was written in its units; without astral characters both are one."""
    text, written = drawn
    by_point, by_unit = readings_of(text)
    for s in written:
        assert by_point(Placed(s.start, s.end, s.of(text))) == s
        assert by_unit(Placed(utf16(text, s.start), utf16(text, s.end), s.of(text))) == s


@given(spans(), st.booleans())
def test_units_need_not_be_told(drawn: tuple[str, list[Span]], astral: bool) -> None:
    """Whatever the units, what is found says the words that were marked."""
    text, written = drawn
    at = [(utf16(text, s.start), utf16(text, s.end)) if astral else (s.start, s.end) for s in written]
    found = spans_in(text, [Placed(a, b, s.of(text)) for (a, b), s in zip(at, written, strict=True)])
    assert [s and s.of(text) for s in found] == [s.of(text) for s in written]


def test_what_does_not_fit_is_no_place() -> None:
    """Outside the text, empty, half a character, other words; a line's end may be written as two characters."""
    text = "a😀b\nc"
    by_point, by_unit = readings_of(text)
    assert by_unit(Placed(1, 2, None)) is None
    for bad in (Placed(-1, 2, None), Placed(2, 2, None), Placed(0, 99, None), Placed(0, 1, "b")):
        assert by_point(bad) is by_unit(bad) is None
    assert by_point(Placed(2, 5, "b\\nc")) == Span(2, 5)
