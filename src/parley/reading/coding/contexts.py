"""Why an act is done: PLOVER's contexts, by the words about it (PLOVER manual, section on contexts)."""

from __future__ import annotations

from functools import cache

from parley.reading.document import Document, Token
from parley.reading.lexicon.tables import rows

_MOST = 4
"""More contexts than this tell nothing of an act."""


def contexts(doc: Document, head: Token) -> tuple[str, ...]:
    """The contexts that the words of an act's own clause signal, those that several signal first."""
    signalled: dict[str, int] = {}
    for t in _clause(doc, head):
        for c in _by_word().get(t.lemma, ()) or _by_word().get(t.lower, ()):
            signalled[c] = signalled.get(c, 0) + 1
    return tuple(sorted(signalled, key=lambda c: (-signalled[c], c))[:_MOST])


def _clause(doc: Document, head: Token) -> list[Token]:
    """The act's word with all below it; a noun's with its verb's other parts."""
    up = doc.head(head)
    return doc.subtree(up if head.pos == "NOUN" and up.pos in {"VERB", "AUX"} else head)


@cache
def _by_word() -> dict[str, tuple[str, ...]]:
    return {word: tuple(told.split()) for word, told in rows("contexts.tsv")}
