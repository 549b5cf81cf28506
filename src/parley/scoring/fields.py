"""The fields of each form, and when two readings of one are the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from parley.scoring.items import UNNAMED, Heard, Item, Reading, is_filled
from parley.scoring.names import Names, alike
from parley.terms.enums import Form
from parley.terms.facts import REAL
from parley.terms.values import REPORT

Same = Callable[[Names, Reading, Reading], bool]


def word(_: Names, a: Reading, b: Reading) -> bool:
    """A code: the same word."""
    return bool(a == b)


def reality(_: Names, a: Reading, b: Reading) -> bool:
    """What happened and what goes on are one."""
    return a == b or (a in REAL and b in REAL)


def name(names: Names, a: Reading, b: Reading) -> bool:
    """One actor, or none on either side."""
    return a is b if a is None or b is None else names.same(a, b)


def name_list(names: Names, a: Reading, b: Reading) -> bool:
    """Actors: each has its like on the other side."""
    return names.equal(a, b)


def speaker(names: Names, a: Reading, b: Reading) -> bool:
    """Who judges: the report, nobody named, or an actor."""
    return bool(a == b) or (not {a, b} & {REPORT, None} and names.same(a, b))


def voices(names: Names, a: Heard, b: Heard) -> bool:
    """Each voice has one on the other side that is the same speaker's, for or against."""
    return _all_heard(names, a, b) and _all_heard(names, b, a)


def _all_heard(names: Names, these: Heard, those: Heard) -> bool:
    return all(any(_voice(names, x, y) for y in those) for x in these)


def _voice(names: Names, x: tuple[str, str], y: tuple[str, str]) -> bool:
    if x[1] != y[1]:
        return False
    return x[0] == y[0] or (not {x[0], y[0]} & {REPORT, UNNAMED} and names.same(x[0], y[0]))


def words(_: Names, a: Reading, b: Reading) -> bool:
    """An office or a place: the words of one are among the other's."""
    return a is b if a is None or b is None else alike(a, b)


def word_list(_: Names, a: Sequence[str], b: Sequence[str]) -> bool:
    """Things told in words: each has its like on the other side."""
    return all(any(alike(x, y) for y in b) for x in a) and all(any(alike(x, y) for y in a) for x in b)


def overlap(_: Names, a: Reading, b: Reading) -> bool:
    """Ranges of probability (low, high): what they share is at least half of what they span."""
    if a is None or b is None:
        return a is b
    shared = min(a[1], b[1]) - max(a[0], b[0])
    spanned = max(a[1], b[1]) - min(a[0], b[0])
    return bool(a == b or shared >= spanned / 2)


@dataclass(frozen=True, slots=True)
class Field:
    """A field that is scored. `whole`: the whole record is right only if it is. `always`: every gold of the form has
    it, so that a line of the record which is not in the gold counts against its precision.
    """

    name: str
    same: Same
    whole: bool = True
    always: bool = True

    def right(self, gold: Item, told: Item, names: Names) -> bool:
        """Whether any reading of the record's is one of the gold's."""
        return any(self.same(names, a, b) for a in gold.fields[self.name] for b in told.fields[self.name])

    def wants(self, gold: Item) -> bool:
        """Whether the gold has something here in every reading, so that nothing is wrong."""
        return self.name in gold.fields and all(is_filled(r) for r in gold.fields[self.name])


def _more(name: str, same: Same) -> Field:
    """A field that only some gold has: scored where it is, no part of the whole."""
    return Field(name, same, whole=False, always=False)


FIELDS: dict[Form, tuple[Field, ...]] = {
    Form.EVENT: (
        Field("type", word),
        Field("actors", name_list),
        Field("recipients", name_list),
        Field("reality", reality),
        Field("voices", voices),
        _more("mode", word),
        _more("date", word),
        _more("place", words),
    ),
    Form.TALK: (
        Field("parties", name_list),
        Field("mediators", name_list),
        Field("hosts", name_list),
        Field("venue", words),
        Field("date", word),
        Field("outcome", word),
        _more("delegates", name_list),
        _more("agenda", word_list),
    ),
    Form.TIE: (
        Field("from", name_list),
        Field("to", name_list),
        Field("relation", word),
        Field("sign", word),
        _more("reality", reality),
        _more("goods", word_list),
    ),
    Form.POSITION: (
        Field("actor", name),
        Field("stance", word),
        _more("intensity", word),
        _more("issue_id", word),
        _more("by", speaker),
    ),
    Form.JUDGEMENT: (
        Field("verdict", word),
        Field("by", speaker),
        _more("gainers", name_list),
        _more("losers", name_list),
        _more("probability", overlap),
    ),
    Form.ROLE: (
        Field("person", name),
        Field("office", words),
        Field("of", name),
        Field("to", name),
        Field("tenure", word),
    ),
}  # fmt: skip
"""What is scored of each form. An event's whole record is its five fields that every coder fills."""
