"""When readings of a field are the same."""

from collections.abc import Callable

import pytest

from parley.scoring import fields
from parley.scoring.fields import FIELDS, Field
from parley.scoring.items import FORMS, Item
from parley.scoring.names import Names
from parley.terms.enums import Reality

NAMES = Names({"Dahl": "Norway"})


@pytest.mark.parametrize(
    ("same", "a", "b", "right"),
    [
        (fields.reality, Reality.HAPPENED, Reality.ONGOING, True),
        (fields.reality, Reality.PLANNED, Reality.POSSIBLE, False),
        (fields.name, None, None, True),
        (fields.name, None, "Norway", False),
        (fields.name_list, ("Dahl", "Sudan"), ("Sudan", "Norway"), True),
        (fields.name_list, ("Norway",), ("Norway", "Sudan"), False),
        (fields.speaker, "report", "report", True),
        (fields.speaker, "report", "Report of Norway", False),
        (fields.speaker, None, "Norway", False),
        (fields.speaker, "Dahl", "Norway", True),
        (fields.words, "Foreign Minister", "minister", True),
        (fields.words, None, "Oslo", False),
        (fields.word_list, ("oil", "trade"), ("the trade", "oil"), True),
        (fields.word_list, ("oil",), (), False),
        (fields.overlap, (0.0, 0.05), (0.0, 0.1), True),
        (fields.overlap, (0.0, 0.05), (0.0, 1.0), False),
        (fields.overlap, None, (0.0, 1.0), False),
        (fields.voices, frozenset({("Dahl", "for")}), frozenset({("Norway", "for")}), True),
        (fields.voices, frozenset({("Dahl", "for")}), frozenset({("Norway", "against")}), False),
        (fields.voices, frozenset({("report", "for")}), frozenset({("-", "for")}), False),
        (fields.voices, frozenset({("report", "for")}), frozenset({("report", "for"), ("Dahl", "for")}), False),
    ],
)
def test_same(same: Callable[[Names, object, object], bool], a: object, b: object, right: bool) -> None:
    """Each field has its own sense of sameness, which holds both ways."""
    assert same(NAMES, a, b) is right
    assert same(NAMES, b, a) is right


def test_any_reading_will_do(event: Callable[..., Item]) -> None:
    """Where the gold allows several readings, each is right, and an empty one asks for nothing."""
    field = Field("recipients", fields.name_list)
    gold = event("met", recipients=((), ("Sudan",)))
    assert field.right(gold, event("met"), NAMES)
    assert field.right(gold, event("met", recipients=(("Sudan",),)), NAMES)
    assert not field.right(gold, event("met", recipients=(("Chad",),)), NAMES)
    assert not field.wants(gold)
    assert field.wants(event("met", recipients=(("Sudan",),)))


def test_an_event_is_whole_by_five_fields() -> None:
    """All forms have fields; of an event mode, date and place stand beside the whole."""
    assert set(FIELDS) == set(FORMS)
    whole = [f.name for f in FIELDS[FORMS[0]] if f.whole]
    assert whole == ["type", "actors", "recipients", "reality", "voices"]
