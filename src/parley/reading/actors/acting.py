"""Names met alone that do what only somebody does: "Hess met the rebels", "talks with Hess", "Hess's aides"."""

from __future__ import annotations

from parley.reading.actors.cast import Cast, Found
from parley.reading.actors.titles import title_before
from parley.reading.document import Document, Token
from parley.reading.gazetteer import fold
from parley.reading.lexicon.tables import people, words
from parley.terms.enums import ActorType, How

_DOES = frozenset({
    "accept", "accuse", "acknowledge", "address", "admit", "agree", "allege", "announce", "answer", "apologise",
    "apologize", "appeal", "appoint", "argue", "arrest", "ask", "assassinate", "assert", "assure", "attend", "beg",
    "believe", "blame", "boycott", "call", "claim", "command", "complain", "concede", "condemn", "confess",
    "confide", "congratulate", "consult", "contend", "convene", "criticise", "criticize", "decide", "declare",
    "decline", "decry", "defect", "defy", "demand", "denounce", "deny", "deplore", "dismiss", "doubt", "embrace",
    "endorse", "envisage", "expel", "express", "favour", "favor", "fear", "flee", "forbid", "forgive", "greet", "hint",
    "hope", "impose", "inform", "insist", "instruct", "invite", "kidnap", "know", "lament", "mediate", "meet",
    "negotiate", "nominate", "object", "offer", "oppose", "order", "oust", "overthrow", "persuade", "plead", "pledge",
    "plot", "praise", "promise", "propose", "protest", "quit", "reaffirm", "reappoint", "refuse", "reiterate",
    "reject", "renounce", "reply", "request", "resign", "respond", "retort", "say", "seek", "sack", "sign", "speak",
    "stress", "suggest", "summon", "surrender", "swear", "talk", "tell", "thank", "think", "threaten", "torture", "try",
    "urge", "veto", "visit", "voice", "vow", "want", "warn", "welcome", "withdraw", "write",
    "insult", "mock", "deride", "ridicule", "chide", "scold", "rebuke", "berate", "hail", "laud", "salute", "regret",
    "recall", "remember", "testify", "telephone", "phone", "pardon", "scoff", "sneer", "joke", "brag", "boast",
    "marry", "convert", "campaign", "abdicate", "pose", "describe", "portray", "liken", "dub", "persist", "dispute",
})  # fmt: skip
"""Verbs whose subject is somebody."""
_DONE_TO = frozenset({
    "accuse", "acquit", "appoint", "arrest", "ask", "assassinate", "assure", "banish", "beg", "behead", "charge",
    "congratulate", "detain", "hang", "injure", "interview", "shoot", "wound",
    "convict", "convince", "depose", "deport", "elect", "execute", "exile", "extradite", "free", "greet", "imprison",
    "indict", "inaugurate", "inform", "interrogate", "invite", "jail", "kidnap", "kill", "meet", "murder", "nominate",
    "oust", "overthrow", "pardon", "persuade", "poison", "reappoint", "reelect", "remind", "sack", "sentence",
    "succeed", "summon", "tell", "thank", "topple", "torture", "try", "urge", "warn",
    "insult", "mock", "deride", "ridicule", "chide", "scold", "rebuke", "berate", "laud", "telephone", "phone",
    "criticise", "criticize", "denounce", "blame", "praise", "describe", "portray", "dismiss", "flatter", "bribe",
    "marry", "befriend", "impeach", "unseat", "dethrone", "crown", "liken", "coach", "advise", "defame", "slander",
})  # fmt: skip
"""Verbs that are done to somebody, and hardly to a place."""
_TO_WHOM = {
    "with": frozenset({"meet", "talk", "negotiate", "confer", "consult", "meeting", "talks", "agree", "speak"}),
    "on": frozenset({"call"}),
    "to": frozenset({"speak", "talk", "write", "apologise", "apologize", "reply"}),
    "by": frozenset({"order", "sign", "appoint", "accuse", "lead", "found", "command", "issue", "say", "tell", "make"}),
}
"""Prepositions after which somebody stands, with the words before them."""
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT", ""})
_OWNED = frozenset({
    "aide", "supporter", "follower", "opponent", "resignation", "overthrow", "ouster", "lawyer", "men", "spokesman",
    "predecessor", "successor", "widow", "son", "daughter", "brother", "arrest",
})  # fmt: skip


def acting(doc: Document, cast: Cast) -> None:
    """Note as a person each name word that no list, label or place accounts for, where it acts as somebody does."""
    for t in doc.tokens:
        if t.tag == "NNP" and _unaccounted(doc, cast, t) and _somebody(doc, cast, t) and not _of_body(doc, cast, t):
            actor = cast.coin(t.text, ActorType.PERSON)
            cast.add(Found(t.i, t.i + 1, t.i, (actor,), How.NAME, modifier=t.dep == "poss"))


def _of_body(doc: Document, cast: Cast, t: Token) -> bool:
    """Whether a body's longer name has the word: "Delmar" after "Delmar Shipping" is that body."""
    longer = (f for f in cast.found if f.last - f.first > 1 and cast.type_of(f.actors[0]) is not ActorType.PERSON)
    return any(w.text == t.text for f in longer for w in doc.tokens[f.first : f.last])


def torn(doc: Document, t: Token) -> bool:
    """Whether the pipeline's name around a word has a verb in it, and so is none: "Hess accused Mobe"."""
    around = (e for e in doc.entities if e.first <= t.i < e.last)
    return any(w.pos in {"VERB", "AUX"} and w.text.islower() for e in around for w in doc.tokens[e.first : e.last])


def _unaccounted(doc: Document, cast: Cast, t: Token) -> bool:
    """Whether a word is a name of one word, of nobody and of no place known."""
    if (t.ent not in _PLACE_LABELS and not torn(doc, t)) or t.i in cast.located or not cast.free(t.i, t.i + 1):
        return False
    plain = t.text.isalpha() and t.text[:1].isupper() and not t.text.isupper() and len(t.text) > 2
    known = t.lower in words("not_names.tsv") or t.lower in people() or fold(t.text) in cast.gazetteer.organ_nouns
    return plain and not known and _alone(doc, t) and not _common(doc, t)


def _alone(doc: Document, t: Token) -> bool:
    """Whether neither neighbour belongs to the name, and no article or title stands before it."""
    around = [doc.tokens[i] for i in (t.i - 1, t.i + 1) if 0 <= i < len(doc.tokens)]
    if any(o.sentence == t.sentence and o.tag in {"NNP", "NNPS", "HYPH"} for o in around):
        return False
    return not doc.kids(t, "det", "amod", "compound", "nummod") and title_before(doc, t.i) is None


def _common(doc: Document, t: Token) -> bool:
    """Whether the report has the word in small letters too, or a heading has all words in capitals."""
    sentence = [w for w in doc.words(doc.sentence_of(t)) if w.text.isalpha() and len(w.text) > 3]
    heading = len(sentence) > 2 and all(w.text[0].isupper() for w in sentence)
    return heading or any(o.text == t.lower for o in doc.tokens)


def _somebody(doc: Document, cast: Cast, t: Token) -> bool:
    """Whether syntax shows that a word is somebody: by its verb, its preposition, or whom it stands beside."""
    up = doc.head(t)
    match t.dep:
        case "nsubj":
            return up.lemma in _DOES and up.pos == "VERB"
        case "nsubjpass" | "dobj":
            return up.lemma in _DONE_TO
        case "conj":
            return _beside_somebody(doc, cast, up)
        case "poss":
            return up.lemma in _OWNED
    above = doc.head(up)
    if t.dep == "pobj" and up.lower in _TO_WHOM:
        return above.lemma in _TO_WHOM[up.lower] or above.lower in _TO_WHOM[up.lower]
    return False


def _beside_somebody(doc: Document, cast: Cast, up: Token) -> bool:
    """As in "Hess and Mobe met": joined to a name that is a person's, or that acts itself."""
    found = cast.by_head.get(up.i)
    if found is not None:
        return cast.type_of(found.actors[0]) is ActorType.PERSON and up.tag == "NNP"
    return (
        up.tag == "NNP"
        and (up.ent in _PLACE_LABELS or torn(doc, up))
        and up.i not in cast.located
        and _somebody(doc, cast, up)
    )
