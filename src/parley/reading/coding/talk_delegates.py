"""Who sat at the table for whom: people by the offices that the report, or else the gazetteer, gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from parley.reading.coding.arguments import Arguments
from parley.reading.coding.offices import office_at
from parley.reading.coding.talk_grammar import VERBS, main_clause
from parley.reading.coding.talk_mentions import TalkMention
from parley.reading.document import Token
from parley.terms.affiliation import Affiliation
from parley.terms.bodies import Role
from parley.terms.entry import ActorEntry, Office
from parley.terms.enums import ActorType, How, Reality, Status, Tenure
from parley.terms.facts import status_of
from parley.terms.statement import Proposal

_SIDES = frozenset({
    ActorType.STATE, ActorType.GOVERNMENT, ActorType.ARMED_GROUP, ActorType.PARTY, ActorType.IGO,
    ActorType.ORGANISATION,
})  # fmt: skip
"""What sends people to a table; a province or a newspaper does not."""
_ORGANS = frozenset({ActorType.GOVERNMENT, ActorType.ORGANISATION})
_RULERS = frozenset({ActorType.ARMED_GROUP, ActorType.PARTY})
_NAMED = frozenset({How.NAME, How.ALIAS})
_SITTING = frozenset({Tenure.CURRENT, Tenure.ACTING})
_LEADING = frozenset({"Leader", "Head", "Chief", "Commander", "Chairman", "President"})


class Seats:
    """Answers for one report for whom its people act, and who holds an office that it only describes."""

    def __init__(self, args: Arguments, held: Iterable[Proposal], day: str | None) -> None:
        self._args, self._day = args, day
        self._roles = tuple(_held_now(held))
        self._of_whom = dict(_named_of(args))

    @property
    def affiliations(self) -> tuple[Affiliation, ...]:
        """Who stands for whom by the report's own roles."""
        return tuple(Affiliation(r.person, r.of, "role") for r in self._roles if r.of)

    def principal(self, who: str) -> str | None:
        """For whom a person acts: by a role that the report tells, or the name of a side behind the person's own.

        Else by an office held on the day of the report.
        """
        cast = self._args.cast
        if cast.type_of(who) is not ActorType.PERSON:
            return None
        told = (*(r.of for r in self._roles if r.person == who and r.of), *self._of_whom.get(who, ()))
        entry = cast.gazetteer.entries.get(who)
        listed = (o.of for o in entry.offices if _holds(o, self._day)) if entry is not None else ()
        found = next((of for of in (*told, *listed) if self._sends(of)), None)
        return self._ruling(entry, self._whole(found)) if found else None

    def _sends(self, of: str) -> bool:
        entry = self._args.cast.gazetteer.entries.get(of)
        return (entry.type if entry is not None else self._args.cast.type_of(of)) in _SIDES

    def _whole(self, of: str) -> str:
        """A ministry or an army acts for its state."""
        entry = self._args.cast.gazetteer.entries.get(of)
        if entry is None:
            return of
        parent = self._args.cast.gazetteer.entries.get(entry.parent or "")
        organ = entry.type in _ORGANS and parent is not None and parent.type is ActorType.STATE
        return self._args.cast.entry(parent.id if organ and parent is not None else of)

    def _ruling(self, entry: ActorEntry | None, of: str) -> str:
        """Who holds office in a country that his own movement rules sits there for the movement."""
        known = self._args.cast.gazetteer.entries
        movement = known.get(entry.parent or "") if entry is not None else None
        if movement is None or movement.type not in _RULERS or movement.id not in self._args.cast.actors:
            return of
        return self._args.cast.entry(movement.id) if self.rules(movement.id, of) else of

    def rules(self, who: str, what: str) -> bool:
        """Whether one governs another on the day of the report."""
        entry = self._args.cast.gazetteer.entries.get(who)
        governed = entry.governs if entry is not None else ()
        return any(g.what == what and _within(g.start, g.end, self._day) for g in governed)

    def seated(self, m: TalkMention) -> TalkMention:
        """The same telling with people in place of those whose office it describes: "met the Front's leader"."""
        meant = dict(self._described(m))
        if not meant:
            return m
        return replace(m, parties=tuple(dict.fromkeys(meant.get(a, a) for a in m.parties)))

    def _described(self, m: TalkMention) -> Iterator[tuple[str, str]]:
        """Actors of a telling whose mention is an office that the report says who holds: actor, holder."""
        if not self._roles or not m.parties:
            return
        doc = self._args.doc
        for t in doc.subtree(_clause_of(self._args, m.head)):
            found = self._args.cast.by_head.get(t.i)
            if found is None or found.how is not How.DESCRIPTION or found.actors[0] not in m.parties:
                continue
            person = self._holder(t, found.actors[0])
            if person is not None and person not in m.parties:
                yield found.actors[0], person

    def _holder(self, t: Token, of: str) -> str | None:
        office = office_at(self._args.doc, t)
        if office is None and t.lemma != "leader":
            return None
        words = office.words if office is not None else "Leader"
        fitting = {r.person for r in self._roles if self._of(r, of) and _alike(r.office, words)}
        return fitting.pop() if len(fitting) == 1 else None

    def _of(self, role: Role, of: str) -> bool:
        if role.of == of or self._args.cast.type_of(of) is None:
            return role.of == of
        return self.rules(role.of or "", of)


def _named_of(args: Arguments) -> Iterator[tuple[str, tuple[str, ...]]]:
    """As in "Anna Hess *of the Front*": whose a person is by name alone; the last telling of it stands."""
    for found in args.cast.found:
        if found.how in _NAMED and len(found.actors) == 1:
            t = args.doc.tokens[found.head]
            of = (o for p in args.doc.kids(t, "prep") if p.lower == "of" for o in args.doc.kids(p, "pobj"))
            whose = tuple(a for o in of for a in args.who.of(o))
            if whose:
                yield found.actors[0], whose


def _held_now(proposals: Iterable[Proposal]) -> Iterator[Role]:
    for p in proposals:
        told = p.reality is Reality.ONGOING and status_of(p.voices) is not Status.DENIED
        if told and isinstance(p.body, Role) and p.body.tenure in _SITTING and p.body.of != p.body.person:
            yield p.body


def _alike(told: str, described: str) -> bool:
    a, b = (_plain(w) for w in (told, described))
    return a == b or (b == "Leader" and a in _LEADING)


def _plain(office: str) -> str:
    return office.removeprefix("Acting ")


def _holds(office: Office, day: str | None) -> bool:
    return _within(office.start, office.end, day)


def _within(start: str | None, end: str | None, day: str | None) -> bool:
    """Whether a day lies between two others, however roughly they are known; on an unknown day: whether it goes on."""
    if day is None:
        return end is None
    return (start is None or start <= day) and (end is None or day[: len(end)] <= end)


def _clause_of(args: Arguments, head: Token) -> Token:
    if head.pos in VERBS:
        return head
    main = main_clause(args.doc, head)
    return main.verb if main is not None else head
