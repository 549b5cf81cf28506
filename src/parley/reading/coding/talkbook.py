"""The codebook of talks: the words that name talks, and those for parts in them, prospects, results and manner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from parley.reading.coding.entry_fields import among, maybe_one_of, one_of, pair, texts
from parley.reading.coding.entry_form import EntryForm
from parley.reading.coding.rows import EntryError, Raw, Row, shipped_text
from parley.reading.coding.wordbook import Wordbook, book_of
from parley.terms.enums import Level, Outcome, TalkFormat
from parley.terms.overlay import Overlay

FILE = "talks.toml"
KINDS = frozenset({"named", "meeting", "mediating", "hosting", "receiving"})
PARTS = frozenset({"party", "mediator", "host", "none"})


@dataclass(frozen=True, slots=True)
class TalkWording:
    """A word for a talk.

    `kind` says who stands where: named (a noun), meeting (a verb, its subject and counterpart are the parties),
    mediating (the subject or owner mediates between the parties), hosting (the subject lends the venue), receiving
    (it is a party too). `parties` are the grammatical places of the parties beside the subject. A `weak` word is a talk
    only where two parties are known, one that stands `alone` only where nothing else is told of talks between them.
    `objects` are lemmas that the object must have, `not_objects` must not have;
    `not_after` lemmas that must not follow a preposition ("met in the final").
    `agenda` says that the object is what is talked about.
    """

    id: str
    kind: str
    parties: tuple[str, ...]
    weak: bool
    alone: bool
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

    `of` says what it hangs on: the talk (`object`: as what is done to it), its sides, either, or merely the scene;
    `modifier` words describe the talk's own noun. `objects` and `subjects` are lemmas of which one must stand there,
    `not_about` lemmas that must not stand below. `settled` wordings carry their negation in themselves; for the others
    `negated` is the outcome where they are told as not done.
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


def build(text: str, file: str, over: Sequence[Overlay] = ()) -> Talkbook:
    """A codebook of talks from TOML. Raises EntryError naming the entry."""
    given = {file: text}
    return Talkbook(
        book_of(TALK, given, over),
        book_of(PART, given, over),
        book_of(PROSPECT, given, over),
        book_of(RESULT, given, over),
        book_of(MANNER, given, over),
    )


def _talk(raw: Raw, where: Row) -> TalkWording:
    sentence, parties, mediators, hosts = texts(raw, "example", where, "sentence", "parties", "mediators", "hosts")
    return TalkWording(
        id=str(raw["id"]),
        kind=among(KINDS, raw, "kind", "named", where),
        parties=tuple(raw.get("parties", ())),
        weak=bool(raw.get("weak")),
        alone=bool(raw.get("alone")),
        objects=frozenset(raw.get("objects", ())),
        not_objects=frozenset(raw.get("not_objects", ())),
        not_after=frozenset(raw.get("not_after", ())),
        agenda=bool(raw.get("agenda")),
        outcome=maybe_one_of(Outcome, raw, "outcome", where),
        format=maybe_one_of(TalkFormat, raw, "format", where),
        level=maybe_one_of(Level, raw, "level", where),
        example=(sentence, parties, mediators, hosts),
        trap=str(raw["trap"]),
    )


def _part(raw: Raw, where: Row) -> PartWording:
    part = among(PARTS, raw, "part", "party", where)
    return PartWording(
        str(raw["id"]), part, bool(raw.get("participle")), pair(raw, where, "what it comes to"), str(raw["trap"])
    )


def _prospect(raw: Raw, where: Row) -> ProspectWording:
    return ProspectWording(
        id=str(raw["id"]),
        outcome=one_of(Outcome, raw, "outcome", where),
        negated=maybe_one_of(Outcome, raw, "negated", where),
        subject=among(PARTS, raw, "subject", "party", where),
        example=pair(raw, where, "what it comes to"),
        trap=str(raw["trap"]),
    )


def _result(raw: Raw, where: Row) -> ResultWording:
    return ResultWording(
        id=str(raw["id"]),
        outcome=one_of(Outcome, raw, "outcome", where),
        negated=maybe_one_of(Outcome, raw, "negated", where),
        of=among(frozenset({"talk", "object", "sides", "either", "modifier", "scene"}), raw, "of", "talk", where),
        objects=frozenset(raw.get("objects", ())),
        subjects=frozenset(raw.get("subjects", ())),
        not_about=frozenset(raw.get("not_about", ())),
        settled=bool(raw.get("settled")),
        example=pair(raw, where, "what it comes to"),
        trap=str(raw["trap"]),
    )


def _manner(raw: Raw, where: Row) -> MannerWording:
    format_, level = maybe_one_of(TalkFormat, raw, "format", where), maybe_one_of(Level, raw, "level", where)
    if format_ is None and level is None:
        raise EntryError(where, "neither 'format' nor 'level' is given", "format")
    return MannerWording(str(raw["id"]), format_, level, pair(raw, where, "what it comes to"), str(raw["trap"]))


TALK = EntryForm(
    "talk",
    TalkWording,
    frozenset(
        {
            "kind",
            "parties",
            "weak",
            "alone",
            "objects",
            "not_objects",
            "not_after",
            "agenda",
            "outcome",
            "format",
            "level",
        }
    ),
    _talk,
)
PART = EntryForm("part", PartWording, frozenset({"part", "participle"}), _part)
PROSPECT = EntryForm("prospect", ProspectWording, frozenset({"outcome", "negated", "subject"}), _prospect)
RESULT = EntryForm(
    "result",
    ResultWording,
    frozenset({"outcome", "negated", "of", "objects", "subjects", "not_about", "settled"}),
    _result,
)
MANNER = EntryForm("manner", MannerWording, frozenset({"format", "level"}), _manner)
