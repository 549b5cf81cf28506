"""A corpus into a record: the answers are those that `parley read` gives, in any order, by any number of workers."""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.corpus.builder import corpus_of, frail, one

from parley import samples
from parley.corpus import Recipe
from parley.desk import corpus
from parley.desk.ingest import ingest
from parley.desk.reports import read_into
from parley.record import Record
from parley.terms.ports import Reader
from parley.terms.slice import Slice

NAMES = ("Northland", "Southmark", "Westhold")
SENTENCES = st.builds(
    "{} {} {}.".format,
    st.sampled_from(NAMES),
    st.sampled_from(["accused", "denies attacking", "saw"]),
    st.sampled_from(NAMES),
) | st.builds("{} met {} in Oldport.".format, st.sampled_from(NAMES), st.sampled_from(NAMES))
ROWS = st.fixed_dictionaries(
    {"text": st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join), "language": st.just("en")},
    optional={
        "publisher": st.sampled_from(["Wire", "Post", "Herald"]),
        "published": st.sampled_from(["2031-01-02", "2031-01-03", "2031-02-04"]),
        "title": st.sampled_from(["On it", "More"]),
    },
)


def told(record: Record) -> Slice:
    """All that a record answers."""
    return record.slice()


def written(path: Path, rows: Sequence[dict[str, Any]]) -> Path:
    """Rows in a file."""
    path.write_text("".join(f"{json.dumps(r)}\n" for r in rows), encoding="utf-8")
    return path


@settings(max_examples=25, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=9), st.randoms(use_true_random=False), st.integers(1, 5))
def test_the_answers_are_those_of_read(rows: list[dict[str, Any]], chance: random.Random, size: int) -> None:
    """Whatever the order and the parts; texts that several outlets printed among them. Again adds nothing."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        with Record.open(folder / "read.db") as by_read, Record.open(folder / "corpus.db") as by_corpus:
            read_into(by_read, [written(folder / "a.jsonl", rows)], frail())
            chance.shuffle(rows)
            corpus_of(written(folder / "b.jsonl", rows), folder / "c", size=size)
            ingest(folder / "c", by_corpus)
            assert told(by_corpus) == told(by_read)
            again = ingest(folder / "c", by_corpus)
            assert (again.reports, again.proposals) == (0, 0)
            assert told(by_corpus) == told(by_read)


def test_the_sample_reports_give_the_same(tmp_path: Path) -> None:
    """By the default reader, two workers, three reports a part."""
    from parley.desk.readers import readers

    corpus.read([samples.folder()], tmp_path / "c", partial(readers), corpus.How(workers=2, size=3, seconds=300))
    with Record.open(tmp_path / "read.db") as by_read, Record.open(tmp_path / "corpus.db") as by_corpus:
        read_into(by_read, [samples.folder()], readers())
        done = ingest(tmp_path / "c", by_corpus)
        assert told(by_corpus) == told(by_read)
    assert (done.reports, done.parts, done.left_out) == (9, 3, ())


def test_a_report_that_the_record_refuses_costs_itself(tmp_path: Path) -> None:
    """One id for two texts, in two parts: the second is named, the rest is kept."""
    rows = [{"text": f"Northland accused Southmark. {n}", "id": "a" if n < 2 else str(n)} for n in range(5)]
    corpus_of(written(tmp_path / "a.jsonl", rows), tmp_path / "c", size=1)
    with Record.open(tmp_path / "r.db") as record:
        done = ingest(tmp_path / "c", record)
        assert (done.reports, len(done.left_out)) == (4, 1)
        assert "another text under this id" in done.left_out[0].why
        again = ingest(tmp_path / "c", record)
        assert (again.reports, len(again.left_out)) == (0, 1)


def test_unread_reports_are_kept_unread(tmp_path: Path) -> None:
    """As `parley read` keeps them; read later by another reader, they are."""
    rows = [{"text": "Les émissaires se sont réunis lundi.", "language": "fr"}]

    def french() -> tuple[Reader, ...]:
        return (frail()[0].__class__(languages=("fr",)),)  # type: ignore[call-arg]

    corpus_of(written(tmp_path / "a.jsonl", rows), tmp_path / "c")
    with Record.open(tmp_path / "r.db") as record:
        ingest(tmp_path / "c", record)
        assert record.counts()["unread"] == 1
        corpus_of(tmp_path / "a.jsonl", tmp_path / "c2", one(), recipe=Recipe(french, 5))
        ingest(tmp_path / "c2", record)
        assert record.counts()["unread"] == 0
