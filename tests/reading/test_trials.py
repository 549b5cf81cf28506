"""Entries are tried by their own sentences."""

from __future__ import annotations

import pytest

from parley.reading.coding.rows import EntryError
from parley.reading.trials import trials
from parley.terms.overlay import Overlay

TABLES = {
    "entry": 'code = "AID"\nverbs = ["quarantine"]\n'
    'example = ["Ruritania quarantined Syldavia.", "Ruritania", "Syldavia"]',
    "tie": 'relation = "allied"\nsign = 1\nverbs = ["mother"]\nsettled = true\n'
    'example = ["Qatar has long mothered Hamas.", "Qatar", "Hamas"]',
    "position": 'stance = "for"\nverbs = ["covet"]\nexample = ["Ruritania covets a truce.", "Ruritania", "a truce"]',
    "issue": 'words = ["beekeeping"]\nexample = "the beekeeping of the hills"',
    "judgement": 'verdict = "failure"\nadjectives = ["risible"]\n'
    'example = ["The talks in Geneva were risible.", "The talks in Geneva"]',
    "estimate": 'verdict = "likely"\nadverbs = ["mayhap"]\nfuture = true\n'
    'example = ["The talks will mayhap resume.", "The talks will resume"]',
    "talk": 'nouns = ["powwow"]\n'
    'example = ["A powwow between Ruritania and Syldavia was held in Klow.", "ruritania, syldavia", "", ""]',
}
TRAP = "The weather stayed fair."


def faults(table: str, fields: str, trap: str = TRAP) -> dict[str, str | None]:
    """What is wrong with the sentences of one entry."""
    own = Overlay("own.toml", f'[[{table}]]\nid = "of-the-test"\n{fields}\ntrap = "{trap}"\n')
    return {t.key: t.fault for t in trials((own,), own)}


@pytest.mark.parametrize("table", TABLES)
def test_a_sound_entry_passes(table: str) -> None:
    """Its example is coded as it states and its trap is not; nothing else is tried."""
    assert faults(table, TABLES[table]) == {"example": None, "trap": None}


@pytest.mark.parametrize("table", TABLES)
def test_a_trap_that_is_coded_is_told(table: str) -> None:
    """An example set as a trap is caught in every book."""
    sentence = TABLES[table].split("example = ")[1].split('"')[1]
    found = faults(table, TABLES[table], sentence)
    assert found["example"] is None
    assert found["trap"]


@pytest.mark.parametrize("table", TABLES)
def test_an_example_that_is_not_coded_is_told(table: str) -> None:
    """A sentence without the entry's words is caught in every book."""
    sentence = TABLES[table].split("example = ")[1].split('"')[1]
    assert faults(table, TABLES[table].replace(sentence, TRAP))["example"]


@pytest.mark.parametrize(
    ("table", "was", "now", "says"),
    [
        ("entry", '"Syldavia"]', '"Borduria"]', "recipient Borduria not found, but syldavia"),
        ("entry", '"Ruritania", ', '"Borduria", ', "actor Borduria not found, but ruritania"),
        ("tie", '"Qatar", ', '"Oman", ', "its ends are qatar and"),
        ("position", '"a truce"]', '"a war"]', "its issue is 'a truce'"),
        ("position", '"Ruritania", ', '"Borduria", ', "its actor is ruritania"),
        ("judgement", '"The talks in Geneva"]', '"a roof"]', "it is about 'The talks in Geneva'"),
        ("estimate", '"The talks will resume"]', '"a roof"]', "it is about "),
        ("talk", '"ruritania, syldavia"', '"ruritania, borduria"', "party borduria not found"),
        ("talk", '"", ""]', '"borduria", ""]', "its mediators are none"),
    ],
)
def test_an_example_that_comes_to_something_else_is_told(table: str, was: str, now: str, says: str) -> None:
    """What the example states beside being coded is looked at, and what was found instead is said."""
    assert was in TABLES[table]
    from_ = TABLES[table].index("example = ")
    fields = TABLES[table][:from_] + TABLES[table][from_:].replace(was, now)
    assert says in str(faults(table, fields)["example"])


def test_what_took_the_sentence_is_named() -> None:
    """Where another entry codes the example, it is named."""
    told = faults(
        "entry", 'code = "AID"\nverbs = ["quarantine"]\nexample = ["Rebels shelled Ruritania.", "Rebels", "Ruritania"]'
    )
    assert "but by 'shell'" in str(told["example"])


def test_an_entry_that_cannot_be_used_is_not_tried() -> None:
    """The fault is raised, naming the entry."""
    with pytest.raises(EntryError, match="of-the-test"):
        faults("tie", "sign = 7")
