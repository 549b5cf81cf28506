"""What is between two actors: relations, ties, a rivalry; between whom, and of what quality."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from parley.reading.coding.arguments import Arguments
from parley.reading.coding.tie_ends import Actors, named, regions
from parley.reading.coding.tiebook import Quality, Tiebook, TieWording
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import Frame, frame_of, is_passive, subjects_of
from parley.terms.bodies import Tie
from parley.terms.enums import Relation

BEARS = frozenset({"have", "enjoy", "maintain", "keep", "retain", "share", "boast", "preserve"})
"""Verbs that lend a bond their subject and say no more than that it is there."""
BUILDS = frozenset(
    {
        "cement",
        "strengthen",
        "deepen",
        "forge",
        "cultivate",
        "nurture",
        "consolidate",
        "bolster",
        "foster",
        "tighten",
        "develop",
        "build",
    }
)
"""Verbs by which a bond is made closer."""
_MAKING = frozenset(
    {"establish", "restore", "seek", "create", "form", "improve", "mend", "repair", "normalise", "normalize"}
)
_WITH = ("with", "to", "toward", "towards")
_NO = frozenset({"no", "little", "few", "without", "scant"})
_SUFFERING = frozenset({"amid", "despite", "by", "over", "given", "from", "through", "notwithstanding"})
"""Prepositions under which a bond is that of the clause's subject: "roiled by tense relations with"."""
_JOINING = frozenset({"separate", "divide", "unite", "bind", "pit", "mark", "link", "join"})
"""Verbs whose objects are the two that a bond is between: "mistrust divides Klow and Strelsau"."""


@dataclass(frozen=True, slots=True)
class Bond:
    """Who stands to whom how; `verb` is the verb that tells of it, if one does."""

    tie: Tie
    verb: Token | None


def bond(doc: Document, t: Token, wording: TieWording, book: Tiebook, args: Arguments) -> Bond | None:
    """The bond that a noun names, where both sides are known and its quality is."""
    lacking = any(k.lower in _NO for k in doc.kids(t, "det", "amod"))
    if t.dep in {"compound", "amod"} or (lacking and wording.lacking is None) or _yet_to_make(doc, t):
        return None
    verb = _telling(doc, t, book)
    from_, to = _sides(doc, t, verb, args)
    if not from_ or not to:
        return None
    kind = (wording.lacking, -1) if lacking else _kind(doc, t, verb, wording, book)
    if kind is None or kind[0] is None:
        return None
    if verb is not None and wording.relation is None and t.dep in {"nsubj", "nsubjpass"} and _denied(doc, verb):
        # "relations were never warm" says what they are; "are not tense" leaves it open
        return Bond(Tie(from_, to, Relation.HOSTILE, -1), None) if kind[1] > 0 else None
    return Bond(Tie(from_, to, kind[0], kind[1]), verb)


def _yet_to_make(doc: Document, t: Token) -> bool:
    """As in "aimed at establishing close relations": what is meant to be made is not there."""
    up = doc.head(t)
    if t.dep != "dobj" or up.pos != "VERB" or up.lemma not in _MAKING | BUILDS:
        return False
    purpose = up.tag == "VBG" and up.dep == "pcomp" and doc.head(up).lower in {"at", "for", "of", "toward", "towards"}
    return purpose or any(k.tag == "TO" for k in doc.kids(up, "aux"))


def _telling(doc: Document, t: Token, book: Tiebook) -> Token | None:
    """The verb that says that a bond is there or what it is like."""
    up = doc.head(t)
    if up.pos not in {"VERB", "AUX"}:
        return None
    if t.dep in {"dobj", "nsubjpass"} and (up.lemma in BEARS or up.lemma in BUILDS):
        return up
    if t.dep in {"nsubj", "nsubjpass"}:
        return up if doc.kids(up, "acomp", "oprd") or book.qualities.of(up) or up.lemma in {"be", "remain"} else None
    return up if t.dep == "attr" and up.lemma in {"be", "remain"} else None


def _sides(doc: Document, t: Token, verb: Token | None, args: Arguments) -> tuple[Actors, Actors]:
    frame = frame_of(doc, t)
    between = named(args, frame.after("between", "among")) or _joined_by(doc, t, args)
    if len(between) > 1:
        return between[:1], between[1:]
    others = named(args, frame.after(*_WITH))
    owners = _owners(doc, t, args)
    if verb is not None and t.dep in {"dobj", "nsubjpass"}:
        others = others or named(args, frame_of(doc, verb).after("with"))
        bearers = owners or named(args, _passive_or_active(doc, verb))
        return _each(bearers) if _with_none(frame) and not others else _apart(bearers, others)
    if others:
        sufferers = _sufferers(doc, t)
        return _apart(owners or named(args, sufferers) or regions(args, sufferers), others)
    return _each(owners)


def _each(actors: Actors) -> tuple[Actors, Actors]:
    """Of several who share a bond: the first, and the rest."""
    return (actors[:1], actors[1:]) if len(actors) > 1 else ((), ())


def _with_none(frame: Frame) -> bool:
    return not frame.after(*_WITH)


def _joined_by(doc: Document, t: Token, args: Arguments) -> Actors:
    """As in "deep mistrust divides Klow and Strelsau"."""
    up = doc.head(t)
    if t.dep != "nsubj" or up.lemma not in _JOINING or up.pos != "VERB":
        return ()
    return named(args, frame_of(doc, up).objects)


def _sufferers(doc: Document, t: Token) -> tuple[Token, ...]:
    """Who is troubled by a bond that has no owner: "amid tense relations with Klow, Strelsau"."""
    prep = doc.head(t)
    verb = doc.head(prep)
    if t.dep != "pobj" or prep.lower not in _SUFFERING or verb.pos not in {"VERB", "AUX"}:
        return ()
    return tuple(doc.kids(verb, "nsubjpass")) or subjects_of(doc, verb)


def _passive_or_active(doc: Document, verb: Token) -> tuple[Token, ...]:
    if is_passive(doc, verb):
        return tuple(o for k in doc.kids(verb, "agent") for o in doc.kids(k, "pobj"))
    return subjects_of(doc, verb)


def _apart(one: Actors, other: Actors) -> tuple[Actors, Actors]:
    return one, tuple(a for a in other if a not in one)


def _owners(doc: Document, t: Token, args: Arguments) -> Actors:
    """Whose a bond is: possessors, and names before it ("Chad-Sudan relations", "Chadian-Sudanese")."""
    out: list[str] = []
    for k in doc.kids(t, "poss", "compound", "amod", "nmod"):
        if k.tag == "WP$":
            out.extend(a for up in doc.path_up(t) if up.dep == "relcl" for a in args.who.of(doc.head(up)))
        out.extend(_with_hyphenated(doc, k, args))
        out.extend(a for c in doc.kids(k, "conj") for a in args.who.of(c))
    return tuple(dict.fromkeys(out))


def _with_hyphenated(doc: Document, k: Token, args: Arguments) -> Iterator[str]:
    for x in (*doc.kids(k, "compound", "amod", "nmod", "npadvmod", "punct"), k):
        found = args.cast.covered.get(x.i)
        if found is not None:
            yield from found.actors


def _kind(
    doc: Document, t: Token, verb: Token | None, wording: TieWording, book: Tiebook
) -> tuple[Relation, int] | None:
    qualities = list(_qualities(doc, t, verb, book))
    signs = {q.sign for q in qualities}
    if len(signs) > 1 or 0 in signs:
        return Relation.MIXED, 0
    if wording.relation is not None:
        return wording.relation, wording.sign
    if qualities:
        return qualities[0].relation, qualities[0].sign
    if (
        verb is not None
        and t.dep in {"dobj", "nsubjpass"}
        and (verb.lemma in BUILDS or verb.lemma == "enjoy" or wording.settled)
    ):
        return Relation.FRIENDLY, 1
    return None


def _qualities(doc: Document, t: Token, verb: Token | None, book: Tiebook) -> Iterator[Quality]:
    about = [k for k in doc.kids(t, "amod", "acl", "relcl", "appos") if k.i != t.i]
    about += [c for k in about for c in doc.kids(k, "conj", "acomp")]
    if verb is not None and t.dep not in {"dobj"}:
        about += [verb, *doc.kids(verb, "acomp", "attr", "oprd")]
        about += [
            o for k in doc.kids(verb, "agent", "prep") for o in doc.kids(k, "pobj") if k.lower in {"by", "at", "on"}
        ]
        about += [c for k in about for c in doc.kids(k, "conj") if k.i != t.i]
    for k in dict.fromkeys(about):
        found = next((q for _, q in book.qualities.fitting(doc, k)), None)
        if found is not None:
            yield replace(found, relation=Relation.HOSTILE, sign=-1) if found.sign > 0 and _denied(doc, k) else found


def _denied(doc: Document, t: Token) -> bool:
    """As in "relations, never warm, are"."""
    return any(k.lower in {"never", "not", "hardly", "scarcely", "anything"} for k in doc.kids(t, "neg", "advmod"))
