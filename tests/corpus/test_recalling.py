"""What was read comes back from its part as it was: nothing is lost on the way."""

from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.corpus.builder import corpus_of, frail, rows, text
from tests.strategies import quoting, values

from parley.corpus import CorpusError, recalled
from parley.corpus.making import Told, made_of
from parley.corpus.parcels import Parcel
from parley.corpus.parts import parts_in, write_part
from parley.corpus.recalling import parcel_again
from parley.joining import join
from parley.terms.actor import Actor
from parley.terms.affiliation import Affiliation
from parley.terms.layers import Reading, Warning  # noqa: A004 - the contract's own word
from parley.terms.report import Report
from parley.terms.slice import ReaderInfo
from parley.terms.statement import Proposal
from parley.terms.wire import to_line

READER = ReaderInfo("test", "1", "c0de")


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    """Readings of any reports, with anything that a reader may find in them."""
    made = []
    for n in range(draw(st.integers(1, 3))):
        report = dataclasses.replace(draw(values(Report)), id=f"r{n}")
        found = [dataclasses.replace(p, report=report.id) for p in draw(st.lists(values(Proposal), max_size=3))]
        told = tuple(draw(quoting(p, {report.id: report.text})) for p in found)
        named = tuple(draw(st.lists(values(Actor), max_size=2)))
        stands = tuple(draw(st.lists(st.builds(Affiliation, *[st.text(max_size=4)] * 3), max_size=2)))
        failed = tuple(Warning(report.id, s, "it failed") for s in draw(st.lists(st.text(max_size=3), max_size=2)))
        made.append(Reading(report, actors=named, affiliations=stands, proposals=told, warnings=failed))
    return made


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(readings())
def test_what_was_read_comes_back(made: list[Reading]) -> None:
    """Whatever the values, lone surrogates among them."""
    told = [Told("place", r, join(r.proposals, [r.report], r.actors, ()), READER) for r in made]
    with tempfile.TemporaryDirectory() as folder:
        write_part(Path(folder), made_of(Parcel(0, "000000-x", (), ()), told, [], []))
        (part,) = parts_in(Path(folder))
        back = list(recalled(part, lambda *_: True))
    assert [b.reading for b in back] == [_plainer(r) for r in made]
    assert {b.reader for b in back} == {READER}


def _plainer(reading: Reading) -> Reading:
    """A stage's name goes into a column, which has no room for half a sign."""
    said = [w.stage.encode("utf-8", "replace").decode() for w in reading.warnings]
    failed = [dataclasses.replace(w, stage=s) for w, s in zip(reading.warnings, said, strict=True)]
    return dataclasses.replace(reading, warnings=tuple(failed))


def test_a_part_is_read_again_from_itself(tmp_path: Path) -> None:
    """Its reports as they were kept are its units, so neither source nor network is needed."""
    corpus_of(rows(tmp_path / "a.jsonl", map(text, range(3))), tmp_path / "c")
    (part,) = parts_in(tmp_path / "c")
    again = parcel_again(part)
    assert (again.name, again.keys) == (part.name, part.keys)
    kept: list[Any] = [b.reading.report for b in recalled(part, lambda *_: False)]
    assert [u.data.decode() for u in again.units] == [to_line(r) for r in kept]
    assert frail()[0].info in part.readers


def test_a_damaged_part_is_named(tmp_path: Path) -> None:
    """With the folder to remove."""
    corpus_of(rows(tmp_path / "a.jsonl", [text(1)]), tmp_path / "c")
    (part,) = parts_in(tmp_path / "c")
    part.table("reports").write_bytes(b"PAR1 and no more")
    with pytest.raises(CorpusError, match="is damaged") as e:
        list(recalled(part, lambda *_: True))
    assert str(part.folder) in e.value.remedy
