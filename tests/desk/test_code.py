"""Coding in a pipe."""

import io
import json
from collections.abc import Iterator
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from parley.desk.code import Coding, Remark, code
from parley.desk.layer import Layer
from parley.terms.ports import Reader
from parley.terms.schema import schema

ROWS = [
    {"id": "one", "text": "Northland accused Southmark. Northland met Southmark in Harbour.", "language": "en"},
    {"id": "two", "text": "Nothing of note.", "language": "en"},
    {"id": "three", "text": "Northland accused Southmark.", "language": "fa"},
]


def rows(*given: Any) -> io.BytesIO:
    """Rows as they come through a pipe; text stays as it is."""
    return io.BytesIO("".join(f"{g if isinstance(g, str) else json.dumps(g)}\n" for g in given).encode())


def objects(out: Iterator[str | Remark]) -> list[dict[str, Any]]:
    """The lines of the output as objects."""
    return [json.loads(o) for o in out if isinstance(o, str)]


@pytest.mark.parametrize("layer", list(Layer))
def test_contract_first_then_reports_in_order(layer: Layer, pattern_reader: Reader) -> None:
    """Every report of the input has its line, in order, whatever is found in it; every line keeps the schema."""
    out = objects(code(rows(*ROWS), "rows", Coding([pattern_reader], layer)))
    assert out[0]["kind"] == "contract"
    assert [o["id"] for o in out if o["kind"] == "report"] == ["one", "two", "three"]
    check = jsonschema.Draft202012Validator(schema())
    for line in out:
        check.validate(line)


def test_unread_is_marked(pattern_reader: Reader) -> None:
    """A report in another language is there, unread, with why."""
    out = objects(code(rows(ROWS[2]), "rows", Coding([pattern_reader])))
    assert (out[-1]["state"], "'fa'" in out[-1]["why"]) == ("unread", True)


def test_text_only_when_asked(pattern_reader: Reader) -> None:
    """Texts are not written out again by default."""
    for with_text in (False, True):
        out = objects(code(rows(ROWS[0]), "rows", Coding([pattern_reader], with_text=with_text)))
        assert (out[1]["text"] is not None) is with_text


def test_wrong_row_is_remarked_in_its_place(pattern_reader: Reader) -> None:
    """It is named with its line; what follows is coded."""
    out = list(code(rows(ROWS[0], "{not json", ROWS[1]), "rows", Coding([pattern_reader])))
    (remark,) = (o for o in out if isinstance(o, Remark))
    assert remark.left_out
    assert "rows, line 2" in remark.words
    assert out.index(remark) < len(out) - 1
    assert len([o for o in out if isinstance(o, str) and '"kind": "report"' in o]) == 2


def test_joins_within_a_report_only(pattern_reader: Reader) -> None:
    """Two reports that tell the same thing make two statements."""
    twice = [{"id": i, "text": "Northland accused Southmark.", "language": "en"} for i in ("a", "b")]
    out = objects(code(rows(*twice), "rows", Coding([pattern_reader])))
    assert sum(o["kind"] == "statement" for o in out) == 2
