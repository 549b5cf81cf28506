"""Who, when and where against GUM's news articles: coreference, dates and places.

    python benchmarks/gum_news.py gum_news.jsonl [--errors]

Rows hold `text`, `doc_date` and `gold` with `mentions` (start, end, etype, wiki), `clusters` (lists of numbers of
mentions) and `dates` (start, end, attrs in TEI's terms).
- Links: two of the reader's mentions of one person or organisation, each with the same head stretch as a gold mention,
  against gold links between neighbours of one cluster.
- Dates: those whose gold is a day, right where the interval is that day, or begins or ends with it ("until").
- Places: named places found, as F1 over stretches that overlap. GUM gives `wiki` to every mention of a place, "the
  city" and "there" too, and marks a name within a name ("Sochi" in "the Sochi Arena") as a second place where a reader
  tells one. So a mention goes as far as its own name, before any "in", "at" or comma, which must end in a proper noun,
  and a name within another is left out.
- Countries: of the places found whose gold names an article, those in the article's country.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

from parley.reading.english import default
from parley.terms.layers import Reading
from parley.terms.ports import Asked
from parley.terms.report import report_of

_KINDS = frozenset({"person", "organization"})
_DAY = re.compile(r'when="(\d{4}-\d\d-\d\d)"')
_BEHIND = re.compile(r",| \(| (?:in|at|on|like|where|which|that|known|near|for|or) | (?:of|and) (?![A-Z])")
_UNNAMED = frozenset({"here", "there", "it", "this", "that", "them", "these", "those", "both"})
_USA = """Adler_Planetarium Alabama California California_Science_Center Cape_Canaveral Chapel_Hill%2C_North_Carolina
Chicago Clearwater%2C_Florida Colorado Dulles_International_Airport Durham%2C_North_Carolina Evanston%2C_Illinois
Evansville%2C_Indiana Evergreen_Aviation_&_Space_Museum Florida Fort_Harrison_Hotel Greensboro%2C_North_Carolina Houston
Huntsville%2C_Alabama Illinois Indiana Intrepid_Sea%2C_Air_&_Space_Museum Johnson_Space_Center Kennedy_Space_Center
Kennedy_Space_Center_Launch_Complex_39A Kennedy_Space_Center_Visitor_Complex Los_Angeles Massachusetts
McMinnville%2C_Oregon Museum_of_Flight National_Air_and_Space_Museum National_Museum_of_the_United_States_Air_Force
New_York_%28state%29 New_York_City North_Carolina Ohio Oregon Pacific_Northwest Saratoga_Springs%2C_New_York Seattle
Southern_Indiana Steven_F._Udvar%2DHazy_Center Texas The_Factory U.S._Space_&_Rocket_Center United_States
Washington_%28state%29 Wright%2DPatterson_Air_Force_Base"""
_COUNTRY_OF = {
    **dict.fromkeys(_USA.split(), "USA"),
    **dict.fromkeys(
        ("Australia", "Mainland_Australia", "New_South_Wales", "Queensland", "South_Australia", "Sydney"), "AUS"
    ),
    **dict.fromkeys(("Victoria_%28Australia%29", "Western_Australia", "Tasmania"), "AUS"),
    "Rehabilitation_Project_Force": "AUS",
    **dict.fromkeys(("Canada", "Kanata%2C_Ontario", "Ontario", "Ottawa", "Toronto"), "CAN"),
    **dict.fromkeys(("Mecca", "Saudi_Arabia", "Jamaraat_Bridge", "Masjid_al%2DHaram"), "SAU"),
    **dict.fromkeys(("Taipei", "Taiwan", "Chiang_Kai%2Dshek_Memorial_Hall", "Shandao_Temple"), "TWN"),
    **dict.fromkeys(("Chiang_Kai%2Dshek_Memorial_Hall_metro_station", "NTU_Hospital_metro_station"), "TWN"),
    **dict.fromkeys(("National_Taiwan_University_Hospital", "Shandao_Temple_metro_station"), "TWN"),
    **dict.fromkeys(("Fisht_Olympic_Stadium", "Mount_Fisht", "Nizhny_Novgorod", "Nizhny_Novgorod_Stadium"), "RUS"),
    **dict.fromkeys(("Sochi", "Volgograd", "Volgograd_Arena"), "RUS"),
    **dict.fromkeys(("United_Kingdom", "Sheffield", "The_Solent"), "GBR"),
    "Afghanistan": "AFG", "Albania": "ALB", "Bonaire": "BES", "Eritrea": "ERI", "France": "FRA", "Italy": "ITA",
    "Libya": "LBY", "Malaysia": "MYS", "New_Zealand": "NZL", "Paris": "FRA", "Switzerland": "CHE", "Syria": "SYR",
    "Yemen": "YEM",
}  # fmt: skip
"""The country of each title that GUM links a place to, those of no one country left out."""
Row = Mapping[str, Any]


def main() -> None:
    """Measure what the command line names, and print it."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("gold", type=Path, help="JSON Lines")
    words.add_argument("--errors", action="store_true", help="print each miss and each false link")
    given = words.parse_args()
    rows = [json.loads(line) for line in given.gold.read_text(encoding="utf-8").splitlines()]
    asked = (Asked(report_of(r["text"], id=r["id"], published=r["doc_date"]), layers=True) for r in rows)
    read = list(default().read_all(asked))
    for measure in (links, days, places, countries):
        told, errors = measure(rows, read)
        print(told)
        if given.errors:
            print("\n".join(f"  {e}" for e in errors))


def links(rows: Sequence[Row], read: Sequence[Reading]) -> tuple[str, list[str]]:
    """Precision of the links made, and the share of gold links made."""
    made = right = gold = found = 0
    errors: list[str] = []
    for row, reading in zip(rows, read, strict=True):
        of_gold = _clusters(row)
        own = list(_paired(row, reading, of_gold))
        for (m, actor), (n, other) in combinations(own, 2):
            if actor == other:
                made += 1
                right += of_gold[m] == of_gold[n]
                if of_gold[m] != of_gold[n]:
                    errors.append(f"{row['id']}: {_text(row, m)!r} is not {_text(row, n)!r}")
        actor_of = dict(own)
        for cluster in row["gold"]["clusters"]:
            inside = [m for m in cluster if row["gold"]["mentions"][m]["etype"] in _KINDS]
            for m, n in pairwise(inside):
                gold += 1
                found += m in actor_of and actor_of.get(m) == actor_of.get(n)
    return f"links: precision {right / max(1, made):.3f} of {made}, made {found / max(1, gold):.3f} of {gold}", errors


def _clusters(row: Row) -> dict[int, int]:
    """Each gold mention of a person or organisation with the number of its cluster, its own if alone."""
    out = {i: -i - 1 for i, m in enumerate(row["gold"]["mentions"]) if m["etype"] in _KINDS}
    for number, cluster in enumerate(row["gold"]["clusters"]):
        out.update({m: number for m in cluster if m in out})
    return out


def _paired(row: Row, reading: Reading, of_gold: Mapping[int, int]) -> Iterator[tuple[int, str]]:
    """Gold mentions with the actor that the reader sees there: the shortest gold stretch that ends with the mention."""
    taken: set[int] = set()
    for m in reading.mentions:
        fitting = [
            (g["end"] - g["start"], i)
            for i in of_gold
            if i not in taken
            and (g := row["gold"]["mentions"][i])["start"] <= m.start + 4
            and _ends(g, m.end, row)
            and g["start"] < m.end
            and m.start < g["end"]
        ]
        if fitting and m.actor is not None:
            i = min(fitting)[1]
            taken.add(i)
            yield i, m.actor


def _ends(gold: Mapping[str, Any], end: int, row: Row) -> bool:
    """Whether a gold mention's head may end where the reader's mention does."""
    rest: str = row["text"][min(end, gold["end"]) : max(end, gold["end"])]
    near: bool = abs(gold["end"] - end) <= 2
    return near or rest.lstrip().startswith((",", "of ", "in ", "at ", "for ", "(", "who ", "'s"))


def _text(row: Row, m: int) -> str:
    text: str = row["gold"]["mentions"][m]["text"]
    return text


def days(rows: Sequence[Row], read: Sequence[Reading]) -> tuple[str, list[str]]:
    """The share of dates of a day that come out as that day."""
    right, errors, all_ = 0, [], 0
    for row, reading in zip(rows, read, strict=True):
        for g in row["gold"]["dates"]:
            if not (day := _DAY.search(g["attrs"])):
                continue
            all_ += 1
            here = [d.date for d in reading.dates if d.start < g["end"] and g["start"] < d.end]
            if any(day[1] in (d.start, d.end) for d in here):
                right += 1
            else:
                errors.append(f"{row['id']}: {g['text']!r} is {day[1]}, not {[(d.start, d.end) for d in here]}")
    return f"days: {right / max(1, all_):.3f} of {all_}", errors


def places(rows: Sequence[Row], read: Sequence[Reading]) -> tuple[str, list[str]]:
    """F1 of named places found."""
    hit = missed = extra = 0
    errors: list[str] = []
    for row, reading in zip(rows, read, strict=True):
        used: set[int] = set()
        for start, end in _named_places(row):
            here = [i for i, p in enumerate(reading.places) if i not in used and p.start < end and start < p.end]
            hit, missed = hit + bool(here), missed + (not here)
            used.update(here[:1])
            if not here:
                errors.append(f"{row['id']}: missed {row['text'][start:end]!r}")
        over = [p.text for i, p in enumerate(reading.places) if i not in used]
        extra += len(over)
        errors.extend(f"{row['id']}: no place {text!r}" for text in over)
    f1 = 2 * hit / max(1, 2 * hit + missed + extra)
    return f"places: F1 {f1:.3f} ({hit} found, {missed} missed, {extra} too many)", errors


def _named_places(row: Row) -> list[tuple[int, int]]:
    """The names of gold places, in order, none within another: each mention as far as its own name goes."""
    mentions = [m for m in row["gold"]["mentions"] if m["etype"] == "place"]
    heads = {(m["start"], m["start"] + len(name)) for m in mentions if (name := _name_of(m["text"]))}
    return sorted(h for h in heads if not any(o != h and o[0] <= h[0] and h[1] <= o[1] for o in heads))


def countries(rows: Sequence[Row], read: Sequence[Reading]) -> tuple[str, list[str]]:
    """The share of the places found under an article's name that are in its country."""
    right = all_ = 0
    errors: list[str] = []
    for row, reading in zip(rows, read, strict=True):
        for m in row["gold"]["mentions"]:
            code, name = _COUNTRY_OF.get(m["wiki"] or ""), _name_of(m["text"])
            here = [p for p in reading.places if p.start < m["start"] + len(name) and m["start"] < p.end]
            if m["etype"] == "place" and code and name and here:
                all_ += 1
                right += code in here[0].place.countries
                if code not in here[0].place.countries:
                    errors.append(f"{row['id']}: {here[0].text!r} is in {code}, not {here[0].place.countries}")
    return f"countries: {right / max(1, all_):.3f} of {all_}", errors


def _name_of(text: str) -> str:
    """A mention's own name: "the Fisht Stadium" of "the Fisht Stadium in Sochi"; none of "the city"."""
    head = _BEHIND.split(text, maxsplit=1)[0]
    last = head.removesuffix("'s").removesuffix("’s").split(" ")[-1]
    numbered = last[:1].isdigit() and any(c.isupper() for c in last)
    proper = last[:1].isupper() and last.split("-")[-1][:1].isupper() and last.lower() not in _UNNAMED
    return head if proper or numbered else ""


if __name__ == "__main__":
    main()
