"""One text, several appearances."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from parley.intake.sameness import Found, merged, told_once
from parley.terms.report import Appearance, Report, report_of

TEXT = "Envoys of Harfang and Ostwald met on the ferry."
COPIES = st.builds(
    report_of,
    st.sampled_from([TEXT, TEXT + " ", TEXT.replace(" ", "\n")]),
    id=st.sampled_from([None, "a", "b"]),
    title=st.sampled_from([None, "Ferry talks"]),
    publisher=st.sampled_from([None, "Island Post", "Coast Wire"]),
    url=st.sampled_from([None, "https://island.example"]),
    published=st.sampled_from([None, "2021-05-03", "2021-05-04"]),
)


def test_two_outlets_are_two_appearances_of_one_report() -> None:
    """The earliest dated copy gives the origin; what it lacks the other gives."""
    late = report_of(TEXT, title="Ferry talks", publisher="Coast Wire", published="2021-05-04")
    early = report_of(TEXT + "\n", publisher="Island Post", published="2021-05-03")
    ((one,), left) = told_once([Found("a", late), Found("b", early)])
    assert (one.publisher, one.published, one.title, one.text) == (
        "Island Post",
        "2021-05-03",
        "Ferry talks",
        TEXT + "\n",
    )
    assert one.appearances == (
        Appearance("Island Post", None, "2021-05-03"),
        Appearance("Coast Wire", None, "2021-05-04"),
    )
    assert left == ()


@given(st.lists(COPIES, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_copies_does_not_matter(copies: list[Report], chance: Random) -> None:
    """One report is a function of the set of its copies."""
    shuffled = sorted(copies, key=lambda _: chance.random())
    assert merged(copies) == merged(shuffled) == merged([merged(copies)])


@given(st.lists(COPIES, min_size=1, max_size=5))
def test_every_origin_appears_once(copies: list[Report]) -> None:
    """No appearance is lost or told twice, and the report's own origin is one of them."""
    one = merged(copies)
    assert set(one.appearances) == {a for c in copies for a in c.appearances}
    assert len(set(one.appearances)) == len(one.appearances)
    if one.appearances:
        assert one.appearances[0] == Appearance(one.publisher, one.url, one.published)


def test_an_id_given_to_two_texts_is_said() -> None:
    """The second text is left out, with the place where it stands."""
    first, second = report_of(TEXT, id="a"), report_of("Other words.", id="a")
    reports, (left,) = told_once([Found("one.jsonl", first), Found("two.jsonl", second)])
    assert reports == (first,)
    assert left.path == "two.jsonl"
