"""Mends attachments that the small parser gets wrong in a way that words alone can tell."""

from __future__ import annotations

from dataclasses import replace

from parley.reading.commitment.signatures import Lexicon
from parley.reading.document import Document, Token


def mend(doc: Document, lexicon: Lexicon) -> Document:
    """The same document with some words hung where their verb's pattern says that they belong."""
    moved = {t.i: to for t in doc.tokens if (to := _gerund_of_accusation(doc, t, lexicon)) is not None}
    if not moved:
        return doc
    tokens = tuple(replace(t, head=moved[t.i]) if t.i in moved else t for t in doc.tokens)
    return Document(doc.text, tokens, doc.sentences, doc.entities)


def _gerund_of_accusation(doc: Document, t: Token, lexicon: Lexicon) -> int | None:
    """"accused by Afghan leaders of harbouring": the gerund belongs to the accusing, not to the leaders."""
    if t.dep != "prep" or t.lower not in {"of", "for"} or not doc.kids(t, "pcomp"):
        return None
    noun = doc.head(t)
    if noun.pos not in {"NOUN", "PROPN"}:
        return None
    up = doc.head(noun)
    verb = doc.head(up) if noun.dep == "pobj" and up.dep in {"agent", "prep"} else up
    takes = any(t.lower in s.takes and s.voice is not None for s in lexicon.of("verb", verb.lemma))
    return verb.i if takes and verb.pos == "VERB" and noun.dep in {"dobj", "pobj", "nsubjpass"} else None
