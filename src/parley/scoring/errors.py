"""What is amiss in a record, one by one, with the sentence: misses, differences, and what is too much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from parley.scoring.fields import FIELDS
from parley.scoring.items import Item, Reading
from parley.scoring.names import OR
from parley.scoring.pairs import Pair
from parley.scoring.sentences import sentence_at
from parley.terms.enums import Form


class Kind(StrEnum):
    """What is amiss."""

    MISS = "miss"
    DIFFERENCE = "difference"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Error:
    """One thing amiss. `wrong`: the fields that differ; `gold` and `told`: each field's readings, in words.

    `leak`: the record holds it as a fact, which by the gold it is not.
    """

    kind: Kind
    passage: str
    form: Form
    words: str
    wrong: tuple[str, ...]
    gold: Mapping[str, str]
    told: Mapping[str, str]
    sentence: str
    leak: bool = False


def errors(pairs: Iterable[Pair]) -> Iterator[Error]:
    """All that is amiss, in the order of the pairs; not what one coder alone saw."""
    for p in pairs:
        kind = _kind(p) if p.counts else None
        if kind is not None:
            yield _error(kind, p)


def _kind(p: Pair) -> Kind | None:
    if p.gold is None:
        return Kind.EXTRA
    if p.told is None:
        return Kind.MISS
    right = all(p.right[name] for name in p.right if name in _scored(p))
    return None if right and not _leaks(p) else Kind.DIFFERENCE


def _leaks(p: Pair) -> bool:
    return bool(p.gold and p.told and p.gold.fact is False and p.told.fact)


def _scored(p: Pair) -> set[str]:
    """A difference of an event is one in its whole record; its date and place are seen beside it."""
    return {f.name for f in FIELDS[p.form] if f.whole or p.form is not Form.EVENT}


def _error(kind: Kind, p: Pair) -> Error:
    head = (p.gold or p.told or _nothing()).heads[0]
    return Error(
        kind=kind,
        passage=p.passage.id,
        form=p.form,
        words=head.of(p.passage.text),
        wrong=tuple(name for name, ok in p.right.items() if not ok),
        gold=_said(p.gold),
        told=_said(p.told),
        sentence=" ".join(sentence_at(p.passage.text, head.start).of(p.passage.text).split()),
        leak=_leaks(p),
    )


def _nothing() -> Item:
    raise ValueError("a pair has gold, or what is told, or both")


def _said(item: Item | None) -> dict[str, str]:
    """The fields of its form with all their readings, "or" between them."""
    if item is None:
        return {}
    names = [f.name for f in FIELDS[item.form] if f.name in item.fields]
    return {n: " or ".join(dict.fromkeys(words_of(r) for r in item.fields[n])) for n in names}


def words_of(reading: Reading) -> str:
    """A reading as a person reads it, "-" for nothing; of an actor's names the first.

    >>> words_of(("Taliban|Islamic Emirate", "Norway")), words_of(None)
    ('Taliban, Norway', '-')
    """
    if isinstance(reading, frozenset):
        return ", ".join(f"{words_of(who)} {side}" for who, side in sorted(reading)) or "-"
    if isinstance(reading, tuple):
        return ", ".join(words_of(r) for r in reading) or "-"
    return "-" if reading is None else str(reading).split(OR)[0]
