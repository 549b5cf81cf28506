"""The codebook of events: entries as data in, looked up by word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from parley.reading.coding.entry_fields import one_of, triple
from parley.reading.coding.entry_form import EntryForm
from parley.reading.coding.phrases import Phrases, Words
from parley.reading.coding.rows import CLASSES, EntryError, Raw, Row, rows_of, shipped_files, shipped_text
from parley.terms.enums import Root
from parley.terms.overlay import Overlay
from parley.terms.plover import MODES

_KNOWN = frozenset({
    "code", "mode", "objects", "not_objects", "recipients", "actors_from",
    "reciprocal", "sides", "needs", "needs_content", "objects_actors", "preps_of", "civilians",
    "host", "bare", "victim_owner", "subjects", "not_subjects", "not_described", "not_preps_of",
    "contents", "needs_clause", "consumes", "carries",
})  # fmt: skip
_WORDS = frozenset({"verbs", "nouns", "adjectives"})
_LINKS = frozenset({"of", "for", "to", "on", "in", "with", "from", "against", "across"})
_ROLES = ("object", "indirect", "to", "against", "on", "at", "with", "from", "upon", "toward", "towards")


@dataclass(frozen=True, slots=True)
class Entry:
    """One act and the words for it.

    `objects` and `not_objects` are lemmas that the object must, or must not, have ("" is no object, "actor" any
    actor, "place" a named place); `recipients` and `actors_from` the grammatical places where they are looked for,
    first found first taken; `needs_content` the words that say the act only with a clause or noun of action as
    content; `preps_of` lemmas of which one must follow a preposition; `sides` how many actors a reciprocal act
    needs; `host` takes a seat of government that is travelled to for its state; `bare` codes the act of a place
    alone ("the fall of the city"); `victim_owner` makes the possessor of the noun the one it befell ("his arrest");
    `subjects` are lemmas of which who acts must have one, `not_subjects` none (what does not act of its own will,
    unless the entry says otherwise); `not_described` words that give a noun another sense ("price war"),
    `not_preps_of` lemmas that do so after a preposition ("war on drugs"). `contents` are lemmas of which a clause
    or noun of the content must have one ("urged them to *leave*", "a call for *talks*"), `needs_clause` the words
    that need a clause, or a noun after "for", "on" or "upon"; `consumes` keeps the object from being an act of its
    own ("lifted the sanctions"); `needs` who must be known: "one" of the two sides, "actor", "both", "two" actors of a
    verb, or "alone", no second actor; `carries` tells that the object is the act itself, and nothing that the act is
    done to ("stepped up its *attacks*").
    """

    id: str
    code: Root
    mode: str | None
    objects: frozenset[str]
    not_objects: frozenset[str]
    recipients: tuple[str, ...]
    actors_from: tuple[str, ...]
    reciprocal: bool
    sides: int
    needs: str
    needs_content: frozenset[str]
    objects_actors: bool
    preps_of: frozenset[str]
    civilians: bool
    host: bool
    bare: bool
    victim_owner: bool
    subjects: frozenset[str]
    not_subjects: frozenset[str]
    not_described: frozenset[str]
    not_preps_of: frozenset[str]
    contents: frozenset[str]
    needs_clause: frozenset[str]
    consumes: bool
    carries: bool
    example: tuple[str, str, str]
    trap: str

    @property
    def conditions(self) -> int:
        """How many conditions it sets: of two entries that fit a word the one with more is the one that is meant."""
        told = (self.objects, self.preps_of, self.civilians, self.objects_actors, self.subjects, self.contents)
        return sum(map(bool, told))


@dataclass(frozen=True, slots=True)
class Codebook:
    """Entries by the head word and the other words of each of their phrases, those that ask for most first."""

    verbs: Mapping[str, Phrases[Entry]]
    nouns: Mapping[str, Phrases[Entry]]
    adjectives: Mapping[str, Phrases[Entry]]
    entries: tuple[Entry, ...]


@cache
def shipped() -> Codebook:
    """The codebook that Parley ships."""
    return build(shipped_texts())


@cache
def shipped_texts() -> dict[str, str]:
    """The files of the events' codebook by name: for each type `assault.toml`, then any `assault-….toml`."""
    names = {root: f"{root.value.lower()}" for root in Root}
    ours = [f for n in names.values() for f in shipped_files() if f == f"{n}.toml" or f.startswith(f"{n}-")]
    return {f: shipped_text(f) for f in ours}


def build(texts: Mapping[str, str], over: Sequence[Overlay] = ()) -> Codebook:
    """A codebook from TOML texts by file name, with overlays laid over them. Raises EntryError naming the entry.

    A file may have word classes of its own under `[class]`.
    """
    found: dict[str, dict[str, list[tuple[Words, Entry]]]] = {"verbs": {}, "nouns": {}, "adjectives": {}}
    entries = []
    for row in rows_of(ENTRY.table, {f: t for f, t in texts.items() if f != CLASSES}, over):
        entry = ENTRY.entry(row)
        entries.append(entry)
        _index(found, row.raw, entry)
    ordered = {k: {w: Phrases(sorted(v, key=_closest_first)) for w, v in by.items()} for k, by in found.items()}
    return Codebook(ordered["verbs"], ordered["nouns"], ordered["adjectives"], tuple(entries))


def _closest_first(phrase: tuple[Words, Entry]) -> tuple[int, int]:
    """Sorts by how much a phrase and its entry ask for, then by the phrase's words: the first that fits is meant."""
    words, entry = phrase
    return -len(words) - entry.conditions, -len(words)


def _index(found: dict[str, dict[str, list[tuple[Words, Entry]]]], raw: Raw, entry: Entry) -> None:
    for phrase in raw.get("verbs", ()):
        head, *rest = phrase.split()
        found["verbs"].setdefault(head, []).append((tuple(rest), entry))
    for phrase in raw.get("nouns", ()):
        head, rest = of_noun(phrase)
        found["nouns"].setdefault(head, []).append((rest, entry))
    for phrase in raw.get("adjectives", ()):
        found["adjectives"].setdefault(phrase, []).append(((), entry))


def of_noun(phrase: str) -> tuple[str, Words]:
    """A noun phrase's head, and its other words: of "show of force" it is "show", else the last."""
    words = phrase.split()
    cut = next((i for i, w in enumerate(words) if i and w in _LINKS), len(words))
    return words[cut - 1], (*words[: cut - 1], *words[cut:])


def _entry(raw: Raw, where: Row) -> Entry:
    code = one_of(Root, raw, "code", where)
    modes = MODES.get(code, {})
    if raw.get("mode") and raw["mode"] not in modes:
        what = f"{raw['mode']!r} is no mode of {code}: {', '.join(modes) or 'it has none'}"
        raise EntryError(where, what, "mode", "use one of those, or leave it out")
    return Entry(
        id=raw["id"],
        code=code,
        mode=raw.get("mode"),
        objects=frozenset(raw.get("objects", ())),
        not_objects=frozenset(raw.get("not_objects", ())),
        recipients=tuple(raw.get("recipients", _ROLES)),
        actors_from=tuple(raw.get("actors_from", ("subject", "owner", "by"))),
        reciprocal=bool(raw.get("reciprocal")),
        sides=int(raw.get("sides", 1)),
        needs=str(raw.get("needs", "one")),
        needs_content=frozenset(raw.get("needs_content", ())),
        objects_actors=bool(raw.get("objects_actors")),
        preps_of=frozenset(raw.get("preps_of", ())),
        civilians=bool(raw.get("civilians")),
        host=bool(raw.get("host")),
        bare=bool(raw.get("bare")),
        victim_owner=bool(raw.get("victim_owner")),
        contents=frozenset(raw.get("contents", ())),
        needs_clause=frozenset(raw.get("needs_clause", ())),
        consumes=bool(raw.get("consumes")),
        carries=bool(raw.get("carries")),
        subjects=frozenset(raw.get("subjects", ())),
        not_subjects=frozenset(raw.get("not_subjects", where.classes.get("no_agents", ()))),
        not_described=frozenset(raw.get("not_described", ())),
        not_preps_of=frozenset(raw.get("not_preps_of", ())),
        example=triple(raw, where, "actors", "recipients"),
        trap=str(raw["trap"]),
    )


ENTRY = EntryForm("entry", Entry, _KNOWN, _entry, words=_WORDS)


def unconditional(id_: str, code: Root) -> Entry:
    """An entry of a type that sets no conditions and has all places as they are where an entry leaves them out."""
    raw = {"id": id_, "code": code.value, "example": ["-", "", ""], "trap": ""}
    return _entry(raw, Row("", ENTRY.table, 0, raw, {}))
