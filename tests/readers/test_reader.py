"""The second reader as a reader: what it takes, what it keeps, what it never sends."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.readers.conftest import Ask, Serve
from tests.readers.scripted import always, by_words, event, said

from parley.readers.chat import ChatReader, default, prompt
from parley.readers.chat import reader as under_test
from parley.readers.chat.reader import InMemory
from parley.terms.chat import ChatServer
from parley.terms.enums import Handling, ReportState
from parley.terms.report import report_of

TEXT = "Norland attacked Southmark. " * 20 + "\n\n" + "Southmark met Norland. " * 20
ATTACK = event("Norland attacked Southmark", "attacked", actors=["Norland"], recipients=["Southmark"])
MEETING = event("Southmark met Norland", "met", type="CONSULT", actors=["Southmark", "Norland"])
REPORT = report_of(TEXT, id="r1", language="en")


def test_a_long_report_goes_out_in_passages(serve: Serve, ask: Ask) -> None:
    """What comes back is placed in the whole text, and the actors that it names are told with it."""
    server = serve(by_words({"attacked": [ATTACK], "met": [MEETING]}))
    reading = ask(server, passage=600).read(REPORT)
    assert len(server.asked) == 2
    assert [TEXT[p.start : p.end] for p in reading.proposals] == [ATTACK["quote"], MEETING["quote"]]
    assert {a.id for a in reading.actors} == {"norland", "southmark"}


def test_nothing_is_asked_twice(serve: Serve, ask: Ask) -> None:
    """The same passage of another report neither; another model or another day of publication asks anew."""
    server = serve(always(said(ATTACK)))
    kept = InMemory()
    for changed, questions in (({}, 1), ({}, 1), ({"model": "other"}, 2), ({"requests": 9}, 2)):
        reader = ask(server, **changed)
        reader.answers = kept
        assert len(reader.read(REPORT).proposals) == 1
        assert len(server.asked) == questions
    reader.read(replace(REPORT, id="r2"))
    assert len(server.asked) == 2
    reader.read(replace(REPORT, published="2031-01-01"))
    assert len(server.asked) == 3


def test_with_another_form_or_instruction_everything_is_asked_anew(
    serve: Serve, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer in words that the contract had before is none to a question with the words of today."""
    server = serve(always(said(ATTACK)))
    reader = ask(server)
    reader.read(REPORT)
    monkeypatch.setattr(under_test, "schema", lambda: {"type": "object"})
    reader.read(REPORT)
    monkeypatch.setattr(prompt, "INSTRUCTION", "Code it.")
    reader.read(REPORT)
    assert len(server.asked) == 3


def test_what_is_kept_is_checked_as_what_is_fresh(serve: Serve, ask: Ask) -> None:
    """An answer from before that quotes another text yields nothing."""
    server = serve(always(said(ATTACK)))
    reader = ask(server)
    reader.read(REPORT)
    (key,) = reader.answers.kept  # type: ignore[attr-defined]
    reader.answers.kept[key] = '{"proposals": [{"form": "event", "quote": "Nobody said this", "head": "said"}]}'  # type: ignore[attr-defined]
    reading = reader.read(REPORT)
    assert reading.proposals == ()
    assert "a quote that the report does not say (1)" in reading.warnings[0].message


@pytest.mark.parametrize("mark", [Handling.RESTRICTED, Handling.SOURCE_SENSITIVE])
def test_what_is_marked_is_never_sent(serve: Serve, ask: Ask, mark: Handling) -> None:
    """Whoever asks for it."""
    server = serve(always(said(ATTACK)))
    reading = ask(server).read(replace(REPORT, handling=mark))
    assert reading.report.state is ReportState.UNREAD
    assert mark.value in (reading.report.why or "")
    assert server.asked == []


def test_a_half_answered_report_is_not_half_read(serve: Serve, ask: Ask) -> None:
    """What was answered is kept, so that the next run asks for the rest alone."""
    script = by_words({"attacked": [ATTACK]})
    server = serve(lambda body: script(body) if "attacked" in body["messages"][1]["content"] else said(content="no"))
    reader = ask(server, passage=600)
    assert reader.read(REPORT).proposals == ()
    server.script = by_words({"attacked": [ATTACK], "met": [MEETING]})
    assert len(reader.read(REPORT).proposals) == 2
    assert len(server.asked) == 3


def test_what_was_dropped_is_counted_and_told(serve: Serve, ask: Ask) -> None:
    """By cause, for the report and for the run; the same word twice is told once."""
    server = serve(always(said(ATTACK, ATTACK, ATTACK | {"quote": "Norland apologised"}, {"form": "event"})))
    reader = ask(server)
    (warning,) = reader.read(REPORT).warnings
    assert warning.message.startswith("3 of 4 proposals of tiny dropped: ")
    assert "one word told twice (1)" in warning.message
    assert "3 of its proposals dropped" in reader.told()[1]


def test_languages_are_those_of_the_settings(ask: Ask, serve: Serve) -> None:
    """A text too short to tell counts as English."""
    server = serve(always(said()))
    english, other = ask(server), ask(server, languages=("fa", "ru"))
    assert [english.reads(x) for x in ("en", None, "fa")] == [True, True, False]
    assert [other.reads(x) for x in ("en", None, "fa")] == [False, False, True]


def test_it_is_another_reader_with_another_model_or_cut() -> None:
    """What was read by the one is read anew by the other; a larger budget changes nothing."""
    one = ChatServer("http://127.0.0.1:1/v1", "a")
    others = (one, replace(one, requests=5), replace(one, model="b"), replace(one, passage=500))
    infos = [ChatReader(s).info for s in others]
    assert infos[0] == infos[1]
    assert len({i.codebook for i in infos}) == 3


def test_without_a_server_it_does_not_start() -> None:
    """And says what to write where."""
    with pytest.raises(ValueError, match=r"\[reader\].*parley\.toml"):
        default()


def test_an_empty_report_costs_nothing(serve: Serve, ask: Ask) -> None:
    """Nor one that holds blanks only."""
    server = serve(always(said(ATTACK)))
    assert ask(server).read(report_of(" \n\n ", id="r1")).proposals == ()
    assert server.asked == []
