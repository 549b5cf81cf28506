"""What the parties are at odds over."""

from __future__ import annotations

from collections.abc import Callable

from parley.bargaining.draft.faces import Faces
from parley.bargaining.draft.issues import ends, place, topics
from parley.terms.bodies import Position
from parley.terms.enums import Intensity, PositionStance, Reality
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk

Tell = Callable[..., Statement]
FOR, AGAINST = PositionStance.FOR, PositionStance.AGAINST


def told(
    tell: Tell, id_: str, who: str, issue: str, stance: PositionStance, strength: Intensity | None = None
) -> Statement:
    return tell(id_, Position(who, issue, None, stance, strength), Reality.ONGOING)


def test_the_hottest_issue_is_contested(record: Callable[..., Slice], tell: Tell, talk: Talk) -> None:
    """Opposite sides before strength; an issue that one actor alone is heard on, and not fought over, is left out."""
    faces = Faces(
        record(
            told(tell, "s1", "crown", "tolls", FOR, Intensity.HIGH),
            told(tell, "s2", "crown", "self-rule", AGAINST),
            told(tell, "s3", "envoy", "self-rule", FOR),
            told(tell, "s4", "host", "fish", FOR),
        ),
        talk,
    )
    found = topics(faces)
    assert [t.issue.id for t in found] == ["self-rule"]
    assert {a: s.id for a, s in found[0].stands.items()} == {"crown": "s2", "league": "s3"}
    assert ends(faces, found[0]) == (("crown",), ("league",))


def test_who_is_not_heard_stands_against_the_rest(record: Callable[..., Slice], tell: Tell, talk: Talk) -> None:
    """One party's position places the other."""
    faces = Faces(record(told(tell, "s1", "league", "tribute", AGAINST)), talk)
    assert ends(faces, topics(faces)[0]) == (("league",), ("crown",))


def test_without_positions_who_rules_stands_at_the_low_end(record: Callable[..., Slice], talk: Talk) -> None:
    """Then the issue has no name but the parties'."""
    faces = Faces(record(), talk)
    issue = topics(faces)[0].issue
    assert (issue.id, issue.zero_means) == ("settlement", "all as the Crown would have it")
    assert ends(faces, topics(faces)[0]) == (("crown",), ("league",))


def test_places(tell: Tell) -> None:
    """Against is for from the other end; a condition puts it in the middle, indifference lowers its weight."""
    at, weight = place(told(tell, "s1", "crown", "tolls", AGAINST, Intensity.HIGH))
    assert (at.low, at.high, weight.name) == (0, 15, "salience.high")
    at, weight = place(told(tell, "s1", "crown", "tolls", PositionStance.CONDITIONAL, Intensity.LOW))
    assert (at.name, weight.name) == ("position.conditional", "salience.low")
    assert place(told(tell, "s1", "crown", "tolls", PositionStance.INDIFFERENT))[1].name == "salience.low"
