"""Which line is which of the gold."""

from collections.abc import Callable

import pytest

from parley.scoring.items import Item
from parley.scoring.matching import match
from parley.scoring.names import Names
from parley.terms.enums import Form, PositionStance, Relation, Root, Verdict
from parley.terms.values import Span

NAMES = Names()
Make = Callable[..., Item]


def at(form: Form, text: str, word: str, **fields: object) -> Item:
    """An item of a form at a word of the text, with one reading of each field."""
    start = text.index(word)
    return Item(form, (Span(start, start + len(word)),), {k.rstrip("_"): (v,) for k, v in fields.items()})


def test_head_word_is_enough(event: Make, text: str) -> None:
    """At one head word two are one, whatever else differs."""
    other = event("met", Root.ASSAULT, actors=(("Chad",),))
    assert match(Form.EVENT, [event("met")], [other], NAMES, text) == {0: 0}


def test_one_sentence_needs_type_or_actors(event: Make, text: str) -> None:
    """Beside the head word, one sentence and one type, or the same people, will do; less will not."""
    gold = [event("met")]
    assert match(Form.EVENT, gold, [event("Norway")], NAMES, text) == {0: 0}
    assert match(Form.EVENT, gold, [event("Norway", Root.ASSAULT)], NAMES, text) == {0: 0}
    assert match(Form.EVENT, gold, [event("Norway", Root.ASSAULT, actors=(("Chad",),))], NAMES, text) == {}


def test_another_sentence_is_another_event(event: Make, text: str) -> None:
    """The same act told elsewhere is no match, unless one of its tellings is here."""
    elsewhere = event("shelled")
    assert match(Form.EVENT, [event("met")], [elsewhere], NAMES, text) == {}
    both = Item(Form.EVENT, (*elsewhere.heads, *event("met").heads), elsewhere.fields)
    assert match(Form.EVENT, [event("met")], [both], NAMES, text) == {0: 0}


def test_one_to_one_and_best_together(event: Make, text: str) -> None:
    """Two that could both be the first are shared out so that both are found."""
    gold = [event("met"), event("Norway", Root.AID)]
    told = [event("Norway", Root.AID), event("met")]
    assert match(Form.EVENT, gold, told, NAMES, text) == {0: 1, 1: 0}
    assert match(Form.EVENT, gold, told[:1], NAMES, text) == {1: 0}


def test_nothing_to_match(event: Make, text: str) -> None:
    """An empty side gives no pairs."""
    assert match(Form.EVENT, [], [event("met")], NAMES, text) == {}


@pytest.mark.parametrize(
    ("form", "gold", "right", "wrong"),
    [
        (Form.TALK, {"parties": ("Norway", "Sudan")}, {"parties": ("Sudan",)}, {"parties": ("Chad", "Togo")}),
        (
            Form.TIE,
            {"from_": ("Norway",), "to": ("Sudan",), "relation": Relation.HOSTILE, "sign": -1},
            {"from_": ("Norway", "Chad"), "to": ("Sudan",), "relation": Relation.WARY, "sign": -1},
            {"from_": ("Norway",), "to": ("Sudan",), "relation": Relation.ALLIED, "sign": 1},
        ),
        (
            Form.POSITION,
            {"actor": "Norway", "stance": PositionStance.FOR},
            {"actor": "Oslo", "stance": PositionStance.FOR},
            {"actor": "Norway", "stance": PositionStance.AGAINST},
        ),
        (Form.JUDGEMENT, {"verdict": Verdict.FAILURE}, {"verdict": Verdict.FAILURE}, {"verdict": Verdict.SUCCESS}),
        (Form.ROLE, {"person": "Ingrid Dahl"}, {"person": "Dahl"}, {"person": "Omar Teku"}),
    ],
)
def test_other_forms(
    text: str, form: Form, gold: dict[str, object], right: dict[str, object], wrong: dict[str, object]
) -> None:
    """In one sentence, what makes a form must agree; elsewhere nothing is the same."""
    one = [at(form, text, "met", **gold)]
    assert match(form, one, [at(form, text, "Norway", **right)], NAMES, text) == {0: 0}
    assert match(form, one, [at(form, text, "met", **wrong)], NAMES, text) == {}
    assert match(form, one, [at(form, text, "shelled", **right)], NAMES, text) == {}


def test_of_two_the_one_at_the_head(text: str) -> None:
    """Where two could be it, the one at the same word is."""
    gold = [at(Form.JUDGEMENT, text, "met", verdict=Verdict.FAILURE, by="report")]
    near = at(Form.JUDGEMENT, text, "Norway", verdict=Verdict.FAILURE, by="report")
    here = at(Form.JUDGEMENT, text, "met", verdict=Verdict.FAILURE, by=None)
    assert match(Form.JUDGEMENT, gold, [near, here], NAMES, text) == {0: 1}
