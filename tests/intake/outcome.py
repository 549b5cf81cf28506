"""What reading comes to where it may be refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from parley.intake.left_out import UnreadableError

P = ParamSpec("P")
T = TypeVar("T")


def outcome(read: Callable[P, T], *given: P.args, **named: P.kwargs) -> T | UnreadableError:
    """What is read, or why it is not: then with what to do. Anything else that is raised is a fault."""
    try:
        return read(*given, **named)
    except UnreadableError as e:
        return told_of(e)


def told_of(error: UnreadableError) -> UnreadableError:
    """The error, once it is seen to say why, and what to do."""
    assert error.why
    assert error.remedy
    return error
