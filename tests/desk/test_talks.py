"""The table of talks tells who sat at the table, who brought them, who lent the room, what came out and who says so."""

from __future__ import annotations

from parley.desk import reading
from parley.desk.talks import COLUMNS, NARROW, table
from parley.intake import gather
from parley.samples import folder


def rows() -> list[dict[str, object]]:
    """The talks of the sample that tells again of the talks that Parley was first made for."""
    (report,) = gather([folder() / "tehran-sibling.txt"]).reports
    return [dict(o) for o in table(reading.read(report)).as_objects()]


def test_a_row_tells_all_of_a_talk() -> None:
    """Sides with their delegates, mediator, host, venue, outcome and voice stand in one row."""
    (held,) = [r for r in rows() if r["outcome"] == "no-result" and r["date"] == "2022-01-09 (inferred)"]
    assert "Taliban" in str(held["parties"])
    assert "(Ahmad Massoud)" in str(held["parties"])
    assert (held["mediators"], held["hosts"], held["place"]) == ("Iran", "Iran", "Tehran")
    assert held["voices"]


def test_a_possible_talk_is_listed() -> None:
    """What is only asked about has its row, of the same process as the talk that was held."""
    held, may = (next(r for r in rows() if r["outcome"] == o and r["process"]) for o in ("no-result", "possible"))
    assert held["process"] == may["process"]


def test_a_narrow_terminal_shows_what_matters() -> None:
    """The columns that a narrow terminal keeps are among all, and tell who brought whom and who says so."""
    assert set(NARROW) <= set(COLUMNS)
    assert {"parties", "mediators", "hosts", "outcome", "voices"} <= set(NARROW)
