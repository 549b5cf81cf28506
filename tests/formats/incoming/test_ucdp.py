"""UCDP's events as statements by UCDP."""

import pytest

from parley.formats.incoming import ucdp
from parley.formats.incoming.row import Known, RowError
from parley.terms.bodies import Event
from parley.terms.enums import Precision

ROW = {
    **dict.fromkeys(ucdp.NAMES, ""), "id": "501", "type_of_violence": "1", "dyad_name": "Ardova - Reed Front",
    "side_a": "Government of Ardova", "side_b": "Reed Front", "where_prec": "1", "where_coordinates": "Witu town",
    "adm_1": "Lamu", "latitude": "-2.38", "longitude": "40.43", "country": "Kenya", "date_prec": "2",
    "date_start": "2022-03-03 00:00:00.000", "date_end": "2022-03-05 00:00:00.000", "deaths_a": "1", "deaths_b": "4",
    "deaths_civilians": "0", "deaths_unknown": "0", "best": "5", "low": "3", "high": "9",
}  # fmt: skip


def event(known: Known, **cells: str) -> Event:
    """The event of a row with some cells otherwise."""
    body = ucdp.told({**ROW, **cells}, known).claims[0].body
    assert isinstance(body, Event)
    return body


@pytest.mark.parametrize("kind", ["1", "2"])
def test_both_sides_fight(known: Known, kind: str) -> None:
    """Who began it is not coded."""
    made = event(known, type_of_violence=kind)
    assert (made.type, made.actors, made.recipients) == ("ASSAULT", ("government-of-ardova", "reed-front"), ())


def test_one_sided_violence_is_done_to_civilians(known: Known) -> None:
    """The first side does it."""
    made = event(known, type_of_violence="3", side_a="Reed Front", side_b="Civilians")
    assert (made.actors, made.recipients) == (("reed-front",), ("civilians",))


def test_the_dead_from_low_to_high_and_by_side(known: Known) -> None:
    """First all, then those of each side of which any is counted."""
    assert [(h.low, h.high, h.side) for h in event(known).harm] == [
        (3, 9, None), (1, 1, "Government of Ardova"), (4, 4, "Reed Front"),
    ]  # fmt: skip


def test_days_and_place_by_their_precision(known: Known) -> None:
    """The days are given; a country's middle is no place."""
    claim = ucdp.told(ROW, known).claims[0]
    assert claim.date is not None
    assert (claim.date.start, claim.date.end) == ("2022-03-03", "2022-03-05")
    assert (claim.places[0].precision, claim.places[0].latitude) == (Precision.POINT, -2.38)
    vague = ucdp.told({**ROW, "where_prec": "6"}, known).claims[0].places[0]
    assert (vague.name, vague.precision, vague.latitude) == ("Kenya", Precision.COUNTRY, None)


def test_numbers_and_days_out_of_order_are_sorted_and_told(known: Known) -> None:
    """What is mended is said."""
    told = ucdp.told({**ROW, "low": "9", "high": "3", "date_end": "2022-03-01"}, known)
    assert len(told.doubts) == 2


def test_row_without_header_is_known() -> None:
    """By the number of its cells and what stands where."""
    assert ucdp.is_row([ROW[n] for n in ucdp.NAMES])
    assert not ucdp.is_row(list(ucdp.NAMES))
    assert not ucdp.is_row(["1"] * len(ucdp.NAMES))


@pytest.mark.parametrize(
    ("column", "value"),
    [("id", ""), ("type_of_violence", "4"), ("date_start", "soon"), ("best", "-1"), ("side_a", ""), ("latitude", "n")],
)
def test_malformed_row_is_named_by_its_column(known: Known, column: str, value: str) -> None:
    """Nothing is guessed for a cell that cannot be."""
    with pytest.raises(RowError) as fault:
        ucdp.told({**ROW, column: value}, known)
    assert fault.value.column == column
