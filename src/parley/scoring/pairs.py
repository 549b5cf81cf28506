"""A record beside gold, thing by thing: what was found and how rightly, what was missed, what is too much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from parley.scoring.fields import FIELDS
from parley.scoring.items import FORMS, Item, Passage
from parley.scoring.matching import match
from parley.scoring.names import Names
from parley.terms.enums import Form


@dataclass(frozen=True, slots=True)
class Pair:
    """One of the gold with what tells it. Without `told` it was missed; without `gold` it is too much.

    `right`: each field that the gold codes → whether the record has it right; empty but for both.
    """

    passage: Passage
    form: Form
    gold: Item | None
    told: Item | None
    right: Mapping[str, bool] = field(default_factory=dict)

    @property
    def counts(self) -> bool:
        """What one coder alone saw is neither rewarded nor punished."""
        return not (self.gold and self.gold.optional)

    @property
    def whole(self) -> bool:
        """Whether it was found and every field that makes the whole record is right."""
        told = {f.name for f in FIELDS[self.form] if f.whole}
        return bool(self.gold and self.told) and all(ok for name, ok in self.right.items() if name in told)


def compare(passages: Sequence[Passage], told: Mapping[str, Sequence[Item]]) -> list[Pair]:
    """Every form of every passage. `told` is by the passages' ids."""
    return [p for passage in passages for form in FORMS for p in _of(passage, form, told.get(passage.id, ()))]


def _of(passage: Passage, form: Form, told: Sequence[Item]) -> Iterator[Pair]:
    gold, here = passage.of(form), [t for t in told if t.form is form]
    names = Names(passage.acts_for)
    found = match(form, gold, here, names, passage.text)
    for i, g in enumerate(gold):
        t = here[found[i]] if i in found else None
        yield Pair(passage, form, g, t, _right(g, t, names) if t else {})
    if form in passage.coded:
        extra = set(range(len(here))) - set(found.values())
        yield from (Pair(passage, form, None, here[j]) for j in sorted(extra))


def _right(gold: Item, told: Item, names: Names) -> dict[str, bool]:
    return {f.name: f.right(gold, told, names) for f in FIELDS[gold.form] if f.name in gold.fields}
