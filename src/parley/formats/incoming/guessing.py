"""What the columns of a sheet that nobody has described may mean: by their names in plain English, and their values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from parley.formats.incoming.acled_types import EVENTS, SUB_EVENTS
from parley.formats.incoming.cameo import act_of
from parley.formats.incoming.cells import EMPTY
from parley.formats.incoming.row import Cells
from parley.terms.enums import Root
from parley.terms.plover import MODES
from parley.terms.sheet import SEVERAL, SheetMapping

NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("event id", "eventid", "id", "case id", "event no", "event number", "no", "nr", "number", "code id", "row"),
    "date": (
        "event date", "date", "day", "date of event", "start date", "date start", "start", "from date", "when",
        "incident date",
    ),
    "end": ("end date", "date end", "end", "to date", "until"),
    "actors": (
        "actor", "actors", "actor 1", "actor1", "source actor", "perpetrator", "perpetrators", "initiator", "attacker",
        "aggressor", "side a", "party a", "doer", "who", "by whom", "agent", "subject",
    ),
    "recipients": (
        "recipient", "recipients", "target", "targets", "actor 2", "actor2", "target actor", "victim", "victims",
        "side b", "party b", "to whom", "whom", "addressee",
    ),
    "type": (
        "event type", "eventtype", "type", "type of event", "event", "action", "act", "what", "category", "event code",
        "cameo", "plover", "code", "root", "incident type",
    ),
    "mode": ("mode", "event mode", "method", "weapon", "means", "how"),
    "object": ("object", "issue", "what about", "item"),
    "voice": ("reported by", "according to", "says who", "who says so", "claimed by", "claimant", "voice", "speaker"),
    "stance": ("stance",),
    "reality": ("reality", "realised", "factuality"),
    "place": ("location", "place", "where", "town", "city", "village", "site", "locality"),
    "admin1": ("province", "admin1", "admin 1", "governorate", "region", "state", "oblast", "department"),
    "country": ("country", "nation"),
    "latitude": ("latitude", "lat", "y"),
    "longitude": ("longitude", "lon", "lng", "long", "x"),
    "killed": (
        "fatalities", "killed", "deaths", "dead", "number killed", "people killed", "best",
        "fatalities best", "death toll",
    ),
    "killed_low": ("fatalities low", "low", "deaths low", "min deaths", "killed min", "fatalities min"),
    "killed_high": ("fatalities high", "high", "deaths high", "max deaths", "killed max", "fatalities max"),
    "injured": ("injured", "wounded", "injuries", "number injured"),
    "captured": ("captured", "arrested", "detained", "abducted"),
    "displaced": ("displaced",),
    "notes": ("notes", "note", "description", "summary", "narrative", "text", "details", "comment", "comments"),
    "title": ("title", "headline"),
    "url": ("url", "link", "source url", "web", "web address", "reference", "source link"),
    "published": ("published", "publication date", "date published", "report date", "source date"),
}  # fmt: skip
"""What a column may be, by the names in plain English that mean it; of two columns, the earlier name is taken."""

_WORDS: tuple[tuple[str, str], ...] = (
    (r"(air|drone)[ -]?(strike|raid)|aerial|bombardment from the air", "ASSAULT aerial"),
    (r"suicide", "ASSAULT suicide-attack"),
    (r"shell|artillery|mortar|rocket|missile", "ASSAULT heavy-weapons"),
    (r"\bied\b|land ?mine|bomb|explosi|grenade", "ASSAULT explosives"),
    (r"abduct|kidnap|hostage", "ASSAULT abduct"),
    (r"rape|sexual", "ASSAULT sexual"),
    (r"tortur", "ASSAULT torture"),
    (r"assassinat|targeted kill", "ASSAULT targeted"),
    (r"shoot|gunfire|small arms", "ASSAULT firearms"),
    (r"ceasefire violation|violation of (the )?ceasefire", "ASSAULT"),
    (r"attack|assault|clash|battle|fight|killing|ambush|raid|violence", "ASSAULT"),
    (r"riot", "PROTEST riot"),
    (r"hunger strike", "PROTEST hunger"),
    (r"strike|walk-?out", "PROTEST strike"),
    (r"protest|demonstrat|march|rally", "PROTEST demo"),
    (r"arrest|detain|detention", "COERCE arrest"),
    (r"curfew", "COERCE curfew"),
    (r"martial law|state of emergency", "COERCE martial-law"),
    (r"deport|expulsion of (civilians|refugees|migrants)", "COERCE deport"),
    (r"seiz|confiscat|blockad", "COERCE"),
    (r"sanction|embargo", "SANCTION discontinue"),
    (r"mobili[sz]|deploy|troop movement", "MOBILIZE"),
    (r"threat|ultimatum", "THREATEN"),
    (r"withdraw|retreat|pull-?out", "RETREAT withdraw"),
    (r"release of|prisoner (swap|exchange|release)", "RETREAT release"),
    (r"disarm", "RETREAT disarm"),
    (r"ceasefire|truce|cessation", "RETREAT ceasefire"),
    (r"(sign|ratif).*|(peace )?(agreement|accord|deal|treaty)", "SUPPORT"),
    (r"visit", "CONSULT visit"),
    (r"phone|call between|video ?conference", "CONSULT phone"),
    (r"mediat|meet|talks|negotiat|consult|summit|dialogue|round", "CONSULT"),
    (r"accus|condemn|denounc|critici", "ACCUSE"),
    (r"reject|refus|cancel", "REJECT"),
    (r"demand|request|appeal|call(s|ed)? for|urg", "REQUEST"),
    (r"promise|offer|pledge|agree", "AGREE"),
    (r"aid|assistance|relief|donat", "AID"),
    (r"praise|endors|recogni|support", "SUPPORT"),
    (r"trade|cooperat|joint exercise", "COOPERATE"),
    (r"concession|concede|apolog|pardon", "CONCEDE"),
)
"""What an event is called in plain English, the finer first."""
_PATTERNS = tuple((re.compile(rf"(?<![a-z])(?:{words})"), code) for words, code in _WORDS)
MOST_TYPES = 300
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}")


def guess(name: str, columns: Sequence[str], rows: Iterable[Cells]) -> SheetMapping:
    """A mapping for a sheet by its columns' names and some of its rows; what cannot be guessed is left out.

    A column "source" beside a "target" is who did it; by itself, it is where the row was found or who says so.
    """
    some = list(rows)
    found = _columns(columns)
    source = next((c for c in columns if _plain(c) == "source"), None)
    if source is not None and "recipients" in found and "actors" not in found:
        found["actors"] = (source,)
    elif source is not None:
        links = [r.get(source, "") for r in some if r.get(source, "")]
        is_url = bool(links) and all(v.startswith(("http://", "https://", "www.")) for v in links)
        found.setdefault("url" if is_url else "voice", (source,))
    dates = [r.get(found[k][0], "") for r in some for k in ("date", "end", "published") if k in found]
    types = _types(found, some)
    return SheetMapping(name, found, types, month_first=_month_first(dates))


def _columns(columns: Sequence[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()
    for key, names in NAMES.items():
        met = [c for n in names for c in columns if _plain(c) == n and c not in taken]
        if met:
            found[key] = tuple(met) if key in SEVERAL and key != "voice" else (met[0],)
            taken.update(found[key])
    return found


def _plain(column: str) -> str:
    """A column's name in plain words.

    >>> _plain("Event_Type (coded)"), _plain("Actor1")
    ('event type', 'actor1')
    """
    return " ".join(re.sub(r"[^a-z0-9]+", " ", re.sub(r"\([^)]*\)", " ", column.casefold())).split())


def _types(found: Mapping[str, tuple[str, ...]], rows: Sequence[Cells]) -> dict[str, str]:
    column = found.get("type", ("",))[0]
    values = dict.fromkeys(v.casefold() for r in rows if (v := r.get(column, "").strip()).casefold() not in EMPTY)
    return {v: code_of(v) for v in list(values)[:MOST_TYPES]}


def code_of(value: str) -> str:
    """The type, and perhaps mode, that a value most likely stands for; "" where nothing speaks for one.

    >>> code_of("ASSAULT - aerial"), code_of("Peaceful protest"), code_of("190"), code_of("Drone strike on a convoy")
    ('ASSAULT aerial', 'PROTEST demo', 'ASSAULT', 'ASSAULT aerial')
    """
    words = value.casefold().strip()
    first, _, rest = re.sub(r"[\s:/,;_-]+", " ", words).partition(" ")
    if first.upper() in set(Root):
        mode = rest.replace(" ", "-")
        return f"{first.upper()} {mode}" if mode in MODES.get(Root(first.upper()), {}) else first.upper()
    act = SUB_EVENTS.get(words) or EVENTS.get(words) or (act_of(words) if words.isdigit() else None)
    if act is not None:
        return f"{act.type} {act.mode}" if act.mode else act.type.value
    return next((code for pattern, code in _PATTERNS if pattern.search(words)), "")


def _month_first(dates: Iterable[str]) -> bool | None:
    """How days like 3/4/2022 are meant, by those that can be meant one way only; None where none is, or both are."""
    told: set[bool] = set()
    for text in dates:
        m = _SLASHED.match(text.strip())
        if m is not None and (int(m[1]) > 12) != (int(m[2]) > 12):
            told.add(int(m[2]) > 12)
    return told.pop() if len(told) == 1 else None
