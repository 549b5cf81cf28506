"""Whom a phrase means: the actors of a noun phrase, coordination and apposition included."""

from __future__ import annotations

from collections.abc import Iterable

from parley.reading.actors.cast import Cast, Found
from parley.reading.document import Document, Token
from parley.reading.lexicon.tables import people
from parley.terms.enums import ActorType, How

PARTITIVE = frozenset({
    "all", "any", "array", "assortment", "couple", "dozen", "each", "element", "fraction", "group", "handful",
    "host", "hundred", "leader", "lot", "majority", "many", "member", "minority", "mix", "most", "number", "one",
    "part", "range", "rest", "score", "scores", "series", "several", "some", "thousand", "two", "variety",
})  # fmt: skip
_RELATIVE = frozenset({"who", "which", "that", "whom"})


class Who:
    """Answers for one report: `of(token)` gives the ids of the actors that the phrase of a token means."""

    def __init__(self, doc: Document, cast: Cast) -> None:
        self.doc, self.cast = doc, cast
        self._known: dict[int, tuple[str, ...]] = {}

    def of(self, t: Token) -> tuple[str, ...]:
        """The actors of the phrase headed by a token, its coordinated phrases with it; () where none is known."""
        if t.i not in self._known:
            self._known[t.i] = ()  # a phrase that leads back to itself names nobody
            self._known[t.i] = tuple(dict.fromkeys(self._coordinated(t)))
        return self._known[t.i]

    def of_all(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """The actors of several phrases, each once."""
        return tuple(dict.fromkeys(a for t in tokens for a in self.of(t)))

    def _coordinated(self, t: Token) -> list[str]:
        out = list(self._single(t))
        for c in (*self._listed(t), *self._beside(t), *self._included(t), *self._before_last(t)):
            if c.pos not in {"VERB", "AUX"} and not self._left_out(t, c):
                out.extend(self.of(c))
        return out

    def _left_out(self, t: Token, other: Token) -> bool:
        """As in "the army, and *not* the rebels": who is named to be left out."""
        if any(k.dep == "neg" or k.lower == "not" for k in self.doc.kids(other) if k.i < other.i):
            return True
        return any(k.lower == "not" and t.i < k.i < other.i for k in self.doc.kids(t, "cc", "neg", "preconj"))

    def _beside(self, t: Token) -> list[Token]:
        """What is joined to a word, or to the last word of the name that it heads: "lawmakers in Norway and Sweden"."""
        joined, found = [*self.doc.kids(t, "conj"), *self._past_titles(t)], self.cast.by_head.get(t.i)
        if t.tag != "NNS" or found is None or found.last - 1 <= t.i:
            return joined
        inner = self.doc.kids(self.doc.tokens[found.last - 1], "conj")
        return [*joined, *(c for c in inner if c.i in self.cast.by_head)]

    def _past_titles(self, t: Token) -> list[Token]:
        """As in "Hess, the head of Norway, and *Dahl*, his guest", whom the parser joins to the title before them."""
        if t.pos != "PROPN":
            return []
        titles = [a for a in self.doc.kids(t, "appos") if a.pos == "NOUN"]
        named = (c for a in titles for c in self.doc.kids(a, "conj") if c.pos == "PROPN" and c.i in self.cast.by_head)
        return [c for c in named if self._parted_by_comma(self.cast.by_head[c.i])]

    def _parted_by_comma(self, found: Found) -> bool:
        before = [w.lower for w in self.doc.tokens[max(found.first - 2, 0) : found.first]]
        person = self.cast.type_of(found.actors[0]) is ActorType.PERSON
        return person and before == [",", "and"]

    def _listed(self, t: Token) -> list[Token]:
        """As in "Norway, Sweden, and Chad": a name in a row of names is taken for one set beside the first."""
        joined = self.doc.kids(t, "conj") if t.pos == "PROPN" else []
        if not joined:
            return []
        beside = (a for a in self.doc.kids(t, "appos") if a.pos == "PROPN" and t.i < a.i < joined[0].i)
        return [a for a in beside if a.i in self.cast.by_head and self.doc.tokens[a.i + 1].text == ","]

    def _included(self, t: Token) -> list[Token]:
        """As in "several chiefs, including *Hess*"."""
        inside = (k for k in self.doc.kids(t, "prep") if k.lower == "including")
        return [o for k in inside for o in self.doc.kids(k, "pobj")]

    def _before_last(self, t: Token) -> list[Token]:
        """As in "the *League* and the People's Party", where the parser hangs the first name on the last."""
        last = self.cast.by_head.get(t.i)
        if last is None:
            return []
        within = range(last.first, last.last)
        others = (k for k in self.doc.kids(t, "nmod", "compound") if k.i not in within and k.i in self.cast.by_head)
        return [k for k in others if any(c.i in within for c in self.doc.kids(k, "conj"))]

    def _shared(self, t: Token) -> tuple[str, ...]:
        """As in "*Norwegian* and Swedish troops", where a list has the name of the second alone."""
        found = self.cast.by_head.get(t.i)
        if found is None or found.last - found.first < 2 or found.how not in {How.NAME, How.ALIAS}:
            return ()
        within = range(found.first, found.last)
        before = (
            k for k in self.doc.kids(t, "amod", "nmod", "compound") if k.i < found.first and k.i in self.cast.covered
        )
        joined = (k for k in before if any(c.i in within for c in self.doc.kids(k, "conj")))
        return tuple(a for k in joined for a in self.cast.covered[k.i].actors)

    def _single(self, t: Token) -> tuple[str, ...]:
        if t.lower in _RELATIVE and t.tag.startswith("W"):
            return self._antecedent(t)
        found = self._before_adverb(t) or self.cast.by_head.get(t.i)
        if found is not None:
            return self._person_apposed(t) or (*self._shared(t), *found.actors)
        inside = self.cast.covered.get(t.i)
        if inside is not None and (not inside.modifier or t.tag.startswith("NNP")):
            return inside.actors
        for a in self.doc.kids(t, "appos"):
            if self.of(a):
                return self.of(a)
        if t.lemma in PARTITIVE or t.pos == "NUM":
            return self.of_all(o for p in self.doc.kids(t, "prep") if p.lower == "of" for o in self.doc.kids(p, "pobj"))
        return self._said_of(t)

    def _said_of(self, t: Token) -> tuple[str, ...]:
        """As in "Hess, the *politician* whom the army installed": people set beside a name are those named."""
        up = self.doc.head(t)
        beside = t.dep == "appos" and t.pos == "NOUN" and t.lemma in people() and up.i in self.cast.by_head
        return self.of(up) if beside else ()

    def _before_adverb(self, t: Token) -> Found | None:
        """As in "with *Norway* almost a year after": a name before an adverb does not describe the noun behind it."""
        names = self.doc.kids(t, "nmod") if t.pos == "NOUN" else ()
        apart = (k for k in names if k.pos == "PROPN" and self.doc.tokens[k.i + 1].pos == "ADV")
        return next((f for k in apart if (f := self.cast.by_head.get(k.i))), None)

    def _person_apposed(self, t: Token) -> tuple[str, ...]:
        """As in "its former leader, X": X is meant, not those whose leader X was."""
        if t.pos != "NOUN" or t.tag == "NNS":
            return ()
        named = (self.cast.by_head.get(a.i) for a in self.doc.kids(t, "appos"))
        return next((f.actors for f in named if f and self.cast.type_of(f.actors[0]) is ActorType.PERSON), ())

    def _antecedent(self, t: Token) -> tuple[str, ...]:
        for up in self.doc.path_up(t):
            if up.dep == "relcl":
                return self.of(self.doc.head(up))
        return ()
