"""The scenario that the documents show."""

from __future__ import annotations

import re
from pathlib import Path

from parley.bargaining import outlook
from parley.settings import parse_scenario
from parley.terms.scenario import SCALES

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "bargaining.md"


def test_the_shown_scenario_works() -> None:
    """What the page shows can be read and answered as it stands."""
    shown = re.search(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.S)
    assert shown
    assert outlook(parse_scenario(shown[1]), 200).bargaining.parties == ("government", "league")


def test_every_scale_is_told() -> None:
    """Each kind of number stands in the page's table."""
    page = PAGE.read_text("utf-8")
    names = {"red_line": "at_least", "tie": "strength"}
    assert [k for k in SCALES if f"`{names.get(k, k)}`" not in page] == []
