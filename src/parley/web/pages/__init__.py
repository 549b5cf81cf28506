"""Pages: one module each, which asks the desk and says with which template the answer is shown."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from starlette.responses import Response

from parley.web.answering import View
from parley.web.asking import Ask
from parley.web.pages import (
    actors,
    brief,
    claims,
    coding,
    helping,
    home,
    network,
    outlooks,
    places,
    reports,
    review,
    search,
    statements,
    talks,
    timeline,
)

Show = Callable[[Ask], View]
PAGES: Mapping[str, Show] = MappingProxyType(
    {
        "/": home.home,
        "/reports": reports.shelf,
        "/talks": talks.talk_list,
        "/actors": actors.actor_list,
        "/claims": claims.claims,
        "/search": search.search,
        "/timeline": timeline.timeline,
        "/network": network.network,
        "/between": network.between,
        "/map": places.places,
        "/review": review.queue,
        "/review/merges": review.merges,
        "/history": review.history,
        "/coding": coding.coding,
        "/outlook": outlooks.shelf,
        "/forecasts": outlooks.forecasts,
        "/brief": brief.brief,
        "/help": helping.helping,
    }
)
"""Addresses of views; each has its data at the same address with .json and .csv."""
PAGES_OF_ONE: Mapping[str, Show] = MappingProxyType(
    {
        "/reports": reports.report,
        "/talks": talks.talk,
        "/actors": actors.actor,
        "/statements": statements.statement,
        "/coding": coding.report,
        "/outlook": outlooks.outlook,
    }
)
"""The same of one thing, whose id is the last part of the address."""
FREE: frozenset[object] = frozenset({outlooks.shelf, outlooks.outlook, helping.helping})
"""Pages that do not ask the record, and so keep nobody waiting."""
RAW: Mapping[str, Callable[[Ask], Response]] = MappingProxyType(
    {
        "/reading.json": home.reading,
        "/review/since.json": review.since,
        "/review/item.json": review.item,
        "/review/next.json": review.next_one,
        "/brief/preview": brief.preview,
        "/brief/file": brief.file,
    }
)
"""Addresses that make their own answer."""
