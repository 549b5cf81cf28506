"""What a data set's code stands for: a PLOVER root and mode, and which of a row's two sides does it to whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from parley.terms.bodies import Event
from parley.terms.enums import Root
from parley.terms.plover import RECIPROCAL
from parley.terms.values import Harm


class Sides(Enum):
    """How a row's first and second side stand in an act."""

    FIRST_TO_SECOND = "the first does it to the second"
    SECOND_TO_FIRST = "the second does it to the first"
    BOTH = "both do it, none to the other"
    FIRST_ALONE = "the first does it; what the second has to do with it is not coded"


@dataclass(frozen=True, slots=True)
class Act:
    """An act by PLOVER's root (OTHER where it has none, or several) and mode."""

    type: Root
    mode: str | None = None
    sides: Sides = Sides.FIRST_TO_SECOND

    def event(
        self,
        first: tuple[str, ...],
        second: tuple[str, ...],
        harm: tuple[Harm, ...] = (),
        contexts: tuple[str, ...] = (),
    ) -> Event:
        """The act between two sides."""
        doers, others = (second, first) if self.sides is Sides.SECOND_TO_FIRST else (first, second)
        if self.sides is Sides.BOTH:
            doers, others = tuple(dict.fromkeys((*first, *second))), ()
        elif self.sides is Sides.FIRST_ALONE:
            others = ()
        return Event(self.type, self.mode, actors=doers, recipients=others, contexts=contexts, harm=harm)


def of_code(root: Root, mode: str | None) -> Act:
    """What one of PLOVER's codes by itself says of the sides: a visit has a visitor and a host."""
    return Act(root, mode, Sides.BOTH if root in RECIPROCAL and mode != "visit" else Sides.FIRST_TO_SECOND)
