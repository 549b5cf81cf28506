"""References and descriptions in the order of the text, so that a later one may lean on an earlier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from parley.reading.actors import echoes, phrases
from parley.reading.actors.cast import Cast
from parley.reading.actors.foretold import foretold
from parley.reading.actors.issuers import heads_of_state
from parley.reading.actors.references import References
from parley.reading.commitment.quotes import Quotation
from parley.reading.document import Document, Token
from parley.terms.enums import ActorType

_CLEARLY = 2
"""How many times as often as the next the state of a report must be met to be its home."""
_REFERRING = frozenset({"PRON", "NOUN", "PROPN", "ADJ"})
"""What refers to somebody or describes them."""
_SENT = frozenset({
    "representative", "envoy", "delegate", "delegation", "negotiator", "official", "emissary", "leader", "commander",
})  # fmt: skip
"""Who comes for others."""
_ABROAD = frozenset({ActorType.MEDIA, ActorType.IGO})


def refer(doc: Document, cast: Cast, day: str | None = None, quotes: Sequence[Quotation] = ()) -> None:
    """Note pronouns, definite references and described actors; `quotes` tell who says "I"."""
    whose = home(cast)
    echoes.repeated(doc, cast)
    references = References(doc, cast, quotes, day)
    for t in doc.tokens:
        if (t.pos not in _REFERRING and t.tag != "PRP$") or not cast.free(t.i, t.i + 1):
            continue
        if references.pronoun(t) or references.beside(t) or references.definite(t) or heads_of_state(doc, cast, t):
            continue
        told = len(cast.found)
        for o in _sending(doc, t):
            if cast.free(o.i, o.i + 1) and not references.definite(o):
                phrases.describe(doc, cast, o, whose or references.bodies.governing(t), day)
        phrases.describe(doc, cast, t, whose or references.bodies.governing(t), day)
        for f in cast.found[told:]:
            references.bodies.note(f)
    told = len(cast.found)
    references.spoken()
    for f in cast.found[told:]:
        ours = doc.head(doc.tokens[f.head])
        if f.modifier and cast.free(ours.i, ours.i + 1):
            phrases.describe(doc, cast, ours, whose, day)
    foretold(doc, cast)


def _sending(doc: Document, t: Token) -> list[Token]:
    """As in "representatives *of the government* and *of the rebels*": who sends them is told behind them."""
    if t.lemma not in _SENT:
        return []
    of = [p for p in doc.kids(t, "prep") if p.lower in {"of", "from"}]
    of += [k for p in of for k in doc.kids(p, "conj") if k.lower == p.lower]
    first = [o for p in of for o in doc.kids(p, "pobj")]
    return [o for n in first for o in (n, *doc.kids(n, "conj")) if o.pos == "NOUN"]


def home(cast: Cast) -> str | None:
    """The state in which a report plays: the one whose actors it names most, if clearly; else None."""
    seen = Counter(c for f in cast.found for a in f.actors if (c := _country(cast, a)))
    ranked = seen.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] < _CLEARLY * ranked[1][1]):
        return None
    return next((a for a in cast.actors if a in cast.gazetteer.entries and _is_state(cast, a, ranked[0][0])), None)


def _country(cast: Cast, actor: str) -> str | None:
    return None if cast.type_of(actor) in _ABROAD else cast.country_of(actor)


def _is_state(cast: Cast, actor: str, country: str) -> bool:
    return cast.type_of(actor) is ActorType.STATE and cast.country_of(actor) == country
