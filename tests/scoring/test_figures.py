"""Figures, on the project's own passages as the tool that the measure was taken from printed them, and in small."""

from collections.abc import Callable, Sequence

import pytest

from parley.scoring import FORMS, Item, Pair, Passage, compare, figures
from parley.scoring.figures import Figures, Rate, Score
from parley.terms.enums import Form

Make = Callable[..., Item]
MakePassage = Callable[[Sequence[Item]], Passage]

PRINTED = {
    "gold": 23, "other": 23, "detection": {"p": 0.87, "r": 0.87, "f1": 0.87},
    "type": 0.95, "actors": 0.85, "recipients": 0.85, "reality": 0.95, "voices": 0.85,
    "whole_record": {"p": 0.478, "r": 0.478, "f1": 0.478},
    "leak": 0.182, "facts_kept": 0.818, "n_facts": 11, "n_nonfacts": 11,
}  # fmt: skip
"""What score_record.py printed for gold.jsonl and record.jsonl of this folder."""


def printed(f: Figures) -> dict[str, object]:
    """Figures of events in the form in which the tool prints them."""
    shares = {n: _rounded(f.fields[n].agreed.share) for n in ("type", "actors", "recipients", "reality", "voices")}
    facts = {"leak": _rounded(f.leak.share), "facts_kept": _rounded(f.kept.share)}
    counts = {"gold": f.found.gold, "other": f.found.told, "n_facts": f.kept.of, "n_nonfacts": f.leak.of}
    return {**counts, "detection": _prf(f.found), **shares, "whole_record": _prf(f.whole), **facts}


def _prf(s: Score) -> dict[str, float | None]:
    return {"p": _rounded(s.precision), "r": _rounded(s.recall), "f1": _rounded(s.f1)}


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 3)


def test_as_the_tool_printed_them(pairs: list[Pair]) -> None:
    """Events come out to the last digit as the tool has them."""
    assert printed(figures(Form.EVENT, pairs)) == PRINTED


def test_of_all_forms(pairs: list[Pair]) -> None:
    """Gold, record and found of each form, counted by hand."""
    found = {f: figures(f, pairs).found for f in FORMS}
    assert {f.value: (s.gold, s.told, s.right) for f, s in found.items()} == {
        "event": (23, 23, 20), "talk": (1, 1, 1), "tie": (2, 2, 1), "position": (3, 4, 2), "judgement": (2, 2, 2),
        "role": (3, 3, 3),
    }  # fmt: skip


def test_optional_counts_nowhere(event: Make, passage: MakePassage) -> None:
    """Found or missed, what one coder alone saw changes no figure."""
    gold = passage([event("met"), event("shelled", optional=True)])
    missed = figures(Form.EVENT, compare([gold], {"p": [event("met")]}))
    found = figures(Form.EVENT, compare([gold], {"p": [event("met"), event("shelled")]}))
    assert missed == found
    assert (found.found.gold, found.found.told, found.kept.of) == (1, 1, 1)


def test_leak(event: Make, passage: MakePassage) -> None:
    """A non-fact that is held as a fact leaks; one that is missed does not; where coders differ nothing counts."""
    gold = passage([event("met", fact=False), event("shelled", fact=False), event("denied", fact=None)])
    f = figures(Form.EVENT, compare([gold], {"p": [event("met"), event("denied")]}))
    assert (f.leak, f.kept) == (Rate(1, 2), Rate(0, 0))
    assert f.kept.share is None


def test_empty_field_is_agreed_but_not_right(event: Make, passage: MakePassage) -> None:
    """No recipient on either side is agreement, not something found."""
    f = figures(Form.EVENT, compare([passage([event("met")])], {"p": [event("met")]}))
    assert f.fields["recipients"].agreed == Rate(1, 1)
    assert f.fields["actors"].score == Score(1, 1, 1)
    assert f.fields["recipients"].score == Score(0, 0, 0)


def test_a_field_that_may_be_empty(event: Make, passage: MakePassage) -> None:
    """Filled in rightly where it need not be is right; left empty, nothing is missed."""
    gold = passage([event("met", recipients=((), ("Sudan",)))])
    full = figures(Form.EVENT, compare([gold], {"p": [event("met", recipients=(("Sudan",),))]}))
    bare = figures(Form.EVENT, compare([gold], {"p": [event("met")]}))
    assert full.fields["recipients"].score == Score(1, 1, 1)
    assert bare.fields["recipients"].score == Score(0, 0, 0)


@pytest.mark.parametrize(
    ("score", "p", "r", "f1"),
    [
        (Score(4, 2, 1), 0.5, 0.25, 1 / 3),
        (Score(0, 0, 0), None, None, None),
        (Score(2, 0, 0), None, 0.0, 0.0),
        (Score(2, 1, 1, closed=False), None, 0.5, None),
    ],
)
def test_score(score: Score, p: float | None, r: float | None, f1: float | None) -> None:
    """Shares of nothing are not known; nor is precision where the gold does not have all there is."""
    assert (score.precision, score.recall, score.f1) == (p, r, f1)
