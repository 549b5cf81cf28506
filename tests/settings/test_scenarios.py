"""Scenario files."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from parley.settings import ScenarioError, load_scenario, parse_scenario

SOUND = """\
[scenario]
title = "Test"
question = "Will they?"

[[issue]]
id = "land"
name = "Land"
zero_means = "none"
hundred_means = "all"

[[actor]]
id = "north"
name = "North"
capability = { value = 10, assumption = "even" }
prevail = { low = 0.4, high = 0.6, source = "s12" }
cost_no_agreement = { value = 0.1, assumption = "some" }
[[actor.stand]]
issue = "land"
position = { value = 0, assumption = "its claim" }
salience = { value = 1, assumption = "all" }

[[actor]]
id = "south"
name = "South"
capability = { value = 10, assumption = "even" }
prevail = { value = 0.5, assumption = "even" }
cost_no_agreement = { value = 0.1, assumption = "some" }
[[actor.stand]]
issue = "land"
position = { value = 100, assumption = "its claim" }
salience = { value = 1, assumption = "all" }
"""


def test_sound() -> None:
    """A file becomes a scenario, with what each number rests on; the first issue is the contested one."""
    s = parse_scenario(SOUND)
    assert s.contested == "land"
    assert [a.id for a in s.contenders] == ["north", "south"]
    prevail = s.actor("north").contender
    assert prevail is not None
    assert (prevail.prevail.low, prevail.prevail.high, prevail.prevail.source) == (0.4, 0.6, "s12")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_file(tmp_path: Path, newline: str) -> None:
    """A file with a byte order mark and either line end is read."""
    path = tmp_path / "s.toml"
    path.write_bytes(b"\xef\xbb\xbf" + SOUND.replace("\n", newline).encode())
    assert load_scenario(path) == parse_scenario(SOUND)


@pytest.mark.parametrize("name", ["tehran-2022.toml", "helsinki-2005.toml"])
def test_samples(name: str) -> None:
    """The shipped scenarios are sound, and every number of theirs is an assumption with a reason."""
    text = files("parley").joinpath("samples", "scenarios", name).read_text("utf-8")
    assert len(parse_scenario(text, name).actors) > 3
    assert "source =" not in text


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("{ value = 0, assumption", "{ value = 101, assumption", 19, "101 to 101 is off the scale; give a place"),
        (
            '"its claim" }\nsalience = { value = 1, ',
            '"its claim" }\nsalience = { low = 1, ',
            20,
            "needs either a value",
        ),
        ("{ value = 1, assumption", "{ value = 2, assumption", 20, "off the scale"),
        (', source = "s12"', "", 15, "rests on nothing; add source"),
        ("{ low = 0.4, high = 0.6", "{ low = 0.7, high = 0.6", 15, "above high"),
        ('title = "Test"', 'titel = "Test"', 1, "is missing"),
        ('question = "Will they?"', 'question = "Will they?"\nquery = "x"', 4, "query: is not known here"),
        ('[[actor.stand]]\nissue = "land"', '[[actor.stand]]\nissue = "sea"', 18, "unknown issue 'sea'"),
        ('id = "south"', 'id = "north"', 23, "used twice"),
        ('{ value = 10, assumption = "even" }', "10", 14, "10 rests on nothing"),
        ('zero_means = "none"', 'zero_means = ""', 8, "is empty"),
        ('"its claim" }', '"its claim", high = 3 }', 19, "either a value"),
        ("value = 10,", 'value = "ten",', 14, "not a number"),
        ("hundred_means", "hundred means", 9, "is not TOML"),
    ],
)
def test_faults_name_line_field_and_remedy(old: str, new: str, line: int, said: str) -> None:
    """Each fault is said with file, line, field and what to do."""
    assert old in SOUND
    with pytest.raises(ScenarioError) as caught:
        parse_scenario(SOUND.replace(old, new, 1), "bad.toml")
    assert said in str(caught.value)
    assert str(caught.value).startswith(f"bad.toml:{line}: ")
    assert caught.value.remedy


def test_no_such_file(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(ScenarioError, match=r"none\.toml: cannot be read"):
        load_scenario(tmp_path / "none.toml")


def test_not_text(tmp_path: Path) -> None:
    """A file in another encoding is named with the byte."""
    (tmp_path / "s.toml").write_bytes(b"title = '\xff'")
    with pytest.raises(ScenarioError, match="not UTF-8 at byte 9"):
        load_scenario(tmp_path / "s.toml")


def test_red_lines_belong_to_parties() -> None:
    """An outsider with a red line is told that it needs `prevail`."""
    extra = '\n[[actor]]\nid = "e"\nname = "E"\ncapability = { value = 1, assumption = "x" }\n[[actor.red_line]]\n'
    extra += 'issue = "land"\nat_most = { value = 9, assumption = "x" }\n'
    with pytest.raises(ScenarioError, match="belongs to a party to the conflict"):
        parse_scenario(SOUND + extra)
