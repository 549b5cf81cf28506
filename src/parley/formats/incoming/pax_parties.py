"""Who stands in PA-X's cells of signatories and third parties, which are prose: only what their form makes sure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.terms.enums import ActorType

_BRACKETS = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")
_BETWEEN = re.compile(r"\s*(?:;|\n)\s*")
_FOR = re.compile(r"(?:signed )?(?:for|on behalf of|by)(?: and on behalf of)? (?:the )?(.+)", re.IGNORECASE)
_COLON = re.compile(r"([^:]{3,120}?)\s*:\s*(.*)", re.DOTALL)
_PERSONAL = re.compile(
    r"(?:h\.? ?e\.?|mr|mrs|ms|dr|gen|general|col|colonel|president|amb|ambassador)\b\.?", re.IGNORECASE
)
_MEDIATES = re.compile(r"\bmediat(?:or|ors|ion|ed|ing)\b|\bfacilitat(?:or|ors|ion|ed|ing)\b", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:for |the )*(?:chief |lead |co-)?(?:mediators?|facilitators?|mediation)\b[^:]*:\s*", re.IGNORECASE
)
_NOT_NAMES = frozenset({"", "and", "signed", "witnesses", "parties", "signatories", "n/a", "none"})


def signatories(text: str) -> list[tuple[str, ActorType]]:
    """The sides in a cell of signatories, each once: whom somebody signs for, else who signs.

    >>> [name for name, _ in signatories("For the Reed Front: A. Marn, Chair; For the Government of Ardova: B. Olt")]
    ['Reed Front', 'Government of Ardova']
    """
    return list(dict.fromkeys(p for part in _BETWEEN.split(_BRACKETS.sub("", text)) for p in _signatory(part)))


def _signatory(part: str) -> Iterator[tuple[str, ActorType]]:
    part = part.strip(" .,\t")
    labelled = _COLON.fullmatch(part)
    stands = _FOR.fullmatch(labelled[1] if labelled else part.split(",")[0])
    if stands is not None:
        yield from _side(stands[1])
    elif labelled is not None:
        yield from _side(labelled[1])
    else:
        name = part.split(",")[0].strip()
        if "," in part or _PERSONAL.match(name):
            yield from ((n, ActorType.PERSON) for n, _ in _side(name))
        else:
            yield from _side(name)


def _side(name: str) -> Iterator[tuple[str, ActorType]]:
    name = " ".join(name.split()).strip(" .,:")
    if name.casefold() not in _NOT_NAMES and any(c.isalpha() for c in name):
        yield name[:200], ActorType.ORGANISATION


def mediators_in(text: str) -> list[str]:
    """Third parties of whom the cell itself says that they mediated or facilitated; witnesses and guarantors are none.

    >>> mediators_in("Witnesses: C. Dahl, Norlund; Mediator: D. Ruiz, Estavia")
    ['D. Ruiz']
    """
    return list(dict.fromkeys(n for part in _BETWEEN.split(_BRACKETS.sub("", text)) for n in _mediator(part)))


def _mediator(part: str) -> Iterator[str]:
    if not _MEDIATES.search(part):
        return
    rest = _LABEL.sub("", part)
    for name, _ in _side(rest.split(",")[0]):
        if not _MEDIATES.search(name):
            yield name
