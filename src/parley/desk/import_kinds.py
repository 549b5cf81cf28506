"""Whose files `parley import` takes, by the names that are typed."""

from __future__ import annotations

from enum import StrEnum


class ImportKind(StrEnum):
    """The data set or program that a file comes from. Each has its entry in `parley.desk.imports.KINDS`."""

    CONTRACT = "contract"
    POLECAT = "polecat"
    ACLED = "acled"
    UCDP = "ucdp"
    GDELT = "gdelt"
    PAX = "pax"
    LABEL_STUDIO = "label-studio"
    SHEET = "sheet"
