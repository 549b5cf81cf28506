"""Brief: a part of the record chosen by talks, actors, days and forms, as a document to preview and take away."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parley.desk.brief import Chosen, brief_file, filter_of, only_talks, open_part, title_of
from parley.desk.handling import shareable
from parley.desk.records import plainly
from parley.desk.tables import Table
from parley.desk.views.glance import TALKS
from parley.desk.views.lines import Line, lines_of
from parley.record import Record
from parley.terms.enums import Handling
from parley.terms.slice import Slice

__all__ = ["MOST", "BriefPage", "Chosen", "brief_page", "written"]
MOST = 1000
"""Statements and talks that a brief written here takes in; `parley brief` writes greater ones."""
JOINED_ANEW = 5000
"""Statements and talks of a record that is joined anew without its marked reports while somebody waits."""
TALKS_SHOWN = 60
COLUMNS = ("what", "many")


@dataclass(frozen=True, slots=True)
class BriefPage:
    """What can be chosen, and how much what is chosen now would hold; `left_out` of it for being too much."""

    talks: tuple[Line, ...]
    statements: int
    talks_held: int
    reports: int
    left_out: int

    @property
    def table(self) -> Table:
        """How much the brief would hold."""
        rows = (
            ("statements", self.statements), ("talks", self.talks_held), ("reports", self.reports),
            ("left out", self.left_out),
        )  # fmt: skip
        return Table("Brief", COLUMNS, rows, COLUMNS)


def brief_page(record: Record, chosen: Chosen, most: int = MOST) -> BriefPage:
    """What can be chosen, and what a brief of it would hold."""
    with plainly():
        talks = lines_of(record.newest(TALKS, TALKS_SHOWN))
    part, left_out = _part(record, chosen, most)
    return BriefPage(talks, len(part.statements), len(part.talks), len(part.reports), left_out)


def written(record: Record, chosen: Chosen, form: str, most: int = MOST) -> bytes:
    """The brief as a page (`html`), as Markdown (`md`) or as a Word document (`docx`). What is marked stays out.

    Where more was chosen than it takes, it says at its head how much is left out. Raises AmissError.
    """
    part, left_out = _part(record, chosen, most)
    title = chosen.title.strip() or title_of(part)
    return brief_file(part, form, title, chosen.scenario, caution(most, left_out))


def caution(most: int, left_out: int) -> str:
    """What a brief that is cut says of it; nothing where it is whole.

    >>> caution(1000, 0)
    ''
    """
    if not left_out:
        return ""
    return (
        f"This brief is cut: it holds the newest {most:,} of {most + left_out:,} statements and talks that were "
        f"chosen; {left_out:,} are left out."
    )


def _part(record: Record, chosen: Chosen, most: int) -> tuple[Slice, int]:
    """What was chosen, the newest of it where it is much, and how much of it is left out for that."""
    asked = filter_of(record, chosen)
    with plainly():
        many = record.how_many(asked)
        part = record.newest(asked, most)
        marked = record.reports_marked() & {r.id for r in part.reports}
        great = record.holds_more_than(JOINED_ANEW)
    if marked:
        part = _without_marked(part) if great else open_part(part, shareable(record))
    return only_talks(part, chosen.talks), max(0, many - most)


def _without_marked(part: Slice) -> Slice:
    """A part of a great record without anything that a marked report tells or is heard in."""
    hidden = {r.id for r in part.reports if r.handling is not Handling.OPEN}
    return replace(
        part,
        reports=tuple(r for r in part.reports if r.id not in hidden),
        proposals=tuple(p for p in part.proposals if p.report not in hidden),
        statements=tuple(s for s in part.statements if not _touches([*s.mentions, *s.voices], hidden)),
        talks=tuple(t for t in part.talks if not _touches([*t.mentions, *t.voices], hidden)),
    )


def _touches(places: list[object], hidden: set[str]) -> bool:
    return any(getattr(p, "report", None) in hidden for p in places)
