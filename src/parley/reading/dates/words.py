"""The vocabulary of English time expressions, as tables."""

from __future__ import annotations

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

MONTHS: dict[str, int] = {name: n for n, name in enumerate(_MONTHS, 1)}
MONTH_SHORT: dict[str, int] = {name[:3]: n for n, name in enumerate(_MONTHS, 1) if name != "may"} | {"sept": 9}
MONTH: dict[str, int] = MONTHS | MONTH_SHORT
AMBIGUOUS_MONTHS = frozenset({"may", "march", "mar", "jan", "dec", "august"})

WEEKDAYS: dict[str, int] = {name: n for n, name in enumerate(_DAYS)}
WEEKDAY_SHORT: dict[str, int] = {name[:3]: n for n, name in enumerate(_DAYS)} | {
    "tues": 1, "thur": 3, "thurs": 3, "weds": 2,
}  # fmt: skip

SEASONS: dict[str, tuple[int, int]] = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
"""A season's first and last month, as north of the equator."""
SEASON_WORDS = frozenset(SEASONS) | {"fall"}

UNITS: dict[str, str] = {
    u + s: u
    for u in ("minute", "hour", "day", "night", "week", "weekend", "fortnight", "month", "quarter", "year", "decade")
    for s in ("", "s")
} | {"century": "century", "centuries": "century"}  # fmt: skip

_ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
]
NUMBERS: dict[str, int] = {w: n for n, w in enumerate(_ONES, 1)} | {
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "a": 1, "an": 1,
}  # fmt: skip
VAGUE: dict[str, tuple[int, int]] = {"few": (2, 5), "several": (3, 7), "couple": (2, 2)}
"""Least and most that a vague count stands for."""

ORDINALS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})

DECADES: dict[str, int] = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip

PARTS: dict[str, str] = {
    "early": "early", "mid": "mid", "middle": "mid", "late": "late", "start": "start", "beginning": "start",
    "end": "end", "close": "end", "outset": "start", "midway": "mid", "earlier": "before", "later": "rest",
}  # fmt: skip
OF_PARTS = frozenset({"middle", "start", "beginning", "end", "close", "outset"})

WHICH: dict[str, int] = {
    "this": 0, "current": 0, "last": -1, "previous": -1, "past": -1, "preceding": -1, "next": 1, "coming": 1,
    "following": 1, "upcoming": 1, "forthcoming": 1,
}  # fmt: skip
"""A word before a unit, and the steps from the present one."""
FROM_TEXT = frozenset({"previous", "preceding", "following"})
"""Of these, the ones counted from the date told before rather than from the day of publication."""

DAY_WORDS: dict[str, tuple[int, int]] = {
    "yesterday": (-1, -1), "today": (0, 0), "tonight": (0, 0), "tomorrow": (1, 1), "overnight": (-1, 0),
}  # fmt: skip
TIMES_OF_DAY = frozenset(
    {"morning", "afternoon", "evening", "night", "noon", "midday", "midnight", "dawn", "dusk", "lunchtime"}
)

BOUNDS: dict[str, str] = {
    "since": "since", "until": "until", "till": "until", "through": "until", "by": "until", "after": "after",
    "before": "before", "post": "after", "pre": "before", "following": "after",
}  # fmt: skip
FILLERS = frozenset(
    {
        "the",
        "at",
        "least",
        "about",
        "around",
        "approximately",
        "roughly",
        "sometime",
        "only",
        "just",
        "nearly",
        "almost",
    }
)
BEFORE_YEAR = frozenset(
    {
        "in", "since", "until", "till", "by", "before", "after", "of", "from", "to", "during", "through", "and", "or",
        "circa", "around", "about", "between", "throughout", "year", "late", "early", "mid", "as", "for",
        "post", "pre", "(", ",", "the", "s", "than", "back",
    }
)  # fmt: skip
NUMBERED = frozenset(
    {
        "resolution", "resolutions", "article", "articles", "section", "no", "number", "room", "flight", "route",
        "paragraph", "page", "unscr", "chapter", "rule", "order", "law", "unit", "gmt", "at", "$", "€", "£", "#",
        "than", "hill", "highway", "boeing", "peugeot", "km", "us", "over", "some", "nearly", "almost",
    }
)  # fmt: skip
"""Words before a number that is no year."""
COUNTED = frozenset(
    {
        "gmt", "utc", "hours", "hrs", "local", "km", "kilometers", "kilometres", "miles", "meters", "metres", "feet",
        "tons", "tonnes", "dollars", "euros", "percent", "%", "people", "soldiers", "troops", "men", "kg", "pounds",
        "women", "civilians", "barrels", "years", "days", "months", "bc", "bce", "am", "pm", "points", "children",
        "fighters", "others", "dead", "more", "refugees", "families", "houses", "homes", "prisoners", "square",
    }
)  # fmt: skip
"""Words after a number that is no year."""

NAMES_AFTER = frozenset(
    {
        "movement", "alliance", "revolution", "brigade", "brigades", "coalition", "group", "organisation",
        "organization", "youth", "party", "camp", "bloc", "committee", "martyrs", "forces", "agreement", "accord",
        "accords", "times", "telegraph", "mirror", "herald", "mail", "express", "school", "tribune",
    }
)  # fmt: skip
"""A capitalised one of these makes a name of the date before it ("March 14 Alliance", "Sunday Times")."""
ALWAYS_NAMES = frozenset({"group", "movement", "alliance", "brigade", "brigades"})
"""Of these, the ones that make a name without a capital too."""
NAMES_BEFORE = frozenset({"bloody", "black", "palm", "super", "cyber", "ash", "maundy", "velvet"})
"""A capitalised one of these makes a name of the weekday after it."""

NAMED_DAYS: dict[tuple[int, int], tuple[int, frozenset[str]]] = {
    (9, 11): (2001, frozenset({"attack", "attacks", "terrorist", "hijackings", "terror"})),
    (10, 7): (2023, frozenset({"attack", "attacks", "massacre"})),
    (7, 7): (2005, frozenset({"bombings", "bombing"})),
    (11, 26): (2008, frozenset({"mumbai"})),
    (1, 6): (2021, frozenset({"riot", "insurrection"})),
}
"""Days known by their date alone: the year, and the words after them that say so."""
NAMED_FIGURES: dict[tuple[int, int], tuple[int, int, int]] = {
    (9, 11): (2001, 9, 11), (7, 7): (2005, 7, 7), (26, 11): (2008, 11, 26),
}  # fmt: skip
"""Days known by a figure with a stroke ("9/11")."""

FEASTS: dict[tuple[str, ...], tuple[int, int]] = {
    ("christmas", "eve"): (12, 24), ("christmas", "day"): (12, 25), ("christmas",): (12, 25),
    ("new", "year", "'", "s", "eve"): (12, 31), ("new", "year", "'", "s", "day"): (1, 1),
    ("boxing", "day"): (12, 26), ("may", "day"): (5, 1), ("new", "year", "'", "s"): (1, 1),
}  # fmt: skip
"""Feasts with a day of their own, longest names first for each beginning."""
EASTER: dict[tuple[str, ...], int] = {
    ("good", "friday"): -2, ("easter", "sunday"): 0, ("easter", "monday"): 1, ("easter",): 0,
}  # fmt: skip
"""Feasts counted in days from Easter Sunday."""
