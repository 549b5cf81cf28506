"""Addresses of pages. An id may hold anything, so each is quoted whole, and no end of it passes for a form of data."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urlencode

from parley.brief import line_id

JSON, CSV, HTML = ".json", ".csv", ".html"
FORMS = (JSON, CSV, HTML)


def part(id_: str) -> str:
    """An id as the last part of an address.

    >>> part("a b/c"), part("x.json"), part("..")
    ('a%20b%2Fc', 'x.json.html', '...html')
    """
    end = HTML if id_.endswith(FORMS) or not id_.strip(".") else ""
    return quote(id_, safe="", errors="replace") + end


def unpart(text: str) -> tuple[str, str]:
    """The id and the form of data in the last part of an address, as it comes unquoted.

    >>> unpart("x.json.html"), unpart("p1.csv"), unpart("...html"), unpart("p1")
    (('x.json', '.html'), ('p1', '.csv'), ('..', '.html'), ('p1', '.html'))
    """
    for form in FORMS:
        if text.endswith(form):
            return text.removesuffix(form), form
    return text, HTML


def to_report(id_: str, statement: str | None = None) -> str:
    """A report, at the mark of a statement."""
    return f"/reports/{part(id_)}" + (f"#m{line_id(statement)}" if statement is not None else "")


def to_statement(id_: str) -> str:
    """A statement or talk with all that it rests on."""
    return f"/statements/{part(id_)}"


def to_talk(id_: str) -> str:
    """A talk."""
    return f"/talks/{part(id_)}"


def to_actor(id_: str) -> str:
    """An actor."""
    return f"/actors/{part(id_)}"


def to_between(one: str, other: str) -> str:
    """What runs between two actors."""
    return f"/between?{urlencode({'one': one, 'other': other}, errors='replace')}"


def to_found(kind: str, id_: str) -> str:
    """Where something that was found leads."""
    to = {"report": to_report, "actor": to_actor, "talk": to_talk}.get(kind, to_statement)
    return to(id_)


def with_query(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """A path with a query; values that are empty are left out."""
    kept = [(k, v) for k, v in pairs if v != ""]
    return f"{path}?{urlencode(kept, errors='replace')}" if kept else path
