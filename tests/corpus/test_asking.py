"""Asking the parts: named questions, a user's own SQL, and nothing but questions."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.corpus.builder import corpus_of, rows

from parley.corpus import QUESTIONS, VIEWS, CorpusError, ask, mark_copies


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small corpus."""
    folder = tmp_path_factory.mktemp("corpus")
    texts = [
        "Northland accused Southmark. Later Northland accused Westhold. Northland met Westhold in Oldport.",
        "Southmark denies attacking Northland, a long day after the first report of it was printed.",
        "Northland accused Southmark again, and nothing else was told on that day by anybody at all.",
    ]
    corpus_of(rows(folder / "a.jsonl", texts, publisher="Wire"), folder / "c", size=2)
    mark_copies(folder / "c")
    return folder / "c"


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_has_an_answer(out: Path, name: str) -> None:
    """With columns, and rows but for copies, of which there are none."""
    answer = ask(out, QUESTIONS[name].sql)
    assert answer.columns
    assert bool(answer.rows) is (name != "copies")


def test_who_accused_whom(out: Path) -> None:
    """By month; undated accusations by the month in which they were printed, and so marked."""
    answer = ask(out, QUESTIONS["who-accused-whom"].sql)
    assert answer.rows == (
        ("2031-01", "printed", "northland", "southmark", 2, 2),
        ("2031-01", "printed", "northland", "westhold", 1, 1),
    )


def test_contested_share(out: Path) -> None:
    """One of four statements of the source is denied."""
    answer = ask(out, QUESTIONS["contested-by-source"].sql)
    assert answer.rows == (("Wire", 3, 4, 1, 0.25),)


@pytest.mark.parametrize("view", [*VIEWS, "all_statements", "all_talks", "all_proposals", "all_actors"])
def test_every_view_is_there(out: Path, view: str) -> None:
    """As the command says."""
    assert ask(out, f"SELECT * FROM {view} LIMIT 1").columns


def test_texts_can_be_asked_for(out: Path) -> None:
    """They are in the line of the contract."""
    assert len(ask(out, "SELECT id FROM reports WHERE text LIKE '%Westhold%'").rows) == 1


@pytest.mark.parametrize(
    "sql",
    [
        "COPY (SELECT 1) TO 'x.csv'",
        "CREATE TABLE t (a INT)",
        "SELECT 1; SELECT 2",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/hostname')",
        "ATTACH 'x.db'",
        "SET enable_external_access = true",
        "SELECT nothing FROM nowhere",
        "SELEKT",
    ],
)
def test_only_questions_to_the_corpus_are_answered(out: Path, sql: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written, no other file is read, and what is wrong is said."""
    monkeypatch.chdir(out.parent)
    before = sorted(p.name for p in out.parent.rglob("*"))
    with pytest.raises(CorpusError):
        ask(out, sql)
    assert sorted(p.name for p in out.parent.rglob("*")) == before


def test_no_corpus_is_said(tmp_path: Path) -> None:
    """With how to make one."""
    with pytest.raises(CorpusError, match="no finished part"):
        ask(tmp_path, "SELECT 1")
