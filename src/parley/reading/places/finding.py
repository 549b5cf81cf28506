"""Finds the places that a report names and resolves each to the finest level that is sure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from parley.reading.document import Document
from parley.reading.places.borders import Demonyms, border_at
from parley.reading.places.found import PlaceFound
from parley.reading.places.index import Spot, fold, namesakes, regions, towns
from parley.reading.places.names import Run, key_of, runs, stretches
from parley.reading.places.roles import Cue, cue, dateline, root_of, scored
from parley.reading.places.words import (
    BUILT_FOR,
    COMPASS,
    CONGREGATING,
    DISTRICTS,
    FACILITIES,
    PROVINCIAL,
    TOWNISH,
    VAST,
)
from parley.terms.enums import PlaceRole, Precision
from parley.terms.values import Place

_NONE: Mapping[str, str] = MappingProxyType({})
_LARGE = 100_000
_PREVAILING = 0.75
"""The share of a report's places that one country must have for a spot that no index knows to be there too."""
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_BODIES = frozenset({"ORG", "GPE", "FAC", "EVENT"})


@dataclass(frozen=True, slots=True)
class Atlas:
    """What a report's names are looked up in: countries by key, regions, its towns, and countries to prefer."""

    countries: Mapping[str, str]
    regions: Mapping[str, Spot]
    towns: Mapping[str, tuple[Spot, ...]]
    hints: frozenset[str]
    surnames: frozenset[str]
    teams: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of a name that the atlas knows: a country's code, or spots, the best first."""

    first: int
    last: int
    country: str | None
    spots: tuple[Spot, ...]


def find(
    doc: Document,
    hint_countries: frozenset[str] = frozenset(),
    countries: Mapping[str, str] = _NONE,
    demonyms: Demonyms = lambda _: None,
) -> tuple[PlaceFound, ...]:
    """The places that a report names, in the order of its text, none overlapping.

    `hint_countries` are alpha-3 codes of the report's countries; `countries` gives a state's every name its code,
    `demonyms` that of its adjective.
    A name that acts (the subject of "said") is left out: it stands for those who govern.
    """
    names = list(runs(doc))
    known = _folded(tuple(countries.items()))
    keys = {key_of(doc, a, b) for run in names for a, b in stretches(doc, run)}
    here = frozenset(known[k] for k in keys if k in known)
    table = regions()
    here |= frozenset(c for k in keys if k in table for c in table[k].countries[:1])
    by_key = towns(keys - known.keys())
    listed = frozenset({*known, *table, *by_key})
    teams = frozenset(key_of(doc, r.first, r.last) for r in names if scored(doc, r))
    atlas = Atlas(known, table, by_key, hint_countries | here, _surnames(doc, names, listed), teams)
    found = [f for n, run in enumerate(names) for f in _in_run(doc, run, names[n + 1 : n + 3], atlas)]
    borders = [f for b in border_at(doc, known, demonyms) if (f := b)]
    taken = {i for f in borders for i in range(f.first, f.last)}
    apart = [f for f in found if not taken & set(range(f.first, f.last))]
    apart = [*_with_countries(doc, apart)]
    return tuple(sorted([*borders, *apart, *_short(doc, apart)], key=lambda f: f.first))


@lru_cache(maxsize=8)
def _folded(countries: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Names as they are looked up: a gazetteer has hundreds, and they are the same for every report."""
    return {fold(name): code for name, code in countries}


def _surnames(doc: Document, names: Sequence[Run], listed: frozenset[str]) -> frozenset[str]:
    """The last words of the persons' names of a report: by label, or because no place is called by both words."""
    labelled = {key_of(doc, e.last - 1, e.last) for e in doc.entities if e.label == "PERSON" and e.last - e.first > 1}
    return frozenset(labelled | {key_of(doc, r.last - 1, r.last) for r in names if _is_pair(doc, r, listed)})


def _is_pair(doc: Document, run: Run, listed: frozenset[str]) -> bool:
    """Whether a name reads as forename and surname, though the pipeline may call it a place."""
    if run.last - run.first != 2 or key_of(doc, run.first, run.last) in listed:
        return False
    first, last = doc.tokens[run.first], doc.tokens[run.first + 1]
    return first.text.isalpha() and not first.text.isupper() and not {first.lower, last.lower} & (COMPASS | FACILITIES)


def _short(doc: Document, found: Sequence[PlaceFound]) -> Iterator[PlaceFound]:
    """Places by the short form that brackets gave them ("Johnson Space Center (JSC)")."""
    short: dict[str, Place] = {}
    for f in found:
        inside = doc.tokens[f.last : f.last + 3]
        initials = "".join(t.text[0] for t in doc.tokens[f.first : f.last] if t.text[0].isupper())
        if [t.text for t in inside[::2]] == ["(", ")"] and inside[1].text == initials and len(initials) > 1:
            short[inside[1].text] = f.place
    taken = {i for f in found for i in range(f.first, f.last)}
    for t in doc.tokens:
        if t.text in short and t.i not in taken:
            said = cue(doc, t.i, t.i + 1)
            yield PlaceFound(t.i, t.i + 1, replace(short[t.text], role=said.role, text=t.text), said.cued)


def _in_run(doc: Document, run: Run, following: Sequence[Run], atlas: Atlas) -> Iterator[PlaceFound]:
    """The places of one capitalised name: all of it, or a town and what is built there."""
    candidates = list(_candidates(doc, run, atlas))
    best = next((c for c in candidates if _fills(doc, run, c)), None)
    said = cue(doc, run.first, run.last)
    if best is not None:
        if not _acts(doc, run, said, best, atlas):
            yield _resolved(doc, run, best, _qualifier(doc, run, following, atlas), said, atlas)
    elif _is_spot(doc, run, said):
        yield _spot(doc, run, candidates[0] if candidates else None, said, atlas)
    else:
        yield from _nested(doc, run, candidates, atlas)


def _nested(doc: Document, run: Run, candidates: Sequence[Candidate], atlas: Atlas) -> Iterator[PlaceFound]:
    """The places within an institution's name ("University of Leeds", "Peru National Police"): named, not cued."""
    first = run.first + (doc.tokens[run.first].lower == "the")
    until = run.first
    for c in sorted(candidates, key=lambda c: (c.first, -c.last)):
        before = c.first
        while before > run.first and doc.tokens[before - 1].lower in COMPASS:
            before -= 1
        ends = c.last == run.last and before > run.first and doc.tokens[before - 1].lower == "of"
        opens = c.first == first and doc.tokens[c.first].ent in _BODIES and _opens_name(doc, run, c)
        if c.first >= until and (ends or opens):
            until = c.last + (opens and c.last < run.last and doc.tokens[c.last].lower in TOWNISH)
            yield _resolved(doc, Run(before, until), c, None, Cue(PlaceRole.AT), atlas)


def _opens_name(doc: Document, run: Run, c: Candidate) -> bool:
    """Whether a name at the head of an institution's is a place: a country, a province, or a town called one."""
    if c.country is not None:
        return True
    called = c.last < run.last and doc.tokens[c.last].lower in TOWNISH
    return (called and _large(c)) or any(s.precision is Precision.PROVINCE for s in c.spots)


def _candidates(doc: Document, run: Run, atlas: Atlas) -> Iterator[Candidate]:
    other = namesakes()
    for first, last in stretches(doc, run):
        key = key_of(doc, first, last)
        if key in atlas.countries:
            yield Candidate(first, last, atlas.countries[key], ())
        elif key in atlas.regions:
            yield Candidate(first, last, None, (atlas.regions[key],))
        elif key in other and set(other[key].countries) <= atlas.hints and not _hinted(atlas, key):
            yield Candidate(first, last, None, (other[key],))
        elif key in atlas.towns:
            yield Candidate(first, last, None, (*atlas.towns[key], *((other[key],) if key in other else ())))


def _hinted(atlas: Atlas, key: str) -> bool:
    """Whether a town of this name lies in one of the report's countries."""
    return any(set(s.countries) & atlas.hints for s in atlas.towns.get(key, ()))


def _fills(doc: Document, run: Run, c: Candidate) -> bool:
    """Whether a candidate is the whole of a name, but for words like "northern", "City" or "Province"."""
    before = all(doc.tokens[i].lower in COMPASS for i in range(run.first, c.first))
    after = [doc.tokens[i].lower for i in range(c.last, run.last)]
    return before and (not after or (len(after) == 1 and after[0] in TOWNISH | PROVINCIAL | DISTRICTS))


def _acts(doc: Document, run: Run, said: Cue, best: Candidate, atlas: Atlas) -> bool:
    """Whether a name is those who govern, a person or an organisation rather than a place."""
    if said.acting:
        return not dateline(doc, run)
    if best.country is not None and not said.cued and key_of(doc, run.first, run.last) in atlas.teams:
        return True
    labels = {doc.tokens[i].ent for i in range(run.first, run.last)}
    foreign = best.country is None or "PERSON" in labels
    if not said.cued and foreign and key_of(doc, run.first, run.last) in atlas.surnames:
        return True
    if said.cued and (doc.tokens[run.first - 1].pos == "ADP" or _listed(doc, run, best)):
        return _in_larger_name(doc, run)
    if labels & {"PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "NORP", "LAW"}:
        ours = said.cued and best.country is None and best.spots[0].geonames is None
        known = best.country is not None or (labels == {"ORG"} and (ours or _large(best)))
        return not known or _in_larger_name(doc, run)
    town = best.country is None and best.spots[0].precision is Precision.TOWN
    return town and not labels & _PLACES and not said.cued and not _large(best)


def _listed(doc: Document, run: Run, best: Candidate) -> bool:
    """Whether a name that the index knows well stands in a list of places ("between Lima and Quito")."""
    sure = best.country is not None or any(s.main for s in best.spots)
    return sure and root_of(doc, run.first, run.last).dep == "conj"


def _large(c: Candidate) -> bool:
    """Whether a name is that of a large town, by its primary name."""
    return any(s.main and s.population > _LARGE for s in c.spots)


def _in_larger_name(doc: Document, run: Run) -> bool:
    """Whether a person's or organisation's name holds more words than this one."""
    for e in doc.entities:
        if e.label in ("PERSON", "ORG") and e.first <= run.first and run.last <= e.last:
            return any(doc.tokens[i].pos == "PROPN" for i in (*range(e.first, run.first), *range(run.last, e.last)))
    return False


def _qualifier(doc: Document, run: Run, following: Sequence[Run], atlas: Atlas) -> Spot | str | None:
    """The region or country that follows after a comma ("Houston, Texas")."""
    for after in following:
        if after.first != run.last + 1 or doc.tokens[run.last].text != ",":
            return None
        key = key_of(doc, after.first, after.last)
        if key in atlas.countries:
            return atlas.countries[key]
        return atlas.regions.get(key) or atlas.regions.get(f"{key} state")
    return None


def _resolved(
    doc: Document, run: Run, c: Candidate, qualifier: Spot | str | None, said: Cue, atlas: Atlas
) -> PlaceFound:
    text = doc.span(run.first, run.last).of(doc.text)
    compass = run.first < c.first
    if c.country is not None:
        name = doc.span(c.first, c.last).of(doc.text)
        precision = Precision.REGION if compass else Precision.COUNTRY
        place = Place(text if compass else name, said.role, (c.country,), precision=precision, text=text)
        return PlaceFound(run.first, run.last, place, said.cued)
    after = doc.tokens[c.last].lower if c.last < run.last else ""
    spot = choose(c.spots, qualifier, atlas.hints)
    if after in PROVINCIAL and spot.precision is Precision.TOWN:
        spot = replace(spot, name=text, precision=Precision.PROVINCE, geonames=None)
    return PlaceFound(run.first, run.last, place_of(spot, said.role, text), said.cued)


def choose(spots: Iterable[Spot], qualifier: Spot | str | None, hints: frozenset[str]) -> Spot:
    """The likeliest of the places of one name: by what qualifies it, primary name, the report's countries, people."""
    return max(spots, key=lambda s: (_qualified(s, qualifier), _likely(s, hints), -(s.geonames or 0)))


def _qualified(s: Spot, qualifier: Spot | str | None) -> int:
    if isinstance(qualifier, str):
        return int(qualifier in s.countries)
    if qualifier is None:
        return 0
    same = bool(set(s.countries) & set(qualifier.countries))
    return int(same) + int(same and s.admin1 is not None and qualifier.name.startswith(s.admin1))


def _likely(s: Spot, hints: frozenset[str]) -> float:
    return 2.0 * s.main + 1.5 * bool(hints & set(s.countries)) + math.log10(s.population + 1)


def place_of(spot: Spot, role: PlaceRole, text: str) -> Place:
    """A place of the index in a role, as told in these words."""
    return Place(
        spot.name, role, spot.countries, spot.admin1, spot.latitude, spot.longitude, spot.precision, spot.geonames, text
    )


def _is_spot(doc: Document, run: Run, said: Cue) -> bool:
    """Whether a name that no index knows is a place by its last word, its label or the preposition before it."""
    words = [doc.tokens[i].lower for i in range(run.first, run.last)]
    labels = {doc.tokens[i].ent for i in range(run.first, run.last)}
    built = words[-1] in FACILITIES or ("of" in words and words[words.index("of") - 1] in BUILT_FOR)
    if COMPASS.issuperset(words) or any(c.isdigit() for c in words[-1]):
        return False
    bodies = {"PERSON", "NORP"} | ({"ORG"} if words[-1] in CONGREGATING else set())
    if len(words) > 1 and built and (said.cued or not labels & bodies):
        return True
    return said.cued and not said.acting and bool(labels) and labels <= {"GPE", "LOC", "FAC"}


def _spot(doc: Document, run: Run, near: Candidate | None, said: Cue, atlas: Atlas) -> PlaceFound:
    """A place by its words alone; a country or well-known place at the head of its name gives it a country."""
    text = doc.span(run.first, run.last).of(doc.text)
    kind = doc.tokens[run.last - 1].lower
    countries: tuple[str, ...] = ()
    if near is not None and near.first == run.first + (doc.tokens[run.first].lower == "the"):
        best = None if near.country else choose(near.spots, None, atlas.hints)
        own = best is not None and (best.geonames is None or bool(set(best.countries) & atlas.hints))
        plain = all(t.lower in FACILITIES for t in doc.tokens[near.last : run.last])
        sure = own or (plain and any(s.population > _LARGE for s in near.spots))
        countries = (near.country,) if near.country else best.countries if best is not None and sure else ()
    return PlaceFound(
        run.first, run.last, Place(text, said.role, countries, precision=_kind(kind), text=text), said.cued
    )


def _with_countries(doc: Document, found: Sequence[PlaceFound]) -> Iterator[PlaceFound]:
    """Spots that no index knows: in the country of the place right behind ("in Seattle"), or the prevailing one."""
    known = Counter(f.place.countries[0] for f in found if len(f.place.countries) == 1)
    first = known.most_common(1)
    clear = first and first[0][1] > 1 and first[0][1] >= _PREVAILING * known.total()
    prevailing = (first[0][0],) if clear else ()
    for n, f in enumerate(found):
        if f.place.countries or f.place.latitude is not None:
            yield f
            continue
        behind = found[n + 1].place.countries if n + 1 < len(found) and _right_behind(doc, f, found[n + 1]) else ()
        yield replace(f, place=replace(f.place, countries=behind or prevailing))


def _right_behind(doc: Document, f: PlaceFound, after: PlaceFound) -> bool:
    """Whether only "in", "at", "of", "near" or a comma stands between two places."""
    between = doc.tokens[f.last : after.first]
    return len(between) == 1 and between[0].lower in {"in", "at", "of", "near", ","}


def _kind(word: str) -> Precision | None:
    if word in PROVINCIAL:
        return Precision.PROVINCE
    if word in DISTRICTS:
        return Precision.DISTRICT
    if word in VAST:
        return Precision.REGION
    if word in TOWNISH:
        return Precision.TOWN
    return Precision.POINT if word in FACILITIES else None
