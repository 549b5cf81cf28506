"""Links, anchors and judged things lead to what holds the proposals that they meant."""

from __future__ import annotations

from dataclasses import replace

from tests.joining.builder import ACTORS, ENVOY, attack, on, proposal, report, talk

from parley.joining import join
from parley.joining.links import anchored, judged, redirected
from parley.terms.bodies import About, Event, Judgement
from parley.terms.enums import DateBasis, LinkRel, Root, Verdict
from parley.terms.values import Date, Link

HELD_BY = {"p1": "s1", "p2": "s1", "p3": "s3"}


def test_links_are_led_once_each_and_never_to_oneself() -> None:
    """Two links to one statement are one; a link into nothing known is dropped."""
    links = [Link(LinkRel.CONTENT, p) for p in ("p1", "p2", "p3", "gone")]
    assert redirected(links, "s9", HELD_BY) == (Link(LinkRel.CONTENT, "s1"), Link(LinkRel.CONTENT, "s3"))
    assert redirected(links, "s1", HELD_BY) == (Link(LinkRel.CONTENT, "s3"),)
    assert redirected([Link(LinkRel.DENIES, "p1"), Link(LinkRel.CONTENT, "p1")], "s9", HELD_BY) == (
        Link(LinkRel.DENIES, "s1"),
        Link(LinkRel.CONTENT, "s1"),
    )


def test_anchors_are_led() -> None:
    """A date hung on a proposal hangs on its statement; one without an anchor is as it was."""
    date = Date("2031-03-05", None, "after the visit", DateBasis.ANCHORED, "p2")
    assert anchored(date, HELD_BY) == replace(date, anchor="s1")
    assert anchored(on("2031-03-05"), HELD_BY) == on("2031-03-05")
    assert anchored(None, HELD_BY) is None


def test_what_is_judged_is_led() -> None:
    """To a talk or a statement; what is judged in words only stays so."""
    body = Judgement(About(talk="p1", statement="p3"), Verdict.FAILURE)
    assert judged(body, HELD_BY).about == About("s1", "s3")
    assert judged(Judgement(About(text="it all"), Verdict.FAILURE), HELD_BY).about == About(text="it all")


def test_all_of_them_lead_across_reports() -> None:
    """Of a statement, a talk and a judgement, where what they mean was joined to an earlier report's."""
    day = on("2031-03-04")
    first, second = proposal(attack(), "r1", date=day), proposal(attack(), "r2", date=day)
    after = Date("2031-03-05", None, "after it", DateBasis.ANCHORED, second.id)
    blame = proposal(Event(Root.ACCUSE, actors=("belmark",)), "r2", 24, links=(Link(LinkRel.CONTENT, second.id),))
    met = proposal(talk("ardova", "belmark"), "r2", 48, date=after, links=(Link(LinkRel.ANSWERS, second.id),))
    verdict = proposal(Judgement(About(talk=met.id), Verdict.SUCCESS), "r2", 72, date=after)
    found = join((first, second, blame, met, verdict), (report("r1"), report("r2")), ACTORS, (ENVOY,))
    by_id = {s.id: s for s in found.statements}
    assert by_id[blame.id].links == (Link(LinkRel.CONTENT, first.id),)
    assert found.talks[0].links == (Link(LinkRel.ANSWERS, first.id),)
    for dated in (found.talks[0], by_id[verdict.id]):
        assert dated.date
        assert dated.date.anchor == first.id
