"""Files of rows into a record: once, again, and as they are later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.desk.again import read_again
from parley.desk.amiss import AmissError
from parley.desk.decisions import decide
from parley.desk.import_frame import Imported, Wish
from parley.desk.import_kinds import ImportKind
from parley.desk.imports import guess, import_file
from parley.desk.records import plainly
from parley.desk.why import why
from parley.intake import LeftOut
from parley.record import Record
from parley.terms.enums import Action, Handling, ReportState, Status
from parley.terms.layers import Reading
from parley.terms.report import report_of
from parley.terms.slice import ReaderInfo

HEADER = "event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,country,location,fatalities,notes\n"
FIRST = "KEN1,2023-03-03,Battles,Armed clash,Reed Front,Dune Council,Kenya,Witu,3,A clash near Witu.\n"
SECOND = "KEN2,2023-03-03,Battles,Armed clash,Reed Front,Dune Council,Kenya,Witu,2,A clash near Witu.\n"
THIRD = "KEN3,2023-03-09,Protests,Peaceful protest,Protesters (Kenya),,Kenya,Lamu,0,People marched in Lamu.\n"
BAD = "KEN4,soon,Battles,Armed clash,Reed Front,,Kenya,Witu,1,A clash.\n"
Importing = Callable[..., Imported]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    with Record.open(tmp_path / "r.db") as made:
        yield made


@pytest.fixture
def importing(record: Record, tmp_path: Path) -> Importing:
    """Imports some lines of ACLED as of a day."""

    def run(*rows: str, as_of: str = "2023-04-01", **more: object) -> Imported:
        path = tmp_path / "acled.csv"
        path.write_text(HEADER + "".join(rows), encoding="utf-8")
        return import_file(record, path, ImportKind.ACLED, replace(Wish(as_of), **more))  # type: ignore[arg-type]

    return run


def shown(done: Imported) -> dict[str, int]:
    """The counts by name."""
    return dict(done.counts)


def test_rows_become_statements_by_their_source(record: Record, importing: Importing) -> None:
    """Each with its report, that shows the row; nothing of it is a fact."""
    assert shown(importing(FIRST, THIRD)) == {"rows": 2, "new": 2}
    part = record.slice()
    assert {s.status for s in part.statements} == {Status.CLAIMED}
    assert not any(s.fact for s in part.statements)
    assert {r.id for r in part.reports} == {"acled:KEN1", "acled:KEN3"}
    assert {(r.publisher, r.retrieved) for r in part.reports} == {("ACLED", "2023-04-01")}
    assert "fatalities: 3" in (part.report("acled:KEN1").text or "")


def test_why_says_that_it_is_a_row(record: Record, importing: Importing) -> None:
    """And not that a report itself says so."""
    importing(FIRST)
    (statement,) = record.slice().statements
    assert [t.is_row for t in why(record, statement.id).tellings] == [True]


def test_the_same_again_adds_nothing(record: Record, importing: Importing) -> None:
    """Also on another day."""
    importing(FIRST, THIRD)
    before = record.slice()
    assert shown(importing(FIRST, THIRD, as_of="2023-05-01")) == {"rows": 2, "new": 0, "as before": 2}
    assert record.slice().statements == before.statements


def test_two_rows_are_two_events_whatever_they_share(record: Record, importing: Importing) -> None:
    """Same sides, day, place, even words: the data set counts two."""
    importing(FIRST, SECOND)
    assert len(record.slice().statements) == 2


def test_report_of_the_same_event_is_joined_to_its_row(record: Record, importing: Importing) -> None:
    """As one more mention; two rows stay two all the same."""
    importing(FIRST, SECOND)
    event = next(p for p in record.slice().proposals if p.report == "acled:KEN1")
    text = "Reed Front and Dune Council clashed near Witu."
    told = report_of(text, id="wire", published="2023-03-04", language="en")
    own = replace(
        event, id="p-wire", report="wire", reader="other", quote=text, start=0, end=len(text), trace=(),
        head=replace(event.head, start=27, end=34), sentence=replace(event.sentence, start=0, end=len(text)), voices=(),
    )  # fmt: skip
    record.add([Reading(told, proposals=(own,))], ReaderInfo("other", "1", ""))
    statements = record.slice().statements
    assert sorted(len(s.mentions) for s in statements) == [1, 2]


def test_changed_row_takes_the_place_of_the_old_one(record: Record, importing: Importing) -> None:
    """The old report stays with its text, unread, and says where the new one is; what changed is named."""
    importing(FIRST, THIRD)
    done = importing(FIRST.replace(",3,", ",5,"), THIRD, as_of="2023-05-01")
    assert shown(done) == {"rows": 2, "new": 0, "changed": 1, "as before": 1}
    assert done.lines == ("changed: KEN1 (fatalities)",)
    old, new = record.report("acled:KEN1"), record.report("acled:KEN1@2023-05-01")
    assert old is not None
    assert new is not None
    assert (old.state, new.state) == (ReportState.UNREAD, ReportState.READ)
    assert "fatalities: 3" in (old.text or "")
    assert "acled:KEN1@2023-05-01" in (old.why or "")
    assert [m.report for s in record.slice().statements for m in s.mentions] == ["acled:KEN1@2023-05-01", "acled:KEN3"]


def test_row_that_is_as_it_was_stands_again(record: Record, importing: Importing) -> None:
    """A change taken back leads to the first report; nothing is told twice."""
    for n, killed in enumerate(("3", "5", "3", "7", "5"), 1):
        importing(FIRST.replace(",3,", f",{killed},"), as_of=f"2023-0{n}-01")
        (statement,) = record.slice().statements
        assert [h.low for h in getattr(statement.body, "harm", ())] == [int(killed)]


def test_rows_that_are_gone_are_taken_out_only_of_a_whole_data_set(record: Record, importing: Importing) -> None:
    """Another part of a data set takes nothing away."""
    importing(FIRST, SECOND)
    assert shown(importing(THIRD)) == {"rows": 1, "new": 1}
    done = importing(FIRST)
    assert shown(done) == {"rows": 1, "new": 0, "as before": 1, "held and not in this file": 2}
    assert "--whole" in done.lines[0]
    assert len(record.slice().statements) == 3
    done = importing(FIRST, whole=True, as_of="2023-05-01")
    assert shown(done) == {"rows": 1, "new": 0, "as before": 1, "gone": 2}
    assert done.lines == ("gone: KEN2", "gone: KEN3")
    assert len(record.slice().statements) == 1
    gone = record.report("acled:KEN3")
    assert gone is not None
    assert gone.why == "no longer in the download of 2023-05-01"


def test_row_that_cannot_be_read_is_not_taken_for_gone(record: Record, importing: Importing) -> None:
    """What is held of it stays."""
    importing(FIRST, THIRD)
    done = importing(FIRST.replace("2023-03-03", "soon"), whole=True)
    assert shown(done) == {"rows": 1, "new": 0, "gone": 1, "left out": 1}
    assert len(record.slice().statements) == 1


def test_decisions_stay_and_those_without_ground_are_told_loudly(record: Record, importing: Importing) -> None:
    """On a row that stands they stand; on one that has changed they are orphans."""
    importing(FIRST, THIRD)
    for s in record.slice().statements:
        decide(record, Action.ACCEPT, s.id, [], "anna")
    done = importing(FIRST.replace(",3,", ",5,"), THIRD, as_of="2023-05-01")
    assert [line.split(":")[0] for line in done.lines] == ["changed", "DECISION WITHOUT GROUND"]
    assert len(record.decisions()) == 2
    assert len(record.orphans()) == 1
    assert sorted(s.decision is not None for s in record.slice().statements) == [False, True]
    assert not any("GROUND" in line for line in importing(FIRST.replace(",3,", ",5,"), THIRD).lines)


def test_withdrawn_row_stays_withdrawn(record: Record, importing: Importing) -> None:
    """In any later version."""
    importing(FIRST)
    with plainly():
        decide(record, Action.WITHDRAW, "acled:KEN1", [], "anna")
    assert shown(importing(FIRST.replace(",3,", ",5,"))) == {"rows": 1, "new": 0, "withdrawn here": 1}
    assert record.slice().statements == ()


def test_bad_rows_are_left_out_by_line_and_the_rest_goes_on(importing: Importing) -> None:
    """Each with its column and remedy, and counted by cause."""
    left: list[LeftOut] = []
    done = importing(BAD, FIRST, BAD.replace("KEN4", "KEN5"), leave=left.append)
    assert (shown(done)["new"], done.left_out) == (1, 2)
    assert [x.path.rpartition("/")[2] for x in left] == [
        "acled.csv, line 2, column event_date",
        "acled.csv, line 4, column event_date",
    ]
    assert done.causes == (("left out: event_date: is no day that is sure", 2),)


def test_ids_that_come_twice(record: Record, importing: Importing) -> None:
    """The same row twice is once; two rows of one id are one row and a fault."""
    done = importing(FIRST, FIRST, FIRST.replace(",3,", ",5,"))
    assert shown(done) == {"rows": 3, "new": 1, "double": 1, "left out": 1}
    assert len(record.slice().statements) == 1


def test_reading_again_leaves_rows_alone(record: Record, importing: Importing, installed_reader: object) -> None:
    """A row's prose is ACLED's word: no reader of texts is to take it for a report's own."""
    importing(FIRST, THIRD)
    done = read_again(record, [installed_reader])  # type: ignore[list-item]
    assert (done.read, done.known) == (0, 2)


DOWNLOADS = st.lists(st.dictionaries(st.integers(1, 4), st.integers(1, 3), max_size=4), min_size=1, max_size=4)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DOWNLOADS)
def test_what_stands_is_what_the_last_whole_download_has(tmp_path: Path, downloads: list[dict[int, int]]) -> None:
    """Whatever came before it, in whatever order rows changed, went and came back."""
    path = tmp_path / "acled.csv"
    with Record.open(":memory:") as record:
        for n, rows in enumerate(downloads, 1):
            lines = [FIRST.replace("KEN1", f"KEN{i}").replace(",3,", f",{killed},") for i, killed in rows.items()]
            path.write_text(HEADER + "".join(lines))
            import_file(record, path, ImportKind.ACLED, Wish(f"2023-04-{n:02d}", whole=True))
        part = record.slice()
        stands = {r.id: r.text or "" for r in part.reports if r.state is ReportState.READ}
        told = [(m.report, h.low) for s in part.statements for m in s.mentions for h in getattr(s.body, "harm", ())]
    assert sorted((int(i.removeprefix("acled:KEN").split("@")[0]), n) for i, n in told) == sorted(downloads[-1].items())
    assert {i for i, _ in told} == stands.keys()


def test_handling_is_kept(record: Record, importing: Importing) -> None:
    """Who may see what is new."""
    importing(FIRST, handling=Handling.RESTRICTED)
    assert [r.handling for r in record.slice().reports] == [Handling.RESTRICTED]


def test_header_may_be_in_capitals(record: Record, tmp_path: Path) -> None:
    """As in older exports."""
    path = tmp_path / "old.csv"
    path.write_text(HEADER.upper() + FIRST)
    assert guess(path) is ImportKind.ACLED
    assert shown(import_file(record, path, ImportKind.ACLED, Wish("2023-04-01")))["new"] == 1


def test_what_is_no_table_is_amiss(record: Record, tmp_path: Path) -> None:
    """With the file's name and a remedy."""
    path = tmp_path / "x.csv"
    path.write_bytes(b"\0\1")
    with pytest.raises(AmissError, match=r"x\.csv"):
        import_file(record, path, ImportKind.ACLED, Wish("2023-04-01"))
