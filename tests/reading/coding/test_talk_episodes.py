"""Gathering tellings into episodes takes work in proportion to the tellings."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parley.reading.coding import talk_episodes
from parley.reading.coding.talk_episodes import LOOK_BACK, Episode, Sides, gather
from parley.reading.coding.talk_mentions import TalkMention
from parley.reading.coding.talk_prospects import Standing
from parley.reading.coding.talkbook import shipped
from parley.reading.document import Token
from parley.terms.enums import Outcome, Reality
from parley.terms.values import Trace

MEET = next(e for e in shipped().talks.entries if e.id == "meet")


class Counting(Sides):
    """Sides that are the same only by name, and that count how often they are asked."""

    def __init__(self) -> None:
        self.asked = 0

    def one(self, a: str, b: str) -> bool:
        """Whether two are one, counted."""
        self.asked += 1
        return a == b


def telling(n: int, parties: tuple[str, ...], fresh: bool = False) -> TalkMention:
    """The telling of a meeting in the n-th sentence."""
    head = Token(n, "met", "met", "meet", "VERB", "VBD", "ROOT", n, "", n * 4, n * 4 + 3, n)
    standing = Standing(Reality.HAPPENED, Outcome.UNKNOWN, head, None, None)
    return TalkMention(
        head=head, wording=MEET, standing=standing, parties=parties, mediators=(), hosts=(), date=None, place=None,
        format=None, level=None, round=None, agenda=(), points=True, reach=1000, sides=False, trip=False, also=False,
        fresh=fresh, former=False, within=None, fired=(Trace("talk", "meet", head.start, head.end),),
    )  # fmt: skip


def repeated(count: int) -> list[TalkMention]:
    """One meeting, told over and over."""
    return [telling(n, ("ruritania", "syldavia")) for n in range(count)]


def several(count: int) -> list[TalkMention]:
    """As many meetings as tellings, each of sides of its own."""
    return [telling(n, (f"a{n}", f"b{n}")) for n in range(count)]


def asked(mentions: Sequence[TalkMention], monkeypatch: pytest.MonkeyPatch) -> int:
    """How many comparisons, of sides and of episodes, a gathering takes."""
    sides, seen = Counting(), [0]
    conflict = talk_episodes._conflict

    def counted(m: TalkMention, e: Episode, nested: bool = False) -> bool:
        seen[0] += 1
        return conflict(m, e, nested)

    with monkeypatch.context() as patch:
        patch.setattr(talk_episodes, "_conflict", counted)
        gather(mentions, (), sides)
    return sides.asked + seen[0]


def test_twice_the_tellings_take_twice_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work grows in a line, for one talk told often as for many talks."""
    for make in (repeated, several):
        few, many = asked(make(600), monkeypatch), asked(make(1200), monkeypatch)
        assert few < many < 2.2 * few, make.__name__


def test_one_meeting_told_often_is_one() -> None:
    """However often it is told."""
    (only,) = gather(repeated(3000), (), Counting())
    assert len(only.mentions) == 3000


def test_meetings_of_others_stay_apart() -> None:
    """As many episodes as pairs; the latest of them takes one more telling, and so does the first."""
    mentions = several(3 * LOOK_BACK)
    last = telling(len(mentions), mentions[-1].parties)
    first = telling(len(mentions) + 1, mentions[0].parties)
    found = gather([*mentions, last, first], (), Counting())
    assert len(found) == len(mentions)
    assert [len(e.mentions) for e in (found[0], found[1], found[-1])] == [2, 1, 2]
