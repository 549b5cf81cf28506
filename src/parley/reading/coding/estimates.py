"""Words of estimative probability: which verdict and which range of probability they stand for, on what authority."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from parley.reading.coding.wordbook import Raw, Wordbook, WordingError, book_of, shipped_text
from parley.terms.enums import Verdict
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


def build(text: str, file: str) -> Estimates:
    """Degrees of likelihood from TOML. Raises WordingError naming the entry."""
    words = book_of(text, file, "estimate", _KNOWN, _estimate)
    by_id = {e.id: e for e in words.entries}
    for e in words.entries:
        if e.opposite is not None and e.opposite not in by_id:
            raise WordingError(f"{file}, estimate {e.id!r}: opposite {e.opposite!r} is the id of no estimate")
    return Estimates(words, by_id)


def _estimate(raw: Raw, where: str) -> Estimate:
    try:
        verdict = Verdict(raw["verdict"])
        sentence, about = raw["example"]
    except (KeyError, ValueError) as e:
        raise WordingError(f"{where}: {e}; it takes a verdict, and an example of [sentence, about]") from e
    return Estimate(
        id=str(raw["id"]),
        verdict=verdict,
        range=_range(raw, where),
        chance=bool(raw.get("chance")),
        opposite=str(raw["opposite"]) if raw.get("opposite") else None,
        future=bool(raw.get("future")),
        also=tuple(raw.get("also", ())),
        example=(str(sentence), str(about)),
        trap=str(raw["trap"]),
    )


def _range(raw: Raw, where: str) -> Probability | None:
    if not raw.keys() & {"low", "high", "basis"}:
        return None
    low, high, basis = raw.get("low"), raw.get("high"), raw.get("basis")
    if low is None or high is None or not basis or not 0 <= low < high <= 1:
        raise WordingError(f"{where}: a range has a 'low' below its 'high', both from 0 to 1, and its 'basis'")
    return Probability(float(low), float(high), str(basis))
