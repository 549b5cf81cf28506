"""Places: which names are places, which place is meant, in which role, and whose they are."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.reading.pipeline import parse
from parley.reading.places import attach, credit, find, index
from parley.reading.places.index import fold, regions, towns
from parley.terms.enums import Precision

HERE = Path(__file__).parent
COUNTRIES = {
    "Peru": "PER", "Ecuador": "ECU", "Libya": "LBY", "Lebanon": "LBN", "France": "FRA", "Jordan": "JOR", "Iraq": "IRQ",
}  # fmt: skip
ADJECTIVES = {"Peruvian": "PER"}
DATA_LIMIT = 8 * 1024 * 1024


def _rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("row", _rows("expected.tsv"), ids=lambda r: r[0])
def test_a_name_is_the_place_that_it_should_be(row: list[str]) -> None:
    """The right place in the right role; a government, a person, an organisation or a day is none."""
    sentence, name = row[0], row[1]
    start, end = sentence.index("["), sentence.index("]") - 1
    doc = parse(sentence.replace("[", "").replace("]", ""))
    spans = [(doc.span(f.first, f.last), f.place) for f in find(doc, frozenset(), COUNTRIES, ADJECTIVES.get)]
    here = [p for s, p in spans if s.start < end and start < s.end]
    if name == "-":
        assert here == []
        return
    (place,) = here
    got = [place.name, place.role.value, "|".join(place.countries), place.precision and place.precision.value]
    assert got == row[1:]


@pytest.mark.parametrize(("sentence", "wanted"), _rows("attachments.tsv"))
def test_a_predicate_gets_its_own_places_only(sentence: str, wanted: str) -> None:
    """Places of the predicate's own clause with their roles; another clause's never."""
    at = sentence.index("[")
    doc = parse(sentence.replace("[", "").replace("]", ""))
    head = next(t.i for t in doc.tokens if t.start == at)
    places = attach(doc, head, find(doc, frozenset(), COUNTRIES))
    assert (", ".join(f"{p.text} {p.role}" for p in places) or "-") == wanted


def test_hints_choose_between_towns_of_one_name() -> None:
    """The report's countries decide where the name alone does not."""
    doc = parse("The sides met in Tripoli.")
    assert [find(doc, frozenset({c}), {})[0].place.countries for c in ("LBN", "LBY")] == [("LBN",), ("LBY",)]


def test_one_unknown_place_does_not_lose_the_others() -> None:
    """A place that no index knows stands without coordinates beside those that it knows."""
    doc = parse("Shells hit the Qarvand Bridge in Mosul.")
    found = {f.place.name: f.place for f in find(doc, frozenset(), COUNTRIES)}
    assert found["Qarvand Bridge"].latitude is None
    assert found["Qarvand Bridge"].precision is Precision.POINT
    assert found["Mosul"].latitude == pytest.approx(36.34, abs=0.1)


def test_a_short_form_in_brackets_is_the_same_place() -> None:
    """What brackets introduce stands for the place from then on."""
    doc = parse("They met in the Oslo Peace Hall (OPH). Guards left the OPH on Friday.")
    names = [f.place.name for f in find(doc, frozenset(), {})]
    assert names.count("Oslo Peace Hall") >= 2


def test_quotes_stand_where_they_say_and_none_overlap() -> None:
    """Each place's text is the report's text at its tokens; the stretches run forward."""
    doc = parse("The envoys flew from Rome to Geneva, Switzerland, and on to the Peru-Ecuador border near Piura.")
    last = 0
    for f in find(doc, frozenset(), COUNTRIES):
        assert last <= f.first < f.last
        assert f.place.text == doc.span(f.first, f.last).of(doc.text)
        last = f.last


def test_the_project_lists_many_regions_each_sound() -> None:
    """At least 300 rows, with coordinates on the globe, codes of three letters, and a precision."""
    rows = {id(s): s for s in regions().values()}
    assert len(rows) >= 300
    for spot in rows.values():
        assert spot.latitude is not None
        assert -90 <= spot.latitude <= 90
        assert spot.longitude is not None
        assert -180 <= spot.longitude <= 180
        assert all(len(c) == 3 and c.isupper() for c in spot.countries)


def test_the_index_is_small_quick_and_credited() -> None:
    """One file of at most 8 MB; its first look takes a fraction of a second; GeoNames is named."""
    path = Path(index.__file__).parent / "data" / "places.sqlite"
    assert path.stat().st_size <= DATA_LIMIT
    start = time.perf_counter()
    assert towns(["mosul", "no such town"])["mosul"][0].countries == ("IRQ",)
    assert time.perf_counter() - start < 0.3
    assert "GeoNames" in credit()
    assert "CC BY" in credit()


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(name: str) -> None:
    """A key is its own key, whatever the name."""
    assert fold(fold(name)) == fold(name)


@given(st.lists(st.text(min_size=1, max_size=12), max_size=5))
def test_any_key_may_be_asked_for(keys: list[str]) -> None:
    """Keys that no town has are left out, and quoting is safe."""
    assert set(towns(fold(k) for k in keys)) <= {fold(k) for k in keys}
