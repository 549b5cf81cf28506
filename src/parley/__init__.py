"""Parley: reports about conflicts and the talks around them, made into a sourced, reviewable record.

>>> import parley
>>> parley.report_of("Talks were held.").state
<ReportState.READ: 'read'>

What is listed here is loaded when it is first used, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from parley.desk.reading import read as read
    from parley.record import Record as Record
    from parley.terms.facts import counts_as_fact as counts_as_fact
    from parley.terms.facts import status_of as status_of
    from parley.terms.report import Report as Report
    from parley.terms.report import report_of as report_of

__version__ = "0.1.0"
__all__ = ["Record", "Report", "__version__", "counts_as_fact", "read", "report_of", "status_of"]

_FROM = {
    "Record": "parley.record",
    "Report": "parley.terms.report",
    "counts_as_fact": "parley.terms.facts",
    "read": "parley.desk.reading",
    "report_of": "parley.terms.report",
    "status_of": "parley.terms.facts",
}


def __getattr__(name: str) -> Any:
    """A public name, loaded from the room that it belongs to. Raises AttributeError for any other."""
    if name not in _FROM:
        raise AttributeError(f"parley has no {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(_FROM[name]), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
