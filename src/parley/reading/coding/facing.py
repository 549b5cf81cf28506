"""Whom an act faces where its own words do not say: the one other side that its sentence, or the acts before, show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from parley.reading.actors.cast import Cast
from parley.reading.coding.deeds import suffers
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import BROKERING
from parley.terms.enums import ActorType, Root

TWO_SIDED = frozenset({
    Root.REQUEST, Root.ACCUSE, Root.COERCE, Root.SANCTION, Root.AID, Root.SUPPORT, Root.CONCEDE,
})  # fmt: skip
"""Acts that are done to somebody, whether or not the sentence says to whom."""
_SAYING = frozenset({"say", "report", "estimate", "reckon", "believe", "note", "find", "add", "write"})
_AIMED = frozenset({Root.REJECT, Root.THREATEN, Root.ASSAULT, Root.SANCTION, Root.REQUEST, Root.ACCUSE})
"""Acts that one of two sides at odds aims at the other, if at anybody."""
_OF_MEETINGS = frozenset({Root.CONSULT, Root.AGREE, Root.COOPERATE})
"""Acts that those who met last may be the ones to do: whoever met did not fight for that."""
_HELPING = frozenset({Root.AID, Root.SUPPORT})
DOERS = frozenset({ActorType.STATE, ActorType.GOVERNMENT, ActorType.ARMED_GROUP, ActorType.IGO})
"""Who may be taken for the doer of what a noun tells."""
_REACH = 2
"""Sentences back that an act may look for whom its side faced."""
_SIDES = frozenset({
    ActorType.STATE, ActorType.GOVERNMENT, ActorType.ARMED_GROUP, ActorType.PARTY, ActorType.IGO, ActorType.PERSON,
    ActorType.ORGANISATION, ActorType.GROUP, ActorType.POPULATION,
})  # fmt: skip


class Facing:
    """The other sides of one report; told each act with both its sides, it remembers who faced whom."""

    def __init__(self, doc: Document, cast: Cast) -> None:
        self.doc, self.cast = doc, cast
        self._faced: list[tuple[int, tuple[str, ...], tuple[str, ...]]] = []
        self._meetings: list[tuple[int, tuple[str, ...]]] = []
        self._told: list[tuple[str, ...]] = []
        self._owned = dict(_owned(cast))

    def met(self, t: Token, actors: Iterable[str], recipients: Iterable[str], *, plain: bool = True) -> None:
        """Remember that the act at a word has these sides; `plain` where its own words say so."""
        one, other = tuple(actors), tuple(recipients)
        if plain:
            self._told.append((*one, *other))
        if len(one) > 1 and not other:
            self._meetings.append((t.sentence, one))
        if one and other and not self._principals(one) & self._principals(other):
            self._faced.append((t.sentence, one, other))

    def _principals(self, actors: Iterable[str]) -> frozenset[str]:
        return frozenset(map(self.principal, actors))

    def principal(self, actor: str) -> str:
        """The state of those of its own who act for it, whoever owns "Machar's forces", else the actor."""
        if actor in self._owned:
            actor = self._owned[actor]
        country = self.cast.country_of(actor)
        kind = self.cast.type_of(actor)
        sector = self.cast.actors[actor].sector if actor in self.cast.actors else None
        ours = kind in {ActorType.STATE, ActorType.GOVERNMENT} or sector in {"GOV", "MIL"}
        return country if country and ours else actor

    def of(
        self, t: Token, actors: tuple[str, ...], root: Root, among: frozenset[ActorType] | None = None
    ) -> tuple[str, ...]:
        """Whom the act of some actors at a word faces; () where nobody or more than one side may be meant.

        `among` are the kinds that may be meant, if not all.
        """
        own = self._principals(actors)
        sides = self._in_sentence(t, own)
        if root in _HELPING:
            sides = {p: a for p, a in sides.items() if p not in self._telling(t)}
        if len(sides) == 1:
            return tuple(a for a in sides.values() if among is None or self.cast.type_of(a) in among)
        faced = self._before(t, own)
        return faced if not sides or set(map(self.principal, faced)) <= set(sides) else ()

    def together(self, t: Token, actors: tuple[str, ...], root: Root = Root.CONSULT) -> tuple[str, ...]:
        """Who meets or agrees where the words name one side or none; `actors` alone where it is not plain.

        It is plain of two sides that the sentence sets beside each other, and of those that met just before.
        """
        found = self._in_sentence(t, self._principals(actors))
        others = {p: a for p, a in found.items() if not self.cast.actors[a].described_as}
        last = self._met_last(t) if root in _OF_MEETINGS and (not others or not actors) else ()
        if last and set(actors) <= set(last) and others.keys() <= self._principals(last):
            return last
        return self._beside_each_other(t) if not actors and len(others) == 2 else actors

    def at_odds(self) -> tuple[str, ...]:
        """The two sides that the report has told of most so far, if no others as often: whom a bare truce binds."""
        named: dict[str, str] = {}
        pairs: Counter[frozenset[str]] = Counter()
        for sides in self._told:
            for a in sides:
                named.setdefault(self.principal(a), a)
            pairs[self._principals(sides)] += 1
        two = [(p, n) for p, n in pairs.most_common() if len(p) == 2]
        clear = two and (len(two) == 1 or two[0][1] > two[1][1])
        return tuple(a for p, a in named.items() if p in two[0][0]) if clear else ()

    def opposed(self, root: Root, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Whom an act of one of the two sides that the report is about is aimed at, where it says no other: the other.

        As in a report on an army and rebels who shelled each other and talked: "The rebels froze the talks".
        """
        two = self.at_odds() if root in _AIMED and len(actors) == 1 else ()
        own = self._principals(actors)
        others = tuple(a for a in two if self.principal(a) not in own)
        return others if len(others) == 1 else ()

    def _beside_each_other(self, t: Token) -> tuple[str, ...]:
        """As in "Norwegian and Swedish positions": the two, each as it is named there."""
        s = self.doc.sentence_of(t)
        here = (f for f in self.cast.found if s.first <= f.head < s.last and not self._brought_about(t, f.head))
        named = {f.head: f.actors for f in here}
        for h, actors in named.items():
            before = self.doc.tokens[h].head if self.doc.tokens[h].dep == "conj" else -1
            if before in named and not self._principals(actors) & self._principals(named[before]):
                return (*named[before], *actors)
        return ()

    def _met_last(self, t: Token) -> tuple[str, ...]:
        return self._meetings[-1][1] if self._meetings and t.sentence - self._meetings[-1][0] <= _REACH else ()

    def _in_sentence(self, t: Token, own: frozenset[str]) -> dict[str, str]:
        """The other sides that a sentence names, by whom they are of, each by its first name there."""
        s = self.doc.sentence_of(t)
        here = (f for f in self.cast.found if s.first <= f.head < s.last and self._may_face(t, f.head, own))
        named = (a for f in here for a in f.actors)
        sides: dict[str, str] = {}
        for a in named:
            if self.cast.type_of(a) in _SIDES and self.principal(a) not in own and not self._mere_troops(a):
                sides.setdefault(self.principal(a), a)
        return sides

    def _at(self, head: int) -> bool:
        """As in "at the United Nations", "told the BBC": where or through whom something is said, no side of it."""
        up = self.doc.head(self.doc.tokens[head])
        return self.doc.tokens[head].dep == "pobj" and up.lower in {"at", "before", "through", "via", "inside"}

    def _acted_for(self, t: Token, head: int) -> bool:
        """As in "the general *signed for* Norway": in whose name somebody acts is no other side."""
        up = self.doc.head(self.doc.tokens[head])
        return self.doc.tokens[head].dep == "pobj" and up.lower == "for" and up.head == t.i and t.pos == "VERB"

    def _mere_troops(self, actor: str) -> bool:
        """As in "ordered ten battalions to the border": troops that nothing names are no side of their own."""
        known = self.cast.actors[actor]
        return bool(known.described_as) and known.sector == "MIL" and not known.country

    def _may_face(self, t: Token, head: int, own: frozenset[str]) -> bool:
        """Whether a mention may be the other side: none of its own, no place, nor who does something else beside it."""
        if self._brought_about(t, head):
            return False
        if suffers(self.doc, self.doc.tokens[head]):
            return False  # "condemned the deaths of the policemen": no policeman is blamed
        return not (self._within(head, own) or self._at(head) or self._acted_for(t, head) or self._apart(t, head))

    def _apart(self, t: Token, head: int) -> bool:
        """As in "Norway tabled a draft, but *Sweden* demanded more": who does what is told beside the act.

        Nor has who only tells of it afterwards a part in it: "agreed to a truce, which *monitors* say was broken".
        """
        w = self.doc.tokens[head]
        verb = self.doc.head(w)
        if w.dep == "nsubj" and w.i > t.i and verb.lemma in _SAYING and self.doc.kids(verb, "ccomp"):
            return True
        beside = w.dep == "nsubj" and verb.dep == "conj" and verb.i != t.i
        return beside and all(up.i != verb.i for up in self.doc.path_up(t))

    def _telling(self, t: Token) -> frozenset[str]:
        """Who tells of an act: of "Norway accused Sweden of sending arms" none went to Norway."""
        verbs = (up for up in self.doc.path_up(t) if up.pos == "VERB")
        subjects = (self.cast.by_head.get(s.i) for v in verbs for s in self.doc.kids(v, "nsubj"))
        return frozenset(p for f in subjects if f is not None for p in self._principals(f.actors))

    def _brought_about(self, t: Token, head: int) -> bool:
        """As in "a truce *brokered by* Norway": who brings others together is none of them."""
        up = self.doc.head(self.doc.tokens[head])
        while up.dep in {"conj", "pobj", "agent"}:
            up = self.doc.head(up)
        return up.lemma in BROKERING and up.dep in {"acl", "amod", "relcl"} and up.head == t.i

    def _within(self, head: int, own: frozenset[str]) -> bool:
        """As in "Amnesty's spokesman, Hess": whose one of a side is, is no other side."""
        above = (self.cast.by_head.get(up.i) for up in self.doc.path_up(self.doc.tokens[head]))
        return any(f is not None and self._principals(f.actors) & own for f in above)

    def _before(self, t: Token, own: frozenset[str]) -> tuple[str, ...]:
        """Whom the same side faced in the acts told shortly before, if all that it faced there are one."""
        faced: set[tuple[str, ...]] = set()
        for sentence, one, other in self._faced:
            if t.sentence - sentence <= _REACH and (here := self._across(one, other, own)):
                faced.add(here)
        return faced.pop() if len(faced) == 1 else ()

    def _across(self, one: tuple[str, ...], other: tuple[str, ...], own: frozenset[str]) -> tuple[str, ...]:
        if self._principals(one) & own:
            return other
        return one if self._principals(other) & own else ()


def _owned(cast: Cast) -> Iterator[tuple[str, str]]:
    """Described people whom a name before them owns, each with the actor of that name: "Machar's forces" are Machar."""
    last = {a.name.rpartition(" ")[2]: i for i, a in cast.actors.items() if not a.described_as}
    for i, a in cast.actors.items():
        owner = (a.described_as or "").partition("'s ")[0].rpartition(" ")[2]
        if owner in last and "'s " in (a.described_as or ""):
            yield i, last[owner]
