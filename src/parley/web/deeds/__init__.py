"""Deeds: what a person can have done, one module a noun. Each says where the browser goes on."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from parley.web.answering import Done
from parley.web.asking import Deed
from parley.web.deeds import coding, outlooks, reports, review

Do = Callable[[Deed], Done]
DEEDS: Mapping[str, Do] = MappingProxyType(
    {
        "/reports/add": reports.add,
        "/reports/statement": reports.statement,
        "/reports/mark": reports.mark,
        "/review/decide": review.decide,
        "/review/edit": review.edit,
        "/review/undo": review.undo,
        "/review/several": review.several,
        "/review/merge": review.merge,
        "/review/apart": review.apart,
        "/coding/assign": coding.assign,
        "/coding/decide": coding.decide,
        "/coding/finish": coding.finish,
        "/coding/adjudicate": coding.adjudicate,
        "/outlook/try": outlooks.attempt,
        "/outlook/save": outlooks.save,
        "/outlook/draft": outlooks.draft,
        "/forecasts/add": outlooks.forecast,
        "/forecasts/settle": outlooks.settle,
    }
)
"""Addresses that a form is sent to."""
FREE: frozenset[object] = frozenset({outlooks.attempt, outlooks.save})
"""Deeds that do not ask the record."""
