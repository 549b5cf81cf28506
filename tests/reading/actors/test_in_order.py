"""References in the order of the text: whose the government is."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.actors.tables import Case, cases, mentioned_each, readings, wanted_each, who_in

from parley.reading.actors import in_order
from parley.reading.pipeline import parse

TABLE = Path(__file__).with_name("in_order.tsv")


@pytest.mark.parametrize("case", cases(TABLE), ids=lambda c: c.text)
def test_the_government_is_the_reports_own(case: Case) -> None:
    """A bare government or army is that of the state which the report is about, where it is about one."""
    assert mentioned_each(case, readings(TABLE)[case.text]) == wanted_each(case)


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Norway is in turmoil. Norway's king left.", "norway"),
        ("Norway is in turmoil.", None),
        ("Norway met Sweden. Norway left.", "norway"),
        ("Norway met Sweden. Norway left, Sweden stayed.", None),
        ("NATO met. NATO agreed on a plan.", None),
    ],
)
def test_a_report_is_at_home_where_it_clearly_plays(text: str, home: str | None) -> None:
    """The home is the state met at least twice, and twice as often as the next; an alliance is none."""
    assert in_order.home(who_in(parse(text)).cast) == home
