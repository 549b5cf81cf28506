"""Which signature of a word above fits what hangs on it, and whether the word is negated."""

from __future__ import annotations

from parley.reading.commitment.local import negated
from parley.reading.commitment.signatures import Lexicon, Signature
from parley.reading.commitment.unreal import too_much
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import LIGHT
from parley.terms.enums import Reality

NOMINAL = frozenset({"dobj", "nsubjpass", "attr"})
_CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "csubjpass", "acl", "oprd"})
_SAID = frozenset({
    "offer", "proposal", "call", "demand", "request", "invitation", "appeal", "plea", "ultimatum", "accusation",
    "claim", "allegation", "charge", "warning", "threat", "suggestion", "condition", "criticism", "recommendation",
    "statement",
})  # fmt: skip
_TURNING_DOWN = frozenset({
    "reject", "oppose", "dismiss", "refuse", "decline", "spurn", "rebuff", "ignore", "turn", "shrug", "deny",
})  # fmt: skip
_TURNS_OUT = frozenset({"prove", "remain", "become", "stay", "turn"})
PARTICLES = frozenset({"short", "away", "back", "out", "off", "up", "down", "clear", "aside"})
_MET_WITH = frozenset({"see", "hear", "watch", "feel", "notice", "observe", "have", "find", "witness"})
_LIGHTEST = frozenset({"make", "have", "hold", "give", "take", "do"})


def infinitive(doc: Document, t: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(k.tag == "TO" for k in doc.kids(t, "aux"))


def own_doing(doc: Document, cur: Token, up: Token, t: Token) -> bool:
    """Whether a word above does nothing to what it takes, though its signature might."""
    light = cur.i == t.i and cur.dep in NOMINAL and up.lemma in _LIGHTEST and not doc.kids(up, "prt")
    return (
        light
        or _said_all_the_same(cur, up, t)
        or _sees_to(doc, up)
        or _sees_done(doc, cur, up)
        or is_met_with(doc, cur, up)
        or _led(doc, up)
        or _sets_out(doc, cur, up)
    )


def is_met_with(doc: Document, cur: Token, up: Token) -> bool:
    """As in "saw rebels *burn* it", "had the court *free* them": what is seen or had, in the bare infinitive."""
    return up.lemma in _MET_WITH and cur.tag == "VB" and cur.dep in {"ccomp", "xcomp"} and not infinitive(doc, cur)


def _sets_out(doc: Document, cur: Token, up: Token) -> bool:
    """As in "*moved* to revoke it", "*made* to leave": nobody else is moved, and it is not said to be done."""
    alone = not doc.kids(up, "dobj", "dative", "nsubjpass", "auxpass") and not doc.kids(cur, "nsubj")
    return up.lemma in {"move", "make"} and alone and infinitive(doc, cur)


def told_of(doc: Document, cur: Token, up: Token, kind: str, lexicon: Lexicon) -> Token:
    """As in "it is untrue that …": the clause hangs on the verb, and the adjective embeds it.

    So do a noun of saying in "their complaint is that …", and an adjective in "it is conditional on …".
    """
    if kind in {"on", "upon"} and up.lemma == "be":
        return next((a for a in doc.kids(up, "acomp") if any(kind in s.takes for s in lexicon.of("adj", a.lower))), up)
    embeds = kind == "clause" and up.lemma == "be" and (cur.i > up.i or cur.dep.startswith("csubj"))
    told = doc.kids(up, "acomp") if embeds else []
    if embeds and not told and any(k.lower == "that" for k in doc.kids(cur, "mark")):
        told = [s for s in doc.kids(up, "nsubj") if any(x.voice for x in lexicon.of("noun", s.lemma))]
    return next(iter(told), up)


def kind_of(doc: Document, cur: Token, prep: str) -> str:
    """How a word hangs on the one above it: clause, noun, a preposition, or nothing that embeds."""
    if prep:
        return prep
    if cur.dep == "acl" and cur.tag in {"VBG", "VBN"} and not doc.kids(cur, "mark", "nsubj", "aux"):
        return ""  # "a claim brought by Sweden", "a statement forbidding arms": no content of what it says
    if cur.pos == "ADJ" and doc.head(cur).lemma in _TURNS_OUT:
        return ""  # "proved critical in freeing them": no proof that they were freed
    if cur.dep == "attr" and doc.head(cur).lemma == "be":
        return ""  # "there was an attack": what is, is not to be
    if cur.dep in _CLAUSES or (cur.dep == "relcl" and any(k.lower == "that" for k in doc.kids(cur, "mark"))):
        return "clause"
    return "noun" if cur.dep in NOMINAL else ""


def signature_of(doc: Document, lexicon: Lexicon, pos: str, up: Token, kind: str, cur: Token) -> Signature | None:
    """The signature of a word above that takes what hangs on it, in that way."""
    if not kind:
        return None
    spliced = kind == "clause" and cur.i < up.i and _finite(doc, cur)
    particle = particle_of(doc, up)
    found = (lexicon.of(pos, f"{up.lemma} {particle}") if particle else ()) or lexicon.of(pos, up.lemma)
    to = kind == "clause" and (any(k.tag == "TO" for k in doc.kids(cur, "aux")) or _subjunctive(doc, cur))
    taking = [s for s in found if kind in s.takes and _about(doc, s, cur)]
    fitting = [s for s in taking if kind != "clause" or not (s.finite if to else s.infinitive)]
    if not fitting and any(k.lower == "that" for k in doc.kids(cur, "mark")):
        fitting = [s for s in taking if s.voice is not None]
    if to:
        fitting.sort(key=lambda s: not s.infinitive)
    if spliced:  # as in "Norway wants it, Sweden wants it": two clauses side by side, unless the second says the first
        fitting = [s for s in fitting if s.voice is not None]
    return fitting[0] if fitting else None


def particle_of(doc: Document, verb: Token) -> str:
    """A part of a verb, and no adverb of its own: "stopped *short* of", "shied *away* from", "brushed *aside*"."""
    after = doc.kids(verb, "prt", "advmod")
    parts = (k for k in after if k.dep == "prt" or k.tag == "RP" or (k.i == verb.i + 1 and k.lower in PARTICLES))
    return next((k.lower for k in parts), "")


def of_its_object(doc: Document, lexicon: Lexicon, up: Token, kind: str, cur: Token) -> Signature | None:
    """As in "held *talks* on a release", "came to an *agreement* on one": its noun embeds what follows a light verb."""
    nouns = [o for o in doc.kids(up, "dobj", "nsubjpass") if up.lemma in LIGHT | {"strike", "come"}]
    if up.lemma in {"come", "arrive", "get"}:
        to = [p for p in doc.kids(up, "prep") if p.lower in {"to", "at"}]
        nouns += [o for p in to for o in doc.kids(p, "pobj") if o.i < cur.i]
    found = (signature_of(doc, lexicon, "noun", o, kind, cur) for o in nouns)
    return next((s for s in found if s is not None and s.voice is None), None)


def _about(doc: Document, s: Signature, cur: Token) -> bool:
    """Whether what hangs on a word is of the nouns that its signature makes something of."""
    if not (s.only or s.never):
        return True
    told = {n.lemma for n in (doc.kids(cur, "pobj") if cur.pos == "ADP" else [cur])}
    return not told & s.never and (not s.only or bool(told & s.only))


def negated_place(doc: Document, prep: Token, joined: Token | None = None) -> bool:
    """As in "agreed on terms but *not* on a release": a preposition, or one joined to it, right after "not"."""
    at = (joined or prep).i
    return any(k.dep == "neg" and k.i == at - 1 for k in doc.kids(prep))


def _finite(doc: Document, t: Token) -> bool:
    verbs = (t, *doc.kids(t, "aux", "auxpass"))
    subject = doc.kids(t, "nsubj", "nsubjpass")
    return bool(subject) and any(k.tag in {"VBD", "VBZ", "VBP", "MD"} for k in verbs)


def _subjunctive(doc: Document, t: Token) -> bool:
    """As in "demanded that Israel leave", "recommended that they should": no form that tells of what is."""
    if not any(k.lower == "that" for k in doc.kids(t, "mark")):
        return False
    if auxiliaries := doc.kids(t, "aux", "auxpass"):
        return any(k.lower in {"should", "must"} for k in auxiliaries) or auxiliaries[0].lower == "be"
    one = any(s.tag in {"NN", "NNP"} and not doc.kids(s, "conj") for s in doc.kids(t, "nsubj"))
    return t.tag == "VB" or (t.tag == "VBP" and one)


def _led(doc: Document, up: Token) -> bool:
    """As in "an effort led by Norway to free them": the effort is to free them, nobody is led to do so."""
    return up.lemma in {"lead", "head", "launch"} and up.dep == "acl" and bool(doc.kids(up, "agent"))


def _sees_to(doc: Document, up: Token) -> bool:
    """As in "make sure that they leave": nobody says that they are sure."""
    return up.pos == "ADJ" and up.lemma in {"sure", "certain"} and doc.head(up).lemma == "make"


def _sees_done(doc: Document, cur: Token, up: Token) -> bool:
    """As in "would like to see the town freed": seeing it is no word for it."""
    seen = up.lemma in {"see", "hear", "watch"} and infinitive(doc, up)
    return seen and not any(k.lower == "that" for k in doc.kids(cur, "mark"))


def _said_all_the_same(cur: Token, up: Token, t: Token) -> bool:
    """As in "rejected an offer": the offer was made; what was offered was not taken."""
    return cur.i == t.i and t.lemma in _SAID and up.lemma in _TURNING_DOWN and cur.dep in NOMINAL


def negated_cue(doc: Document, up: Token) -> bool:
    """Whether an embedding word is negated itself, by its verb or by its subject."""
    if up.pos in {"VERB", "AUX"}:
        nor = up.dep == "conj" and any(k.lower == "nor" and k.i < up.i for k in doc.kids(doc.head(up), "cc"))
        return nor or negated(doc, up) or any(_few(doc, k) for k in doc.kids(up, "nsubj"))
    if up.pos == "ADJ":
        return negated(doc, doc.head(up)) or negated(doc, up)
    return any(k.lower == "no" for k in doc.kids(up, "det"))


def _few(doc: Document, subject: Token) -> bool:
    """As in "few believe", "hardly anyone believes" - but not "a few believe"."""
    kids = doc.kids(subject)
    return (
        any(k.lower in {"hardly", "scarcely", "barely"} for k in kids)
        or (subject.lower == "few" and not kids)
        or (any(k.lower == "few" for k in kids) and not any(k.lower == "a" for k in kids))
    )


def unsaid(doc: Document, cue: Token, lexicon: Lexicon) -> bool:
    """As in "refused to confirm that", "stopped short of saying that", "have yet to admit that"."""
    up = doc.head(cue)
    kind = "clause"
    if up.pos in {"ADJ", "ADV"} and cue.dep == "xcomp":
        return too_much(doc, up)
    if cue.dep == "pcomp":
        kind, up = up.lower, doc.head(up)
        up = doc.head(up) if up.lower == "short" else up
    elif cue.dep != "xcomp":
        return False
    if any(k.lower in {"yet", "short"} for k in doc.kids(up, "advmod")):
        return True
    s = signature_of(doc, lexicon, "verb", up, kind, cue) if up.pos == "VERB" else None
    return s is not None and s.voice is None and s.makes is Reality.DID_NOT_HAPPEN and not negated(doc, up)
