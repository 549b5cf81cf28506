"""What the press or rumour has: "Reuters *has* him slipping away", "rumour *has it* that he left"."""

from __future__ import annotations

from parley.reading.document import Document, Token

_AGENCIES = frozenset({
    "AP", "AFP", "BBC", "CNN", "RFI", "RTL", "VOA", "NPR", "UPI", "DPA", "ANSA", "EFE", "IRNA", "ISNA", "SANA", "KCNA",
    "Xinhua", "Tass", "TASS", "Interfax", "Reuters", "Bloomberg", "Novosti", "Anadolu", "Kyodo", "Yonhap", "Khovar",
    "NTV", "NHK", "ABC", "NBC", "CBS", "ITV", "Haaretz", "Yedioth", "Spiegel", "Pravda", "Izvestia", "Dawn",
})  # fmt: skip
_PRESS = frozenset({
    "times", "post", "news", "press", "radio", "tv", "television", "herald", "telegraph", "tribune", "gazette",
    "express", "mail", "guardian", "observer", "journal", "daily", "standard", "star", "agency", "chronicle",
    "independent", "mirror", "sun", "globe", "monitor", "review", "courier", "echo", "bulletin", "arabiya", "jazeera",
})  # fmt: skip
_TELLERS = frozenset({
    "rumour", "rumor", "legend", "report", "statement", "story", "account", "version", "paper", "newspaper", "bulletin",
    "website", "site", "dispatch", "communique", "communiqué", "gossip", "tale", "broadcast", "word", "lore",
})  # fmt: skip
"""What is told by nobody in particular, or by whom a word beside it names."""
_FORMS = frozenset({"VBG", "VBN", "VBD", "VBZ"})
_CLAUSES = frozenset({"ccomp", "advcl", "acl", "xcomp"})


def press_has(doc: Document, cur: Token, up: Token) -> tuple[Token, ...] | None:
    """The words for who tells what hangs on "has", () for nobody in particular; None where it tells nothing.

    Of anybody but the press and what is rumoured, having somebody do something is no telling.
    """
    of_it = cur.dep == "relcl" and up.lower == "it"
    verb = doc.head(up) if (cur.dep == "acl" or of_it) and up.dep == "dobj" else up
    if verb.lemma != "have" or cur.tag not in _FORMS or not (cur.dep in _CLAUSES or of_it) or cur.i < verb.i:
        return None
    who = tuple(s for s in doc.kids(verb, "nsubj") if s.i < verb.i)
    it = any(k.lower == "it" and k.i > verb.i for k in doc.kids(verb, "dobj", "nsubj"))
    if not who or not (it or any(_of_the_press(doc, s) for s in who)):
        return None
    return tuple(s for s in who if s.lemma not in _TELLERS)


def _of_the_press(doc: Document, t: Token) -> bool:
    words = (t, *doc.kids(t, "compound", "amod"))
    return t.lemma in _TELLERS or (t.pos == "PROPN" and any(w.text in _AGENCIES or w.lower in _PRESS for w in words))
