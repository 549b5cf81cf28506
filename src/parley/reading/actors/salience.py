"""How much a mention stands out where a reference is read: role, nearness, how often the report speaks of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from parley.reading.actors.cast import Cast, Found
from parley.reading.document import Document, Token
from parley.terms.enums import How

REACH = 3
"""Sentences back, its own included, that a reference may look."""
MARGIN = 0.7
"""By how much the first must stand out over the second."""
_A_SENTENCE = 1.3
_OFTEN = 0.25
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ROLES = {"nsubj": 2.5, "nsubjpass": 2.3, "agent": 1.4, "dobj": 1.4, "dative": 1.4, "poss": 1.2, "pobj": 0.9}
_MAIN = 0.5
_OWNER_OF_SUBJECT = 2.6
"""Of "the delegation of Hess was led by his aide", whose the subject is."""
_PHRASE = frozenset({"appos", "poss", "conj", "compound", "nmod"})
_OBJECTS = frozenset({"dobj", "pobj", "dative"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that a reference may mean and how much it stands out."""

    found: Found
    weight: float


def before(doc: Document, cast: Cast, t: Token, reach: int = REACH) -> Iterator[tuple[int, Found]]:
    """Mentions before a token, nearest first, each with how many sentences back."""
    for i in range(t.i - 1, -1, -1):
        back = t.sentence - doc.tokens[i].sentence
        if back >= reach:
            return
        f = cast.covered.get(i)
        if f is not None and f.last == i + 1:
            yield back, f


def standing(
    doc: Document,
    cast: Cast,
    t: Token,
    fits: Callable[[Found], bool],
    adjust: Callable[[Found], float],
    unnamed: Callable[[Token], bool],
) -> list[Candidate]:
    """The fitting actors before a token, the one that stands out most first, each by its best mention.

    Nouns that are `unnamed` compete, without actors: of "Hess met a woman. She …" nobody can be told.
    """
    seen = [(back, f) for back, f in _met(doc, cast, t, unnamed) if (not f.actors or fits(f)) and may_mean(doc, t, f)]
    often = Counter(f.actors for _, f in seen)
    best: dict[tuple[str, ...], Candidate] = {}
    for back, f in seen:
        weight = role_of(doc, f) - _A_SENTENCE * back + _OFTEN * min(often[f.actors], 4) + adjust(f)
        if f.actors not in best or weight > best[f.actors].weight:
            best[f.actors] = Candidate(f, weight)
    return sorted(best.values(), key=lambda c: -c.weight)


def _met(doc: Document, cast: Cast, t: Token, unnamed: Callable[[Token], bool]) -> Iterator[tuple[int, Found]]:
    """Mentions and unnamed nouns before a token, each with how many sentences back."""
    for i in range(t.i - 1, -1, -1):
        back = t.sentence - doc.tokens[i].sentence
        if back >= REACH:
            return
        f = cast.covered.get(i)
        if f is not None and f.last == i + 1:
            yield back, f
        elif f is None and unnamed(doc.tokens[i]):
            yield back, Found(i, i + 1, i, (), How.DESCRIPTION)


def outstanding(candidates: list[Candidate], margin: float = MARGIN) -> tuple[str, ...]:
    """The actors of the first candidate where it stands out over the second; else nobody."""
    if not candidates or (len(candidates) > 1 and candidates[0].weight - candidates[1].weight < margin):
        return ()
    return candidates[0].found.actors


def role_of(doc: Document, f: Found) -> float:
    """How much a mention stands out by its part in the sentence; a name in apposition by that of its noun."""
    t = doc.tokens[f.head]
    while t.dep in {"conj", "appos"} and t.head != t.i:
        t = doc.head(t)
    if t.dep == "pobj" and doc.head(t).dep == "agent":
        return _ROLES["agent"]
    if t.dep == "poss" or (t.dep == "pobj" and doc.head(t).lower == "of"):
        noun = doc.head(t) if t.dep == "poss" else doc.head(doc.head(t))
        if noun.dep in _SUBJECTS and noun.pos == "NOUN":
            return _OWNER_OF_SUBJECT
    weight = _ROLES.get(t.dep, 0.6)
    return weight + _MAIN if t.dep in _SUBJECTS and doc.head(t).dep in {"ROOT", "conj"} else weight


def may_mean(doc: Document, t: Token, f: Found) -> bool:
    """Whether syntax lets a pronoun mean what comes before it: not what it modifies, nor its own verb's subject."""
    head = doc.tokens[f.head]
    if t.dep in _OBJECTS and t.tag == "PRP" and head.dep in _SUBJECTS and not t.lower.endswith(("self", "selves")):
        verbs = [up.i for up in doc.path_up(t) if up.pos in {"VERB", "AUX"}][:1]
        if head.head in verbs:
            return False
    return not _inside(doc, t, f.head)


def _inside(doc: Document, t: Token, head: int) -> bool:
    """As in "her neighbour, Hess": a pronoun that the phrase of a name itself has is not that name."""
    for up in doc.path_up(t):
        if up.i == head:
            return True
        if up.dep not in _PHRASE:
            return False
    return False
