"""Highlighting: nested, crossing and equal quotes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.brief.citations import Cite
from parley.brief.highlight import pieces


def _cite(n: int, text: str, start: int, end: int) -> Cite:
    return Cite(f"R1.{n}", f"r1-q{n}", (f"s-{n}",), "r", "R1", start, end, text[start:end], start < end)


@st.composite
def _quoted(draw: st.DrawFn) -> tuple[str, list[Cite]]:
    text = draw(st.text(min_size=1, max_size=40))
    day = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(day, day).map(lambda p: (min(p), max(p))), max_size=8))
    return text, [_cite(n, text, a, b) for n, (a, b) in enumerate(spans)]


@given(_quoted())
def test_marks_nest_and_hold_their_words(quoted: tuple[str, list[Cite]]) -> None:
    """Marks close in the order they opened, all words are there once, and each quote has exactly its own."""
    text, cites = quoted
    stack: list[Cite] = []
    words: dict[str, str] = {}
    firsts: list[str] = []
    whole = ""
    for p in pieces(text, cites):
        if p.cite is None:
            whole += p.text
            for c in stack:
                words[c.anchor] = words.get(c.anchor, "") + p.text
        elif p.opens:
            stack.append(p.cite)
            firsts += [p.cite.anchor] if p.first else []
        else:
            assert stack.pop() == p.cite
    assert not stack
    assert whole == text
    placed = [c for c in cites if c.placed]
    assert words == {c.anchor: c.quote for c in placed}
    assert sorted(firsts) == sorted(c.anchor for c in placed)


def test_crossing_quotes_are_split_once() -> None:
    """Of two quotes that cross, one is closed and opened again, without a second anchor."""
    steps = pieces("abcdef", [_cite(1, "abcdef", 0, 4), _cite(2, "abcdef", 2, 6)])
    shape = "".join(p.text if p.cite is None else ("<" if p.first else "(") if p.opens else ">" for p in steps)
    assert shape == "<ab<cd>>(ef>"
