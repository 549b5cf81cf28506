"""Saying who one is, and leaving."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from parley.desk.amiss import AmissError
from parley.terms.account import Role
from parley.web.forms import fields_and_files
from parley.web.gate import COOKIE, VISIT, cookie, cookies_of
from parley.web.sessions import Throttle
from parley.web.templating import environment

LONGEST_NAME = 60


def routes() -> list[Route]:
    """The addresses of this module."""
    return [
        Route("/login", show, methods=["GET"]),
        Route("/login", enter, methods=["POST"]),
        Route("/logout", leave, methods=["POST"]),
        Route("/you", rename, methods=["POST"]),
    ]


async def show(request: Request) -> Response:
    """The page on which one says who one is; where nobody needs to, it leads home."""
    if request.app.state.access.is_open:
        return RedirectResponse("/", 303)
    return _page("")


async def enter(request: Request) -> Response:
    """Let somebody in by name and password, or by the token."""
    form = await request.form(max_files=0, max_fields=10, max_part_size=5000)
    name, secret = str(form.get("name", "")).strip()[:LONGEST_NAME], str(form.get("password", ""))
    throttle: Throttle = request.app.state.throttle
    whom = (f"name {name}", f"from {request.client.host if request.client else ''}")
    if throttle.must_wait(*whom):
        return _page("Too many wrong tries. Wait half a minute.", 429)
    found = await run_in_threadpool(request.app.state.access.entered, name, secret)
    if found is None or not name:
        throttle.wrong(*whom)
        return _page("Name and password do not belong together.", 403)
    throttle.right(*whom)
    role = Role.READER if request.app.state.access.read_only else found[0]
    since = cookies_of(request.headers).get(VISIT, "")
    session = request.app.state.sessions.begin(name, role, since, found[1])
    answer = RedirectResponse("/", 303)
    answer.headers.append("Set-Cookie", cookie(COOKIE, session.key, request.app.state.access.encrypted))
    return answer


async def leave(request: Request) -> Response:
    """End the session."""
    await fields_and_files(request)
    request.app.state.sessions.end(request.scope["session_of"])
    answer = RedirectResponse("/login", 303)
    answer.headers.append("Set-Cookie", cookie(COOKIE, "", request.app.state.access.encrypted, 0))
    return answer


async def rename(request: Request) -> Response:
    """Say by which name one decides; where there are accounts, the account says so."""
    fields, _ = await fields_and_files(request)
    name = fields.get("name", ("",))[0].strip()
    if not request.app.state.access.is_open:
        raise AmissError("your name is that of your account", "Leave, and enter with another account.")
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise AmissError(f"{name[:LONGEST_NAME]!r} is no name", f"Type one of up to {LONGEST_NAME} characters.")
    request.scope["session_of"].name = name
    back = fields.get("back", ("/",))[0]
    return RedirectResponse(back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/", 303)


def _page(fault: str, status: int = 200) -> Response:
    text = environment().get_template("login.html.j2").render(fault=fault)
    return Response(text, status, media_type="text/html; charset=utf-8")
