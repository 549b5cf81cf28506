"""Mending: words hung where their verb's pattern says that they belong, and nothing else changed."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from tests.reading.actors.tables import Case, cases, documents

from parley.reading.commitment.signatures import lexicon
from parley.reading.document import Document
from parley.reading.mending import mend
from parley.reading.pipeline import parse_all
from parley.samples import folder

TABLE = Path(__file__).with_name("mending.tsv")


@cache
def parsed() -> tuple[Document, ...]:
    """The documents of the table and of the samples, as the parser leaves them."""
    samples = [p.read_text(encoding="utf-8") for p in sorted(folder().glob("*.txt"))]
    return tuple(parse_all([c.text for c in cases(TABLE)] + samples))


@pytest.mark.parametrize("case", cases(TABLE), ids=lambda c: f"{c.text} {c.spans[0].start}")
def test_a_word_hangs_where_it_belongs(case: Case) -> None:
    """Each pattern is mended, and what only looks like it is left alone."""
    doc = documents(TABLE)[case.text]
    (word,) = case.words(doc)
    assert (doc.head(word).text, word.dep) == case.wanted


def test_only_how_words_hang_together_is_changed() -> None:
    """Text, words, offsets, sentences and entities stay; a word's head, dependency and kind may change."""
    for doc in parsed():
        mended = mend(doc, lexicon())
        assert (mended.text, mended.sentences, mended.entities) == (doc.text, doc.sentences, doc.entities)
        for before, after in zip(doc.tokens, mended.tokens, strict=True):
            assert replace(after, head=before.head, dep=before.dep, pos=before.pos, tag=before.tag) == before


def test_mended_words_still_form_trees() -> None:
    """From every word the way up ends, at a root, inside the word's own sentence."""
    for doc in parsed():
        mended = mend(doc, lexicon())
        for t in mended.tokens:
            up = [t]
            for w in mended.path_up(t):
                up.append(w)
                assert len(up) <= len(mended.tokens)
            assert up[-1].head == up[-1].i
            assert {w.sentence for w in up} == {t.sentence}


def test_mending_twice_changes_nothing_more() -> None:
    """What is mended is in order."""
    for doc in parsed():
        once = mend(doc, lexicon())
        assert mend(once, lexicon()).tokens == once.tokens


def test_a_document_in_order_is_left_as_it_is() -> None:
    """Where there is nothing to mend the very document comes back, at no cost."""
    doc = next(d for d in parsed() if d.text == "Norway said that Sweden had left.")
    assert mend(doc, lexicon()) is doc
