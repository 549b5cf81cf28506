"""A record or a slice of it as JSON Lines of the contract; a slice from them, and back."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any, TypeVar

from parley.formats.lines import ActorsDue, held_by, line, own_reports, with_actors
from parley.terms.actor import Actor
from parley.terms.kept import AsKept, Counts, Kept, Original, Redirect, Telling
from parley.terms.log import Assignment, Decision, Forecast, MergeProposal, Rating, Snapshot
from parley.terms.quotes import misquotes
from parley.terms.report import Report
from parley.terms.slice import CONTRACT, Contract, Filter, Slice
from parley.terms.statement import Proposal, Statement, Talk
from parley.terms.wire import KIND_OF, WireError, from_object

Held = Statement | Talk
PROPOSAL = KIND_OF[Proposal]
T = TypeVar("T")


def export(slice: Slice, contract: Contract) -> Iterator[str]:  # noqa: A002 - the contract's own word
    """The contract's line, then report by report what is told in it, then decisions, ratings and merge proposals.

    A statement or talk stands with the report of its first mention. Lines have no line ends.
    """
    return stream([replace(slice, asked=Filter())], contract)


def stream(parts: Iterable[Slice], contract: Contract) -> Iterator[str]:
    """The same of parts that follow one another, each with the reports that its filter names, or with all it holds.

    No more than one part is held at a time, besides the ids of the actors that were written.
    """
    yield line(contract)
    due = ActorsDue()
    for part in parts:
        due.more(part.actors)
        yield from _told(part, due)
        yield from due.rest()
        yield from map(line, part.decisions)
        yield from map(line, part.ratings)
        yield from map(line, part.merge_proposals)


def _told(part: Slice, due: ActorsDue) -> Iterator[str]:
    proposals = _by_report((p.report, p) for p in part.proposals)
    held = _by_report((_first_told(h), h) for h in held_by(part))
    for report in own_reports(part):
        yield line(report)
        yield from with_actors(proposals.pop(report.id, []), due)
        yield from with_actors(held.pop(report.id, []), due)
    for unplaced in proposals.values():
        yield from with_actors(unplaced, due)
    for untold in held.values():
        yield from with_actors(untold, due)


def whole(values: Iterable[Any], contract: Contract, left_out: Mapping[str, int] | None = None) -> Iterator[str]:
    """The lines of all that a record holds, one after the other; the last counts those before it.

    `left_out` counts the reports that were kept out of it, by their handling. What the record itself was made from
    may have been a part; its own `Counts` among the values say so.
    """
    counted: Counter[str] = Counter()
    known, out = Counts(True), +Counter(left_out or {})
    for value in chain((contract,), values):
        if isinstance(value, Counts):
            known = value
            continue
        counted[_kind(value)] += 1
        yield line(value)
    every = sorted((out + Counter(dict(known.left_out))).items())
    yield line(Counts(known.whole and not out, tuple(sorted(counted.items())), tuple(every)))


def partial(lines: Iterable[str], left_out: Mapping[str, int]) -> Iterator[str]:
    """The lines of a slice, and a last one that says that it is a part of a record, and what stayed out."""
    counted: Counter[str] = Counter()
    for text in lines:
        counted[str(json.loads(text)["kind"])] += 1
        yield text
    yield line(Counts(False, tuple(sorted(counted.items())), tuple(sorted(left_out.items()))))


def _kind(value: Any) -> str:
    return PROPOSAL if isinstance(value, AsKept) else KIND_OF[type(value)]


def load(lines: Iterable[str]) -> Slice:
    """The slice that was exported. Who loads it works out affiliations from roles and ties; what a record keeps beside
    what it tells (readings, forecasts, assignments …) is passed over here, for a slice has no place for it.

    Raises `parley.terms.wire.WireError`, naming the line, for what breaks the contract, quotes what its report does
    not say, or is of another major version.
    """
    found: dict[type[Any], list[Any]] = defaultdict(list)
    numbered = list(_values(lines))
    for number, value in numbered:
        if not found and not isinstance(value, Contract):
            raise WireError(
                f"line {number}: an export begins with its contract line, not with a {KIND_OF[type(value)]}"
            )
        if type(value) not in _KEPT:
            raise WireError(f"line {number}: a {KIND_OF[type(value)]} has no place in an export of statements")
        found[type(value)].append(value)
    _check_quotes(numbered)
    if not found:
        raise WireError("line 1: nothing is there; an export begins with its contract line")
    contract: Contract = found[Contract][0]
    check_version(contract)
    fields: dict[str, Any] = {name: tuple(found[kind]) for kind, name in _KEPT.items() if name}
    return Slice(**fields, reader=contract.reader)


def check_version(contract: Contract) -> None:
    """Refuse a contract of another major version. Raises WireError."""
    if contract.version.split(".")[0] != CONTRACT.split(".")[0]:
        raise WireError(f"line 1: contract {contract.version} cannot be read by this version, which reads {CONTRACT}")


_KEPT: dict[type[Any], str] = {
    Contract: "",
    Report: "reports",
    Actor: "actors",
    Proposal: "proposals",
    Statement: "statements",
    Talk: "talks",
    Decision: "decisions",
    Rating: "ratings",
    MergeProposal: "merge_proposals",
    **dict.fromkeys((Original, Redirect, Telling, Kept, Counts, Forecast, Snapshot, Assignment), ""),
}


def _values(lines: Iterable[str]) -> Iterator[tuple[int, Any]]:
    """Each line's number and value; blank lines are passed over."""
    for number, text in enumerate(lines, 1):
        if not text.strip():
            continue
        try:
            plain = json.loads(text)
            if not isinstance(plain, dict):
                raise WireError("an object was expected")
            yield number, from_object(plain)
        except (ValueError, KeyError) as e:
            raise WireError(f"line {number}: {e}") from e


def _check_quotes(numbered: Iterable[tuple[int, Any]]) -> None:
    texts = {value.id: value.text for _, value in numbered if isinstance(value, Report)}
    for number, value in numbered:
        if isinstance(value, Proposal | Statement | Talk):
            for fault in misquotes([value], texts):
                raise WireError(f"line {number}: {fault}")


def _first_told(held: Held) -> str:
    return held.mentions[0].report if held.mentions else ""


def _by_report(told: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for report, value in told:
        found[report].append(value)
    return found
