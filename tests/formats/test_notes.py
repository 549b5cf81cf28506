"""A vault of notes: linked, sourced, and safe whatever somebody is called."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.told import HOSTILE, more, statement, told
from tests.strategies import slices

from parley.formats import notes
from parley.formats.file_names import LONGEST, FileNames, file_name, folded
from parley.formats.lines import held_by
from parley.formats.markdown import front_matter, literal
from parley.formats.pieces import File, Lost, Wish
from parley.terms.actor import Actor
from parley.terms.bodies import Event
from parley.terms.enums import ActorType, Root
from parley.terms.slice import Slice

LINK = re.compile(r"(?<!\\)\[\[([^\]|]*)(?:\|([^\]]*))?\]\]")
NAMES = st.text(st.sampled_from('aAäÄ\u0061\u0308 .<>:"/\\|?*#^[]%\x00\n\ud800ﬁ😀COconul1¹'), max_size=12)


def files(part: Slice) -> dict[str, str]:
    return {p.name: p.text for p in notes.write(part, Wish()) if isinstance(p, File)}


def matter(text: str) -> dict[str, Any]:
    _, head, _ = text.split("---\n", 2)
    made: dict[str, Any] = yaml.safe_load(head)
    return made


def check(made: dict[str, str]) -> None:
    """Names are taken by every system, links lead to notes, and front matter is a table of plain values."""
    stems = {name.split("/")[1].removesuffix(".md") for name in made}
    assert len({folded(s) for s in stems}) == len(made)
    for name, text in made.items():
        assert re.fullmatch(r'(actors|talks)/[^<>:"/\\|?*\x00-\x1f]+\.md', name)
        text.encode("utf-8")
        assert matter(text)["type"] in ("actor", "talk")
        body = text.split("---\n", 2)[2]
        assert {m[1] for m in LINK.finditer(body)} <= stems
        assert not re.search(r"(?<!\\)(<(?!https?://)|%%|(?<=\s)#(?![# ]))", re.sub(r"^#+ ", "", body, flags=re.M))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(slices())
def test_any_slice_makes_sound_notes(part: Slice) -> None:
    """Whatever it holds."""
    check(files(part))


def test_the_sample_has_a_note_each_and_every_line_its_source() -> None:
    """A note an actor and a talk; each statement's line has its quote and the report that says so."""
    part = more()
    made = files(part)
    check(made)
    assert len(made) == len(part.actors) + len(part.talks)
    north = made["actors/Northland.md"]
    assert "- 2031-05-03: Northland → Southmark: ASSAULT — [[Northland]] · [[Southmark]] — “Northland shelled" in north
    assert "(The Ledger, 2031-05-10); “Northland shelled the port on 3 May 2031” (The Wire, 2031-05-11)" in north
    for line in north.splitlines():
        if line.startswith("- "):
            assert re.search(r"“.+” \(.+\)", line)


def test_a_talks_note_says_who_met_where_and_how_it_ended() -> None:
    """Front matter for queries, links to its parties, mediators and hosts, and the words it is told in."""
    text = files(told())["talks/2031-05-09 Eastmere talks.md"]
    about = matter(text)
    assert (about["outcome"], about["place"], about["start"], about["round"]) == (
        "no-result", "Eastmere", "2031-05-09", 1,
    )  # fmt: skip
    assert "- Parties: [[Northland]] ([[Mara Voss]]), [[Southmark]]" in text
    assert "- Mediators: [[Harbour Union]]" in text
    assert "“The two sides met in Eastmere on 9 May 2031.” (The Ledger, 2031-05-10)" in text


def test_what_is_no_fact_stands_apart_and_says_so() -> None:
    """In a section of its own, with its status and who says so; nothing of it among the facts."""
    facts, claims = files(told())["actors/Southmark.md"].split(f"## {notes.CLAIMS}")
    assert "had attacked nobody" not in facts
    assert "**contested, happened** (Southmark denies; Northland asserts)" in claims


def test_rejected_statements_are_in_no_note() -> None:
    """They are lost, as is what names nobody."""
    nameless = statement("nameless", Event(Root.PROTEST))
    part = replace(more(), statements=(*more().statements, nameless))
    lost = {p.id: p.cause for p in notes.write(part, Wish()) if isinstance(p, Lost)}
    assert lost == {"gone": "a person rejected it", "nameless": notes.NOBODY}
    assert {h.id for h in held_by(part)} > set(lost)


def test_a_hostile_name_is_a_name() -> None:
    """In front matter to the letter, but for what no file may hold; in the text it is neither link nor tag."""
    part = more()
    (text,) = (t for t in files(part).values() if matter(t).get("id") == "reed")
    assert matter(text)["aliases"][0] == 'Reed " <b>&]]>|[[x]] # %% – :{'
    assert '# Reed " \\<b\\>\\&\\]\\]\\>\\|\\[\\[x\\]\\] \\# \\%\\% – :\\{' in text
    assert HOSTILE not in text


@given(st.lists(NAMES, max_size=8))
def test_file_names_are_taken_by_every_system(wanted: list[str]) -> None:
    """No sign that Windows forbids, no device, no dot or space at the ends, not too long, and none like another."""
    names = FileNames()
    given_ = [names.of(str(n), w) for n, w in enumerate(wanted)]
    assert len({folded(name) for name in given_}) == len(wanted)
    for name in given_:
        assert not re.search(r'[<>:"/\\|?*\x00-\x1f#^\[\]]', name)
        assert name == name.strip(" .")
        assert len(name.encode()) <= LONGEST + 20


@pytest.mark.parametrize("device", ["CON", "nul", "com1", "LPT9.txt", "aux."])
def test_no_note_is_called_like_a_device(device: str) -> None:
    """Windows would open the device."""
    assert file_name(device).lower() not in ("con", "nul", "com1", "lpt9.txt", "aux", "aux.")


def test_names_that_differ_in_capitals_are_two_files() -> None:
    """And each link leads to its own."""
    a, b = Actor("one", "Reed", ActorType.PARTY), Actor("two", "REED", ActorType.PARTY)
    made = files(Slice(actors=(a, b)))
    assert len({name.casefold() for name in made}) == 2
    assert {matter(t)["id"] for t in made.values()} == {"one", "two"}


@given(st.text(max_size=30))
def test_front_matter_gives_back_what_was_put_in(words: str) -> None:
    """Whatever the words: on one line, without control characters, but to the letter."""
    from parley.formats.telling import plain

    back = matter(front_matter({"type": "x", "words": words, "list": [words]}))
    assert back.get("words", "") == plain(words)
    assert back.get("list", [""]) == [plain(words)]


def test_literal_words_open_nothing() -> None:
    """Links, tags, comments, code, formulas, HTML, quotes, lists and bare addresses stay words."""
    for words in ("[[x]]", "#tag", "%%c%%", "`c`", "$x$", "<b>", "> q", "- l", "1. l", "*i*", "==m==", "![[x]]"):
        assert "\\" in literal(words)
    assert literal("See https://x.example now") == "See https\\://x.example now"
