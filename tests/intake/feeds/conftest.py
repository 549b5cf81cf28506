"""A site for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.intake.feeds.server import Site, serving

from parley.intake.feeds import Polite


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server on this machine."""
    with serving() as made:
        yield made


@pytest.fixture
def polite() -> Polite:
    """One that may ask this machine, and does not wait."""
    return Polite(("127.0.0.1",), pause=0)
