"""A property worked out when first asked for."""

from __future__ import annotations

from parley.reading.lazy import lazy


class _Counted:
    def __init__(self) -> None:
        self.times = 0

    @lazy
    def answer(self) -> int:
        """The answer."""
        self.times += 1
        return 42


def test_it_is_worked_out_once_for_each_object() -> None:
    """What the method gave is kept with the object; another object has its own."""
    one, other = _Counted(), _Counted()
    assert (one.answer, one.answer, one.times, other.times) == (42, 42, 1, 0)
