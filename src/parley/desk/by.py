"""What the figures of `parley score` can be told apart by."""

from __future__ import annotations

from enum import StrEnum


class By(StrEnum):
    """The reality, who says so, or the type of what is told."""

    REALITY = "reality"
    VOICE = "voice"
    TYPE = "type"
