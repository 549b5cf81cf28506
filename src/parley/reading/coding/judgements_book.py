"""The codebook of judgements: words that call talks, plans and deeds a success, a failure, a surprise, a gain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from parley.reading.coding.entry_fields import maybe_one_of, one_of, pair
from parley.reading.coding.entry_form import EntryForm
from parley.reading.coding.rows import EntryError, Raw, Row, shipped_text
from parley.reading.coding.wordbook import Wordbook, book_of
from parley.terms.enums import Verdict
from parley.terms.overlay import Overlay

FILE = "judgements.toml"
PLACES = frozenset({
    "subject", "above", "as", "object", "owner", "head", "told", "content", "infinitive", "itself", "object-owner",
    "into-owner", "in", "of", "for", "to", "at", "on", "over", "from", "toward towards",
    "attr", "against", "about", "by", "sentence",
})  # fmt: skip
_KNOWN = frozenset({
    "verdict", "negated", "negated_only", "about",
    "of", "objects", "needs", "needs_mark", "under", "gainers", "losers", "judge", "judges",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class JudgementWording:
    """One way of judging.

    `negated` is the verdict of its negation (None: that judges nothing), and with `negated_only` all
    that the words judge. `about`, `gainers` and `losers` are
    grammatical places, the first found taken: beside those of a frame "above" (the subject of the
    verb above), "attr" (what its verb says that it is), "sentence" (the one before, where "it" or "this" stands for
    it), "as" (the same, where the word follows "as"), "head" (what an adjective stands before), "told"
    (the clause that the word belongs to), "content" and "infinitive" (the clause that completes it), "itself" (its own
    phrase) and "object-owner", "into-owner" (whose the thing there is). `of` are lemmas of which what is judged must be
    one ("verb": any clause); `objects` those of the verb's object; `needs` words of which one must hang on the word;
    `needs_mark` the word that must introduce its clause, `under` the prepositions of which it must stand under one;
    `judge` the place of who judges, `judges` what they must be.
    """

    id: str
    verdict: Verdict
    negated: Verdict | None
    negated_only: bool
    about: tuple[str, ...]
    of: frozenset[str]
    objects: frozenset[str]
    needs: frozenset[str]
    needs_mark: str
    under: frozenset[str]
    gainers: tuple[str, ...]
    losers: tuple[str, ...]
    judge: str
    judges: frozenset[str]
    example: tuple[str, str]
    trap: str


@cache
def shipped() -> Wordbook[JudgementWording]:
    """The codebook of judgements that Parley ships."""
    return build(shipped_text(FILE), FILE)


@lru_cache(maxsize=8)
def weighed(entries: tuple[JudgementWording, ...]) -> frozenset[str]:
    """All lemmas of things that some wording judges: talks, plans, deeds."""
    return frozenset(word for entry in entries for word in entry.of)


def build(text: str, file: str, over: Sequence[Overlay] = ()) -> Wordbook[JudgementWording]:
    """A codebook of judgements from TOML, its word classes in `[words]`. Raises EntryError naming the entry."""
    return book_of(JUDGEMENT, {file: text}, over)


def _wording(raw: Raw, where: Row) -> JudgementWording:
    return JudgementWording(
        id=str(raw["id"]),
        verdict=one_of(Verdict, raw, "verdict", where),
        negated=maybe_one_of(Verdict, raw, "negated", where),
        negated_only=bool(raw.get("negated_only")),
        about=_places(raw, "about", where) or ("subject",),
        of=frozenset(raw.get("of", ())),
        objects=frozenset(raw.get("objects", ())),
        needs=frozenset(raw.get("needs", ())),
        needs_mark=str(raw.get("needs_mark", "")),
        under=frozenset(raw.get("under", ())),
        gainers=_places(raw, "gainers", where),
        losers=_places(raw, "losers", where),
        judge=str(raw.get("judge", "")),
        judges=frozenset(raw.get("judges", ())),
        example=pair(raw, where, "about"),
        trap=str(raw["trap"]),
    )


def _places(raw: Raw, field: str, where: Row) -> tuple[str, ...]:
    given = tuple(raw.get(field, ()))
    for place in given:
        if place not in PLACES:
            raise EntryError(where, f"{field} {place!r} is none of {', '.join(sorted(PLACES))}", field)
    return given


JUDGEMENT = EntryForm("judgement", JudgementWording, _KNOWN, _wording)
