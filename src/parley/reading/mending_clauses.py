"""Mends clauses that the small parser hung on the wrong word: participles, and what is told in passing."""

from __future__ import annotations

from dataclasses import replace

from parley.reading.commitment.signatures import Lexicon
from parley.reading.document import Document, Token

_OUTCOMES = frozenset({
    "kill", "wound", "injure", "destroy", "displace", "damage", "leave", "force", "abduct", "burn", "maim", "loot",
    "capture", "arrest", "seize", "trap", "bury", "uproot", "level", "flatten", "hit",
})  # fmt: skip
"""What comes of an act rather than of telling of it."""
_VIOLENT = frozenset({
    "attack", "shell", "bomb", "bombard", "raid", "strike", "ambush", "storm", "fire", "shoot", "hit", "torch",
    "pound", "explode", "detonate", "invade", "assault", "strafe", "blast", "overrun", "rocket",
})  # fmt: skip
_SEEING = frozenset({"document", "observe", "record", "film", "photograph", "detect", "spot", "witness", "verify"})
_TIMES = frozenset({"hour", "day", "night", "week", "month", "year", "morning", "evening", "minute", "afternoon"})
_TEXTS = frozenset({
    "post", "statement", "interview", "letter", "tweet", "message", "speech", "report", "note", "briefing", "memo",
    "communique", "communiqué", "broadcast", "address", "email", "e-mail", "telegram", "cable", "paper", "article",
    "court", "parliament", "conference", "radio", "television", "call", "remark", "comment", "testimony", "agency",
    "newspaper", "council", "assembly", "meeting", "summit",
})  # fmt: skip
_IN_TEXTS = frozenset({"in", "on", "at", "via", "through", "to", "before", "during"})
_MADE = frozenset({
    "publish", "release", "issue", "post", "send", "write", "read", "give", "make", "deliver", "broadcast", "sign",
    "describe", "see", "obtain", "circulate", "hand", "carry", "call", "hold", "attend", "host", "convene", "run",
    "own", "lead", "chair", "quote", "cite", "draft", "seek", "want",
})  # fmt: skip
"""What is done with a text or a meeting itself: "in a statement that he *issued*"."""
_BEING = frozenset({"presence", "arrival", "movement", "deployment", "existence", "passage", "number", "dozen"})


def outcome_of_what_is_told(doc: Document, t: Token, lexicon: Lexicon) -> dict[int, Token]:
    """As in "accused troops of shelling the town, *killing* 15": the shelling killed, not the accusing."""
    telling = doc.head(t)
    if t.dep != "advcl" or t.tag != "VBG" or t.lemma not in _OUTCOMES or t.i < telling.i or telling.lemma in _VIOLENT:
        return {}
    if lexicon.tells(telling.lemma):
        inner = [k for k in doc.kids(telling, "ccomp", "xcomp") if telling.i < k.i < t.i]
        inner += [k for p in doc.kids(telling, "prep") for k in doc.kids(p, "pcomp") if telling.i < k.i < t.i]
        return {t.i: replace(t, head=inner[-1].i)} if inner and inner[-1].pos == "VERB" else {}
    below = [w for w in doc.subtree(telling) if telling.i < w.i < t.i and w.pos == "VERB" and w.lemma in _VIOLENT]
    return {t.i: replace(t, head=below[-1].i)} if below else {}  # "cannot say who shelled the town, killing 15"


def doer_of_what_is_seen(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "documented the presence of troops, *fighting* beside rebels": the troops fight, not who documented it."""
    telling = doc.head(t)
    things = doc.kids(telling, "dobj")
    if t.dep != "advcl" or t.tag != "VBG" or telling.lemma not in _SEEING or not things or t.i < things[-1].i:
        return {}
    thing = things[-1]
    of = [o for p in doc.kids(thing, "prep") if p.lower == "of" for o in doc.kids(p, "pobj")]
    if thing.lemma in _BEING and of:
        thing = of[-1]
    return {t.i: replace(t, head=thing.i, dep="acl")}


def told_past_a_noun(doc: Document, t: Token, lexicon: Lexicon) -> dict[int, Token]:
    """As in "retorted within the hour that Norway had *asked*", "said in a post that it had *left*".

    That is what was retorted or said, and describes neither the hour nor the post; a post "that he *issued*" it does.
    """
    noun = doc.head(t)
    prep = doc.head(noun)
    verb = doc.head(prep) if noun.dep == "pobj" else prep
    that = next((k for k in doc.kids(t) if k.lower == "that"), None)
    if that is None or not (_timed(noun) or _in_a_text(noun, prep, t, that)):
        return {}
    if not doc.kids(t, "nsubj", "nsubjpass") or doc.kids(verb, "ccomp"):
        return {}
    tells = verb.pos == "VERB" and lexicon.tells(verb.lemma, "clause")
    mark = replace(that, dep="mark", pos="SCONJ", tag="IN")
    return {t.i: replace(t, head=verb.i, dep="ccomp"), that.i: mark} if tells else {}


def _timed(noun: Token) -> bool:
    return noun.ent in {"DATE", "TIME"} or noun.lemma in _TIMES


def _in_a_text(noun: Token, prep: Token, t: Token, that: Token) -> bool:
    """Whether a noun is where something is said, and the clause behind it tells nothing that is done with it."""
    told = noun.lemma in _TEXTS and noun.dep == "pobj" and prep.lower in _IN_TEXTS
    return told and t.lemma not in _MADE and not that.dep.startswith("nsubj")


def sides_after_a_time(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "shuttled for months *between* the two", "talked for a day *with* Sweden": no time has sides."""
    noun = doc.head(t)
    prep = doc.head(noun)
    verb = doc.head(prep)
    timed = noun.dep == "pobj" and noun.ent in {"DATE", "TIME"} and prep.dep == "prep" and verb.pos == "VERB"
    if not timed or t.lower not in {"between", "with", "against", "among", "to"}:
        return {}
    sides = doc.kids(t, "pobj")
    named = sides and all(o.ent not in {"DATE", "TIME", "CARDINAL", "ORDINAL"} for o in sides)
    return {t.i: replace(t, head=verb.i)} if named else {}


def said_in_passing(doc: Document, t: Token, lexicon: Lexicon) -> dict[int, Token]:
    """As in "had agreed, she *said*, that they must leave": all of it is said, not only what was agreed."""
    content = doc.head(t)
    main = doc.head(content)
    between = main.i < t.i < content.i and content.dep == "ccomp"
    if t.dep != "parataxis" or not between or not doc.kids(t, "nsubj"):
        return {}
    tells = lexicon.tells(t.lemma)
    return {t.i: replace(t, head=main.i)} if tells else {}


def done_according_to(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "closed the border and, according to envoys, *arrested* two men": that is done too, and what they tell."""
    source = doc.head(doc.head(doc.head(t)))  # "arrested" <- "envoys" <- "to" <- "according"
    joined = next((w for w in doc.tokens[max(0, source.i - 2) : source.i] if w.dep == "cc"), None)
    if t.tag not in {"VBN", "VBD"} or source.lower != "according" or joined is None or not doc.kids(t, "dobj"):
        return {}
    if doc.tokens[t.i - 1].text != "," or doc.head(joined).pos != "VERB":
        return {}
    return {t.i: replace(t, head=joined.head, dep="conj"), source.i: replace(source, head=t.i)}


def told_of_the_second(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "closed the border and, *according* to envoys, arrested two men": envoys told of the arrest alone."""
    before = doc.tokens[max(0, t.i - 2) : t.i]
    if t.lower != "according" or len(before) < 2 or before[0].dep != "cc" or before[1].text != ",":
        return {}
    later = [k for k in doc.kids(doc.head(before[0]), "conj") if k.i > t.i and k.pos == "VERB"]
    return {t.i: replace(t, head=later[0].i)} if later and not doc.kids(later[0], "nsubj", "nsubjpass") else {}
