"""Whether what is said of an actor holds, held once, or does not hold."""

from __future__ import annotations

from parley.reading.assemble import Context
from parley.reading.coding.predication import is_past, neither
from parley.reading.document import Document, Token
from parley.terms.enums import Reality

FORMER = frozenset(
    {
        "former",
        "ex",
        "erstwhile",
        "onetime",
        "one-time",
        "late",
        "then",
        "past",
        "previous",
        "sometime",
        "ousted",
        "deposed",
    }
)
_TOLD = frozenset({Reality.HAPPENED, Reality.ONGOING})


def holds(doc: Document, at: Context, t: Token, verb: Token | None, lasting: bool = False) -> Reality | None:
    """`ongoing` or `happened` for what is told as so, `did-not-happen` for what is told as not so; None for the rest.

    `verb` bears the tense; without one only a word like "former" puts it in the past. `lasting` is for acts that show
    a standing by being done ("demanded"): they hold whatever the tense.
    """
    made = at.commitment(verb or t).reality
    if verb is not None and made in _TOLD and neither(doc, verb):
        made = Reality.DID_NOT_HAPPEN
    if verb is not None and made is Reality.DID_NOT_HAPPEN and not _not_only(doc, verb):
        return Reality.HAPPENED if _no_longer(doc, verb) else made
    if verb is not None and made not in _TOLD and made is not Reality.DID_NOT_HAPPEN:
        return None
    if is_former(doc, t) or (verb is not None and not lasting and is_past(doc, verb)):
        return Reality.HAPPENED
    return Reality.ONGOING


def is_former(doc: Document, t: Token) -> bool:
    """Whether a noun is marked as being so no more."""
    return any(k.lower in FORMER for k in doc.kids(t, "amod", "compound", "advmod", "nmod"))


def _not_only(doc: Document, verb: Token) -> bool:
    """As in "not only is it wary of": nothing is negated."""
    nots = (k for k in doc.kids(verb) if k.lower == "not")
    return any(x.lower in {"only", "just", "merely"} for k in nots for x in doc.kids(k))


def _no_longer(doc: Document, verb: Token) -> bool:
    return any(k.lower in {"longer", "more"} for k in doc.kids(verb, "advmod", "neg", "npadvmod"))
