"""Figures from pairs: how much was found, how much of what is told is right, and what is held as fact that is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.scoring.fields import FIELDS, Field
from parley.scoring.items import is_filled
from parley.scoring.pairs import Pair
from parley.terms.enums import Form


@dataclass(frozen=True, slots=True)
class Rate:
    """`right` of `of`: a share, None where there is nothing to have a share of."""

    right: int
    of: int

    @property
    def share(self) -> float | None:
        """From 0 to 1."""
        return self.right / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Score:
    """How many the gold has, the record has, and are right in both.

    `closed`: whether the gold has all there is, so that more of them is false; if not, precision is not known.
    """

    gold: int
    told: int
    right: int
    closed: bool = True

    @property
    def precision(self) -> float | None:
        """Of what the record has, the share that is right."""
        return self.right / self.told if self.told and self.closed else None

    @property
    def recall(self) -> float | None:
        """Of what the gold has, the share that the record has right."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Twice what is right, of what both have; None where neither has anything, or precision is not known."""
        both = self.gold + self.told
        return 2 * self.right / both if both and self.closed else None


@dataclass(frozen=True, slots=True)
class FieldFigures:
    """A field: `score` over what is filled in, `agreed` over all that was found, left empty on both sides too."""

    score: Score
    agreed: Rate


@dataclass(frozen=True, slots=True)
class Figures:
    """One form's figures. `leak` and `kept`: of the gold's non-facts and facts, those that the record has as facts."""

    form: Form
    found: Score
    fields: Mapping[str, FieldFigures]
    whole: Score
    leak: Rate
    kept: Rate


def figures(form: Form, pairs: Sequence[Pair]) -> Figures:
    """The figures of one form's pairs; what only one coder saw counts nowhere."""
    counted = [p for p in pairs if p.form is form and p.counts]
    closed = not counted or any(form in p.passage.coded for p in counted)
    gold, told = sum(p.gold is not None for p in counted), sum(p.told is not None for p in counted)
    found = sum(p.gold is not None and p.told is not None for p in counted)
    fields = {f.name: _field(f, counted, closed) for f in FIELDS[form]}
    return Figures(
        form,
        found=Score(gold, told, found, closed),
        fields={name: f for name, f in fields.items() if f.score.gold or f.score.told or f.agreed.of},
        whole=Score(gold, told, sum(p.whole for p in counted), closed),
        leak=_as_facts(counted, False),
        kept=_as_facts(counted, True),
    )


def _field(f: Field, pairs: Sequence[Pair], closed: bool) -> FieldFigures:
    """Right are those filled in rightly, also where the gold would have let them be empty."""
    both = [p for p in pairs if f.name in p.right]
    right = sum(p.right[f.name] and _tells(f, p) for p in both)
    wanted = sum(_wants(f, p) for p in pairs)
    told = sum(_tells(f, p) for p in (pairs if f.always else both) if p in both or p.gold is None)
    return FieldFigures(Score(wanted, told, right, closed), Rate(sum(p.right[f.name] for p in both), len(both)))


def _wants(f: Field, p: Pair) -> bool:
    if p.gold is None:
        return False
    return f.wants(p.gold) or (p.right.get(f.name, False) and _tells(f, p))


def _tells(f: Field, p: Pair) -> bool:
    return p.told is not None and any(is_filled(r) for r in p.told.fields[f.name])


def _as_facts(pairs: Sequence[Pair], fact: bool) -> Rate:
    """Of the gold that is (or is no) fact, how much the record has as a fact; not where the coders differ."""
    those = [p for p in pairs if p.gold is not None and p.gold.fact is fact]
    return Rate(sum(bool(p.told and p.told.fact) for p in those), len(those))
