"""What several forms tell alike."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.formats.told import told

from parley.analysis import talk_was_held
from parley.formats.telling import is_fact
from parley.terms.enums import Outcome, Stance
from parley.terms.values import REPORT, Voice


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("who", [REPORT, "northland", None])
def test_a_talk_is_a_fact_in_every_form_where_the_timeline_takes_it_for_one(outcome: Outcome, who: str | None) -> None:
    """Also where only its result is not known: that it was held is told."""
    voice = Voice(told().reports[0].id, who, Stance.ASSERTS)
    talk = replace(told().talks[0], outcome=outcome, voices=(voice,))
    assert is_fact(talk) == talk_was_held(talk)
    assert is_fact(replace(talk, outcome=Outcome.UNKNOWN)) == (who == REPORT)
