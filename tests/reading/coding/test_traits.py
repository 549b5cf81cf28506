"""Traits: what shows of a word that learning weighs."""

from __future__ import annotations

import pytest

from parley.reading.coding.match import Matcher
from parley.reading.coding.traits import Known, looked_at, traits
from parley.reading.document import Token
from parley.reading.gazetteer import load
from parley.reading.pass_over import Passage, cast_of
from parley.reading.pipeline import parse
from parley.reading.stages import Guard
from parley.terms.enums import Root
from parley.terms.report import report_of


def at(text: str, word: str, **coded: Root) -> tuple[Known, Token]:
    """What is known of a text in which the rules coded some words, and one of its words."""
    asked = Passage(report_of(text, id="r"), (), load(), "traits")
    context, args, _ = cast_of(asked, parse(text), Guard("r"))
    matcher = Matcher(context.doc, context.books.events, args)
    words = {t.text: t for t in context.doc.tokens}
    for t in context.doc.tokens:
        matcher.of(t)
    return Known(matcher, {words[w].i: root for w, root in coded.items()}), words[word]


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("Norway charged the crowd.", "charged", {"lemma=charge", "pos=VERB", "S=state", "O=group", "object=crowd"}),
        ("The bridge was taken by rebels.", "taken", {"passive", "S=group", "auxpass=be", "lemma=take|O=thing"}),
        ("It did not take the bridge.", "take", {"neg=not", "aux=do", "rule=-"}),
        ("They went on with the campaign.", "went", {"prep=with", "follows=campaign"}),
        ("Norway said it would leave if rebels took the town.", "took", {"in=advcl|if"}),
    ],
)
def test_a_word_shows_itself_and_what_stands_about_it(text: str, word: str, wanted: set[str]) -> None:
    """The word, its places, and what hangs beside it."""
    assert wanted <= set(traits(*at(text, word)))


def test_what_the_rules_found_shows() -> None:
    """At the word itself, above it, and below it."""
    text = "Norway vowed to bomb the town."
    known, bomb = at(text, "bomb", vowed=Root.AGREE, bomb=Root.ASSAULT)
    assert {"rule=ASSAULT", "upcoded=xcomp|AGREE"} <= set(traits(known, bomb))
    known, vowed = at(text, "vowed", bomb=Root.ASSAULT)
    assert {"rule=-", "below=xcomp|ASSAULT"} <= set(traits(known, vowed))


def test_looking_at_traits_makes_nobody_an_actor() -> None:
    """People whom nothing names are noted when an act is coded, not when a word is weighed."""
    known, taken = at("The bridge was taken by villagers.", "taken")
    before = dict(known.matcher.args.cast.actors)
    traits(known, taken)
    assert known.matcher.args.cast.actors == before


def test_an_object_is_looked_at_where_there_is_one() -> None:
    """The word, its first object, and its head."""
    known, took = at("Norway took the town.", "took")
    assert looked_at(known.matcher.doc, took) == (1, 3, 1)
    known, left = at("Norway left.", "left")
    assert looked_at(known.matcher.doc, left) == (1, None, 1)
