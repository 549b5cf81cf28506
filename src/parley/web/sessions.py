"""Sessions: who sits at a browser. They are kept in memory, and end with the workbench."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

from parley.terms.account import Role

MOST = 2000
"""Sessions kept; the one unused for longest goes first."""
IDLE = 12 * 3600
"""Seconds after which an unused session ends."""
UNDOS = 200
"""Deeds that can be taken back, one by one."""


@dataclass(slots=True)
class Session:
    """One browser's. `done` are the numbers of the decisions made here, deed by deed, for taking back."""

    key: str
    name: str
    role: Role | None
    csrf: str
    since: str = ""
    used: float = 0.0
    done: list[tuple[int, ...]] = field(default_factory=list)

    def note(self, seqs: tuple[int, ...]) -> None:
        """Keep a deed's numbers, so that it can be taken back."""
        self.done.append(seqs)
        del self.done[:-UNDOS]

    def may_decide(self) -> bool:
        """Whether this person may decide on the record."""
        return self.role is Role.EDITOR

    def may_code(self) -> bool:
        """Whether this person may code what was given to them."""
        return self.role in (Role.EDITOR, Role.CODER)


class Sessions:
    """All that are going on."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, Session] = OrderedDict()
        self._lock = Lock()

    def find(self, key: str | None) -> Session | None:
        """The session of a cookie, if it is still going on."""
        if not key:
            return None
        with self._lock:
            found = self._held.get(key)
            if found is None or time.monotonic() - found.used > IDLE:
                self._held.pop(key, None)
                return None
            found.used = time.monotonic()
            self._held.move_to_end(key)
            return found

    def begin(self, name: str, role: Role | None, since: str = "") -> Session:
        """A new one, under a key that nobody can guess."""
        made = Session(secrets.token_urlsafe(32), name, role, secrets.token_urlsafe(32), since, time.monotonic())
        with self._lock:
            self._held[made.key] = made
            while len(self._held) > MOST:
                self._held.popitem(last=False)
        return made

    def end(self, session: Session) -> None:
        """Let it be over."""
        with self._lock:
            self._held.pop(session.key, None)


class Throttle:
    """Slows guessing down: after some wrong passwords for a name, or from an address, it has to wait."""

    FREE, WAIT, MOST = 5, 30.0, 10_000

    def __init__(self) -> None:
        self._wrong: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._lock = Lock()

    def must_wait(self, *whom: str) -> bool:
        """Whether one of these has been wrong too often lately."""
        with self._lock:
            now = time.monotonic()
            return any(
                n >= self.FREE and now - at < self.WAIT for n, at in (self._wrong.get(w, (0, 0.0)) for w in whom)
            )

    def wrong(self, *whom: str) -> None:
        """Note that these were wrong."""
        with self._lock:
            for w in whom:
                n, at = self._wrong.get(w, (0, 0.0))
                fresh = time.monotonic() - at > 10 * self.WAIT
                self._wrong[w] = (1 if fresh else n + 1, time.monotonic())
                self._wrong.move_to_end(w)
            while len(self._wrong) > self.MOST:
                self._wrong.popitem(last=False)

    def right(self, *whom: str) -> None:
        """Forget what was wrong before."""
        with self._lock:
            for w in whom:
                self._wrong.pop(w, None)
