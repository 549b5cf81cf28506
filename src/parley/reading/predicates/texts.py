"""Texts that are said to speak: whose words they are."""

from __future__ import annotations

from parley.reading.document import Document, Token

_TEXTS = frozenset({
    "article", "editorial", "report", "statement", "story", "column", "dispatch", "communique", "communiqué", "letter",
    "documentary", "study", "paper", "commentary", "leaflet", "broadcast", "book", "memo", "declaration", "note",
    "tweet", "post", "message", "proclamation", "appeal", "survey", "investigation", "inquiry", "bulletin", "essay",
    "op-ed", "manifesto", "pamphlet", "press release", "release", "video", "recording", "tape", "telegram", "cable",
    "petition",
})  # fmt: skip
_PLACES = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})


def writers(doc: Document, t: Token) -> tuple[Token, ...]:
    """Who speaks in a text: "an editorial *in the Gazette*", "a statement *by the ministry*", "*Amnesty's* report"."""
    if t.lemma not in _TEXTS or t.pos not in {"NOUN", "PROPN"}:
        return ()
    behind = [
        o
        for p in doc.kids(t, "prep")
        if p.lower in {"by", "from", "in", "of"}
        for o in doc.kids(p, "pobj")
        if p.lower not in {"in", "of"} or (o.pos == "PROPN" and o.ent not in _PLACES)
    ]
    return tuple(behind) or tuple(doc.kids(t, "poss"))
