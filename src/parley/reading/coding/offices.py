"""Offices as they stand in a text: which words name one, of whom it is, since or until when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.reading.actors.cast import text_of
from parley.reading.actors.titles import title_before
from parley.reading.coding.arguments import Arguments
from parley.reading.document import Document, Token
from parley.terms.enums import ActorType, How, Tenure

_TENURE_WORDS = {
    Tenure.ACTING: ("acting", "interim", "caretaker", "provisional"),
    Tenure.FORMER: ("former", "ex", "ousted", "deposed", "late", "then", "previous", "onetime", "slain", "exiled"),
    Tenure.DESIGNATE: ("designate", "incoming", "elect"),
}
TENURES = {w: tenure for tenure, words in _TENURE_WORDS.items() for w in words}
_UNTITLED = frozenset(
    {
        "secretary",
        "chair",
        "chairwoman",
        "chairperson",
        "co-chair",
        "undersecretary",
        "representative",
        "emissary",
        "monarch",
        "president",
    }
)
"""Offices that are no title before a name, or not in the table of titles."""
_SENT = frozenset({"envoy", "ambassador", "representative", "emissary", "coordinator", "rapporteur", "delegate"})
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_PASSED = frozenset({"amod", "compound", "nmod", "case", "punct", "advmod", "nummod"})
_SMALL = frozenset({"Of", "The", "And", "For"})
_AREA = frozenset({"province", "state", "region", "district", "governorate", "republic", "island", "county", "city"})
_LOCAL = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office named by tokens `first` up to and with `head`; its words, and its tenure by the words about it."""

    first: int
    head: Token
    words: str
    tenure: Tenure


def office_at(doc: Document, t: Token) -> Office | None:
    """The office whose last word a token is, if it is one; ranks and honorifics are none."""
    if t.pos not in {"NOUN", "PROPN"} or t.tag in {"NNS", "NNPS"}:
        return None
    titled = title_before(doc, t.i + 1, doc.sentence_of(t).first)
    if titled is not None and titled.last == t.i + 1 and titled.title.of_state and titled.words:
        first, words = titled.first, titled.words
        tenure = titled.tenure
    elif t.lower in _UNTITLED or (t.lower == "speaker" and doc.kids(t, "prep", "poss")):
        first, words, tenure = t.i, (t.lower.capitalize(),), Tenure.CURRENT
    else:
        return None
    first, words = _with_field(doc, t, first, words)
    name = " ".join(w.lower() if w in _SMALL else w for w in words)
    return Office(first, t, name, tenure if tenure is not Tenure.CURRENT else _tenure(doc, t, first))


def _with_field(doc: Document, t: Token, first: int, words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """As in "intelligence chief", "economy minister": the field belongs to the office."""
    while first > 0:
        before = doc.tokens[first - 1]
        if (
            before.dep != "compound"
            or before.pos != "NOUN"
            or not before.text.isalpha()
            or not first <= before.head <= t.i
        ):
            break
        first, words = first - 1, (before.text.capitalize(), *words)
    return first, words


def _tenure(doc: Document, t: Token, first: int) -> Tenure:
    about = [k.lower for k in doc.kids(t, "amod", "compound", "nmod", "advmod")]
    about += [
        doc.tokens[i].lower
        for i in range(max(doc.sentence_of(t).first, first - 4), first)
        if doc.tokens[i].dep in _PASSED
    ]
    after = [
        doc.tokens[i].lower
        for i in range(t.i + 1, min(t.i + 3, doc.sentence_of(t).last))
        if doc.tokens[i].lower in {"-", "elect", "designate"}
    ]
    return next((TENURES[w] for w in (*about, *after) if w in TENURES), Tenure.CURRENT)


def owner_of(doc: Document, office: Office, args: Arguments, person_first: int | None) -> tuple[str | None, str]:
    """Of whom an office is, and what stands before its words ("President's") where it is an office's office."""
    before, prefix = _before(doc, office, args)
    return (before or _after(doc, office, args, person_first), prefix)


def _before(doc: Document, office: Office, args: Arguments) -> tuple[str | None, str]:
    prefix = ""
    for t in _leftward(doc, office.first):
        found = args.cast.covered.get(t.i)
        if found is not None and not (found.how is How.DESCRIPTION and found.last > office.first):
            return found.actors[0], prefix
        if t.tag in _NAME_TAGS and t.lower not in TENURES and not (t.text.islower() or _is_office(doc, t)):
            return _coined_before(doc, t, args), prefix
        if _is_office(doc, t) and t.dep == "poss":
            prefix = f"{t.lower.capitalize()}'s "
        elif t.pos == "NOUN" and found is None and t.dep not in {"compound", "nmod"}:
            return None, ""
    return None, ""


def _leftward(doc: Document, first: int) -> Iterator[Token]:
    """Words before an office that may say whose it is: up to its article, a comma, a verb or a preposition."""
    floor = doc.sentence_of(doc.tokens[first]).first if first < len(doc.tokens) else 0
    for i in range(first - 1, max(floor, first - 9) - 1, -1):
        t = doc.tokens[i]
        if t.tag in {"WRB", "CD"} or t.ent in {"DATE", "TIME"}:
            return
        if t.pos in {"ADP", "VERB", "AUX", "CCONJ", "SCONJ"} and t.lower not in TENURES and t.dep not in _PASSED:
            return
        if t.pos == "PUNCT" and t.text not in {"-", "'", '"'}:
            return
        if t.dep == "det" and t.lower not in {"the", "a", "an"}:
            return
        if t.dep == "det" and not (i > floor and doc.tokens[i - 1].dep in _PASSED):
            return
        yield t


def _is_office(doc: Document, t: Token) -> bool:
    titled = title_before(doc, t.i + 1, doc.sentence_of(t).first)
    return titled is not None and titled.last == t.i + 1


def _coined_before(doc: Document, t: Token, args: Arguments) -> str | None:
    first = t.i
    while (
        first > doc.sentence_of(t).first
        and doc.tokens[first - 1].tag in _NAME_TAGS
        and args.cast.free(first - 1, first)
    ):
        first -= 1
    return _coined(doc, args, first, t.i + 1)


def _coined(doc: Document, args: Arguments, first: int, last: int) -> str | None:
    words = doc.tokens[first:last]
    if not any(w.text[0].isupper() for w in words):
        return None
    place = words[-1].ent in _LOCAL or (last < len(doc.tokens) and doc.tokens[last].lemma in _AREA)
    return args.cast.coin(text_of(words), ActorType.REGION if place else ActorType.ORGANISATION)


def _after(doc: Document, office: Office, args: Arguments, person_first: int | None) -> str | None:
    """As in "governor of Kassala", "head of the delegation of Chad": what stands after "of" (or "for", "in")."""
    t = office.head
    for p in doc.kids(t, "prep"):
        if p.lower not in {"of", "for", "in"} or (p.lower != "of" and t.lower in _SENT):
            continue
        for o in doc.kids(p, "pobj"):
            found = _named(doc, o, p, args, person_first)
            if found is not None:
                return found
    return None


def _named(doc: Document, o: Token, p: Token, args: Arguments, person_first: int | None) -> str | None:
    covered = args.cast.covered.get(o.i)
    person = covered is not None and args.cast.type_of(covered.actors[0]) is ActorType.PERSON
    if person_first is not None and person and p.i + 1 < person_first <= o.i:
        inside = args.cast.covered.get(p.i + 1)
        return (
            inside.actors[0]
            if inside is not None and inside.last <= person_first
            else _coined(doc, args, p.i + 1, person_first)
        )
    if covered is not None and covered.head == o.i:
        return covered.actors[0]
    actors = args.who.of(o) or args.owners_of(o)
    if actors:
        return actors[0]
    if o.tag not in _NAME_TAGS and not (o.lemma in _AREA and doc.kids(o, "compound")):
        return None
    first = min((k.i for k in doc.kids(o, "compound", "amod") if k.tag in _NAME_TAGS), default=o.i)
    return _coined(doc, args, first, o.i + (1 if o.tag in _NAME_TAGS else 0))


def sent_to(doc: Document, office: Office, args: Arguments) -> str | None:
    """Where an envoy is sent."""
    if office.head.lower not in _SENT:
        return None
    to = (o for p in doc.kids(office.head, "prep") if p.lower in {"to", "for"} for o in doc.kids(p, "pobj"))
    return next(iter(args.who.of_all(to)), None)
