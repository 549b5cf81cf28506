"""An event in words: who did what to whom, in the mood that its reality asks for."""

from __future__ import annotations

import re
from dataclasses import replace

from parley.brief.naming import NOBODY, Naming
from parley.brief.verbs import Mood, in_time, is_noun, participle, past
from parley.brief.wordings import ACTS, FOUGHT_OFF, FREED, HALTED, LEFT, OTHER_NOUNS, OTHER_TO, SIGNED, Wording
from parley.terms.bodies import Event
from parley.terms.enums import ActorType, Root
from parley.terms.values import Harm

_MEETINGS = frozenset({"talks", "talk", "meeting", "meetings", "discussions", "negotiations", "round", "dialogue"})
_PAPERS = frozenset({
    "accord", "accords", "agreement", "agreements", "treaty", "deal", "pact", "protocol", "memorandum", "declaration",
    "ceasefire", "truce", "charter", "communiqué", "communique", "convention", "armistice", "settlement",
})  # fmt: skip
"""What is signed or endorsed, and one code stands for both."""
_ATTACKS = frozenset({"attack", "attacks", "assault", "assaults", "offensive", "raid", "raids", "incursion"})
_BY_OBJECT = (
    ((Root.SUPPORT, None), _PAPERS, SIGNED),
    ((Root.ASSAULT, None), _ATTACKS, FOUGHT_OFF),
    ((Root.RETREAT, "ceasefire"), _ATTACKS, HALTED),
)
"""Acts that some objects give another wording."""
_PEOPLE = frozenset({ActorType.PERSON, ActorType.GROUP, ActorType.POPULATION})
_FORCES = frozenset({
    "troops", "forces", "force", "soldiers", "soldier", "army", "armies", "units", "unit", "men", "fighters", "tanks",
    "tank", "artillery", "weapons", "arms", "guns", "contingent", "contingents", "battalion", "battalions", "brigade",
    "brigades", "police", "advisers", "peacekeepers", "personnel", "jets", "aircraft", "ships", "ship", "vessels",
    "missiles", "observers", "monitors", "militia", "militias", "guards", "rebels", "guerrillas", "convoy", "column",
    "columns", "ambassador", "envoy", "staff", "mission", "delegation", "militiamen", "paratroopers", "marines",
    "candidate", "candidacy", "offer", "bid", "resignation", "party", "support", "ministers", "workers", "cannon",
    "armour", "armor", "equipment", "launchers", "rockets", "planes", "helicopters", "base", "bases", "armaments",
})  # fmt: skip
"""What may be withdrawn from somewhere; all else is a place."""
_OPENING = frozenset({"the", "a", "an", "its", "his", "her", "their", "this", "these", "that", "those", "any", "some"})
_MORE = re.compile(r"(?i)\b(?:more than|over|above)\b")
_WHOSE = frozenset({"their", "its", "his", "her"})
_HANDS = frozenset({"hands", "hand"})
"""What is shaken at a meeting, and no matter of it."""
_SELF = frozenset({"it", "them", "him", "her", "this", "that", "these", "those", "so"})


def join(*parts: str) -> str:
    """Parts with one space between them, empty ones left out."""
    return " ".join(p for p in parts if p)


def wording_of(event: Event) -> Wording:
    """The wording of an act; an unknown mode is told as its root, an act without a code by its predicate."""
    if told := next((w for act, words, w in _BY_OBJECT if act == _act(event) and _last_word(event) in words), None):
        return told
    if event.type is not Root.OTHER:
        return ACTS.get(_act(event)) or ACTS[event.type, None]
    word = event.mode or "act"
    if word in OTHER_NOUNS:
        return OTHER_NOUNS[word]
    if is_noun(word):
        return Wording("took part in", "take part in", "against", noun=f"the {word}")
    return Wording(past(word), word, OTHER_TO.get(word, ""), of="")


def _act(event: Event) -> tuple[Root, str | None]:
    return event.type, event.mode


def _last_word(event: Event) -> str:
    return (_thing(event).lower().split() or [""])[-1]


def event_words(event: Event, mood: Mood, naming: Naming) -> str:
    """An event as a clause that begins with its subject: "the Northland Army withdrew its tanks from Port Sable"."""
    event, w = _told_once(event, _freed(event, naming) or wording_of(event))
    thing, whom = _thing(event), naming.all(event.recipients)
    if not event.actors and _can_be_passive(w) and (whom or thing):
        return join(_passive(event, w, mood, naming), _harms(event.harm))
    many = naming.are_many(event.actors)
    who = naming.all(event.actors) or NOBODY
    if w.mutual and not whom and len(event.actors) > 1:
        w = replace(w, past=w.mutual[0], base=w.mutual[1], alone=None, of=w.of or "over")
    return join(who, *_done(event, w, mood, naming, many), _harms(event.harm))


def _freed(event: Event, naming: Naming) -> Wording | None:
    """As in "released *the nuns*": people, and nobody to whom captives are handed over."""
    if _act(event) != (Root.RETREAT, "release") or event.object or not event.recipients:
        return None
    held = [naming.actors.get(r) for r in event.recipients]
    return FREED if all(h is not None and h.type in _PEOPLE for h in held) else None


def _moved(event: Event, w: Wording) -> str:
    """What is withdrawn; of "left *the province*" no forces are told, and it is withdrawn from."""
    thing = _thing(event)
    if w is not LEFT or not thing or event.recipients or _FORCES & set(re.findall(r"[a-z]+", thing.lower())):
        return thing
    return f"{w.to} {thing}"


def _thing(event: Event) -> str:
    """The object as told; a bare pronoun says nothing outside its sentence."""
    words = event.object.text.split() if event.object else []
    if len(words) > 1 and words[0].lower() in _WHOSE and event.recipients:
        words = words[1:]  # "their positions" of somebody named: "positions of the River Front"
    if words and words[0].lower() in _OPENING:
        words = [words[0].lower(), *words[1:]]  # "The talks" opened its sentence, and opens none here
    text = " ".join(words)
    return "" if text.lower() in _SELF | _HANDS else text


def _told_once(event: Event, w: Wording) -> tuple[Event, Wording]:
    """An act whose object is the noun of its wording: "imposed new sanctions on", not "sanctions on new sanctions"."""
    thing, last = _thing(event), _last_word(event)
    noun = "talks" if last in _MEETINGS and "talks" in w.base.split() else last
    if noun not in w.base.split()[1:]:
        return event, w
    told = thing if len(thing.split()) > 1 else noun
    article = "an" if noun[0] in "aeiou" else "a"
    own = f"{article} {noun}" if told.split()[0] in _OPENING else noun  # "imposed a curfew": "a night curfew"
    if f" {own}" not in w.base:
        own = noun
    once = replace(w, past=w.past.replace(own, told), base=w.base.replace(own, told))
    return replace(event, object=None), once


def _can_be_passive(w: Wording) -> bool:
    return not w.to and not w.noun and not w.tail and " " not in w.base


def _passive(event: Event, w: Wording, mood: Mood, naming: Naming) -> str:
    """What befell whom, where nobody is named as its doer."""
    whom, about = _affected(event, w, naming)
    many = naming.are_many(event.recipients) if event.recipients else whom.endswith("s")
    return join(whom, in_time(f"be {participle(w.base)}", mood, many), about)


def _affected(event: Event, w: Wording, naming: Naming) -> tuple[str, str]:
    """Whom or what an act is done to, and what it is about: "the tanks of the Front", or "the Front" and "of theft".

    Where the object names the recipient itself ("Front positions"), it stands for both.
    """
    thing, whom = _thing(event), naming.all(event.recipients)
    named = {naming.plain(r).lower() for r in event.recipients}
    if any(f" {thing.lower().removeprefix('the ')} " in f" {n} " for n in named):
        return whom, ""
    if w.of:
        same = bool(thing) and _last_word(event) in whom.lower().split()  # "asked 75 delegates": they are whom it asks
        return whom, join(w.of, thing) if thing and not same else ""
    if not thing or not whom:
        return thing or whom, ""
    if any(n in thing.lower() for n in named) or any(_called_in(r, thing, naming) for r in event.recipients):
        return thing, ""
    return f"{thing} {'and' if _stood_by(event, naming) else 'of'} {whom}", ""


def _stood_by(event: Event, naming: Naming) -> bool:
    """As in "attacked a village, killing people": people whom nothing makes the owners of what was attacked."""
    owners = event.object.actors if event.object else ()
    held = (naming.actors.get(r) for r in event.recipients if r not in owners)
    return any(h is not None and h.described_as is not None for h in held)


def _called_in(actor: str, thing: str, naming: Naming) -> bool:
    """Whether one of an actor's other names stands as a word of its own in what an act is done to."""
    held = naming.actors.get(actor)
    words = set(thing.lower().replace("'s", " ").replace("’s", " ").split())
    return held is not None and any(a.lower() in words for a in held.aliases)


def _done(event: Event, w: Wording, mood: Mood, naming: Naming, many: bool) -> tuple[str, ...]:
    """The verb and what goes with it: whom, with what, about what."""
    if w.noun:
        whom = naming.all(event.recipients)
        verb = in_time(w.base, mood, many, w.past)
        thing = _moved(event, w) or w.noun
        twice = any(naming.plain(r).lower() in thing.lower() for r in event.recipients)
        return verb, thing, join(w.to, whom) if whom and not twice else "", w.tail
    if event.type is Root.OTHER and w.to:
        whom = naming.all(event.recipients)
        return in_time(w.base, mood, many, w.past), _thing(event), join(w.to, whom) if whom else ""
    whom, about = _affected(event, w, naming)
    if w.to == "between" and not naming.are_many(event.recipients):
        w = replace(w, to="with")  # the other side is not told
    past_form, base = w.alone if w.alone and not whom else (w.past, w.base)
    return in_time(base, mood, many, past_form), join(w.to, whom) if whom else "", w.tail, about


def _harms(harms: tuple[Harm, ...]) -> str:
    """All harm in parentheses; those of one side, after a number of all, as a part of it."""
    parts = [h for i, h in enumerate(harms) if h.side and any(t.kind is h.kind and not t.side for t in harms[:i])]
    told: list[str] = []
    for h in (h for h in harms if h not in parts):
        own = [f"{_many(p)} of {p.side}" for p in parts if p.kind is h.kind and not h.side]
        told.append(f"{harm_words(h)}, of them {', '.join(own)}" if own else harm_words(h))
    return f"({'; '.join(told)})" if told else ""


def harm_words(harm: Harm) -> str:
    """A harm with its range: "12 killed", "3 to 5 injured", "many killed" as told where no number is known."""
    if harm.low is None and harm.high is None:
        return f"{harm.kind}: {harm.text}"
    return f"{_many(harm)} {harm.kind}"


def _many(harm: Harm) -> str:
    if harm.low == harm.high:
        return "some" if harm.low is None else str(harm.low)
    if harm.low is None or harm.high is None:
        if harm.low and harm.high is None and _MORE.search(harm.text):
            return f"more than {harm.low - 1}"
        return f"at least {harm.low}" if harm.high is None else f"at most {harm.high}"
    return f"{harm.low} to {harm.high}"
