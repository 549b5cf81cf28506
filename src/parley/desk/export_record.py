"""All of a record as lines of the contract, so that an import brings it back exactly; and what of it stays out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from parley.desk.export import lines
from parley.desk.handling import shareable
from parley.desk.records import plainly
from parley.formats import jsonl
from parley.formats.catalogue import contract_of
from parley.record import Record
from parley.terms.enums import Handling


def record_lines(record: Record, include: Iterable[Handling] = ()) -> Iterator[str]:
    """All that a record holds, line by line without line ends; it is not to be written meanwhile.

    Reports that are marked stay out unless their mark is named, with what they alone tell; the last line says so.
    """
    with plainly():
        hidden = _hidden(record, include)
        source = record.without(hidden) if hidden else record
        left_out = Counter(mark.value for mark in hidden.values())
        try:
            yield from jsonl.whole(source.contents(), contract_of(source.reader()), left_out)
        finally:
            if source is not record:
                source.close()


def redacted_lines(record: Record, include: Iterable[Handling] = ()) -> Iterator[str]:
    """What a record tells, marked reports as codes only; the last line says that it is a part of the record."""
    with plainly():
        hidden = Counter(mark.value for mark in _hidden(record, include).values())
    return jsonl.partial(lines(shareable(record, include, redact=True)), hidden)


def left_out_of(record: Record, include: Iterable[Handling] = ()) -> list[str]:
    """What a person is told of the reports that stay out: a sentence for each mark, with how to take them in."""
    with plainly():
        hidden = Counter(mark.value for mark in _hidden(record, include).values())
    return [
        f"{many} reports marked {mark} stayed out (--include {mark} takes them in)" for mark, many in hidden.items()
    ]


def _hidden(record: Record, include: Iterable[Handling]) -> dict[str, Handling]:
    shown = {Handling.OPEN, *include}
    return {report: mark for report, mark in sorted(record.marks().items()) if mark not in shown}
