"""Titles before a name: "acting Foreign Minister", "Maj. Gen.", "Maulavi"."""

from __future__ import annotations

from dataclasses import dataclass

from parley.reading.document import Document
from parley.reading.lexicon.tables import Title, titles
from parley.terms.enums import Tenure

_TENURE = {
    "acting": Tenure.ACTING, "interim": Tenure.ACTING, "caretaker": Tenure.ACTING, "former": Tenure.FORMER,
    "ex": Tenure.FORMER, "ousted": Tenure.FORMER, "late": Tenure.FORMER, "then": Tenure.FORMER,
    "deposed": Tenure.FORMER, "previous": Tenure.FORMER, "designate": Tenure.DESIGNATE, "incoming": Tenure.DESIGNATE,
}  # fmt: skip
_LONGEST = max(len(w) for w in titles())
_ENDS = frozenset(w[-1] for w in titles())
_RANKING = frozenset({"deputy", "vice", "senior", "chief", "assistant"})


@dataclass(frozen=True, slots=True)
class Titled:
    """A title found in tokens `first` up to `last`, its words as they stand and its tenure."""

    title: Title
    words: tuple[str, ...]
    first: int
    last: int
    tenure: Tenure


def title_before(doc: Document, name: int, floor: int = 0) -> Titled | None:
    """The title that ends just before the token `name`, if any.

    Honorifics in between are passed over, and so is a rank after an office: a "President Gen." is a president.
    """
    found = _ending_at(doc, name, floor)
    if found is None or (found.title.office and found.title.sector != "MIL"):
        return found
    outer = _ending_at(doc, found.first, floor)
    return outer if outer is not None and outer.title.office else found


def _ending_at(doc: Document, last: int, floor: int) -> Titled | None:
    if last <= floor or doc.tokens[last - 1].lower not in _ENDS:
        return None
    for n in range(min(_LONGEST, last - floor), 0, -1):
        key = tuple(t.lower for t in doc.tokens[last - n : last])
        title = titles().get(key)
        if title is not None and doc.tokens[last - n].sentence == doc.tokens[last - 1].sentence:
            return _with_rank(doc, title, last - n, last, floor)
    return None


def _with_rank(doc: Document, title: Title, first: int, last: int, floor: int) -> Titled:
    tenure = Tenure.CURRENT
    start = first
    while start > floor and (doc.tokens[start - 1].lower in _RANKING or doc.tokens[start - 1].lower in _TENURE):
        tenure = _TENURE.get(doc.tokens[start - 1].lower, tenure)
        start -= 1
    ranked = [t.text for t in doc.tokens[start:first] if t.lower in _RANKING]
    office = [*ranked, *title.office.split()] if title.office else []
    return Titled(title, tuple(w[:1].upper() + w[1:] for w in office), start, last, tenure)
