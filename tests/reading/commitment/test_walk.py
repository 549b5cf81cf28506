"""The state of a walk from a predicate outward."""

from __future__ import annotations

from parley.reading.commitment.walk import Cue, Walk
from parley.reading.pipeline import parse
from parley.terms.enums import Reality, Stance

WORD = parse("Norway said so.").tokens[1]


def test_an_operator_inside_a_voice_counts_and_outside_does_not() -> None:
    """The innermost voice presents the reality: what lies further out does not touch it."""
    walk = Walk(Reality.HAPPENED, would=False)
    walk.makes(Reality.POSSIBLE)
    walk.opens(Cue(WORD, Stance.ASSERTS, (), "say"))
    walk.makes(Reality.DID_NOT_HAPPEN)
    assert walk.reality is Reality.POSSIBLE


def test_what_is_out_of_reach_stays() -> None:
    """An operator does not reach into what its content is merely about."""
    walk = Walk(Reality.HAPPENED, would=False, out_of_reach=True)
    walk.makes(Reality.PLANNED)
    assert walk.reality is Reality.HAPPENED


def test_a_rule_is_kept_with_its_word() -> None:
    """The trace has the place of the word."""
    walk = Walk(Reality.HAPPENED, would=False)
    walk.note(WORD, "say")
    assert [(t.rule, t.start, t.end) for t in walk.trace] == [("say", WORD.start, WORD.end)]
