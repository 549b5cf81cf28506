"""Reads dates of the calendar: days, months, years, decades, centuries, seasons, feasts."""

from __future__ import annotations

from parley.reading.dates.lexing import Line
from parley.reading.dates.meaning import (
    Century,
    Day,
    Decade,
    Easter,
    Meaning,
    Month,
    Range,
    Read,
    Season,
    Year,
)
from parley.reading.dates.words import (
    BEFORE_YEAR,
    COUNTED,
    DECADES,
    EASTER,
    FEASTS,
    MONTH,
    MONTH_SHORT,
    MONTHS,
    NAMED_DAYS,
    NAMED_FIGURES,
    NUMBERED,
    ORDINAL_ENDS,
    ORDINALS,
    SEASONS,
    WEEKDAY_SHORT,
    WEEKDAYS,
    WHICH,
)

_FAR = 2100
_TO = frozenset({"-", "to", "and", "or", "until", "through", "/", "&"})


def absolute(line: Line, p: int) -> Read | None:
    """A date of the calendar at a position, its weekday before it included."""
    q = _past_weekday(line, p)
    if q != p:
        found = _day(line, q)
        if found is None:
            return None
        return Read(_with_weekday(found.meaning, _weekday_at(line, p)), found.end)
    for reader in (_day, _month_year, year, decade, _century, _season, _feast):
        found = reader(line, p)
        if found:
            return found
    return None


def _with_weekday(m: Meaning, weekday: int | None) -> Meaning:
    return Day(m.month, m.day, m.year, m.years, weekday) if isinstance(m, Day) else m


def _weekday_at(line: Line, p: int) -> int | None:
    w = line.word(p)
    return WEEKDAYS.get(w, WEEKDAY_SHORT.get(w) if line.capital(p) else None)


def _past_weekday(line: Line, p: int) -> int:
    """The position after a weekday that stands before a date, or the same position."""
    if _weekday_at(line, p) is None:
        return p
    q = p + 1
    while line.word(q) in (".", ",", "the", "night", "morning", "evening", "afternoon", "("):
        q += 1
    return q


def _day(line: Line, p: int) -> Read | None:
    for reader in (_iso, _strokes, _month_first, _day_first):
        found = reader(line, p)
        if found:
            return found
    return None


def month_at(line: Line, p: int) -> tuple[int, int] | None:
    """A month's name at a position: its number and the position after it and its full stop."""
    w = line.word(p)
    if w not in MONTH or not line.capital(p):
        return None
    end = p + 1
    if w in MONTH_SHORT and line.word(end) == "." and line.glued(end):
        end += 1
    return MONTH[w], end


def _ordinal(line: Line, p: int) -> tuple[int, int] | None:
    """A day's number at a position ("9", "9th", "ninth") and the position after it."""
    n = line.number(p)
    if n is not None and 1 <= n <= 31 and len(line.word(p)) <= 2:
        end = p + 2 if line.word(p + 1) in ORDINAL_ENDS and line.glued(p + 1) else p + 1
        return None if line.word(end) in (":", "%") and line.glued(end) else (n, end)
    n = ORDINALS.get(line.word(p))
    if n is None:
        return None
    unit = ORDINALS.get(line.word(p + 2)) if n >= 20 and line.word(p + 1) == "-" else None
    return (n + unit, p + 3) if unit and unit < 10 else (n, p + 1)


def year_after(line: Line, p: int) -> tuple[int | None, int | None, int]:
    """A year that belongs to what ends at a position: (`year`, `years` from the present one, end)."""
    q = p
    while line.word(q) in (",", "of", "in", "'"):
        q += 1
    n = line.number(q)
    if n is not None and 1000 <= n < _FAR and len(line.word(q)) == 4 and not _more_figures(line, q):
        return n, None, q + 1
    if line.word(q) in WHICH and line.word(q + 1) == "year":
        return None, WHICH[line.word(q)], q + 2
    if line.word(q) == "the" and line.word(q + 1) in ("same", "following", "previous") and line.word(q + 2) == "year":
        return None, None, p
    return None, None, p


def _more_figures(line: Line, p: int) -> bool:
    """Whether a number goes on behind a stop or comma ("2,014", "3.2014")."""
    after = line.word(p + 1)
    if after in (",", ".") and line.glued(p + 1) and line.glued(p + 2) and line.number(p + 2) is not None:
        return True
    return after == "%" or (line.word(p - 1) in (",", ".") and line.glued(p) and line.glued(p - 1)
                            and line.number(p - 2) is not None)  # fmt: skip


def _month_first(line: Line, p: int) -> Read | None:
    """January 9, January 9th 2022, January 8-10, Jan. 8 and 9."""
    month = month_at(line, p)
    if month is None:
        return None
    q = month[1] + (line.word(month[1]) == "the")
    day = _ordinal(line, q)
    if day is None:
        return None
    last, end = _second_day(line, day[1], day[0])
    year_, years, end = year_after(line, end)
    if year_ is None and years is None:
        year_ = _named(line, month[0], day[0], end)
    first = Day(month[0], day[0], year_, years)
    return Read(Range(first, Day(month[0], last, year_, years)) if last else first, end)


def _second_day(line: Line, p: int, first: int) -> tuple[int | None, int]:
    """The last day of a range of days within one month, if a range it is."""
    if line.word(p) not in _TO:
        return None, p
    second = _ordinal(line, p + 1 + (line.word(p + 1) == "the"))
    if second is None or second[0] <= first or month_at(line, second[1]) is not None:
        return None, p
    if line.word(p) in ("and", "or", "to") and not _day_can_end(line, second[1]):
        return None, p
    return second


def _day_can_end(line: Line, p: int) -> bool:
    """Whether a bare number before a position can be a day, and not a count of the noun behind it."""
    w = line.word(p)
    return not w.isalpha() or w in ("of", "in", "at", "and", "for", "with", "to", "the", "when", "as") or w in MONTHS


def _named(line: Line, month: int, day: int, end: int) -> int | None:
    """The year of a day that is known by its date alone, where the words after it say so."""
    year_, cues = NAMED_DAYS.get((month, day), (0, frozenset()))
    return year_ if year_ and (line.word(end) in cues or line.word(end + 1) in cues) else None


def _day_first(line: Line, p: int) -> Read | None:
    """9 January 2022, the 9th of January, 8-10 January, 30 May to 2 June is the grammar's."""
    q = p + 1 if line.word(p) == "the" else p
    day = _ordinal(line, q)
    if day is None or (line.word(q - 1) in ("-", "/", ".", ",") and line.glued(q)):
        return None
    last, end = None, day[1]
    if line.word(end) in _TO:
        second = _ordinal(line, end + 1)
        if second and second[0] > day[0]:
            last, end = second
    if line.word(end) == "of":
        end += 1
    month = month_at(line, end)
    if month is None:
        return None
    year_, years, end = year_after(line, month[1])
    first = Day(month[0], day[0], year_, years)
    return Read(Range(first, Day(month[0], last, year_, years)) if last else first, end)


def _glued_figures(line: Line, p: int, marks: str) -> tuple[int, int, int, int] | None:
    """Three numbers with one of the marks between them: the numbers and the position after them."""
    mark = line.word(p + 1)
    if mark not in marks or not mark or line.word(p + 3) != mark or not all(line.glued(p + k) for k in range(1, 5)):
        return None
    a, b, c = line.number(p), line.number(p + 2), line.number(p + 4)
    if a is None or b is None or c is None:
        return None
    return a, b, c, p + 5


def _iso(line: Line, p: int) -> Read | None:
    """2022-01-09, 2022/01/09."""
    got = _glued_figures(line, p, "-/.")
    if got is None or not (1000 <= got[0] < _FAR and 1 <= got[1] <= 12 and 1 <= got[2] <= 31):
        return None
    return Read(Day(got[1], got[2], got[0]), got[3])


def _strokes(line: Line, p: int) -> Read | None:
    """9/11; 25/12/2003, 12/25/2003 and 25.12.2003 where the figures leave no doubt; with stops the day is first."""
    got = _glued_figures(line, p, "/.-")
    if got is None:
        return _figure_name(line, p)
    a, b, year_, end = got
    year_ += (2000 if year_ < 70 else 1900) if year_ < 100 and len(line.word(end - 1)) == 2 else 0
    if not 1900 <= year_ < _FAR:
        return None
    if (line.word(p + 1) == "." or a > 12 or a == b) and 1 <= b <= 12 and 1 <= a <= 31:
        return Read(Day(b, a, year_), end)
    return Read(Day(a, b, year_), end) if b > 12 and 1 <= a <= 12 and b <= 31 else None


def _figure_name(line: Line, p: int) -> Read | None:
    a, b = line.number(p), line.number(p + 2)
    if line.word(p + 1) != "/" or a is None or b is None or not (line.glued(p + 1) and line.glued(p + 2)):
        return None
    named = NAMED_FIGURES.get((a, b))
    return Read(Day(named[1], named[2], named[0]), p + 3) if named and line.word(p + 3) != "/" else None


def _month_year(line: Line, p: int) -> Read | None:
    """January 2022, January of last year, last January, January to March 2022 is the grammar's, January."""
    q, which = p, None
    if line.word(p) in WHICH:
        q, which = p + 1, WHICH[line.word(p)]
    month = month_at(line, q)
    if month is None:
        return None
    year_, years, end = year_after(line, month[1])
    if year_ is None and years is None and not _is_month(line, q):
        return None
    if year_ is not None and line.word(end) == "-" and _short_year(line, end, year_):
        return None
    return Read(Month(month[0], year_, years, which), end)


def _is_month(line: Line, p: int) -> bool:
    """Whether a month's name that stands alone is one, and no verb, forename or surname."""
    t, w = line.token(p), line.word(p)
    if w not in ("may", "march", "april", "june", "august", "jan", "mar", "dec", "sep", "oct", "apr", "jun", "jul"):
        return w in MONTHS or line.word(p + 1) == "."
    before = line.word(p - 1)
    if w in ("may", "march") and (t.pos in ("AUX", "VERB") or t.tag == "MD"):
        return False
    if before in ("in", "since", "until", "till", "last", "next", "early", "late", "mid", "by", "of", "from", "during",
                  "-", "this", "to", "between", "through", "before", "after", "and", "for"):  # fmt: skip
        return t.ent not in ("PERSON", "ORG") or before in ("in", "since", "until", "early", "late", "mid", "during")
    return t.ent == "DATE" and w not in ("jan", "dec", "mar")


def year(line: Line, p: int) -> Read | None:
    """2001, 2014-15, 2014-2016: four figures that a cue makes a year."""
    n = line.number(p)
    if n is None or len(line.word(p)) != 4 or not 1500 <= n < _FAR or _more_figures(line, p):
        return None
    later = line.number(p + 2) if line.word(p + 1) == "-" and len(line.word(p + 2)) == 4 else None
    if later is not None and 1500 <= n < later < _FAR and not _more_figures(line, p + 2):
        return Read(Range(Year(n), Year(later)), p + 3)
    if not _is_year(line, p):
        return None
    if line.word(p + 1) in ("-", "/") and line.glued(p + 1):
        last = _short_year(line, p + 1, n) or line.number(p + 2) or 0
        return Read(Range(Year(n), Year(last)), p + 3) if n < last < _FAR and line.glued(p + 2) else None
    return Read(Year(n), p + 1)


def _short_year(line: Line, p: int, first: int) -> int | None:
    """The year that two figures after a dash stand for ("2014-15")."""
    n = line.number(p + 1)
    if n is None or len(line.word(p + 1)) != 2 or not line.glued(p + 1):
        return None
    last = first // 100 * 100 + n
    return last if first < last <= first + 30 else None


def _is_year(line: Line, p: int) -> bool:
    t, before, after = line.token(p), line.word(p - 1), line.word(p + 1)
    if (
        before in NUMBERED
        or (after in COUNTED and before not in ("in", "since", "during"))
        or (before == "." and line.word(p - 2) == "no")
    ):
        return False
    if after in ("s", ":", "/") and line.glued(p + 1):
        return False
    head = line.tokens[t.head]
    if before not in BEFORE_YEAR and t.dep == "nummod" and head.tag in ("NNS", "NNPS") and head.i > t.i:
        return False
    if (
        before in ("of", "to", "than", "for", "and", "or", "about", "around", "as")
        and head.tag == "NNS"
        and t.i < head.i
    ):
        return False
    if before in BEFORE_YEAR or before in ("the", "this", "his", "her", "its", "their", "a", "-"):
        return True
    return t.ent in ("DATE", "EVENT") or head.i != t.i


def decade(line: Line, p: int) -> Read | None:
    """The 1990s, the '90s, the nineties, the 1980s and 1990s is the grammar's."""
    q = p
    while line.word(q) in ("the", "'"):
        q += 1
    n, w = line.number(q), line.word(q)
    if w in DECADES and line.word(q - 1) == "the":
        return Read(Decade(1900 + DECADES[w]), q + 1)
    if n is None or n % 10:
        return None
    end = q + 1 + (line.word(q + 1) == "'")
    if line.word(end) != "s" or not line.glued(end):
        return None
    if len(w) == 4 and 1500 <= n < _FAR:
        return Read(Century(n // 100 + 1) if n % 100 == 0 and n != 2000 else Decade(n), end + 1)
    age = line.word(q - 1) in ("his", "her", "their", "my", "in") and line.word(q - 1) != "the"
    return Read(Decade(1900 + n if n >= 30 else 2000 + n), end + 1) if len(w) == 2 and not age else None


def _century(line: Line, p: int) -> Read | None:
    q = p + (line.word(p) == "the")
    number = _ordinal(line, q)
    if number is None:
        return None
    end = number[1] + (line.word(number[1]) == "-")
    if line.word(end) not in ("century", "centuries") or not 10 <= number[0] <= 21:
        return None
    return Read(Century(number[0]), end + 1)


def _season(line: Line, p: int) -> Read | None:
    """The summer of 2019, summer 2019, last summer, in the spring."""
    q = p + (line.word(p) == "the")
    which = WHICH.get(line.word(q))
    q += which is not None
    name = {"fall": "autumn"}.get(line.word(q), line.word(q))
    if name not in SEASONS or line.token(q).pos in ("VERB", "AUX"):
        return None
    year_, years, end = year_after(line, q + 1)
    if year_ is not None and line.word(end) in ("-", "/") and (line.number(end + 1) or 0) > 0:
        end += 2
    if year_ is None and years is None and which is None:
        if line.word(q) == "fall" or line.word(q - 1) not in ("the", "in", "early", "late", "mid", "-", "since", "by"):
            return None
        if line.word(q + 1) in ("offensive", "of", "-", "time") or (line.capital(q) and q > 0):
            return None
    return Read(Season(name, year_, years, which), end)


def _feast(line: Line, p: int) -> Read | None:
    if not line.capital(p):
        return None
    for words, (month, day) in FEASTS.items():
        if line.words[p : p + len(words)] == words:
            year_, years, end = year_after(line, p + len(words))
            return Read(Day(month, day, year_, years), end)
    for words, days in EASTER.items():
        if line.words[p : p + len(words)] == words and line.word(p + len(words)) not in (
            "agreement",
            "accord",
            "island",
        ):
            year_, _, end = year_after(line, p + len(words))
            return Read(Easter(days, year_), end)
    return None
