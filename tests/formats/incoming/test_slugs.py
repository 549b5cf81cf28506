"""Ids from names."""

import re

from hypothesis import given
from hypothesis import strategies as st

from parley.formats.incoming.slugs import LONGEST, slug


@given(st.text(max_size=120))
def test_whatever_has_a_letter_has_an_id(name: str) -> None:
    """In small letters, figures and hyphens, never too long, and the same for the id itself."""
    made = slug(name)
    assert bool(made) is any(c.isalnum() for c in name)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", made)
    assert len(made) <= LONGEST + 9
    assert slug(made) == made or len(made) > LONGEST


def test_names_in_other_letters_stay_apart() -> None:
    """They leave nothing in Latin letters."""
    assert len({slug("Фронт"), slug("Совет"), slug("前线")}) == 3
