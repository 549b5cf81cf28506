"""Figures apart."""

import pytest

from parley.scoring import BY, Pair, by, figures
from parley.terms.enums import Form


@pytest.mark.parametrize("key", sorted(BY))
def test_groups_add_up(pairs: list[Pair], key: str) -> None:
    """Every event is in one group, whatever they are told apart by."""
    groups = [f for those in by(key, pairs).values() for f in those if f.form is Form.EVENT]
    whole = figures(Form.EVENT, pairs).found
    assert sum(f.found.gold for f in groups) == whole.gold
    assert sum(f.found.told for f in groups) == whole.told
    assert sum(f.found.right for f in groups) == whole.right


def test_by_reality(pairs: list[Pair]) -> None:
    """The groups are those of the gold's first readings."""
    assert set(by("reality", pairs)) == {"happened", "ongoing", "planned", "possible", "threatened", "did-not-happen"}


def test_forms_without_the_field_are_left_out(pairs: list[Pair]) -> None:
    """No gold says with what voice a position is told: its group would hold extras alone."""
    forms = {f.form for those in by("voice", pairs).values() for f in those}
    assert forms == {Form.EVENT}


def test_unknown_key(pairs: list[Pair]) -> None:
    """What nothing can be told apart by is refused."""
    with pytest.raises(KeyError):
        by("weather", pairs)
