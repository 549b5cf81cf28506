"""What is left out, counted."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from parley.intake.counting import FEW, counted
from parley.intake.left_out import LeftOut
from parley.intake.sameness import Found
from parley.terms.report import report_of

ITEMS = st.lists(st.sampled_from("abr"), max_size=30)


@settings(deadline=None)
@given(ITEMS)
def test_reports_pass_and_reasons_are_counted(kinds: list[str]) -> None:
    """Each report in its order; of each reason a few lines, or one that says how many there are."""
    items = [
        Found(f"box, {n}", report_of(f"They met {n}.")) if k == "r" else LeftOut(f"box, {n}", f"why {k}", "do")
        for n, k in enumerate(kinds)
    ]
    told = list(counted(iter(items), "box"))
    assert [x for x in told if isinstance(x, Found)] == [x for x in items if isinstance(x, Found)]
    for k in "ab":
        lines = [x.path for x in told if isinstance(x, LeftOut) and x.why == f"why {k}"]
        count = kinds.count(k)
        if count <= FEW:
            assert lines == [f"box, {n}" for n, kind in enumerate(kinds) if kind == k]
        else:
            assert lines == [f"box ({count} times, first in {kinds.index(k)})"]
