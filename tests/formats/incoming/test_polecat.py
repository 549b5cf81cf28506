"""POLECAT's rows as what POLECAT alleges."""

import pytest

from parley.formats.incoming import polecat
from parley.formats.incoming.row import Known, PassedOverError, RowError
from parley.terms.bodies import Event
from parley.terms.enums import DateBasis, Precision, Root, Stance
from parley.terms.plover import MODES

ROW = {
    **dict.fromkeys(polecat.NAMES, "None"), "Event ID": "P1", "Event Date": "2023-03-03", "Event Type": "CONSULT",
    "Event Mode": "visit", "Contexts": "diplomatic; military", "Actor Name": "Anna Marn", "Actor Country": "KEN",
    "Actor Title": "envoy", "Recipient Name": "Ardova", "City": "Addis Ababa", "Province": "Addis Ababa",
    "Country": "ETH", "Placename": "Addis Ababa", "Latitude": "9.02", "Longitude": "38.74", "GeoNames ID": "344979",
    "Publication Date": "2023-03-04",
}  # fmt: skip


def test_there_are_40_columns() -> None:
    """As in the header of its weekly files."""
    assert len(polecat.NAMES) == len(set(polecat.NAMES)) == 40


def test_row_says_who_visited_whom(known: Known) -> None:
    """With mode, contexts, place and days."""
    told = polecat.told(ROW, known)
    event = told.claims[0].body
    assert isinstance(event, Event)
    assert (event.type, event.mode, event.contexts) == ("CONSULT", "visit", ("diplomatic", "military"))
    assert (event.actors, event.recipients) == (("anna-marn",), ("ardova",))
    place = told.claims[0].places[0]
    assert (place.geonames, place.precision, place.countries) == (344979, Precision.TOWN, ("ETH",))
    assert told.published == "2023-03-04"
    assert polecat.SOURCE.stance is Stance.ALLEGES


@pytest.mark.parametrize("root", [r for r in Root if r is not Root.OTHER])
def test_every_code_of_plover_is_known(known: Known, root: Root) -> None:
    """With each of its modes."""
    for mode in (None, *MODES.get(root, {})):
        told = polecat.told({**ROW, "Event Type": root.value, "Event Mode": mode or ""}, known)
        event = told.claims[0].body
        assert isinstance(event, Event)
        assert (event.type, event.mode, told.doubts) == (root, mode, ())


@pytest.mark.parametrize("mode", ["tea", "visit;phone"])
def test_modes_that_plover_has_not_are_let_go_and_told(known: Known, mode: str) -> None:
    """Nothing is kept that would be wrong."""
    told = polecat.told({**ROW, "Event Mode": mode}, known)
    event = told.claims[0].body
    assert isinstance(event, Event)
    assert event.mode is None
    assert told.doubts


def test_day_of_publication_is_none_that_is_stated(known: Known) -> None:
    """Its coder writes that where it finds none."""
    date = polecat.told({**ROW, "Publication Date": "2023-03-03"}, known).claims[0].date
    assert date is not None
    assert date.basis is DateBasis.INFERRED


def test_nobody_is_passed_over(known: Known) -> None:
    """A row in which nobody acts tells nothing."""
    with pytest.raises(PassedOverError):
        polecat.told({**ROW, "Actor Name": "None", "Actor Country": "None", "Recipient Name": ""}, known)


@pytest.mark.parametrize(
    ("column", "value"), [("Event ID", ""), ("Event Date", "None"), ("Event Type", "TALK"), ("Latitude", "x")]
)
def test_malformed_row_is_named_by_its_column(known: Known, column: str, value: str) -> None:
    """Nothing is guessed for a cell that cannot be."""
    with pytest.raises(RowError) as fault:
        polecat.told({**ROW, column: value}, known)
    assert fault.value.column == column
