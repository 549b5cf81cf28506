"""Reads dates that count from another day: weekdays, yesterday, last week, two years ago, the next day."""

from __future__ import annotations

from parley.reading.dates.lexing import Line
from parley.reading.dates.meaning import Again, Ago, Days, Read, Stretch, Unit, Weekday, Weekend
from parley.reading.dates.words import (
    DAY_WORDS,
    FILLERS,
    FROM_TEXT,
    NAMES_BEFORE,
    NUMBERS,
    TIMES_OF_DAY,
    UNITS,
    VAGUE,
    WEEKDAYS,
    WHICH,
)

_AGO = {"ago": -1, "hence": 1}
_EARLIER = {"earlier": -1, "before": -1, "previously": -1, "later": 1, "after": 1, "afterwards": 1, "on": 1}
_FROM = frozenset({"before", "after"})


def relative(line: Line, p: int) -> Read | None:
    """A date that counts from the day of publication or from the date told before."""
    for reader in (_again, _day_word, _weekday, _weekend, _which_unit, _stretch, _counted, _told_day):
        found = reader(line, p)
        if found:
            return found
    return None


def past_times(line: Line, p: int) -> int:
    """The position after a time of day that follows a date ("Friday night")."""
    while line.word(p) in TIMES_OF_DAY:
        p += 1
    return p


def _again(line: Line, p: int) -> Read | None:
    """Every Friday, each year, Fridays."""
    w = line.word(p)
    if w in ("every", "each"):
        q = p + 1 + (line.word(p + 1) in ("other", "single"))
        if line.word(q) in WEEKDAYS or (UNITS.get(line.word(q)) == line.word(q)) or line.word(q) in TIMES_OF_DAY:
            return Read(Again(), q + 1)
    return Read(Again(), p + 1) if w[:-1] in WEEKDAYS and w.endswith("s") and line.capital(p) else None


def _day_word(line: Line, p: int) -> Read | None:
    w = line.word(p)
    if w == "the" and line.word(p + 1) == "day" and line.word(p + 2) in _FROM:
        beyond = {"yesterday": -2, "tomorrow": 2}.get(line.word(p + 3))
        return Read(Days(beyond, beyond), p + 4) if beyond else None
    if w in DAY_WORDS:
        if w == "today" and line.word(p - 2) == "usa":
            return None
        return Read(Days(*DAY_WORDS[w]), past_times(line, p + 1))
    if w in ("this", "last") and line.word(p + 1) in TIMES_OF_DAY:
        day = -1 if w == "last" else 0
        return Read(Days(day, day), p + 2)
    return None


def _weekday(line: Line, p: int) -> Read | None:
    """Friday, last Friday, Friday last week, Friday of next week, a week from Friday is left alone."""
    q, which = p, WHICH.get(line.word(p))
    q += which is not None
    day = WEEKDAYS.get(line.word(q))
    if day is None or not line.capital(q) or (line.word(p - 1) in NAMES_BEFORE and line.capital(p - 1)):
        return None
    end = past_times(line, q + 1)
    r = end
    while line.word(r) in ("of", ","):
        r += 1
    if line.word(r) in WHICH and line.word(r + 1) == "week":
        return Read(Weekday(day, None, WHICH[line.word(r)]), r + 2)
    return Read(Weekday(day, which), end)


def _weekend(line: Line, p: int) -> Read | None:
    """The weekend, last weekend, this past weekend."""
    q = p + (line.word(p) in ("the", "this") and line.word(p + 1) != "weekend" and line.word(p + 1) in WHICH)
    if line.word(q + 1) != "weekend" or line.word(q + 2) == "of":
        return None
    w = line.word(q)
    if w in WHICH:
        return Read(Weekend(WHICH[w]), q + 2)
    return Read(Weekend(), q + 2) if w == "the" or (w == "a" and line.word(p - 1) == "after") else None


def _which_unit(line: Line, p: int) -> Read | None:
    """Last month, this week, the following year, the same month, the year."""
    q = p + (line.word(p) in ("the", "that", "this") and line.word(p + 1) in WHICH)
    w, unit = line.word(q), line.word(q + 1)
    if w not in WHICH or UNITS.get(unit) != unit or unit in ("hour", "minute", "night"):
        return None
    the = q > p and line.word(p) == "the"
    shift = -1 if w == "past" else WHICH[w]
    if w in ("past", "last") and (the or q > p) and unit not in ("day", "weekend"):
        end = _and_a_half(line, q + 2)
        return Read(Stretch(1 + 0.5 * (end > q + 2), unit, -1), end)
    if w == "coming" and the:
        return Read(Unit(unit, shift), q + 2)
    if unit == "day" and not (w in FROM_TEXT or w == "next"):
        return None
    return Read(Unit(unit, shift, w in FROM_TEXT or (w == "next" and (the or unit == "day"))), q + 2)


def _and_a_half(line: Line, p: int) -> int:
    return p + 3 if line.words[p : p + 3] == ("and", "a", "half") else p


def count_at(line: Line, p: int) -> tuple[float, float, int] | None:
    """A count at a position: least, most, and the position after it."""
    while line.word(p) in FILLERS or line.word(p) in ("some", "more", "less", "than", "over", "under", "exactly"):
        p += 1
    n, w = line.number(p), line.word(p)
    if w == "half" and line.word(p + 1) in ("a", "an"):
        return 0.5, 0.5, p + 2
    if w == "a" and line.word(p + 1) in VAGUE:
        w, p = line.word(p + 1), p + 1
    if w in VAGUE:
        return *VAGUE[w], p + 1 + (line.word(p + 1) == "of")
    if w == "a" and line.word(p + 1) == "half":
        return None
    if n is not None:
        return (n, n, p + 1) if 0 < n < 1000 else None
    if w not in NUMBERS:
        return None
    n, end = NUMBERS[w], p + 1
    if n >= 20 and line.word(end) == "-" and NUMBERS.get(line.word(end + 1), 99) < 10:
        n, end = n + NUMBERS[line.word(end + 1)], end + 2
    half = line.words[end : end + 3] == ("and", "a", "half")
    return n + half * 0.5, n + half * 0.5, end + 3 * half


def unit_at(line: Line, p: int) -> tuple[str, int] | None:
    """A unit of time at a position, after a hyphen or not: its name and the position after it."""
    p += line.word(p) in ("-", "calendar", "full", "long", "short", "whole")
    unit = UNITS.get(line.word(p))
    return (unit, p + 1) if unit and unit not in ("night", "weekend") else None


def _stretch(line: Line, p: int) -> Read | None:
    """The last two weeks, these past ten years, the next three days."""
    q = p + (line.word(p) in ("the", "these", "his", "her", "its", "their"))
    w = line.word(q)
    if w not in ("last", "past", "next", "coming", "previous", "preceding"):
        return None
    count = count_at(line, q + 1) if line.word(q + 1) not in ("a", "an", "the", "at") else None
    unit = unit_at(line, count[2]) if count else None
    if count is None or unit is None:
        return None
    sign = 1 if w in ("next", "coming") else -1
    end = _and_a_half(line, unit[1])
    return Read(Stretch(count[1] + 0.5 * (end != unit[1]), unit[0], sign), end)


def _counted(line: Line, p: int) -> Read | None:
    """Two weeks ago, a year and a half ago, a day earlier, three days later, a week from now, two weeks' time."""
    count = count_at(line, p)
    unit = unit_at(line, count[2]) if count else None
    if count is None or unit is None:
        return None
    low, high, end = count[0], count[1], _and_a_half(line, unit[1])
    half = 0.5 * (end != unit[1])
    low, high = low + half, high + half
    w = line.word(end)
    if w in _AGO:
        return Read(Ago(low, high, unit[0], _AGO[w]), end + 1)
    if w == "back" and line.word(p - 1) not in ("his", "her"):
        return Read(Ago(low, high, unit[0], -1), end + 1)
    if line.words[end : end + 2] in (("from", "now"), ("from", "today")):
        return Read(Ago(low, high, unit[0], 1), end + 2)
    time = end + (line.word(end) == "'")
    if line.word(time) == "s" and line.word(time + 1) == "time":
        time += 1
    if line.word(time) == "time" and line.word(p - 1) == "in":
        return Read(Ago(low, high, unit[0], 1), time + 1)
    return _from_text(line, end, Ago(low, high, unit[0], _EARLIER.get(w, 0), True))


def _from_text(line: Line, end: int, ago: Ago) -> Read | None:
    """Two days later, a year before: from the date told before, unless what follows says from what."""
    w = line.word(end)
    if not ago.sign or w == "on":
        return None
    if w in _FROM and line.word(end + 1) and line.word(end + 1) not in (",", ".", ";", "and", "but", "when", ")"):
        return None
    return Read(ago, end + 1)


def _told_day(line: Line, p: int) -> Read | None:
    """The same day, that day, the day before, the next morning."""
    w, after = line.word(p), line.word(p + 1)
    if w == "that" and after in ("day", "week", "month", "year") and line.token(p).dep == "det":
        return Read(Unit(after, 0, True), p + 2)
    if w != "the":
        return None
    if after in ("day", "date") and line.word(p - 1) in ("of", "on") and not line.word(p + 2).isalpha():
        return Read(Unit("day", 0, True), p + 2)
    if after == "same" and line.word(p + 2) in ("day", "week", "month", "year"):
        return Read(Unit(line.word(p + 2), 0, True), p + 3)
    if after == "day" and line.word(p + 2) in _FROM and not line.word(p + 3).isalnum():
        return Read(Unit("day", -1 if line.word(p + 2) == "before" else 1, True), p + 3)
    if after in ("next", "following", "previous") and line.word(p + 2) in TIMES_OF_DAY:
        return Read(Unit("day", WHICH[after], True), p + 3)
    return None
