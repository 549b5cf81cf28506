"""A parsed report as plain values: what hangs on what."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from parley.reading.document import Document, Sentence, Token


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any document of one sentence: every word but the root hangs on one drawn before it."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = {order[0]: order[0]}
    for n, i in enumerate(order[1:], 1):
        heads[i] = order[draw(st.integers(0, n - 1))]
    deps = draw(st.lists(st.sampled_from(["nsubj", "dobj", "prep"]), min_size=size, max_size=size))
    tokens = tuple(
        Token(i, "w", "w", "w", "NOUN", "NN", deps[i], heads[i], "", 2 * i, 2 * i + 1, 0) for i in range(size)
    )
    return Document("w " * size, tokens, (Sentence(0, 0, size, 0, 2 * size - 1),), ())


@given(documents())
def test_children_are_those_whose_head_it_is(doc: Document) -> None:
    """Heads and children say the same, and children come in the order of the text."""
    for t in doc.tokens:
        assert [k.i for k in doc.kids(t)] == [k.i for k in doc.tokens if k.head == t.i and k.i != t.i]


@given(documents(), st.sets(st.sampled_from(["nsubj", "dobj", "prep"]), min_size=1))
def test_children_by_dependency_are_some_of_all(doc: Document, deps: set[str]) -> None:
    """Asking for dependencies leaves just those that have one of them."""
    for t in doc.tokens:
        assert doc.kids(t, *deps) == [k for k in doc.kids(t) if k.dep in deps]


@given(documents())
def test_the_way_up_ends_at_the_root(doc: Document) -> None:
    """Every step is the last one's head; the root has no way up."""
    for t in doc.tokens:
        up = [t, *doc.path_up(t)]
        assert all(doc.head(a) == b for a, b in pairwise(up))
        assert up[-1].head == up[-1].i
        assert t not in up[1:]


@given(documents())
def test_a_subtree_is_all_whose_way_up_leads_there(doc: Document) -> None:
    """A token and all below it, in the order of the text; the root's is the whole sentence."""
    for t in doc.tokens:
        assert doc.subtree(t) == [k for k in doc.tokens if k == t or t in doc.path_up(k)]
    root = next(t for t in doc.tokens if t.head == t.i)
    assert doc.subtree(root) == list(doc.words(doc.sentence_of(root)))


@given(documents(), st.data())
def test_a_span_runs_from_first_to_last_word(doc: Document, data: st.DataObject) -> None:
    """The span of tokens up to, not with, the last is the text from the first's start to the last's end."""
    first = data.draw(st.integers(0, len(doc.tokens) - 1))
    last = data.draw(st.integers(first + 1, len(doc.tokens)))
    span = doc.span(first, last)
    assert span.of(doc.text) == doc.text[doc.tokens[first].start : doc.tokens[last - 1].end]
    assert doc.tokens[first].span.start == span.start
    assert doc.sentence_of(doc.tokens[first]).span.start <= span.start
