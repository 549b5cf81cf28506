"""The measure of dyads: which actors a text is given, and what counts as right."""

from __future__ import annotations

from types import ModuleType

import pytest

from parley.terms.bodies import Event
from parley.terms.enums import Root

_ACTORS = {
    "actors": {
        "RURITANIA": [{"code": "RUR"}],
        "SYLDAVIA": [{"code": "SYL"}],
        "SYLDAVIA BANK": [{"code": "SYLBUS"}],
        "DAHL": [{"code": "RURREB"}, {"code": "RUROPP", "when": "<19900101"}, {"code": "RURGOV", "when": "> 950601"}],
        "NOBODY": [{"code": "---"}],
    },
    "agents": {"JUDGE": "~JUD", "MINISTER": "~GOV", "!FORCE! CHIEF": "~MIL", "AID GROUP": "NGO~"},
    "substitutions": {"FORCE": ["ARMY", "NAVY"]},
}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ruritania met Syldavia.", ["Ruritania=RUR", "Syldavia=SYL"]),
        ("The Syldavia Bank closed.", ["Syldavia Bank=SYLBUS"]),
        ("Ruritania's finance minister spoke.", ["Ruritania's finance minister=RURGOV"]),
        ("Ruritania ministers and judges spoke.", ["Ruritania ministers=RURGOV", "judges=RURJUD"]),
        ("Ministers of Ruritania and Syldavia spoke.", ["Ministers of Ruritania=RURGOV", "Syldavia=SYLGOV"]),
        ("Judges and ministers in Ruritania spoke.", ["Judges=RURJUD", "ministers in Ruritania=RURGOV"]),
        ("The Syldavia navy chief spoke.", ["Syldavia navy chief=SYLMIL"]),
        ("An aid group in Syldavia spoke.", ["aid group in Syldavia=NGOSYL"]),
        ("A minister spoke.", []),
        ("Nobody spoke, ruritania least.", []),
    ],
)
def test_mentions_are_the_longest_names_and_agents_with_their_country(
    petrarch: ModuleType, text: str, named: list[str]
) -> None:
    """A name is found as long as it goes; an agent is one by the country beside it."""
    found = petrarch.mentions(text, "20000101", _ACTORS)
    assert [f"{text[m.start : m.end]}={m.actor}" for m in found] == named


@pytest.mark.parametrize(
    ("day", "code"), [("19891231", "RUROPP"), ("19920101", "RURREB"), ("19950602", "RURGOV"), ("20100101", "RURGOV")]
)
def test_a_name_has_its_code_of_the_day(petrarch: ModuleType, day: str, code: str) -> None:
    """What is dated goes before what is not, and two digits of a year are of the last century."""
    assert [m.actor for m in petrarch.mentions("Dahl spoke.", day, _ACTORS)] == [code]


def test_an_act_of_several_on_nobody_is_of_each_upon_each(petrarch: ModuleType) -> None:
    """Reciprocal acts give both directions, others one."""
    met = Event(Root.CONSULT, actors=("RUR", "SYL"))
    aided = Event(Root.AID, actors=("RUR", "SYL"), recipients=("BOR",))
    assert set(petrarch.pairs(met)) == {("RUR", "SYL"), ("SYL", "RUR")}
    assert set(petrarch.pairs(aided)) == {("RUR", "BOR"), ("SYL", "BOR")}


def test_gold_without_a_root_expects_nothing(petrarch: ModuleType) -> None:
    """A dyad without a root is left out; the other answer counts as well, whole."""
    row = {"gold": [{"source": "RUR", "target": "SYL", "plover": None}], "also_right": [["RUR", "SYL", "AID"]]}
    assert petrarch.accepted(row) == [frozenset(), frozenset({("RUR", "SYL", "AID")})]
