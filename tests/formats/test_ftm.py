"""Entities of FollowTheMoney: well-formed, complete, and no claim told as a fact."""

from __future__ import annotations

import json
import os
import re
from importlib import import_module
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from tests.formats.ftm_table import LONGEST, SCHEMATA, SHAPES, is_one, types_of
from tests.formats.told import more, statement
from tests.strategies import slices

from parley.formats import ftm
from parley.formats.ftm_links import NO_END, SAME
from parley.formats.lines import held_by
from parley.formats.pieces import Lost, Wish
from parley.formats.telling import REJECTED
from parley.terms.bodies import Role
from parley.terms.slice import Slice

REQUIRED = "PARLEY_FTM"
"""Set where the followthemoney package must be there, as in CI. It needs ICU, which is compiled."""


def entities(part: Slice) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ftm.write([part], Wish()) if isinstance(line, str)]


def losses(part: Slice) -> list[Lost]:
    return [piece for piece in ftm.write([part], Wish()) if isinstance(piece, Lost)]


def check(made: list[dict[str, Any]]) -> None:
    """Every entity keeps the table: its schema, its properties, their types, and to whom they lead."""
    schemata = {e["id"]: e["schema"] for e in made}
    for e in made:
        types = types_of(e["schema"])
        assert set(SCHEMATA[e["schema"]][1].split()) <= e["properties"].keys()
        for name, values in e["properties"].items():
            assert values
            assert len(values) == len(set(values))
            for value in values:
                check_value(types[name], value, schemata)


def check_value(kind: str, value: str, schemata: dict[str, str]) -> None:
    if kind.startswith(">"):
        assert is_one(schemata[value], kind[1:])
    elif kind in SHAPES:
        assert re.fullmatch(SHAPES[kind], value)
    assert len(value) <= LONGEST.get(kind, 200)
    assert not re.search("[\x00-\x1f\ud800-\udfff]", value)


def test_the_sample_is_well_formed_and_complete() -> None:
    """Each statement and talk becomes an entity or is said to be lost; each schema of the table is used."""
    part = more()
    made, lost = entities(part), losses(part)
    check(made)
    assert {e["schema"] for e in made} == SCHEMATA.keys()
    kept = {e["id"].removeprefix("statement-").removeprefix("talk-") for e in made}
    for held in held_by(part):
        assert held.id in kept or held.id in {x.id for x in lost}
    assert {x.cause for x in lost} == {REJECTED, SAME, NO_END}


def test_only_facts_link() -> None:
    """What is no fact is an event that involves nobody, or a note; its name begins with how it stands."""
    part = more()
    by_id = {e["id"]: e for e in entities(part)}
    doubtful = [s for s in part.statements if not s.fact and f"statement-{s.id}" in by_id]
    assert {by_id[f"statement-{s.id}"]["schema"] for s in doubtful} == {"Event", "Note"}
    for s in doubtful:
        e = by_id[f"statement-{s.id}"]
        assert e["properties"]["name"][0].startswith(f"[{s.status}, {s.reality}] ")
        assert not e["properties"].keys() & {"involved", "organizer"}


def test_a_talk_names_who_met_and_who_brought_them_together() -> None:
    """Sides and delegates are involved, mediators and hosts organise; days, place, quote and source stand beside."""
    (talk,) = (e["properties"] for e in entities(more()) if e["id"].startswith("talk-"))
    assert talk["involved"] == ["actor-northland", "actor-mara-voss", "actor-southmark"]
    assert talk["organizer"] == ["actor-harbour"]
    assert (talk["startDate"], talk["location"], talk["country"]) == (["2031-05-09"], ["Eastmere"], ["no"])
    assert talk["proof"] == ["report-first"]
    assert talk["description"][0].startswith("“The two sides met in Eastmere")


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(slices())
def test_any_slice_is_well_formed(part: Slice) -> None:
    """Whatever a slice holds, its entities keep the table, and no two of reports or actors have one id."""
    made = entities(part)
    check(made)
    things = [e["id"] for e in made if e["id"].startswith(("actor-", "report-"))]
    assert len(things) == len(set(things))


def test_an_office_of_nobody_links_nobody() -> None:
    """It is lost, not an error."""
    nobody = statement("nobody", Role("", "envoy", None))
    assert [x.cause for x in losses(Slice(statements=(nobody,)))] == [NO_END]


def test_parts_make_what_the_whole_makes() -> None:
    """A record in parts: actors and reports once, whatever part they come with."""
    whole = more()
    half = len(whole.statements) // 2
    parts = [
        Slice(whole.reports, whole.actors, statements=whole.statements[:half]),
        Slice(whole.reports, whole.actors, statements=whole.statements[half:], talks=whole.talks),
    ]
    assert list(ftm.write(parts, Wish())) == list(ftm.write([whole], Wish()))


@pytest.fixture(scope="module")
def model() -> Any:
    """FollowTheMoney's own model; skipped where the package is missing, but never where it is required."""
    try:
        return import_module("followthemoney").model
    except ImportError:
        if os.environ.get(REQUIRED):
            pytest.fail("followthemoney is not installed, and PARLEY_FTM says that it must be")
        pytest.skip("followthemoney is not installed: pip install followthemoney (needs libicu-dev and a C++ compiler)")


def test_the_package_takes_every_entity(model: Any) -> None:
    """FollowTheMoney cleans each value and keeps it as it is, finds each entity valid, and each link's ends fitting."""
    made = entities(more())
    proxies = {e["id"]: model.get_proxy(e, cleaned=False) for e in made}
    for e in made:
        proxy = proxies[e["id"]]
        proxy.schema.validate(proxy.to_dict())
        assert {k: sorted(v) for k, v in proxy.properties.items()} == {k: sorted(v) for k, v in e["properties"].items()}
        for prop, value in proxy.itervalues():
            if prop.range is not None:
                assert proxies[value].schema.is_a(prop.range)


def test_the_table_is_the_packages(model: Any) -> None:
    """The project's own table says of each schema what FollowTheMoney's model says."""
    for name, (kinds, _, _) in SCHEMATA.items():
        schema = model.get(name)
        assert set(kinds.split()) <= schema.names
        for prop, kind in types_of(name).items():
            own = schema.get(prop)
            if kind.startswith(">"):
                assert model.get(kind[1:]).is_a(own.range)
            else:
                assert own.type.name == ("identifier" if kind == "qid" else kind)
