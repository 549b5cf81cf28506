"""What a person sends: fields and files, within bounds, and only with the token of their own page."""

from __future__ import annotations

from hmac import compare_digest

from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request

from parley.desk.amiss import AmissError
from parley.web.sessions import Session

FILES, FIELDS = 60, 400
LONGEST = 900_000
"""Bytes of one field: a pasted report is one."""
TOKEN, HEADER = "csrf", "x-csrf-token"
Sent = tuple[dict[str, tuple[str, ...]], tuple[tuple[str, bytes], ...]]


async def fields_and_files(request: Request) -> Sent:
    """The fields, and the files by name. Raises AmissError where too much is sent, or by another page."""
    try:
        async with request.form(max_files=FILES, max_fields=FIELDS, max_part_size=LONGEST) as form:
            fields: dict[str, list[str]] = {}
            files: list[tuple[str, bytes]] = []
            for name, value in form.multi_items():
                if isinstance(value, str):
                    fields.setdefault(name, []).append(value)
                elif value.filename:
                    files.append((value.filename, await value.read()))
    except (MultiPartException, HTTPException, ValueError) as e:
        raise AmissError("what was sent cannot be read", f"Send less at a time, and as a form ({e}).") from e
    except ClientDisconnect as e:
        raise AmissError("the connection was lost while it was sent", "Send it again.") from e
    known = {name: tuple(values) for name, values in fields.items()}
    _check(request, known)
    return known, tuple(files)


def _check(request: Request, fields: dict[str, tuple[str, ...]]) -> None:
    session: Session | None = request.scope["session_of"]
    given = fields.get(TOKEN, (request.headers.get(HEADER, ""),))[0]
    if session is None or not compare_digest(given.encode(), session.csrf.encode()):
        raise AmissError("this was not sent from a page of your own session", "Load the page anew, and send it again.")
