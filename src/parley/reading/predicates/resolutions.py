"""Resolutions and communiqués: "The Council," stands above, and below it, line by line, what it does."""

from __future__ import annotations

from parley.reading.document import Document, Token

INTENDED = frozenset({
    "offer", "plan", "promise", "decision", "threat", "attempt", "pledge", "proposal", "refusal", "willingness",
    "readiness", "intention", "commitment", "agreement", "effort", "bid", "failure", "right", "determination",
})  # fmt: skip
"""What somebody has to do something: "the offer of Norway to host them"."""
_LONGEST = 15
"""Words of a heading that names who resolves."""
_LEADING = frozenset({"advmod", "cc", "punct", "nummod"})


def issuer_above(doc: Document, t: Token) -> tuple[Token, ...]:
    """Who does what a line tells that begins with its verb: "Strongly *condemns* the attack"; () elsewhere."""
    s = doc.sentence_of(t)
    if t.dep != "ROOT" or t.tag != "VBZ" or any(w.dep not in _LEADING for w in doc.tokens[s.first : t.i]):
        return ()
    if "headings" not in doc.kept:
        found = ((n, _heading(doc, n)) for n in range(len(doc.sentences)))
        doc.kept["headings"] = {n: h for n, h in found if h is not None}
    above = [h for n, h in doc.kept["headings"].items() if n < s.index]
    return (above[-1],) if above else ()


def _heading(doc: Document, n: int) -> Token | None:
    """As in "The Peace and Security Council," on a line of its own: its noun."""
    s = doc.sentences[n]
    words = doc.tokens[s.first : s.last]
    if not 2 < len(words) <= _LONGEST or words[0].lower != "the" or words[-1].text != ",":
        return None
    if any(w.pos in {"VERB", "AUX"} or (w.text == "," and w.i != words[-1].i) for w in words):
        return None
    root = next((w for w in words if w.head == w.i), None)
    return root if root is not None and root.pos == "PROPN" else None
