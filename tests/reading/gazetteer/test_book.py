"""Which words name whom, on which day, and who stands for whom."""

from __future__ import annotations

import pytest

from parley.reading.gazetteer.book import Gazetteer, build, exists_on
from parley.reading.gazetteer.rows import GazetteerError, OrganNoun
from parley.terms.affiliation import Affiliations, compatible
from parley.terms.entry import ActorEntry, Governs, Office
from parley.terms.enums import ActorType

STATE, GROUP, GOV = ActorType.STATE, ActorType.ARMED_GROUP, ActorType.GOVERNMENT
NORTH = ActorEntry("northland", "Northland", STATE, "NOR", "GOV", ("NL",), ("Northern",), ("Port City",))
OLD = ActorEntry("old-union", "Old Union", STATE, "SUN", "GOV", (), ("Unionist",), ("Port City",), end="1990-12-31")
ARMY = ActorEntry("northern-guard", "Northern Guard", GOV, "NOR", "MIL", ("Northern army",), parent="northland")
FRONT = ActorEntry(
    "free-front",
    "Free Front",
    GROUP,
    "NOR",
    "REB",
    ("FF", "Front's Men"),
    governs=(Governs("northland", "2020-01-01"),),
)
ENVOY = ActorEntry(
    "ann-lee",
    "Ann Lee",
    ActorType.PERSON,
    "NOR",
    "GOV",
    offices=(Office("Envoy", "northland", "2001-01-01", "2003-12-31"),),
)
ARMY_NOUN = OrganNoun("armed forces", "military", GOV, "MIL", ("army", "troops"))
NAVY = OrganNoun("navy", "navy", GOV, "MIL")
ITSELF = OrganNoun("government", "government", GOV, "GOV", ("authorities",))


def book(*more: ActorEntry, own: tuple[str, ...] = ()) -> Gazetteer:
    """A small gazetteer of invented actors."""
    entries = {e.id: e for e in (NORTH, OLD, ARMY, FRONT, ENVOY, *more)}
    nouns = {"armed forces": ARMY_NOUN, "army": ARMY_NOUN, "troops": ARMY_NOUN, "navy": NAVY, "government": ITSELF}
    return build(entries, own, nouns, "digest")


def test_short_acronyms_are_met_in_capitals_only() -> None:
    """`NL` is Northland, `nl` is not; other names need a capital somewhere."""
    assert book().find("NL") == book().find("N.L.") == ("northland",)
    assert book().find("nl") == book().find("Nl") == ()
    assert book().find("Free front") == ("free-front",)
    assert book().find("free front") == ()


def test_a_name_listed_in_small_letters_is_met_so() -> None:
    """Some names are written small: then they are listed small."""
    bare = ActorEntry("hillmen", "Hillmen", GROUP, aliases=("hillmen",))
    assert book(bare).find("hillmen") == ("hillmen",)


def test_a_name_that_needs_its_article_is_met_after_it_only() -> None:
    """`the Vale` is known, a bare `Vale` may be anything; other names do without their article."""
    known = book(ActorEntry("vale", "the Vale", ActorType.REGION))
    assert known.find("the Vale") == known.find("The Vale") == ("vale",)
    assert known.find("Vale") == known.find("The vale") == ()
    assert known.longest(["the", "Vale", "agreed"]) == (2, ("vale",))
    assert known.longest(["The", "Northland"]) == (0, ())
    assert known.find("The Northland") == ("northland",)


def test_an_adjective_of_several_words_is_a_name_too() -> None:
    """A reader that looks at adjectives word by word still meets "Far Northern"."""
    far = ActorEntry("far-north", "Far North", STATE, "NOR", "GOV", (), ("Far Northern",))
    assert book(far).longest(["Far", "Northern", "troops"]) == (2, ("far-north",))
    assert book(far).demonym("Far Northern") == "far-north"


@pytest.mark.parametrize(
    ("words", "taken", "ids"),
    [
        (["Free", "Front", "fighters"], 2, ("free-front",)),
        (["Front", "'s", "Men", "fled"], 3, ("free-front",)),
        (["Northern", "army", "said"], 2, ("northern-guard",)),
        (["Northern", "winds"], 0, ()),
        (["Free", ".", "Front"], 0, ()),
        ([], 0, ()),
    ],
)
def test_the_longest_name_wins(words: list[str], taken: int, ids: tuple[str, ...]) -> None:
    """Names are found over tokens, across a tokenizer's cuts but not across a full stop."""
    assert book().longest(words) == (taken, ids)


def test_a_seat_is_of_whoever_sat_there_on_the_day() -> None:
    """One city, two states: the day decides, and without a day the one that still exists."""
    known = book()
    assert known.seat("Port City", "1970-01-01") is None
    assert known.seat("Port City", "2020-01-01") == known.seat("Port City") == known.seats["port city"] == "northland"
    assert known.demonym("Unionist") == "old-union"


def test_two_of_one_name_are_told_apart_by_country_or_not_at_all() -> None:
    """Where neither day nor country nor type decides, no one is chosen."""
    namesake = ActorEntry("free-front-south", "Free Front", GROUP, "ZAF", "REB")
    known = book(namesake)
    assert known.named("Free Front") is None
    assert known.named("Free Front", countries={"ZAF"}) == "free-front-south"
    assert known.named("Free Front", countries={"NOR"}) == "free-front"
    assert known.named("Nobody") is None


def test_a_user_entry_comes_first() -> None:
    """A user's own actor of a name goes before those that are shipped."""
    mine = ActorEntry("mine", "Northland", ActorType.PERSON)
    assert book(mine, own=("mine",)).find("Northland")[0] == "mine"
    assert book(mine).find("Northland")[0] == "northland"


def test_organs_are_composed_unless_listed() -> None:
    """A noun makes an organ of a state; the army that the tables list is that one; a government is the state."""
    known = book()
    navy = known.organ("northland", "navy")
    assert navy is not None
    assert (navy.id, navy.name, navy.parent, navy.country) == ("northland-navy", "Northland's Navy", "northland", "NOR")
    assert known.organ("northland", "troops") == ARMY
    assert known.organ("northland", "government") == NORTH
    assert known.organ("northland", "cafeteria") is None
    assert known.organ("nowhere", "navy") is None


def test_who_stands_for_whom_follows_parents_offices_and_rule() -> None:
    """An organ always, an office-holder while in office, a ruling group while it rules; no one else."""
    ties = Affiliations.of(book().affiliations())
    assert compatible("northern-guard", "northland", ties)
    assert compatible("ann-lee", "northland", ties, "2002-05-05")
    assert not compatible("ann-lee", "northland", ties, "2005-05-05")
    assert compatible("free-front", "northland", ties, "2021-01-01")
    assert not compatible("free-front", "northland", ties, "2019-01-01")


def test_peoples_and_regions_stand_for_nobody() -> None:
    """A part of a country's people, or of its land, does not act for the state."""
    hills = ActorEntry("hills", "Hills", ActorType.REGION, "NOR", parent="northland")
    assert all(a.who != "hills" for a in book(hills).affiliations())


def test_an_entry_cannot_lean_on_one_that_is_missing() -> None:
    """A parent or a governed actor must be listed; the error names both."""
    with pytest.raises(GazetteerError, match="stray: its parent 'gone'"):
        book(ActorEntry("stray", "Stray", GROUP, parent="gone"))
    with pytest.raises(GazetteerError, match="stray: it governs 'gone'"):
        book(ActorEntry("stray", "Stray", GROUP, governs=(Governs("gone"),)))


def test_existence_on_a_day() -> None:
    """Both ends count; on an unknown day only what still exists does."""
    assert exists_on(OLD, "1990-12-31")
    assert not exists_on(OLD, "1991-01-01")
    assert not exists_on(OLD, None)
    assert exists_on(NORTH, None)
