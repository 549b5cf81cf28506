"""Whom other people's rows name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.desk.import_actors import Directory
from parley.formats.incoming.row import Named
from parley.terms.entry import ActorEntry
from parley.terms.enums import ActorType


@pytest.fixture(scope="module")
def directory() -> Directory:
    """Whom the gazetteer knows."""
    return Directory((ActorEntry("reed-front", "Reed Front", ActorType.ARMED_GROUP, aliases=("RF",)),))


@pytest.mark.parametrize(
    ("named", "id_"),
    [
        (Named("Government of Kenya"), "kenya"),
        (Named("Government of Myanmar (Burma)"), "myanmar"),
        (Named("Police Forces of Kenya"), "kenya-police"),
        (Named("Kenyan", "KEN"), "kenya"),
        (Named("Police", "KEN", "COP"), "kenya-police"),
        (Named("KEN", "KEN", "COP"), "kenya-police"),
        (Named("KEN", "KEN"), "kenya"),
        (Named("Reed Front", near="Kenya"), "reed-front"),
        (Named("RF - Reed Front"), "reed-front"),
        (Named("European Union"), "european-union"),
    ],
)
def test_known_for_sure(directory: Directory, named: Named, id_: str) -> None:
    """States, their organs, and names of the gazetteer and of one's own."""
    assert directory.actor(named).id == id_


def test_name_of_another_country_is_another(directory: Directory) -> None:
    """A senate of one country is not that of another; both names tell the country."""
    one, other = (directory.actor(Named("Kenyan Senate of Elders", c)) for c in ("KEN", "ETH"))
    assert one.id != other.id
    assert {one.country, other.country} == {"KEN", "ETH"}


def test_organ_that_is_no_more_is_not_meant(directory: Directory) -> None:
    """The Afghan army of 2022 is not that which ended in 2021."""
    then, now = (directory.actor(Named("Military Forces of Afghanistan", day=d)) for d in ("2010-01-01", "2022-01-01"))
    assert then.id == "afghan-national-army"
    assert now.id == "military-forces-of-afghanistan"


def test_sets_of_people_are_described(directory: Directory) -> None:
    """As the reader has them."""
    made = directory.actor(Named("civilians", sector="CVL", type=ActorType.GROUP))
    assert (made.id, made.type, made.described_as) == ("civilians", ActorType.GROUP, "civilians")


def test_who_stands_for_whom(directory: Directory) -> None:
    """Organs stand for their states: so a report's Kenya and a row's police can be one doer."""
    assert {a.whom for a in directory.affiliations(["kenya-police"])} == {"kenya"}
    assert "afghanistan" in {a.whom for a in directory.affiliations(["taliban"])}
    assert directory.affiliations(["nobody-at-all"]) == ()


@given(st.text(max_size=20), st.sampled_from([None, "KEN", "Kenya", "nowhere"]))
def test_every_name_is_somebody(name: str, country: str | None) -> None:
    """With an id, and always the same one."""
    directory = _shared()
    if any(c.isalnum() for c in name):
        made = directory.actor(Named(name, country))
        assert made.id
        assert made == directory.actor(Named(name, country))


def _shared(made: list[Directory] = []) -> Directory:  # noqa: B006 - made once
    if not made:
        made.append(Directory())
    return made[0]


@pytest.mark.parametrize(
    ("name", "code"), [("Kenya", "KEN"), ("KEN", "KEN"), ("DR Congo (Zaire)", "COD"), ("XXX", None), ("", None)]
)
def test_countries(directory: Directory, name: str, code: str | None) -> None:
    """By name or code."""
    assert directory.country(name) == code


def test_no_name_is_longer_than_names_are(directory: Directory) -> None:
    """A cell of a megabyte is not kept in memory, nor made an id."""
    made = directory.actor(Named("Reed " * 1000))
    assert len(made.name) <= 220
    assert len(made.id) <= 120
    assert directory.country("Kenya" * 1000) is None
