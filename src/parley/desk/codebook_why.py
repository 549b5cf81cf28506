"""Why a word is coded as it is: the entries and signatures that it meets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parley.desk.codebook import type_of
from parley.desk.overlays import overlays, place_of

if TYPE_CHECKING:
    from parley.reading.lookup import Cue, Hit


@dataclass(frozen=True, slots=True)
class Answer:
    """An entry that a word meets: where it stands, its phrase, what it codes, its conditions, and its two sentences."""

    book: str
    id: str
    type: str
    mode: str
    place: str
    phrase: str
    pos: str
    whole: bool
    conditions: Mapping[str, Any]
    example: Sequence[str]
    trap: str


@dataclass(frozen=True, slots=True)
class Embedding:
    """What a word does to what it embeds: the stance it opens, and the reality it makes of it, where negated too."""

    word: str
    pos: str
    id: str
    takes: tuple[str, ...]
    voice: str
    makes: str
    negated: str
    example: str
    trap: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a word meets in codebook and lexicon; `near` are known words like it, where it meets nothing."""

    word: str
    entries: tuple[Answer, ...]
    embeds: tuple[Embedding, ...]
    near: tuple[str, ...]


def why(word: str, codebook: Sequence[Path]) -> Found:
    """Which entries and signatures a word, in any inflection, or a phrase meets. Raises AmissError for a wrong file."""
    from parley.reading.lookup import look_up

    met = look_up(word, overlays(codebook))
    return Found(word, tuple(map(_answer, met.hits)), tuple(map(_embedding, met.cues)), met.near)


def _answer(hit: Hit) -> Answer:
    from parley.reading.coding.rows import EntryError
    from parley.reading.lookup import conditions

    raw, example = hit.row.raw, hit.row.raw["example"]
    return Answer(
        book=hit.book,
        id=hit.row.id,
        type=type_of(hit.row),
        mode=str(raw.get("mode", "")),
        place=place_of(EntryError(hit.row, "")),
        phrase=hit.phrase,
        pos=hit.pos.lower(),
        whole=hit.whole,
        conditions=conditions(hit.row),
        example=[example] if isinstance(example, str) else example,
        trap=raw["trap"],
    )


def _embedding(cue: Cue) -> Embedding:
    does = cue.signature
    return Embedding(
        word=cue.word,
        pos=cue.pos,
        id=does.id,
        takes=tuple(sorted(does.takes)),
        voice=does.voice or "",
        makes=does.makes or "",
        negated=does.negated or "",
        example=cue.example,
        trap=cue.trap,
    )
