"""Mends words of saying that stand in passing: "…, hospitals say, …", "…, missing it, according to Hess"."""

from __future__ import annotations

from dataclasses import replace

from parley.reading.commitment.signatures import Lexicon
from parley.reading.document import Document, Token

SAID = {
    **dict.fromkeys((
        "said", "reported", "claimed", "maintained", "insisted", "charged", "alleged", "admitted", "confirmed",
        "announced", "added", "contended", "averred", "argued", "recalled", "complained", "swore", "protested",
        "related", "confided", "recounted", "testified", "attested", "stated", "murmured", "whispered", "fumed",
    ), "VBD"),
    **dict.fromkeys((
        "says", "reports", "claims", "maintains", "insists", "charges", "alleges", "admits", "confirms", "announces",
        "adds", "contends", "avers", "argues", "recalls", "complains", "swears", "protests", "relates", "confides",
        "recounts", "testifies", "attests", "states", "murmurs", "whispers", "fumes",
    ), "VBZ"),
    **dict.fromkeys((
        "say", "report", "claim", "maintain", "insist", "allege", "admit", "confirm", "contend", "relate", "confide",
        "recount", "testify", "attest", "state", "murmur", "whisper", "swear", "aver", "protest", "recall", "complain",
        "argue", "add",
    ), "VBP"),
}  # fmt: skip
NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART"})
_WITHIN = frozenset({"of", "for", "in", "'s", "’s", "at", "on", "from", "to", "near"})
_ENDS = frozenset({",", ".", ";", ")", "—", "–", "--"})
_HOW = frozenset({"by", "in", "on", "at", "from", "after", "over"})
LONGEST = 7
_NOBODY = frozenset({"it", "that", "which"})


def said_between_commas(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "people were shot, hospitals *say*, four of them policemen": it is said of all before it."""
    tag = SAID.get(t.lower)
    if tag is None or doc.kids(t, "dobj", "ccomp", "xcomp", "aux") or not _closes(doc, t):
        return {}
    if t.pos == "NOUN" and any(k.pos != "PROPN" for k in doc.kids(t, "det", "amod", "poss", "nummod", "compound")):
        return {}  # "…, in a third report, …" has a noun
    named = _speaker(doc, t)
    if named is None:
        return {}
    speaker, start = named
    before = doc.tokens[start - 1]
    if before.pos in {"CCONJ", "SCONJ"} or before.tag.startswith("W"):
        return {}  # "until, he says, they have left": what comes after is said
    top = _top(doc, _segment(doc, doc.sentence_of(t).first, start), start)
    if top is None or t.i in {u.i for u in doc.path_up(top)} or (t.dep in {"parataxis", "ccomp"} and t.head == top.i):
        return {}
    return {
        t.i: replace(t, pos="VERB", tag=tag, dep="parataxis", head=top.i),
        speaker.i: replace(speaker, dep="nsubj", head=t.i),
    }


def _closes(doc: Document, t: Token) -> bool:
    """Whether the saying ends there, or with how it was said: "reported by telephone;"."""
    after = doc.tokens[t.i + 1 : doc.sentence_of(t).last]
    if not after or after[0].text in _ENDS:
        return True
    rest = next((n for n, w in enumerate(after[:LONGEST]) if w.text in _ENDS), None)
    short = rest is not None and all(w.pos not in {"VERB", "AUX"} for w in after[:rest])
    return short and after[0].lower in _HOW


def _speaker(doc: Document, t: Token) -> tuple[Token, int] | None:
    """The word for who speaks, and the number of the comma before the phrase; None where it is no such phrase."""
    tokens, first = doc.tokens, doc.sentence_of(t).first
    last = t.i - 1
    if tokens[last].text == ",":
        last = _before_name(doc, last - 1, first)
    head = tokens[last]
    if head.pos not in {"NOUN", "PROPN", "PRON"} or head.lower in _NOBODY or head.ent in {"DATE", "TIME"}:
        return None
    i = last
    while i > first and (tokens[i].pos in NAMING or tokens[i].lower in _WITHIN) and last - i < LONGEST:
        i -= 1
    fits = tokens[i].text == "," and i > first + 1 and i < last
    return (head, i) if fits else None


def _before_name(doc: Document, i: int, first: int) -> int:
    """As in "a captain, Ann Hess, says": the end of the phrase that the name is set beside; else the name's own."""
    end = i
    while i > first and doc.tokens[i].pos == "PROPN":
        i -= 1
    return i - 1 if i < end and doc.tokens[i].text == "," and doc.tokens[i - 1].pos == "NOUN" else end


def _segment(doc: Document, first: int, end: int) -> int:
    """Where the last stretch between two places begins that a colon or semicolon parts from what is before it."""
    return next((i + 1 for i in range(end - 1, first, -1) if doc.tokens[i].text in {":", ";"}), first)


def _top(doc: Document, first: int, end: int) -> Token | None:
    """The verb between two places that hangs on none between them."""
    within = (t for t in doc.tokens[first:end] if t.pos in {"VERB", "AUX"})
    return next((t for t in within if t.head == t.i or not first <= t.head < end), None)


def according_at_the_end(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "bombed a bridge, missing it, *according* to Hess": he tells of the bombing, not only of the missing."""
    verb = doc.head(t)
    if t.lower != "according" or t.i < 2 or doc.tokens[t.i - 1].text != "," or verb.dep != "advcl" or verb.tag != "VBG":
        return {}
    ends = [w for w in doc.tokens[t.i : doc.sentence_of(t).last] if w.pos in {"VERB", "AUX"} and w.i != t.i]
    return {} if ends or doc.kids(verb, "nsubj") else {t.i: replace(t, head=verb.head)}


def clause_of_the_noun_before(doc: Document, t: Token, lexicon: Lexicon) -> dict[int, Token]:
    """As in "turned a deaf ear to appeals that it *negotiate*": it is what the appeals say, and no turning."""
    that = next((k for k in doc.kids(t, "mark") if k.lower == "that"), None)
    verb = doc.head(t)
    noun = doc.tokens[that.i - 1] if that is not None and that.i else None
    if noun is None or noun.pos != "NOUN" or noun.i < verb.i or lexicon.tells(verb.lemma, "clause"):
        return {}
    says = verb.pos == "VERB" and any("clause" in s.takes for s in lexicon.of("noun", noun.lemma))
    return {t.i: replace(t, head=noun.i, dep="acl")} if says else {}
