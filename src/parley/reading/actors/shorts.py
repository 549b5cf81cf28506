"""Short forms: surnames, acronyms in brackets, the end of a longer name, one name spelt twice."""

from __future__ import annotations

from dataclasses import replace

from parley.reading.actors import echoes
from parley.reading.actors.cast import Cast, Found, text_of
from parley.reading.document import Document
from parley.reading.gazetteer import exists_on, fold
from parley.reading.lexicon.given import is_given
from parley.terms.entry import ActorEntry, Office
from parley.terms.enums import ActorType, How

_PARTICLES = frozenset({"al", "el", "bin", "ibn", "van", "von", "de", "der", "ben", "abu", "ul", "the", "jr", "sr"})
_GROUPS = frozenset({ActorType.ARMED_GROUP, ActorType.PARTY, ActorType.ORGANISATION, ActorType.IGO})
_MISTAKABLE = frozenset({ActorType.PERSON, ActorType.ORGANISATION, ActorType.POPULATION})
"""What the pipeline takes a bare surname for."""
_TELLS_NOTHING = frozenset({"", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"})
"""Labels that the pipeline gives a bare name which it does not know."""
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "dative", "appos"})
_YEARS_BEFORE, _YEARS_AFTER = 10, 12
"""How long before and after an office its holder is known by the surname alone."""
_SMALL = frozenset({"of", "the", "and", "for", "in", "de", "la"})


def unite(doc: Document, cast: Cast) -> None:
    """Give a short form the actor of the one longer name in the report that it can stand for."""
    _bracketed(doc, cast)
    renamed = {**echoes.same(cast), **_ends_of_groups(cast), **_acronyms(doc, cast), **_surnames(cast)}
    if renamed:
        _rename(cast, renamed)


def _bracketed(doc: Document, cast: Cast) -> None:
    """As in "Long Name (LN)": what stands in the bracket right after a name is its short form."""
    for f in tuple(cast.found):
        inside = doc.tokens[f.last : f.last + 3]
        if [t.text for t in inside[::2]] != ["(", ")"] or not inside[1].text.isupper() or not inside[1].text.isalpha():
            continue
        if cast.free(f.last + 1, f.last + 2) and not f.modifier and len(inside[1].text) > 1:
            cast.add(Found(f.last + 1, f.last + 2, f.last + 1, f.actors, How.ALIAS))


def _words(name: str) -> tuple[str, ...]:
    return tuple(w for w in fold(name).split() if w not in _PARTICLES)


def _surnames(cast: Cast) -> dict[str, str]:
    """Coined one-word (or shorter) person names whose words end a longer person's name.

    Of several bearers of a surname, the one whom the report names first is the one it is about.
    """
    persons = {a.id: _words(a.name) for a in cast.actors.values() if a.type is ActorType.PERSON}
    coined = [a for a in cast.actors.values() if a.id not in cast.gazetteer.entries]
    first = {a: f.first for f in sorted(cast.found, key=lambda f: -f.first) for a in f.actors}
    renamed: dict[str, str] = {}
    for a in coined:
        own = _words(a.name)
        if not own or a.described_as or a.type not in _MISTAKABLE:
            continue
        longer = {i for i, w in persons.items() if i != a.id and len(w) > len(own) and _ends(w, own)}
        if longer:
            renamed[a.id] = min(longer, key=lambda i: first.get(i, len(first)))
    return {short: renamed.get(long, long) for short, long in renamed.items()}


def listed(doc: Document, cast: Cast, day: str | None = None) -> None:
    """Give a surname the one listed person of the report's countries who has it, unless the report names another."""
    countries = {c for c in map(cast.country_of, cast.actors) if c}
    renamed: dict[str, str] = {}
    coined = [a for a in cast.actors.values() if a.id not in cast.gazetteer.entries]
    for a in [a for a in coined if a.type in _MISTAKABLE and not a.name.isupper()]:
        person = _bearer(cast, a.name, countries, day) if not a.described_as else None
        if person is not None:
            renamed[a.id] = cast.entry(person)
    if renamed:
        _rename(cast, renamed)
    for t in doc.tokens:
        if (
            t.tag == "NNP"
            and cast.free(t.i, t.i + 1)
            and t.ent in _TELLS_NOTHING | _PLACES
            and t.i not in cast.located
            and t.dep in _ARGUMENTS
        ):
            person = _bearer(cast, t.text, countries, day)
            if person is not None:
                cast.add(Found(t.i, t.i + 1, t.i, (cast.entry(person),), How.ALIAS))


def _bearer(cast: Cast, name: str, countries: set[str], day: str | None) -> str | None:
    """The one listed person with a surname, of these countries, if there is just one."""
    key = fold(name)
    if " " in key or len(key) < 4:
        return None
    all_ = [cast.gazetteer.entries[i] for i in cast.gazetteer.surnames.get(key, ())]
    here = [e for e in all_ if e.country in countries and exists_on(e, day)]
    if not here and day is not None:
        here = _well_known(all_, key, day)
    elif len(here) > 1 and day is not None:
        here = [e for e in here if _in_office(e, day)]
    return here[0].id if len(here) == 1 else None


def _well_known(bearers: list[ActorEntry], key: str, day: str) -> list[ActorEntry]:
    """Of people of no country that the report speaks of, those in office, else the only one who was or will be soon.

    A second spelling ("Berry") is no name that stands for somebody of a country never spoken of.
    """
    named = [e for e in bearers if fold(e.name).split()[-1] == key and exists_on(e, day)]
    holding = [e for e in named if _in_office(e, day)]
    if holding or len(bearers) > 1 or is_given(key):
        return holding
    return [e for e in named if not e.offices or any(_around(o, day) for o in e.offices)]


def _around(office: Office, day: str) -> bool:
    """Whether an office was held, or will be, within a few years of a day."""
    begun = int((office.start or day)[:4]) - _YEARS_BEFORE <= int(day[:4])
    return begun and int(day[:4]) <= int((office.end or day)[:4]) + _YEARS_AFTER


def _in_office(entry: ActorEntry, day: str) -> bool:
    return any((o.start or "") <= day <= (o.end or "9999") for o in entry.offices)


def _ends_of_groups(cast: Cast) -> dict[str, str]:
    """As in "The Tigers" once the Liberation Tigers are named: a coined word that is a word of a group's name."""
    groups = {
        a.id: {w for name in (a.name, *a.aliases) for w in (fold(name).split() if " " in name else ())}
        for a in cast.actors.values()
        if a.type in _GROUPS and a.id in cast.gazetteer.entries
    }
    renamed: dict[str, str] = {}
    for a in cast.actors.values():
        if a.id in cast.gazetteer.entries or a.described_as or " " in a.name:
            continue
        whole = {i for i, known in groups.items() if fold(a.name) in known}
        if len(whole) == 1:
            renamed[a.id] = whole.pop()
    return renamed


def _ends(longer: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return longer[-len(short) :] == short or (len(short) > 1 and longer[0] == short[0] and longer[-1] == short[-1])


def _acronyms(doc: Document, cast: Cast) -> dict[str, str]:
    """As in "Long Name (LN)", and later LN alone."""
    renamed: dict[str, str] = {}
    coined = {i for i in cast.actors if i not in cast.gazetteer.entries}
    initials: dict[str, str] = {}
    for f in cast.found:
        full = text_of(doc.tokens[f.first : f.last])
        words = [w for w in full.replace("-", " ").split() if w.lower() not in _SMALL]
        if len(words) > 1 and all(w[0].isupper() for w in words) and len(f.actors) == 1:
            initials.setdefault("".join(w[0] for w in words).upper(), f.actors[0])
    for f in cast.found:
        shown = text_of(doc.tokens[f.first : f.last])
        bracketed = f.first >= 2 and doc.tokens[f.first - 1].text == "(" and f.first - 2 in cast.covered
        if len(f.actors) != 1 or f.actors[0] not in coined or not shown.isupper():
            continue
        if bracketed:
            renamed[f.actors[0]] = cast.covered[f.first - 2].actors[0]
        elif shown in initials and initials[shown] != f.actors[0]:
            renamed[f.actors[0]] = initials[shown]
    return {short: long for short, long in renamed.items() if short != long}


def _rename(cast: Cast, renamed: dict[str, str]) -> None:
    for short, long in renamed.items():
        gone = cast.actors.pop(short, None)
        kept = cast.actors[long]
        if gone and gone.name not in (kept.name, *kept.aliases):
            cast.actors[long] = replace(kept, aliases=(*kept.aliases, gone.name))
    before, cast.found = cast.found, []
    cast.covered.clear()
    cast.by_head.clear()
    for f in before:
        changed = any(a in renamed for a in f.actors)
        actors = tuple(dict.fromkeys(renamed.get(a, a) for a in f.actors))
        cast.add(Found(f.first, f.last, f.head, actors, How.ALIAS if changed else f.how, f.modifier))
