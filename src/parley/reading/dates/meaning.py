"""What an expression of time says before it is known when it was written: the grammar's values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar; `year` None is not told; `years` counts from the year of publication ("last year")."""

    month: int
    day: int
    year: int | None = None
    years: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Easter:
    """A feast counted in days from Easter Sunday."""

    days: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month; `which` -1, 0 or 1 is "last", "this" or "next" before its name."""

    month: int
    year: int | None = None
    years: int | None = None
    which: int | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the common era."""

    year: int


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years from `start`."""

    start: int


@dataclass(frozen=True, slots=True)
class Century:
    """The `n`th hundred years."""

    n: int


@dataclass(frozen=True, slots=True)
class Season:
    """A season by its name; a winter belongs to the year in which it begins."""

    name: str
    year: int | None = None
    years: int | None = None
    which: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 0; `which` as for months, `weeks` counts weeks from that of publication."""

    day: int
    which: int | None = None
    weeks: int | None = None


@dataclass(frozen=True, slots=True)
class Weekend:
    """A Saturday and Sunday; `which` as for months, None the nearest by tense."""

    which: int | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """The week, month, year … that lies `shift` steps from the present one, or from the date told before."""

    unit: str
    shift: int
    from_text: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """Days counted from that of publication: `low` up to and with `high`."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Ago:
    """`low` to `high` units before (`sign` -1) or after (+1) publication, or the date told before."""

    low: float
    high: float
    unit: str
    sign: int
    from_text: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """All of the last (`sign` -1) or next (+1) `count` units."""

    count: float
    unit: str
    sign: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of something: early, mid, late, start, end, before (up to now), rest (from now)."""

    part: str
    of: Meaning


@dataclass(frozen=True, slots=True)
class Nth:
    """The `n`th half, quarter, week or day of something; -1 the last; `first` of `count` units where more than one."""

    n: int
    unit: str
    of: Meaning
    count: int = 1


@dataclass(frozen=True, slots=True)
class Range:
    """From the first to the last, both with."""

    first: Meaning
    last: Meaning


@dataclass(frozen=True, slots=True)
class Again:
    """What comes again and again ("every Friday"): no interval can be told."""


Meaning = (
    Day | Easter | Month | Year | Decade | Century | Season | Weekday | Weekend | Unit | Days | Ago | Stretch | Part
    | Nth | Range | Again
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Read:
    """A meaning and the position after its last atom."""

    meaning: Meaning
    end: int


def years_of(m: Meaning) -> tuple[int | None, int | None]:
    """The year that a meaning names or counts to, if any: (`year`, `years`)."""
    match m:
        case Day() | Month() | Season():
            return m.year, m.years
        case Year():
            return m.year, None
        case Easter():
            return m.year, None
        case Part() | Nth():
            return years_of(m.of)
        case Range():
            last = years_of(m.last)
            return last if last != (None, None) else years_of(m.first)
    return None, None
