"""Cues to voices: who is heard on a predicate, with what stance, through whom."""

from __future__ import annotations

from collections.abc import Iterable

from parley.reading.actors.unnamed import unnamed
from parley.reading.actors.who import Who
from parley.reading.commitment.calculus import Commitment, Cue
from parley.reading.commitment.quotes import Quotation
from parley.reading.document import Document, Token
from parley.reading.lexicon.tables import people
from parley.reading.predicates.texts import writers
from parley.terms.enums import Stance
from parley.terms.values import REPORT, Voice

_BODIES = frozenset({"group", "organisation", "organization", "network", "movement", "party"})
"""Nouns that tell who speaks only with a word that tells which: "a monitoring group"."""
_MERE = frozenset({
    "analyst", "observer", "expert", "insider", "commentator", "eyewitness", "specialist", "pundit", "investigator",
    "critic", "monitor", "neighbour", "neighbor", "people", "man", "ally", "figure", "side", "power", "country",
})  # fmt: skip
"""Nouns for whoever is heard, that alone tell nothing: "analysts say"."""
_WHICH = frozenset({"other", "same", "new", "first", "second", "third", "several", "many", "small", "large", "main"})


def voices_of(
    report: str,
    doc: Document,
    t: Token,
    made: Commitment,
    who: Who,
    quotes: Iterable[Quotation],
    doers: Iterable[str] = (),
) -> tuple[Voice, ...]:
    """The voices of the predicate at a token. The innermost speaks; those outside it pass on (`via`)."""
    cues = (*made.cues, *_quoting(doc, t, made.cues, quotes))
    if not cues:
        return (Voice(report, REPORT, Stance.ASSERTS),)
    chain = [_speakers(c, who) for c in cues]
    inner, outer = cues[0], chain[1:]
    via = tuple(dict.fromkeys(s for speakers in outer for s in speakers if s not in chain[0]))
    heard = [_voice(report, doc, inner, s, via, doers) for s in chain[0] or (None,)]
    denied = next((i for i, c in enumerate(cues[1:], 1) if c.stance is Stance.DENIES), None)
    if denied is not None and inner.stance is not Stance.DENIES:
        heard = [_unless_same(v, chain[denied]) for v in heard]
        heard += [_voice(report, doc, cues[denied], s, (), ()) for s in chain[denied] or (None,)]
    return tuple(heard)


def _unless_same(v: Voice, deniers: tuple[str, ...]) -> Voice:
    """A claim that its own denier reports is somebody else's."""
    return Voice(v.report, None, Stance.ALLEGES, (), v.quote, v.start, v.end) if v.who in deniers else v


def _speakers(cue: Cue, who: Who) -> tuple[str, ...]:
    found = who.of_all(cue.speakers) or who.of_all(w for t in cue.speakers for w in writers(who.doc, t))
    if found:
        return found
    inside = (who.cast.covered.get(t.i) for t in cue.speakers)
    named = tuple(dict.fromkeys(a for f in inside if f is not None for a in f.actors))
    return named or tuple(
        dict.fromkeys(a for t in cue.speakers if _told_apart(who.doc, t) for a in unnamed(who.doc, who.cast, t))
    )


def _told_apart(doc: Document, t: Token) -> bool:
    """Whether a noun tells who speaks by what they are: "a taxi driver"; officials and aides stay nobody."""
    if t.lemma in _BODIES | _MERE:
        return any(k.pos != "PROPN" and k.lower not in _WHICH for k in doc.kids(t, "compound", "amod"))
    known = people().get(t.lemma)
    return known is not None and known.kind in {"own", "forces"}


def _voice(
    report: str, doc: Document, cue: Cue, speaker: str | None, via: tuple[str, ...], doers: Iterable[str]
) -> Voice:
    stance = cue.stance
    if stance is Stance.ADMITS and speaker not in set(doers):
        stance = Stance.ASSERTS
    if speaker is None and stance in {Stance.ASSERTS, Stance.ADMITS}:
        stance = Stance.ALLEGES
    return Voice(report, speaker, stance, via, cue.word.span.of(doc.text), cue.word.start, cue.word.end)


def _quoting(doc: Document, t: Token, cues: tuple[Cue, ...], quotes: Iterable[Quotation]) -> tuple[Cue, ...]:
    """The speaker of the quotation that a word stands in, unless a cue on its path is that very speech."""
    for q in quotes:
        if q.first <= t.i < q.last and q.cue is not None:
            outside = [c for c in cues if not q.first <= c.word.i < q.last and c.signature != "allegedly"]
            return () if outside else (Cue(q.cue, Stance.ASSERTS, q.speakers, "quotation"),)
        if q.first <= t.i < q.last and q.speakers and not cues:
            return (Cue(q.speakers[0], Stance.ASSERTS, q.speakers, "quotation"),)
        if q.first <= t.i < q.last and q.alone and not cues:
            return (Cue(doc.tokens[q.first], Stance.ASSERTS, (), "quotation"),)  # somebody said so, nobody knows who
    return ()
