"""Groups of columns that tables share, each with the function that fills it: when, where, who says so, from where."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable

from parley.formats.cells import many
from parley.formats.pieces import Cell, Column
from parley.terms.enums import DateBasis, DecisionState, PlaceRole, Precision, Stance
from parley.terms.slice import Slice
from parley.terms.statement import Decided, Mention
from parley.terms.values import REPORT, Date, Harm, Place, Voice

Cells = tuple[Cell, ...]

WHEN = (
    Column("date_start", dt.date, "The first day on which it may have been; empty if it is not known."),
    Column("date_end", dt.date, "The last day on which it may have been; empty if it is still open or not known."),
    Column("date_text", str, "The day in the report's own words."),
    Column("date_basis", str, "Where the day comes from; the day of publication never stands for one.", (*DateBasis,)),
    Column(
        "date_precision",
        str,
        "How close the two days are: one day, a whole month or year, some other stretch, or open at an end.",
        ("day", "month", "year", "interval", "open"),
    ),
)
WHERE = (
    Column("place", str, "The first place that is told; where it was, if that is told."),
    Column("place_role", str, "What the place is to it.", (*PlaceRole,)),
    Column("place_countries", str, "Countries of the place, ISO 3166 alpha-3."),
    Column("place_admin1", str, "Province or first division of the country."),
    Column("latitude", float, "Degrees north, WGS 84."),
    Column("longitude", float, "Degrees east, WGS 84."),
    Column("place_precision", str, "How finely the place is known.", (*Precision,)),
    Column("geonames", int, "The place's number in GeoNames."),
    Column("other_places", str, "Further places, each with what it is to it."),
)
VOICES = (
    Column("voices", str, "Who says so and how, each once: “a report” is a report in its own voice."),
    Column("denied_by", str, "Who denies it."),
)
SOURCES = (
    Column("reports", str, "Ids of the reports that tell it."),
    Column("publishers", str, "Who published them, each once."),
    Column("urls", str, "Where they can be read."),
    Column("told", int, "How many quotes tell it: count rows, not these."),
    Column("quote", str, "The first quote, to the letter."),
    Column("quote_report", str, "The report that it is from."),
    Column("quote_start", int, "Where it begins in the report's text, in Unicode characters from 0."),
    Column("quote_end", int, "Where it ends there."),
)
REVIEW = (
    Column("decision", str, "What a person made of it; empty if nobody has looked.", (*DecisionState,)),
    Column("decided_by", str, "Who decided."),
    Column("confidence", float, "How sure the reader is, 0 to 1; it is no probability."),
)


def day(text: str | None) -> dt.date | None:
    """An ISO day, or None for what is none.

    >>> day("2022-01-09"), day("2022-01")
    (datetime.date(2022, 1, 9), None)
    """
    if text is None or len(text) != 10 or text[4] != "-" or text[7] != "-":
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def when(date: Date | None) -> Cells:
    """The cells of WHEN."""
    if date is None:
        return (None,) * len(WHEN)
    start, end = day(date.start), day(date.end)
    return start, end, date.text or None, date.basis.value, precision(start, end)


def precision(start: dt.date | None, end: dt.date | None) -> str | None:
    """How close two days are: `day`, `month`, `year`, `interval`, or `open` where one is missing."""
    if start is None or end is None:
        return "open" if start or end else None
    if start == end:
        return "day"
    if start.day == 1 and end == end.replace(day=monthrange(end.year, end.month)[1]) and start.year == end.year:
        if start.month == end.month:
            return "month"
        if (start.month, end.month) == (1, 12):
            return "year"
    return "interval"


def main_place(places: tuple[Place, ...]) -> Place | None:
    """Where it was, if that is told; else the first place that is."""
    return next((p for p in places if p.role is PlaceRole.AT), places[0] if places else None)


def where(places: tuple[Place, ...]) -> Cells:
    """The cells of WHERE."""
    p = main_place(places)
    if p is None:
        return (None,) * len(WHERE)
    others = many(f"{o.name} ({o.role})" for o in places if o is not p)
    finely = p.precision.value if p.precision else None
    countries = many(p.countries)
    return p.name, p.role.value, countries, p.admin1, p.latitude, p.longitude, finely, p.geonames, others


def said(voices: Iterable[Voice], part: Slice) -> Cells:
    """The cells of VOICES."""
    heard = tuple(voices)
    denying = (speaker(v, part) for v in heard if v.stance is Stance.DENIES)
    return many(dict.fromkeys(voiced(v, part) for v in heard)), many(dict.fromkeys(denying))


def voiced(v: Voice, part: Slice) -> str:
    """Who says so, how, and through whom: "a report asserts", "X denies (via Y)"."""
    via = f" (via {', '.join(map(part.name_of, v.via))})" if v.via else ""
    return f"{speaker(v, part)} {v.stance}{via}"


def speaker(voice: Voice, part: Slice) -> str:
    """Who is heard, by name: "a report" for one in its own voice, "unnamed" for nobody named."""
    if voice.who == REPORT:
        return "a report"
    return part.name_of(voice.who) if voice.who else "unnamed"


def sources(mentions: tuple[Mention, ...], part: Slice) -> Cells:
    """The cells of SOURCES. A report that printed a text elsewhere too counts with all its outlets."""
    ids = dict.fromkeys(m.report for m in mentions)
    publishers, urls = outlets(ids, part)
    first = mentions[0] if mentions else None
    quoted: Cells = (first.quote or None, first.report, first.start, first.end) if first else (None,) * 4
    return many(ids), many(publishers), many(urls), len(mentions), *quoted


def outlets(reports: Iterable[str], part: Slice) -> tuple[list[str], list[str]]:
    """Publishers and addresses of some reports, wherever their texts appeared, each once."""
    publishers: dict[str, None] = {}
    urls: dict[str, None] = {}
    for name in reports:
        report = part.found(name)
        if report is not None:
            publishers |= dict.fromkeys((report.publisher or "", *(a.publisher or "" for a in report.appearances)))
            urls |= dict.fromkeys((report.url or "", *(a.url or "" for a in report.appearances)))
    return [p for p in publishers if p], [u for u in urls if u]


def review(decision: Decided | None, confidence: float) -> Cells:
    """The cells of REVIEW."""
    state: Cells = (decision.state.value, decision.by) if decision else (None, None)
    return *state, round(confidence, 4)


def harmed(h: Harm) -> str:
    """How many came to which harm, on whose side: "killed 3–5 of Ardova"; "?" for a number that is not told."""
    low, high = ("?" if n is None else n for n in (h.low, h.high))
    return f"{h.kind} {low}" + ("" if low == high else f"–{high}") + (f" of {h.side}" if h.side else "")


def names(ids: Iterable[str], part: Slice) -> str | None:
    """The names of some actors in one cell."""
    return many(map(part.name_of, ids))
