"""Mends sentences whose verb the small parser took for an adjective or a noun."""

from __future__ import annotations

from dataclasses import replace

from parley.reading.commitment.signatures import Lexicon
from parley.reading.document import Document, Token

_AFTER = frozenset({"prep", "acl", "advcl", "punct", "npadvmod", "ccomp", "xcomp"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NAMING = frozenset({"compound", "nmod", "poss"})
_SO_FAR = frozenset({"long", "already", "never", "always", "often", "since", "repeatedly", "also", "once", "ever"})
"""Adverbs that go with a perfect tense and tell no degree: "long sheltered", unlike "heavily armed"."""
_GROWING = frozenset({
    "grow", "mount", "increase", "rise", "continue", "exist", "remain", "oppose", "war", "rule", "lead",
})  # fmt: skip
"""Gerunds that describe what follows more often than they have it as their object."""

_HELD_DIRECTLY = frozenset(
    {"talk", "negotiation", "contact", "dialogue", "flight", "meeting", "rule", "aid", "election"}
)
_TAKING_TO = frozenset({"agree", "return", "open", "commit", "consent", "lead", "come", "move", "turn", "revert", "be"})


def verb_taken_for_adjective(doc: Document, t: Token, lexicon: Lexicon) -> dict[int, Token]:
    """As in "A spokesman in Lisbon *accused* government troops of shelling": the sentence's only verb says so."""
    noun, root = doc.head(t), _root(doc, t)
    if t.tag not in {"VBN", "VBD"} or not root.i < t.i < noun.i or root.pos not in {"NOUN", "PROPN"}:
        return {}
    if noun.head != root.i or noun.dep not in {"appos", "dobj", "conj", "npadvmod", "dep"} or doc.kids(root, "nsubj"):
        return {}
    if not lexicon.tells(t.lemma):
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


def gerund_taken_for_adjective(doc: Document, t: Token, lexicon: Lexicon) -> dict[int, Token]:
    """As in "accusing Norway of *occupying* hospitals": occupying them is what Norway is accused of."""
    noun = doc.head(t)
    of = doc.head(noun)
    if t.tag != "VBG" or t.lemma in _GROWING or noun.dep != "pobj" or of.lower != "of" or of.i != t.i - 1:
        return {}
    accusing = next((up for up in doc.path_up(of) if up.pos == "VERB"), None)
    if accusing is None or not lexicon.tells(accusing.lemma, "of"):
        return {}
    return {t.i: replace(t, head=of.i, dep="pcomp", pos="VERB"), noun.i: replace(noun, head=t.i, dep="dobj")}


def verb_taken_for_noun(doc: Document, t: Token, lexicon: Lexicon) -> dict[int, Token]:
    """As in "Chad, which Sudan says *arms* the Front, called for calm": it arms the Front, it is said, and called."""
    says = doc.head(t)
    which = [k for k in doc.kids(says) if k.tag in {"WDT", "WP"} and k.i < says.i]
    thing = [k for k in doc.kids(t, "appos", "dep") if k.i > t.i and k.pos in {"NOUN", "PROPN"}]
    if t.tag != "NNS" or t.i != says.i + 1 or says.dep != "relcl" or not which or not thing or doc.kids(t, "det"):
        return {}
    if not lexicon.tells(says.lemma, "clause"):
        return {}
    out = {t.i: replace(t, dep="ccomp", pos="VERB", tag="VBZ"), which[0].i: replace(which[0], head=t.i, dep="nsubj")}
    out[thing[0].i] = replace(thing[0], head=t.i, dep="dobj")
    return {**out, **_main_clause(doc, doc.head(says), says, thing[0])}


def _main_clause(doc: Document, name: Token, relative: Token, last: Token) -> dict[int, Token]:
    """The verb behind a relative clause that swallowed it: its subject is the name that stood there alone."""
    after = [k for k in doc.kids(relative) if k.i > last.i]
    verbs = [k for k in after if k.tag in _FINITE and not doc.kids(k, "nsubj", "nsubjpass")]
    if name.head != name.i or not verbs:
        return {}
    main = verbs[0]
    out = {k.i: replace(k, head=main.i) for k in (*after, *doc.kids(name, "punct")) if k.i > last.i and k.i != main.i}
    return {**out, main.i: replace(main, head=main.i, dep="ROOT"), name.i: replace(name, head=main.i, dep="nsubj")}


def only_verb(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "Chad *vaccinated* refugees in Darfur.": what looks like an adjective is all the verb that there is."""
    s = doc.sentence_of(t)
    words = doc.tokens[s.first : s.last]
    if t.tag not in {"VBN", "VBD"} or any(w.tag in _FINITE and w.i != t.i for w in words):
        return {}
    if not any(w.text in {".", "!"} for w in words[-2:]):
        return {}  # headlines leave their verbs out
    before = _before_prefix(doc, t)
    thing = doc.head(t)
    if before.i < s.first or before.i >= t.i or before.head != thing.i or before.dep not in _NAMING or thing.i < t.i:
        return {}
    return _as_only_verb(doc, t, before, thing)


def _before_prefix(doc: Document, t: Token) -> Token:
    """The word before a verb, or before the prefix that a hyphen joins to it: "Korea *test-fired*"."""
    if t.i > 2 and doc.tokens[t.i - 1].text == "-" and doc.tokens[t.i - 2].text.islower():
        return doc.tokens[t.i - 3]
    return doc.tokens[max(0, t.i - 1)]


def _as_only_verb(doc: Document, t: Token, name: Token, thing: Token) -> dict[int, Token]:
    """The verb at the root; its subject is the name before it, or the noun that stood there: "refusal to hit Chad"."""
    out = {t.i: replace(t, head=t.i, dep="ROOT", pos="VERB", tag="VBD")}
    out[thing.i] = replace(thing, head=t.i, dep="dobj")
    for k in doc.kids(thing):
        if k.i < name.i and k.dep in _NAMING:
            out[k.i] = replace(k, head=name.i)
        elif k.dep in {"prep", "punct"} and k.i > thing.i:
            out[k.i] = replace(k, head=t.i)
    if thing.head == thing.i:
        out[name.i] = replace(name, head=t.i, dep="nsubj", pos="PROPN")
        return out
    root = next((up for up in doc.path_up(t) if up.head == up.i), t)
    if root.i > name.i or root.pos not in {"NOUN", "PROPN"}:
        return {}
    out[name.i] = replace(name, head=thing.head, dep=thing.dep)
    out[root.i] = replace(root, head=t.i, dep="nsubj")
    return out


def adjective_taken_for_verb(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "agreed to *direct* talks with Sweden": the talks are direct, and nobody directs them."""
    to = next((k for k in doc.kids(t, "aux") if k.tag == "TO"), None)
    talks = next((k for k in doc.kids(t, "dobj") if k.lemma in _HELD_DIRECTLY and not doc.kids(k, "det")), None)
    verb = doc.head(t)
    if t.lower != "direct" or to is None or talks is None or verb.lemma not in _TAKING_TO:
        return {}
    own = {k.i: replace(k, head=talks.i) for k in doc.kids(t) if k.i not in {to.i, talks.i}}
    return {
        **own,
        to.i: replace(to, pos="ADP", tag="IN", dep="prep", head=verb.i),
        t.i: replace(t, pos="ADJ", tag="JJ", dep="amod", head=talks.i),
        talks.i: replace(talks, dep="pobj", head=to.i),
    }
