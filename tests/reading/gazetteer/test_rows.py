"""A row is a value, or an error that says where and what to do."""

from __future__ import annotations

import pytest

from parley.reading.gazetteer.rows import (
    COLUMNS,
    GazetteerError,
    codes,
    entry_of,
    first_day,
    last_day,
    members,
    organ_of,
    rows,
)
from parley.terms.entry import Governs, Office
from parley.terms.enums import ActorType

_HEADER = "\t".join(COLUMNS)


def _cells(**given: str) -> list[str]:
    plain = {"id": "a-front", "name": "A Front", "type": "armed-group"}
    return [{**plain, **given}.get(column, "") for column in COLUMNS]


def test_a_full_row_keeps_every_cell() -> None:
    """Lists, dates, ties and offices come through as values."""
    dated = {
        "from": "1964-05",
        "to": "1999",
        "governs": "valley@1990..1995-06|hill",
        "offices": "Speaker@mother@1991..",
    }
    words = {
        "aliases": "AF| The Front ",
        "demonyms": "Frontist",
        "seats": "Hilltown",
        "parent": "mother",
        "note": "why",
    }
    entry = entry_of(_cells(country="COL", sector="REB", **words, **dated))
    assert entry.type is ActorType.ARMED_GROUP
    assert entry.aliases == ("AF", "The Front")
    assert (entry.start, entry.end) == ("1964-05-01", "1999-12-31")
    assert entry.governs == (Governs("valley", "1990-01-01", "1995-06-30"), Governs("hill"))
    assert entry.offices == (Office("Speaker", "mother", "1991-01-01", None),)
    assert (entry.parent, entry.seats, entry.demonyms, entry.note) == ("mother", ("Hilltown",), ("Frontist",), "why")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"id": "A Front"}, "not a slug"),
        ({"name": ""}, "has no name"),
        ({"type": "militia"}, "no type of actor"),
        ({"sector": "XYZ"}, "PLOVER"),
        ({"country": "Colombia"}, "alpha-3"),
        ({"to": "May 1999"}, "YYYY-MM-DD"),
        ({"to": "1999-02-30"}, "no such day"),
        ({"from": "2001", "to": "1999"}, "ends before it begins"),
        ({"governs": "valley@1990"}, "from..to"),
        ({"offices": "Speaker"}, "office@whose@from..to"),
    ],
)
def test_a_bad_cell_says_what_is_wrong(given: dict[str, str], says: str) -> None:
    """Each fault has its own words, with what is right."""
    with pytest.raises(ValueError, match=says):
        entry_of(_cells(**given))


def test_days_open_out_to_the_whole_of_what_is_written() -> None:
    """A year runs from its first day to its last, a month likewise, leap years minded."""
    assert (first_day("2024"), last_day("2024")) == ("2024-01-01", "2024-12-31")
    assert (first_day("2024-02"), last_day("2024-02"), last_day("2023-02")) == (
        "2024-02-01",
        "2024-02-29",
        "2023-02-28",
    )
    assert first_day("") is None
    assert last_day("") is None


def test_rows_pass_over_comments_and_fill_short_rows() -> None:
    """Comments and blank lines are no rows; cells left off are empty; the line numbers are the file's."""
    found = list(rows(f"# about\n{_HEADER}\n\na\tA\tparty\n# more\nb\tB\tparty\tFRA\n", "x.tsv", COLUMNS))
    assert [number for number, _ in found] == [4, 6]
    assert all(len(cells) == len(COLUMNS) for _, cells in found)


@pytest.mark.parametrize(
    ("text", "says"),
    [("id\tname\n", "line 1: the columns must be"), (_HEADER + "\na" + "\t" * 20, "line 2: 21 cells")],
)
def test_a_misshapen_table_names_file_and_line(text: str, says: str) -> None:
    """A wrong header or too many cells is an error at its line."""
    with pytest.raises(GazetteerError, match=f"x.tsv, {says}"):
        list(rows(text, "x.tsv", COLUMNS))


def test_organ_nouns_are_checked_too() -> None:
    """A noun needs a slug, a type and a sector that exist."""
    assert organ_of(["navy", "navy", "government", "MIL", "naval forces|fleet"]).aliases == ("naval forces", "fleet")
    with pytest.raises(ValueError, match="not a slug"):
        organ_of(["navy", "Navy!", "government", "MIL", ""])


def test_an_actor_of_the_record_keeps_names_and_members() -> None:
    """What the record needs of an entry: aliases, and the members that a group's note lists."""
    entry = entry_of(_cells(type="group", country="CHE", sector="GOV", aliases="AF", note="members: one, two"))
    actor = codes(entry)
    assert (actor.id, actor.name, actor.country, actor.sector) == ("a-front", "A Front", "CHE", "GOV")
    assert actor.members == members(entry) == ("one", "two")
    assert members(entry_of(_cells(note="members: One, Two and others"))) == ()
