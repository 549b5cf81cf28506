"""Parcels: cut by content, so that what was read before is told, and nothing is lost or doubled."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.corpus.parcels import HEAVY, Finished, Parcel, Plan, key_of
from parley.intake import Shape, Unit

DATA = st.lists(st.integers(0, 30).map(lambda n: f"row {n}"), max_size=40)
SIZES = st.integers(1, 7)


def units(data: list[str]) -> list[Unit]:
    """Units of these bytes."""
    return [Unit(f"place {n}", Shape.ROW, d.encode()) for n, d in enumerate(data)]


def cut(data: list[str], size: int, done: list[Parcel] | None = None) -> list[Parcel]:
    """The parcels still to be read."""
    parts = done or []
    finished = Finished({p.name for p in parts}, {k for p in parts for k in p.keys})
    return list(Plan(size, finished).parcels(units(data)))


def told(parcels: list[Parcel]) -> list[bytes]:
    """What is in them."""
    return [u.data for p in parcels for u in p.units]


@given(DATA, SIZES)
def test_everything_once(data: list[str], size: int) -> None:
    """Each different unit is in one parcel, in the order of the source, and no parcel is too large."""
    made = cut(data, size)
    assert told(made) == [d.encode() for d in dict.fromkeys(data)]
    assert all(1 <= len(p.units) <= size for p in made)
    assert len({p.name for p in made}) == len(made)


@given(DATA, SIZES, st.data())
def test_a_stopped_run_goes_on_as_it_would_have(data: list[str], size: int, draw: st.DataObject) -> None:
    """With any of the parts finished, the others are cut as they would have been, by name and content."""
    whole = cut(data, size)
    done = [p for p in whole if draw.draw(st.booleans())]
    assert cut(data, size, done) == [p for p in whole if p not in done]


@given(DATA, DATA, SIZES, st.randoms())
def test_of_a_changed_source_only_what_is_new_is_read(
    before: list[str], more: list[str], size: int, chance: object
) -> None:
    """Whatever came in, and wherever: what was read is passed over, the rest is there once."""
    now = [*before, *more]
    chance.shuffle(now)  # type: ignore[attr-defined]
    new = cut(now, size, cut(before, size))
    assert sorted(told(new)) == sorted(d.encode() for d in set(more) - set(before))


def test_heavy_units_make_small_parcels() -> None:
    """What travels to a worker stays small, however many reports a part may have."""
    made = list(Plan(100).parcels(Unit(str(n), Shape.FILE, bytes([n]) * (HEAVY // 2)) for n in range(5)))
    assert [len(p.units) for p in made] == [2, 2, 1]


def test_a_unit_is_known_by_its_content() -> None:
    """Not by its place; but a page is not the text that it would be as a row."""
    assert key_of(Unit("a", Shape.ROW, b"x")) == key_of(Unit("b", Shape.ROW, b"x"))
    assert key_of(Unit("a", Shape.ROW, b"x")) != key_of(Unit("a", Shape.FILE, b"x"))
