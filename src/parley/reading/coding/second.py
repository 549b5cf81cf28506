"""A second opinion on the words that the codebook lists and its rules pass over, learned from coded passages.

"Ecuador *built* huts on the ridge" is no phrase of the codebook. Whether such a word is told as an act, and of which
type, is weighed by its traits (`traits`, `learned`); who did it to whom is then found as for any entry. A word that the
codebook does not list is never guessed at. Only verbs are weighed: of a hundred words that were added one was a noun.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

from parley.reading.coding.codebook import Entry, unconditional
from parley.reading.coding.facing import Facing
from parley.reading.coding.making import TELLING, Coded, event_of
from parley.reading.coding.match import Match, Matcher
from parley.reading.coding.phrases import Phrases
from parley.reading.coding.plainly import lacks_clause
from parley.reading.coding.results import mere_result, told_again
from parley.reading.coding.traits import Known, looked_at, of_places, of_word, roots_of
from parley.reading.document import Document, Token
from parley.reading.learned.weights import shipped
from parley.reading.predicates.frames import frame_of
from parley.terms.enums import Root
from parley.terms.values import LEARNED

ENOUGH = 0.5
"""How likely a word must be told as an act: from here on more is won than lost on passages that were not trained on."""
_HOPELESS = -0.9
"""Log odds of what shows of a word alone that nothing at its places makes up for: they need not be looked at."""
_FITS = 0.1
"""The least chance of an act of the likeliest type: below it none fits the word."""
_UNLISTED = 0.3
"""What a type counts that the codebook does not have for a word, beside one that it has."""


def second(matcher: Matcher, sides: Facing, ruled: Sequence[Coded]) -> Iterator[Coded]:
    """The events that the rules passed over, in the order of their words; `ruled` are those that they found."""
    doc, known = matcher.doc, {c.head.i: c.event.type for c in ruled}
    weigh, told = Weighing(Known(matcher, known)), dict(known)
    for t in doc.tokens:
        listed = matcher.listed(t) if t.pos == "VERB" and t.i not in known else None
        opinion = weigh.opinion(t, listed) if listed is not None else None
        if listed is None or opinion is None:
            continue
        match = Match(_entry(t, listed, opinion.root), frame_of(doc, t), ())
        if _again(doc, t, match, told) or lacks_clause(doc, t):
            continue
        event = event_of(doc, match, matcher.args, sides)
        if event is not None:
            told[t.i] = event.type
            yield Coded(t, event, match.entry.id, match.frame, opinion.chance)


@dataclass(frozen=True, slots=True)
class Opinion:
    """The likeliest type of the act that a word tells, and the chance that it tells one, of that type."""

    root: Root
    chance: float


class Weighing:
    """Weighs the words of one report."""

    def __init__(self, at: Known) -> None:
        self.at, self.weights = at, shipped()
        self._vectors = at.matcher.doc.vectors
        self._seen = None if self._vectors is None else self.weights.seen_odds(self._vectors)

    def opinion(self, t: Token, listed: Phrases[Entry]) -> Opinion | None:
        """What a word is taken for, if it is likely enough that it tells an act, and one that has a type."""
        own = of_word(self.at, t)
        odds = self.weights.act_odds(own) + self._odds_seen(t)
        if odds < _HOPELESS:
            return None
        around = of_places(self.at, t)
        chance = 1 / (1 + exp(-odds - self.weights.act_odds(around)))
        likeliest = self._likeliest(t, [*own, *around], listed, chance) if chance >= ENOUGH else None
        return likeliest if likeliest is not None and likeliest.chance >= _FITS else None

    def _odds_seen(self, t: Token) -> float:
        """What the parser saw says, and what holds for every word."""
        if self._seen is None:
            return self.weights.act_blind
        return self.weights.act_bare + sum(
            self._seen[i][n] for n, i in enumerate(looked_at(self.at.matcher.doc, t)) if i is not None
        )

    def _likeliest(self, t: Token, own: list[str], listed: Phrases[Entry], chance: float) -> Opinion:
        vectors, places = self._vectors, looked_at(self.at.matcher.doc, t)
        around = [None if i is None or vectors is None else vectors[i] for i in places]
        chances = self.weights.type_chances(own, around)
        held = roots_of(listed)
        best = max(chances, key=lambda r: chances[r] * (1 if r in held else _UNLISTED))
        return Opinion(Root(best), round(chance * chances[best], 2))


def _again(doc: Document, t: Token, match: Match, told: Mapping[int, Root]) -> bool:
    """Whether another word tells the act: above it, or below ("*gathered* to protest", "*staged* an attack")."""
    if told_again(doc, t, match, told) or mere_result(doc, t, told):
        return True
    return any(told.get(k.i) is match.entry.code for k in doc.kids(t, "xcomp", "advcl", "dobj", "nsubjpass"))


def _entry(t: Token, listed: Phrases[Entry], root: Root) -> Entry:
    """How an act of this type is told by the word alone, else by any word: a phrase's sides are of the phrase alone."""
    id_ = f"{LEARNED}.{root.lower()}"
    own = next((e for words, e in listed if e.code is root and not words), None)
    if own is None:
        return unconditional(id_, root)
    more = () if t.lemma in TELLING else ("object", "indirect")  # who is told something need not be whom it is done to
    return replace(own, id=id_, recipients=(*own.recipients, *more))
