"""What a frame shows of itself: the words at its places, each gathered once however many entries ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parley.reading.document import Document, Token
from parley.reading.lazy import lazy
from parley.reading.predicates.frames import Frame

CONTENT = ("xcomp", "ccomp", "acl", "pcomp", "relcl")
"""How a clause hangs on a word that it completes."""
PARTS = frozenset({"part", "half", "most", "much", "some", "all", "rest", "portion", "bulk"})
"""Words for a share of what follows them: "part of the aid"."""


_GOING_ON = frozenset({"keep", "continue", "begin", "start", "resume", "try", "seek", "go"})
"""Verbs that tell how another is done: "vowed to *keep* attacking"."""
_NO_DUTIES = frozenset({
    "be", "win", "have", "get", "know", "benefit", "succeed", "prevail", "recover", "see", "feel", "become", "arrive",
    "expect", "worry", "hope", "improve",
})  # fmt: skip
"""What nobody is asked to do by who says that he should."""
_NO_REFUSALS = frozenset({
    "be", "have", "happen", "know", "last", "mean", "matter", "work", "change", "affect", "hurt", "seem", "become",
    "comment", "hesitate", "rule", "confirm", "say", "tell", "verify", "speculate", "forget", "rest", "fail", "lose",
    "need", "hinder", "make", "cause", "harm", "damage", "succeed", "solve", "help", "elaborate", "identify",
    "expect", "believe", "regret", "survive", "surprise",
})  # fmt: skip
"""What nobody refuses by saying that he will not do it."""
_GRANTING = frozenset({
    "accept", "agree", "support", "allow", "recognise", "recognize", "tolerate", "permit", "sign", "negotiate", "join",
    "back", "approve", "endorse", "attend", "condone",
})  # fmt: skip
"""What is refused by saying that one cannot do it."""


_THINGS = frozenset({"it", "them", "this", "that", "these", "those"})
_VAGUE = frozenset({
    "want", "think", "have", "say", "do", "make", "take", "get", "give", "see", "know", "put", "call", "find", "keep",
    "tell", "need", "like", "consider", "leave", "bring", "set",
})  # fmt: skip
"""Verbs that tell too little to show which thing before them they are about."""
_TOLD_AS = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "pobj", "conj", "ROOT"})


@dataclass(frozen=True)
class Sight:
    """A frame of a document; every set holds lemmas and words in lower case."""

    doc: Document
    frame: Frame

    @lazy
    def objects(self) -> frozenset[str]:
        """The words of the objects; of "it" those of the things told before that it may mean."""
        own = self.frame.objects if self.frame.head.lemma not in _VAGUE else ()
        told = (w for o in own for w in _spoken_of(self.doc, o))
        return self._all(self.frame.objects) | frozenset(told)

    @lazy
    def subjects(self) -> frozenset[str]:
        """The words of the subjects, those joined to them included."""
        return self._all(self.frame.subjects)

    @lazy
    def subject_heads(self) -> frozenset[str]:
        """The subjects' own words."""
        return frozenset(w for s in self.frame.subjects for w in (s.lemma, s.lower))

    @lazy
    def owners(self) -> frozenset[str]:
        """The words that own or describe a noun."""
        return frozenset(w for k in self.frame.owners for w in (k.lemma, k.lower))

    @lazy
    def after_tokens(self) -> tuple[Token, ...]:
        """What follows the prepositions."""
        return tuple(o for _, objects in self.frame.preps for o in objects)

    @lazy
    def after(self) -> frozenset[str]:
        """The words of what follows the prepositions."""
        return self._all(self.after_tokens)

    @lazy
    def within_reach(self) -> frozenset[str]:
        """The words after the prepositions, of the objects, and after the objects' own prepositions."""
        doc = self.doc
        things = (*self.frame.objects, *parts(doc, self.frame.objects))
        further = tuple(o for x in things for p in doc.kids(x, "prep") for o in doc.kids(p, "pobj"))
        return self.after | self.objects | self._all(further)

    @lazy
    def contents(self) -> frozenset[str]:
        """The heads of the clauses that complete a word, and the nouns that it takes or that follow it."""
        doc, head = self.doc, self.frame.head
        clauses = {x.lemma for k in doc.kids(head, *CONTENT) for x in _going_on(doc, k)}
        clauses |= {k.lemma for k in doc.kids(head, "advcl") if any(a.tag == "TO" for a in doc.kids(k, "aux"))}
        within = {k.lemma for p in doc.kids(head, "prep") for k in doc.kids(p, "pcomp", "amod", "acomp")}
        told = {w.lemma for k in doc.kids(head, *CONTENT) for w in _said_to_be(doc, k)}
        nots = {f"not {k.lemma}" for k in doc.kids(head, *CONTENT) if doc.kids(k, "neg")}
        return frozenset(clauses | within | told | nots | self.musts) | self.objects | self.after

    @lazy
    def musts(self) -> frozenset[str]:
        """The modals of the clauses that say what is to be done; of "must have left" none."""
        doc = self.doc
        clauses = [c for c in doc.kids(self.frame.head, "ccomp") if all(a.lemma != "have" for a in doc.kids(c, "aux"))]
        told = ((c, a) for c in clauses for a in doc.kids(c, "aux") if a.tag == "MD")
        return frozenset(w for c, a in told for w in self._must(c, a))

    def _must(self, clause: Token, modal: Token) -> Iterator[str]:
        """A modal, where it tells what is to be done; of "said it would not leave" that too, verb and all."""
        if any(s.i > modal.i for s in self.doc.kids(clause, "nsubj", "nsubjpass")):
            return  # "Should they show it, we will act": a condition, and no duty
        if modal.lower not in {"should", "ought"} or clause.lemma not in _NO_DUTIES:
            yield modal.lower
        if self.doc.kids(clause, "neg") and self._own(clause) and clause.lemma not in _NO_REFUSALS:
            able = modal.lower in {"can", "could", "ca"}
            if not able or clause.lemma in _GRANTING:
                yield "would not"
                yield f"would not {clause.lemma}"

    def _own(self, clause: Token) -> bool:
        """Whether who speaks is who should do what is said: "said *it* would not", "said that *we* will not"."""
        subjects = self.doc.kids(clause, "nsubj")
        return any(s.tag == "PRP" for s in subjects) and not self.doc.kids(clause, "auxpass", "expl")

    @lazy
    def of_itself(self) -> bool:
        """Whether what is said is what the speaker himself will do: "insists that *it will* leave"."""
        clauses = self.doc.kids(self.frame.head, "ccomp")
        will = [c for c in clauses if any(a.lower in {"will", "would", "'ll"} for a in self.doc.kids(c, "aux"))]
        return any(s.lower in {"it", "he", "she", "we", "i"} for c in will for s in self.doc.kids(c, "nsubj"))

    @lazy
    def has_clause(self) -> bool:
        """Whether a clause completes the word."""
        return bool(self.doc.kids(self.frame.head, *CONTENT))

    @lazy
    def asks_for(self) -> bool:
        """Whether "for" or "on" tells what is wanted, of the word itself or of whom it is said to."""
        deeper = (p.lower for o in self.after_tokens for p in self.doc.kids(o, "prep"))
        return bool(self.frame.after("for", "on", "upon")) or "for" in deeper

    def _all(self, tokens: tuple[Token, ...]) -> frozenset[str]:
        return frozenset(w for t in tokens for w in lemmas(self.doc, t))


def _spoken_of(doc: Document, t: Token) -> Iterator[str]:
    """As in "got an offer and turned *it* down": the things told shortly before, any of which may be meant."""
    if t.lower not in _THINGS or t.pos != "PRON":
        return
    s = doc.sentence_of(t)
    first = doc.sentences[s.index - 1].first if s.index else s.first
    for w in doc.tokens[first : t.i]:
        if w.pos == "NOUN" and w.dep in _TOLD_AS:
            yield w.lemma


def parts(doc: Document, objects: Iterable[Token]) -> list[Token]:
    """What things are a part of: of "part of the aid" the aid."""
    of = (p for x in objects if x.lemma in PARTS for p in doc.kids(x, "prep") if p.lower == "of")
    return [o for p in of for o in doc.kids(p, "pobj")]


def _going_on(doc: Document, verb: Token) -> Iterator[Token]:
    """A clause's verb, and what it goes on doing: "keep attacking"; of "vowed *not* to attack" nothing."""
    if doc.kids(verb, "neg"):
        return
    yield verb
    if verb.lemma in _GOING_ON:
        yield from doc.kids(verb, "xcomp")


def _said_to_be(doc: Document, verb: Token) -> Iterator[Token]:
    """As in "said that the attack was *criminal*", "was a *crime* and a *shame*"."""
    told = doc.kids(verb, "acomp", "attr", "oprd") if verb.lemma in {"be", "remain", "seem", "constitute"} else []
    for w in told:
        yield w
        yield from doc.kids(w, "conj")


def lemmas(doc: Document, o: Token) -> set[str]:
    """A noun's words that tell what it is: its head, those joined to it, and what a measure is of."""
    if o.tag in {"WDT", "WP"} and doc.head(o).dep == "relcl":
        o = doc.head(doc.head(o))
    out = {o.lemma, o.lower}
    for k in doc.kids(o, "conj", "compound", "prep"):
        if k.dep != "prep":
            out.add(k.lemma)
        elif k.lower == "of":
            measured = doc.kids(k, "pobj")
            out |= {x.lemma for o in measured for x in (o, *doc.kids(o, "compound"))}
    return out
