"""A limit of time for one report, in whichever thread it is read."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class TooLongError(BaseException):
    """What is read takes too long. No `Exception`, so that no stage of a reader takes it for a fault of its own."""


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Raises TooLongError in this thread after so many seconds, 0 being never.

    It is raised between two steps of Python: a library's single step that never ends is not reached. The signal that
    Unix has for this reaches a process's main thread only, and workers of a cluster read in others.
    """
    if seconds <= 0:
        yield
        return
    clock = _Clock(threading.get_ident())
    timer = threading.Timer(seconds, clock.strike)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        clock.stop()


class _Clock:
    """Strikes once, or not at all once it was stopped."""

    def __init__(self, thread: int) -> None:
        self._thread = thread
        self._lock = threading.Lock()
        self._over = False

    def strike(self) -> None:
        with self._lock:
            if not self._over:
                self._over = True
                _raise_in(self._thread, TooLongError)

    def stop(self) -> None:
        """From here on nothing is raised; what was sent and has not arrived is taken back."""
        with self._lock:
            struck, self._over = self._over, True
            if struck:
                _raise_in(self._thread, None)


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error) if error else None)
