"""The words for what can be shown."""

from __future__ import annotations

from enum import StrEnum


class Noun(StrEnum):
    """What `parley show` shows."""

    TALKS = "talks"
    CLAIMS = "claims"
    ACTORS = "actors"
    TIES = "ties"
    EVENTS = "events"
    POSITIONS = "positions"
    JUDGEMENTS = "judgements"
    ROLES = "roles"
