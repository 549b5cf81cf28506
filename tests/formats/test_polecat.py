"""Rows in the manner of POLECAT."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.test_jsonl import sample
from tests.strategies import slices

from parley.formats.carrying import STANDING
from parley.formats.pieces import Lost, Wish
from parley.formats.polecat import COLUMNS, polecat
from parley.terms.bodies import Event, Plover
from parley.terms.enums import PlaceRole, Precision, Reality, Root, Status
from parley.terms.slice import Slice
from parley.terms.statement import Statement
from parley.terms.values import Place


def rows(part: Slice, wish: Wish | None = None) -> list[dict[str, str]]:
    """The rows that are carried, by column."""
    lines = [piece.rstrip("\n").split("\t") for piece in polecat([part], wish or Wish()) if isinstance(piece, str)]
    return [dict(zip(lines[0], cells, strict=True)) for cells in lines[1:]]


def losses(part: Slice, wish: Wish | None = None) -> list[str]:
    """Why each of the others is not."""
    return [piece.cause for piece in polecat([part], wish or Wish()) if isinstance(piece, Lost)]


def only(**changes: object) -> Slice:
    """The sample's attack, changed, and nothing else."""
    part = sample()
    (attack,) = part.statements
    return replace(part, statements=(replace(attack, **changes),), talks=())  # type: ignore[arg-type]


def attack_of(part: Slice) -> tuple[Statement, Event]:
    """The only statement and its body."""
    (s,) = part.statements
    assert isinstance(s.body, Event)
    return s, s.body


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(slices(), st.booleans())
def test_each_statement_and_talk_is_carried_or_lost(part: Slice, claims: bool) -> None:
    """Once; every row has as many cells as the header, whatever stands in them."""
    made = list(polecat([part], Wish(claims)))
    carried = [p for p in made if isinstance(p, str)]
    assert len(carried) - 1 + len(losses(part, Wish(claims))) == len(part.statements) + len(part.talks)
    assert {line.count("\t") for line in carried} == {len(COLUMNS) - 1 + claims}
    assert all(line.count("\n") == 1 and line.endswith("\n") for line in carried)


def test_a_fact_is_a_row() -> None:
    """With its code, its first day, who did it, and the report that tells it."""
    (row,) = rows(sample())
    assert (row["Event Type"], row["Quad Code"], row["Event Date"]) == ("ASSAULT", "MATERIAL CONFLICT", "2031-03-04")
    assert (row["Actor Name"], row["Recipient Name"]) == ("Reed Front", "Belmark")
    assert losses(sample()) == ["a talk is no event"]


def test_a_claim_is_no_row_unless_asked_for() -> None:
    """It would be taken to have happened; with the wish it comes, and says how it stands."""
    part = only(status=Status.CONTESTED, fact=False)
    assert (rows(part), losses(part)) == ([], ["it is no fact but contested: --claims carries it"])
    (row,) = rows(part, Wish(claims=True))
    assert row[STANDING] == "contested, happened"
    assert rows(sample(), Wish(claims=True))[0][STANDING] == "fact"


def test_what_plover_has_no_code_for_is_lost_even_then() -> None:
    """What did not happen, is denied, or is OTHER."""
    _, body = attack_of(sample())
    part = only(body=replace(body, plover=None), reality=Reality.DID_NOT_HAPPEN, fact=False)
    assert losses(part, Wish(claims=True)) == ["PLOVER has no code for it"]


def test_an_undated_event_is_not_given_the_day_of_its_publication() -> None:
    """Its day is empty."""
    (row,) = rows(only(date=None))
    assert row["Event Date"] == ""
    assert row["Publication Date"] != ""


@pytest.mark.parametrize(
    ("precision", "column", "feature"),
    [
        (Precision.TOWN, "City", "PPL"),
        (Precision.DISTRICT, "District", "ADM2"),
        (Precision.PROVINCE, "Province", "ADM1"),
        (Precision.COUNTRY, "Placename", "PCLI"),
        (None, "Placename", ""),
    ],
)
def test_a_place_stands_at_its_level(precision: Precision | None, column: str, feature: str) -> None:
    """A province is not given for a city."""
    place = Place("Reedland", PlaceRole.AT, ("AFG",), None, 1.5, 2.5, precision, 7, "in Reedland")
    (row,) = rows(only(places=(place,)))
    assert (row[column], row["Feature Type"], row["Country"], row["GeoNames ID"]) == ("Reedland", feature, "AFG", "7")
    levels = {"City", "District", "Province"} - {column}
    assert {row[level] for level in levels} == {""}


def test_a_running_cell_is_harmless() -> None:
    """In a tab-separated file too."""
    _, body = attack_of(sample())
    part = only(body=replace(body, contexts=("=1+1",), plover=Plover(Root.ASSAULT)))
    assert rows(part)[0]["Contexts"] == "'=1+1"
