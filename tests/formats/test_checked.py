"""Lines of an export one by one: each checked, counted, and named where it is wrong."""

from __future__ import annotations

import json

import pytest
from tests.formats.test_jsonl import contract, sample

from parley.formats import jsonl
from parley.formats.checked import Checked
from parley.terms.report import Report
from parley.terms.slice import Contract
from parley.terms.statement import Statement, Talk
from parley.terms.wire import WireError

LINES = list(jsonl.partial(jsonl.export(sample(), contract()), {"restricted": 2}))


def test_values_come_in_order_but_for_what_is_worked_out() -> None:
    """Statements and talks are checked and counted, and not made values of."""
    checked = Checked(LINES)
    values = list(checked)
    assert isinstance(values[0], Report)
    assert not any(isinstance(v, Statement | Talk | Contract) for v in values)
    assert checked.counted["statement"] == 1
    assert checked.line == len(LINES)
    assert values[-1].left_out == (("restricted", 2),)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "it is not JSON"),
        ("[1]", "JSON but no object"),
        ('{"kind": "redirect", "name": NaN, "report": ""}', "NaN is no number"),
        ('{"kind": "account", "name": "ana", "password": "x"}', "kind 'account' is none of"),
        (LINES[0], "a second contract line"),
        ('{"kind": "report"}', r"report\.id: the field is missing"),
        ("[" * 100_000, "it is not JSON"),
    ],
)
def test_a_wrong_line_is_named(line: str, said: str) -> None:
    """By its number, with what is wrong."""
    checked = Checked([*LINES[:3], "", line, *LINES[3:]])
    with pytest.raises(WireError, match=said):
        list(checked)
    assert checked.line == 5


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], "nothing is there"),
        (LINES[1:], "begins with its contract line, not with 'report'"),
        ([LINES[0].replace('"1.', '"2.')], r"contract 2\.\d cannot be read"),
        ([LINES[0].replace('"1.', '"0.')], r"contract 0\.\d cannot be read"),
    ],
)
def test_how_it_must_begin(lines: list[str], said: str) -> None:
    """With the contract's line, of this major version."""
    with pytest.raises(WireError, match=said):
        Checked(lines)


def test_lost_and_added_lines_are_noticed() -> None:
    """The last line counts the others; nothing comes after it."""
    for n in range(1, len(LINES) - 1):
        with pytest.raises(WireError, match="the last line counts"):
            list(Checked([*LINES[:n], *LINES[n + 1 :]]))
        with pytest.raises(WireError, match="the last line counts"):
            list(Checked([*LINES[:n], LINES[n], *LINES[n:]]))
    with pytest.raises(WireError, match="nothing may come after"):
        list(Checked([*LINES, LINES[1]]))


def test_a_later_minor_version_is_read_as_far_as_it_is_known() -> None:
    """Its own kinds and fields are passed over; the kinds are counted. Of this version, both are wrong."""
    newer = [LINES[0].replace('"version": "1.', '"version": "1.9', 1), *LINES[1:-1]]
    report = json.dumps({**json.loads(newer[1]), "mood": "calm"})
    more = [newer[0], report, '{"kind": "rumour", "x": 1}', *newer[2:]]
    checked = Checked(more)
    assert list(checked) == list(Checked(LINES[:-1]))
    assert dict(checked.unknown) == {"rumour": 1}
    for wrong in (report, '{"kind": "rumour", "x": 1}'):
        with pytest.raises(WireError):
            list(Checked([*LINES[:1], wrong]))
