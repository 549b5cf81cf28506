"""Mends sentences whose verb the small parser took for an adjective, and participles hung on the wrong verb."""

from __future__ import annotations

from dataclasses import replace

from parley.reading.commitment.signatures import Lexicon
from parley.reading.document import Document, Token

_AFTER = frozenset({"prep", "acl", "advcl", "punct", "npadvmod", "ccomp", "xcomp"})
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
_BEING = frozenset({"presence", "arrival", "movement", "deployment", "existence", "passage", "number", "dozen"})

_SO_FAR = frozenset({"long", "already", "never", "always", "often", "since", "repeatedly", "also", "once", "ever"})
"""Adverbs that go with a perfect tense and tell no degree: "long sheltered", unlike "heavily armed"."""


def verb_taken_for_adjective(doc: Document, t: Token, lexicon: Lexicon) -> dict[int, Token]:
    """As in "A spokesman in Lisbon *accused* government troops of shelling": the sentence's only verb says so."""
    noun, root = doc.head(t), _root(doc, t)
    if t.tag not in {"VBN", "VBD"} or not root.i < t.i < noun.i or root.pos not in {"NOUN", "PROPN"}:
        return {}
    if noun.head != root.i or noun.dep not in {"appos", "dobj", "conj", "npadvmod", "dep"} or doc.kids(root, "nsubj"):
        return {}
    if not any(s.voice is not None for s in lexicon.of("verb", t.lemma)):
        return {}
    out = {t.i: replace(t, head=t.i, dep="ROOT", pos="VERB", tag="VBD")}
    out[root.i] = replace(root, head=t.i, dep="nsubj")
    out[noun.i] = replace(noun, head=t.i, dep="dobj")
    for k in (*doc.kids(root, *_AFTER), *doc.kids(noun, "prep")):
        if k.i > noun.i:
            out[k.i] = replace(k, head=t.i, dep="advcl" if k.dep == "acl" else k.dep)
    return out


def _root(doc: Document, t: Token) -> Token:
    return next((up for up in doc.path_up(t) if up.head == up.i), t)


def outcome_of_what_is_told(doc: Document, t: Token, lexicon: Lexicon) -> dict[int, Token]:
    """As in "accused troops of shelling the town, *killing* 15": the shelling killed, not the accusing."""
    telling = doc.head(t)
    if t.dep != "advcl" or t.tag != "VBG" or t.lemma not in _OUTCOMES or t.i < telling.i or telling.lemma in _VIOLENT:
        return {}
    if any(s.voice is not None for s in lexicon.of("verb", telling.lemma)):
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


def perfect_taken_for_having(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "Chad has long *sheltered* fighters": it sheltered them, and did not have sheltered ones."""
    noun = doc.head(t)
    has = doc.head(noun)
    between = doc.tokens[has.i + 1 : t.i]
    if t.tag not in {"VBN", "VBD"} or noun.dep != "dobj" or has.lemma != "have" or has.i >= t.i:
        return {}
    if not between or any(w.lower not in _SO_FAR for w in between):
        return {}
    out = {k.i: replace(k, head=t.i) for k in doc.kids(has) if k.i != t.i}
    out[has.i] = replace(has, head=t.i, dep="aux", pos="AUX")
    out[noun.i] = replace(noun, head=t.i)
    out[t.i] = replace(t, head=t.i if has.head == has.i else has.head, dep=has.dep, pos="VERB", tag="VBN")
    out.update({w.i: replace(w, head=t.i) for w in between})
    return out


def told_after_a_time(doc: Document, t: Token, lexicon: Lexicon) -> dict[int, Token]:
    """As in "retorted within the hour that Norway had *asked* first": that is what was retorted, and no hour's."""
    noun = doc.head(t)
    prep = doc.head(noun)
    verb = doc.head(prep) if noun.dep == "pobj" else prep
    timed = noun.ent in {"DATE", "TIME"} or noun.lemma in _TIMES
    if t.dep != "relcl" or not timed or not any(k.lower == "that" for k in doc.kids(t)):
        return {}
    if not doc.kids(t, "nsubj", "nsubjpass") or doc.kids(verb, "ccomp"):
        return {}
    tells = any("clause" in s.takes and s.voice is not None for s in lexicon.of("verb", verb.lemma))
    return {t.i: replace(t, head=verb.i, dep="ccomp")} if tells and verb.pos == "VERB" else {}


def said_in_passing(doc: Document, t: Token, lexicon: Lexicon) -> dict[int, Token]:
    """As in "had agreed, she *said*, that they must leave": all of it is said, not only what was agreed."""
    content = doc.head(t)
    main = doc.head(content)
    between = main.i < t.i < content.i and content.dep == "ccomp"
    if t.dep != "parataxis" or not between or not doc.kids(t, "nsubj"):
        return {}
    tells = any(s.voice is not None for s in lexicon.of("verb", t.lemma))
    return {t.i: replace(t, head=main.i)} if tells else {}
