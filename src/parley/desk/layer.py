"""The layers that `parley code` can write."""

from __future__ import annotations

from enum import StrEnum


class Layer(StrEnum):
    """What to write of each report: the joined statements, or one of the layers for measuring."""

    STATEMENTS = "statements"
    PREDICATES = "predicates"
    ATTRIBUTIONS = "attributions"
    MENTIONS = "mentions"
    DATES = "dates"
    PLACES = "places"
