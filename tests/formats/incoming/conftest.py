"""Somebody who knows nobody: every name is led to an actor of its own."""

from __future__ import annotations

import pytest

from parley.formats.incoming.row import Known, Named
from parley.formats.incoming.slugs import slug
from parley.terms.actor import Actor

COUNTRIES = {"Kenya": "KEN", "KEN": "KEN", "Ethiopia": "ETH", "ETH": "ETH"}


class Strangers:
    """Every name is a new actor; two countries are known."""

    def actor(self, named: Named) -> Actor:
        """The actor of a name."""
        return Actor(slug(named.name), named.name, named.type, self.country(named.country or ""), named.sector)

    def country(self, name: str) -> str | None:
        """A country's code."""
        return COUNTRIES.get(name)


@pytest.fixture(scope="session")
def known() -> Known:
    """Who is known."""
    return Strangers()
