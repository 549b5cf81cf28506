"""A verb that the parser took for an adjective is the sentence's verb again."""

from __future__ import annotations

from dataclasses import replace

from parley.reading.commitment.signatures import lexicon
from parley.reading.mending import mend
from parley.reading.mending_verbs import verb_taken_for_adjective, verb_taken_for_noun
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


def test_a_verb_within_what_is_said_of_a_name_is_one_and_so_is_the_main_verb() -> None:
    """As in "which Sweden says arms the Front": it arms the Front, and the name before is who called for restraint."""
    text = "Norway, which Sweden says arms the Front, called for restraint but denies sending weapons."
    doc = mend(parse(text), lexicon())
    hangs = {t.text: (doc.head(t).text, t.dep) for t in doc.tokens}
    assert hangs["arms"] == ("says", "ccomp")
    assert hangs["which"] == ("arms", "nsubj")
    assert hangs["Front"] == ("arms", "dobj")
    assert hangs["Norway"] == ("called", "nsubj")
    assert hangs["called"] == ("called", "ROOT")
    assert hangs["denies"] == ("called", "conj")


def test_a_noun_that_is_said_stays_one() -> None:
    """Of "which Norway says prayers in" nothing is changed, nor of a list of things."""
    for text in ("The chapel, which Norway says prayers in, fell.", "Norway, which sells arms, met the Front."):
        doc = parse(text)
        assert all(not verb_taken_for_noun(doc, t, lexicon()) for t in doc.tokens if t.dep == "dobj")
