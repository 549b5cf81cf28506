"""Values to and from the JSON objects of the contract: one object a line, `kind` first.

A value's fields are the object's fields, with two exceptions: the body of a proposal or statement
stands flat among the fields around it, and `from_` is written `from`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from parley.terms.actor import Actor
from parley.terms.decoders import FaultError, decoder
from parley.terms.encoders import to_plain as to_plain
from parley.terms.fields import WIRE_NAME as WIRE_NAME
from parley.terms.fields import hints as hints
from parley.terms.kept import Counts, Kept, Original, Redirect, Telling
from parley.terms.layers import ActorMention, Attribution, DateMention, PlaceMention, Predicate
from parley.terms.log import Assignment, Decision, Forecast, MergeProposal, Rating, Snapshot
from parley.terms.report import Report
from parley.terms.slice import Contract
from parley.terms.statement import Proposal, Statement, Talk

KINDS: dict[str, type[Any]] = {
    "contract": Contract,
    "report": Report,
    "actor": Actor,
    "proposal": Proposal,
    "statement": Statement,
    "talk": Talk,
    "decision": Decision,
    "rating": Rating,
    "forecast": Forecast,
    "snapshot": Snapshot,
    "merge-proposal": MergeProposal,
    "assignment": Assignment,
    "original": Original,
    "redirect": Redirect,
    "telling": Telling,
    "reading": Kept,
    "counts": Counts,
    "predicate": Predicate,
    "attribution": Attribution,
    "mention": ActorMention,
    "date": DateMention,
    "place": PlaceMention,
}
KIND_OF: dict[type[Any], str] = {t: k for k, t in KINDS.items()}
encoded = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
"""One encoder for all lines: making one for each would cost more than a short line does."""


class WireError(ValueError):
    """An object that breaks the contract: says which kind, which field, and why."""


def to_object(value: Any) -> dict[str, Any]:
    """A value as one object of the contract, `kind` first."""
    return {"kind": KIND_OF[type(value)], **to_plain(value)}


def to_line(value: Any) -> str:
    """A value as one line of JSON Lines, without the line's end."""
    return encoded(to_object(value))


def from_plain(hint: Any, plain: Any, where: str) -> Any:
    """A value of the hinted type from its JSON form. Raises WireError naming the field."""
    try:
        return decoder(hint)(plain)
    except FaultError as e:
        raise WireError(f"{where}{e.path}: {e.what}") from None


def from_object(obj: Mapping[str, Any]) -> Any:
    """A value from one object of the contract. Raises WireError."""
    kind = obj.get("kind")
    if kind not in KINDS:
        raise WireError(f"kind {kind!r} is none of {', '.join(KINDS)}")
    return from_plain(KINDS[str(kind)], obj, str(kind))


def from_lines(lines: Iterable[str]) -> Iterator[Any]:
    """Values from JSON Lines; blank lines are passed over. Raises WireError naming the line."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield from_object(json.loads(line))
        except (ValueError, KeyError) as e:
            raise WireError(f"line {number}: {e}") from e
