"""The codebook of positions: the words by which an actor is for, against or indifferent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from parley.reading.coding.entry_fields import maybe_one_of, one_of, triple
from parley.reading.coding.entry_form import EntryForm
from parley.reading.coding.rows import Raw, Row, shipped_text
from parley.reading.coding.wordbook import Wordbook, book_of
from parley.terms.enums import Intensity, PositionStance
from parley.terms.overlay import Overlay

FILE = "positions.toml"
_KNOWN = frozenset({"stance", "negated", "intensity", "actor", "issue", "act", "known", "needs", "must"})


@dataclass(frozen=True, slots=True)
class StanceWording:
    """One way of taking a position.

    `negated` is the stance of its negation (None: it is none); `actor` and `issue` are the grammatical places where
    they are looked for, first found first taken ("clause" is a clause that completes the word); `act` marks what is
    done once and shows a position that lasts ("demanded"); `known` asks for an issue of the list; `needs` for one of
    these words about it; with `must` the clause says what must, should or cannot be.
    """

    id: str
    stance: PositionStance
    negated: PositionStance | None
    intensity: Intensity
    actor: tuple[str, ...]
    issue: tuple[str, ...]
    act: bool
    known: bool
    needs: frozenset[str]
    must: bool
    example: tuple[str, str, str]
    trap: str


@cache
def shipped() -> Wordbook[StanceWording]:
    """The codebook of positions that Parley ships."""
    return build(shipped_text(FILE), FILE)


def build(text: str, file: str, over: Sequence[Overlay] = ()) -> Wordbook[StanceWording]:
    """A codebook of positions from TOML. Raises EntryError naming the entry."""
    return book_of(POSITION, {file: text}, over)


def _wording(raw: Raw, where: Row) -> StanceWording:
    return StanceWording(
        id=str(raw["id"]),
        stance=one_of(PositionStance, raw, "stance", where),
        negated=maybe_one_of(PositionStance, raw, "negated", where),
        intensity=maybe_one_of(Intensity, raw, "intensity", where) or Intensity.MEDIUM,
        actor=tuple(raw.get("actor", ("subject",))),
        issue=tuple(raw.get("issue", ("object", "clause"))),
        act=bool(raw.get("act")),
        known=bool(raw.get("known")),
        needs=frozenset(raw.get("needs", ())),
        must=bool(raw.get("must")),
        example=triple(raw, where, "actor", "issue"),
        trap=str(raw["trap"]),
    )


POSITION = EntryForm("position", StanceWording, _KNOWN, _wording)
