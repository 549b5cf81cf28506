"""Mends participles that the small parser took for a clause's verb, and the other way round.

In "Protesters *detained* on Friday were freed" they did not detain anybody: only the subject's part is changed, from
doer to the one to whom it is done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parley.reading.commitment.signatures import Lexicon
from parley.reading.document import Document, Token
from parley.reading.lexicon.tables import people

_DONE_TO_SOMEBODY = frozenset({
    "abduct", "accuse", "appoint", "arm", "arrest", "assassinate", "ban", "behead", "besiege", "blacklist", "broker",
    "capture", "convict", "deport", "depose", "detain", "displace", "equip", "evict", "execute", "exile", "expel",
    "fund", "hijack", "imprison", "impose", "indict", "injure", "intern", "jail", "kidnap", "kill", "launch", "lynch",
    "maim", "massacre", "murder", "nominate", "oust", "outlaw", "pardon", "rape", "sanction", "sentence",
    "sponsor", "strand", "topple", "torture", "trap", "wound",
})  # fmt: skip
"""Verbs that want an object, so that one without is the participle."""
_SAME = frozenset({
    "shot", "hit", "held", "caught", "built", "sent", "lent", "bought", "sold", "left", "lost", "found", "brought",
    "taught", "told", "led", "fed", "cut", "hurt", "put", "kept", "met", "fought", "won", "struck", "made", "paid",
})  # fmt: skip
"""Participles that are spelled as the past is, beside those in -ed."""
_WAYS = frozenset({
    "night", "day", "dawn", "air", "sea", "land", "surprise", "force", "mistake", "road", "rail", "boat", "hand",
    "telephone", "phone", "accident", "chance", "then", "now", "noon", "midnight", "nightfall", "evening", "morning",
    "stealth", "ambush", "proxy", "decree", "acclamation", "consensus", "majority",
})  # fmt: skip
"""How or when something is done, after "by"."""
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_OBJECTS = ("dobj", "ccomp", "xcomp", "acomp", "attr", "oprd", "aux", "auxpass", "prt", "dative", "neg")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WHERE_WHEN = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC"})
_PLACES = frozenset({
    "border", "town", "city", "village", "road", "street", "base", "camp", "capital", "area", "region", "district",
    "north", "south", "east", "west", "checkpoint", "airport", "market", "school", "hospital", "church", "mosque",
    "home", "house", "coast", "sea", "river", "bridge", "province", "valley", "forest", "port", "prison",
})  # fmt: skip
_ACTING = frozenset({"GPE", "NORP", "ORG", "PERSON"})


def participle_taken_for_verb(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """A subject of what is done to it: the verb wants an object, or names its doer, or another verb has no subject."""
    verb = doc.head(t)
    if t.pos not in {"NOUN", "PROPN"} or t.i > verb.i or not _may_be_participle(verb) or doc.kids(verb, *_OBJECTS):
        return {}
    if verb.dep == "ccomp" and doc.head(verb).lemma in {"have", "get"}:
        return {}  # "had them arrested"
    if verb.dep == "relcl" or any(k.lower in {"than", "who", "whom", "what"} for k in doc.kids(verb)):
        return {}  # "those whom the army detained"
    if any(doc.kids(k, "dobj") for k in doc.kids(verb, "conj")) or _shares_object(doc, verb):
        return {}  # "Troops attacked and burnt the town"
    by = next(_doers(doc, verb), None)
    done = verb.lemma in _DONE_TO_SOMEBODY
    sure = by is not None and (done or by.dep == "agent" or _after_where(doc, by))
    if not (sure or (done and _without_object(doc, t, verb)) or _leaves_another_bare(doc, verb)):
        return {}
    out = {t.i: replace(t, dep="nsubjpass")}
    if by is not None:
        out[by.i] = replace(by, head=verb.i, dep="agent")
    return out


def verb_taken_for_participle(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "The army *attacked* by night.": that is all the verb there is, and the army did it.

    Headlines, which end without a stop, leave the helping verb out; and who was wounded did not wound.
    """
    noun, span = doc.head(t), doc.sentence_of(t)
    words = doc.tokens[span.first : span.last]
    if t.tag not in {"VBN", "VBD"} or not _may_be_participle(t) or t.lemma in _DONE_TO_SOMEBODY:
        return {}
    if noun.head != noun.i or noun.pos not in {"NOUN", "PROPN"} or doc.kids(noun, "nsubj") or any(_doers(doc, t)):
        return {}
    if any(w.text in {":", ";", ",", "-"} for w in words if w.i < t.i):
        return {}
    if not any(w.text in {".", "!"} for w in words[-2:]) or any(w.tag in _FINITE and w.i != t.i for w in words):
        return {}
    after = {k.i: replace(k, head=t.i) for k in doc.kids(noun) if k.i > t.i and k.dep in {"prep", "punct", "npadvmod"}}
    return {**after, t.i: replace(t, head=t.i, dep="ROOT"), noun.i: replace(noun, head=t.i, dep="nsubj")}


def way_taken_for_doer(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "The army attacked by night": the army did, and no night."""
    ways = t.lower == "by" and all(o.lemma in _WAYS for o in doc.kids(t, "pobj"))
    return {t.i: replace(t, dep="prep")} if ways and not doc.kids(doc.head(t), "auxpass", "nsubjpass") else {}


def _without_object(doc: Document, subject: Token, verb: Token) -> bool:
    """Whether people without a name stand before it, and nothing behind it that the parser may have failed to hang."""
    after = doc.tokens[min(verb.i + 1, len(doc.tokens) - 1)]
    bare = after.pos in {"ADP", "ADV", "PUNCT", "SCONJ", "AUX"} or after.ent in {"DATE", "TIME"}
    return bare and subject.pos == "NOUN" and not subject.ent and verb.dep != "conj"


def _may_be_participle(verb: Token) -> bool:
    spelled = verb.lower.endswith("ed") or verb.lower in _SAME
    return verb.pos == "VERB" and (verb.tag == "VBN" or (verb.tag == "VBD" and spelled))


def _shares_object(doc: Document, verb: Token) -> bool:
    up = doc.head(verb)
    return verb.dep == "conj" and up.i < verb.i and bool(doc.kids(up, "dobj"))


def _doers(doc: Document, verb: Token) -> Iterator[Token]:
    """The "by" behind a verb that somebody follows who may do something; no hour, no way of going there."""
    own = doc.kids(verb, "prep", "agent")
    near = own if verb.lemma in _DONE_TO_SOMEBODY else ()  # "killed in an incident by troops"
    within = (k for p in near for o in doc.kids(p, "pobj") for k in doc.kids(o, "prep"))
    for p in (*own, *within):
        if p.lower == "by" and any(o.ent in _ACTING or o.lemma in people() for o in doc.kids(p, "pobj")):
            yield p


def _after_where(doc: Document, by: Token) -> bool:
    """Whether a place or a time stands before it: in "against the launch *by* Norway" it tells who did that."""
    before = doc.tokens[by.i - 1]
    return before.ent in _WHERE_WHEN or before.lemma in _PLACES


def _leaves_another_bare(doc: Document, verb: Token) -> bool:
    """Whether a finite verb hangs on it without a subject, not joined to it: "the men *shot* there *were* rebels"."""
    for k in doc.kids(verb, "conj", "ccomp", "advcl", "dep", "parataxis"):
        helping = (a.tag for a in doc.kids(k, "aux", "auxpass"))
        finite = k.tag in _FINITE or not _FINITE.isdisjoint(helping)
        joined = any(w.dep in {"cc", "punct", "mark"} for w in doc.tokens[verb.i + 1 : k.i])
        if finite and k.i > verb.i and not joined and not doc.kids(k, *_SUBJECTS, "mark"):
            return True
    return False


def gerund_taken_for_doer(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "hours after *shelling* killed 14": the shelling killed them, and nobody shells so that they are killed."""
    if t.tag != "VBG" or t.lower in {"having", "being"}:
        return {}  # "admits to having lost a town"
    helps = t.dep == "aux"  # the parser takes it for what helps the verb, else for the verb
    done = doc.head(t) if helps else next((k for k in doc.kids(t, "xcomp", "ccomp")), t)
    after = doc.head(done if helps else t)
    fits = done.i == t.i + 1 and done.tag in {"VBN", "VBD"} and bool(doc.kids(done, "dobj"))
    if not fits or after.pos != "ADP":
        return {}
    return {
        t.i: replace(t, pos="NOUN", tag="NN", lemma=t.lower, dep="nsubj", head=done.i),
        done.i: replace(done, tag="VBD", dep="pcomp", head=after.i),
    }
