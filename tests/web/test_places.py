"""The map: places where they are, clustered, with how finely each is known."""

from __future__ import annotations

import re

import pytest
from tests.web.conftest import Browser

from parley.brief.pictures.map import Spot, clusters, land, map_svg


def spot(name: str, latitude: float, longitude: float, precision: str = "town", many: int = 1) -> Spot:
    """A place."""
    return Spot(name, latitude, longitude, precision, many, f"#{name}")


def test_land_is_all_of_it_and_nothing_else() -> None:
    """Some hundred rings, within the world, in no notation but that of a path."""
    assert land().count("M") > 150
    assert re.fullmatch(r"[MlZ0-9,\- ]+", land())
    starts = [tuple(map(int, m)) for m in re.findall(r"M(-?\d+),(-?\d+)l", land())]
    assert all(-1800 <= x <= 1800 and -900 <= y <= 900 for x, y in starts)


def test_east_is_right_and_north_is_up() -> None:
    """Of two places the eastern one is drawn further right, the northern one further up."""
    svg = map_svg([spot("a", 10, 10), spot("b", 30, 60)])
    found = {
        m[2]: (float(m[0]), float(m[1])) for m in re.findall(r'cx="([\d.]+)" cy="([\d.]+)".*?map-name">(\w)<', svg)
    }
    assert found["b"][0] > found["a"][0]
    assert found["b"][1] < found["a"][1]


@pytest.mark.parametrize(
    ("precision", "kind"), [("town", "fine"), ("point", "fine"), ("country", "coarse"), ("", "coarse")]
)
def test_how_finely_a_place_is_known_is_shown(precision: str, kind: str) -> None:
    """By how its mark is drawn, and in words."""
    svg = map_svg([spot("a", 1, 1, precision)])
    assert f"map-{kind}" in svg
    assert (precision or "not known how finely") in svg


def test_near_places_are_one_mark() -> None:
    """With all that is told of them, under the name of the one most told."""
    own, far = clusters([spot("a", 1.1, 1.1), spot("b", 1.2, 1.2, many=5), spot("c", 40, 40)], 2)
    assert [s.name for s in own] == ["b", "a"]
    assert [s.name for s in far] == ["c"]
    assert "b and 1 more: told 6 times" in map_svg([*own, *far])


def test_nothing_is_no_picture() -> None:
    """Where no place has coordinates."""
    assert map_svg([]) == ""


def test_page_leads_from_marks_to_lines(browser: Browser) -> None:
    """A mark's address is the place's part of the page."""
    page = browser.get("/map").text
    told = browser.get("/map.json").json()
    assert [(p["name"], p["told"]) for p in told["places"]] == [("Eastmere", 1)]
    anchor = told["places"][0]["anchor"]
    assert f'href="#{anchor}"' in page
    assert f'id="{anchor}"' in page
    assert browser.get("/map.json?since=2031-06-01").json()["places"] == []
