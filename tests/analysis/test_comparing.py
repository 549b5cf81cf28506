"""Two sources side by side: one to one, whatever the order, whichever comes first."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from parley.analysis import comparing
from parley.analysis.comparing import Compared, Scope, compare, scope_of
from parley.analysis.likeness import LEAST, Act, likeness, stands_by
from parley.terms.affiliation import Affiliation, Affiliations
from parley.terms.enums import Root

KNOWN = Affiliations.of([Affiliation("orlan", "ardova", "role")])
DAY = 741_000
WHO = st.sampled_from(["ardova", "belmark", "orlan", "front"])
_DAYS = st.one_of(
    st.just((None, None)),
    st.tuples(st.integers(0, 40), st.sampled_from([0, 0, 0, 7, 50])).map(lambda d: (DAY + d[0], DAY + d[0] + d[1])),
    st.integers(0, 40).map(lambda d: (DAY + d, None)),
)


@st.composite
def acts(draw: st.DrawFn, prefix: str) -> list[Act]:
    """Some acts of few actors in few days, many of them alike."""
    made = []
    for n in range(draw(st.integers(0, 7))):
        start, end = draw(_DAYS)
        made.append(
            Act(
                f"{prefix}{n}",
                frozenset({draw(st.sampled_from([Root.ASSAULT, Root.CONSULT, Root.COERCE]))}),
                tuple(dict.fromkeys(draw(st.lists(WHO, min_size=1, max_size=2)))),
                tuple(dict.fromkeys(draw(st.lists(WHO, max_size=1)))),
                start,
                end,
                frozenset(draw(st.sets(st.sampled_from(["port", "mill"]), max_size=1))),
                frozenset(draw(st.sets(st.sampled_from(["ARD", "BLM"]), max_size=1))),
            )
        )
    return made


def sides(found: Compared) -> set[tuple[str, str, float]]:
    """The pairs as a set."""
    return {(p.here, p.there, p.score) for p in found.pairs}


@settings(deadline=None, max_examples=150)
@given(acts("a"), acts("b"), st.randoms(use_true_random=False))
def test_order_makes_no_difference(here: list[Act], there: list[Act], chance: object) -> None:
    """Neither that of the events, nor which source is named first."""
    found = compare(here, there, KNOWN)
    shuffled = [*here], [*there]
    for part in shuffled:
        chance.shuffle(part)  # type: ignore[attr-defined]
    assert compare(*shuffled, KNOWN) == found
    turned = compare(there, here, KNOWN)
    assert {(b, a, score) for a, b, score in sides(turned)} == sides(found)


@settings(deadline=None, max_examples=150)
@given(acts("a"), acts("b"))
def test_every_event_is_somewhere_once(here: list[Act], there: list[Act]) -> None:
    """In a pair or left on its side; a pair is as alike as it says, and no pair could be added to what is left."""
    found = compare(here, there, KNOWN)
    mine, theirs = {a.id: a for a in here}, {b.id: b for b in there}
    assert sorted([*(p.here for p in found.pairs), *found.only_here]) == sorted(mine)
    assert sorted([*(p.there for p in found.pairs), *found.only_there, *found.copies]) == sorted(theirs)
    stands = stands_by(KNOWN)
    for p in found.pairs:
        assert p.score == round(likeness(mine[p.here], theirs[p.there], stands), 3) >= LEAST
    for i in found.only_here:
        for j in (*found.only_there, *found.copies):
            assert likeness(mine[i], theirs[j], stands) < LEAST


@settings(deadline=None, max_examples=150)
@given(acts("a"))
def test_a_source_beside_itself_matches_wholly(here: list[Act]) -> None:
    """Every event of a known day finds one, under other ids."""
    here = [a for a in here if a.span is not None]
    found = compare(here, [replace(a, id=f"x{a.id}") for a in here], KNOWN)
    assert len(found.pairs) == len(here)
    assert found.only_here == found.only_there == ()
    assert not found.copies


@settings(deadline=None, max_examples=60)
@given(acts("a"), acts("b"))
def test_a_tangle_too_large_takes_the_likeliest_first(here: list[Act], there: list[Act]) -> None:
    """One to one still, and of pairs that could be, none is left."""
    largest, comparing.LARGEST = comparing.LARGEST, 0
    try:
        found = compare(here, there, KNOWN)
    finally:
        comparing.LARGEST = largest
    assert len({p.here for p in found.pairs}) == len({p.there for p in found.pairs}) == len(found.pairs)
    best = compare(here, there, KNOWN)
    assert sum(p.score for p in found.pairs) <= sum(p.score for p in best.pairs) + 0.001


def test_one_event_printed_twice_is_a_copy() -> None:
    """The likelier row is the match, the other leads to it; an event in another town is none."""
    event = Act(
        "a", frozenset({Root.ASSAULT}), ("front",), ("belmark",), DAY, DAY, frozenset({"port"}), frozenset({"B"})
    )
    rows = [
        replace(event, id="r1"),
        replace(event, id="r2", towns=frozenset()),
        replace(event, id="r3", towns=frozenset({"mill"})),
    ]
    found = compare([event], rows, KNOWN)
    assert [(p.there, p.sure) for p in found.pairs] == [("r1", True)]
    assert {j: p.there for j, p in found.copies.items()} == {"r2": "r1"}
    assert found.only_there == ("r3",)


def test_scope_is_of_what_is_told_plainly() -> None:
    """Days and countries; what is told vaguely does not widen them, and what is not known excludes nothing."""
    plain = Act("a", frozenset({Root.ASSAULT}), ("front",), (), DAY, DAY + 2, frozenset(), frozenset({"BLM"}))
    scope = scope_of([plain, replace(plain, id="b", start=DAY - 400, end=DAY + 400)])
    assert scope == Scope(DAY, DAY + 2, frozenset({"BLM"}))
    assert scope.holds(replace(plain, start=None, end=None, countries=frozenset()))
    assert scope.holds(replace(plain, start=DAY - 9, end=DAY))
    assert not scope.holds(replace(plain, start=DAY + 3, end=DAY + 3))
    assert not scope.holds(replace(plain, countries=frozenset({"ARD"})))
    assert scope_of([]) == Scope(None, None, frozenset())
