"""Which line of a record is which of the gold: one to one, so that all pairs together are as alike as can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

from parley.scoring.fields import FIELDS
from parley.scoring.items import Item
from parley.scoring.names import Names
from parley.scoring.sentences import in_one
from parley.terms.enums import Form

LEAST = 0.8
"""How alike two must be to be one; events reach it by their head word, or by their type or actors and a little more."""
WIDEST = 40
"""Characters; a longer stretch is no head word, and sharing it says little."""
HALF = 0.5
Likeness = Callable[[Item, Item, Names, str], float]


def match(form: Form, gold: Sequence[Item], told: Sequence[Item], names: Names, text: str) -> dict[int, int]:
    """The number of each gold item that is told → the number of the item that tells it. All are of one form.

    The likeness of all pairs together is the greatest there is (an exact assignment, cubic in the numbers of items).
    """
    if not gold or not told:
        return {}
    like = event_likeness if form is Form.EVENT else _likeness_of(form)
    table = np.array([[like(g, t, names, text) for t in told] for g in gold])
    rows, columns = linear_sum_assignment(-table)
    return {int(i): int(j) for i, j in zip(rows, columns, strict=True) if table[i, j] >= LEAST}


def event_likeness(gold: Item, told: Item, names: Names, text: str) -> float:
    """0 where the two can be no one act; else up to 3.4 for its head word, type, actors and reality.

    They share the head word, or are told in one sentence with one type or at least half of the actors.
    """
    shared = [t for t in told.heads if t.meets(gold.heads[0])]
    if not shared and not _in_one_sentence(gold, told, text):
        return 0.0
    tight = any(t.end - t.start <= WIDEST for t in shared)
    kind = bool(set(gold.fields["type"]) & set(told.fields["type"]))
    who = _sides_shared(gold, told, names)
    if not (tight or kind or who >= HALF):
        return 0.0
    real = bool(set(gold.fields["reality"]) & set(told.fields["reality"]))
    return 1.0 * tight + 0.3 * bool(shared) + 1.0 * kind + 0.8 * who + 0.3 * real


def _sides_shared(gold: Item, told: Item, names: Names) -> float:
    """How much of doers and done-to together is the same, in the reading that fits best (0 to 1)."""
    return max(
        names.share([*a, *r], [*b, *s])
        for a, r in zip(gold.fields["actors"], gold.fields["recipients"], strict=False)
        for b, s in zip(told.fields["actors"], told.fields["recipients"], strict=False)
    )


def _in_one_sentence(gold: Item, told: Item, text: str) -> bool:
    return any(in_one(text, gold.heads[0].start, t.start) for t in told.heads)


def _likeness_of(form: Form) -> Likeness:
    """Of the pairs that may be one, those with one head and more fields right come first."""

    def like(gold: Item, told: Item, names: Names, text: str) -> float:
        head = any(t.meets(gold.heads[0]) for t in told.heads)
        if not (head or _in_one_sentence(gold, told, text)) or not _ALIKE[form](gold, told, names):
            return 0.0
        fields = [f for f in FIELDS[form] if f.name in gold.fields]
        return 1.0 + 0.2 * head + 0.02 * sum(f.right(gold, told, names) for f in fields)

    return like


def _talks(gold: Item, told: Item, names: Names) -> bool:
    return names.share(gold.first("parties"), told.first("parties")) >= HALF


def _ties(gold: Item, told: Item, names: Names) -> bool:
    """Of either end any one is enough: where gold has a tie each, a record may have one of many."""
    ends = all(any(names.same(x, y) for x in gold.first(e) for y in told.first(e)) for e in ("from", "to"))
    return ends and gold.first("sign") == told.first("sign")


def _positions(gold: Item, told: Item, names: Names) -> bool:
    return names.same(gold.first("actor"), told.first("actor")) and gold.first("stance") == told.first("stance")


def _judgements(gold: Item, told: Item, _: Names) -> bool:
    return bool(gold.first("verdict") == told.first("verdict"))


def _roles(gold: Item, told: Item, names: Names) -> bool:
    return names.same(gold.first("person"), told.first("person"))


_ALIKE: dict[Form, Callable[[Item, Item, Names], bool]] = {
    Form.TALK: _talks,
    Form.TIE: _ties,
    Form.POSITION: _positions,
    Form.JUDGEMENT: _judgements,
    Form.ROLE: _roles,
}
"""What two of a form must agree on to be one, beside where they are told."""
