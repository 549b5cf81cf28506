"""Harm and links as people type them: values with parts of their own, each named by its place where it is amiss."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from parley.desk.actors import actor_among
from parley.desk.amiss import AmissError
from parley.record import AmbiguousError, Record
from parley.terms.enums import HarmKind, LinkRel

HARM_HINT = "killed 12, injured 3 to 5 of ACTOR, displaced 1000+, captured up to 5; no number: killed many"
LINKS_HINT = "content ID, answers ID; ids with commas between"
MANY = 1_000_000_000
_HARM = re.compile(
    r"(?P<kind>\S+)(?:\s+(?:(?P<low>\d+)\s*(?:to|-|–|…)\s*(?P<high>\d+)|(?P<least>\d+)\+|up to (?P<most>\d+)|"
    r"(?P<exact>\d+)|(?P<words>(?!of\s).+?)))?(?:\s+of\s+(?P<side>.+))?"
)


def harm_typed(value: Mapping[str, Any]) -> str:
    """One harm of the wire as a person types it.

    >>> harm_typed({"kind": "killed", "low": 3, "high": 5, "text": "", "side": "northland"})
    'killed 3 to 5 of northland'
    >>> harm_typed({"kind": "killed", "low": None, "high": None, "text": "many dead, or more", "side": None})
    'killed many dead or more'
    """
    low, high = value.get("low"), value.get("high")
    words = {
        (False, False): re.sub(r"[,\s]+", " ", str(value.get("text") or "")),
        (True, False): f"{low}+",
        (False, True): f"up to {high}",
        (True, True): str(low) if low == high else f"{low} to {high}",
    }[low is not None, high is not None]
    side = f"of {value['side']}" if value.get("side") else ""
    return " ".join(w for w in (str(value.get("kind")), words, side) if w)


def link_typed(value: Mapping[str, Any]) -> str:
    """One link of the wire as a person types it."""
    return f"{value.get('rel')} {value.get('to')}"


def harm_from(record: Record, typed: str, held: Sequence[Mapping[str, Any]] = ()) -> list[dict[str, Any]]:
    """Harm as typed, on the wire; what is typed as it is held keeps the report's own words.

    Raises AmissError that names the part.
    """
    known = {harm_typed(h): dict(h) for h in held}
    return [known.get(part) or _harm(record, place, part) for place, part in _parts("harm", typed)]


def links_from(record: Record, typed: str, own: str = "") -> list[dict[str, Any]]:
    """Links as typed, on the wire; `own` is what they are to be links of. Raises AmissError that names the part."""
    return [_link(record, place, part, own) for place, part in _parts("links", typed)]


def _parts(field: str, typed: str) -> Iterator[tuple[str, str]]:
    """The parts between commas, each with its place in words."""
    parts = [" ".join(p.split()) for p in typed.split(",")]
    for n, part in enumerate((p for p in parts if p), 1):
        yield f"{field}, part {n}", part


def _harm(record: Record, place: str, part: str) -> dict[str, Any]:
    found = _HARM.fullmatch(part)
    kinds = [k.value for k in HarmKind]
    if found is None or found["kind"] not in kinds:
        raise AmissError(f"{place}: {part!r} is no harm", f"Begin with one of {', '.join(kinds)}: {HARM_HINT}")
    low, high = _range(found)
    if low is None and high is None and not found["words"]:
        raise AmissError(f"{place}: {part!r} does not say of how many", f"Add a number, or words: {HARM_HINT}")
    if max(low or 0, high or 0) > MANY or (low is not None and high is not None and low > high):
        raise AmissError(f"{place}: {part!r} is no range", "Write the lower number first: injured 3 to 5")
    return {"kind": found["kind"], "low": low, "high": high, "text": _words(found), "side": _side(record, place, found)}


def _range(found: re.Match[str]) -> tuple[int | None, int | None]:
    low, high = found["low"] or found["least"] or found["exact"], found["high"] or found["most"] or found["exact"]
    return int(low) if low else None, int(high) if high else None


def _words(found: re.Match[str]) -> str:
    """What was typed, without its kind where a number stands, and without its side."""
    whole = found.string if found["side"] is None else found.string[: found.start("side")].rstrip().removesuffix(" of")
    return found["words"] or whole


def _side(record: Record, place: str, found: re.Match[str]) -> str | None:
    if found["side"] is None:
        return None
    try:
        return actor_among(found["side"], record.actors())
    except AmissError as e:
        raise AmissError(f"{place}: {e.what}", e.remedy) from e


def _link(record: Record, place: str, part: str, own: str) -> dict[str, Any]:
    rel, _, to = part.partition(" ")
    rels = [r.value for r in LinkRel]
    if rel not in rels or not to:
        raise AmissError(f"{place}: {part!r} is no link", f"Write one of {', '.join(rels)}, then an id: content p12ab")
    try:
        held = record.find(to)
    except AmbiguousError as e:
        raise AmissError(f"{place}: {to!r} begins several ids", "Type more of it.") from e
    if held is None:
        raise AmissError(f"{place}: the record holds no statement or talk {to!r}", "Copy its id from its own page.")
    if own in {held.id, *(m.proposal for m in held.mentions)}:
        raise AmissError(f"{place}: {to!r} is this statement itself", "Name another one.")
    return {"rel": rel, "to": held.id}
