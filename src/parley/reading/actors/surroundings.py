"""The countries that a report speaks of, and which of several bearers of a name is one of theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from parley.reading.document import Document
from parley.reading.gazetteer import Gazetteer, fold
from parley.reading.lexicon.tables import words
from parley.terms.entry import ActorEntry
from parley.terms.enums import ActorType

_ANY_STATES = frozenset({"congress"})
"""Names of one state's organ that others have too: of the state that the report names most."""
_GROUPS = frozenset({ActorType.ARMED_GROUP, ActorType.PARTY, ActorType.ORGANISATION})


class Surroundings:
    """Answers for one report on a day (ISO, or None) whom a listed name means there."""

    def __init__(self, doc: Document, gazetteer: Gazetteer, day: str | None) -> None:
        self.doc, self.gazetteer, self.day = doc, gazetteer, day

    @cached_property
    def countries(self) -> frozenset[str]:
        """The codes of the countries whose name, people or seat the report has, two words at most."""
        return frozenset(self._times)

    @cached_property
    def _times(self) -> Counter[str]:
        """How often the report has each country's name, people or seat."""
        of = {key: self._country(key) for key in self._keys()}
        times: Counter[str] = Counter()
        for key, n in self._keys().items():
            if c := of[key]:
                times[c] += n
        return times

    def _keys(self) -> Counter[str]:
        capital = [t for t in self.doc.tokens if t.text[:1].isupper()]
        pairs = (self.doc.tokens[t.i : t.i + 2] for t in capital)
        return Counter(t.text for t in capital) + Counter(" ".join(w.text for w in pair) for pair in pairs)

    def _country(self, words_: str) -> str | None:
        g = self.gazetteer
        state = g.demonym(words_, self.day) or g.seat(words_, self.day)
        return g.entries[state].country if state else g.countries.get(words_)

    def choose(self, ids: Sequence[str], name: str) -> str | None:
        """The bearer of a name, as written, that is meant; None where a group of a common one is of no country here."""
        if len(ids) > 1 and (near := self.gazetteer.choose(ids, self.day, self.countries)):
            ids = (near,)
        chosen = self.gazetteer.choose(ids, self.day) or ids[0]
        return None if self._elsewhere(self.gazetteer.entries[chosen], name) else chosen

    def _elsewhere(self, entry: ActorEntry, name: str) -> bool:
        """As in "National Salvation Front" where other countries are spoken of only, "Congress" where others more."""
        if fold(name) in _ANY_STATES:
            return any(n > self._times[entry.country or ""] for n in self._times.values())
        if entry.type not in _GROUPS or not entry.country or not self._common(name):
            return False
        return bool(self.countries) and entry.country not in self.countries

    def _common(self, name: str) -> bool:
        return words("common_names.tsv").issuperset(fold(name).split())
