"""A chat server that answers as it is told to, over real HTTP: what tests of the second reader speak to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Fields = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """One answer: status, headers, body; `drip` sends the body a byte at a time, with so many seconds between."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    wait: float = 0.0
    drip: float = 0.0


Script = Callable[[Fields], Answer]


@dataclass
class Asked:
    """One question as it came in."""

    path: str
    headers: Mapping[str, str]
    body: Fields

    @property
    def passage(self) -> str:
        """What the model was given to read."""
        return str(self.body["messages"][1]["content"])


@dataclass
class Server:
    """A server on this machine; `asked` holds all that came in."""

    script: Script
    asked: list[Asked] = field(default_factory=list)
    port: int = 0
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def address(self) -> str:
        """The address for the settings."""
        return f"http://127.0.0.1:{self.port}/v1"


def said(*proposals: Fields, tokens: int | None = 100, content: str | None = None, finish: str = "stop") -> Answer:
    """A completion in the usual form, with proposals or with any content."""
    text = json.dumps({"proposals": list(proposals)}) if content is None else content
    usage = {"usage": {"total_tokens": tokens}} if tokens is not None else {}
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": text}}
    return Answer(json.dumps({"object": "chat.completion", "choices": [choice], **usage}).encode())


def always(answer: Answer) -> Script:
    """The same answer to everything."""
    return lambda _: answer


def in_turn(*answers: Answer) -> Script:
    """One answer after the other; the last one again and again."""
    rest = list(answers)
    return lambda _: rest.pop(0) if len(rest) > 1 else rest[0]


def by_words(told: Mapping[str, list[Fields]]) -> Script:
    """The proposals of all those words that stand in the passage."""
    return lambda body: said(*(p for w, ps in told.items() if w in body["messages"][1]["content"] for p in ps))


@contextmanager
def serving(script: Script) -> Iterator[Server]:
    """A server that answers by a script for as long as it is needed."""
    made = Server(script)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers["Content-Length"]))
            body = json.loads(data)
            made.asked.append(Asked(self.path, dict(self.headers), body))
            answer = made.script(body)
            made.over.wait(answer.wait)
            _send(self, answer, made.over)

        def log_message(self, *_: Any) -> None:
            """Nothing is logged."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    made.port = http.server_address[1]
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        made.over.set()
        http.shutdown()
        http.server_close()


def _send(handler: BaseHTTPRequestHandler, answer: Answer, over: threading.Event) -> None:
    try:
        handler.send_response(answer.status)
        for name, value in {"Content-Length": str(len(answer.body)), **answer.headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        for i in range(0, len(answer.body), 1 if answer.drip else len(answer.body) or 1):
            handler.wfile.write(answer.body[i : i + 1] if answer.drip else answer.body)
            if answer.drip:
                handler.wfile.flush()
                if over.is_set():
                    return
                time.sleep(answer.drip)
    except OSError:
        return  # whoever asked has gone


def event(quote: str, head: str, **more: Any) -> Fields:
    """An event in the form that is asked for."""
    own = {
        "form": "event", "quote": quote, "head": head, "reality": "happened",
        "voices": [{"who": "report", "stance": "asserts"}], "date": None, "place": None,
        "type": "ASSAULT", "mode": None, "actors": [], "recipients": [], "object": None,
    }  # fmt: skip
    return own | more
