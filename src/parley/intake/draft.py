"""What a source yields before it becomes a report: a text, what is told of its origin, and what had to be let go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from parley.intake.days import publication_day
from parley.intake.language import language_of
from parley.intake.left_out import LeftOut
from parley.terms.report import Report, report_of

NAMES = {
    "title": "title",
    "headline": "title",
    "publisher": "publisher",
    "source": "publisher",
    "outlet": "publisher",
    "published": "published",
    "date": "published",
    "url": "url",
    "link": "url",
}
"""The words by which a header may call a report's field (lower case)."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A tidied text with its origin. `published` is as written: `report_from` makes a day of it."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    retrieved: str | None = None
    doubts: tuple[tuple[str, str], ...] = ()
    """Parts that were let go while the text was kept: (why, remedy)."""


def fields_of(pairs: Mapping[str, str]) -> dict[str, str]:
    """The fields of a draft among pairs of any names; the first that names a field gives it.

    >>> fields_of({"Headline": "Envoys meet", "Author": "A. B."})
    {'title': 'Envoys meet'}
    """
    fields: dict[str, str] = {}
    for name, value in pairs.items():
        field = NAMES.get(name.strip().lower())
        if field and value.strip():
            fields.setdefault(field, value.strip())
    return fields


def draft_with(text: str, fields: Mapping[str, str], doubts: tuple[tuple[str, str], ...] = ()) -> Draft:
    """The draft of a text with fields found by `fields_of`."""
    return Draft(
        text,
        title=fields.get("title"),
        publisher=fields.get("publisher"),
        published=fields.get("published"),
        url=fields.get("url"),
        doubts=doubts,
    )


def report_from(draft: Draft) -> Report:
    """The report of a draft; its language is detected, and a date that is none stays unknown."""
    return report_of(
        draft.text,
        title=draft.title,
        publisher=draft.publisher,
        url=draft.url,
        published=publication_day(draft.published or ""),
        retrieved=draft.retrieved,
        language=language_of(draft.text),
    )


def doubts_of(draft: Draft, path: str) -> tuple[LeftOut, ...]:
    """What of a source was let go although its report was kept: never silently."""
    doubts = [LeftOut(path, why, remedy) for why, remedy in draft.doubts]
    if draft.published and publication_day(draft.published) is None:
        why = f"its date {draft.published!r} is not one I can be sure of, so the report is kept without a date"
        doubts.append(LeftOut(f"{path} (published)", why, "write the date as 2022-01-31"))
    return tuple(doubts)
