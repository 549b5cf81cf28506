"""The second reader over real HTTP, with servers that answer well, badly, late, or not at all."""

from __future__ import annotations

import json
import shutil
import socket
import ssl
import subprocess
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from tests.readers.conftest import Ask, Serve
from tests.readers.scripted import Answer, always, event, in_turn, said

from parley.readers.chat import ChatReader
from parley.readers.chat.completion import LONGEST
from parley.readers.chat.post import LARGEST
from parley.terms.chat import ChatServer
from parley.terms.enums import ReportState
from parley.terms.layers import Reading
from parley.terms.report import Report, report_of

TEXT = "Norland attacked the port of Southmark."
GOOD = said(event("Norland attacked the port of Southmark", "attacked", actors=["Norland"], recipients=["Southmark"]))


def report(id: str = "r1", text: str = TEXT) -> Report:  # noqa: A002 - the contract's own word
    """A report that is short enough for one passage."""
    return report_of(text, id=id, published="2031-03-05", language="en")


def unread(reading: Reading) -> str:
    """Why a report was not read; it must not have been, and nothing may be proposed in it."""
    assert reading.report.state is ReportState.UNREAD
    assert reading.proposals == ()
    return reading.report.why or ""


def test_a_right_answer_becomes_a_proposal(serve: Serve, ask: Ask) -> None:
    """The passage goes out fenced, with the form of the answer; the proposal quotes the text to the letter."""
    server = serve(always(GOOD))
    (made,) = ask(server).read(report()).proposals
    assert made.quote == TEXT[made.start : made.end] == "Norland attacked the port of Southmark"
    assert made.head.of(TEXT) == "attacked"
    (asked,) = server.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.body["model"] == "tiny"
    assert asked.body["temperature"] == 0
    assert asked.body["response_format"]["type"] == "json_schema"
    assert TEXT in asked.passage
    assert "2031-03-05" in asked.passage
    assert "Authorization" not in asked.headers


def test_the_key_goes_to_the_server_and_nowhere_else(serve: Serve, ask: Ask) -> None:
    """It is a header of the request; in nothing that the reader tells or shows does it stand."""
    server = serve(always(GOOD))
    reader = ask(server, key="sk-secret")
    reading = reader.read(report())
    assert server.asked[0].headers["Authorization"] == "Bearer sk-secret"
    assert "sk-secret" not in f"{reader!r}{reading!r}{reader.told()}{reader.info}"
    assert "sk-secret" not in json.dumps(server.asked[0].body)


def test_a_server_without_schemas_is_asked_in_words(serve: Serve, ask: Ask) -> None:
    """A refusal of `response_format` costs one request, once in a run."""
    script = lambda body: Answer(b"{}", 400) if "response_format" in body else GOOD  # noqa: E731
    server = serve(script)
    reader = ask(server)
    assert len(reader.read(report()).proposals) == 1
    assert len(reader.read(report("r2", f"{TEXT} ")).proposals) == 1
    assert ["response_format" in a.body for a in server.asked] == [True, False, False]
    assert "JSON Schema" in server.asked[1].body["messages"][0]["content"]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_server_is_asked_again_after_a_pause(serve: Serve, ask: Ask, pauses: list[float], status: int) -> None:
    """Each pause is longer than the last; then its answer counts as any."""
    server = serve(in_turn(Answer(status=status), Answer(status=status), GOOD))
    assert len(ask(server).read(report()).proposals) == 1
    assert len(server.asked) == 3
    assert pauses == sorted(pauses)
    assert pauses[0] > 0


@pytest.mark.parametrize(
    ("asked_for", "low", "high"),
    [("7", 7, 7), ("99999", 60, 60), ("soon", 1, 1), ("-5", 1, 1), (None, 20, 31)],
)
def test_a_server_says_how_long_to_wait(
    serve: Serve, ask: Ask, pauses: list[float], asked_for: str | None, low: float, high: float
) -> None:
    """In seconds or by a date, within reason; what is neither is passed over."""
    given = asked_for or format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    server = serve(in_turn(Answer(status=429, headers={"Retry-After": given}), GOOD))
    assert len(ask(server).read(report()).proposals) == 1
    assert low <= pauses[0] <= high


def test_a_server_that_stays_busy_costs_its_own_reading(serve: Serve, ask: Ask) -> None:
    """After a few tries the report is left, with why; after a few reports nothing more is asked."""
    server = serve(always(Answer(status=500)))
    reader = ask(server)
    reasons = [unread(reader.read(report(f"r{n}", f"{TEXT} {n}"))) for n in range(6)]
    assert "status 500" in reasons[0]
    assert "given up after 3 in a row" in reasons[3]
    assert len(server.asked) == 3 * 4


def test_a_server_that_is_down_is_not_asked_for_every_report(ask: Ask, serve: Serve) -> None:
    """It is tried a few times for the first one."""
    server = serve(always(GOOD))
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        server.port = nobody.getsockname()[1]
        reader = ask(server)
        first, second = (unread(reader.read(report(i))) for i in ("r1", "r2"))
    assert first == second
    assert "cannot be reached" in first
    assert reader.asking.requests == 4


@pytest.mark.parametrize(("status", "said_of_it"), [(401, "key"), (403, "key"), (404, "model"), (302, "elsewhere")])
def test_a_plain_no_ends_the_run(serve: Serve, ask: Ask, status: int, said_of_it: str) -> None:
    """It is not asked again, and a person is told what to look at."""
    server = serve(always(Answer(b"no", status)))
    reader = ask(server)
    assert said_of_it in unread(reader.read(report()))
    unread(reader.read(report("r2")))
    assert len(server.asked) == 1


def test_a_redirect_is_not_followed(serve: Serve, ask: Ask) -> None:
    """Neither the report nor the key is sent to another host, nor to another port of this one."""
    other = serve(always(GOOD))
    server = serve(always(Answer(status=307, headers={"Location": f"{other.address}/chat/completions"})))
    assert "is not followed" in unread(ask(server, key="sk-secret").read(report()))
    assert other.asked == []


@pytest.mark.parametrize(
    "answer",
    [
        said(content='{"proposals": ['),
        said(content="I would rather not."),
        said(content='{"statements": []}'),
        said(content="[1, 2]"),
        said(content='{"proposals": []}', finish="length"),
        said(content='{"proposals": ' + "[" * 5_000 + "]" * 5_000 + "}"),
        said(content='{"a":' * 200_000),
        said(content='{"proposals": [' + "9" * 10_000 + "]}"),
        said(content="x" * (LONGEST + 1)),
        Answer(b"<html>It works!</html>"),
        Answer(b""),
        Answer(b"\xff\xfe\x00"),
        Answer(b'{"choices": []}'),
        Answer(b'{"choices": [{"message": {"content": 7}}]}'),
        Answer(b"[" * 1_000_000),
        Answer(b"{" + b'"a": [' * 100_000),
    ],
    ids=lambda a: a.body[:24].decode("latin-1") + str(len(a.body)),
)
def test_rubbish_costs_its_own_reading(serve: Serve, ask: Ask, answer: Answer) -> None:
    """Truncated, no JSON, another form, cut off, nested without end, huge: a line says so, and the next one is read."""
    server = serve(in_turn(answer, GOOD))
    reader = ask(server)
    assert unread(reader.read(report()))
    assert len(reader.read(report("r2")).proposals) == 1


@pytest.mark.parametrize(
    "around", ["```json\n{}\n```", "<think>{{not this}}</think>\n{}", "Here you are:\n{}\nAnything else?"]
)
def test_what_a_model_puts_around_its_answer_is_passed_over(serve: Serve, ask: Ask, around: str) -> None:
    """Fences, thoughts and courtesies."""
    content = json.loads(GOOD.body)["choices"][0]["message"]["content"]
    server = serve(always(said(content=around.format(content))))
    assert len(ask(server).read(report()).proposals) == 1


def test_an_answer_without_end_is_cut_off(serve: Serve, ask: Ask) -> None:
    """No more of it is taken than any answer needs."""
    server = serve(always(Answer(b" " * (LARGEST + 10))))
    assert "more than 4 MB" in unread(ask(server).read(report()))


def test_a_server_that_does_not_answer_in_time(serve: Serve, ask: Ask) -> None:
    """It is left after the time that the settings give, and not asked the same again."""
    server = serve(always(Answer(GOOD.body, wait=20)))
    reader = ask(server, timeout=0.3)
    assert "no answer within 0.3 s" in unread(reader.read(report()))
    assert reader.asking.requests == 1


def test_a_server_that_drips_is_late_too(serve: Serve, ask: Ask) -> None:
    """A byte now and then keeps no conversation open."""
    server = serve(always(Answer(GOOD.body, drip=0.05)))
    assert "no answer within 0.5 s" in unread(ask(server, timeout=0.5).read(report()))


def test_requests_stay_within_the_budget(serve: Serve, ask: Ask) -> None:
    """Tries that failed count as well; what is left over waits for another run."""
    server = serve(in_turn(Answer(status=500), GOOD))
    reader = ask(server, requests=3)
    read = [reader.read(report(f"r{n}", f"{TEXT} {n}")) for n in range(4)]
    assert [r.report.state.value for r in read] == ["read", "read", "unread", "unread"]
    assert "budget of 3 requests" in unread(read[2])
    assert len(server.asked) == 3


@pytest.mark.parametrize("counted", [9_000, None, 0, -5])
def test_tokens_stay_within_the_budget(serve: Serve, ask: Ask, counted: int | None) -> None:
    """By the server's own count, or by a careful reckoning where it gives none that can be one."""
    answer = said(tokens=counted)
    server = serve(always(answer))
    reader = ask(server, tokens=9_500)
    read = [reader.read(report(f"r{n}", f"{TEXT} {n}")) for n in range(30)]
    assert unread(read[-1]) == "the budget of 9500 tokens is spent"
    assert 1 <= len(server.asked) < 20
    assert all(0 < a.body["max_tokens"] <= 4_000 for a in server.asked)


def test_what_the_server_says_is_never_shown_raw(serve: Serve, ask: Ask) -> None:
    """Control characters of a header reach no terminal."""
    server = serve(always(Answer(status=302, headers={"Location": "http://evil\x1b[31m.example/x"})))
    assert "\x1b" not in unread(ask(server).read(report()))


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    """Over https nothing is sent to a server that only says that it is the right one."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl to make a certificate with")
    key, cert = tmp_path / "key.pem", tmp_path / "cert.pem"
    made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "1"]
    subprocess.run(["openssl", *made, "-keyout", key, "-out", cert], check=True, capture_output=True)
    http = HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    http.socket = context.wrap_socket(http.socket, server_side=True)
    Thread(target=http.serve_forever, daemon=True).start()
    reader = ChatReader(ChatServer(f"https://localhost:{http.server_address[1]}/v1", "tiny", timeout=60))
    try:
        assert "certificate is not trusted" in unread(reader.read(report()))
    finally:
        http.shutdown()
        http.server_close()
