"""English verb forms for the predicates of acts without a code."""

from __future__ import annotations

_PAST: dict[str, str] = {
    "be": "was", "become": "became", "begin": "began", "break": "broke", "bring": "brought", "build": "built",
    "buy": "bought", "catch": "caught", "choose": "chose", "come": "came", "cut": "cut", "do": "did", "draw": "drew",
    "drive": "drove", "fall": "fell", "fight": "fought", "find": "found", "flee": "fled", "fly": "flew", "get": "got",
    "give": "gave", "go": "went", "grow": "grew", "have": "had", "hide": "hid", "hit": "hit", "hold": "held",
    "keep": "kept", "lead": "led", "leave": "left", "lose": "lost", "make": "made", "meet": "met",
    "overrun": "overran", "overthrow": "overthrew", "put": "put", "quit": "quit", "read": "read", "rise": "rose",
    "run": "ran", "say": "said", "see": "saw", "seek": "sought", "sell": "sold", "send": "sent", "set": "set",
    "shoot": "shot", "shut": "shut", "sink": "sank", "sit": "sat", "speak": "spoke", "spend": "spent",
    "split": "split", "spread": "spread", "stand": "stood", "steal": "stole", "strike": "struck", "swear": "swore",
    "take": "took", "teach": "taught", "tell": "told", "think": "thought", "throw": "threw",
    "undertake": "undertook", "win": "won", "withdraw": "withdrew", "write": "wrote",
}  # fmt: skip

_VOWELS = "aeiou"
_NOUN_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "over", "ship", "coup", "exile", "ity", "ness")


def is_noun(word: str) -> bool:
    """Whether a predicate is plainly a noun, such as "takeover" or "election"."""
    return " " not in word and word.endswith(_NOUN_ENDINGS)


def _doubles(word: str) -> bool:
    """One short syllable, consonant-vowel-consonant: the last letter is doubled ("plan", "planned")."""
    vowels = sum(c in _VOWELS for c in word)
    return len(word) > 2 and vowels == 1 and word[-2] in _VOWELS and word[-1] not in "aeiouwxyh"


def past(verb: str) -> str:
    """The past tense of a verb, its first word inflected.

    >>> past("step in"), past("flee"), past("penetrate"), past("carry")
    ('stepped in', 'fled', 'penetrated', 'carried')
    """
    first, _, rest = verb.partition(" ")
    return f"{_PAST.get(first) or _regular_past(first)} {rest}".strip()


def _regular_past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return word + (word[-1] if _doubles(word) else "") + "ed"


def third(verb: str) -> str:
    """The third person singular of the few verbs that ties use.

    >>> third("have"), third("govern"), third("be")
    ('has', 'governs', 'is')
    """
    return {"be": "is", "have": "has"}.get(verb, verb + "s")
