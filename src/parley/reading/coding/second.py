"""A second opinion on the words that the codebook lists and its rules pass over, learned from coded passages.

"Ecuador *built* huts on the ridge" is no phrase of the codebook. Whether such a word is told as an act, and of which
type, is weighed by its traits (`traits`, `learned`); who did it to whom is then found as for any entry. A word that the
codebook does not list is never guessed at, nor is a noun: of a hundred that were added one was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from math import exp

from parley.reading.coding.arguments import Arguments
from parley.reading.coding.codebook import Entry
from parley.reading.coding.facing import Facing
from parley.reading.coding.making import Coded, event_of
from parley.reading.coding.match import Match, Matcher
from parley.reading.coding.phrases import Phrases
from parley.reading.coding.results import mere_result, told_again
from parley.reading.coding.sight import CONTENT
from parley.reading.coding.traits import Known, looked_at, of_places, of_word
from parley.reading.document import Document, Token
from parley.reading.learned.weights import shipped
from parley.reading.lexicon.tables import plain_verbs
from parley.reading.predicates.frames import frame_of
from parley.terms.enums import Root
from parley.terms.values import LEARNED

ENOUGH = 0.5
"""How likely a word must be told as an act: from here on more is won than lost on passages that were not trained on."""
_HOPELESS = -0.9
"""Log odds of what shows of a word alone that nothing at its places makes up for: they need not be looked at."""
_UNLISTED = 0.3
"""What a type counts that the codebook does not have for a word, beside one that it has."""


def second(doc: Document, matcher: Matcher, args: Arguments, sides: Facing, ruled: Sequence[Coded]) -> Iterator[Coded]:
    """The events that the rules passed over, in the order of their words; `ruled` are those that they found."""
    known = {c.head.i: c.event.type for c in ruled}
    weigh, told = Weighing(Known(doc, args, matcher, known)), dict(known)
    for t in doc.tokens:
        listed = matcher.listed(t) if t.pos == "VERB" and t.i not in known else None
        opinion = weigh.opinion(t, listed) if listed is not None else None
        if listed is None or opinion is None:
            continue
        match = Match(_entry(listed, opinion.root), frame_of(doc, t), ())
        if matcher.consumed(t) or _again(doc, t, match, told) or _without_clause(doc, t):
            continue
        event = event_of(doc, match, args, sides)
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
        self._seen = None if at.doc.vectors is None else self.weights.seen_odds(at.doc.vectors)

    def opinion(self, t: Token, listed: Phrases[Entry]) -> Opinion | None:
        """What a word is taken for, if it is likely enough that it tells an act."""
        own = of_word(self.at, t)
        odds = self.weights.act_bare + self.weights.act_odds(own) + self._odds_seen(t)
        if odds < _HOPELESS:
            return None
        around = of_places(self.at, t)
        chance = 1 / (1 + exp(-odds - self.weights.act_odds(around)))
        return self._likeliest(t, [*own, *around], listed, chance) if chance >= ENOUGH else None

    def _odds_seen(self, t: Token) -> float:
        if self._seen is None:
            return 0.0
        return sum(self._seen[i][n] for n, i in enumerate(looked_at(self.at.doc, t)) if i is not None)

    def _likeliest(self, t: Token, own: list[str], listed: Phrases[Entry], chance: float) -> Opinion:
        vectors = self.at.doc.vectors
        around = [None if i is None or vectors is None else vectors[i] for i in looked_at(self.at.doc, t)]
        chances = self.weights.type_chances(own, around)
        known = {e.code for _, e in listed}
        best = max((Root(k) for k in chances), key=lambda r: chances[r.value] * (1 if r in known else _UNLISTED))
        return Opinion(best, round(chance * chances[best.value], 2))


def _again(doc: Document, t: Token, match: Match, told: Mapping[int, Root]) -> bool:
    """Whether another word tells the act: above it, or below ("*gathered* to protest", "*staged* an attack")."""
    if told_again(doc, t, match, told) or mere_result(doc, t, told):
        return True
    return any(told.get(k.i) is match.entry.code for k in doc.kids(t, "xcomp", "advcl", "dobj", "nsubjpass"))


def _without_clause(doc: Document, t: Token) -> bool:
    """As in "undertook a journey": a verb that tells an act only with a clause, and has none."""
    _, clause = plain_verbs().get(t.lemma, ("", False)) if t.pos == "VERB" else ("", False)
    return clause and not doc.kids(t, *CONTENT)


def _entry(listed: Phrases[Entry], root: Root) -> Entry:
    """How an act of this type is told by the word: as its shortest phrase of the type says, else as by any word."""
    own = min(((words, e) for words, e in listed if e.code is root), key=lambda found: len(found[0]), default=None)
    if own is None:
        return _plain(root)
    words, entry = own
    return replace(entry, id=f"{LEARNED}.{root.lower()}", mode=None if words else entry.mode)


@cache
def _plain(root: Root) -> Entry:
    """An entry that sets no conditions: who acts stands before it, who undergoes it after it."""
    empty = {f.name: frozenset[str]() for f in fields(Entry)}
    told = {
        "id": f"{LEARNED}.{root.lower()}", "code": root, "mode": None, "sides": 1, "needs": "one", "trap": "",
        "recipients": ("object", "indirect", "to", "against", "on", "at", "with", "from", "upon"),
        "actors_from": ("subject", "owner", "by"), "example": ("", "", ""),
    }  # fmt: skip
    never = ("reciprocal", "objects_actors", "civilians", "host", "bare", "victim_owner", "consumes", "carries")
    return Entry(**{**empty, **dict.fromkeys(never, False), **told})  # type: ignore[arg-type]
