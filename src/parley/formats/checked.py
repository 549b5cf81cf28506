"""Lines of the contract one by one, each checked against its schema, for an import."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from parley.formats.jsonl import check_version
from parley.terms.checking import check
from parley.terms.kept import Counts
from parley.terms.slice import CONTRACT, Contract
from parley.terms.statement import Statement, Talk
from parley.terms.wire import KIND_OF, KINDS, WireError, from_object

PASSED_OVER = frozenset({KIND_OF[Statement], KIND_OF[Talk]})
"""Checked and counted, but not made values of: the record works them out."""


class Checked:
    """The values of an export's lines, in order. `line` is the number of the one in hand, `counted` the kinds met.

    Statements and talks are checked and passed over. Lines of kinds that a later minor version has are counted in
    `unknown` and passed over too. Raises `WireError` for what breaks the contract; who asks knows the line.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self.line = 0
        self.counted: Counter[str] = Counter()
        self.unknown: Counter[str] = Counter()
        self._lines = iter(lines)
        self.contract = self._first()
        self._later = self.contract.version != CONTRACT

    def __iter__(self) -> Iterator[Any]:
        """The values after the contract's line."""
        ended = False
        for plain in self._objects():
            if ended:
                raise WireError("nothing may come after the line that counts all others")
            value = self._value(plain)
            ended = isinstance(value, Counts)
            if isinstance(value, Counts):
                self._compare(value)
            if value is not None:
                yield value

    def _first(self) -> Contract:
        plain = next(self._objects(), None)
        if plain is None:
            raise WireError("nothing is there; an export begins with its contract line")
        if plain.get("kind") != KIND_OF[Contract]:
            raise WireError(f"an export begins with its contract line, not with {str(plain.get('kind'))[:40]!r}")
        check(plain, lenient=True)
        contract: Contract = from_object(plain)
        check_version(contract)
        self.counted[KIND_OF[Contract]] += 1
        return contract

    def _objects(self) -> Iterator[dict[str, Any]]:
        for text in self._lines:
            self.line += 1
            if text.strip():
                yield _object(text)

    def _value(self, plain: dict[str, Any]) -> Any:
        kind = str(plain.get("kind"))
        if self._later and kind not in KINDS:
            self.unknown[kind[:40]] += 1
            return None
        if kind == KIND_OF[Contract]:
            raise WireError("a second contract line: one file holds one export")
        check(plain, lenient=self._later)
        self.counted[kind] += 1
        return None if kind in PASSED_OVER else from_object(plain)

    def _compare(self, counts: Counts) -> None:
        """What the last line counts must be there: a file may have lost lines on its way."""
        for kind, many in counts.lines:
            there = self.counted[kind] if kind in KINDS else self.unknown[kind]
            if there != many:
                raise WireError(
                    f"the last line counts {many} of kind {kind!r}, and {there} came: lines were lost or added"
                )


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no number of JSON")


def _object(text: str) -> dict[str, Any]:
    try:
        plain = json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as e:
        raise WireError(f"it is not JSON ({e.msg}, column {e.colno})") from e
    except (ValueError, RecursionError) as e:
        raise WireError(f"it is not JSON that can be read ({e})") from e
    if not isinstance(plain, dict):
        raise WireError("it is JSON but no object")
    return plain
