"""The codebook of talks: the words that name talks, and those for parts in them, prospects, results and manner."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TypeVar

from parley.reading.coding.wordbook import Raw, Wordbook, WordingError, book_of, shipped_text
from parley.terms.enums import Level, Outcome, TalkFormat

FILE = "talks.toml"
KINDS = frozenset({"named", "meeting", "mediating", "hosting", "receiving"})
PARTS = frozenset({"party", "mediator", "host", "none"})
_E = TypeVar("_E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class TalkWording:
    """A word for a talk.

    `kind` says who stands where: named (a noun), meeting (a verb, its subject and counterpart are the parties),
    mediating (the subject or owner mediates between the parties), hosting (the subject lends the venue), receiving
    (it is a party too). `parties` are the grammatical places of the parties beside the subject. A `weak` word is a talk
    only where two parties are known. `objects` are lemmas that the object must have, `not_objects` must not have;
    `not_after` lemmas that must not follow a preposition ("met in the final").
    `agenda` says that the object is what is talked about.
    """

    id: str
    kind: str
    parties: tuple[str, ...]
    weak: bool
    objects: frozenset[str]
    not_objects: frozenset[str]
    not_after: frozenset[str]
    agenda: bool
    outcome: Outcome | None
    format: TalkFormat | None
    level: Level | None
    example: tuple[str, str, str, str]
    trap: str


@dataclass(frozen=True, slots=True)
class PartWording:
    """A word by which somebody has a part in a talk: "mediated by", "under the auspices of", "attended".

    A `participle` says so only as one: "UN-led talks", not "led the talks".
    """

    id: str
    part: str
    participle: bool
    example: tuple[str, str]
    trap: str


@dataclass(frozen=True, slots=True)
class ProspectWording:
    """A word that makes a talk a prospect, refused or called off. `subject` is the part of whoever does so.

    `negated` is the outcome under negation ("has not ruled out talks"), None where nothing is then said of a talk.
    """

    id: str
    outcome: Outcome
    negated: Outcome | None
    subject: str
    example: tuple[str, str]
    trap: str


@dataclass(frozen=True, slots=True)
class ResultWording:
    """A word for what came of a talk.

    `of` says what it hangs on: the talk, its sides, either, or merely the scene; `modifier` words describe the talk's
    own noun. `objects` and `subjects` are lemmas of which one must stand there, `not_about` lemmas that must not stand
    below. `settled` wordings carry their negation in themselves; for the others `negated` is the outcome where they are
    told as not done.
    """

    id: str
    outcome: Outcome
    negated: Outcome | None
    of: str
    objects: frozenset[str]
    subjects: frozenset[str]
    not_about: frozenset[str]
    settled: bool
    example: tuple[str, str]
    trap: str


@dataclass(frozen=True, slots=True)
class MannerWording:
    """A word for how the sides met, or at which level."""

    id: str
    format: TalkFormat | None
    level: Level | None
    example: tuple[str, str]
    trap: str


@dataclass(frozen=True)
class Talkbook:
    """All wordings of talks."""

    talks: Wordbook[TalkWording]
    parts: Wordbook[PartWording]
    prospects: Wordbook[ProspectWording]
    results: Wordbook[ResultWording]
    manners: Wordbook[MannerWording]


@cache
def shipped() -> Talkbook:
    """The codebook of talks that Parley ships."""
    return build(shipped_text(FILE), FILE)


def build(text: str, file: str) -> Talkbook:
    """A codebook of talks from TOML. Raises WordingError naming the entry."""
    of_talk = frozenset(
        {"kind", "parties", "weak", "objects", "not_objects", "not_after", "agenda", "outcome", "format", "level"}
    )
    of_result = frozenset({"outcome", "negated", "of", "objects", "subjects", "not_about", "settled"})
    return Talkbook(
        book_of(text, file, "talk", of_talk, _talk),
        book_of(text, file, "part", frozenset({"part", "participle"}), _part),
        book_of(text, file, "prospect", frozenset({"outcome", "negated", "subject"}), _prospect),
        book_of(text, file, "result", of_result, _result),
        book_of(text, file, "manner", frozenset({"format", "level"}), _manner),
    )


def _talk(raw: Raw, where: str) -> TalkWording:
    example = raw["example"]
    if not isinstance(example, list) or len(example) != 4:
        raise WordingError(f"{where}: 'example' is not [sentence, parties, mediators, hosts]")
    return TalkWording(
        id=str(raw["id"]),
        kind=_one_of(raw, "kind", "named", KINDS, where),
        parties=tuple(raw.get("parties", ())),
        weak=bool(raw.get("weak")),
        objects=frozenset(raw.get("objects", ())),
        not_objects=frozenset(raw.get("not_objects", ())),
        not_after=frozenset(raw.get("not_after", ())),
        agenda=bool(raw.get("agenda")),
        outcome=_enum(Outcome, raw, "outcome", where),
        format=_enum(TalkFormat, raw, "format", where),
        level=_enum(Level, raw, "level", where),
        example=(str(example[0]), str(example[1]), str(example[2]), str(example[3])),
        trap=str(raw["trap"]),
    )


def _part(raw: Raw, where: str) -> PartWording:
    part = _one_of(raw, "part", "party", PARTS, where)
    return PartWording(str(raw["id"]), part, bool(raw.get("participle")), _pair(raw, where), str(raw["trap"]))


def _prospect(raw: Raw, where: str) -> ProspectWording:
    return ProspectWording(
        id=str(raw["id"]),
        outcome=_needed(raw, where),
        negated=_enum(Outcome, raw, "negated", where),
        subject=_one_of(raw, "subject", "party", PARTS, where),
        example=_pair(raw, where),
        trap=str(raw["trap"]),
    )


def _result(raw: Raw, where: str) -> ResultWording:
    return ResultWording(
        id=str(raw["id"]),
        outcome=_needed(raw, where),
        negated=_enum(Outcome, raw, "negated", where),
        of=_one_of(raw, "of", "talk", frozenset({"talk", "sides", "either", "modifier", "scene"}), where),
        objects=frozenset(raw.get("objects", ())),
        subjects=frozenset(raw.get("subjects", ())),
        not_about=frozenset(raw.get("not_about", ())),
        settled=bool(raw.get("settled")),
        example=_pair(raw, where),
        trap=str(raw["trap"]),
    )


def _manner(raw: Raw, where: str) -> MannerWording:
    format_, level = _enum(TalkFormat, raw, "format", where), _enum(Level, raw, "level", where)
    if format_ is None and level is None:
        raise WordingError(f"{where}: neither 'format' nor 'level' is given")
    return MannerWording(str(raw["id"]), format_, level, _pair(raw, where), str(raw["trap"]))


def _needed(raw: Raw, where: str) -> Outcome:
    outcome = _enum(Outcome, raw, "outcome", where)
    if outcome is None:
        raise WordingError(f"{where}: 'outcome' is missing; known are {', '.join(Outcome)}")
    return outcome


def _one_of(raw: Raw, key: str, default: str, known: frozenset[str], where: str) -> str:
    value = str(raw.get(key, default))
    if value not in known:
        raise WordingError(f"{where}: {key} {value!r} is none of {', '.join(sorted(known))}")
    return value


def _enum(kind: type[_E], raw: Raw, key: str, where: str) -> _E | None:
    if key not in raw:
        return None
    try:
        return kind(raw[key])
    except ValueError:
        raise WordingError(f"{where}: {key} {raw[key]!r} is none of {', '.join(kind)}") from None


def _pair(raw: Raw, where: str) -> tuple[str, str]:
    given = raw["example"]
    if not isinstance(given, list) or len(given) != 2:
        raise WordingError(f"{where}: 'example' is not [sentence, what it comes to]")
    return (str(given[0]), str(given[1]))
