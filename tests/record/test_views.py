"""The views that Datasette shows: readable, corrected, and without what nobody may see there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.web.telling import READER, readings

from parley.record import Record
from parley.terms.enums import Action, Handling
from parley.terms.log import Decision

pytestmark = pytest.mark.of_a_file

VIEWS = (
    "v_actors", "v_events", "v_judgements", "v_offices", "v_positions", "v_quotes", "v_reports", "v_talks", "v_ties",
    "v_voices",
)  # fmt: skip


def rows(path: Path, view: str) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(path)) as c:
        c.row_factory = sqlite3.Row
        return [dict(r) for r in c.execute(f"SELECT * FROM {view} ORDER BY 1")]


def decide(record: Record, action: Action, target: str, **more: Any) -> Decision:
    """Decide, and let it take effect on the tables: whatever asks the record next does that."""
    made = record.decide(action, target, "ana", **more)
    record.settle()
    return made


def everything(path: Path) -> str:
    """All that any view shows."""
    with closing(sqlite3.connect(path)) as c:
        named = [n for (n,) in c.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    return repr({view: rows(path, view) for view in named if view not in ("v_base_hidden", "v_base_corrections")})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "r.db"


@pytest.fixture
def record(path: Path) -> Record:
    made = Record.open(path)
    made.add(readings(), READER)
    made.settle()
    return made


def test_the_views_are_these(record: Record, path: Path) -> None:
    """Each of those that are documented, and each has rows of a record that tells every form."""
    with closing(sqlite3.connect(path)) as c:
        named = {n for (n,) in c.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
    assert {n for n in named if not n.startswith("v_base_")} == set(VIEWS)
    assert all(rows(path, view) for view in VIEWS)
    assert len(rows(path, "v_events")) == sum(s.form == "event" for s in record.slice().statements)


def test_an_event_is_told_in_words(record: Record, path: Path) -> None:  # noqa: ARG001 - makes the file
    """Names for ids, days, status, and the quote with its source."""
    (shelling,) = (e for e in rows(path, "v_events") if e["fact"] == "yes")
    wanted = {
        "who": "Northland", "act": "ASSAULT", "whom": "Southmark", "first_day": "2031-05-03", "status": "reported",
        "reality": "happened", "tellings": 2, "outlet": "The Ledger", "report": "first",
    }  # fmt: skip
    assert {k: shelling[k] for k in wanted} == wanted
    assert shelling["quote"].startswith("Northland shelled")


def test_a_talk_is_told_in_words(record: Record, path: Path) -> None:  # noqa: ARG001
    """Parties, mediators, hosts, place and outcome."""
    (talk,) = rows(path, "v_talks")
    wanted = {
        "title": "Eastmere talks", "outcome": "no-result", "parties": "Northland; Southmark",
        "mediators": "Harbour Union", "hosts": "Harbour Union", "place": "Eastmere", "round": 1,
    }  # fmt: skip
    assert {k: talk[k] for k in wanted} == wanted


def test_corrections_are_shown_and_undone_ones_are_not(record: Record, path: Path) -> None:
    """Of a statement and of its report; emptied is empty."""
    tie = next(s for s in record.slice().statements if s.form == "tie")
    first = decide(record, Action.CORRECT, tie.id, field="to", new=["southmark", "mara-voss"])
    assert rows(path, "v_ties")[0]["whom"] == "Southmark; Mara Voss"
    decide(record, Action.UNDO, str(first.seq), undoes=first.seq)
    assert rows(path, "v_ties")[0]["whom"] == "Harbour Union"
    talk = record.slice().talks[0]
    decide(record, Action.CORRECT, talk.id, field="place", new=None)
    assert rows(path, "v_talks")[0]["place"] is None
    decide(record, Action.CORRECT, "first", field="title", new="Another title")
    assert rows(path, "v_reports")[0]["title"] == "Another title"


def test_what_was_rejected_is_in_no_view(record: Record, path: Path) -> None:
    """Until the decision is undone."""
    attack = next(s for s in record.slice().statements if s.status == "contested")
    made = decide(record, Action.REJECT, attack.id)
    assert attack.id not in everything(path)
    decide(record, Action.UNDO, str(made.seq), undoes=made.seq)
    assert attack.id in everything(path)


def test_a_withdrawn_report_is_in_no_view(record: Record, path: Path) -> None:
    """Neither its name nor its words, nor who is named by it alone."""
    decide(record, Action.WITHDRAW, "first")
    shown = everything(path)
    assert "The Ledger" not in shown
    assert "Eastmere" not in shown
    assert "Mara Voss" not in shown
    assert [r["id"] for r in rows(path, "v_reports")] == ["second"]


@pytest.mark.parametrize("handling", [Handling.RESTRICTED, Handling.SOURCE_SENSITIVE])
def test_what_a_marked_report_tells_is_in_no_view(path: Path, handling: Handling) -> None:
    """Marked when it was read, also what another report tells too: how it is told here rests on both."""
    one, two = readings()
    with Record.open(path) as record:
        record.add([replace(one, report=replace(one.report, handling=handling)), two], READER)
        record.settle()
    shown = everything(path)
    for words in ("The Ledger", "Eastmere", "Mara Voss", "shelled", "Shells on the port"):
        assert words not in shown
    assert [r["id"] for r in rows(path, "v_reports")] == ["second"]


def test_a_mark_that_is_set_later_counts_as_long_as_it_stands(record: Record, path: Path) -> None:
    """Set, undone, the undo undone, and set to open in the end."""
    made = decide(record, Action.CORRECT, "first", field="handling", new="restricted")
    assert "The Ledger" not in everything(path)
    undo = decide(record, Action.UNDO, str(made.seq), undoes=made.seq)
    assert "The Ledger" in everything(path)
    decide(record, Action.UNDO, str(undo.seq), undoes=undo.seq)
    assert "The Ledger" not in everything(path)
    decide(record, Action.CORRECT, "first", field="handling", new="open")
    assert "The Ledger" in everything(path)
