"""Whose a noun is: the actors that modify or own it, and whom those stand for."""

from __future__ import annotations

from parley.reading.actors.cast import Cast
from parley.reading.document import Document, Token
from parley.reading.lexicon.tables import People, people
from parley.terms.enums import ActorType, How

_MODIFIES = frozenset({"amod", "compound", "nmod", "poss"})
_WITHIN = frozenset({"of", "in", "from"})
SPEAKS_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson", "representative", "envoy", "negotiator", "lawyer"})


def people_of(t: Token) -> People | None:
    """What a word says of people; a plural that opens a sentence may be tagged as a name."""
    known = people().get(t.lemma) or people().get(t.lower)
    if known is None and t.tag in {"NNP", "NNPS"} and not t.ent:
        low = t.lower
        known = people().get(low.removesuffix("s")) or people().get(low.removesuffix("men") + "man")
    return known


def _turned(doc: Document, t: Token) -> bool:
    """As in "pro-Norwegian rebels", "anti-Norwegian crowds": those are not Norway's; its slogans are against it."""
    before = doc.tokens[max(0, t.i - 2) : t.i]
    if [w.lower for w in before[1:]] != ["-"]:
        return False
    return before[0].lower in {"pro", "non"} or (before[0].lower == "anti" and people_of(doc.head(t)) is not None)


def owners_of(doc: Document, cast: Cast, t: Token) -> tuple[str, ...]:
    """The actors that modify or own a noun: "Norwegian", "Norway's", "of Norway", "Hamas"."""
    out: list[str] = []
    for kid in doc.kids(t):
        if kid.dep in _MODIFIES and kid.i in cast.covered and not _turned(doc, kid):
            out.extend(cast.covered[kid.i].actors)
            joined = (cast.covered[c.i] for c in doc.kids(kid, "conj") if c.i in cast.covered)
            out.extend(a for f in joined for a in f.actors)
        elif kid.tag == "WP$":
            out.extend(_whose(doc, cast, t))
        elif kid.dep == "prep" and (kid.lower in _WITHIN or (kid.lower == "for" and t.lemma in SPEAKS_FOR)) and not out:
            again = [k for k in doc.kids(kid, "conj") if k.lower == kid.lower]  # "of Norway and of Sweden"
            named = [o for p in (kid, *again) for o in doc.kids(p, "pobj")]
            inside = [cast.covered[o.i] for o in _and_others(doc, named) if o.i in cast.covered]
            out.extend(a for f in inside if kid.lower != "in" or f.how is not How.PRONOUN for a in f.actors)
    if not out and t.dep == "conj" and _shares_owner(doc, cast, t):
        return owners_of(doc, cast, doc.head(t))
    return tuple(dict.fromkeys(out))


def _whose(doc: Document, cast: Cast, t: Token) -> tuple[str, ...]:
    """As in "Norway, *whose* army fled": whose the noun is, by the name that the clause describes."""
    clause = next((up for up in doc.path_up(t) if up.dep == "relcl"), None)
    found = cast.by_head.get(doc.head(clause).i) if clause is not None else None
    return found.actors if found is not None else ()


def _and_others(doc: Document, tokens: list[Token]) -> list[Token]:
    """Nouns and those coordinated with them: "the leaders of Norway and Sweden"."""
    out = list(tokens)
    for t in out:
        out.extend(c for c in doc.kids(t, "conj") if c.pos not in {"VERB", "AUX"})
    return out


def _shares_owner(doc: Document, cast: Cast, t: Token) -> bool:
    """As in "Iran's ministry and media", "US diplomats and military officials": one owner before both."""
    before = doc.head(t)
    if any(k.dep == "poss" for k in doc.kids(before)):
        return True
    bare = not doc.kids(t, "det", "poss") and t.tag in {"NN", "NNS"}
    armed = all(p is not None and p.kind == "forces" for p in (people_of(t), people_of(before)))
    plain = bare and (armed or t.tag == before.tag == "NNS")
    return plain and any(k.i in cast.covered for k in doc.kids(before, "amod", "compound"))


def principals(doc: Document, cast: Cast, t: Token, known: People | None, day: str | None) -> tuple[str, ...] | None:
    """Whose people a noun names; of a person's, whom that person stands for; None where a pronoun leaves it open."""
    owners = owners_of(doc, cast, t)
    if not owners:
        return None if any(k.tag in {"PRP$", "WP$"} for k in doc.kids(t, "poss")) else ()
    if known is None or known.kind in {"own", "office"} or {cast.type_of(o) for o in owners} != {ActorType.PERSON}:
        return owners
    whole = tuple(dict.fromkeys(p for o in owners if (p := principal(cast, o, day))))
    return whole or owners


def principal(cast: Cast, person: str, day: str | None) -> str | None:
    """The one whole that a listed person stands for on a day, if one alone."""
    entry = cast.gazetteer.entries.get(person)
    if entry is None:
        return None
    held = {o.of for o in entry.offices if (o.start or "") <= (day or "9999") <= (o.end or "9999")}
    whole = held or ({entry.parent} if entry.parent else set())
    known = [w for w in whole if w in cast.gazetteer.entries]
    return cast.entry(known[0]) if len(known) == 1 else None
