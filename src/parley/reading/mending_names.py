"""Mends names that the small parser hung on the wrong name."""

from __future__ import annotations

from dataclasses import replace

from parley.reading.commitment.signatures import Lexicon
from parley.reading.document import Document, Token

_DAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december",
})  # fmt: skip
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NAMING = frozenset({"compound", "nmod", "poss"})


def each_of_their_own(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "Hess of the Front and *Velic* of the Guard met": Velic goes with Hess, and not with the Front."""
    body = doc.head(t)
    of = doc.head(body)
    first = doc.head(of)
    if body.dep != "pobj" or of.lower != "of" or {t.pos, body.pos, first.pos} != {"PROPN"}:
        return {}
    if first.ent != "PERSON" or t.ent not in {"PERSON", ""} or doc.kids(t, "det"):
        return {}
    own = doc.tokens[t.i + 1] if t.i + 1 < len(doc.tokens) else t
    if own.lower != "of" or not doc.kids(own, "pobj"):
        return {}
    joined = (k for k in doc.kids(body, "cc", "punct") if k.i < t.i)
    out = {k.i: replace(k, head=first.i) for k in joined}
    return {**out, t.i: replace(t, head=first.i), own.i: replace(own, head=t.i)}


def subject_after_a_day(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "On Friday *Norway* rejected it": Norway did so on Friday, and there is no Friday Norway."""
    prep = doc.head(t)
    verb = doc.head(prep)
    days = [k for k in doc.kids(t, "compound", "nmod", "nummod") if k.i < t.i and k.lower in _DAYS]
    if t.pos != "PROPN" or prep.pos != "ADP" or not days or verb.pos not in {"VERB", "AUX"} or verb.i < t.i:
        return {}
    apart = any(k.dep == "punct" for k in doc.tokens[t.i + 1 : verb.i])
    if doc.kids(verb, "nsubj", "nsubjpass") or t.lower in _DAYS or apart:
        return {}
    day = days[-1]
    out = {k.i: replace(k, head=day.i) for k in days[:-1]}
    passive = bool(doc.kids(verb, "auxpass"))
    return {
        **out,
        day.i: replace(day, head=prep.i, dep="pobj"),
        t.i: replace(t, head=verb.i, dep="nsubjpass" if passive else "nsubj"),
    }


def only_verb(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "Chad *vaccinated* refugees in Darfur.": what looks like an adjective is all the verb that there is."""
    s = doc.sentence_of(t)
    words = doc.tokens[s.first : s.last]
    if t.tag not in {"VBN", "VBD"} or any(w.tag in _FINITE and w.i != t.i for w in words):
        return {}
    if not any(w.text in {".", "!"} for w in words[-2:]):
        return {}  # headlines leave their verbs out
    before = _before_prefix(doc, t)
    thing = doc.head(t)
    if before.i < s.first or before.i >= t.i or before.head != thing.i or before.dep not in _NAMING or thing.i < t.i:
        return {}
    return _as_only_verb(doc, t, before, thing)


def _before_prefix(doc: Document, t: Token) -> Token:
    """The word before a verb, or before the prefix that a hyphen joins to it: "Korea *test-fired*"."""
    if t.i > 2 and doc.tokens[t.i - 1].text == "-" and doc.tokens[t.i - 2].text.islower():
        return doc.tokens[t.i - 3]
    return doc.tokens[max(0, t.i - 1)]


def _as_only_verb(doc: Document, t: Token, name: Token, thing: Token) -> dict[int, Token]:
    """The verb at the root; its subject is the name before it, or the noun that stood there: "refusal to hit Chad"."""
    out = {t.i: replace(t, head=t.i, dep="ROOT", pos="VERB", tag="VBD")}
    out[thing.i] = replace(thing, head=t.i, dep="dobj")
    for k in doc.kids(thing):
        if k.i < name.i and k.dep in _NAMING:
            out[k.i] = replace(k, head=name.i)
        elif k.dep in {"prep", "punct"} and k.i > thing.i:
            out[k.i] = replace(k, head=t.i)
    if thing.head == thing.i:
        out[name.i] = replace(name, head=t.i, dep="nsubj", pos="PROPN")
        return out
    root = next((up for up in doc.path_up(t) if up.head == up.i), t)
    if root.i > name.i or root.pos not in {"NOUN", "PROPN"}:
        return {}
    out[name.i] = replace(name, head=thing.head, dep=thing.dep)
    out[root.i] = replace(root, head=t.i, dep="nsubj")
    return out
