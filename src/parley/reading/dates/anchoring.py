"""Dates that lean on a happening: "since the takeover", "after the visit", "two days after the vote"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from parley.reading.dates import calendar as cal
from parley.reading.dates.attaching import attach, root_of
from parley.reading.dates.found import DateFound
from parley.reading.dates.happenings import is_happening
from parley.reading.dates.words import NUMBERS, UNITS
from parley.reading.document import Document, Token
from parley.terms.enums import DateBasis
from parley.terms.values import Date

_BOUND = {
    "since": "since", "after": "after", "following": "after", "before": "before", "until": "until", "till": "until",
    "during": "", "when": "", "upon": "",
}  # fmt: skip
_LONGEST = 14


def anchored(doc: Document, plain: Sequence[DateFound]) -> Iterator[DateFound]:
    """The dates of a report that lean on a happening; `plain` are those already found."""
    taken = {i for f in plain for i in range(f.first, f.last)}
    for t in doc.tokens:
        if t.lower in _BOUND and t.i not in taken:
            anchor = _anchor(doc, t, plain)
            if anchor is not None and anchor.i not in taken:
                found = _found(doc, t, anchor, plain)
                if found is not None:
                    yield found


def _anchor(doc: Document, t: Token, plain: Sequence[DateFound]) -> Token | None:
    """The noun or verb that a date leans on, by the word before it."""
    if t.dep == "prep":
        return _of_preposition(doc, t)
    head = doc.head(t)
    if t.dep not in ("mark", "advmod") or head.dep not in ("advcl", "pcomp") or head.pos not in ("VERB", "AUX"):
        return None
    if t.lower == "when":
        return head if attach(doc, head.i, plain) else None
    if t.lower == "since":
        return head if _since_time(doc, head) else None
    return head if t.dep == "mark" and t.lower in ("after", "before", "until", "till") else None


def _of_preposition(doc: Document, t: Token) -> Token | None:
    for k in doc.kids(t, "pobj", "pcomp"):
        if (k.dep == "pobj" and is_happening(k)) or (k.dep == "pcomp" and k.tag == "VBG" and t.lower != "during"):
            return k
    return None


def _since_time(doc: Document, verb: Token) -> bool:
    """Whether a "since" clause tells a time and no reason: it looks back, and its main clause is in the perfect."""
    main = doc.head(verb)
    perfect = any(k.lower in ("has", "have", "had", "'s", "'ve") for k in doc.kids(main, "aux"))
    return perfect and (verb.tag in ("VBD", "VBG") or bool(doc.kids(verb, "auxpass")))


def _found(doc: Document, t: Token, anchor: Token, plain: Sequence[DateFound]) -> DateFound | None:
    own = _date_of(doc, anchor, plain)
    first, count = _offset(doc, t)
    bound = _BOUND[t.lower]
    if count is not None and bound not in ("after", "before"):
        first, count = t.i, None
    last = _last(doc, anchor)
    if own is None and not bound:
        return None
    start, end = _bounds(own, bound)
    offset = None
    if count is not None:
        sign = 1 if bound == "after" else -1
        offset = (
            round(cal.moved(date(2001, 1, 1), count[0], count[1]).toordinal() - date(2001, 1, 1).toordinal()) * sign
        )
        start, end = _moved(own, sign * count[0], count[1])
        bound = ""
    text = doc.span(first, last).of(doc.text)
    return DateFound(first, last, Date(start, end, text, DateBasis.ANCHORED), bound, False, anchor.i, offset)


def _date_of(doc: Document, anchor: Token, plain: Sequence[DateFound]) -> Date | None:
    """The anchor's own date, or that of the only other mention of its kind that has one."""
    own = attach(doc, anchor.i, [f for f in plain if _below(doc, f, anchor)])
    if own is not None:
        return own.date
    if anchor.pos != "NOUN":
        return None
    same = [t for t in doc.tokens if t.lemma == anchor.lemma and t.i != anchor.i and t.pos == "NOUN"]
    dates = {f.date for t in same if (f := attach(doc, t.i, plain)) and f.date.start and not f.bound}
    return dates.pop() if len(dates) == 1 else None


def _below(doc: Document, f: DateFound, anchor: Token) -> bool:
    return any(up.i == anchor.i for up in doc.path_up(root_of(doc, f)))


def _bounds(own: Date | None, bound: str) -> tuple[str | None, str | None]:
    if own is None:
        return None, None
    if bound in ("since", "after"):
        return own.start, None
    return (None, own.end) if bound in ("before", "until") else (own.start, own.end)


def _moved(own: Date | None, count: float, unit: str) -> tuple[str | None, str | None]:
    if own is None or own.start is None or own.end is None:
        return None, None
    return tuple(cal.moved(date.fromisoformat(d), count, unit).isoformat() for d in (own.start, own.end))  # type: ignore[return-value]


def _offset(doc: Document, t: Token) -> tuple[int, tuple[float, str] | None]:
    """A count of units right before the word ("two days after"): where it begins, and the count."""
    first = doc.sentence_of(t).first
    if t.i - 1 <= first:
        return t.i, None
    unit = UNITS.get(doc.tokens[t.i - 1].lower)
    number = doc.tokens[t.i - 2]
    n = NUMBERS.get(number.lower) or (int(number.lower) if number.lower.isdecimal() and len(number.lower) < 4 else None)
    if unit is None or not n or unit in ("night", "weekend"):
        return t.i, None
    return t.i - 2, (float(n), unit)


def _last(doc: Document, anchor: Token) -> int:
    """Where the words about an anchor end: its own subtree, if that is not too long."""
    below = doc.subtree(anchor)
    last = below[-1].i + 1
    while last - 1 > anchor.i and doc.tokens[last - 1].pos == "PUNCT":
        last -= 1
    return last if last - anchor.i <= _LONGEST else anchor.i + 1
