"""Which nouns tell of something that happens, and which verbs only lend them a clause."""

from __future__ import annotations

from parley.reading.document import Token

_NOUNS = frozenset(
    {
        "abduction", "accord", "advance", "airstrike", "ambush", "announcement", "appointment", "armistice",
        "arrest", "assassination", "assault", "attack", "attempt", "battle", "birth", "blast", "blockade",
        "bloodshed", "bombardment", "bombing", "boycott", "breakthrough", "campaign", "capture", "ceasefire",
        "ceremony", "clash", "collapse", "conference", "conflict", "coup", "crackdown", "crash", "crisis", "cut",
        "deal", "death", "debate", "decision", "defeat", "departure", "deployment", "detention", "disaster",
        "drill", "dispute", "earthquake", "election", "embargo", "encounter", "escape", "event", "exchange",
        "exercise", "execution", "exit", "explosion", "fall", "fight", "fighting", "fire", "flight", "funeral",
        "gathering", "handover", "hijacking", "hostilities", "inauguration", "incident", "incursion",
        "independence", "insurgency", "insurrection", "interview", "invasion", "killing", "kidnapping", "landing",
        "launch", "loss", "march", "massacre", "meeting", "murder", "mutiny", "negotiation", "offensive",
        "operation", "opening", "ouster", "outbreak", "overthrow", "pact", "parley", "parleys", "peace", "poll",
        "protest", "purge", "pullout", "pullback", "quake", "raid", "rally", "rampage", "rebellion", "reception",
        "recapture", "referendum", "release", "resignation", "retreat", "return", "revolt", "revolution", "riot",
        "round", "ruling", "rout", "seizure", "session", "shelling", "shooting", "shootout", "siege", "signing",
        "sitting", "skirmish", "speech", "split", "stalemate", "standoff", "strike", "summit", "surge",
        "surrender", "swap", "takeover", "talk", "test", "testing", "theft", "threat", "transfer", "transition",
        "trial", "trip", "truce", "turmoil", "unrest", "upheaval", "uprising", "victory", "violence", "visit",
        "vote", "war", "withdrawal", "workshop", "wave", "handshake", "amnesty", "verdict",
    }
)  # fmt: skip
_ENDS = ("tion", "sion", "ment", "ing")
_NOT = frozenset(
    {
        "government", "parliament", "department", "organisation", "organization", "nation", "station", "region",
        "population", "building", "religion", "settlement", "mission", "commission", "delegation", "million",
        "opposition", "coalition", "regiment", "morning", "evening", "apartment", "document", "equipment",
        "television", "constitution", "minister", "position", "regulation", "faction", "sanction", "generation",
        "tribunal", "federation", "corporation", "institution", "thing", "king", "ring", "wing", "spring",
        "string", "being", "section", "pension", "foundation", "association", "administration", "destination",
        "ammunition", "township", "union", "version", "vision", "provision", "ceiling", "clothing", "battalion",
        "garrison", "element",
    }
)  # fmt: skip
LENDING = frozenset(
    {
        "hold", "have", "take", "make", "give", "begin", "start", "open", "launch", "conduct", "stage", "carry",
        "mount", "convene", "host", "occur", "happen", "end", "conclude", "pay", "undertake", "resume",
        "schedule", "set", "fix", "plan", "postpone", "break", "break-out", "erupt", "come", "follow", "be",
        "join", "attend", "sign", "call",
    }
)  # fmt: skip
"""Verbs that only lend a clause to the happening in their object or subject ("held talks", "the attack took place")."""


HARMING = frozenset({"kill", "injure", "wound", "displace", "destroy", "damage", "leave", "claim"})
"""Verbs that happen when and where their subject does, if that is a happening."""


def is_happening(t: Token) -> bool:
    """Whether a noun tells of something that happens at a time."""
    if t.pos not in ("NOUN", "PROPN"):
        return False
    word = t.lemma if t.pos == "NOUN" else t.lower
    if word in _NOUNS or word.rstrip("s") in _NOUNS:
        return True
    return t.pos == "NOUN" and word not in _NOT and word.endswith(_ENDS) and len(word) > 6
