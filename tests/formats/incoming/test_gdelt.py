"""GDELT's events as what GDELT alleges."""

import pytest

from parley.formats.incoming import gdelt
from parley.formats.incoming.row import Known, PassedOverError, RowError
from parley.terms.bodies import Event
from parley.terms.enums import DateBasis, Precision, Stance

ROW = {
    **dict.fromkeys(gdelt.NAMES, ""), "GLOBALEVENTID": "1001", "SQLDATE": "20230303", "Actor1Name": "ARDOVA",
    "Actor2Name": "POLICE", "Actor2CountryCode": "KEN", "Actor2Type1Code": "COP", "EventCode": "190",
    "EventBaseCode": "190", "EventRootCode": "19", "QuadClass": "4", "ActionGeo_Type": "4",
    "ActionGeo_Fullname": "Witu, Coast, Kenya", "ActionGeo_Lat": "-2.38", "ActionGeo_Long": "40.43",
    "DATEADDED": "20230304001500", "SOURCEURL": "https://news.example/1",
}  # fmt: skip


def test_there_are_61_columns() -> None:
    """In the order of the codebook."""
    assert len(gdelt.NAMES) == len(set(gdelt.NAMES)) == 61
    assert (gdelt.NAMES[5], gdelt.NAMES[26], gdelt.NAMES[60]) == ("Actor1Code", "EventCode", "SOURCEURL")


def test_row_says_who_did_what(known: Known) -> None:
    """With where and when, and the article's address."""
    told = gdelt.told(ROW, known)
    event = told.claims[0].body
    assert isinstance(event, Event)
    assert (event.type, event.actors, event.recipients) == ("ASSAULT", ("ardova",), ("police",))
    assert (told.id, told.url, told.published) == ("1001", "https://news.example/1", "2023-03-04")
    place = told.claims[0].places[0]
    assert (place.name, place.admin1, place.countries, place.precision) == ("Witu", "Coast", ("KEN",), Precision.TOWN)


def test_machine_alleges() -> None:
    """It passes on what an article seems to say; two of its rows may be of one event."""
    assert gdelt.SOURCE.stance is Stance.ALLEGES
    assert not gdelt.SOURCE.own_events


@pytest.mark.parametrize(("added", "basis"), [("20230303120000", DateBasis.INFERRED), ("20230304", DateBasis.STATED)])
def test_the_articles_own_day_is_none_that_is_stated(known: Known, added: str, basis: DateBasis) -> None:
    """Where no day is found, the article's is written."""
    date = gdelt.told({**ROW, "DATEADDED": added}, known).claims[0].date
    assert date is not None
    assert date.basis is basis


def test_noughts_that_a_spreadsheet_took_away_come_back(known: Known) -> None:
    """Code 42 of root 4 is 042, a visit."""
    told = gdelt.told({**ROW, "EventCode": "42", "EventBaseCode": "42", "EventRootCode": "4"}, known)
    event = told.claims[0].body
    assert isinstance(event, Event)
    assert (event.type, event.mode) == ("CONSULT", "visit")


@pytest.mark.parametrize(("cells"), [{"EventCode": "010"}, {"Actor1Name": "", "Actor2Name": ""}])
def test_statements_and_nobody_are_passed_over(known: Known, cells: dict[str, str]) -> None:
    """They are no fault of the file's."""
    with pytest.raises(PassedOverError):
        gdelt.told({**ROW, **cells}, known)


@pytest.mark.parametrize(
    ("column", "value"),
    [("GLOBALEVENTID", ""), ("SQLDATE", "20231303"), ("EventCode", "999"), ("ActionGeo_Lat", "95")],
)
def test_malformed_row_is_named_by_its_column(known: Known, column: str, value: str) -> None:
    """Nothing is guessed for a cell that cannot be."""
    with pytest.raises(RowError) as fault:
        gdelt.told({**ROW, column: value}, known)
    assert fault.value.column == column
    assert not isinstance(fault.value, PassedOverError)


def test_row_is_known_without_a_header() -> None:
    """By its cells."""
    assert gdelt.is_row([ROW[n] for n in gdelt.NAMES])
    assert not gdelt.is_row(list(gdelt.NAMES))
