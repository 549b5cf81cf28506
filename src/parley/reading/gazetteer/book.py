"""The gazetteer as a value: which words name which actor, on which day, and who stands for whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from parley.reading.gazetteer.fold import fold, is_acronym
from parley.reading.gazetteer.rows import GazetteerError, OrganNoun
from parley.terms.affiliation import Affiliation
from parley.terms.entry import ActorEntry
from parley.terms.enums import ActorType

TYPE_ORDER = (
    ActorType.STATE,
    ActorType.IGO,
    ActorType.GOVERNMENT,
    ActorType.ARMED_GROUP,
    ActorType.PARTY,
    ActorType.ORGANISATION,
    ActorType.MEDIA,
    ActorType.POPULATION,
    ActorType.GROUP,
    ActorType.REGION,
    ActorType.PERSON,
)
"""The rule where one name is several actors': the earlier type comes first (a government before its region)."""

_RANK = {kind: rank for rank, kind in enumerate(TYPE_ORDER)}
_NEVER_FOR_ANOTHER = frozenset({ActorType.REGION, ActorType.POPULATION, ActorType.GROUP})
_OPEN = "9999"
ARTICLE = "the"
_SMALL_WORDS = frozenset({"of", "the", "to", "and"})
ITSELF = "government"
"""The organ that is the state itself."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known actors and the words for them. Every key is folded (`fold`); the values are ids.

    `names` holds, per name, alias or demonym of several words ("South Korean"), the ids best first; `demonyms`
    ("iranian") and `seats` ("tehran") the ids likewise, reduced to the best. `cased` are keys met in capitals only,
    `small` those met without any capital too, `articled` those met after "the" only ("the West"). `first` gives for a
    first word how many words the longest name has that starts with it. `surnames` gives the persons by last word,
    `organ_ends` how many words the longest noun of an organ has that ends in a word, `begun` all that some name starts
    with, `countries` a state's every name its code. `digest` is of the data.
    """

    entries: Mapping[str, ActorEntry]
    names: Mapping[str, tuple[str, ...]]
    demonyms: Mapping[str, str]
    seats: Mapping[str, str]
    all_demonyms: Mapping[str, tuple[str, ...]]
    all_seats: Mapping[str, tuple[str, ...]]
    organ_nouns: Mapping[str, OrganNoun]
    cased: frozenset[str]
    small: frozenset[str]
    articled: frozenset[str]
    first: Mapping[str, int]
    countries: Mapping[str, str]
    surnames: Mapping[str, tuple[str, ...]]
    organ_ends: Mapping[str, int]
    begun: frozenset[str]
    digest: str

    def fold(self, text: str) -> str:
        """The key for a text; the same as the function `fold`."""
        return fold(text)

    def hash(self) -> str:
        """A hash of all the data in force, users' entries included."""
        return self.digest

    def find(self, surface: str) -> tuple[str, ...]:
        """The ids that a stretch of text as written may name, best first; () for none.

        Short acronyms are met in capitals only, and every other name with a capital, unless listed without.
        """
        key = fold(surface)
        return self.names.get(key, ()) if self._written(key, surface) else ()

    def longest(self, words: Sequence[str]) -> tuple[int, tuple[str, ...]]:
        """How many of the words (as written, from the first on) the longest known name takes, and its ids; 0 and ().

        A leading article is taken only where the name needs it: "The Gambia" is met at "Gambia".
        """
        limit = self.first.get(_head(fold(words[0])), 0) if words else 0
        best: tuple[int, tuple[str, ...]] = (0, ())
        for taken, word in enumerate(words, 1):
            surface = " ".join(words[:taken])
            key = fold(surface)
            if key.count(" ") >= limit or not (fold(word) or word == "-") or (taken > 2 and key not in self.begun):
                break
            ids = self.find(surface) if fold(word) else ()
            if ids and (words[0].lower() != ARTICLE or fold(surface) in self.articled):
                best = (taken, ids)
        return best

    def named(self, surface: str, day: str | None = None, countries: Collection[str] = ()) -> str | None:
        """The actor that a name means on an ISO day in a report about countries (alpha-3); None if none, or unsure."""
        return self.choose(self.find(surface), day, countries)

    def demonym(self, word: str, day: str | None = None) -> str | None:
        """Whose adjective or people a word names on an ISO day ("Soviet" → `soviet-union`)."""
        return self.choose(self.all_demonyms.get(fold(word), ()), day)

    def seat(self, word: str, day: str | None = None) -> str | None:
        """Whose seat a place is on an ISO day ("Bonn" in 1970 → `west-germany`)."""
        return self.choose(self.all_seats.get(fold(word), ()), day)

    def choose(self, ids: Sequence[str], day: str | None = None, countries: Collection[str] = ()) -> str | None:
        """One of several ids, which come best first: who exists on the day, then who is of the countries, then by type.

        None where two of one type are left that overlap in time: a name alone does not tell them apart.
        """
        left = [i for i in ids if exists_on(self.entries[i], day)] or list(ids)
        near = [i for i in left if self.entries[i].country in countries] or left
        if len(near) > 1 and _tied(self.entries[near[0]], self.entries[near[1]]):
            return None
        return near[0] if near else None

    def affiliations(self) -> tuple[Affiliation, ...]:
        """Who stands for whom by the data: parts for their wholes, office-holders, governments, each with its dates."""
        return tuple(a for e in self.entries.values() for a in _affiliations(e, self.entries))

    def organ(self, state: str, noun: str) -> ActorEntry | None:
        """The organ that a noun makes with an actor's id: `iran`, "foreign ministry" → `iran-foreign-ministry`.

        Where the tables list that organ ("Israel's troops", the Israel Defense Forces), it is that entry; a government
        is the state itself.
        """
        made, whole = self.organ_nouns.get(fold(noun)), self.entries.get(state)
        if made is None or whole is None:
            return None
        if made.slug == ITSELF:
            return whole
        spellings = (noun,) if made.type is ActorType.MEDIA else (noun, made.noun, *made.aliases)
        known = self._listed_organ(whole, spellings)
        if known is not None:
            return known
        owner = whole.name + ("'" if whole.name.endswith("s") else "'s")
        title = " ".join(w if w in _SMALL_WORDS else w[0].upper() + w[1:] for w in made.noun.split())
        return ActorEntry(
            f"{state}-{made.slug}", f"{owner} {title}", made.type, whole.country, made.sector, parent=state
        )

    def _listed_organ(self, whole: ActorEntry, nouns: Sequence[str]) -> ActorEntry | None:
        owners = (*whole.demonyms, whole.name, f"{whole.name}'s", *whole.aliases)
        for key in (fold(f"{owner} {noun}") for noun in nouns for owner in owners):
            for entry in (self.entries[i] for i in self.names.get(key, ())):
                if self._within(entry, whole.id):
                    return entry
        return None

    def _within(self, entry: ActorEntry, whole: str) -> bool:
        seen: set[str] = set()
        while entry.parent and entry.id not in seen:
            if entry.parent == whole:
                return True
            seen.add(entry.id)
            entry = self.entries[entry.parent]
        return False

    def _written(self, key: str, surface: str) -> bool:
        bare = _bare(surface)
        if key in self.articled and bare is surface:
            return False
        if key in self.cased:
            return bare.isupper()
        return key in self.small or bare != bare.lower()


def exists_on(entry: ActorEntry, day: str | None) -> bool:
    """Whether an actor exists on an ISO day; on an unknown day, whether it still does."""
    if day is None:
        return entry.end is None
    return (entry.start or "") <= day <= (entry.end or _OPEN)


def _tied(a: ActorEntry, b: ActorEntry) -> bool:
    return a.type is b.type and (a.start or "") <= (b.end or _OPEN) and (b.start or "") <= (a.end or _OPEN)


def _bare(name: str) -> str:
    return name[len(ARTICLE) + 1 :] if name.lower().startswith(f"{ARTICLE} ") else name


def _head(key: str) -> str:
    return key.partition(" ")[0]


def _affiliations(entry: ActorEntry, known: Mapping[str, ActorEntry]) -> Iterable[Affiliation]:
    if entry.parent and entry.type not in _NEVER_FOR_ANOTHER:
        yield Affiliation(entry.id, entry.parent, "role", entry.start, entry.end)
    for held in entry.offices:
        if held.of in known:
            yield Affiliation(entry.id, held.of, "role", held.start, held.end)
    for rule in entry.governs:
        yield Affiliation(entry.id, rule.what, "governs", rule.start, rule.end)


def _index(pairs: Iterable[tuple[str, str]], order: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, id_ in pairs:
        key = fold(word)
        ids = found.get(key, ())
        if id_ not in ids:
            found[key] = (*ids, id_)
    return {key: ids if len(ids) == 1 else tuple(sorted(ids, key=order.__getitem__)) for key, ids in found.items()}


def _ordered(entries: Mapping[str, ActorEntry], own: Collection[str]) -> dict[str, int]:
    def best_first(e: ActorEntry) -> tuple[bool, int, bool, str]:
        return e.id not in own, _RANK[e.type], e.end is not None, e.id

    return {e.id: rank for rank, e in enumerate(sorted(entries.values(), key=best_first))}


def _longest_by_first(names: Iterable[str]) -> dict[str, int]:
    """Per first word its longest name's words; "People's" also under "People", as a tokenizer leaves it.

    A name with an article counts under the article too.
    """
    longest: dict[str, int] = {}
    for name in names:
        key = fold(name)
        heads = {_head(key)} if _bare(name) is name else {_head(key), ARTICLE}
        if "'s " in name or "’s " in name:
            heads.add(_head(fold(name.replace("’", "'").replace("'s ", " "))))
        for head in heads:
            longest[head] = max(longest.get(head, 0), key.count(" ") + 1)
    return longest


def _spellings(entry: ActorEntry) -> tuple[str, ...]:
    return (entry.name, *entry.aliases, *(d for d in entry.demonyms if " " in d))


def build(
    entries: Mapping[str, ActorEntry], own: Collection[str], organs: Mapping[str, OrganNoun], digest: str
) -> Gazetteer:
    """A gazetteer of entries; `own` are the ids of a user's entries, which come before all others.

    Raises GazetteerError where an entry leans on one that does not exist.
    """
    _check(entries)
    order = _ordered(entries, own)
    spelled = [(name, e.id) for e in entries.values() for name in _spellings(e)]
    names = _index(spelled, order)
    plain = {fold(n) for n, _ in spelled if not is_acronym(n)}
    demonyms = _index(((d, e.id) for e in entries.values() for d in e.demonyms), order)
    seats = _index(((s, e.id) for e in entries.values() for s in e.seats), order)
    return Gazetteer(
        entries=entries,
        names=names,
        demonyms={key: ids[0] for key, ids in demonyms.items()},
        seats={key: ids[0] for key, ids in seats.items()},
        all_demonyms=demonyms,
        all_seats=seats,
        organ_nouns=organs,
        cased=frozenset(names.keys() - plain),
        small=frozenset(fold(n) for n, _ in spelled if n == n.lower()),
        articled=frozenset(names.keys() - {fold(n) for n, _ in spelled if _bare(n) is n}),
        first=_longest_by_first(name for name, _ in spelled),
        countries=_countries(entries),
        surnames=_index(_surnames(entries.values()), order),
        organ_ends=_longest_by_last(organs),
        begun=frozenset(_beginnings(names)),
        digest=digest,
    )


def _beginnings(keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        words = key.split(" ")
        for n in range(1, len(words) + 1):
            beginning = " ".join(words[:n])
            yield beginning
            yield beginning.removesuffix("s")  # "People", before a tokenizer's "'s"


def _longest_by_last(keys: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for key in keys:
        *before, last = key.split(" ")
        longest[last] = max(longest.get(last, 0), len(before) + 1)
    return longest


def _surnames(entries: Iterable[ActorEntry]) -> Iterator[tuple[str, str]]:
    for e in entries:
        if e.type is ActorType.PERSON:
            yield from ((n.split()[-1], e.id) for n in (e.name, *e.aliases) if " " in n)


def _countries(entries: Mapping[str, ActorEntry]) -> dict[str, str]:
    """Every name of every state that exists, to its alpha-3 code."""
    states = (e for e in entries.values() if e.type is ActorType.STATE and e.country)
    return {name: e.country for e in states for name in (e.name, *e.aliases) if e.country}


def _check(entries: Mapping[str, ActorEntry]) -> None:
    for e in entries.values():
        if e.parent and e.parent not in entries:
            raise GazetteerError(f"{e.id}: its parent {e.parent!r} is in no table: add it, or leave the parent empty")
        for rule in e.governs:
            if rule.what not in entries:
                raise GazetteerError(f"{e.id}: it governs {rule.what!r}, which is in no table: add it, or mend the id")
