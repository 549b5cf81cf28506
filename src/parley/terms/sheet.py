"""What the columns of a person's own coding sheet mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from parley.terms.enums import Stance

COLUMNS: Mapping[str, str] = {
    "id": "the row's own number or name",
    "date": "the day on which it was, or began",
    "end": "the day on which it ended",
    "actors": "who did it",
    "recipients": "to whom it was done",
    "type": "what was done; [types] says what its values stand for",
    "mode": "how: one of PLOVER's modes",
    "object": "what was given, demanded, refused or moved",
    "voice": "who says so",
    "stance": "how they say so: asserts, admits, alleges, denies, doubts",
    "reality": "whether it is the case: happened, planned, threatened, …",
    "place": "where",
    "admin1": "in which province",
    "country": "in which country",
    "latitude": "degrees north",
    "longitude": "degrees east",
    "killed": "how many were killed",
    "killed_low": "how many at least",
    "killed_high": "how many at most",
    "injured": "how many were injured",
    "captured": "how many were captured",
    "displaced": "how many were displaced",
    "notes": "the row's own words: what its statement quotes",
    "title": "what the row is called",
    "url": "where it was found",
    "published": "the day on which its source was published",
}
"""What a column may be, and what stands in it. `actors`, `recipients` and `voice` may be several columns."""
SEVERAL = frozenset({"actors", "recipients", "voice"})
PASSED_OVER = "-"
"""Stands among types for what is to be left alone."""


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """How a sheet is read. `columns` leads from what a column is (a key of COLUMNS) to what the sheet calls it.

    `types` leads from the type column's values, in lower case, to a root of PLOVER's and perhaps a mode ("ASSAULT
    aerial"), "" where nobody has said yet, or PASSED_OVER. `month_first` says how 3/4/2022 is meant, None that nothing
    does. `between` parts several names in one cell. `own_events`: two rows are two events.
    """

    name: str
    columns: Mapping[str, tuple[str, ...]]
    types: Mapping[str, str] = field(default_factory=dict)
    stance: Stance = Stance.ASSERTS
    month_first: bool | None = None
    between: str = ";"
    own_events: bool = True
    sheet: str | None = None

    def column(self, key: str) -> str:
        """What the sheet calls a column of which there is one, "" where it has none."""
        return next(iter(self.columns.get(key, ())), "")
