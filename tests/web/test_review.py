"""Reviewing: decided, edited, taken back, several at once, and by two at the same time."""

from __future__ import annotations

from typing import Any

import pytest
from tests.web.conftest import Browser, Sit

from parley.desk.bench import Bench
from parley.desk.views.lines import told_in
from parley.record import Waiting, pressing
from parley.terms.enums import Form, Reality, Status
from parley.terms.slice import Filter
from parley.terms.statement import Statement, Talk


def items(browser: Browser, query: str = "") -> list[dict[str, Any]]:
    """What waits."""
    found: list[dict[str, Any]] = browser.get(f"/review.json{query}").json()["items"]
    return found


def decide(browser: Browser, item: dict[str, Any], action: str, **more: str) -> Any:
    """Decide on an item as it was seen."""
    return browser.post("/review/decide", {"id": item["line"]["id"], "seen": item["seen"], "action": action, **more})


def log(browser: Browser) -> list[dict[str, Any]]:
    """Who decided what, the latest first."""
    found: list[dict[str, Any]] = browser.get("/history.json").json()
    return found


def test_most_doubtful_and_consequential_first(browser: Browser) -> None:
    """By one figure, which is the same in the database and on the page, with its reasons."""
    found = items(browser)
    weights = [i["weight"] for i in found]
    assert weights == sorted(weights, reverse=True)
    assert found[0]["line"]["status"] == "contested"
    assert all(i["reasons"] for i in found if i["line"]["status"] != "reported" or i["line"]["told"] == 1)


def figure(t: Statement | Talk) -> int:
    """How pressing something is."""
    if isinstance(t, Talk):
        return pressing(Form.TALK, "", Reality.UNKNOWN, Status.REPORTED, len(t.mentions))
    return pressing(t.form, str(getattr(t.body, "type", "")), t.reality, t.status, len(t.mentions))


def test_order_is_that_of_the_database(bench: Bench) -> None:
    """What comes first one by one is what comes first at once."""
    with bench.at_work() as record:
        many = record.waiting(Waiting.OPEN)
        singly = [record.queue(Waiting.OPEN, Filter(), 1, n) for n in range(many)]
    told: list[Statement | Talk] = [t for part in singly for t in told_in(part)]
    figures = [figure(t) for t in told]
    assert figures == sorted(figures, reverse=True)
    assert len({t.id for t in told}) == many


@pytest.mark.parametrize(("action", "state"), [("accept", "accepted"), ("reject", "rejected"), ("unsure", "unsure")])
def test_a_decision_is_kept_with_who_made_it(action: str, state: str, browser: Browser) -> None:
    """It leaves the queue, and looks otherwise than what the machine found."""
    item = items(browser)[0]
    browser.post("/you", {"name": "ben"})
    assert decide(browser, item, action, why="so it says").status_code == 200
    assert item["line"]["id"] not in [i["line"]["id"] for i in items(browser)]
    page = browser.get(f"/statements/{item['line']['id']}").text
    assert f"{state} by ben" in page
    assert [(e["by"], e["action"], e["why"]) for e in log(browser)] == [("ben", action, "so it says")]
    which = "unsure" if action == "unsure" else "decided"
    assert item["line"]["id"] in [i["line"]["id"] for i in items(browser, f"?which={which}")]


def test_undo_restores(browser: Browser) -> None:
    """Taken back one by one, the queue is as it was."""
    before = items(browser)
    for item in before[:3]:
        decide(browser, item, "reject")
    assert len(items(browser)) == len(before) - 3
    for _ in range(3):
        assert browser.post("/review/undo").status_code == 200
    assert [i["line"] for i in items(browser)] == [i["line"] for i in before]
    assert browser.post("/review/undo").status_code == 400


def test_fields_are_edited_in_place(browser: Browser) -> None:
    """As they are typed; what follows from them is worked out again, and undo restores all of it."""
    item = items(browser)[0]
    was = {f"was.{f['name']}": f["value"] for f in item["fields"]}
    now = {f"field.{f['name']}": f["value"] for f in item["fields"]}
    now |= {"field.voices": "report:asserts", "field.date": "2031-05-01…2031-05-03", "field.reality": "happened"}
    answer = browser.post("/review/edit", {"id": item["line"]["id"], "seen": item["seen"], **was, **now})
    assert answer.status_code == 200
    assert len(answer.json()["decisions"]) == 2
    told = browser.get(f"/statements/{item['line']['id']}.json").json()["item"]["line"]
    assert (told["status"], told["date"], told["decision"]) == ("reported", "2031-05-01…2031-05-03", "corrected")
    browser.post("/review/undo")
    assert browser.get(f"/statements/{item['line']['id']}.json").json()["item"]["line"] == item["line"]


@pytest.mark.parametrize(
    "field", ["voices=nobody-such:denies", "voices=nonsense", "type=DANCE", "actors=nobody-such", "reality=perhaps"]
)
def test_a_wrong_value_changes_nothing(field: str, browser: Browser) -> None:
    """Not even the fields beside it that are right, and it says what is wrong."""
    item = items(browser)[0]
    name, value = field.split("=")
    fields = {"field.mode": "protest", "was.mode": "", f"field.{name}": value, f"was.{name}": ""}
    answer = browser.post("/review/edit", {"id": item["line"]["id"], "seen": item["seen"], **fields})
    assert answer.status_code == 400
    assert answer.json()["remedy"]
    assert log(browser) == []


def test_nothing_changed_is_no_decision(browser: Browser) -> None:
    """An edit that says what is there already is refused."""
    item = items(browser)[0]
    fields = {f"{k}.{f['name']}": f["value"] for f in item["fields"] for k in ("was", "field")}
    assert browser.post("/review/edit", {"id": item["line"]["id"], "seen": 0, **fields}).status_code == 400
    assert log(browser) == []


def test_two_who_decide_on_one_thing(bench: Bench, sit: Sit) -> None:
    """The second is told of the first, nothing is written over, and may still decide."""
    anna, ben = sit(bench), sit(bench)
    anna.post("/you", {"name": "anna"})
    ben.post("/you", {"name": "ben"})
    item = items(anna)[0]
    assert items(ben)[0] == item
    assert decide(anna, item, "accept").status_code == 200
    late = decide(ben, item, "reject")
    assert late.status_code == 409
    assert "anna decided on this meanwhile: accept" in late.json()["what"]
    assert len(log(ben)) == 1
    seen = ben.get("/review/item.json", params={"id": item["line"]["id"]}).json()["item"]
    assert seen["line"]["by"] == "anna"
    assert decide(ben, seen, "reject").status_code == 200
    assert [(e["by"], e["action"]) for e in log(anna)] == [("ben", "reject"), ("anna", "accept")]


def test_each_hears_of_the_other(bench: Bench, sit: Sit) -> None:
    """What was decided after the page was loaded can be asked for."""
    anna, ben = sit(bench), sit(bench)
    seq = ben.get("/review.json").json()["seq"]
    anna.post("/you", {"name": "anna"})
    item = items(anna)[1]
    decide(anna, item, "unsure")
    told = ben.get(f"/review/since.json?seq={seq}").json()
    assert [(d["by"], d["action"]) for d in told["decisions"]] == [("anna", "unsure")]
    assert told["decisions"][0]["target"] in item["proposals"]
    assert ben.get(f"/review/since.json?seq={told['seq']}").json()["decisions"] == []


def test_an_edit_that_was_overtaken(bench: Bench, sit: Sit) -> None:
    """Is refused like any other decision."""
    anna, ben = sit(bench), sit(bench)
    item = items(anna)[0]
    decide(anna, item, "accept")
    fields = {"field.date": "2031-01-01", "was.date": ""}
    answer = ben.post("/review/edit", {"id": item["line"]["id"], "seen": item["seen"], **fields})
    assert answer.status_code == 409


def test_several_at_once(bench: Bench, sit: Sit) -> None:
    """All that is chosen but what somebody decided on meanwhile; taken back with one undo."""
    anna, ben = sit(bench), sit(bench)
    found = items(anna)[:4]
    decide(ben, found[0], "reject")
    chosen = [f"{i['line']['id']} {i['seen']}" for i in found]
    told = anna.post("/review/several", {"action": "accept", "chosen": chosen}).json()
    assert len(told["decisions"]) == 3
    assert [x["id"] for x in told["left"]] == [found[0]["line"]["id"]]
    assert len(items(anna, "?which=decided")) == 4
    anna.post("/review/undo")
    assert [i["line"]["decision"] for i in items(anna, "?which=decided")] == ["rejected"]
    assert anna.post("/review/several", {"action": "accept"}).status_code == 400


@pytest.mark.parametrize("action", ["withdraw", "merge", "", "drop table", "undo"])
def test_other_actions_are_refused(action: str, browser: Browser) -> None:
    """Through the form for judging, only judgements."""
    assert decide(browser, items(browser)[0], action).status_code == 400
    assert log(browser) == []


def test_without_a_script_the_form_leads_back(browser: Browser) -> None:
    """To the part of the queue that one was in."""
    item = items(browser)[0]
    fields = {"id": item["line"]["id"], "seen": "0", "action": "accept", "back": "/review?form=event"}
    answer = browser.post("/review/decide", fields, headers={"accept": "text/html"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/review?form=event")


def test_a_statement_is_added_from_the_text(browser: Browser) -> None:
    """From selected words; it stands beside the others, as a person's."""
    fields = {
        "report": "first", "words": "withdraw from the hills", "form": "tie", "field.tie.from": "Southmark",
        "field.tie.to": "harbour", "field.tie.relation": "wary", "field.tie.sign": "-1",
        "field.role.person": "northland",
    }  # fmt: skip
    made = browser.post("/reports/statement", fields)
    assert made.status_code == 200
    lines = browser.get("/reports/first.json").json()["lines"]
    added = next(x for x in lines if x["id"] == made.json()["id"])
    assert (added["quote"], added["form"], added["decision"]) == ("withdraw from the hills", "tie", "accepted")
    browser.post("/review/undo")
    assert len(browser.get("/reports/first.json").json()["lines"]) == len(lines) - 1


@pytest.mark.parametrize("words", ["not in the text", "Southmark"])
def test_words_must_stand_in_the_text_once(words: str, browser: Browser) -> None:
    """Or where they begin must be said."""
    answer = browser.post("/reports/statement", {"report": "first", "words": words, "form": "event"})
    assert answer.status_code == 400
    assert words in answer.json()["what"]


def test_marks_of_a_report(browser: Browser) -> None:
    """Who may see it, and how reliable its source is, are decisions like others."""
    assert browser.post("/reports/mark", {"report": "first", "handling": "restricted"}).status_code == 200
    assert browser.post("/reports/mark", {"report": "first", "rating": "B"}).status_code == 200
    told = browser.get("/reports/first.json").json()
    assert (told["handling"], told["reliability"]) == ("restricted", "B")
    assert browser.post("/reports/mark", {"report": "first", "handling": "secret"}).status_code == 400
    assert browser.post("/reports/mark", {"report": "first", "rating": "Z"}).status_code == 400


def test_merging_and_keeping_apart(browser: Browser) -> None:
    """Two that are one become one; taken back, they are two."""
    by_form = [i["line"] for i in items(browser) if i["line"]["form"] == "event"]
    one, other = by_form[0]["id"], by_form[1]["id"]
    assert browser.post("/review/merge", {"id": one, "other": other}).status_code == 200
    left = {i["line"]["id"] for i in items(browser)} | {i["line"]["id"] for i in items(browser, "?which=decided")}
    assert len(left & {one, other}) == 1
    browser.post("/review/undo")
    assert {one, other} <= {i["line"]["id"] for i in items(browser)}


def test_harm_and_links_are_edited_in_place(browser: Browser) -> None:
    """As they are typed, each a decision on its own field; emptied again, they are gone; wrong ones name their part."""
    item = next(i for i in items(browser) if i["line"]["form"] == "event")
    other = next(i for i in items(browser) if i["line"]["id"] != item["line"]["id"])["line"]["id"]
    names = [f["name"] for f in item["fields"]]
    assert {"harm", "links"} <= set(names)

    def edit(harm: str, links: str, was: dict[str, str], seen: int) -> Any:
        fields = {"field.harm": harm, "field.links": links, **was}
        return browser.post("/review/edit", {"id": item["line"]["id"], "seen": seen, **fields})

    nothing = {"was.harm": "", "was.links": ""}
    wrong = edit("killed 12, hurt 3", "", nothing, item["seen"])
    assert (wrong.status_code, "harm, part 2" in wrong.json()["what"]) == (400, True)
    made = edit("killed 12 of Northland", f"answers {other}", nothing, item["seen"])
    assert made.status_code == 200
    assert {(e["action"], e["field"]) for e in log(browser)} == {("correct", "harm"), ("correct", "links")}
    page = browser.get(f"/statements/{item['line']['id']}.json").json()["item"]
    now = {f["name"]: f["value"] for f in page["fields"]}
    assert (now["harm"], now["links"]) == ("killed 12 of northland", f"answers {other}")
    assert "12 killed" in page["line"]["says"]
    gone = edit("", "", {"was.harm": now["harm"], "was.links": now["links"]}, page["seen"])
    assert gone.status_code == 200
    page = browser.get(f"/statements/{item['line']['id']}.json").json()["item"]
    assert [f["value"] for f in page["fields"] if f["name"] in ("harm", "links")] == ["", ""]
