"""From a record to Label Studio and back into it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.web.telling import tell

from parley.desk import imports
from parley.desk.amiss import AmissError
from parley.desk.export import export
from parley.desk.import_frame import Wish
from parley.desk.import_kinds import ImportKind
from parley.intake import LeftOut
from parley.record import Record
from parley.terms.enums import Action, DecisionState


@pytest.fixture
def record(tmp_path: Path) -> Record:
    made = Record.open(tmp_path / "r.db")
    tell(made)
    return made


def annotated(record: Record, folder: Path) -> list[dict[str, Any]]:
    """The record's tasks, each annotated as it was predicted."""
    export([record.slice()], "label-studio", folder)
    tasks: list[dict[str, Any]] = json.loads((folder / "tasks.json").read_text(encoding="utf-8"))
    for n, task in enumerate(tasks):
        result = task["predictions"][0]["result"]
        task["annotations"] = [{"id": n, "completed_by": {"id": 1, "email": "ana@example.org"}, "result": result}]
    return tasks


def taken(record: Record, path: Path, tasks: object) -> tuple[dict[str, int], list[LeftOut]]:
    path.write_text(json.dumps(tasks), encoding="utf-8")
    left: list[LeftOut] = []
    done = imports.import_file(record, path, ImportKind.LABEL_STUDIO, Wish("2031-06-01", leave=left.append))
    assert done.left_out == len(left)
    return dict(done.counts), left


def test_marks_come_back_as_decisions_and_twice_as_nothing(record: Record, tmp_path: Path) -> None:
    """What was kept is accepted, what was changed corrected, what is gone rejected; by whom is in the log."""
    tasks = annotated(record, tmp_path)
    part = record.slice()
    tie, role = (next(s for s in part.statements if s.form == form) for form in ("tie", "role"))
    first = next(t for t in tasks if t["data"]["report"] == "first")["annotations"][0]
    first["result"] = [r for r in first["result"] if r.get("id") != role.id]
    for row in first["result"]:
        if row.get("id") == tie.id and row["type"] == "labels":
            row["value"]["labels"] = ["tie: wary"]
    counts, left = taken(record, tmp_path / "back.json", tasks)
    assert not left
    assert counts["corrected"] == counts["rejected"] == 1
    now = {s.id: s for s in record.slice().statements}
    assert now[tie.id].body.relation == "wary"  # type: ignore[union-attr]
    decided = {i: s.decision.state for i, s in now.items() if s.decision}
    assert decided[role.id] is DecisionState.REJECTED
    assert set(decided) == set(now)
    assert {d.by for d in record.decisions()} == {"ana@example.org"}
    before = record.decisions()
    counts, left = taken(record, tmp_path / "back.json", tasks)
    assert (counts, left) == ({"tasks": len(tasks)}, [])
    assert record.decisions() == before


def test_a_new_region_is_a_statement_of_the_record(record: Record, tmp_path: Path) -> None:
    """It is held, accepted, and quotes its words; the same file again adds nothing."""
    tasks = annotated(record, tmp_path)
    task = next(t for t in tasks if t["data"]["report"] == "first")
    words = "may withdraw from the hills"
    start = task["data"]["text"].index(words)
    at = {"start": start, "end": start + len(words), "text": words}
    own = {"id": "new1", "to_name": "text"}
    task["annotations"][0]["result"] += [
        {**own, "from_name": "label", "type": "labels", "value": {**at, "labels": ["position: for"]}},
        {**own, "from_name": "who", "type": "textarea", "value": {**at, "text": ["Southmark"]}},
    ]
    counts, left = taken(record, tmp_path / "back.json", tasks)
    assert (counts["added"], left) == (1, [])
    held = record.find(next(d.target for d in record.decisions() if d.action is Action.ADD))
    assert held is not None
    assert held.mentions[0].quote == words
    assert taken(record, tmp_path / "back.json", tasks)[0] == {"tasks": 2}


def test_what_is_no_export_is_amiss(record: Record, tmp_path: Path) -> None:
    """Nothing but a list of JSON is one; deep nesting is no way in; the file's name and the remedy are said."""
    path = tmp_path / "back.json"
    for text in ("{}", "not json", "[" * 100_000):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(AmissError, match=r"back\.json: .*\n.*as JSON"):
            imports.import_file(record, path, ImportKind.LABEL_STUDIO, Wish("2031-06-01"))


def test_an_export_is_told_by_how_it_begins(record: Record, tmp_path: Path) -> None:
    """Its kind need not be said."""
    path = tmp_path / "back.json"
    path.write_text(json.dumps(annotated(record, tmp_path)), encoding="utf-8")
    assert imports.guess(path) is ImportKind.LABEL_STUDIO
