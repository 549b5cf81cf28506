"""What is marked stays out of briefs and exports; redacted, no word and no source of it gets through."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from tests.conftest import PatternReader

from parley.desk.brief import brief_of
from parley.desk.decisions import decide
from parley.desk.export import export, lines
from parley.desk.export_record import record_lines, redacted_lines
from parley.desk.handling import shareable
from parley.desk.records import open_record
from parley.desk.reports import read_into
from parley.formats import jsonl
from parley.record import Record
from parley.terms.enums import Action, Handling
from parley.terms.slice import Slice

OPEN = "Northland accused Southmark. Northland met Southmark in Harbour."
SECRET = "Zwolleprinz denies attacking Northland. Northland accused Southmark. Quaxmark met Vexland in Wolfsberg."
WORDS = {"Zwolleprinz", "Wolfsberg", "Underground", "zwolleprinz", "denies attacking"}
"""What only the marked report says, its title among it, and who spoke to it."""


@pytest.fixture(params=[Handling.RESTRICTED, Handling.SOURCE_SENSITIVE])
def record(tmp_path: Path, pattern_reader: PatternReader, request: pytest.FixtureRequest) -> Iterator[Record]:
    """An open report, and one that is marked as it is read."""
    (tmp_path / "open.txt").write_text(OPEN, encoding="utf-8")
    (tmp_path / "Underground.md").write_text(f"# Underground news\n\n{SECRET}", encoding="utf-8")
    made = open_record(tmp_path / "r.db")
    read_into(made, [tmp_path / "open.txt"], [pattern_reader])
    read_into(made, [tmp_path / "Underground.md"], [pattern_reader], handling=request.param)
    yield made
    made.close()


def leaks(part: Slice, folder: Path) -> set[str]:
    """Which of the words get through in any form of export or brief."""
    texts = ["\n".join(lines(part)), *(brief_of(part, kind, None, None) for kind in ("html", "md"))]
    texts += [p.read_text(encoding="utf-8-sig") for p in export([part], "csv", folder / "tables").files]
    return {w for w in WORDS for t in texts if w in t}


def leaks_of_lines(record: Record, include: Sequence[Handling] = ()) -> set[str]:
    """Which of the words get through in the lines of a record, whole or redacted."""
    texts = ["\n".join(told(record, include)) for told in (record_lines, redacted_lines)]
    return {w for w in WORDS for t in texts if w in t}


def test_marked_reports_stay_out(record: Record, tmp_path: Path) -> None:
    """With their names, titles and quotes; what others tell too stands as they tell it."""
    part = shareable(record)
    assert leaks(part, tmp_path) == set()
    assert leaks_of_lines(record) == set()
    assert len(part.reports) == 1
    assert {s.body.actors for s in part.statements} == {("northland",)}  # type: ignore[union-attr]
    assert all(len({m.report for m in s.mentions}) == 1 for s in part.statements)


def test_they_are_there_when_they_are_named(record: Record, tmp_path: Path) -> None:
    """Asked for by their mark, they are told in full, so that the tests above can fail."""
    mark = next(r.handling for r in record.slice().reports if r.handling is not Handling.OPEN)
    assert leaks(shareable(record, [mark]), tmp_path) >= {"Zwolleprinz", "Wolfsberg"}
    assert leaks_of_lines(record, [mark]) >= {"Zwolleprinz", "Wolfsberg"}
    other = next(h for h in Handling if h not in (mark, Handling.OPEN))
    assert leaks(shareable(record, [other]), tmp_path) == set()


def test_redacted_they_leave_codes_and_no_word(record: Record, tmp_path: Path) -> None:
    """What only they tell is there as codes; neither quote nor source nor title gets through, in any form."""
    part = shareable(record, redact=True)
    assert leaks(part, tmp_path) == set()
    more = [s for s in part.statements if s.id not in {x.id for x in shareable(record).statements}]
    assert [[m.quote for m in s.mentions] for s in more] == [[""], [""]]
    assert {v.who for s in more for v in s.voices} == {None, "report"}
    assert [t.place for t in part.talks if t.mentions[0].quote == ""] == [None]
    assert jsonl.load(lines(part)).statements == part.statements


def test_decisions_do_not_leak(record: Record, tmp_path: Path) -> None:
    """Neither what was corrected in the marked report, nor a rating of its outlet, nor a quote in another's voices."""
    whole = record.slice()
    secret = next(r.id for r in whole.reports if r.handling is not Handling.OPEN)
    own = next(s.id for s in whole.statements if {m.report for m in s.mentions} == {secret})
    decide(record, Action.CORRECT, own, ["object", "the Wolfsberg garrison"], "ana")
    decide(record, Action.ADD, secret, ["met Vexland", "form=event", "actors=Vexland"], "ana")
    for redact in (False, True):
        assert leaks(shareable(record, redact=redact), tmp_path) == set()
    assert leaks_of_lines(record) == set()


def test_every_word_of_the_text_is_tried(record: Record) -> None:
    """No word that the marked report alone has is in a redacted export, but codes and the names of those who acted."""
    text = "\n".join(lines(shareable(record, redact=True)))
    only = set(re.findall(r"\w{4,}", SECRET)) - set(re.findall(r"\w{4,}", OPEN))
    assert {w for w in only if w in text} <= {"Quaxmark", "Vexland", "denies"}
