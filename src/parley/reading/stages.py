"""One report's way through the stages. A stage that raises loses its own result only, with a warning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from parley.terms.layers import Warning  # noqa: A004 - the word users know

_T = TypeVar("_T")


@dataclass
class Guard:
    """Runs the stages of one report and keeps what went wrong."""

    report: str
    warnings: list[Warning] = field(default_factory=list)

    def run(self, stage: str, work: Callable[[], _T], instead: _T, at: str = "") -> _T:
        """The stage's result, or `instead` where it raises.

        Any Exception is caught, for this is the wall between a fault in one stage and the rest of the report:
        it is kept as a warning with its kind, its words and the place, once where a stage fails alike at many words.
        """
        try:
            return work()
        except Exception as e:
            where = f" at {at}" if at else ""
            failed = Warning(self.report, stage, f"{type(e).__name__}: {e}{where}; what this stage finds is missing")
            if failed not in self.warnings:
                self.warnings.append(failed)
            return instead
