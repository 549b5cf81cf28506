"""The words of a phrase as the report has them."""

from __future__ import annotations

from collections.abc import Iterable

from parley.reading.document import Document, Token


def spaced(text: str) -> str:
    """Words with one plain space between them, however the report sets them.

    >>> spaced("the  old\u00a0 bridge")
    'the old bridge'
    """
    return " ".join(text.split())


def noun_text(doc: Document, t: Token) -> str:
    """A noun with the words before it that describe it, without article: "border security"."""
    first = t.i
    while (
        first > 0
        and doc.tokens[first - 1].dep in {"amod", "compound", "nmod"}
        and first - 1 <= doc.tokens[first - 1].head <= t.i
    ):
        first -= 1
    return spaced(doc.text[doc.tokens[first].start : t.end])


def phrase_text(doc: Document, t: Token, leaving: Iterable[Token] = ()) -> str:
    """A phrase from its first word to its last, without relative clauses and what hangs on `leaving`.

    It is one stretch of the text: what stands after a part left out is left out as well.
    """
    inside = kept(doc, t, leaving)
    return spaced(doc.text[inside[0].start : inside[-1].end]) if inside else t.text


def kept(doc: Document, t: Token, leaving: Iterable[Token] = ()) -> list[Token]:
    """The words of a phrase in one stretch, up to the first part left out after its head."""
    out = {x.i for top in leaving for x in doc.subtree(top)}
    for k in doc.subtree(t):
        if k.dep in {"relcl", "parataxis"} and k.i > t.i:
            out |= {x.i for x in doc.subtree(k)}
    words = [x for x in doc.subtree(t) if x.i not in out or x.i == t.i]
    end = next((n for n, x in enumerate(words) if n and x.i > t.i and _gap(doc, words[n - 1], x)), len(words))
    words = words[:end]
    while words and words[-1].pos in {"PUNCT", "CCONJ", "SCONJ"} and words[-1].i != t.i:
        words.pop()
    while words and words[0].pos == "PUNCT":
        words.pop(0)
    return words


def _gap(doc: Document, before: Token, after: Token) -> bool:
    return any(doc.tokens[i].pos != "PUNCT" for i in range(before.i + 1, after.i))
