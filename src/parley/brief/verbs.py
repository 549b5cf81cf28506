"""English verb forms: the past, the present, the participle, and the mood that a reality asks for."""

from __future__ import annotations

from enum import StrEnum

from parley.terms.enums import Reality


class Modal(StrEnum):
    """What a verb says within what somebody asks for (`should`) or promises and threatens (`would`)."""

    SHOULD = "should"
    WOULD = "would"


Mood = Reality | Modal

_PAST: dict[str, str] = {
    "be": "was", "become": "became", "begin": "began", "break": "broke", "bring": "brought", "build": "built",
    "buy": "bought", "catch": "caught", "choose": "chose", "come": "came", "cut": "cut", "do": "did", "draw": "drew",
    "drive": "drove", "fall": "fell", "fight": "fought", "find": "found", "flee": "fled", "fly": "flew", "get": "got",
    "give": "gave", "go": "went", "grow": "grew", "have": "had", "hide": "hid", "hit": "hit", "hold": "held",
    "keep": "kept", "lay": "laid", "lead": "led", "leave": "left", "lend": "lent", "lose": "lost", "make": "made",
    "meet": "met", "overcome": "overcame", "overrun": "overran", "oversee": "oversaw", "overthrow": "overthrew",
    "pay": "paid", "put": "put", "quit": "quit", "read": "read", "rise": "rose",
    "run": "ran", "say": "said", "see": "saw", "seek": "sought", "sell": "sold", "send": "sent", "set": "set",
    "shoot": "shot", "shut": "shut", "sink": "sank", "sit": "sat", "speak": "spoke", "spend": "spent",
    "split": "split", "spread": "spread", "stand": "stood", "steal": "stole", "strike": "struck", "swear": "swore",
    "take": "took", "teach": "taught", "tell": "told", "think": "thought", "throw": "threw",
    "undertake": "undertook", "win": "won", "withdraw": "withdrew", "withhold": "withheld",
    "write": "wrote",
}  # fmt: skip

_PARTICIPLE: dict[str, str] = {
    "be": "been", "beat": "beaten", "become": "become", "begin": "begun", "break": "broken", "choose": "chosen",
    "come": "come", "do": "done", "draw": "drawn", "drive": "driven", "fall": "fallen", "fly": "flown",
    "give": "given", "go": "gone", "grow": "grown", "hide": "hidden", "overcome": "overcome", "oversee": "overseen",
    "overrun": "overrun",
    "overthrow": "overthrown", "rise": "risen", "run": "run", "see": "seen", "shake": "shaken", "sink": "sunk",
    "speak": "spoken", "steal": "stolen", "swear": "sworn", "take": "taken", "throw": "thrown",
    "withdraw": "withdrawn", "write": "written",
}  # fmt: skip

_VOWELS = "aeiou"
_NOUN_ENDINGS = (
    "tion", "sion", "ment", "ance", "ence", "over", "ship", "coup", "exile", "ity", "ness", "fall",
)  # fmt: skip
_NOUNS = frozenset({
    "putsch", "victory", "exodus", "interference", "meddling", "subversion", "secession", "election", "grab", "ascent",
    "autogolpe", "autonomy", "betrayal", "break-up", "breakup", "breakaway", "bribery", "bullying", "candidacy",
    "candidature", "comeback", "conspiracy", "crisis", "cronyism", "deadlock", "death", "demise", "dismissal", "edict",
    "expansionism", "fighting", "firing", "flight", "funeral", "graft", "hegemony", "homecoming", "infighting",
    "influx", "investiture", "irredentism", "jailbreak", "kickback", "landslide", "laundering", "loss", "martyrdom",
    "mourning", "nepotism", "ouster", "plebiscite", "polls", "power-sharing", "presidency", "profiteering", "purge",
    "referendum", "reform", "rift", "sacking", "sanctions-busting", "schism", "separatism", "shake-up", "shakeup",
    "smuggling", "sovereignty", "stalemate", "strife", "struggle", "swearing-in", "toppling", "trafficking", "treason",
    "undoing", "unrest", "vacuum", "vote-buying", "war", "buying", "statehood", "success", "term", "monarchy",
    "mandate",
})  # fmt: skip
"""What the codebook has as a noun and nowhere as a verb."""


def is_verb(word: str) -> bool:
    """Whether a word is one of the irregular verbs in their base form: those that are told apart without a parse."""
    return word in _PAST


def is_noun(word: str) -> bool:
    """Whether a predicate is plainly a noun, such as "takeover" or "power grab".

    >>> is_noun("takeover"), is_noun("power grab"), is_noun("step in"), is_noun("fall")
    (True, True, False, False)
    """
    last = word.rpartition(" ")[2]
    return word != "fall" and (last in _NOUNS or last.endswith(_NOUN_ENDINGS))


_STRESSED_LAST = frozenset({
    "abet", "acquit", "admit", "commit", "concur", "confer", "defer", "deter", "emit", "equip", "incur", "infer",
    "kidnap", "occur", "omit", "permit", "prefer", "rebut", "recur", "refer", "regret", "remit", "resubmit", "submit",
    "transfer", "transmit", "unplug", "outwit",
})  # fmt: skip
"""Longer verbs whose last letter is doubled; so is every l behind a single vowel ("controlled", "cancelled")."""


def _doubles(word: str) -> bool:
    """One short syllable, consonant-vowel-consonant: the last letter is doubled ("plan", "planned")."""
    if word in _STRESSED_LAST:
        return True
    if len(word) > 3 and word[-1] == "l" and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        return True
    vowels = sum(c in _VOWELS for c in word)
    return len(word) > 2 and vowels == 1 and word[-2] in _VOWELS and word[-1] not in "aeiouwxyh"


def past(verb: str) -> str:
    """The past tense of a verb, its first word inflected.

    >>> past("step in"), past("flee"), past("penetrate"), past("carry"), past("expel"), past("appeal"), past("commit")
    ('stepped in', 'fled', 'penetrated', 'carried', 'expelled', 'appealed', 'committed')
    """
    first, _, rest = verb.partition(" ")
    return f"{_PAST.get(first) or _regular_past(first)} {rest}".strip()


def _regular_past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return word + (word[-1] if _doubles(word) else "") + "ed"


def participle(verb: str) -> str:
    """The past participle of a verb, its first word inflected.

    >>> participle("attack"), participle("beat"), participle("swear in")
    ('attacked', 'beaten', 'sworn in')
    """
    first, _, rest = verb.partition(" ")
    return f"{_PARTICIPLE[first]} {rest}".strip() if first in _PARTICIPLE else past(verb)


def third(verb: str) -> str:
    """The third person singular of a verb, its first word inflected.

    >>> third("have"), third("carry out an attack"), third("be"), third("go into exile"), third("pay")
    ('has', 'carries out an attack', 'is', 'goes into exile', 'pays')
    """
    first, _, rest = verb.partition(" ")
    return f"{_third(first)} {rest}".strip()


def _third(word: str) -> str:
    if word in ("be", "have"):
        return {"be": "is", "have": "has"}[word]
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def in_time(verb: str, mood: Mood, many: bool, past_form: str = "") -> str:
    """A verb in its mood, for a subject of one or `many`; `past_form` where it is known.

    What is not known is told as if it had happened: a sentence says before it that nobody knows.

    >>> [in_time("hold talks", r, False, "held talks") for r in (Reality.HAPPENED, Reality.ONGOING, Reality.PLANNED)]
    ['held talks', 'holds talks', 'planned to hold talks']
    >>> [in_time("be shelled", r, True) for r in (Reality.HAPPENED, Reality.PLANNED, Reality.DID_NOT_HAPPEN)]
    ['were shelled', 'were to be shelled', 'were not shelled']
    """
    if isinstance(mood, Modal):
        return f"{mood} {verb}"
    if verb == "be" or verb.startswith("be "):
        return _being(verb[3:], mood, many).strip()
    match mood:
        case Reality.HAPPENED | Reality.UNKNOWN:
            return past_form or past(verb)
        case Reality.ONGOING:
            return verb if many else third(verb)
        case Reality.PLANNED:
            return f"planned to {verb}"
        case Reality.POSSIBLE:
            return f"may {verb}"
        case Reality.THREATENED:
            return f"threatened to {verb}"
        case Reality.DID_NOT_HAPPEN:
            return f"did not {verb}"


def _being(rest: str, reality: Reality, many: bool) -> str:
    was, present = ("were", "are") if many else ("was", "is")
    match reality:
        case Reality.HAPPENED | Reality.UNKNOWN:
            return f"{was} {rest}"
        case Reality.ONGOING:
            return f"{present} {rest}"
        case Reality.PLANNED:
            return f"{was} to be {rest}"
        case Reality.POSSIBLE:
            return f"may be {rest}"
        case Reality.THREATENED:
            return f"{present} under threat to be {rest}"
        case Reality.DID_NOT_HAPPEN:
            return f"{was} not {rest}"
