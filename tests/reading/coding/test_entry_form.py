"""The form of entries: what is refused, and what is said of it."""

from __future__ import annotations

import pytest

from parley.reading.coding.codebook import ENTRY, Entry
from parley.reading.coding.rows import EntryError, rows_of
from parley.terms.enums import Root

WHOLE = """
[[entry]]
id = "x"
code = "AID"
verbs = ["feed"]
example = ["A fed B.", "A", "B"]
trap = "A fed the fire."
"""


def made(text: str) -> Entry:
    """The one entry of a text."""
    (row,) = rows_of("entry", {"f.toml": text})
    return ENTRY.entry(row)


def test_a_whole_entry_is_taken() -> None:
    """What it leaves out has its default."""
    entry = made(WHOLE)
    assert (entry.id, entry.code, entry.mode, entry.sides) == ("x", Root.AID, None, 1)
    assert entry.not_subjects


@pytest.mark.parametrize(
    ("was", "now", "key", "says", "remedy"),
    [
        ("verbs", "verb", "verb", "unknown verb; known are actors_from", "did you mean 'verbs'?"),
        ('trap = "A fed the fire."', "", "trap", "'trap' is missing", "write a sentence"),
        ('id = "x"', 'id = ""', "id", "'id' is missing", "write a sentence"),
        ('"AID"', '"HELP"', "code", "code 'HELP' is none of AGREE", "one of those"),
        ('"AID"', '"AID"\nmode = "loud"', "mode", "'loud' is no mode of AID", "leave it out"),
        ('["feed"]', '"feed"', "verbs", "not a list of texts", "write verbs as a list"),
        ('["feed"]', '["feed", ""]', "verbs", "not a list of texts", "write verbs as a list"),
        ('["feed"]', '["feed"]\nsides = "two"', "sides", "not a whole number", "write sides as"),
        ('["feed"]', '["feed"]\nsides = true', "sides", "not a whole number", "write sides as"),
        ('["feed"]', '["feed"]\nhost = "yes"', "host", "not true or false", "write host as"),
        ('["feed"]', "[]", "", "it lists no words: give adjectives or nouns or verbs", ""),
        (', "A", "B"]', ', "A"]', "example", "'example' is not [sentence, actors, recipients]", "write those"),
        ('"A fed B."', '" "', "example", "'example' is not [sentence, actors, recipients]", "write those"),
    ],
)
def test_a_fault_is_told_with_its_field_and_remedy(was: str, now: str, key: str, says: str, remedy: str) -> None:
    """Each fault names the file, the entry and the field, and says what to do."""
    assert was in WHOLE
    with pytest.raises(EntryError) as told:
        made(WHOLE.replace(was, now))
    assert str(told.value).startswith("f.toml, entry ")
    assert (told.value.key, says in told.value.what, remedy in told.value.remedy) == (key, True, True)
