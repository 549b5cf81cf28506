"""Mends names that the small parser hung on the wrong name."""

from __future__ import annotations

from dataclasses import replace

from parley.reading.commitment.signatures import Lexicon
from parley.reading.document import Document, Token

_DAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december",
})  # fmt: skip


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
    days = _days_before(doc, t)
    if t.pos not in {"PROPN", "NOUN"} or prep.pos != "ADP" or not days or verb.pos not in {"VERB", "AUX"}:
        return {}
    apart = verb.i < t.i or any(k.dep == "punct" for k in doc.tokens[t.i + 1 : verb.i])
    if doc.kids(verb, "nsubj", "nsubjpass") or t.lower in _DAYS or apart:
        return {}
    passive = bool(doc.kids(verb, "auxpass"))
    return {**_dated(days, prep), t.i: replace(t, head=verb.i, dep="nsubjpass" if passive else "nsubj")}


def day_before_a_subject(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "On 6 *March* gunmen killed two": they did so on that day, and there are no March gunmen."""
    days = _days_before(doc, t)
    prep = doc.tokens[days[0].i - 1] if days and days[0].i else None
    if (
        prep is None
        or prep.pos not in {"ADP", "SCONJ"}
        or doc.kids(prep, "pobj", "pcomp")
        or doc.kids(t, "det", "poss")
    ):
        return {}
    return _dated(days, prep)


def _days_before(doc: Document, t: Token) -> list[Token]:
    """A day or month that the parser took for a part of a name or noun, with its number before it."""
    days = [k for k in doc.kids(t, "compound", "nmod", "nummod") if k.i < t.i and k.lower in _DAYS and k.text.istitle()]
    numbers = [k for k in doc.kids(t, "nummod", "compound") if days and k.i == days[-1].i - 1 and k.pos == "NUM"]
    return [*numbers, days[-1]] if numbers else days


def _dated(days: list[Token], prep: Token) -> dict[int, Token]:
    day = days[-1]
    out = {k.i: replace(k, head=day.i) for k in days[:-1]}
    return {**out, day.i: replace(day, head=prep.i, dep="pobj")}
