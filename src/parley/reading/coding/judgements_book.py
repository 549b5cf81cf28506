"""The codebook of judgements: words that call talks, plans and deeds a success, a failure, a surprise, a gain."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial

from parley.reading.coding.wordbook import Raw, Wordbook, WordingError, book_of, shipped_text
from parley.terms.enums import Verdict

FILE = "judgements.toml"
PLACES = frozenset({
    "subject", "above", "as", "object", "owner", "head", "told", "content", "infinitive", "itself", "object-owner",
    "into-owner", "in", "of", "for", "to", "at", "on", "over", "from", "toward towards",
})  # fmt: skip
_KNOWN = frozenset({
    "verdict", "negated", "negated_only", "about",
    "of", "objects", "needs", "needs_mark", "gainers", "losers", "judge", "judges",
})  # fmt: skip
Classes = Mapping[str, Iterable[str]]


@dataclass(frozen=True, slots=True)
class JudgementWording:
    """One way of judging.

    `negated` is the verdict of its negation (None: that judges nothing), and with `negated_only` all
    that the words judge. `about`, `gainers` and `losers` are
    grammatical places, the first found taken: beside those of a frame "above" (the subject of the
    verb above), "as" (the same, where the word follows "as"), "head" (what an adjective stands before), "told"
    (the clause that the word belongs to), "content" and "infinitive" (the clause that completes it), "itself" (its own
    phrase) and "object-owner", "into-owner" (whose the thing there is). `of` are lemmas of which what is judged must be
    one ("verb": any clause); `objects` those of the verb's object; `needs` words of which one must hang on the word;
    `needs_mark` the word that must introduce its clause; `judge` the place of who judges, `judges` what they must be.
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


def build(text: str, file: str) -> Wordbook[JudgementWording]:
    """A codebook of judgements from TOML, its word classes in `[words]`. Raises WordingError naming the entry."""
    classes = tomllib.loads(text).get("words", {})
    return book_of(text, file, "judgement", _KNOWN, partial(_wording, classes))


def _wording(classes: Classes, raw: Raw, where: str) -> JudgementWording:
    try:
        verdict = Verdict(raw["verdict"])
        negated = Verdict(raw["negated"]) if raw.get("negated") else None
        sentence, about = raw["example"]
    except (KeyError, ValueError) as e:
        raise WordingError(f"{where}: {e}; it takes a verdict, and an example of [sentence, about]") from e
    return JudgementWording(
        id=str(raw["id"]),
        verdict=verdict,
        negated=negated,
        negated_only=bool(raw.get("negated_only")),
        about=_places(raw, "about", where) or ("subject",),
        of=_spread(raw, "of", classes, where),
        objects=frozenset(raw.get("objects", ())),
        needs=frozenset(raw.get("needs", ())),
        needs_mark=str(raw.get("needs_mark", "")),
        gainers=_places(raw, "gainers", where),
        losers=_places(raw, "losers", where),
        judge=str(raw.get("judge", "")),
        judges=_spread(raw, "judges", classes, where),
        example=(str(sentence), str(about)),
        trap=str(raw["trap"]),
    )


def _places(raw: Raw, field: str, where: str) -> tuple[str, ...]:
    given = tuple(raw.get(field, ()))
    for place in given:
        if place not in PLACES:
            raise WordingError(f"{where}: {field} {place!r} is none of {', '.join(sorted(PLACES))}")
    return given


def _spread(raw: Raw, field: str, classes: Classes, where: str) -> frozenset[str]:
    out: set[str] = set()
    for word in raw.get(field, ()):
        if not word.startswith("@"):
            out.add(word)
        elif word[1:] in classes:
            out.update(classes[word[1:]])
        else:
            raise WordingError(f"{where}: no word class {word!r} in [words]: known are {', '.join(classes)}")
    return frozenset(out)
