"""ACLED's rows as statements by ACLED."""

import pytest

from parley.formats.incoming import acled
from parley.formats.incoming.row import Known, RowError
from parley.terms.bodies import Event
from parley.terms.enums import Precision

ROW = {
    "event_id_cnty": "KEN9001", "event_date": "03 March 2023", "time_precision": "1", "event_type": "Battles",
    "sub_event_type": "Armed clash", "actor1": "Reed Front", "inter1": "Rebel group",
    "actor2": "Military Forces of Kenya (2022-)", "inter2": "State forces", "country": "Kenya", "admin1": "Lamu",
    "location": "Witu", "latitude": "-2.38", "longitude": "40.43", "geo_precision": "1", "notes": "A clash near Witu.",
    "fatalities": "3", "timestamp": "1678147200",
}  # fmt: skip


def event(known: Known, **cells: str) -> Event:
    """The first event of a row with some cells otherwise."""
    body = acled.told({**ROW, **cells}, known).claims[0].body
    assert isinstance(body, Event)
    return body


def test_clash_has_both_sides_as_actors(known: Known) -> None:
    """Who began it is not coded; the dead are counted once."""
    made = event(known)
    assert (made.type, made.mode, made.recipients) == ("ASSAULT", None, ())
    assert made.actors == ("reed-front", "military-forces-of-kenya")
    assert [(h.kind, h.low, h.high) for h in made.harm] == [("killed", 3, 3)]


def test_attack_is_done_to_somebody(known: Known) -> None:
    """Of violence against civilians the order says who does it to whom; a country in parentheses is no name."""
    made = event(
        known, event_type="Violence against civilians", sub_event_type="Attack", actor2="Civilians (Kenya)", inter2="7"
    )
    assert (made.actors, made.recipients) == (("reed-front",), ("civilians",))


def test_force_against_protesters_is_an_act_of_its_own(known: Known) -> None:
    """The protest is theirs, the force and the dead are of the police; nobody demonstrated against it."""
    told = acled.told(
        {
            **ROW, "event_type": "Protests", "sub_event_type": "Excessive force against protesters",
            "actor1": "Protesters (Kenya)", "inter1": "6", "actor2": "Police Forces of Kenya (2022-)", "inter2": "1",
        },
        known,
    )  # fmt: skip
    protest, force = (c.body for c in told.claims)
    assert isinstance(protest, Event)
    assert isinstance(force, Event)
    assert (protest.type, protest.actors, protest.recipients, protest.harm) == ("PROTEST", ("protesters",), (), ())
    assert (force.type, force.mode, force.recipients) == ("ASSAULT", "crowd-control", ("protesters",))
    assert force.actors == ("police-forces-of-kenya",)
    assert force.harm[0].low == 3


@pytest.mark.parametrize(
    ("precision", "start", "end"),
    [("1", "2023-03-03", "2023-03-03"), ("2", "2023-02-25", "2023-03-09"), ("3", "2023-03-01", "2023-03-31")],
)
def test_time_is_as_vague_as_it_is_coded(known: Known, precision: str, start: str, end: str) -> None:
    """A day, any day of a week around it, a month."""
    date = acled.told({**ROW, "time_precision": precision}, known).claims[0].date
    assert date is not None
    assert (date.start, date.end) == (start, end)


def test_place_is_as_vague_as_it_is_coded(known: Known) -> None:
    """Where only the province is known, its capital's coordinates are not those of the event."""
    town, province = (acled.told({**ROW, "geo_precision": p}, known).claims[0].places[0] for p in "13")
    assert (town.name, town.precision, town.latitude, town.countries) == ("Witu", Precision.TOWN, -2.38, ("KEN",))
    assert (province.name, province.precision, province.latitude) == ("Lamu", Precision.PROVINCE, None)


def test_none_killed_as_coded_is_no_harm(known: Known) -> None:
    """ACLED's nought says that none is told of."""
    assert event(known, fatalities="0").harm == ()


def test_old_file_has_event_types_only(known: Known) -> None:
    """Files of before 2019 have no sub-events, and other names."""
    assert event(known, sub_event_type="", event_type="Battle-No change of territory").type == "ASSAULT"


def test_ids_and_days_are_kept(known: Known) -> None:
    """The data set's own id, and the day of its last change."""
    told = acled.told(ROW, known)
    assert (told.id, told.published, told.notes) == ("KEN9001", "2023-03-07", "A clash near Witu.")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("event_id_cnty", ""), ("event_date", "31 February 2023"), ("event_date", ""), ("event_type", "Tea"),
        ("fatalities", "many"), ("latitude", "200"), ("longitude", "east"),
    ],
)  # fmt: skip
def test_malformed_row_is_named_by_its_column(known: Known, column: str, value: str) -> None:
    """Nothing is guessed for a cell that cannot be."""
    with pytest.raises(RowError) as fault:
        acled.told({**ROW, column: value, "sub_event_type": ""}, known)
    assert fault.value.column == column
    assert fault.value.remedy
