"""Which entry of the codebook a word of the report means, if any."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parley.reading.coding.arguments import Arguments
from parley.reading.coding.codebook import Codebook, Entry, Words
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import Frame, frame_of

_CONTENT = ("xcomp", "ccomp", "acl", "pcomp", "relcl")
_ABOUT = (
    "prt", "prep", "dobj", "advmod", "acomp", "dative", "nsubjpass", "agent", "oprd", "xcomp", "ccomp",
)  # fmt: skip
_CIVIL = frozenset({"CVL", "LAB", "REL", "REF", "OPP", "PTY", "EDU", "MED", None})


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that fits a word, with the word's frame; `phrase` are the words beyond the head that fitted."""

    entry: Entry
    frame: Frame
    phrase: Words


def match(doc: Document, t: Token, book: Codebook, args: Arguments) -> Match | None:
    """The entry that fits a word best: the most words and conditions, then the longest phrase."""
    found = _candidates(t, book)
    if not found or _not_an_act(doc, t) or _consumed(doc, t, book, args):
        return None
    around = _around(doc, t)
    phrases = [(words, e) for words, e in found if around.issuperset(words)]
    if not phrases:
        return None
    frame = frame_of(doc, t)
    fitting = [
        Match(e, wide, words)
        for words, e in phrases
        if _fits(doc, e, wide := _widened(doc, e, frame, words), args, words)
    ]
    return max(fitting, key=lambda m: (len(m.phrase) + _conditions(m.entry), len(m.phrase)), default=None)


def _candidates(t: Token, book: Codebook) -> tuple[tuple[Words, Entry], ...]:
    if t.pos == "VERB":
        return book.verbs.get(_with_e(t, book), ())
    if t.pos == "NOUN" or (t.pos == "PROPN" and not t.ent):
        return book.nouns.get(t.lemma, ()) or book.nouns.get(t.lower, ())
    return book.adjectives.get(t.lower, ()) if t.pos == "ADJ" else ()


def _with_e(t: Token, book: Codebook) -> str:
    """A verb's lemma, mended where its final e was lost: "raped" is of "rape", not "rap"."""
    bare = next((t.lower.removesuffix(x) for x in ("ed", "ing") if t.lower == t.lemma + x), "")
    return bare + "e" if bare and bare + "e" in book.verbs else t.lemma


def _not_an_act(doc: Document, t: Token) -> bool:
    """A noun that only describes another ("attack helicopter"), a participle that does ("the attacking side")."""
    if t.pos == "NOUN" and t.dep in {"compound", "nmod", "npadvmod"}:
        return True
    if t.pos == "ADJ":
        return t.dep not in {"acomp", "oprd"} and not (t.dep in {"amod", "conj"} and doc.kids(t, "xcomp"))
    return t.pos == "VERB" and t.dep in {"amod", "compound"}


def _consumed(doc: Document, t: Token, book: Codebook, args: Arguments) -> bool:
    """A noun that its verb's entry already tells of: "expressed *support*", "the *sanctions* were lifted"."""
    if t.pos != "NOUN" or t.dep not in {"dobj", "nsubjpass", "pobj"}:
        return False
    up = doc.head(t)
    up = doc.head(up) if up.pos == "ADP" else up
    told = match(doc, up, book, args) if up.pos == "VERB" else None
    if told is None:
        return False
    within = {t.lemma, t.lower} & set(told.phrase) or (
        told.entry.consumes and any(o.i == t.i for o in told.frame.objects)
    )
    return bool(within) and bool(args.first(told.frame, told.entry.actors_from))


def _widened(doc: Document, e: Entry, frame: Frame, words: Words) -> Frame:
    """A verb's frame with what belongs to its phrase: "voiced outrage *at* the army", "held *them* responsible"."""
    t = frame.head
    if t.pos != "VERB" or not (words or e.objects or e.preps_of):
        return frame
    within = (o for k in doc.kids(t, *_ABOUT) for o in (k, *doc.kids(k, "pobj")) if {o.lower, o.lemma} & set(words))
    left = (o for _, objects in frame.preps for o in objects if {o.lower, o.lemma} & e.preps_of)
    nouns = dict.fromkeys((*within, *(frame.objects if e.objects else ()), *left))
    small = [s for k in doc.kids(t, "ccomp") if k.lower in words for s in doc.kids(k, "nsubj")]
    more = [p for o in nouns if o.pos == "NOUN" for p in frame_of(doc, o).preps if p not in frame.preps]
    after = [o for w in words for o in frame.after(w)] if e.objects and not (frame.objects or small) else ()
    return replace(frame, objects=(*frame.objects, *small, *after), preps=(*frame.preps, *more))


def _around(doc: Document, t: Token) -> set[str]:
    """The words that may make a phrase of its head, wherever the construction puts them."""
    if t.pos in {"NOUN", "PROPN"}:
        about = {w for k in doc.kids(t, "compound", "amod", "nmod", "punct") for w in (k.lower, k.lemma)}
    else:
        about = set()
    for k in doc.kids(t, *(("prep",) if t.pos != "VERB" else _ABOUT)):
        about |= {k.lower, k.lemma}
        for o in doc.kids(k, "pobj", "prep"):
            about |= {o.lower, o.lemma}
    return about


def _fits(doc: Document, e: Entry, frame: Frame, args: Arguments, words: Words) -> bool:
    t = frame.head
    if t.lemma in e.needs_content and not _has_content(doc, t, frame):
        return False
    if t.lemma in e.needs_clause and not (doc.kids(t, *_CONTENT) or frame.after("for", "on", "upon")):
        return False
    if e.contents and not _contents(doc, frame) & e.contents:
        return False
    if e.preps_of and not (_after_any(doc, frame, e.preps_of) or _after_actor(e, frame, args)):
        return False
    if e.not_preps_of and _after_prep(doc, frame) & e.not_preps_of:
        return False
    if not _agent_fits(doc, e, frame, words):
        return False
    if t.pos == "VERB" and not _object_fits(doc, e, frame, args):
        return False
    if e.civilians:
        sectors = {args.cast.actors[a].sector for a in args.first(frame, e.actors_from) if a in args.cast.actors}
        return bool(sectors) and sectors <= _CIVIL
    return True


def _agent_fits(doc: Document, e: Entry, frame: Frame, words: Words) -> bool:
    """Whether who or what acts, and the words that describe a noun, leave the sense that the entry means."""
    within = (k for o in frame.objects if o.lemma in words for k in doc.kids(o, "compound", "amod"))
    owners = {w for k in (*frame.owners, *within) for w in (k.lemma, k.lower)}
    if owners & e.not_described or any(s.lemma in e.not_subjects or s.lower in e.not_subjects for s in frame.subjects):
        return False
    return not e.subjects or bool((owners | {w for s in frame.subjects for w in _lemmas(doc, s)}) & e.subjects)


def _contents(doc: Document, frame: Frame) -> set[str]:
    """The heads of the clauses that complete a word, and the nouns that it takes or that follow its prepositions."""
    clauses = {k.lemma for k in doc.kids(frame.head, *_CONTENT)}
    clauses |= {k.lemma for k in doc.kids(frame.head, "advcl") if any(a.tag == "TO" for a in doc.kids(k, "aux"))}
    within = {k.lemma for p in doc.kids(frame.head, "prep") for k in doc.kids(p, "pcomp")}
    nouns = (*frame.objects, *(o for _, objects in frame.preps for o in objects))
    return clauses | within | {w for o in nouns for w in _lemmas(doc, o)}


def _object_fits(doc: Document, e: Entry, frame: Frame, args: Arguments) -> bool:
    lemmas = {w for o in frame.objects for w in _lemmas(doc, o)}
    if lemmas & e.not_objects:
        return False
    if e.objects_actors and not (args.who.of_all(frame.objects) or frame.passive):
        return False
    if not e.objects:
        return True
    if not frame.objects:
        return "" in e.objects
    if "place" in e.objects and any(o.i in args.cast.located and o.pos == "PROPN" for o in frame.objects):
        return True
    return bool(lemmas & e.objects) or ("actor" in e.objects and bool(args.who.of_all(frame.objects)))


def _lemmas(doc: Document, o: Token) -> set[str]:
    """An object's words that tell what it is: its head, those joined to it, and what a measure is of."""
    if o.tag in {"WDT", "WP"} and doc.head(o).dep == "relcl":
        o = doc.head(doc.head(o))
    out = {o.lemma, o.lower}
    for k in doc.kids(o, "conj", "compound"):
        out |= {k.lemma}
    for p in doc.kids(o, "prep"):
        if p.lower == "of":
            out |= {x.lemma for x in doc.kids(p, "pobj")}
    return out


def _has_content(doc: Document, t: Token, frame: Frame) -> bool:
    if doc.kids(t, *_CONTENT) or frame.after("for", "to", "on"):
        return True
    return any(o.pos == "NOUN" for o in frame.objects)


def _after_any(doc: Document, frame: Frame, lemmas: frozenset[str]) -> bool:
    after = [o for _, objects in frame.preps for o in objects]
    after += [o for x in frame.objects for p in doc.kids(x, "prep") for o in doc.kids(p, "pobj")]
    return bool({w for o in (*after, *frame.objects) for w in _lemmas(doc, o)} & lemmas)


def _after_actor(e: Entry, frame: Frame, args: Arguments) -> bool:
    """Whether an actor or a named place follows a preposition, where the entry takes one for its words."""
    after = [o for _, objects in frame.preps for o in objects]
    if "actor" in e.preps_of and args.who.of_all(after):
        return True
    return "place" in e.preps_of and any(o.i in args.cast.located and o.pos == "PROPN" for o in after)


def _after_prep(doc: Document, frame: Frame) -> set[str]:
    return {w for _, objects in frame.preps for o in objects for w in _lemmas(doc, o)}


def _conditions(e: Entry) -> int:
    told = (e.objects, e.preps_of, e.civilians, e.objects_actors, e.subjects, e.contents)
    return sum(map(bool, told))
