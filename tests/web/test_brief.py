"""Brief: what is chosen is what is in it, in each form; what is too much is said; what is marked stays out."""

from __future__ import annotations

import io
import re
from urllib.parse import urlencode

import pytest
from docx import Document
from tests.web.conftest import Browser, Sit

from parley.desk.bench import Bench
from parley.desk.brief import Chosen, chosen_part
from parley.desk.decisions import decide
from parley.desk.views import brief as desk
from parley.terms.enums import Action, Form
from parley.terms.slice import Filter

PLACES = re.compile(r"\(R\d+\.\d+, characters \d+ to \d+\)")


def told(browser: Browser, **chosen: str | list[str]) -> str:
    """The brief of a choice in Markdown."""
    answer = browser.get(f"/brief/file?kind=md&{urlencode(chosen, doseq=True)}")
    assert answer.status_code == 200
    text: str = answer.text
    return text


def word(browser: Browser, query: str = "") -> str:
    """The brief of a choice as Word would show it."""
    answer = browser.get(f"/brief/file?kind=docx{query}")
    assert answer.headers["content-disposition"] == 'attachment; filename="brief.docx"'
    of = Document(io.BytesIO(answer.content))
    cells = [c.text for t in of.tables for r in t.rows for c in r.cells]
    return "\n".join([*(p.text for p in of.paragraphs), *cells])


def test_forms_are_sections(browser: Browser) -> None:
    """Each alone, and several together."""
    one = told(browser, form="position")
    assert ("## Positions" in one, "## Talks" in one, "## Roles" in one) == (True, False, False)
    two = told(browser, form=["talk", "role"])
    assert ("## Positions" in two, "## Talks" in two, "## Roles" in two) == (False, True, True)


def test_days_actors_and_talks_are_what_the_record_means_by_them(bench: Bench, browser: Browser) -> None:
    """What is counted on the page is what the record holds of the choice, and what the file holds."""
    with bench.at_work() as record:
        talk = record.slice().talks[0]
        choices = {
            "since=2031-05-04": Filter(since="2031-05-04"),
            "until=2031-05-04": Filter(until="2031-05-04"),
            "actor=mara-voss": Filter(actors=frozenset({"mara-voss"})),
            "actor=Mara+Voss&form=role": Filter(actors=frozenset({"mara-voss"}), forms=frozenset({Form.ROLE})),
            f"talk={talk.id}": Filter(reports=frozenset({"first"})),
        }
        meant = {query: record.slice(asked) for query, asked in choices.items()}
        everything = record.slice()
    for query, part in meant.items():
        found = browser.get(f"/brief.json?{query}").json()
        assert (found["statements"], found["talks_held"]) == (len(part.statements), len(part.talks)), query
        assert found["statements"] + found["talks_held"], query
        assert query.startswith("talk") or len(part.statements) < len(everything.statements), query


def test_only_the_chosen_talk_has_a_card(bench: Bench) -> None:
    """Others that its reports tell too are left out."""
    with bench.at_work() as record:
        talk = record.slice().talks[0]
        assert [t.id for t in chosen_part(record, Chosen(talks=(talk.id,))).talks] == [talk.id]


@pytest.mark.parametrize("query", ["talk=nothing", "actor=nobody", "since=today", "outlook=none"])
def test_a_choice_of_what_is_not_there_is_said(query: str, browser: Browser) -> None:
    """And is no empty brief."""
    for path in ("/brief", "/brief/preview", "/brief/file"):
        assert browser.get(f"{path}?{query}").status_code == 400


def test_what_is_too_much_is_said(bench: Bench) -> None:
    """At the head of each form, with how much is left out; a brief that holds all says nothing."""
    with bench.at_work() as record:
        held = record.how_many(Filter())
        words = f"holds the newest 3 of {held} statements and talks that were chosen; {held - 3} are left out."
        for kind in ("html", "md"):
            assert words in desk.written(record, Chosen(), kind, most=3).decode()
            assert "left out" not in desk.written(record, Chosen(), kind, most=held).decode()
        assert words in "\n".join(
            p.text for p in Document(io.BytesIO(desk.written(record, Chosen(), "docx", most=3))).paragraphs
        )
        page = desk.brief_page(record, Chosen(), most=3)
        assert (page.left_out, page.statements + page.talks_held) == (held - 3, 3)


def test_word_holds_what_markdown_holds(browser: Browser) -> None:
    """The same quotes by the same numbers, for all and for a choice."""
    for query in ("", "&actor=southmark", "&form=talk"):
        places = PLACES.findall(browser.get(f"/brief/file?kind=md{query}").text)
        assert places
        assert sorted(PLACES.findall(word(browser, query))) == sorted(places)


def test_marked_reports_stay_out_of_a_word_document(bench: Bench, sit: Sit) -> None:
    """As they do of the other forms."""
    with bench.at_work() as record:
        decide(record, Action.CORRECT, "second", ["handling", '"restricted"'], "anna")
    text = word(sit(bench))
    assert "Northland shelled the port" in text
    assert [w for w in ("second outlet", "The Wire", "denied attacking") if w in text] == []
