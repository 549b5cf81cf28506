"""Scoring a record against gold."""

import json
from pathlib import Path
from typing import Any

import pytest

from parley.desk.amiss import AmissError
from parley.desk.by import By
from parley.desk.score import Reading, read_gold, score
from parley.desk.score_tables import as_object, error_lines, of_all, table
from parley.scoring import BY

OWN = [{"who": "report", "stance": "asserts"}]
ALLEGED = [{"who": None, "stance": "alleges"}]
TEXT = "Northland accused Southmark. Southmark denies attacking Northland. Northland met Southmark in Harbour."
pytestmark = pytest.mark.usefixtures("installed_reader")


def event(word: str, type_: str, actors: list[str], recipients: list[str], **more: Any) -> dict[str, Any]:
    """A gold event at a word of the text."""
    at, fields = TEXT.index(word), {"reality": ["happened"], "voices": [OWN], "fact": True}
    sides = {"actors": [actors], "recipients": [recipients]}
    return {"anchor": [at, at + len(word)], "type": [type_], **sides, **fields, **more}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Three events, of which the reader finds two, one with the wrong voice; a talk."""
    events = [
        event("accused", "ACCUSE", ["Northland"], ["Southmark"]),
        event("attacking", "ASSAULT", ["Southmark"], ["Northland"], voices=[ALLEGED], fact=False),
        event("met", "CONSULT", ["Northland", "Southmark"], []),
    ]  # fmt: skip
    at = TEXT.index("met")
    talk = {
        "anchor": [at, at + 3],
        "parties": ["Northland", "Southmark"],
        "mediators": [],
        "hosts": [],
        "venue": "Harbour",
    }
    talks = [{**talk, "date": None, "outcome": "agreement"}]
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT, "gold": {"events": events, "talks": talks}}), encoding="utf-8")
    return path


def test_reads_and_scores(gold: Path) -> None:
    """The gold's own texts are read with the installed reader."""
    scored = score(gold)
    assert scored.remarks == ()
    out = as_object(scored, By.VOICE, with_errors=True)
    assert out["passages"] == 1
    events, talks = out["forms"]["event"], out["forms"]["talk"]
    assert events["found"] == {"gold": 3, "record": 2, "right": 2, "p": 1.0, "r": 0.667, "f1": 0.8}
    assert events["fields"]["voices"]["share"] == 0.5
    assert (events["facts_kept"], events["leak"], events["facts"], events["nonfacts"]) == (0.5, 0.0, 2, 1)
    assert talks["fields"]["outcome"] == {
        "gold": 1,
        "record": 1,
        "right": 0,
        "p": 0.0,
        "r": 0.0,
        "f1": 0.0,
        "share": 0.0,
    }
    assert talks["fields"]["venue"]["f1"] == 1.0
    assert set(out["by"]["voice"]) == {"report", "unnamed"}
    assert [e["kind"] for e in out["errors"]] == ["difference", "miss", "difference"]


def test_table(gold: Path) -> None:
    """A row for each form and measure; apart for each group where that is asked for."""
    scored = score(gold)
    plain, apart = table(scored), table(scored, By.TYPE)
    assert next(r["measure"] for r in plain.as_objects() if r["form"] == "event") == "found"
    assert {r["measure"] for r in plain.as_objects()} >= {"voices", "whole record", "leak", "facts kept", "venue"}
    assert {r["type"] for r in apart.as_objects()} == {"all", "ACCUSE", "ASSAULT", "CONSULT", "agreement"}
    assert [f.form.value for f in of_all(scored)] == ["event", "talk"]


def test_errors_in_words(gold: Path) -> None:
    """Each error has its place, both codings, and its sentence."""
    lines = list(error_lines(score(gold)))
    assert lines[0] == "DIFFERENCE event in a at 'attacking', differs in voices"
    assert lines[3].strip() == "Southmark denies attacking Northland."
    assert "MISS event in a at 'met'" in lines


def test_lines_written_before(gold: Path, tmp_path: Path) -> None:
    """Lines of `parley code` come to the same figures as reading."""
    from io import BytesIO

    from parley.desk.code import code, coding
    from parley.desk.layer import Layer

    row = json.dumps({"id": "a", "text": TEXT}).encode()
    lines = tmp_path / "lines.jsonl"
    out = code(BytesIO(row), "rows", coding(Layer.STATEMENTS, False, None, None))
    lines.write_text("\n".join(str(o) for o in out), encoding="utf-8")
    assert as_object(score(gold, lines)) == as_object(score(gold))


def test_passage_without_lines(gold: Path, tmp_path: Path) -> None:
    """It is scored as not read, and named; lines of none of the passages are refused."""
    row = json.loads(gold.read_text(encoding="utf-8"))
    gold.write_text("\n".join(json.dumps({**row, "id": i}) for i in ("a", "b")), encoding="utf-8")
    lines = tmp_path / "lines.jsonl"
    report = {"kind": "report", "id": "b", "title": None, "publisher": None, "url": None, "published": None}
    rest = {"retrieved": None, "language": None, "text": None, "sha256": "0", "state": "read", "why": None}
    more: dict[str, Any] = {"appearances": [], "handling": "open", "reliability": None}
    lines.write_text(json.dumps({**report, **rest, **more}), encoding="utf-8")
    scored = score(gold, lines)
    assert [r.words for r in scored.remarks] == ["no line is of a: scored as if nothing was found in it"]
    assert as_object(scored)["forms"]["event"]["found"]["gold"] == 6
    lines.write_text("", encoding="utf-8")
    with pytest.raises(AmissError, match="no line is of a passage"):
        score(gold, lines)


@pytest.mark.parametrize(
    ("line", "what"), [("{", "line 1"), ("[1]", "not an object"), ('{"kind": "talk", "id": "p"}', "missing")]
)
def test_bad_lines(gold: Path, tmp_path: Path, line: str, what: str) -> None:
    """A line that breaks the contract is named."""
    lines = tmp_path / "lines.jsonl"
    lines.write_text(line, encoding="utf-8")
    with pytest.raises(AmissError, match=what):
        score(gold, lines)


def test_bad_gold(tmp_path: Path) -> None:
    """The line and the field are named, with what to write."""
    bad = tmp_path / "bad.jsonl"
    with pytest.raises(AmissError, match="cannot be opened"):
        read_gold(bad)
    bad.write_text("\n", encoding="utf-8")
    with pytest.raises(AmissError, match="no rows"):
        read_gold(bad)
    bad.write_text('{"id": "a", "text": "x", "gold": {"events": [{"anchor": [0, 1]}]}}', encoding="utf-8")
    with pytest.raises(AmissError) as told:
        read_gold(bad)
    assert "bad.jsonl, line 1: gold.events[0].type: the field is missing" in told.value.what
    assert 'Give "type"' in told.value.remedy


def test_lines_and_pipeline_exclude_each_other(gold: Path) -> None:
    """What was read before is not read otherwise by an option."""
    with pytest.raises(AmissError, match="change nothing"):
        score(gold, gold, Reading(pipeline="en_core_web_sm"))


def test_groups_are_those_of_the_room() -> None:
    """The words that the command line knows are those that scoring knows."""
    assert {b.value for b in By} == set(BY)


SHORT = f"""#P a 2024-05-20 wire
TEXT {TEXT}
E accused :: ACCUSE :: Northland :: Southmark :: H :: r
"""


def test_gold_in_the_short_form_is_scored_alike(tmp_path: Path) -> None:
    """By its name alone it is known for that."""
    (tmp_path / "gold.txt").write_text(SHORT, encoding="utf-8")
    (passage,) = read_gold(tmp_path / "gold.txt")
    assert passage.text == TEXT
    events = of_all(score(tmp_path / "gold.txt"))[0]
    assert events.found.right == events.found.gold == 1


def test_a_fault_of_the_short_form_is_named_by_its_line(tmp_path: Path) -> None:
    """The passage's line, where the row as a whole is at fault."""
    (tmp_path / "gold.txt").write_text(f"// a remark\n{SHORT}\n{SHORT}", encoding="utf-8")
    with pytest.raises(AmissError, match=r"line 6: id: the id 'a' was given before, on line 2"):
        read_gold(tmp_path / "gold.txt")
