"""Roles: who holds which office, of whom, and since or until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from parley.reading.assemble import Context, proposal
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.offices import office_at, owner_of, sent_to
from parley.reading.coding.predication import is_past
from parley.reading.coding.roleholders import LEADS, LEAVING, SERVING, holder, leads, person_at
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import subjects_of
from parley.terms.affiliation import Affiliation
from parley.terms.bodies import Role
from parley.terms.enums import ActorType, Form, Reality, Stance, Status, Tenure
from parley.terms.facts import status_of
from parley.terms.statement import Proposal
from parley.terms.values import REPORT, Voice

_REALITY = {Tenure.FORMER: Reality.HAPPENED, Tenure.DESIGNATE: Reality.PLANNED}
_DOUBTED = frozenset({"alleged", "allegedly", "purported", "supposed", "suspected", "reputed", "reported", "accused"})
"""Words by which a title is itself only claimed."""
_AREAS = frozenset({ActorType.STATE, ActorType.REGION, ActorType.GOVERNMENT, ActorType.ORGANISATION, ActorType.IGO})


@dataclass(frozen=True, slots=True)
class _Held:
    head: Token
    role: Role
    rule: str
    verb: Token | None = None


def roles(doc: Document, at: Context, args: Arguments) -> Iterator[Proposal]:
    """Every role that a report tells, each once, where it is told first or most fully."""
    for held in _once(_filled(list(_found(doc, args)), args)):
        reality = at.commitment(held.verb).reality if held.verb is not None else Reality.ONGOING
        if reality in {Reality.HAPPENED, Reality.ONGOING}:
            told = _REALITY.get(held.role.tenure, Reality.ONGOING)
            voices = (Voice(at.report, REPORT, Stance.ASSERTS),) if _presupposed(held, at) else None
            yield proposal(
                at, Form.ROLE, held.head, held.role, held.rule, reality=told, voices=voices, judged_at=held.verb
            )


def _presupposed(held: _Held, at: Context) -> bool:
    """Whether a mere title tells of it, outside quotation marks: the report says so, whoever passes on the rest."""
    quoted = any(q.first <= held.head.i < q.last for q in at.quotes)
    doubted = any(k.lower in _DOUBTED for k in at.doc.kids(held.head, "amod", "advmod"))
    return held.verb is None and not quoted and not doubted


def affiliations_of(proposals: Iterable[Proposal]) -> tuple[Affiliation, ...]:
    """Who stands for whom by the roles among proposals: those held now, acting or not, and not merely denied."""
    out: dict[Affiliation, None] = {}
    for p in proposals:
        holds = p.reality is Reality.ONGOING and status_of(p.voices) is not Status.DENIED
        if holds and isinstance(p.body, Role) and p.body.of and p.body.of != p.body.person:
            out[Affiliation(p.body.person, p.body.of, "role")] = None
    return tuple(out)


def _found(doc: Document, args: Arguments) -> Iterator[_Held]:
    last: list[_Held] = []
    for t in doc.tokens:
        held = _at(doc, t, args, last)
        if held is not None:
            last.append(held)
            yield held


def _at(doc: Document, t: Token, args: Arguments, before: list[_Held]) -> _Held | None:
    if t.pos in {"NOUN", "PROPN"}:
        return _counterpart(doc, t, args, before) if t.lemma == "counterpart" else _office(doc, t, args)
    if t.lemma in LEADS and t.pos == "VERB":
        return _leader(doc, t, args)
    return _responsible(doc, t, args) if t.lower == "responsible" else None


def _office(doc: Document, t: Token, args: Arguments) -> _Held | None:
    office = office_at(doc, t)
    if office is None:
        return None
    who = holder(doc, t, args)
    if who is None:
        return None
    person, first, verb = who
    of, prefix = owner_of(doc, office, args, first)
    tenure = _tenure(doc, office.tenure, verb)
    to = sent_to(doc, office, args)
    return _Held(t, Role(person, prefix + office.words, of if of != person else None, to, tenure), "office", verb)


def _tenure(doc: Document, worded: Tenure, verb: Token | None) -> Tenure:
    """The tenure by the words about the office, or else by the verb that tells of it."""
    if verb is None or worded is not Tenure.CURRENT:
        return worded
    if verb.lemma in LEAVING or (verb.lemma in {"be", "remain", *SERVING} and is_past(doc, verb)):
        return Tenure.FORMER
    return Tenure.DESIGNATE if verb.lemma == "nominate" else worded


def _leader(doc: Document, t: Token, args: Arguments) -> _Held | None:
    found = leads(doc, t, args)
    if found is None:
        return None
    person, body, past = found
    tenure = Tenure.FORMER if past else Tenure.CURRENT
    return _Held(t, Role(person, LEADS[t.lemma], body, None, tenure), t.lemma, t if t.dep != "acl" else None)


def _responsible(doc: Document, t: Token, args: Arguments) -> _Held | None:
    """As in "who is responsible for Chad and Sudan": for areas, not for a deed that somebody answers for."""
    up = doc.head(t)
    if t.dep != "acomp" or up.lemma != "be":
        return None
    areas = [o for p in doc.kids(t, "prep") if p.lower == "for" for o in doc.kids(p, "pobj")]
    named = args.who.of_all(areas)
    people = _nearest_person(doc, up, args)
    if not areas or not named or people is None or any(args.cast.type_of(a) not in _AREAS for a in named):
        return None
    last = doc.subtree(areas[0])[-1]
    office = f"Responsible for {doc.text[doc.subtree(areas[0])[0].start : last.end]}"
    return _Held(
        t, Role(people, office, None, None, Tenure.FORMER if is_past(doc, up) else Tenure.CURRENT), "responsible", up
    )


def _nearest_person(doc: Document, verb: Token, args: Arguments) -> str | None:
    """A relative clause is about the person named just before it, one of several as it may be."""
    subjects = subjects_of(doc, verb)
    if len(subjects) == 1 and subjects[0].tag in {"WP", "WDT"}:
        before = next((doc.tokens[i] for i in range(subjects[0].i - 1, -1, -1) if doc.tokens[i].pos != "PUNCT"), None)
        named = person_at(before, args) if before is not None else None
        return named.actors[0] if named is not None else None
    people = args.who.of_all(subjects)
    return people[0] if len(people) == 1 and args.cast.type_of(people[0]) is ActorType.PERSON else None


def _same_office(office: str, of: str | None) -> str:
    """The office across a table by the name that it has there: a Secretary of State's fellow is a Foreign Minister."""
    bare = office.removeprefix("Deputy ")
    if of == "united-states":
        return {"Foreign Minister": "Secretary of State", "Defence Minister": "Secretary of Defense"}.get(bare, bare)
    return {"Secretary of State": "Foreign Minister", "Secretary of Defense": "Defence Minister"}.get(bare, bare)


def _counterpart(doc: Document, t: Token, args: Arguments, before: list[_Held]) -> _Held | None:
    """As in "his Iranian counterpart X": X holds for Iran the office that he does."""
    who = holder(doc, t, args)
    if who is None:
        return None
    person, _, verb = who
    other = {
        a for k in doc.kids(t, "poss") for a in (args.cast.covered[k.i].actors if k.i in args.cast.covered else ())
    }
    known = [h for h in before if h.rule in {"office", "counterpart"} and h.role.person != person]
    same = [h for h in known if h.role.person in other] or [
        h for h in known if t.sentence - h.head.sentence <= 1 and not other
    ]
    states = [
        a
        for k in doc.kids(t, "amod", "compound", "nmod")
        if k.i in args.cast.covered
        for a in args.cast.covered[k.i].actors
    ]
    of = states[0] if states else None
    if not same or of is None:
        return None
    return _Held(t, Role(person, _same_office(same[-1].role.office, of), of, None, Tenure.CURRENT), "counterpart", verb)


def _filled(found: list[_Held], args: Arguments) -> Iterator[_Held]:
    """An office without an owner takes the one that the same office of the same person has elsewhere."""
    known = {(h.role.person, h.role.office): h.role.of for h in found if h.role.of}
    for h in found:
        of = h.role.of or known.get((h.role.person, h.role.office)) or _listed_owner(h.role, args)
        yield replace(h, role=replace(h.role, of=of))


def _listed_owner(role: Role, args: Arguments) -> str | None:
    """Of whom the gazetteer has the person hold such an office, where that is but one."""
    entry = args.cast.gazetteer.entries.get(role.person)
    owners = {o.of for o in entry.offices if o.office.lower() == role.office.lower()} if entry is not None else set()
    return args.cast.entry(owners.pop()) if len(owners) == 1 and owners <= args.cast.gazetteer.entries.keys() else None


def _once(found: Iterable[_Held]) -> tuple[_Held, ...]:
    first: dict[tuple[str, str, str | None, Tenure], _Held] = {}
    for h in found:
        first.setdefault((h.role.person, h.role.office, h.role.of, h.role.tenure), h)
    return tuple(first.values())
