"""Figures apart for what is alike: by reality, by who says so, by type."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from parley.scoring.figures import Figures, figures
from parley.scoring.items import FORMS, UNNAMED, Heard, Item
from parley.scoring.pairs import Pair
from parley.terms.enums import Form
from parley.terms.values import REPORT

TYPE = {
    Form.EVENT: "type",
    Form.TALK: "outcome",
    Form.TIE: "relation",
    Form.POSITION: "stance",
    Form.JUDGEMENT: "verdict",
    Form.ROLE: "tenure",
}
"""The field that says which kind of its form an item is."""
Key = Callable[[Item], str | None]


def _type(item: Item) -> str | None:
    return _word(item.first(TYPE[item.form]))


def _reality(item: Item) -> str | None:
    return _word(item.first("reality"))


def _voice(item: Item) -> str | None:
    heard: Heard | None = item.first("voices")
    return None if heard is None else voice_of(heard)


def _word(reading: object) -> str | None:
    return None if reading is None else str(reading)


def voice_of(heard: Heard) -> str:
    """In one word who says so: `denied` where anybody is against it, else the report, somebody named, or nobody.

    >>> voice_of(frozenset({("report", "for"), ("Norway", "for")})), voice_of(frozenset({("Norway", "against")}))
    ('report', 'denied')
    """
    if any(side == "against" for _, side in heard):
        return "denied"
    if any(who == REPORT for who, _ in heard):
        return "report"
    return "named" if any(who != UNNAMED for who, _ in heard) else "unnamed"


BY: Mapping[str, Key] = {"reality": _reality, "voice": _voice, "type": _type}
"""What pairs may be told apart by; the gold's first reading decides, for what is too much the record's own."""


def by(key: str, pairs: Sequence[Pair]) -> dict[str, list[Figures]]:
    """Each group's figures, form by form, the groups in the order of the alphabet.

    Left out is what has no such field, and forms of which no gold has it: all that is told of them would be too much.
    Raises KeyError for a key that is none of BY.
    """
    known = {p.form for p in pairs if p.gold and BY[key](p.gold) is not None}
    groups: dict[str, list[Pair]] = {}
    for p in pairs:
        item = p.gold or p.told
        if item is not None and p.form in known and (group := BY[key](item)) is not None:
            groups.setdefault(group, []).append(p)
    return {g: [figures(f, groups[g]) for f in FORMS if any(p.form is f for p in groups[g])] for g in sorted(groups)}
