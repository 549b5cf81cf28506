"""The second reader at the desk: agreed to first, sent what is open alone, kept beside the first reader's reading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import Entry, PatternReader
from tests.readers.scripted import Answer, Server, always, by_words, event, said, serving

from parley.desk import readers
from parley.desk.again import read_again
from parley.desk.amiss import AmissError
from parley.desk.decisions import decide
from parley.desk.records import open_record
from parley.desk.reports import Taken, read_into
from parley.desk.second import agree, agreed, notice, read_second, second_reader, server_agreed_to, server_set_up
from parley.desk.views import queue as views
from parley.desk.why import why
from parley.readers.chat import asking, default
from parley.record import Record
from parley.terms.chat import ChatServer
from parley.terms.enums import Action, Handling, ReportState

ACCUSED = "Northland accused Southmark. It rained."
DENIED = "Southmark denies attacking Northland."
AGREES = event("Northland accused Southmark", "accused", type="ACCUSE", actors=["Northland"], recipients=["Southmark"])
DIFFERS = event("Southmark denies attacking Northland", "attacking", actors=["Southmark"], recipients=["Northland"])
ALONE = event("It rained", "rained", type="OTHER", actors=["It rained"])
SCRIPT = by_words({"accused": [AGREES, ALONE], "denies": [DIFFERS]})


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern_reader: PatternReader) -> None:
    """A folder of one's own, both readers installed, and nobody who waits."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PARLEY_READER_KEY", raising=False)
    monkeypatch.setattr(asking, "PAUSES", (0.0, 0.0))
    first = Entry("patterns", lambda pipeline=None, actors=(): pattern_reader)  # noqa: ARG005 - the protocol's words
    monkeypatch.setattr(readers, "entry_points", lambda group: [first, Entry("chat", default)])  # noqa: ARG005


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that knows both reports."""
    with serving(SCRIPT) as made:
        yield made


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    with open_record(tmp_path / "r.db") as made:
        yield made


def chat(server: Server, **more: object) -> ChatServer:
    """The server as the settings name it."""
    return ChatServer(server.address, "tiny", timeout=60, **more)  # type: ignore[arg-type]


def taken(
    record: Record, folder: Path, reader: PatternReader, server: ChatServer | None, handling: Handling = Handling.OPEN
) -> Taken:
    """Two reports read into a record."""
    (folder / "in").mkdir(exist_ok=True)
    for name, text in (("a.txt", ACCUSED), ("b.txt", DENIED)):
        (folder / "in" / name).write_text(text, encoding="utf-8")
    return read_into(record, [folder / "in"], [reader], handling=handling, second=server)


def test_nothing_is_sent_unless_it_is_set_up(
    tmp_path: Path, record: Record, pattern_reader: PatternReader, server: Server
) -> None:
    """Without [reader] there is no server; without a server nobody is asked."""
    assert server_set_up() is None
    assert server_agreed_to(record) is None
    assert taken(record, tmp_path, pattern_reader, None).heard is None
    assert server.asked == []


def test_the_key_comes_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the variable that the settings name; one with a line break in it is refused without being shown."""
    text = '[reader]\naddress = "http://127.0.0.1:1/v1"\nmodel = "m"\nkey_from = "OURS"\n'
    (tmp_path / "parley.toml").write_text(text, encoding="utf-8")
    assert server_set_up() == ChatServer("http://127.0.0.1:1/v1", "m")
    monkeypatch.setenv("OURS", " sk-1 ")
    found = server_set_up()
    assert found is not None
    assert found.key == "sk-1"
    monkeypatch.setenv("OURS", "sk-1\nX-Other: 2")
    with pytest.raises(AmissError, match="OURS") as fault:
        server_set_up()
    assert "sk-1" not in str(fault.value)


def test_it_is_agreed_to_once_for_a_record_or_in_the_settings(tmp_path: Path, record: Record, server: Server) -> None:
    """A line in the file holds for its own address alone."""
    ours = chat(server)
    assert not agreed(ours, record)
    assert agreed(chat(server, consent=server.address), record)
    assert not agreed(chat(server, consent="http://127.0.0.1:1/v1"))
    agree(ours, record)
    assert agreed(ours, record)
    text = f'[reader]\naddress = "{server.address}"\nmodel = "tiny"\n'
    (tmp_path / "parley.toml").write_text(text, encoding="utf-8")
    assert server_agreed_to(record) == ChatServer(server.address, "tiny")


def test_what_is_sent_where_is_said(server: Server) -> None:
    """The address, the model, what of a report, and what it may cost."""
    told = "\n".join(notice(chat(server, requests=12)))
    assert all(w in told for w in (server.address, "tiny", "text", "day of publication", "12 requests"))


def test_that_reports_of_no_language_count_as_english_is_said(server: Server) -> None:
    """They go where English ones go, and nowhere else."""
    assert "in en, or in a language that cannot be told" in "\n".join(notice(chat(server)))
    assert "cannot be told" not in "\n".join(notice(chat(server, languages=("fa",))))


def test_both_readings_are_kept_side_by_side(
    tmp_path: Path, record: Record, pattern_reader: PatternReader, server: Server
) -> None:
    """Where the two agree, one statement and surer; where they differ, one statement that stands in front."""
    done = taken(record, tmp_path, pattern_reader, chat(server))
    assert done.heard is not None
    assert len(done.heard.read) == 2
    accusation = next(s for s in record.slice().statements if s.body.FORM == "event" and s.mentions[0].quote[0] == "N")
    assert len(accusation.mentions) == 2
    assert round(accusation.confidence, 6) == 0.7
    reader = record.slice().reader
    assert reader is not None
    assert reader.name == "patterns"
    waiting = views.queue(record).items
    assert waiting[0].line.quote == "Southmark denies attacking Northland"
    assert waiting[0].reasons[0] == "two readers differ on whether it is a fact"
    assert {r.reader.split(",")[0] for r in waiting[0].readings.each} == {"patterns", "chat 1"}
    assert [i.readings.verdict for i in waiting[1:]].count("two readers agree") == 1
    assert [i.line.told for i in waiting] == [1] * len(waiting)


def test_why_shows_both_readers_and_the_model(
    tmp_path: Path, record: Record, pattern_reader: PatternReader, server: Server
) -> None:
    """Who read it, which model where, what it made of it, and whether it was held back."""
    taken(record, tmp_path, pattern_reader, chat(server))
    (denied,) = (s for s in record.slice().statements if s.status == "denied")
    told = why(record, denied.id)
    ruled, model = sorted(told.tellings, key=lambda t: t.model)
    assert told.readers == "two readers differ on whether it is a fact"
    assert ruled.reader == "patterns"
    assert model.reader == f"chat 1, tiny at 127.0.0.1:{server.port}"
    assert "happened, reported" in model.held
    assert not denied.fact


def test_nothing_is_read_twice_and_what_failed_has_its_turn_again(
    tmp_path: Path, record: Record, pattern_reader: PatternReader, server: Server
) -> None:
    """A server that is busy costs its own reading, told in one line; the next run asks for that alone."""
    server.script = lambda body: Answer(status=500) if "denies" in body["messages"][1]["content"] else SCRIPT(body)
    first = taken(record, tmp_path, pattern_reader, chat(server)).heard
    assert first is not None
    assert (len(first.read), first.failed.total()) == (1, 1)
    assert [line for line in first.lines if "status 500" in line] == [
        "second reader: 1 report left to the first reader alone: it answers with status 500"
    ]
    assert all(r.state is ReportState.READ for r in record.slice().reports)
    server.script, server.asked = SCRIPT, []
    again = taken(record, tmp_path, pattern_reader, chat(server)).heard
    assert again is not None
    assert (len(again.read), again.known, len(server.asked)) == (1, 1, 1)
    assert taken(record, tmp_path, pattern_reader, chat(server)).heard == type(again)(known=2)


def test_a_server_that_is_down_leaves_the_record_as_the_first_reader_made_it(
    tmp_path: Path, record: Record, pattern_reader: PatternReader
) -> None:
    """One line says so, for all reports together."""
    done = taken(record, tmp_path, pattern_reader, ChatServer("http://127.0.0.1:9/v1", "tiny", timeout=60))
    assert done.heard is not None
    assert done.read == 2
    assert len(record.slice().statements) == 2
    assert next(line for line in done.heard.lines if "cannot be reached" in line).startswith("second reader: 2 reports")


@pytest.mark.parametrize("mark", [Handling.RESTRICTED, Handling.SOURCE_SENSITIVE])
def test_what_is_marked_is_never_sent_and_counted(
    tmp_path: Path, record: Record, pattern_reader: PatternReader, server: Server, mark: Handling
) -> None:
    """Marked as it came in, or later by a person: what it is marked now counts."""
    done = taken(record, tmp_path, pattern_reader, chat(server), mark)
    assert server.asked == []
    assert done.heard is not None
    assert done.heard.lines == (f"second reader: 2 reports not sent: marked {mark.value}",)


def test_a_mark_made_later_counts(
    tmp_path: Path, record: Record, pattern_reader: PatternReader, server: Server
) -> None:
    """The same file given again says nothing of it; the record does."""
    taken(record, tmp_path, pattern_reader, None)
    for r in record.slice().reports:
        decide(record, Action.CORRECT, r.id, ["handling", '"restricted"'], "ana")
    done = taken(record, tmp_path, pattern_reader, chat(server))
    assert server.asked == []
    assert done.heard is not None
    assert done.heard.refused == {"restricted": 2}


def test_what_the_record_holds_is_read_by_read_again(
    tmp_path: Path, record: Record, pattern_reader: PatternReader, server: Server
) -> None:
    """A second reader that was set up later reads what is there; the first reader has nothing to do."""
    taken(record, tmp_path, pattern_reader, None)
    done = read_again(record, [pattern_reader], second=chat(server))
    assert (done.read, done.known) == (0, 2)
    assert done.heard is not None
    assert len(done.heard.read) == 2
    assert done.changes == ()


def test_a_language_that_only_the_second_reader_reads(tmp_path: Path, record: Record, server: Server) -> None:
    """It reads it alone, and the report is read; its actors are those of their names."""
    german = PatternReader(languages=("de",))
    done = taken(record, tmp_path, german, chat(server))
    assert done.unread == ()
    assert len(record.slice().statements) == 3
    assert {a.id for a in record.actors()} >= {"northland", "southmark"}


def test_a_withdrawn_report_is_not_asked_about(
    tmp_path: Path, record: Record, pattern_reader: PatternReader, server: Server
) -> None:
    """It has no text any more."""
    taken(record, tmp_path, pattern_reader, None)
    ids = [r.id for r in record.slice().reports]
    decide(record, Action.WITHDRAW, ids[0], [], "ana", "asked for")
    read_second(record, [*ids, "no-such-report"], [pattern_reader], chat(server))
    assert len(server.asked) == 1


def test_a_reader_that_is_not_installed_is_amiss(monkeypatch: pytest.MonkeyPatch, server: Server) -> None:
    """Set up, but not there."""
    monkeypatch.setattr(readers, "entry_points", lambda group: [])  # noqa: ARG005
    with pytest.raises(AmissError, match="'chat' is installed"):
        second_reader(chat(server))


def test_a_second_reader_is_none_of_the_first(server: Server) -> None:
    """It reads beside them, never for them; the list of readers says what it waits for."""
    assert [r.info.name for r in readers.readers()] == ["patterns"]
    rows = {row[0]: row for row in readers.table().rows}
    assert "not set up" in str(rows["chat"][-1])
    rows = {row[0]: row for row in readers.table(chat(server)).rows}
    assert rows["chat"][2] == "1"


def test_rubbish_for_everything_is_given_up(
    tmp_path: Path, record: Record, pattern_reader: PatternReader, server: Server
) -> None:
    """Every report is read by the first reader, and told of."""
    server.script = always(said(content="I am a teapot"))
    done = taken(record, tmp_path, pattern_reader, chat(server))
    assert done.heard is not None
    assert done.heard.failed == {"the model did not answer in JSON": 2}
    assert len(record.slice().statements) == 2
