"""What intake could not take, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that was not taken: where it stands (`path`, perhaps with a line or field), why, and the remedy."""

    path: str
    why: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}: {self.why}; {self.remedy}"


class UnreadableError(Exception):
    """A source that gives no report. Carries why, and the remedy; the caller knows the place."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(why)
        self.why = why
        self.remedy = remedy

    def at(self, path: str) -> LeftOut:
        """The same, with the place where it happened."""
        return LeftOut(path, self.why, self.remedy)
