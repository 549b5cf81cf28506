"""The codebook of events: entries as data in, looked up by word."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from parley.terms.enums import Root
from parley.terms.plover import MODES

_KNOWN = frozenset({
    "id", "code", "mode", "verbs", "nouns", "adjectives", "objects", "not_objects", "recipients", "actors_from",
    "reciprocal", "sides", "needs", "needs_content", "objects_actors", "preps_of", "civilians", "example", "trap",
    "host", "bare", "victim_owner", "subjects", "not_subjects", "not_described", "not_preps_of",
    "contents", "needs_clause", "consumes",
})  # fmt: skip
_LINKS = frozenset({"of", "for", "to", "on", "in", "with", "from", "against", "across"})
_ROLES = ("object", "indirect", "to", "against", "on", "at", "with", "from", "upon", "toward", "towards")
EVENT_FILES = tuple(f"{r.value.lower()}.toml" for r in Root)


class CodebookError(ValueError):
    """An entry that cannot be used: says which file and entry, and why."""


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
    own ("lifted the sanctions").
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
    example: tuple[str, str, str]
    trap: str


Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Codebook:
    """Entries by the head word and the other words of each of their phrases, longest phrases first."""

    verbs: Mapping[str, tuple[tuple[Words, Entry], ...]]
    nouns: Mapping[str, tuple[tuple[Words, Entry], ...]]
    adjectives: Mapping[str, tuple[tuple[Words, Entry], ...]]
    entries: tuple[Entry, ...]
    digest: str


@cache
def shipped() -> Codebook:
    """The codebook that Parley ships."""
    folder = files("parley.reading.codebook")
    texts = {name: folder.joinpath(name).read_text(encoding="utf-8") for name in ("classes.toml", *EVENT_FILES)}
    return build(texts)


def build(texts: Mapping[str, str]) -> Codebook:
    """A codebook from TOML texts by file name, `classes.toml` among them. Raises CodebookError.

    A file may have word classes of its own under `[class]`.
    """
    classes = {k: tuple(v) for k, v in tomllib.loads(texts["classes.toml"]).items()}
    found: dict[str, dict[str, list[tuple[Words, Entry]]]] = {"verbs": {}, "nouns": {}, "adjectives": {}}
    entries = []
    for file in texts:
        own = tomllib.loads(texts[file]) if file != "classes.toml" else {}
        known = {**classes, **{k: tuple(v) for k, v in own.get("class", {}).items()}}
        for raw in own.get("entry", []):
            entry = _entry(raw, known, file)
            entries.append(entry)
            _index(found, raw, entry)
    digest = hashlib.sha256("\0".join(f"{k}\0{texts[k]}" for k in sorted(texts)).encode()).hexdigest()
    ordered = {k: {w: tuple(sorted(v, key=lambda p: -len(p[0]))) for w, v in by.items()} for k, by in found.items()}
    return Codebook(ordered["verbs"], ordered["nouns"], ordered["adjectives"], tuple(entries), digest)


def _index(found: dict[str, dict[str, list[tuple[Words, Entry]]]], raw: Mapping[str, Any], entry: Entry) -> None:
    for phrase in raw.get("verbs", ()):
        head, *rest = phrase.split()
        found["verbs"].setdefault(head, []).append((tuple(rest), entry))
    for phrase in raw.get("nouns", ()):
        head, rest = _of_noun(phrase)
        found["nouns"].setdefault(head, []).append((rest, entry))
    for phrase in raw.get("adjectives", ()):
        found["adjectives"].setdefault(phrase, []).append(((), entry))


def _of_noun(phrase: str) -> tuple[str, Words]:
    """A noun phrase's head, and its other words: of "show of force" it is "show", else the last."""
    words = phrase.split()
    cut = next((i for i, w in enumerate(words) if i and w in _LINKS), len(words))
    return words[cut - 1], (*words[: cut - 1], *words[cut:])


def _entry(raw: Mapping[str, Any], classes: Mapping[str, tuple[str, ...]], file: str) -> Entry:
    where = f"{file}, entry {raw.get('id', '?')!r}"
    if raw.keys() - _KNOWN:
        raise CodebookError(
            f"{where}: unknown {', '.join(sorted(raw.keys() - _KNOWN))}; known are {', '.join(sorted(_KNOWN))}"
        )
    for needed in ("id", "code", "example", "trap"):
        if needed not in raw:
            raise CodebookError(f"{where}: {needed!r} is missing: every entry carries a code, an example and a trap")
    try:
        code = Root(raw["code"])
    except ValueError:
        raise CodebookError(f"{where}: code {raw['code']!r} is none of {', '.join(Root)}") from None
    if raw.get("mode") and raw["mode"] not in MODES.get(code, {}):
        raise CodebookError(
            f"{where}: {raw['mode']!r} is no mode of {code}: {', '.join(MODES.get(code, {})) or 'it has none'}"
        )
    return Entry(
        id=raw["id"],
        code=code,
        mode=raw.get("mode"),
        objects=_expanded(raw.get("objects", ()), classes, where),
        not_objects=_expanded(raw.get("not_objects", ()), classes, where),
        recipients=tuple(raw.get("recipients", _ROLES)),
        actors_from=tuple(raw.get("actors_from", ("subject", "owner", "by"))),
        reciprocal=bool(raw.get("reciprocal")),
        sides=int(raw.get("sides", 1)),
        needs=str(raw.get("needs", "one")),
        needs_content=frozenset(raw.get("needs_content", ())),
        objects_actors=bool(raw.get("objects_actors")),
        preps_of=_expanded(raw.get("preps_of", ()), classes, where),
        civilians=bool(raw.get("civilians")),
        host=bool(raw.get("host")),
        bare=bool(raw.get("bare")),
        victim_owner=bool(raw.get("victim_owner")),
        contents=_expanded(raw.get("contents", ()), classes, where),
        needs_clause=frozenset(raw.get("needs_clause", ())),
        consumes=bool(raw.get("consumes")),
        subjects=_expanded(raw.get("subjects", ()), classes, where),
        not_subjects=_expanded(raw.get("not_subjects", ("@no_agents",)), classes, where),
        not_described=_expanded(raw.get("not_described", ()), classes, where),
        not_preps_of=_expanded(raw.get("not_preps_of", ()), classes, where),
        example=tuple(raw["example"]),
        trap=str(raw["trap"]),
    )


def _expanded(words: Iterable[str], classes: Mapping[str, tuple[str, ...]], where: str) -> frozenset[str]:
    out: set[str] = set()
    for w in words:
        if w.startswith("@"):
            if w[1:] not in classes:
                raise CodebookError(f"{where}: no word class {w!r} in classes.toml: known are {', '.join(classes)}")
            out.update(classes[w[1:]])
        else:
            out.add(w)
    return frozenset(out)
