"""Rows of gold, good and bad."""

import json
from pathlib import Path
from typing import Any

import pytest

from parley.scoring import GoldError, Passage, passages
from parley.terms.enums import Form

TEXT = "Norway met Sudan."
EVENT: dict[str, Any] = {
    "anchor": [7, 10], "type": ["CONSULT"], "actors": [["Norway", "Sudan"]], "recipients": [[]],
    "reality": ["happened"], "voices": [[{"who": "report", "stance": "asserts"}]], "fact": True,
}  # fmt: skip


def row(gold: Any, **fields: Any) -> str:
    """A row with its gold."""
    return json.dumps({"id": "a", "text": TEXT, "gold": gold, **fields})


def test_own_gold(gold: list[Passage]) -> None:
    """Anchors are words; a tie that says who leads is a role, and roles that were not asked for are no extras."""
    assert [p.id for p in gold] == ["hills", "strait", "river", "coast"]
    assert all(i.heads[0].of(p.text).isalpha() for p in gold for i in p.items)
    assert [i.first("person") for i in gold[0].of(Form.ROLE)] == ["Omar Teku", "Ingrid Dahl", "Omar Teku"]
    assert [Form.ROLE in p.coded for p in gold] == [True, False, False, False]


def test_only_what_is_needed() -> None:
    """Mode, date, place, title and date of publication may be missing; a blank line is passed over."""
    (passage,) = passages(["", row({"events": [EVENT]}).encode(), "\n"])
    assert (len(passage.items), passage.acts_for, passage.published) == (1, {}, None)


@pytest.mark.parametrize(
    ("line", "place", "what"),
    [
        ("{not json", "", "not JSON"),
        (b"\xff", "", "not UTF-8"),
        ("[1]", "", "an object was expected"),
        (json.dumps({"text": TEXT, "gold": {"events": []}}), "id", "missing"),
        (row({"events": []}, text=" "), "text", "a string was expected"),
        (row([]), "gold", "an object was expected"),
        (row({}), "gold", "codes nothing"),
        (row({"events": {}}), "gold.events", "a list was expected"),
        (row({"events": [EVENT, 3]}), "gold.events[1]", "an object was expected"),
        (row({"events": [EVENT | {"anchor": [7, 99]}]}), "gold.events[0].anchor", "17 characters"),
        (row({"events": [EVENT | {"anchor": [7]}]}), "gold.events[0].anchor", "[start, end]"),
        (row({"events": [EVENT | {"type": ["MEET"]}]}), "gold.events[0].type[0]", "'MEET' is no root"),
        (row({"events": [EVENT | {"type": "CONSULT"}]}), "gold.events[0].type", "a list was expected"),
        (row({"events": [EVENT | {"actors": []}]}), "gold.events[0].actors", "no reading"),
        (row({"events": [EVENT | {"fact": "yes"}]}), "gold.events[0].fact", "true, false or null"),
        (row({"events": [EVENT | {"date": ["May"]}]}), "gold.events[0].date[0]", "no interval"),
        (
            row({"events": [EVENT | {"voices": [[{"who": None, "stance": "swears"}]]}]}),
            "gold.events[0].voices[0][0].stance",
            "'swears' is no stance",
        ),
        (row({"events": [{k: v for k, v in EVENT.items() if k != "fact"}]}), "gold.events[0].fact", "missing"),
        (row({"ties": [{"anchor": [0, 6], "from": "a", "to": "b", "relation": "kin", "sign": 2}]}), "", "no sign"),
        (row({"judgements": [{"anchor": [0, 6], "verdict": "failure", "by": 3}]}), "gold.judgements[0].by", "a string"),
        (row({"events": [], "acts_for": {"Dahl": 1}}), "gold.acts_for.Dahl", "a string was expected"),
    ],
)
def test_bad_gold_says_where(line: str | bytes, place: str, what: str) -> None:
    """The line, the field's path, what is wrong and what to write are told."""
    with pytest.raises(GoldError) as told:
        passages([row({"events": []}, id="first"), line])
    assert told.value.line == 2
    assert place in told.value.place
    assert what in told.value.what
    assert told.value.remedy


def test_an_id_twice() -> None:
    """Two passages of one id could not be told apart in a record."""
    with pytest.raises(GoldError, match="given before, on line 1"):
        passages([row({"events": []}), row({"events": []})])


def test_files_are_the_projects_own() -> None:
    """Gold and record are read whole: no line of either is broken."""
    for name in ("gold.jsonl", "record.jsonl"):
        lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
        assert all(isinstance(json.loads(line), dict) for line in lines)
