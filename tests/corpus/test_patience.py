"""Patience: what takes too long is ended, in any thread, and what is in time is left alone."""

from __future__ import annotations

import threading
import time

import pytest

from parley.corpus.patience import TooLongError, patience


def work(seconds: float) -> None:
    """Something that a stage of a reader could do: it takes no exception for more than a fault of its own."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            time.sleep(0.001)
        except Exception as e:  # as stages do
            raise AssertionError from e


def test_what_takes_too_long_is_ended() -> None:
    """Long before it would have ended."""
    start = time.monotonic()
    with pytest.raises(TooLongError), patience(0.05):
        work(60)
    assert time.monotonic() - start < 30


def test_in_another_thread_too() -> None:
    """Workers of a cluster read in threads."""
    ended: list[str] = []

    def run() -> None:
        try:
            with patience(0.05):
                work(60)
        except TooLongError:
            ended.append("too long")

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(30)
    assert ended == ["too long"]


@pytest.mark.parametrize("seconds", [0, 60])
def test_what_is_in_time_is_left_alone(seconds: float) -> None:
    """Nothing is raised within or after; 0 is forever."""
    with patience(seconds):
        work(0.01)
    work(0.01)


def test_nothing_strikes_afterwards() -> None:
    """However close the end comes to the limit, what follows is not struck."""
    for n in range(30):
        try:
            with patience(0.002):
                work(0.0005 * (n % 6))
        except TooLongError:
            pass
        work(0.001)
