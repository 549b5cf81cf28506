"""Asking a server: within the budget, again after a pause where it is busy, no more once it plainly will not."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from parley.readers.chat.completion import Completion, completion_of
from parley.readers.chat.faults import NoAnswerError, shown
from parley.readers.chat.post import LateError, Reply, UnreachableError, post
from parley.terms.chat import ChatServer, endpoint

PAUSES = (1.0, 4.0, 10.0)
"""Seconds before asking again, where the server does not say how long."""
LONGEST_PAUSE = 60.0
MOST_TROUBLE = 3
"""Passages in a row without an answer, after which nothing more is asked in this run."""
BUSY = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_NO_SCHEMA = frozenset({400, 415, 422, 501})
"""Statuses with which servers refuse a `response_format` that they do not know."""
_ENDS = {
    401: "it refuses the key: set the environment variable that `key_from` names",
    402: "it asks for payment",
    403: "it refuses the key, or what the key may do",
    404: "it knows no such address or model: look at `address` and `model` under [reader]",
}
_CHARACTERS_A_TOKEN = 3
"""On the low side, so that a budget is rather kept than overrun where a server does not count."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a model: its standing instruction, what it is to read, and the form of the answer."""

    instruction: str
    passage: str
    schema: Mapping[str, Any]


@dataclass
class Asking:
    """A run's conversation with one server, and what it has cost so far. Not for several threads at once."""

    server: ChatServer
    sleep: Callable[[float], None] = time.sleep
    requests: int = 0
    tokens: int = 0
    without_schema: bool = False
    ended: str | None = None
    trouble: int = 0

    def answer(self, question: Question) -> str:
        """What the model says. Raises NoAnswerError, also without asking once the run is at its end."""
        if self.ended is not None:
            raise NoAnswerError(self.ended, ends=True)
        try:
            return self._answer(question)
        except NoAnswerError as e:
            if e.ends:
                self.ended = e.what
            else:
                self.useless(e.what)
            raise

    def useful(self) -> None:
        """Note that an answer could be used: what went wrong before was no trouble of the server's as such."""
        self.trouble = 0

    def useless(self, what: str) -> None:
        """Note that no answer came, or none that could be used; after a few in a row nothing more is asked."""
        self.trouble += 1
        if self.trouble >= MOST_TROUBLE:
            self.ended = f"{what} (given up after {MOST_TROUBLE} in a row)"

    def _answer(self, question: Question) -> str:
        pauses: Iterator[float] = iter(PAUSES)
        while True:
            reply, what = self._tried(question)
            if reply is not None and reply.status == 200:
                done = completion_of(reply.body)
                self._spend(done, question)
                return done.content
            if reply is not None and reply.status in _NO_SCHEMA and not self.without_schema:
                self.without_schema = True
                continue
            pause = next(pauses, None)
            if pause is None or (reply is not None and reply.status not in BUSY):
                raise _refused(reply, what)
            self.sleep(min(_asked_to_wait(reply) or pause, LONGEST_PAUSE))

    def _tried(self, question: Question) -> tuple[Reply | None, str]:
        """A reply, or why there was none."""
        body = json.dumps(self._body(question)).encode("ascii")
        self.requests += 1
        try:
            return post(endpoint(self.server.address), body, self._headers(), self.server.timeout), ""
        except LateError as e:
            raise NoAnswerError(f"no answer within {self.server.timeout:g} s") from e
        except UnreachableError as e:
            return None, str(e)

    def _body(self, question: Question) -> dict[str, Any]:
        """The request. Raises NoAnswerError where the budget does not reach for it."""
        instruction = question.instruction
        if self.without_schema:
            form = json.dumps(question.schema, separators=(",", ":"))
            instruction += f"\nAnswer with one JSON object and nothing else. It must satisfy this JSON Schema: {form}"
        left = self._tokens_left(len(instruction) + len(question.passage))
        body: dict[str, Any] = {
            "model": self.server.model,
            "messages": [{"role": "system", "content": instruction}, {"role": "user", "content": question.passage}],
            "temperature": 0,
            "max_tokens": min(self.server.answer, left),
            "stream": False,
        }
        if not self.without_schema:
            named = {"name": "proposals", "strict": True, "schema": question.schema}
            body["response_format"] = {"type": "json_schema", "json_schema": named}
        return body

    def _tokens_left(self, characters: int) -> int:
        if self.requests >= self.server.requests:
            raise NoAnswerError(f"the budget of {self.server.requests} requests is spent", ends=True)
        left = self.server.tokens - self.tokens - characters // _CHARACTERS_A_TOKEN
        if left <= 0:
            raise NoAnswerError(f"the budget of {self.server.tokens} tokens is spent", ends=True)
        return left

    def _spend(self, done: Completion, question: Question) -> None:
        reckoned = (len(question.instruction) + len(question.passage) + len(done.content)) // _CHARACTERS_A_TOKEN
        self.tokens += reckoned if done.tokens is None else done.tokens

    def _headers(self) -> dict[str, str]:
        own = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "User-Agent": "parley",
            "Connection": "close",
        }
        return own | ({"Authorization": f"Bearer {self.server.key}"} if self.server.key else {})


def _refused(reply: Reply | None, what: str) -> NoAnswerError:
    if reply is None:
        return NoAnswerError(f"it cannot be reached ({what})", ends=True)
    if 300 <= reply.status < 400:
        to = _host_in(reply.headers.get("location", "")) or "elsewhere"
        return NoAnswerError(f"it sends on to {to}, which is not followed", ends=True)
    if reply.status in _ENDS:
        return NoAnswerError(_ENDS[reply.status], ends=True)
    return NoAnswerError(f"it answers with status {reply.status}")


def _host_in(location: str) -> str | None:
    """The host of an address that came from outside; None where it is none."""
    try:
        return urlsplit(shown(location)).hostname
    except ValueError:
        return None


def _asked_to_wait(reply: Reply | None) -> float | None:
    """The seconds for which a server asks to wait (RFC 9110, Retry-After), as a number or as a date."""
    given = reply.headers.get("retry-after", "").strip() if reply is not None else ""
    if given.isdecimal() and len(given) < 10:
        return float(given)
    try:
        until = parsedate_to_datetime(given)
    except (ValueError, TypeError, IndexError):
        return None
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
