"""What is left out of a source that holds thousands of things, counted: one line a reason and not one a thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.intake.left_out import LeftOut
from parley.intake.sameness import Found

FEW = 3
"""So many of one reason are named each."""


@dataclass(slots=True)
class _Group:
    """What is left out for one reason: the first few, and how many there are."""

    first: list[LeftOut]
    count: int = 0


def counted(items: Iterator[Found | LeftOut], place: str) -> Iterator[Found | LeftOut]:
    """Reports as they come; then what was left out, by its reason, in the order in which the reasons were met.

    >>> why = [LeftOut(f"box, message {n}", "it is empty", "look") for n in range(1, 10)]
    >>> [str(x) for x in counted(iter(why), "box")]
    ['box (9 times, first in message 1): it is empty; look']
    """
    groups: dict[tuple[str, str], _Group] = {}
    for item in items:
        if isinstance(item, Found):
            yield item
            continue
        group = groups.setdefault((item.why, item.remedy), _Group([]))
        group.count += 1
        if len(group.first) < FEW:
            group.first.append(item)
    for group in groups.values():
        yield from group.first if group.count <= FEW else (_summed(group, place),)


def _summed(group: _Group, place: str) -> LeftOut:
    first = group.first[0]
    where = first.path.removeprefix(place).removeprefix(",").strip()
    told = f", first in {where}" if where else ""
    return LeftOut(f"{place} ({group.count} times{told})", first.why, first.remedy)
