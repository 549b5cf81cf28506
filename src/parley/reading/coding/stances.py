"""The codebook of positions: the words by which an actor is for, against or indifferent."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from parley.reading.coding.wordbook import Raw, Wordbook, WordingError, book_of, shipped_text
from parley.terms.enums import Intensity, PositionStance

FILE = "positions.toml"
_KNOWN = frozenset({"stance", "negated", "intensity", "actor", "issue", "act", "known", "needs"})


@dataclass(frozen=True, slots=True)
class StanceWording:
    """One way of taking a position.

    `negated` is the stance of its negation (None: it is none); `actor` and `issue` are the grammatical places where
    they are looked for, first found first taken ("clause" is a clause that completes the word); `act` marks what is
    done once and shows a position that lasts ("demanded"); `known` asks for an issue of the list; `needs` for one of
    these words about it.
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
    example: tuple[str, str, str]
    trap: str


@cache
def shipped() -> Wordbook[StanceWording]:
    """The codebook of positions that Parley ships."""
    return build(shipped_text(FILE), FILE)


def build(text: str, file: str) -> Wordbook[StanceWording]:
    """A codebook of positions from TOML. Raises WordingError naming the entry."""
    return book_of(text, file, "position", _KNOWN, _wording)


def _wording(raw: Raw, where: str) -> StanceWording:
    try:
        stance = PositionStance(raw["stance"])
        negated = PositionStance(raw["negated"]) if raw.get("negated") else None
        intensity = Intensity(raw.get("intensity", "medium"))
        sentence, actor, issue = raw["example"]
    except (KeyError, ValueError) as e:
        raise WordingError(f"{where}: {e}; it takes a stance, and an example of [sentence, actor, issue]") from e
    return StanceWording(
        id=str(raw["id"]),
        stance=stance,
        negated=negated,
        intensity=intensity,
        actor=tuple(raw.get("actor", ("subject",))),
        issue=tuple(raw.get("issue", ("object", "clause"))),
        act=bool(raw.get("act")),
        known=bool(raw.get("known")),
        needs=frozenset(raw.get("needs", ())),
        example=(str(sentence), str(actor), str(issue)),
        trap=str(raw["trap"]),
    )
