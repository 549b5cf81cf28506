"""Rows in the manner of ACLED."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.test_polecat import attack_of, only
from tests.joining.builder import on
from tests.strategies import slices

from parley.formats.acled import COLUMNS, acled, dated
from parley.formats.acled_types import ARMED, CIVIL, REBEL, STATE, actor_kind, kind_of, own_code
from parley.formats.carrying import STANDING
from parley.formats.pieces import Lost, Wish
from parley.terms.actor import Actor
from parley.terms.bodies import Event, Plover
from parley.terms.enums import ActorType, HarmKind, PlaceRole, Precision, Root, Status
from parley.terms.slice import Slice
from parley.terms.statement import Variants
from parley.terms.values import Harm, Place

TOWN = Place("Bamyan", PlaceRole.AT, ("AFG",), "Bamyan", 34.8, 67.8, Precision.TOWN)


def table(part: Slice, wish: Wish | None = None) -> list[dict[str, str]]:
    """The rows that are carried, by column."""
    text = "".join(p for p in acled([part], wish or Wish()) if isinstance(p, str))
    return list(csv.DictReader(io.StringIO(text, newline="")))


def losses(part: Slice, wish: Wish | None = None) -> list[str]:
    """Why each of the others is not."""
    return [p.cause for p in acled([part], wish or Wish()) if isinstance(p, Lost)]


def shelling(harm: tuple[Harm, ...] = (), **changes: object) -> Slice:
    """The sample's attack as one with heavy weapons, changed."""
    _, body = attack_of(only())
    shelled = replace(body, mode="heavy-weapons", plover=Plover(Root.ASSAULT, "heavy-weapons"), harm=harm)
    return only(**{"body": shelled, "places": (TOWN,), **changes})


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(slices(), st.booleans())
def test_each_statement_and_talk_is_carried_or_lost(part: Slice, claims: bool) -> None:
    """Once; every row has as many cells as the header."""
    rows = table(part, Wish(claims))
    assert len(rows) + len(losses(part, Wish(claims))) == len(part.statements) + len(part.talks)
    assert all(None not in row and None not in row.values() for row in rows)


def test_an_attack_is_a_row() -> None:
    """With type, day, place by its levels, and numbers of the country."""
    (row,) = table(shelling())
    assert tuple(row) == COLUMNS
    assert (row["event_type"], row["sub_event_type"]) == (
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
    )
    assert (row["event_date"], row["year"], row["time_precision"]) == ("2031-03-04", "2031", "1")
    assert (row["iso"], row["region"], row["country"]) == ("4", "Caucasus and Central Asia", "Afghanistan")
    assert (row["location"], row["admin1"], row["geo_precision"]) == ("Bamyan", "Bamyan", "1")
    assert (row["actor1"], row["actor2"]) == ("Reed Front", "Belmark")
    assert row["fatalities"] == "0"
    assert (row["best"], row["low"], row["high"]) == ("", "", "")


def test_deaths_take_in_what_other_tellings_say() -> None:
    """The best number stays that of the statement; fatalities are the least."""
    other = Variants(harm=(Harm(HarmKind.KILLED, 3, 9, ""), Harm(HarmKind.INJURED, 80, 80, "")))
    (row,) = table(shelling(harm=(Harm(HarmKind.KILLED, 5, 5, ""),), variants=other))
    assert (row["fatalities"], row["best"], row["low"], row["high"]) == ("3", "5", "3", "9")


@pytest.mark.parametrize(
    ("start", "end", "day", "precision"),
    [
        ("2031-03-04", "2031-03-04", "2031-03-04", 1),
        ("2031-03-03", "2031-03-09", "2031-03-06", 2),
        ("2031-03-01", "2031-03-31", "2031-03-16", 3),
    ],
)
def test_a_range_has_its_middle_and_a_precision(start: str, end: str, day: str, precision: int) -> None:
    """Up to a month."""
    found = dated(replace(on(start), end=end))
    assert found is not None
    assert (found[0].isoformat(), found[1]) == (day, precision)


def test_what_has_no_day_has_no_row() -> None:
    """Nor what is told no closer than a month: the day of publication never stands for it."""
    assert losses(shelling(date=None)) == ["no day is told, and ACLED has one for every row"]
    (cause,) = losses(shelling(date=replace(on("2031-03-01"), end="2031-04-01")))
    assert cause.startswith("its day is told no closer than a month")


def test_diplomacy_has_no_type() -> None:
    """It is counted."""
    _, body = attack_of(only())
    part = only(body=replace(body, type=Root.AID, mode=None, plover=Plover(Root.AID)))
    assert losses(part) == ["ACLED has no type for it, as for diplomacy"]


def test_a_claim_is_no_row_unless_asked_for() -> None:
    """And then it says how it stands."""
    part = shelling(status=Status.CLAIMED, fact=False)
    assert table(part) == []
    assert table(part, Wish(claims=True))[0][STANDING] == "claimed, happened"


@pytest.mark.parametrize(
    ("mode", "doer", "other", "sub"),
    [
        ("firearms", REBEL, STATE, "Armed clash"),
        ("firearms", None, STATE, "Armed clash"),
        ("firearms", CIVIL, STATE, None),
        ("firearms", STATE, CIVIL, "Attack"),
        ("firearms", STATE, None, None),
        ("beat", STATE, REBEL, None),
        ("abduct", REBEL, CIVIL, "Abduction/forced disappearance"),
        ("abduct", REBEL, STATE, None),
        ("drone", None, None, "Air/drone strike"),
    ],
)
def test_whom_it_was_done_to_tells_a_battle_from_an_attack(
    mode: str, doer: str | None, other: str | None, sub: str | None
) -> None:
    """Where that is not told, none of the two is taken."""
    found = kind_of(Plover(Root.ASSAULT, mode), doer, other)
    assert (found.sub if found else None) == sub


def test_a_states_forces_abroad_are_external() -> None:
    """At home they are the state's; a sector says more than a type."""
    state = Actor("a", "A", ActorType.STATE, "AFG", "GOV")
    assert actor_kind(state, "AFG") in ARMED
    assert actor_kind(state, "PAK") == "External/Other forces"
    assert actor_kind(replace(state, sector="REB"), "AFG") == REBEL
    assert actor_kind(Actor("r", "R", ActorType.REGION), None) is None


def test_acleds_own_names_come_back() -> None:
    """What was taken in from ACLED without a code of PLOVER's keeps its type."""
    body = Event(Root.OTHER, "non-violent transfer of territory")
    code = own_code(body)
    assert code is not None
    found = kind_of(code, None, None)
    assert found is not None
    assert found.sub == "Non-violent transfer of territory"
    assert own_code(Event(Root.OTHER, "flee")) is None
