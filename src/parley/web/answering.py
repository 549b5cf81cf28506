"""Answers: one value as a page, as JSON, or as CSV that no spreadsheet runs."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import Any

from markupsafe import Markup
from starlette.responses import RedirectResponse, Response

from parley.desk.tables import Cell, Table
from parley.web.addresses import CSV, JSON
from parley.web.asking import Ask
from parley.web.templating import render

_NOTHING: Mapping[str, Any] = MappingProxyType({})
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class View:
    """What a page shows: its template, its data (a frozen value of the desk), the same as a table, and the rest.

    `more` is for the page alone: words of the page itself, never data.
    """

    template: str
    title: str
    data: Any
    table: Table
    more: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)
    status: int = 200


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a deed: where a browser goes on, and what a script is told."""

    to: str
    told: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)
    status: int = 200


def answer(ask: Ask, view: View, form: str) -> Response:
    """A view in the form that is asked for."""
    if form == JSON:
        return as_json(plain(view.data), view.status)
    if form == CSV:
        name = "".join(c for c in view.title.lower() if c.isascii() and c.isalnum()) or "table"
        sent = {"Content-Disposition": f'attachment; filename="{name[:40]}.csv"'}
        return Response(as_csv(view.table), view.status, sent, "text/csv; charset=utf-8")
    page = render(view.template, ask, title=view.title, data=view.data, **view.more)
    return Response(page, view.status, media_type="text/html; charset=utf-8")


def done(found: Done, by_script: bool) -> Response:
    """A deed's answer: a page goes on to the next, a script is told."""
    return as_json(plain(found.told), found.status) if by_script else RedirectResponse(found.to, 303)


def as_json(value: Any, status: int = 200) -> Response:
    """A value as JSON; a lone surrogate is written as an escape."""
    return Response(json.dumps(value), status, media_type="application/json")


def plain(value: Any) -> Any:
    """A frozen value as what JSON can hold; pictures are left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = [f.name for f in dataclasses.fields(value)]
        return {n: plain(v) for n in fields if not isinstance(v := getattr(value, n), Markup | Table)}
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(v) for v in value]
    return value.value if isinstance(value, Enum) else value


def as_csv(table: Table) -> bytes:
    """A table as CSV with a byte order mark: spreadsheets take it for a local encoding without."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([safe(cell) for cell in row] for row in table.rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def safe(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula.

    >>> safe("=1+1"), safe(" @x"), safe(-1), safe("a")
    ("'=1+1", "' @x", -1, 'a')
    """
    if not isinstance(cell, str):
        return cell
    text = cell.replace("\0", "")
    return f"'{text}" if text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text
