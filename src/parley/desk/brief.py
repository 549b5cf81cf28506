"""The brief: a part of a record as a document in which every line is cited."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from parley.brief import html, markdown
from parley.desk.outlooks import section_of
from parley.desk.scenarios import outlook_of
from parley.terms.slice import Slice

TITLE = "Brief"


def brief_of(slice: Slice, form: str, title: str | None = None, scenario: Path | None = None) -> str:  # noqa: A002
    """A slice as a page (`html`) or as Markdown (`md`), with an outlook where a scenario's file is given.

    Raises AmissError where the scenario is wrong.
    """
    outlook = section_of(outlook_of(scenario), slice) if scenario else None
    write = markdown if form == "md" else html
    return write(slice, title or title_of(slice), outlook, f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC")


def title_of(slice: Slice) -> str:  # noqa: A002 - the contract's own word
    """A title from what is talked about: the parties of the best told talk, else a plain one."""
    best = max(slice.talks, key=lambda t: len(t.mentions), default=None)
    parties = [slice.name_of(p.actor) for p in best.parties] if best else []
    return f"{TITLE}: {' and '.join(parties[:2])}" if len(parties) > 1 else TITLE
