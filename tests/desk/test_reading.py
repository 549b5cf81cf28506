"""Reading without a record."""

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.desk import reading as reading_module
from parley.desk.reading import ReadingWarning, read, read_in_turn
from parley.intake import LeftOut
from parley.terms.enums import ReportState, Status
from parley.terms.layers import Reading, Warning  # noqa: A004 - the word users know
from parley.terms.ports import Asked, Reader
from parley.terms.report import Report, report_of
from parley.terms.slice import ReaderInfo


def test_text_becomes_joined_statements(installed_reader: Reader) -> None:
    """A text is enough: what it says comes back with status, quotes and actors."""
    told = read(report_of("Northland accused Southmark. Southmark denies attacking Northland.", language="en"))
    assert {s.status for s in told.statements} == {Status.REPORTED, Status.DENIED}
    assert {a.name for a in told.actors} == {"Northland", "Southmark"}
    assert told.reader == installed_reader.info
    text = told.reports[0].text or ""
    assert all(text[m.start : m.end] == m.quote for s in told.statements for m in s.mentions)


def test_what_nobody_reads_is_kept(installed_reader: Reader) -> None:  # noqa: ARG001
    """A report in another language comes back unread, with why, and nothing is coded in it."""
    told = read(report_of("Northland accused Southmark.", language="fa"))
    assert told.reports[0].state is ReportState.UNREAD
    assert "'fa'" in (told.reports[0].why or "")
    assert told.statements == ()


def test_a_failed_stage_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads in Python is warned of a stage that failed, by report, stage and what is missing."""
    monkeypatch.setattr(reading_module, "readers", lambda *_, **__: (_Failing("one", "en"),))
    with pytest.warns(ReadingWarning, match=r"r1, talks: broken"):
        told = read(report_of("Northland accused Southmark.", id="r1", language="en"))
    assert told.reports[0].state is ReportState.READ


ITEMS = st.lists(st.sampled_from(["en", "de", "fa", "bad"]), max_size=12)


@given(kinds=ITEMS)
def test_order_is_that_of_the_input(kinds: list[str]) -> None:
    """Whatever is read, unread or left out stands where it was given."""
    english, german = _Named("one", "en"), _Named("two", "de")
    items = [_item(n, kind) for n, kind in enumerate(kinds)]
    out = list(read_in_turn(items, [english, german]))
    assert [_id(o) for o in out] == [str(n) for n in range(len(kinds))]
    assert [_state(o) for o in out] == [{"fa": "unread", "bad": "left"}.get(k, "read") for k in kinds]


class _Named:
    """A reader of one language that finds nothing."""

    def __init__(self, name: str, language: str) -> None:
        self.name, self.language = name, language

    @property
    def info(self) -> ReaderInfo:
        """What it says of itself."""
        return ReaderInfo(self.name, "1", "c0de")

    def reads(self, language: str | None) -> bool:
        """Whether it is its language."""
        return language == self.language

    def read(self, report: Report) -> Reading:
        """An empty reading."""
        return Reading(report)

    def read_all(self, asked: Iterable[Asked]) -> Iterator[Reading]:
        """Empty readings, taken in pairs as a batching reader would."""
        return iter([self.read(a.report) for a in asked])


class _Failing(_Named):
    """A reader one of whose stages fails."""

    def read(self, report: Report) -> Reading:
        """A reading with a warning."""
        return Reading(report, warnings=(Warning(report.id, "talks", "broken"),))


def _item(n: int, kind: str) -> Asked | LeftOut:
    return LeftOut(str(n), "bad", "mend") if kind == "bad" else Asked(report_of("x", id=str(n), language=kind))


def _id(out: Reading | LeftOut) -> str:
    return out.path if isinstance(out, LeftOut) else out.report.id


def _state(out: Reading | LeftOut) -> str:
    return "left" if isinstance(out, LeftOut) else out.report.state.value
