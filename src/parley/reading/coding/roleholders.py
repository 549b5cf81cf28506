"""Who is said to hold an office: by title, apposition or copula; and who leads what, by a verb."""

from __future__ import annotations

from parley.reading.actors.cast import Found
from parley.reading.actors.titles import title_before
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.predication import COPULAS, VERBAL, is_past
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import frame_of, is_passive, subjects_of
from parley.terms.enums import ActorType, How

LEADS = {"lead": "Leader", "head": "Head", "command": "Commander", "chair": "Chair", "preside": "Head", "helm": "Head"}
"""Verbs that say that somebody leads a body, and the office that they make of it."""
_NAMING = frozenset(
    {"appoint", "elect", "name", "nominate", "choose", "re-elect", "reelect", "crown", "inaugurate", "swear"}
)
LEAVING = frozenset({"resign", "quit", "retire", "step", "depart", "abdicate", "stand"})
SERVING = frozenset({"serve", "act", "work", "continue", "return"})
"""Verbs of leaving an office and of holding one: "resigned as premier", "served as envoy"."""
_BODIES = frozenset(
    {
        "group",
        "party",
        "movement",
        "organisation",
        "organization",
        "government",
        "faction",
        "army",
        "militia",
        "front",
        "coalition",
        "alliance",
        "council",
        "commission",
        "committee",
        "force",
        "rebel",
        "insurgency",
        "wing",
        "brigade",
    }
)
_COLLECTIVE = frozenset(
    {
        ActorType.STATE,
        ActorType.GOVERNMENT,
        ActorType.ARMED_GROUP,
        ActorType.PARTY,
        ActorType.IGO,
        ActorType.ORGANISATION,
        ActorType.MEDIA,
        ActorType.GROUP,
    }
)
_BY_NAME = frozenset({How.NAME, How.ALIAS, How.TITLE, How.METONYMY})


def holder(doc: Document, t: Token, args: Arguments) -> tuple[str, int, Token | None] | None:
    """The person who holds the office at a token: id, the first token of the name, and the verb that says so."""
    beside = _beside(doc, t.i + 1, args)
    if beside is not None:
        return beside.actors[0], beside.first, None
    for k in doc.kids(t, "appos"):
        named = person_at(k, args)
        if named is not None:
            return named.actors[0], named.first, None
    for p in doc.kids(t, "prep"):
        for o in doc.kids(p, "pobj"):
            named = person_at(o, args)
            if p.lower == "of" and named is not None and p.i + 1 < named.first and not _own_phrase(doc, p, named):
                return named.actors[0], named.first, None
            after = _after_owner(doc, o, args)
            if after is not None:
                return after.actors[0], after.first, None
    return _said_of(doc, t, args) or _as(doc, t, args)


def _after_owner(doc: Document, o: Token, args: Arguments) -> Found | None:
    """As in "the envoy for Syria, X": a person named beside a body or country holds the office, for no country is X."""
    inside = args.cast.covered.get(o.i)
    if inside is None or args.cast.type_of(inside.actors[0]) is ActorType.PERSON:
        return None
    return next((f for k in doc.kids(o, "appos") if (f := person_at(k, args)) is not None), None)


def _as(doc: Document, t: Token, args: Arguments) -> tuple[str, int, Token | None] | None:
    """As in "appointed X as envoy", "resigned as premier", "named X premier"."""
    up = doc.head(t)
    verb = doc.head(up) if t.dep == "pobj" and up.lower == "as" else up
    if verb.pos not in VERBAL or (verb.i == up.i and t.dep != "oprd"):
        return None
    frame = frame_of(doc, verb)
    tokens = frame.objects if verb.lemma in _NAMING else frame.subjects if verb.lemma in LEAVING | SERVING else ()
    people = [a for a in args.who.of_all(tokens) if args.cast.type_of(a) is ActorType.PERSON]
    return (people[0], tokens[0].i, verb) if len(people) == 1 else None


def _own_phrase(doc: Document, p: Token, named: Found) -> bool:
    """As in "leader of the brother of X", "aide of President X"; in "governor of Kassala X" only a place is between."""
    titled = title_before(doc, named.first, p.i + 1)
    return titled is not None or not all(doc.tokens[i].tag.startswith("NNP") for i in range(p.i + 1, named.first))


def _said_of(doc: Document, t: Token, args: Arguments) -> tuple[str, int, Token | None] | None:
    up = doc.head(t)
    while t.dep == "conj" and up.i < t.i and up.pos in {"NOUN", "PROPN"}:
        t, up = up, doc.head(up)
    if t.dep == "appos" and up.i < t.i:
        named = person_at(up, args)
        return (named.actors[0], named.first, None) if named is not None else None
    if (
        up.pos in VERBAL
        and t.dep in {"attr", "oprd"}
        and (up.lemma in COPULAS or (up.lemma in _NAMING and is_passive(doc, up)))
    ):
        subjects = doc.kids(up, "nsubjpass") or list(subjects_of(doc, up))
        people = [a for a in args.who.of_all(subjects) if args.cast.type_of(a) is ActorType.PERSON]
        return (people[0], subjects[0].i, up) if len(people) == 1 else None
    return None


def person_at(t: Token, args: Arguments) -> Found | None:
    """The mention of one person whose head a token is."""
    found = args.cast.covered.get(t.i)
    if found is None or found.head != t.i or found.modifier or len(found.actors) != 1 or found.how not in _BY_NAME:
        return None
    return found if args.cast.type_of(found.actors[0]) is ActorType.PERSON else None


def _beside(doc: Document, i: int, args: Arguments) -> Found | None:
    """The person named at a token, honorifics passed over."""
    for j in range(i, min(i + 4, len(doc.tokens))):
        found = args.cast.covered.get(j)
        if "\n" in doc.text[doc.tokens[j - 1].end : doc.tokens[j].start]:
            return None
        if found is not None and found.first <= j:
            one = (
                len(found.actors) == 1 and args.cast.type_of(found.actors[0]) is ActorType.PERSON and not found.modifier
            )
            return found if one and found.how in _BY_NAME and found.last > j else None
        passed = title_before(doc, j + 1, j)
        if passed is None or doc.tokens[j].sentence != doc.tokens[i - 1].sentence:
            return None
    return None


def leads(doc: Document, t: Token, args: Arguments) -> tuple[str, str, bool] | None:
    """Who leads whom at a verb of leading, and whether it is over: person, body, past."""
    if t.lower == "led" or is_passive(doc, t):
        by = _led_by(doc, t, args)
        if by is not None:
            return by
    frame = frame_of(doc, t)
    if frame.passive or not frame.subjects:
        return None
    people = [a for a in args.who.of_all(frame.subjects) if args.cast.type_of(a) is ActorType.PERSON]
    objects = frame.objects or frame.after("over")
    bodies = [b for o in objects for b in _body(o, args)]
    return (people[0], bodies[0], is_past(doc, t)) if len(people) == 1 and len(bodies) == 1 else None


def _body(o: Token, args: Arguments) -> tuple[str, ...]:
    found = args.cast.covered.get(o.i)
    if found is None or found.head != o.i or not (found.how in _BY_NAME or o.lemma in _BODIES):
        return ()
    return tuple(a for a in found.actors if args.cast.type_of(a) in _COLLECTIVE)


def _led_by(doc: Document, t: Token, args: Arguments) -> tuple[str, str, bool] | None:
    by = next(
        (doc.tokens[i] for i in range(t.i + 1, min(t.i + 3, len(doc.tokens))) if doc.tokens[i].lower == "by"), None
    )
    if by is None:
        return None
    leader = next((f for o in doc.kids(by, "pobj") if (f := person_at(o, args)) is not None), None) or _beside(
        doc, by.i + 1, args
    )
    body = _led(doc, t, args)
    if leader is None or body is None:
        return None
    finite = bool(doc.kids(t, "auxpass")) and is_past(doc, t)
    return leader.actors[0], body, finite


def _led(doc: Document, t: Token, args: Arguments) -> str | None:
    """What is led: the noun that the participle hangs on, the passive's subject, or the name just before."""
    up = doc.head(t)
    nouns = [up] if t.dep in {"acl", "relcl"} else doc.kids(t, "nsubjpass")
    for o in nouns:
        found = _body(o, args)
        if found:
            return found[0]
        if o.pos == "NOUN" and doc.tokens[t.i + 1].text != "-":
            return None  # in "led-by X" the name just before is led, whatever the parse hangs it on
    i = t.i - 1
    while i >= doc.sentence_of(t).first and doc.tokens[i].pos == "PUNCT":
        i -= 1
    before = args.cast.covered.get(i)
    if before is None or before.how not in _BY_NAME or before.modifier:
        return None
    return before.actors[0] if args.cast.type_of(before.actors[0]) in _COLLECTIVE else None
