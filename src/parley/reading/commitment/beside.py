"""Voices that stand beside what they tell: "according to X", "the army said", "as X told Y"."""

from __future__ import annotations

from collections.abc import Iterator

from parley.reading.commitment.fitting import particle_of
from parley.reading.commitment.signatures import Lexicon, Signature
from parley.reading.commitment.speaking import claimants, speakers_of
from parley.reading.document import Document, Token
from parley.terms.enums import Stance

ADDRESSED = frozenset({"tell", "inform", "remind", "assure", "warn", "brief", "notify"})
"""Verbs of saying whose object is whom it is said to."""
_ANYBODY = frozenset({"you", "we", "one"})
"""As in "as you know": not somebody else's word for it."""
_FORESEEING = frozenset({"predict", "foresee", "forecast", "anticipate", "expect", "fear", "hope", "warn"})
"""As in "as observers had predicted": it came so, whoever foresaw it."""
_ACCOUNTED = frozenset({"by", "in", "on"})
_ACCOUNTS = {
    **dict.fromkeys(
        ("account", "count", "telling", "reckoning", "estimate", "tally", "version", "view", "reading", "opinion"),
        Stance.ASSERTS,
    ),
    **dict.fromkeys(("admission", "confession"), Stance.ADMITS),
}
"""Nouns for somebody's word, after "by", "in" or "on", with the stance that he takes."""
_PLAIN = frozenset({Stance.ASSERTS, Stance.ADMITS, Stance.ALLEGES})
Opened = tuple[Token, Stance, tuple[Token, ...], str]
"""The word that says so, the stance, the words for who speaks, and the rule."""


def beside(doc: Document, verb: Token, t: Token, lexicon: Lexicon) -> Iterator[Opened]:
    """The voices set beside a verb's clause; they hold for all of it that is not their own."""
    for k in doc.kids(verb, "prep", "advcl", "parataxis", "ccomp"):
        if k.lower == "according":
            told = tuple(o for p in doc.kids(k, "prep") for o in doc.kids(p, "pobj"))
            if not any(o.i == t.i for o in told):
                yield k, Stance.ASSERTS, claimants(doc, told, lexicon), "according-to"
        elif k.dep == "prep" and (found := _account(doc, k)) is not None:
            stance, owners = found
            yield k, stance, owners, "by-account"
        elif k.dep != "prep" and (s := _saying(doc, k, t, lexicon)) is not None:
            assert s.voice is not None
            yield k, s.voice, speakers_of(doc, k), s.id


def _account(doc: Document, prep: Token) -> tuple[Stance, tuple[Token, ...]] | None:
    """As in "*by* the paper's account", "*in* Chad's view", "*by* its own admission": the stance, and whose it is."""
    told = doc.kids(prep, "pobj")
    if prep.lower not in _ACCOUNTED or not told or told[0].lemma not in _ACCOUNTS:
        return None
    owners = tuple(doc.kids(told[0], "poss"))
    if any(o.pos == "PRON" and o.i < prep.head for o in owners):
        owners = tuple(doc.kids(doc.head(prep), "nsubj"))  # "by its own count the army lost ten men"
    return (_ACCOUNTS[told[0].lemma], owners) if owners else None


def _saying(doc: Document, verb: Token, t: Token, lexicon: Lexicon) -> Signature | None:
    """The signature of a verb of saying with a subject and nothing of its own to say, which `t` is no part of."""
    subjects = doc.kids(verb, "nsubj") or [s for s in doc.kids(verb, "nsubjpass") if s.lower == "it"]
    if not subjects or t.i == verb.i or any(up.i == verb.i for up in doc.path_up(t)):
        return None
    if _past_colon(doc, verb, t):
        return None
    if verb.dep == "ccomp" and not _interposed(doc, verb):
        return None
    if verb.dep == "advcl" and (not _as(doc, verb) or subjects[0].lower in _ANYBODY or _foreseen(doc, verb)):
        return None
    idle = ("ccomp", "xcomp") if verb.lemma in ADDRESSED else ("ccomp", "xcomp", "dobj")
    if doc.kids(verb, *idle):
        return None
    whole = f"{verb.lemma} {particle_of(doc, verb)}"  # "he went on"
    known = lexicon.of("verb", whole) or lexicon.of("verb", verb.lemma)
    found = (s for s in known if "clause" in s.takes and s.voice is not None)
    if verb.dep == "advcl":
        found = (s for s in found if s.voice in _PLAIN and s.makes is None and not s.infinitive)
    return next(found, None)


def _past_colon(doc: Document, verb: Token, t: Token) -> bool:
    """As in "brushed it aside: the police, he *said*, kept order": what stands before the colon he did not say."""
    return any(w.text == ":" for w in doc.tokens[t.i : verb.i]) and _interposed(doc, verb)


def _foreseen(doc: Document, verb: Token) -> bool:
    """As in "as observers had predicted", told of what came after: no word of theirs for it."""
    return verb.lemma in _FORESEEING and any(k.lower == "had" for k in doc.kids(verb, "aux"))


def _interposed(doc: Document, verb: Token) -> bool:
    """As in "the army, officials say, has left": between two commas, or first and before one."""
    after = doc.tokens[verb.i + 1] if verb.i + 1 < len(doc.tokens) else verb
    first = doc.subtree(doc.kids(verb, "nsubj", "nsubjpass")[0])[0]
    return after.text == "," and first.i > 0 and doc.tokens[first.i - 1].text == ","


def _as(doc: Document, verb: Token) -> bool:
    return any(k.lower == "as" and k.i < verb.i for k in doc.kids(verb, "mark", "advmod", "prep"))
