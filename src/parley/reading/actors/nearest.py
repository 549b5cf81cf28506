"""The nearest mention that a reference may mean, sentence by sentence, its subject first."""

from __future__ import annotations

from collections.abc import Callable

from parley.reading.actors.cast import Cast, Found
from parley.reading.actors.salience import before
from parley.reading.document import Document, Token
from parley.terms.enums import ActorType

PERSON = frozenset({ActorType.PERSON})
COLLECTIVE = frozenset({
    ActorType.STATE, ActorType.GOVERNMENT, ActorType.ARMED_GROUP, ActorType.PARTY, ActorType.IGO,
    ActorType.ORGANISATION, ActorType.MEDIA,
})  # fmt: skip
PLURAL = frozenset({ActorType.POPULATION, ActorType.GROUP, ActorType.ARMED_GROUP, ActorType.PARTY})
REBELS = frozenset({ActorType.ARMED_GROUP, ActorType.PARTY, ActorType.ORGANISATION})
STATES = frozenset({ActorType.STATE, ActorType.GOVERNMENT})


def is_of(cast: Cast, f: Found, types: frozenset[ActorType]) -> bool:
    """Whether all actors of a mention are of these kinds."""
    return {cast.type_of(a) for a in f.actors} <= types


def nearest(
    doc: Document,
    cast: Cast,
    t: Token,
    fits: Callable[[Found], bool],
    *,
    together: bool = False,
    contested: bool = False,
) -> tuple[str, ...]:
    """The fitting mention of the nearest sentence that has one: its subject first; two rivals without one, nobody.

    `together` takes coordinated mentions as one, for a reference in the plural; `contested` lets whoever is named
    between the subject of the same sentence and a noun contest it: in "Norway spoke for Sweden in the country", nobody.
    """
    by_back: dict[int, list[Found]] = {}
    for back, mention in before(doc, cast, t):
        f = together_with(doc, cast, mention) if together else mention
        if fits(f) and not _same_clause_object(doc, t, f):
            by_back.setdefault(back, []).append(f)
    if together and 0 not in by_back and _others_spoken_of(doc, cast, t):
        return ()
    for back in sorted(by_back):
        here = by_back[back]
        subjects = [f for f in here if doc.tokens[f.head].dep in {"nsubj", "nsubjpass"} and not f.modifier]
        pool = (_of_main_clause(doc, subjects) if back else ()) or subjects or here
        if subjects and back == 0:
            rival = next((f for f in here if not f.modifier), pool[0])
            return () if contested and rival.actors != pool[0].actors else pool[0].actors
        rivals = {f.actors for f in pool}
        if len(rivals) == 1 or subjects:
            return (pool[-1] if back else pool[0]).actors
        return ()
    return ()


def _of_main_clause(doc: Document, subjects: list[Found]) -> list[Found]:
    """The subjects of a sentence's main clause: of "Norway, which fell when Sweden left, was not asked", Norway."""
    verbs = ((f, doc.head(doc.tokens[f.head])) for f in subjects)
    return [f for f, verb in verbs if verb.dep == "ROOT" or (verb.dep == "conj" and doc.head(verb).dep == "ROOT")]


def together_with(doc: Document, cast: Cast, f: Found) -> Found:
    """A mention with those that are coordinated with it, as one: "Norway and Sweden" are "they"."""
    heads = [doc.tokens[f.head]]
    while heads[0].dep == "conj":
        heads = [doc.head(heads[0])]
    for h in heads:
        heads.extend(doc.kids(h, "conj"))
    parts = [p for h in heads if (p := cast.by_head.get(h.i))]
    if f.modifier or len(parts) < 2 or len(parts) < len(heads):
        return f
    actors = tuple(dict.fromkeys(a for p in parts for a in p.actors))
    return Found(parts[0].first, parts[-1].last, heads[0].i, actors, f.how)


def _others_spoken_of(doc: Document, cast: Cast, t: Token) -> bool:
    """As in "Whatever the talks yield, they …": the sentence itself has a plural subject that is no actor."""
    earlier = doc.tokens[doc.sentence_of(t).first : t.i]
    return any(w.tag == "NNS" and w.dep in {"nsubj", "nsubjpass"} and w.i not in cast.covered for w in earlier)


def _same_clause_object(doc: Document, t: Token, f: Found) -> bool:
    """A personal pronoun that is an object is not its own clause's subject."""
    head = doc.tokens[f.head]
    return (
        t.dep in {"dobj", "pobj", "dative"}
        and head.dep == "nsubj"
        and t.tag == "PRP"
        and doc.head(head) in list(doc.path_up(t))[:2]
    )
