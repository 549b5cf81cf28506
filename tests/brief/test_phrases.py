"""Phrases: plain lines that never pass for facts unless they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.analysis import is_fact
from parley.brief.phrases import label, phrase, sentence
from parley.brief.wordings import ACTS, OUTCOMES, POSITIONS, STANCES, STATUS, TIES, VERDICTS
from parley.terms.bodies import Event
from parley.terms.enums import Outcome, PositionStance, Reality, Relation, Root, Stance, Status, Verdict
from parley.terms.plover import MODES
from parley.terms.slice import Slice
from parley.terms.statement import Statement
from parley.terms.values import Object


def _by_id(slice_: Slice, id_: str) -> Statement:
    return next(s for s in slice_.statements if s.id == id_)


PHRASES = {
    "arms": "Contested: Southmark gave two shiploads of rifles to River Front",
    "accuse": "Northland's foreign ministry accused Southmark",
    "shelling": "Claimed: River Front shelled Northland (the customs house) (12 killed)",
    "loss": "Admitted: An unnamed actor attacked River Front and Tam Okoro",
    "release": "Northland released 40 prisoners to River Front",
    "call": "Lowland Council demanded a ceasefire from Northland and River Front",
    "pay": "Alleged: Southmark gave pay to River Front (ongoing)",
    "navy": "Did not happen: Southmark did not move its navy",
    "blockade": "Threatened: Southmark threatened to put restrictions on Northland (the estuary)",
    "fighting": "Northland and River Front fought each other (ongoing)",
    "convoys": "Planned: Northland planned to give access for aid convoys",
    "attack-dam": "Claimed, possible: River Front may attack the dam",
    "flight": "Thousands of civilians fled (concerning Eastmere)",
    "needs": "Eastmere depends on Northland for electricity",
    "friends": "Eastmere is on friendly terms with Northland and Southmark",
    "backs": "Contested: Southmark supports River Front",
    "leads": "Mara Voss is leader of River Front",
    "minister": "Ilse Morrow is acting foreign minister of Eastmere",
    "share": "River Front is strongly for a share of the customs revenue",
    "ceasefire": "Claimed: River Front is conditionally for a ceasefire; condition: prisoners are freed",
    "gain": "The role of host: judged a gain for Eastmere",
}


@pytest.mark.parametrize(("id_", "words"), PHRASES.items())
def test_phrase_of_each_kind(northland: Slice, id_: str, words: str) -> None:
    """Each form, act and status reads as plain English."""
    assert phrase(_by_id(northland, id_), northland) == words


def test_what_is_no_fact_begins_with_why(northland: Slice) -> None:
    """Only a plain reported fact stands without a label before it."""
    for s in northland.statements:
        bare = phrase(s, northland) == sentence(s, northland)
        assert bare == (is_fact(s) and s.status is Status.REPORTED)


@pytest.mark.parametrize("reality", Reality)
@pytest.mark.parametrize(("root", "mode"), [(r, m) for r in Root for m in (None, *MODES.get(r, {}))])
def test_every_act_reads_in_every_reality(northland: Slice, root: Root, mode: str | None, reality: Reality) -> None:
    """Every root and mode gives words that name the doer, whom, and what, with no double space."""
    body = Event(root, mode, None, ("northland",), ("southmark",), Object("grain"))
    said = sentence(replace(_by_id(northland, "accuse"), body=body, reality=reality), northland)
    assert all(word in said for word in ("Northland", "Southmark", "grain"))
    assert "  " not in said
    alone = Event(root, mode, None, (), ())
    assert sentence(replace(_by_id(northland, "accuse"), body=alone), northland).startswith("An unnamed actor ")


def test_an_unknown_mode_reads_as_its_root(northland: Slice) -> None:
    """A mode that a codebook adds does not leave a line without words."""
    body = Event(Root.ASSAULT, "stampede", None, ("northland",), ("southmark",))
    assert sentence(replace(_by_id(northland, "accuse"), body=body), northland) == "Northland attacked Southmark"


def test_tables_are_whole() -> None:
    """Every mode, relation, stance, verdict, status and outcome has its words."""
    assert {(r, m) for r, modes in MODES.items() for m in modes} <= set(ACTS)
    assert {r for r, m in ACTS if m is None} == set(Root) - {Root.OTHER}
    for table, words in (
        (TIES, Relation), (POSITIONS, PositionStance), (VERDICTS, Verdict),
        (STATUS, Status), (STANCES, Stance), (OUTCOMES, Outcome),
    ):  # fmt: skip
        assert set(table) == set(words)


def test_label_gives_status_and_reality(northland: Slice) -> None:
    """The label names the status, and the reality where it is not simply so."""
    assert label(_by_id(northland, "attack-dam")) == "claimed, possible"
    assert label(_by_id(northland, "accuse")) == "reported"
