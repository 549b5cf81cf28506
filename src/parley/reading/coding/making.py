"""What a match tells: the event, with who did it and to whom, or that it is none."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parley.reading.actors.unnamed import bystanders
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.codebook import Entry
from parley.reading.coding.counterparts import at_the_table
from parley.reading.coding.deeds import TOPICAL, befallen, spoken_of
from parley.reading.coding.facing import Facing
from parley.reading.coding.match import Match
from parley.reading.coding.results import SPOKEN_OF, victims
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import BEFALLING, CEASING, LIGHT, UNDERGONE, Frame, frame_of
from parley.terms.bodies import Event
from parley.terms.enums import ActorType, Root
from parley.terms.statement import USUAL
from parley.terms.values import Object

_MEETING_PLACES = ("subject", "owner", "by", "between", "among", "object", "with", "indirect", "of", "and")
_FROM_CONTENT = frozenset({Root.REQUEST, Root.THREATEN, Root.AGREE, Root.REJECT, Root.ACCUSE, Root.SUPPORT})
TALKING = frozenset({Root.CONSULT, Root.AGREE})
"""Acts that are on something, which is no side of them."""
_CONTENT_PLACES = ("object", "indirect", "to", "with", "against", "from", "on", "of", "for")
_SEEKING = frozenset({
    "demand", "seek", "propose", "offer", "want", "request", "suggest", "refuse", "reject", "urge", "favour", "favor",
    "oppose", "accept", "boycott", "quit", "leave", "rejoin", "attend", "resume", "continue",
})  # fmt: skip
_OF_THEMSELVES = frozenset({Root.ASSAULT, Root.PROTEST})
"""Acts that a report tells of without anybody who does them."""
_OCCURRING = frozenset({
    "break", "erupt", "occur", "continue", "rage", "flare", "intensify", "resume", "subside", "escalate", "begin",
    "start", "go", "spread", "happen", "rock", "shake", "claim", "kill", "leave", "last", "follow", "persist", "grip",
    "paralyse", "paralyze", "wound", "injure", "hit", "mark", "engulf", "ensue", "abate", "worsen", "take", "sweep",
    "turn", "recur", "target", "destroy", "damage", "force", "displace", "threaten", "mount", "grow", "report",
})  # fmt: skip
_WHERE = frozenset({"to", "in", "at", "on", "near", "into", "across", "from", "for", "with", "inside", "along"})
_WIELDING = frozenset({"use", "deploy", "send", "unleash", "employ", "dispatch", "field", "commit", "pledge"})
"""What is done with one's own means: "warned that *bombers* might be used"."""
_SUFFERING = UNDERGONE | {"pay", "regret"}
"""What those do to whom something will be done: "warned that Norway would *face* consequences"."""
_OWN_ACTS = frozenset({Root.AGREE, Root.SUPPORT, Root.REQUEST, Root.REJECT, Root.OTHER})
"""Acts that are none without who does them, unless the passive leaves the doer out: "Norway was asked"."""
_CAPTIVES = frozenset({"prisoner", "hostage", "detainee", "captive", "inmate", "body", "remains"})
_PROMISES = frozenset({Root.AGREE, Root.CONCEDE, Root.THREATEN})
"""Acts whose content may be what is done with one's troops or captives, to whom it is not promised."""
_OF_ONES_OWN = frozenset({Root.RETREAT, Root.MOBILIZE, Root.CONCEDE})
_BEFALLING_ANYBODY = frozenset({Root.ASSAULT, Root.COERCE, Root.AID})
"""Acts that are done to whoever is there."""
_OWN_FORCES = frozenset({
    "troop", "troops", "force", "forces", "army", "garrison", "navy", "fleet", "unit", "soldier", "presence",
    "contingent", "militia", "military", "guard", "brigade", "battalion", "fighter", "man", "gunner", "commando",
    "warship", "infantry", "armour", "armor",
})  # fmt: skip
TELLING = frozenset({"tell", "inform", "say", "speak"})
_ENDING = frozenset({
    "announce", "declare", "order", "promise", "pledge", "offer", "vow", "accept", "proclaim", "decree", "agree",
})  # fmt: skip
"""Verbs by which somebody puts an end to what is his own."""


def _denied_by_one(doc: Document, t: Token, args: Arguments, sides: Facing) -> tuple[str, ...]:
    """As in "Chad denied that any *talks* had taken place": those of the two sides of the report, if Chad is one."""
    denials = [up for up in doc.path_up(t) if up.lemma == "deny" and up.pos == "VERB"]
    deniers = args.at(frame_of(doc, denials[0]), "subject") if denials else ()
    both = sides.at_odds() if deniers else ()
    return both if {sides.principal(a) for a in deniers} & {sides.principal(a) for a in both} else ()


@dataclass(frozen=True, slots=True)
class Coded:
    """An event at a head word; `rule` is the entry that coded it, `confidence` how sure that is, from 0 to 1."""

    head: Token
    event: Event
    rule: str
    frame: Frame
    confidence: float = USUAL


def event_of(doc: Document, m: Match, args: Arguments, sides: Facing) -> Event | None:
    """An event of a match; `sides` tell who met, where a noun does not."""
    actors, recipients = _sides(doc, m, args)
    e = m.entry
    if e.reciprocal and e.code is not Root.COOPERATE and len(actors) < 2 and m.frame.head.pos == "NOUN":
        actors = sides.together(m.frame.head, actors, e.code)
    if not actors and e.code is Root.CONSULT and m.frame.head.pos == "NOUN":
        actors = _denied_by_one(doc, m.frame.head, args, sides)
    if e.bare and m.frame.head.pos == "NOUN" and not actors and m.frame.after("of"):
        return Event(e.code, m.frame.head.lemma, None, (), recipients)
    if not (actors or recipients) and e.code in _OF_THEMSELVES and _occurs(doc, m.frame.head):
        return Event(e.code, e.mode, None, (), ())
    if e.reciprocal and len(actors) < (e.sides if m.frame.head.pos == "VERB" else 1):
        return None
    if not (actors or recipients) or (e.needs == "both" and not (actors and recipients)):
        return None
    if e.needs == "alone" and len(actors) > 1:
        return None
    if e.needs == "two" and m.frame.head.pos == "VERB" and len(actors) + len(recipients) < 2:
        return None
    if e.needs == "actor" and not actors and not (recipients and m.frame.passive):
        return None
    if e.code is Root.AID and _own_troops(m.frame, args, actors):
        return None  # nobody is helped but who does so
    if not actors and (e.code is Root.CONSULT or (e.code in _OWN_ACTS and not (recipients and m.frame.passive))):
        return None
    if e.code is Root.THREATEN and (_untold(m, actors) or _of_others(doc, m, args, actors)):
        return None
    if e.code is Root.CONCEDE and "that" in _marks(doc, m) and _of_others(doc, m, args, actors):
        return None
    mode = e.mode if e.code is not Root.OTHER else m.frame.head.lemma
    return Event(e.code, mode, None, actors, recipients, None if e.carries else _object(doc, m.frame, args))


def _no_recipients(frame: Frame, e: Entry, args: Arguments, actors: tuple[str, ...]) -> tuple[str, ...]:
    """As in "withdrew *its troops*", "handed back *Aghdam*": what is moved or given back is no recipient."""
    if e.code not in _OF_ONES_OWN:
        return ()
    troops = _own_troops(frame, args, actors)
    if e.code is Root.MOBILIZE:
        troops = [o for o in frame.objects if o.lemma in _OWN_FORCES]  # "raised a people's army"
    towns = (o for o in frame.objects if o.pos == "PROPN" and o.i in args.cast.located and e.mode == "release")
    return args.who.of_all((*troops, *towns))


def _own_troops(frame: Frame, args: Arguments, actors: tuple[str, ...]) -> list[Token]:
    """As in "withdrew *its troops*", "reinforced its troops": those of whoever acts."""
    return [o for o in frame.objects if o.lemma in _OWN_FORCES and set(args.owners_of(o)) & set(actors)]


def _occurs(doc: Document, t: Token) -> bool:
    """As in "clashes broke out", "there were protests": told as taking place, by whomever."""
    up = doc.head(t)
    if t.pos == "VERB":
        return t.lemma not in LIGHT and bool(doc.kids(t, "nsubjpass"))
    if t.pos != "NOUN" or up.pos not in {"VERB", "AUX"}:
        return False
    if _placed(doc, t):
        return True
    if t.dep in {"nsubj", "nsubjpass"}:
        return up.lemma in _OCCURRING or bool(doc.kids(up, "expl"))
    return t.dep == "attr" and bool(doc.kids(up, "expl"))


def _placed(doc: Document, t: Token) -> bool:
    """As in "the attack in Mumbai", "the massacre of 1994": one that there was, at its place or in its time."""
    the = any(k.lower in {"the", "this", "that", "these"} for k in doc.kids(t, "det"))
    beside = [(p.lower, o) for p in doc.kids(t, "prep") for o in doc.kids(p, "pobj")]
    return the and any(p in {"in", "at", "near"} or (p in {"on", "of"} and o.ent == "DATE") for p, o in beside)


def _untold(m: Match, actors: tuple[str, ...]) -> bool:
    """Whether who threatens stands there, and is nobody known."""
    return not actors and m.frame.head.pos == "VERB" and not m.frame.passive


def _of_others(doc: Document, m: Match, args: Arguments, actors: tuple[str, ...]) -> bool:
    """As in "warned that Chad may attack": a warning of what others may do is no threat."""
    clauses = (frame_of(doc, c) for c in doc.kids(m.frame.head, "ccomp") if c.lemma not in _SUFFERING)
    doers = {a for c in clauses for a in args.at(c, "subject")}
    return bool(doers) and not doers & set(actors)


def _marks(doc: Document, m: Match) -> set[str]:
    return {k.lower for c in doc.kids(m.frame.head, "ccomp") for k in doc.kids(c, "mark")}


def _sides(doc: Document, m: Match, args: Arguments) -> tuple[tuple[str, ...], tuple[str, ...]]:
    e, frame = m.entry, m.frame
    if e.reciprocal:
        sought = _seekers(doc, frame, args) if frame.head.pos == "NOUN" else ()
        aimed = args.at(frame, "against") if e.code is Root.COOPERATE else ()  # "united against Norway"
        aimed = (*aimed, *_released(frame, args), *spoken_of(frame, args))
        met = dict.fromkeys(a for a in (*sought, *args.all(frame, _meeting_places(e))) if a not in aimed)
        if e.code is Root.CONSULT and frame.head.pos == "NOUN":
            met = dict.fromkeys((*at_the_table(doc, frame.head, args, met), *met))
        return tuple(met) or args.bordering(frame), ()
    if e.victim_owner and frame.head.pos == "NOUN" and not args.first(frame, e.recipients):
        owned = tuple(k for k in frame.owners if k.dep == "poss")
        if owned:
            return args.at(frame, "subject"), args.at(replace(frame, owners=owned), "owner")
    if e.code in {Root.AID, Root.SUPPORT} and (lent := _lent(doc, frame, args)):
        return lent
    actors = args.first(frame, e.actors_from) or _adjective_subject(doc, frame, args) or _ending(doc, frame, args)
    out = (*actors, *befallen(doc, frame, args)) if e.code in SPOKEN_OF else actors
    if frame.head.lemma in TELLING:
        out = (*out, *(a for a in args.all(frame, ("object", "indirect", "to")) if _hears(args, a)))
    out = (*out, *_no_recipients(frame, e, args, actors))
    if e.code is Root.CONSULT:
        out = (*out, *_released(frame, args))
    recipients = args.first(frame, _towards(e), out)
    if not recipients and e.host:
        recipients = tuple(a for a in args.hosts(frame, e.recipients) if a not in actors)
    if not recipients and e.code is Root.ASSAULT:
        recipients = args.regions(frame, (*e.recipients, "on", "against"))
        recipients = recipients or tuple(a for a in victims(doc, frame.head, args) if a not in actors)
    if not recipients and e.code in _FROM_CONTENT:
        recipients = _of_content(doc, m, args, out)
    if not recipients and e.code in _BEFALLING_ANYBODY:
        recipients = bystanders(doc, args.cast, (*frame.objects, *frame.indirect))
    return actors, recipients


def _released(frame: Frame, args: Arguments) -> tuple[str, ...]:
    """As in "negotiated the release of the *hostages*": they do not negotiate."""
    return args.at(frame, "of") if any(o.lemma in BEFALLING for o in frame.objects) else ()


def _hears(args: Arguments, actor: str) -> bool:
    """As in "told reporters": who is told to pass it on is not whom it is aimed at."""
    known = args.cast.actors.get(actor)
    return known is not None and (known.type is ActorType.MEDIA or known.sector == "JRN")


def _ending(doc: Document, frame: Frame, args: Arguments) -> tuple[str, ...]:
    """As in "announced an end to its *attacks*": whoever may end them is who made them."""
    prep = doc.head(frame.head)
    end = doc.head(prep)
    verb = doc.head(end)
    own = frame.head.dep == "pobj" and end.lemma in CEASING and end.dep == "dobj" and verb.lemma in _ENDING
    return args.at(frame_of(doc, verb), "subject") if own and frame.head.pos == "NOUN" else ()


def _lent(doc: Document, frame: Frame, args: Arguments) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """As in "took the town *with the help of* Uganda": Uganda helped whoever took it."""
    prep = doc.head(frame.head)
    if frame.head.dep != "pobj" or prep.lower not in {"with", "without"}:
        return None
    helpers = args.first(frame, ("of", "from", "owner"))
    verb = doc.head(prep)
    if not helpers or verb.pos != "VERB":
        return None
    return helpers, tuple(a for a in args.at(frame_of(doc, verb), "subject") if a not in helpers)


def _meeting_places(e: Entry) -> tuple[str, ...]:
    """Where those stand who do something with each other; what an entry says of its recipients is added."""
    apart = _MEETING_PLACES if e.code not in TALKING else (*_MEETING_PLACES, "on", "at")  # "talks on Sudan"
    return (*_MEETING_PLACES, *(p for p in e.recipients if p not in apart))


def _towards(e: Entry) -> tuple[str, ...]:
    """Where an entry looks for who undergoes an act: where troops are sent is a place, and no side."""
    return tuple(p for p in e.recipients if p not in _WHERE) if e.code is Root.MOBILIZE else e.recipients


def _seekers(doc: Document, frame: Frame, args: Arguments) -> tuple[str, ...]:
    """As in "demanded talks with the army": who wants a meeting, or will have none of it, is one of those who meet."""
    up = doc.head(frame.head)
    seeking = frame.head.dep == "dobj" and up.pos == "VERB" and up.lemma in _SEEKING
    return args.at(frame_of(doc, up), "subject") if seeking else ()


def _adjective_subject(doc: Document, frame: Frame, args: Arguments) -> tuple[str, ...]:
    t = frame.head
    if t.pos != "ADJ":
        return ()
    up = doc.head(t)
    return args.at(frame_of(doc, up), "subject") if up.pos in {"VERB", "AUX"} else args.who.of(up)


def _content_places(verb: Token) -> tuple[str, ...]:
    """Where those stand whom what is promised or threatened would hit."""
    if verb.lemma in TOPICAL:
        return ("with",)
    return tuple(p for p in _CONTENT_PLACES if p != "object" or verb.lemma not in _WIELDING)


def _of_content(doc: Document, m: Match, args: Arguments, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Of whom something is demanded is who should do it; who is threatened is whom it would hit."""
    e, frame = m.entry, m.frame
    contents = doc.kids(frame.head, "ccomp", "xcomp", "acl", *(("advcl",) if "for" in m.phrase else ()))
    for c in (*contents, *(j for k in contents for j in doc.kids(k, "conj"))):
        inner = frame_of(doc, c)
        held = (o for o in inner.objects if o.lemma in _OWN_FORCES | _CAPTIVES)
        actors = (*actors, *args.who.of_all(held)) if e.code in _PROMISES else actors
        whose = e.code in {Root.REQUEST, Root.ACCUSE} or (e.code is Root.THREATEN and c.lemma in _SUFFERING)
        places = ("subject",) if whose else _content_places(c)
        found = args.first(inner, places, actors) or (_whose_acts(doc, inner, args, actors) if len(places) == 1 else ())
        found = found or _against(doc, inner, args, actors)
        if found:
            return found
    nouns = [o for o in (*frame.objects, *frame.after("for", "of", "with")) if o.pos == "NOUN"]
    nouns += [x for o in nouns for x in frame_of(doc, o).after("of") if x.pos == "NOUN"]
    for o in nouns:
        found = args.first(frame_of(doc, o), ("owner", "by", "of", "against", "on", "from", "with", "between"), actors)
        if found:
            return found
    return ()


def _against(doc: Document, inner: Frame, args: Arguments, but: tuple[str, ...]) -> tuple[str, ...]:
    """As in "threatened to seek sanctions *against* Norway": at whom what is to be done is aimed."""
    nouns = (o for o in inner.objects if o.pos == "NOUN")
    return next((a for o in nouns if (a := args.first(frame_of(doc, o), ("against", "on"), but))), ())


def _whose_acts(doc: Document, inner: Frame, args: Arguments, but: tuple[str, ...]) -> tuple[str, ...]:
    """As in "said that Norway's *raid* was criminal": whose what is spoken of is."""
    nouns = (s for s in inner.subjects if s.pos == "NOUN")
    return next((a for s in nouns if (a := args.first(frame_of(doc, s), ("owner", "by", "of"), but))), ())


def _object(doc: Document, frame: Frame, args: Arguments) -> Object | None:
    things = [o for o in frame.objects if o.pos in {"NOUN", "PROPN"} and not args.who.of(o)]
    if not things:
        return None
    first, last = doc.subtree(things[0])[0], things[0]
    return Object(doc.text[first.start : last.end], args.owners_of(things[0]))
