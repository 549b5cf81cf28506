"""Sessions: who sits at a browser. Where there are accounts they outlast the workbench, in a folder of the record."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import secrets
import time
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from parley.terms.account import Role

LOG = logging.getLogger("parley.web")
MOST = 2000
"""Sessions kept; the one unused for longest goes first."""
IDLE, LONGEST = 12 * 3600, 7 * 24 * 3600
"""Seconds after which an unused session ends, and every one."""
UNDOS = 200
"""Deeds that can be taken back, one by one."""


@dataclass(slots=True)
class Session:
    """One browser's. `done` are the numbers of the decisions made here, deed by deed, for taking back.

    `stamp` is of the account and its password as they were: with another, the session is over.
    """

    key: str
    name: str
    role: Role | None
    since: str = ""
    begun: float = 0.0
    used: float = 0.0
    stamp: str = ""
    done: list[tuple[int, ...]] = field(default_factory=list)

    @property
    def csrf(self) -> str:
        """What each form of this session carries; nobody can tell it without the key, nor the key from it."""
        return _digest(f"csrf {self.key}")

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
    """All that are going on. With a `folder`, each is a file in it, named by a hash of its key: the key is in none.

    A file's time of change is when its session was last used; where the file is gone, the session is over.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._held: OrderedDict[str, Session] = OrderedDict()
        self._lock = Lock()
        self._folder = _made(folder) if folder else None
        self._sweep()

    def find(self, key: str | None) -> Session | None:
        """The session of a cookie, if it is still going on."""
        if not key:
            return None
        with self._lock:
            found = self._known(key)
            now = time.time()
            if found is None or now - found.used > IDLE or now - found.begun > LONGEST:
                self._drop(key)
                return None
            found.used = now
            if self._folder:
                with suppress(FileNotFoundError):  # left meanwhile, at a workbench beside: the next request is told
                    os.utime(self._folder / _digest(key))
            self._held[key] = found
            self._held.move_to_end(key)
            return found

    def begin(self, name: str, role: Role | None, since: str = "", stamp: str = "") -> Session:
        """A new one, under a key that nobody can guess."""
        now = time.time()
        made = Session(secrets.token_urlsafe(32), name, role, since, now, now, stamp)
        with self._lock:
            self._held[made.key] = made
            self._write(made)
            while len(self._held) > MOST:
                self._drop(next(iter(self._held)))
        return made

    def end(self, session: Session) -> None:
        """Let it be over."""
        with self._lock:
            self._drop(session.key)

    def _known(self, key: str) -> Session | None:
        if self._folder is None:
            return self._held.get(key)
        try:
            place = self._folder / _digest(key)
            used = place.stat().st_mtime
            return self._held.get(key) or _read(key, place.read_text(encoding="utf-8"), used)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _drop(self, key: str) -> None:
        self._held.pop(key, None)
        if self._folder:
            (self._folder / _digest(key)).unlink(missing_ok=True)

    def _write(self, made: Session) -> None:
        if self._folder is None:
            return
        role = made.role.value if made.role else None
        told = {"name": made.name, "role": role, "since": made.since, "begun": made.begun, "stamp": made.stamp}
        place = self._folder / _digest(made.key)
        with open(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump(told, file)

    def _sweep(self) -> None:
        """Take away what ended while nobody looked."""
        for place in self._folder.iterdir() if self._folder else ():
            if time.time() - place.stat().st_mtime > IDLE:
                place.unlink(missing_ok=True)


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def _made(folder: Path) -> Path | None:
    """The folder, for its owner alone; None where there can be none, and sessions end with the workbench."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    except OSError as e:
        LOG.info("%s: %s", folder, e)
    return None


def _read(key: str, text: str, used: float) -> Session:
    told = json.loads(text)
    role = Role(told["role"]) if told["role"] else None
    return Session(key, told["name"], role, told["since"], float(told["begun"]), used, told["stamp"])


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
