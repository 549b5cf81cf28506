"""Parts are finished or absent, whatever ends a run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.corpus.builder import bytes_of, corpus_of, newer, one, rows, text

from parley.corpus import CorpusError, Recipe, Telling, older, parts_in, read_older
from parley.corpus import parts as under_test
from parley.corpus.conducting import at_work
from parley.corpus.making import MANIFEST
from parley.desk.reports import silent


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Ten reports."""
    return rows(tmp_path / "a.jsonl", map(text, range(10)))


def test_manifests_tell_what_is_there(source: Path, tmp_path: Path) -> None:
    """Counts, reader with its codebook, and the files' hashes."""
    corpus_of(source, tmp_path / "c")
    found = [json.loads((p.folder / MANIFEST).read_text()) for p in parts_in(tmp_path / "c")]
    assert [m["counts"]["reports"] for m in found] == [4, 4, 2]
    assert [m["number"] for m in found] == [0, 1, 2]
    assert all(m["readers"] == [{"name": "patterns", "version": "1", "codebook": "c0de"}] for m in found)
    assert all(set(m["sha256"]) == {f"{t}.parquet" for t in under_test_tables()} for m in found)


def under_test_tables() -> tuple[str, ...]:
    """The tables of a part."""
    from parley.corpus.tables import TABLES

    return TABLES


@pytest.mark.parametrize("after", range(1, 9))
def test_a_run_that_dies_anywhere_leaves_finished_parts_only(
    after: int, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many files of a part were written; the next run makes what an undisturbed one would have."""
    left = [8 + after]  # the first part's files, and some of the second's
    write = under_test._write

    def dying(path: Path, data: bytes) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        write(path, data)

    monkeypatch.setattr(under_test, "_write", dying)
    with pytest.raises(KeyboardInterrupt):
        corpus_of(source, tmp_path / "c")
    monkeypatch.setattr(under_test, "_write", write)
    assert len(parts_in(tmp_path / "c")) == 1
    corpus_of(source, tmp_path / "c")
    corpus_of(source, tmp_path / "calm")
    assert bytes_of(tmp_path / "c") == bytes_of(tmp_path / "calm")
    assert not list((tmp_path / "c").glob(".new-*"))


def test_older_parts_are_told_and_read_again_alone(source: Path, tmp_path: Path) -> None:
    """By another codebook they are older; read again, they are what that codebook makes of them; no others change."""
    out = tmp_path / "c"
    corpus_of(source, out, size=5)
    first, second = parts_in(out)
    infos = tuple(r.info for r in newer())
    assert older((first, second), infos) == (first, second)
    before = bytes_of(out)
    assert read_older([first], out, one(), Recipe(newer, 5), Telling(silent)) == 1
    changed = {n.split("/")[0] for n, data in bytes_of(out).items() if before[n] != data}
    assert changed == {first.folder.name}
    assert older(parts_in(out), infos) == (second,)
    corpus_of(source, tmp_path / "new", size=5, recipe=Recipe(newer, 5))
    same = f"{first.folder.name}/proposals.parquet"
    assert bytes_of(out)[same] == bytes_of(tmp_path / "new")[same]


def test_an_older_part_whose_successor_never_came_is_put_back(source: Path, tmp_path: Path) -> None:
    """A run that was killed between taking the old one away and putting the new one there."""
    out = tmp_path / "c"
    corpus_of(source, out)
    before, part = bytes_of(out), parts_in(out)[0]
    part.folder.rename(out / f".old-{part.name}")
    corpus_of(source, out)
    assert bytes_of(out) == before


def test_one_run_at_a_time(source: Path, tmp_path: Path) -> None:
    """The second is refused, not mixed in."""
    with at_work(tmp_path / "c"), pytest.raises(CorpusError, match="another run is at work"):
        corpus_of(source, tmp_path / "c")


def test_a_corpus_is_not_read_into_itself(source: Path, tmp_path: Path) -> None:
    """Its own parts would be taken for reports."""
    with pytest.raises(CorpusError, match="lies within"):
        corpus_of(tmp_path, tmp_path / "c")
    assert source.exists()


def test_a_newer_form_is_refused(source: Path, tmp_path: Path) -> None:
    """With what to do; a manifest that is none, too."""
    corpus_of(source, tmp_path / "c")
    file = parts_in(tmp_path / "c")[0].folder / MANIFEST
    file.write_text(json.dumps(json.loads(file.read_text()) | {"form": 99}))
    with pytest.raises(CorpusError, match="newer Parley"):
        parts_in(tmp_path / "c")
    file.write_text("{")
    with pytest.raises(CorpusError, match="no manifest"):
        parts_in(tmp_path / "c")
