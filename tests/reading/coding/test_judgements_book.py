"""The codebooks of judgements and estimates: degrees in their order, and entries that cannot be used named."""

from __future__ import annotations

from itertools import pairwise

import pytest

from parley.reading.coding import estimates, judgements_book
from parley.reading.coding.rows import EntryError

ESTIMATES = {e.id: e for e in estimates.shipped().words.entries}


def test_a_range_has_its_basis() -> None:
    """An estimate has a whole range and its basis, never a point, or none at all."""
    ranges = [e.range for e in ESTIMATES.values() if e.range is not None]
    assert all(0 <= r.low < r.high <= 1 and r.basis for r in ranges)


def test_the_degrees_run_in_order() -> None:
    """From unlikely to likely, no degree's range lies below that of a lesser degree."""
    order = ("minuscule", "remote", "very-unlikely", "unlikely", "even", "likely", "very-likely", "almost-certain")
    ranges = [r for id_ in order if (r := ESTIMATES[id_].range) is not None]
    assert len(ranges) == len(order)
    assert all(a.low <= b.low and a.high <= b.high for a, b in pairwise(ranges))


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ('verdict = "splendid"', "splendid"),
        ('verdict = "success"\nabout = ["roof"]', "'roof'"),
        ('verdict = "success"\nof = ["@ghosts"]', "@ghosts"),
    ],
)
def test_a_wrong_entry_is_named(entry: str, says: str) -> None:
    """A judgement that cannot be used is refused with its file, its id and what is wrong."""
    text = f'[[judgement]]\nid = "x"\n{entry}\nexample = ["A is good.", "A"]\ntrap = "No."\n'
    with pytest.raises(EntryError, match=says) as told:
        judgements_book.build(text, judgements_book.FILE)
    assert judgements_book.FILE in str(told.value)
    assert "'x'" in str(told.value)


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ('verdict = "likely"\nlow = 0.5', "basis"),
        ('verdict = "likely"\nlow = 0.9\nhigh = 0.2\nbasis = "b"', "below its 'high'"),
        ('verdict = "likely"\nopposite = "y"', "'y' is the id of no estimate"),
    ],
)
def test_a_wrong_estimate_is_named(entry: str, says: str) -> None:
    """An estimate that cannot be used is refused with its file, its id and what is wrong."""
    text = f'[[estimate]]\nid = "x"\nadverbs = ["surely"]\n{entry}\nexample = ["A is likely.", "A"]\ntrap = "No."\n'
    with pytest.raises(EntryError, match=says) as told:
        estimates.build(text, estimates.FILE)
    assert estimates.FILE in str(told.value)
    assert "'x'" in str(told.value)
