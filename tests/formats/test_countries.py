"""Countries by other projects' numbers."""

from parley.formats.countries import countries


def test_numbers_are_each_countrys_own() -> None:
    """No two have one number; the lists are as long as they should be."""
    known = countries().values()
    for numbers in ([c.iso for c in known if c.iso], [c.cow for c in known if c.cow]):
        assert len(numbers) == len(set(numbers)) >= 190
    assert len({c.region for c in known}) == 16
    assert all(len(code) == 3 and code == c.code for code, c in countries().items())


def test_a_country_is_found_by_its_code() -> None:
    """With its name here and there."""
    found = countries()["CIV"]
    assert (found.iso, found.cow, found.region, found.acled_name) == (384, 437, "Western Africa", "Ivory Coast")
