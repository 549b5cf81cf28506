"""A record beside gold."""

from collections.abc import Callable, Sequence

from parley.scoring import Item, Passage, compare
from parley.terms.enums import Form, Verdict
from parley.terms.values import Span

Make = Callable[..., Item]
MakePassage = Callable[[Sequence[Item]], Passage]


def test_found_missed_and_too_much(event: Make, passage: MakePassage) -> None:
    """Each of the gold has a pair, and so has what is told beyond it."""
    gold, told = [event("met"), event("denied")], [event("met"), event("shelled")]
    pairs = compare([passage(gold)], {"p": told})
    assert [(p.gold is not None, p.told is not None) for p in pairs] == [(True, True), (True, False), (False, True)]
    assert [p.whole for p in pairs] == [True, False, False]


def test_not_whole_with_one_field_wrong(event: Make, passage: MakePassage) -> None:
    """One of the five is enough to spoil the whole; the date is not."""
    told = event("met", recipients=(("Chad",),))
    (pair,) = compare([passage([event("met")])], {"p": [told]})
    assert (pair.right["recipients"], pair.right["actors"], pair.whole) == (False, True, False)
    (pair,) = compare([passage([event("met")])], {"p": [event("met", date=("2021-05-03/2021-05-03",))]})
    assert (pair.right["date"], pair.whole) == (False, True)


def test_forms_that_are_not_coded_have_no_extras(event: Make, passage: MakePassage) -> None:
    """A judgement is not too much where nobody coded judgements."""
    judged = Item(Form.JUDGEMENT, (Span(0, 6),), {"verdict": (Verdict.FAILURE,)})
    assert len(compare([passage([event("met")])], {"p": [event("met"), judged]})) == 1


def test_other_reports_are_not_looked_at(event: Make, passage: MakePassage) -> None:
    """What is told of a report without gold counts nowhere."""
    assert compare([passage([])], {"q": [event("met")]}) == []
