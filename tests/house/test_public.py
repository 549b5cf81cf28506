"""`import parley` offers what the documents say."""

import pytest

import parley


@pytest.mark.parametrize("name", [n for n in parley.__all__ if n not in ("Record", "read")])
def test_public_names_are_there(name: str) -> None:
    """Each public name can be had, and is listed."""
    assert getattr(parley, name) is not None
    assert name in dir(parley)


def test_heavy_public_names_are_there() -> None:
    """The record and the reading function come from their rooms."""
    assert parley.Record.__module__.startswith("parley.record")
    assert callable(parley.read)


def test_other_names_are_refused() -> None:
    """A name that is not public says which are."""
    with pytest.raises(AttributeError, match="it has Record"):
        _ = parley.utils
