"""A verb that the parser took for an adjective is the sentence's verb again."""

from __future__ import annotations

from dataclasses import replace

from parley.reading.commitment.signatures import lexicon
from parley.reading.mending_verbs import verb_taken_for_adjective
from parley.reading.pipeline import parse


def test_a_sentence_gets_its_verb_back() -> None:
    """Whatever the parser makes of it: the noun before is the subject, the noun after the object, the rest its own."""
    doc = parse("A spokesman in Lisbon accused government troops of shelling positions.")
    by = {t.text: t for t in doc.tokens}
    slipped = doc.with_tokens(
        {
            by["spokesman"].i: replace(by["spokesman"], head=by["spokesman"].i, dep="ROOT"),
            by["accused"].i: replace(by["accused"], head=by["troops"].i, dep="amod", tag="VBN"),
            by["troops"].i: replace(by["troops"], head=by["spokesman"].i, dep="appos"),
            by["of"].i: replace(by["of"], head=by["troops"].i),
        }
    )
    mended = slipped.with_tokens(verb_taken_for_adjective(slipped, slipped.tokens[by["accused"].i], lexicon()))
    got = {w: (mended.tokens[mended.tokens[by[w].i].head].text, mended.tokens[by[w].i].dep) for w in by}
    assert got["accused"] == ("accused", "ROOT")
    assert (got["spokesman"], got["troops"], got["of"]) == (
        ("accused", "nsubj"), ("accused", "dobj"), ("accused", "prep"),
    )  # fmt: skip


def test_a_participle_before_its_noun_stays_one() -> None:
    """Of a sentence that has its verb nothing is changed, nor where the participle is no word of saying."""
    for text in ("The accused troops left Norway.", "A spokesman for wounded troops left."):
        doc = parse(text)
        assert all(not verb_taken_for_adjective(doc, t, lexicon()) for t in doc.tokens if t.dep == "amod")
