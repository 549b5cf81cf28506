"""JSON Lines of reports."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.intake import walking
from parley.intake.left_out import LeftOut
from parley.intake.rows import asked_from_jsonl, lines_of
from parley.terms.layers import GivenMention
from parley.terms.ports import Asked

TEXT = "Envoys of Harfang and Ostwald met on the ferry."


def _one(row: Any) -> Asked | LeftOut:
    (told,) = asked_from_jsonl([json.dumps(row)], "rows.jsonl")
    return told


def test_all_fields_of_a_row_are_told() -> None:
    """What a row gives stands in its report; other fields are ignored; a region is no part of a language."""
    told = _one(
        {
            "id": 7,
            "text": TEXT,
            "title": "Ferry talks",
            "published": "2021-05-03T08:00:00Z",
            "url": "https://island.example",
            "publisher": "Island Post",
            "language": "en-GB",
            "mentions": [{"start": 10, "end": 17, "actor": "harfang", "why": "given"}],
            "gold": {"events": []},
        }
    )
    assert isinstance(told, Asked)
    r = told.report
    assert (r.id, r.title, r.published, r.url) == ("7", "Ferry talks", "2021-05-03", "https://island.example")
    assert (r.publisher, r.language, r.text) == ("Island Post", "en", TEXT)
    assert told.mentions == (GivenMention(10, 17, "harfang"),)
    assert TEXT[10:17] == "Harfang"


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), min_size=1).filter(str.strip))
def test_text_is_stored_to_the_letter(text: str) -> None:
    """Spaces, control characters and lone surrogates stay as they are."""
    told = _one({"text": text})
    assert isinstance(told, Asked)
    assert told.report.text == text


@pytest.mark.parametrize(
    ("row", "part"),
    [
        ({}, "'text'"),
        ({"text": " \n"}, "'text'"),
        ({"text": 5}, "'text'"),
        ({"text": TEXT, "published": "3 May 2021"}, "'published'"),
        ({"text": TEXT, "published": 2021}, "'published'"),
        ({"text": TEXT, "title": ["Ferry"]}, "'title'"),
        ({"text": TEXT, "id": True}, "'id'"),
        ({"text": TEXT, "mentions": "harfang"}, "'mentions'"),
        ({"text": TEXT, "mentions": [{"start": 0, "end": 99, "actor": "harfang"}]}, "mentions[0]"),
        ({"text": TEXT, "mentions": [{"start": 3, "end": 3, "actor": "harfang"}]}, "mentions[0]"),
        ({"text": TEXT, "mentions": [{"start": -3, "end": 3, "actor": "harfang"}]}, "mentions[0]"),
        ({"text": TEXT, "mentions": [{"start": 0, "end": 3}]}, "mentions[0]"),
        ({"text": TEXT, "mentions": [{"start": 0, "end": 3.5, "actor": "harfang"}]}, "mentions[0]"),
        ({"text": TEXT, "mentions": [7]}, "mentions[0]"),
        ([TEXT], "object"),
        (None, "object"),
    ],
)
def test_a_bad_row_is_named_with_its_field(row: Any, part: str) -> None:
    """The line, the field, and what to write instead."""
    told = _one(row)
    assert isinstance(told, LeftOut)
    assert told.path == "rows.jsonl, line 1"
    assert part in told.why
    assert told.remedy


@pytest.mark.parametrize(
    "bad", ["{", "talks", '{"text": "a"} x', "[" * 100_000, '{"n": ' + "9" * 5000 + "}", b"\xff\xfe{"]
)
def test_a_line_that_is_no_json_is_named_and_the_rest_goes_on(bad: str | bytes) -> None:
    """One bad line costs one row; numbers count all lines, blank ones too."""
    lines: list[str | bytes] = ["", json.dumps({"text": TEXT}), bad, "  ", json.dumps({"text": TEXT + " Again."})]
    first, second, third = asked_from_jsonl(lines, "rows")
    assert isinstance(first, Asked)
    assert isinstance(second, LeftOut)
    assert second.path == "rows, line 3"
    assert isinstance(third, Asked)


def test_an_id_names_one_text() -> None:
    """The same id with another text is left out; with the same text it is the same report, told again."""
    lines = [json.dumps({"id": "a", "text": t}) for t in (TEXT, "Other words.", TEXT)]
    first, second, third = asked_from_jsonl(lines, "rows")
    assert isinstance(second, LeftOut)
    assert "'a'" in second.why
    assert first == third


def test_rows_are_read_one_at_a_time() -> None:
    """Big batches stream: nothing is read ahead."""
    taken: list[int] = []

    def lines() -> Iterator[str]:
        for number in range(10):
            taken.append(number)
            yield json.dumps({"text": f"{TEXT} {number}"})

    next(asked_from_jsonl(lines(), "rows"))
    assert taken == [0]


def test_lines_end_at_line_feeds_only() -> None:
    """Separators that a text may hold end no line; a byte-order mark and carriage returns do no harm."""
    data = "\ufeff" + json.dumps({"text": "a\u2028b\x85c"}, ensure_ascii=False) + "\r\n" + json.dumps({"text": TEXT})
    told = list(asked_from_jsonl(lines_of(BytesIO(data.encode())), "rows"))
    assert [t.report.text for t in told if isinstance(t, Asked)] == ["a\u2028b\x85c", TEXT]


def test_an_endless_line_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line over the limit is left out and not held in memory; the next one is read."""
    monkeypatch.setattr("parley.intake.rows.LIMIT", 100)
    assert walking.LIMIT > 100
    data = json.dumps({"text": "a" * 1000}).encode() + b"\n" + json.dumps({"text": TEXT}).encode()
    long, good = asked_from_jsonl(lines_of(BytesIO(data)), "rows")
    assert isinstance(long, LeftOut)
    assert "longer" in long.why
    assert isinstance(good, Asked)
