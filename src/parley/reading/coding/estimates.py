"""Words of estimative probability: which verdict and which range of probability they stand for, on what authority."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from parley.reading.coding.entry_fields import one_of, pair
from parley.reading.coding.entry_form import EntryForm
from parley.reading.coding.rows import EntryError, Raw, Row, rows_of, shipped_text
from parley.reading.coding.wordbook import Wordbook, book_of
from parley.terms.enums import Verdict
from parley.terms.overlay import Overlay
from parley.terms.values import Probability

FILE = "estimates.toml"
CHANCES = frozenset(
    {"chance", "likelihood", "probability", "prospect", "possibility", "odd", "hope", "expectation", "risk", "danger"}
)
"""Nouns of likelihood, which others qualify: "a slim chance", "the risk is high"."""
_KNOWN = frozenset({"verdict", "low", "high", "basis", "also", "chance", "opposite", "future"})


@dataclass(frozen=True, slots=True)
class Estimate:
    """One degree of likelihood. `range` is None for words that only say in which direction.

    `chance` marks words that count only where they qualify a noun of likelihood; `opposite` is the id of the degree
    that their negation comes to ("not likely"); `future` marks adverbs that judge only what will be ("will certainly"),
    for elsewhere they but stress; `also` what other standards say, in percent.
    """

    id: str
    verdict: Verdict
    range: Probability | None
    chance: bool
    opposite: str | None
    future: bool
    also: tuple[str, ...]
    example: tuple[str, str]
    trap: str


@dataclass(frozen=True)
class Estimates:
    """Degrees of likelihood by their words and by their ids."""

    words: Wordbook[Estimate]
    by_id: Mapping[str, Estimate]


@cache
def shipped() -> Estimates:
    """The words of estimative probability that Parley ships."""
    return build(shipped_text(FILE), FILE)


def build(text: str, file: str, over: Sequence[Overlay] = ()) -> Estimates:
    """Degrees of likelihood from TOML. Raises EntryError naming the entry."""
    words = book_of(ESTIMATE, {file: text}, over)
    by_id = {e.id: e for e in words.entries}
    for row in rows_of(ESTIMATE.table, {file: text}, over):
        opposite = by_id[row.id].opposite
        if opposite is not None and opposite not in by_id:
            raise EntryError(row, f"opposite {opposite!r} is the id of no estimate", "opposite")
    return Estimates(words, by_id)


def _estimate(raw: Raw, where: Row) -> Estimate:
    return Estimate(
        id=str(raw["id"]),
        verdict=one_of(Verdict, raw, "verdict", where),
        range=_range(raw, where),
        chance=bool(raw.get("chance")),
        opposite=str(raw["opposite"]) if raw.get("opposite") else None,
        future=bool(raw.get("future")),
        also=tuple(raw.get("also", ())),
        example=pair(raw, where, "about"),
        trap=str(raw["trap"]),
    )


def _range(raw: Raw, where: Row) -> Probability | None:
    if not raw.keys() & {"low", "high", "basis"}:
        return None
    low, high, basis = raw.get("low"), raw.get("high"), raw.get("basis")
    if isinstance(low, int | float) and isinstance(high, int | float) and basis and 0 <= low < high <= 1:
        return Probability(float(low), float(high), str(basis))
    raise EntryError(where, "a range has a 'low' below its 'high', both from 0 to 1, and its 'basis'", "low")


ESTIMATE = EntryForm("estimate", Estimate, _KNOWN, _estimate)
