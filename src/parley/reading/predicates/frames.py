"""A predicate and its arguments: subjects and objects as meant, whatever the construction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from parley.reading.document import Document, Token
from parley.reading.predicates.resolutions import INTENDED, issuer_above

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "pledge", "offer", "agree", "swear", "claim", "ask for"})
_STAYING = frozenset({"stand", "remain", "stay", "be", "get", "feel", "seem", "appear", "keep", "find"})
_LETTING = frozenset({"help", "let", "make", "see", "watch", "have", "hear"})
_USING = frozenset({"use", "need", "spend", "waste", "employ", "require"})
"""Verbs whose object is a means: of "used its base to train rebels" the base trains nobody."""
_ADDRESSING = {
    "call": ("on", "upon"), "appeal": ("to",), "plead": ("with",), "prevail": ("on", "upon"), "count": ("on",),
    "rely": ("on", "upon"), "look": ("to",), "lean": ("on",), "shout": ("to", "at"), "signal": ("to",),
}  # fmt: skip
"""Verbs that tell after a preposition who is to do what follows: "called on the army to leave"."""
_OBJECT_CONTROL_PREPS = frozenset({"of", "for", "from", "into", "against", "as", "on", "about"})
_SOURCING = frozenset({"according"})
"""What follows tells who says so, not what is done: "gave arms, according to Oslo"."""
_GIVING_WITH = frozenset({"supply", "provide", "furnish", "issue", "present", "entrust"})
LIGHT = frozenset({
    "hold", "have", "make", "launch", "carry", "conduct", "stage", "mount", "give", "issue", "commit", "wage", "take",
    "undertake", "begin", "start", "open", "resume", "continue", "offer", "provide", "deliver", "pay", "do", "lead",
    "sign", "reach", "announce", "declare", "impose", "attend", "voice", "express", "level", "order", "join", "enter",
    "send", "organise", "organize", "end", "suspend", "break",
    "hurl", "raise", "extend", "perpetrate", "inflict", "execute", "instigate", "arrange", "plan", "promise", "vow",
    "plot", "prepare", "attempt", "initiate", "orchestrate", "engineer", "unleash", "intensify", "escalate", "renew",
    "halt", "cancel", "abandon", "pursue", "maintain", "expand", "seek", "threaten", "pledge", "refuse", "mastermind",
    "coordinate", "co-ordinate", "lob", "fire", "register", "lodge", "file", "submit", "table", "deny", "post",
})  # fmt: skip
"""Verbs that lend their subject to the noun that they take: "launched an attack"."""


_HAPPENING = frozenset({
    "break", "erupt", "occur", "rage", "flare", "resume", "begin", "start", "continue", "ensue", "happen", "open",
    "take", "schedule", "set", "plan", "hold", "go", "intensify", "escalate", "arise", "develop", "follow", "fail",
    "collapse",
})  # fmt: skip
_SIDES_AFTER = frozenset({"between", "among", "with", "against", "by"})
"""What tells the sides of an act behind the verb that says that it takes place: "fighting broke out *between*"."""
_TAKING_PART = frozenset({"take", "engage", "participate", "enter", "join", "involve", "implicate", "partake"})
_COUNTING = frozenset({
    "round", "series", "set", "string", "session", "day", "cycle", "wave", "spate", "campaign", "number", "act", "pair",
    "bout", "hour", "week", "month", "kind", "sort", "form", "type", "couple", "barrage", "flurry", "state",
})  # fmt: skip
_SHARE = frozenset({"part", "role", "hand", "involvement"})
BEFALLING = frozenset({
    "death", "murder", "assassination", "arrest", "detention", "execution", "imprisonment", "abduction", "kidnapping",
    "jailing", "conviction", "ouster", "dismissal", "disappearance", "deportation", "loss", "suffering", "plight",
    "poisoning", "martyrdom", "trial", "sentencing", "release", "liberation", "freeing", "extradition", "eviction",
    "removal", "sacking", "ousting", "captivity", "incarceration", "overthrow", "killing", "capture", "expulsion",
})  # fmt: skip
"""Nouns whose possessor has it done to him, by somebody else: "his arrest", "worked for his overthrow"."""
CEASING = frozenset({
    "end", "halt", "suspension", "cessation", "pause", "stop", "stoppage", "respite", "break", "moratorium",
})  # fmt: skip
"""Nouns that take for granted what they put an end to: "announced an end to the *attacks*"."""
BROKERING = frozenset({
    "broker", "mediate", "sponsor", "arrange", "facilitate", "host", "monitor", "guarantee", "oversee", "supervise",
    "convene", "chair", "underwrite", "observe", "witness", "referee", "police",
})  # fmt: skip
"""What those do to an agreement or a meeting who are no party to it: "a truce *brokered* by Norway"."""
UNDERGONE = frozenset(
    {"face", "suffer", "sustain", "endure", "undergo", "experience", "survive", "escape", "repel", "resist"}
)
"""Verbs whose subject is the one to whom the noun that they take is done: "faced attacks"."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A predicate's head with its arguments as meant: a passive's subject stands among the objects.

    `preps` are (preposition, its objects); `owners` a noun's possessors and describing modifiers; `via` is the light
    verb of a noun ("launched" an attack), which carries its tense and negation.
    """

    head: Token
    subjects: tuple[Token, ...] = ()
    objects: tuple[Token, ...] = ()
    indirect: tuple[Token, ...] = ()
    preps: tuple[tuple[str, tuple[Token, ...]], ...] = ()
    owners: tuple[Token, ...] = ()
    particle: str = ""
    passive: bool = False
    via: Token | None = None

    def after(self, *words: str) -> tuple[Token, ...]:
        """The objects of any of these prepositions, in the order of the words asked for."""
        return tuple(o for w in words for p, objects in self.preps if p == w for o in objects)


def frame_of(doc: Document, t: Token) -> Frame:
    """The skeleton of a verb, or of a noun of action; worked out once for each word of a document."""
    kept = doc.kept.setdefault("frames", {})
    if t.i not in kept:
        kept[t.i] = _verb(doc, t) if t.pos in {"VERB", "AUX"} else _noun(doc, t)
    frame: Frame = kept[t.i]
    return frame


def _verb(doc: Document, t: Token) -> Frame:
    passive = is_passive(doc, t)
    subjects, objects = subjects_of(doc, t), tuple(_meant(doc, t, o) for o in doc.kids(t, "dobj"))
    agents = tuple(o for k in doc.kids(t, "agent") for o in doc.kids(k, "pobj"))
    if not passive and _had_done(doc, t):
        subjects, objects, passive = subjects_of(doc, doc.head(t)), subjects, True
    elif passive:
        undergoing = subjects or (subjects_of(doc, doc.head(t)) if t.dep in {"xcomp", "acomp", "oprd"} else ())
        subjects, objects = agents, (*undergoing, *objects)
    elif not objects:
        objects = _raised_object(doc, t) or _relative_object(doc, t)
    datives = doc.kids(t, "dative")
    indirect = tuple(d for d in datives if d.pos != "ADP")
    particle = next((k.lower for k in doc.kids(t, "prt")), "")
    beside = () if passive else _beside(doc, t)
    preps = tuple((p, o) for p, o in _preps(doc, t) if p != "with" or not beside or o[0] not in beside)
    frame = Frame(t, (*subjects, *beside), objects, indirect, preps, (), particle, passive)
    return _thing_given(frame) if t.lemma in _GIVING_WITH else frame


def _beside(doc: Document, t: Token) -> tuple[Token, ...]:
    """As in "convened the talks *together with Norway*": Norway convened them too, and is no party to them."""
    joined = (p for p in doc.kids(t, "prep") if p.lower == "with" and together(doc, p))
    return tuple(o for p in joined for o in doc.kids(p, "pobj"))


def together(doc: Document, prep: Token) -> bool:
    """Whether a preposition tells with whom somebody does something: "together *with*", "jointly *with*"."""
    return any(k.lower in {"together", "jointly"} for k in doc.kids(prep, "advmod"))


def _thing_given(frame: Frame) -> Frame:
    """As in "supplied the rebels with arms": the arms are what is given, the rebels to whom."""
    things = frame.after("with")
    if not things or not frame.objects:
        return frame
    others = tuple(p for p in frame.preps if p[0] != "with")
    return replace(frame, objects=things, indirect=frame.objects, preps=others)


def _meant(doc: Document, t: Token, o: Token) -> Token:
    """As in "the arms that they sent": the arms."""
    which = o.tag in {"WDT", "WP"} or (o.lower == "that" and o.i < t.i)
    return doc.head(t) if t.dep == "relcl" and which else o


def _had_done(doc: Document, t: Token) -> bool:
    """As in "the general had the mercenaries *arrested*": it was done to them, and he who had it done did it."""
    bare = t.tag == "VBN" and t.dep == "ccomp" and not doc.kids(t, "aux", "auxpass")
    return bare and doc.head(t).lemma in {"have", "get"} and bool(doc.kids(t, "nsubj"))


def is_passive(doc: Document, t: Token) -> bool:
    """Whether a verb stands in the passive, reduced relatives included ("weapons provided by")."""
    if doc.kids(t, "nsubjpass", "auxpass", "csubjpass"):
        return True
    if t.tag == "VBN" and t.dep == "acl":
        return not doc.kids(t, "nsubj")
    if t.tag == "VBN" and t.dep in {"xcomp", "acomp", "oprd"} and doc.head(t).lemma in _STAYING:
        return not doc.kids(t, "aux", "nsubj")
    if t.dep == "conj" and t.tag == "VBN" and not doc.kids(t, "aux", "nsubj"):
        return is_passive(doc, doc.head(t))
    bare = t.tag == "VBN" and t.dep in {"advcl", "xcomp", "ccomp"} and not doc.kids(t, "aux", "nsubj")
    return (bare or t.tag == "VBN") and bool(doc.kids(t, "agent"))


def _preps(doc: Document, t: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    for k in doc.kids(t, "prep", "dative", "agent"):
        if k.pos not in {"ADP", "SCONJ", "VERB", "ADV"} or k.lower in _SOURCING:
            continue
        joined = (c for c in doc.kids(k, "conj") if c.lower == k.lower)  # "to Chad and to Sudan"
        objects = (*doc.kids(k, "pobj"), *(o for c in joined for o in doc.kids(c, "pobj")))
        if objects:
            yield k.lower, objects
        for inner in doc.kids(k, "prep"):
            deeper = tuple(doc.kids(inner, "pobj"))
            if deeper:
                yield inner.lower, deeper
    for k in doc.kids(t, "prt", "advmod"):
        for inner in doc.kids(k, "prep"):
            yield inner.lower, tuple(doc.kids(inner, "pobj"))


def subjects_of(doc: Document, t: Token, depth: int = 0) -> tuple[Token, ...]:
    """The surface subject of a verb, its own or the one that it shares, by control and coordination."""
    own = tuple(doc.kids(t, *_SUBJECTS))
    if own or depth > 6:
        return own
    up = doc.head(t)
    match t.dep:
        case "conj":
            return subjects_of(doc, up, depth + 1) if up.pos in {"VERB", "AUX"} else ()
        case "xcomp" | "ccomp":
            return _controller(doc, t, up, depth)
        case "relcl":
            return () if _has_relative_object(doc, t) else (up,)
        case "acl":
            return _of_noun(doc, t, up, depth)
        case "advcl":
            return _of_main_clause(doc, t, up, depth)
        case "pcomp":
            return _after_preposition(doc, up, depth)
    return issuer_above(doc, t)


def _controller(doc: Document, t: Token, up: Token, depth: int) -> tuple[Token, ...]:
    if up.pos == "ADJ":
        up = doc.head(up) if up.dep in {"acomp", "oprd", "xcomp"} else up
    if up.pos not in {"VERB", "AUX"}:
        return _of_noun(doc, t, up, depth) if up.pos == "NOUN" else _described_by(doc, up)
    if t.dep == "ccomp" and not _bare_infinitive(doc, t) and t.tag not in {"VBG"}:
        return ()
    objects = tuple(doc.kids(up, "dobj"))
    if objects and up.lemma not in _SUBJECT_CONTROL and not (up.lemma in _USING and t.dep == "xcomp"):
        return objects
    return _addressed(doc, t, up) or subjects_of(doc, up, depth + 1)


def _addressed(doc: Document, t: Token, up: Token) -> tuple[Token, ...]:
    """As in "called on *Norway* to leave", "gave *Norway* a week to leave": who is asked is who would do it."""
    if not _bare_infinitive(doc, t):
        return ()
    if up.lemma == "give":
        return tuple(k for k in doc.kids(up, "dative") if k.pos != "ADP")
    if up.lemma not in _ADDRESSING:
        return ()
    preps = (p for p in doc.kids(up, "prep") if p.lower in _ADDRESSING[up.lemma] and p.i < t.i)
    return tuple(o for p in preps for o in doc.kids(p, "pobj") if o.ent not in {"DATE", "TIME"})


def _described_by(doc: Document, adjective: Token) -> tuple[Token, ...]:
    """As in "with Hess certain to win": whom an adjective describes."""
    up = doc.head(adjective)
    return (up,) if adjective.pos == "ADJ" and adjective.dep == "amod" and up.i < adjective.i else ()


def _bare_infinitive(doc: Document, t: Token) -> bool:
    return any(k.tag == "TO" for k in doc.kids(t, "aux"))


def _of_noun(doc: Document, t: Token, noun: Token, depth: int) -> tuple[Token, ...]:
    """As in "men carrying arms", "arms carried by", "Iran's plan to leave", "made a decision to leave"."""
    if t.tag == "VBG" or t.tag == "VBN":
        return (noun,)
    owners = tuple(doc.kids(noun, "poss")) or tuple(
        k for k in doc.kids(noun, "amod", "compound") if k.text[:1].isupper()
    )
    if not owners and noun.lemma in INTENDED:  # "welcomed the offer of Norway to host them"
        owners = tuple(o for p in doc.kids(noun, "prep") if p.lower == "of" for o in doc.kids(p, "pobj"))
    if owners:
        return owners
    up = doc.head(noun)
    if noun.dep in {"dobj", "attr"} and up.pos in {"VERB", "AUX"}:
        return subjects_of(doc, up, depth + 1)
    return (noun,) if noun.dep not in {"dobj", "attr", "pobj"} else ()


def _of_main_clause(doc: Document, t: Token, up: Token, depth: int) -> tuple[Token, ...]:
    if _bare_infinitive(doc, t):
        meant = [o for p in doc.kids(up, "prep") if p.lower == "for" and p.i < t.i for o in doc.kids(p, "pobj")]
        if meant and meant[-1].i < t.i and t.i - meant[-1].i <= 3:
            return (meant[-1],)
    addressed = _addressed(doc, t, up)
    if addressed:
        return addressed
    if t.tag in {"VBG", "VBN"} or _bare_infinitive(doc, t):
        if is_passive(doc, up):
            return tuple(doc.kids(up, "nsubjpass"))
        return subjects_of(doc, up, depth + 1)
    return ()


def _after_preposition(doc: Document, prep: Token, depth: int) -> tuple[Token, ...]:
    """As in "accused X of sending": X; "after sending": the clause's subject; "for": the object, where there is one."""
    up = doc.head(prep)
    if up.pos in {"VERB", "AUX"}:
        objects = tuple(doc.kids(up, "dobj"))
        if is_passive(doc, up):
            return tuple(doc.kids(up, "nsubjpass")) or subjects_of(doc, up, depth + 1)
        if objects and prep.lower in _OBJECT_CONTROL_PREPS:
            return objects
        return subjects_of(doc, up, depth + 1)
    if up.pos in {"NOUN", "PROPN"}:
        return tuple(doc.kids(up, "poss")) or _of_its_verb(doc, up, depth)
    return _of_its_verb(doc, up, depth) if up.pos == "ADJ" else ()


def _of_its_verb(doc: Document, t: Token, depth: int) -> tuple[Token, ...]:
    """As in "was a help *at getting*", "is critical *in convincing*", "on the brink *of launching*": who is so."""
    up = doc.head(t)
    if t.dep == "pobj" and up.dep == "prep":
        up = doc.head(up)
        return subjects_of(doc, up, depth + 1) if up.lemma in _STAYING else ()
    return subjects_of(doc, up, depth + 1) if t.dep in {"dobj", "attr", "acomp"} else ()


def _has_relative_object(doc: Document, t: Token) -> bool:
    return any(k.tag in {"WDT", "WP"} for k in doc.kids(t, "dobj", "pobj")) and bool(doc.kids(t, *_SUBJECTS))


def _raised_object(doc: Document, t: Token) -> tuple[Token, ...]:
    """As in "urged Pakistan to stop": the subject of stopping is urged all the same."""
    bare = t.lemma in _LETTING
    inner = [c for c in doc.kids(t, "ccomp") if _bare_infinitive(doc, c) or (bare and c.tag == "VB")]
    return tuple(s for c in inner for s in doc.kids(c, "nsubj"))


def _relative_object(doc: Document, t: Token) -> tuple[Token, ...]:
    """As in "the town that rebels attacked": the town."""
    if t.dep != "relcl" or not doc.kids(t, "nsubj"):
        return ()
    subject = doc.kids(t, "nsubj")[0]
    whose = any(k.tag == "WP$" for k in doc.kids(subject))  # "Norway, whose soldiers fought there"
    behind = (o for p in doc.kids(t, "prep") for o in doc.kids(p, "pobj"))  # "jets from which they fired", "town where"
    apart = any(o.tag in {"WDT", "WP"} for o in behind) or any(k.tag == "WRB" for k in doc.kids(t, "advmod"))
    return () if whose or apart or subject.tag in {"WDT", "WP"} else (doc.head(t),)


def _noun(doc: Document, t: Token) -> Frame:
    owners = tuple(doc.kids(t, "poss", "amod", "compound", "nmod"))
    preps = tuple(_preps(doc, t))
    agents = tuple(o for p, objects in preps if p == "by" for o in objects)
    whole = _rounds(doc, t)
    up, dep = doc.head(whole), whole.dep
    preps = preps if whole.i == t.i else (*preps, *(p for p in _preps(doc, whole) if p[0] != "of"))
    subjects: tuple[Token, ...] = agents or _doers_beside(doc, t)
    via = None
    if dep == "conj" and up.pos == "NOUN":
        base = _noun(doc, up) if up.i != t.i else None
        if base is not None and not owners and not agents:
            return Frame(t, base.subjects, (), (), preps or base.preps, base.owners, via=base.via)
    if dep == "dobj" and up.lemma in UNDERGONE and up.pos == "VERB":
        doers = subjects or tuple(o for p, found in _preps(doc, up) if p == "by" for o in found)
        return Frame(t, doers, subjects_of(doc, up), (), preps, owners, via=up)
    if dep in {"dobj", "nsubjpass"} and up.lemma in LIGHT and up.pos == "VERB":
        via = up
        subjects = subjects or _light_subjects(doc, whole, up)
        preps = (*preps, *_preps(doc, up))
    elif dep in {"nsubj", "nsubjpass"} and up.pos == "VERB" and up.lemma in _HAPPENING:
        preps = (*preps, *(p for p in _preps(doc, up) if p[0] in _SIDES_AFTER))
    elif dep == "pobj" and (verb := _partaking(doc, up)) is not None:
        via = verb
        subjects = subjects or _partakers(doc, via)
        preps = (*preps, *(p for p in _preps(doc, via) if p[0] == "with"))
    return Frame(t, subjects, (), (), preps, owners, via=via)


def _rounds(doc: Document, t: Token) -> Token:
    """As in "six *rounds* of talks": the noun that counts an act stands where the act would; else the act itself."""
    prep = doc.head(t)
    counting = doc.head(prep) if t.dep == "pobj" and prep.lower == "of" else t
    return counting if counting.lemma in _COUNTING else t


def _doers_beside(doc: Document, t: Token) -> tuple[Token, ...]:
    """Who does what a noun says by the participle after it: "an initiative led *by Japan*"; no go-between."""
    participles = (k for k in doc.kids(t, "acl") if k.tag == "VBN" and k.lemma not in BROKERING)
    return tuple(o for k in participles for a in doc.kids(k, "agent") for o in doc.kids(a, "pobj"))


def _partaking(doc: Document, prep: Token) -> Token | None:
    """The verb that makes its subject the doer of what follows: "took part in", "is behind"."""
    verb = doc.head(prep)
    if prep.lower in {"in", "into"} and verb.lemma in _TAKING_PART:
        return None if _no_part(doc, verb) else verb
    if prep.lower == "in" and verb.lemma in _SHARE and doc.head(verb).pos == "VERB":
        return None if _none(doc, verb) else doc.head(verb)
    if prep.lower == "on" and verb.lemma == "be" and _journey(doc, prep):
        return verb
    return verb if prep.lower == "behind" and verb.lemma in {"be", "stand"} else None


def _journey(doc: Document, prep: Token) -> bool:
    """As in "is on a visit to Norway"."""
    return any(o.lemma in {"visit", "trip", "tour", "mission", "strike"} for o in doc.kids(prep, "pobj"))


def _no_part(doc: Document, verb: Token) -> bool:
    return any(_none(doc, o) for o in doc.kids(verb, "dobj"))


def _none(doc: Document, noun: Token) -> bool:
    """As in "took *no* part in": nobody partakes."""
    return any(k.lower in {"no", "little", "neither"} for k in doc.kids(noun, "det", "amod"))


def _partakers(doc: Document, verb: Token) -> tuple[Token, ...]:
    return tuple(doc.kids(verb, "nsubjpass")) or subjects_of(doc, verb)


def _light_subjects(doc: Document, t: Token, verb: Token) -> tuple[Token, ...]:
    if t.dep == "nsubjpass" or is_passive(doc, verb):
        return tuple(o for k in doc.kids(verb, "agent") for o in doc.kids(k, "pobj"))
    return subjects_of(doc, verb)
