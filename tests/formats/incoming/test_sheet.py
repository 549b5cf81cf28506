"""A person's own sheet, by its mapping."""

from dataclasses import replace

import pytest

from parley.formats.incoming.row import Known, PassedOverError, RowError
from parley.formats.incoming.sheet import source_of, told
from parley.terms.bodies import Event
from parley.terms.enums import DateBasis, Precision, Reality, Stance
from parley.terms.sheet import SheetMapping
from parley.terms.values import Date

MAPPING = SheetMapping(
    "Tana coding",
    {
        "id": ("No",), "date": ("From",), "end": ("To",), "actors": ("Who", "With"), "recipients": ("Whom",),
        "type": ("What",), "mode": ("How",), "object": ("Thing",), "voice": ("Says",), "stance": ("Stance",),
        "reality": ("Real",), "place": ("Where",), "country": ("Country",), "killed": ("Dead",),
        "killed_low": ("Least",), "killed_high": ("Most",), "injured": ("Hurt",), "notes": ("Notes",),
    },
    {"hit": "ASSAULT", "met": "CONSULT", "fled": "OTHER flight", "tea": "-", "hm": ""},
    month_first=False,
)  # fmt: skip
ROW = {"No": "1", "From": "3/4/2022", "Who": "Reed Front; Dune Council", "Whom": "Ardova", "What": "Hit"}


def event(known: Known, **cells: str) -> Event:
    """The event of a row with some cells otherwise."""
    body = told({**ROW, **cells}, known, MAPPING).claims[0].body
    assert isinstance(body, Event)
    return body


def test_row_says_who_did_what_to_whom(known: Known) -> None:
    """Several names in a cell, and several columns, are several actors."""
    made = event(known, With="Orlan", How="firearms", Thing="a post")
    assert (made.type, made.mode) == ("ASSAULT", "firearms")
    assert made.actors == ("reed-front", "dune-council", "orlan")
    assert made.recipients == ("ardova",)
    assert made.object is not None
    assert made.object.text == "a post"


def test_meeting_has_all_sides_as_actors(known: Known) -> None:
    """As everywhere in the contract."""
    made = event(known, What="met")
    assert (made.actors, made.recipients) == (("reed-front", "dune-council", "ardova"), ())


def test_what_has_no_code_keeps_its_predicate(known: Known) -> None:
    """OTHER, with what was done as mode."""
    assert event(known, What="fled").mode == "flight"


def test_days_as_the_mapping_means_them(known: Known) -> None:
    """The third of April here, the fourth of March elsewhere."""
    there = told(ROW, known, replace(MAPPING, month_first=True)).claims[0].date
    here = told({**ROW, "To": "5/4/2022"}, known, MAPPING).claims[0].date
    assert there == Date("2022-03-04", "2022-03-04", "3/4/2022", DateBasis.STATED)
    assert here == Date("2022-04-03", "2022-04-05", "3/4/2022 to 5/4/2022", DateBasis.STATED)


def test_who_says_so_and_how_and_whether_it_is(known: Known) -> None:
    """A row may name its own voice, stance and reality."""
    made = told({**ROW, "Says": "Invented Daily", "Stance": "denies", "Real": "planned"}, known, MAPPING)
    assert [v.id for v in made.voices] == ["invented-daily"]
    assert made.stance is Stance.DENIES
    assert made.claims[0].reality is Reality.PLANNED


@pytest.mark.parametrize(
    ("cells", "low", "high"),
    [({"Dead": "3"}, 3, 3), ({"Dead": "3", "Least": "2", "Most": "5"}, 2, 5), ({"Most": "5"}, None, 5)],
)
def test_the_dead_from_low_to_high(known: Known, cells: dict[str, str], low: int | None, high: int) -> None:
    """With one number, or a range."""
    harm = event(known, **cells).harm[0]
    assert (harm.low, harm.high) == (low, high)


def test_row_without_an_id_has_one_by_its_cells(known: Known) -> None:
    """The same row has the same id."""
    ids = {told({**ROW, "No": "", "Where": w}, known, MAPPING).id for w in ("Witu", "Witu", "Lamu")}
    assert len(ids) == 2


def test_place_is_as_fine_as_is_told(known: Known) -> None:
    """A country alone is a country; of a place nobody has said how fine it is."""
    country, place = (
        told({**ROW, "Country": "Kenya", **c}, known, MAPPING).claims[0].places[0] for c in ({}, {"Where": "Witu"})
    )
    assert (country.precision, place.precision, place.countries) == (Precision.COUNTRY, None, ("KEN",))


def test_sheet_is_a_source_of_its_own() -> None:
    """Named after itself."""
    source = source_of(MAPPING)
    assert (source.reader, source.voice.id, source.own_events) == ("sheet-tana-coding", "tana-coding", True)


def test_type_that_is_passed_over(known: Known) -> None:
    """By the mapping's own word."""
    with pytest.raises(PassedOverError):
        told({**ROW, "What": "tea"}, known, MAPPING)


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ("What", {"What": "hm"}), ("What", {"What": "zorbing"}), ("What", {"What": ""}), ("From", {"From": "spring"}),
        ("To", {"To": "1/4/2022"}), ("Who", {"Who": "", "Whom": ""}), ("Dead", {"Dead": "many"}),
        ("Least", {"Least": "5", "Most": "2"}), ("Stance", {"Stance": "shouts"}), ("Real", {"Real": "so so"}),
    ],
)  # fmt: skip
def test_malformed_row_is_named_by_its_column(known: Known, column: str, cells: dict[str, str]) -> None:
    """With what to do about it."""
    with pytest.raises(RowError) as fault:
        told({**ROW, **cells}, known, MAPPING)
    assert fault.value.column == column
    assert fault.value.remedy
