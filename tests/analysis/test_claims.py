"""The claims ledger: everything but plain reported facts, with who says so."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from parley.analysis import GROUPS, hear, ledger
from parley.terms.enums import Reality, Stance, Status
from parley.terms.slice import Slice
from parley.terms.statement import Statement
from parley.terms.values import Voice

Tell = Callable[..., Statement]
VOICES = st.builds(
    Voice,
    report=st.sampled_from(("r1", "r2")),
    who=st.sampled_from(("a", "b", "report", None)),
    stance=st.sampled_from(Stance),
    via=st.sampled_from(((), ("c",))),
)


def test_plain_facts_are_no_claims(tell: Tell) -> None:
    """A reported fact that nobody denies or doubts is not in the ledger; the same thing planned is."""
    record = Slice(statements=(tell("plain"), tell("planned", reality=Reality.PLANNED)))
    assert [(c.statement.id, c.group) for c in ledger(record)] == [("planned", Status.REPORTED)]


def test_a_doubted_fact_is_in_the_ledger(tell: Tell) -> None:
    """Doubt changes no status, but the doubter is heard."""
    doubted = tell("s", None, ("report", Stance.ASSERTS), ("a", Stance.DOUBTS))
    (claim,) = ledger(Slice(statements=(doubted,)))
    assert claim.group is Status.REPORTED
    assert [h.who for h in claim.by(Stance.DOUBTS)] == ["a"]


def test_groups_stand_in_order(tell: Tell) -> None:
    """Contested first, then denied, admitted, claimed, alleged."""
    record = Slice(
        statements=(
            tell("alleged", None, (None, Stance.ALLEGES)),
            tell("claimed", None, ("a", Stance.ASSERTS)),
            tell("admitted", None, ("a", Stance.ADMITS)),
            tell("denied", None, ("a", Stance.DENIES)),
            tell("contested", None, ("a", Stance.ASSERTS), ("b", Stance.DENIES)),
        )
    )
    groups = [c.group for c in ledger(record)]
    assert groups == list(GROUPS[:5])


def test_it_says_on_which_reports_a_claim_rests(tell: Tell) -> None:
    """The reports that tell it, and those in which somebody is heard on it."""
    told = tell("s", None, ("a", Stance.ASSERTS, "r1"), ("b", Stance.DENIES, "r2"))
    (claim,) = ledger(Slice(statements=(told,)))
    assert claim.rests_on == ("r1", "r2")
    assert [(h.who, h.reports) for h in claim.by(Stance.DENIES)] == [("b", ("r2",))]


@given(st.lists(VOICES, max_size=8))
def test_no_voice_is_lost_or_invented(voices: list[Voice]) -> None:
    """Hearing only groups: the same voices come out, one speaker with one stance once."""
    heard = hear(voices)
    assert sorted(map(repr, (v for h in heard for v in h.voices))) == sorted(map(repr, voices))
    keys = [(h.who, h.stance, h.via, h.reports if h.who == "report" else ()) for h in heard]
    assert len(keys) == len(set(keys))


def test_one_speaker_in_two_reports_is_one() -> None:
    """An actor heard in two reports is heard once, in both; two reports' own voices are two."""
    twice = hear(Voice(r, who, Stance.ASSERTS) for r in ("r1", "r2") for who in ("a", "report"))
    assert [(h.who, h.reports) for h in twice] == [("a", ("r1", "r2")), ("report", ("r1",)), ("report", ("r2",))]
