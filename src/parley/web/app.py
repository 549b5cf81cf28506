"""The application: every address with the page or the deed behind it, and what is shown when one fails."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractContextManager, asynccontextmanager, nullcontext

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.convertors import Convertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from parley.brief.pictures.style import stylesheet
from parley.desk.amiss import AmissError
from parley.desk.bench import Bench
from parley.desk.judging import OvertakenError
from parley.web import deeds, pages
from parley.web.access import Access
from parley.web.addresses import CSV, HTML, JSON, unpart
from parley.web.answering import answer, as_json, done
from parley.web.asking import Ask, Deed
from parley.web.deeds import DEEDS, Do
from parley.web.forms import fields_and_files
from parley.web.gate import Gate
from parley.web.login import routes as login_routes
from parley.web.pages import PAGES, PAGES_OF_ONE, RAW, Show
from parley.web.reading import Readings
from parley.web.sessions import Session, Sessions, Throttle
from parley.web.templating import render

LOG = logging.getLogger("parley.web")
Endpoint = Callable[[Request], Awaitable[Response]]


class _Whole(Convertor[str]):
    """The rest of an address, line breaks in it included."""

    regex = "(?s:.+)"

    def convert(self, value: str) -> str:
        """As it is."""
        return value

    def to_string(self, value: str) -> str:
        """As it is."""
        return value


register_url_convertor("whole", _Whole())


def workbench(bench: Bench, access: Access | None = None) -> Starlette:
    """The workbench over one record, ready to be served; it closes the record when it ends."""
    access = access or Access(read_only=bench.read_only)
    sessions = Sessions(None if access.is_open else bench.sessions)
    readings = Readings(bench)
    app = Starlette(
        routes=_routes(),
        middleware=[Middleware(Gate, access=access, sessions=sessions)],
        exception_handlers={AmissError: _amiss, HTTPException: _http, Exception: _fault},
        lifespan=_lifespan,
    )
    app.state.bench, app.state.access, app.state.sessions, app.state.readings = bench, access, sessions, readings
    app.state.throttle = Throttle()
    return app


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    yield
    app.state.readings.stop()
    app.state.bench.close()


def _routes() -> list[BaseRoute]:
    routes: list[BaseRoute] = [Route("/static/pictures.css", _pictures)]
    routes.append(Mount("/static", StaticFiles(packages=[("parley.web", "static")])))
    routes += login_routes()
    routes += [Route(path, _raw(show)) for path, show in RAW.items()]
    routes += [Route(path, _deed(do), methods=["POST"]) for path, do in DEEDS.items()]
    for path, show in PAGES.items():
        routes += [Route(path, _page(show, HTML)), *(Route(_data(path) + f, _page(show, f)) for f in (JSON, CSV))]
    routes += [Route(f"{path}/{{id:whole}}", _page_of_one(show)) for path, show in PAGES_OF_ONE.items()]
    return routes


def _data(path: str) -> str:
    return "/home" if path == "/" else path


def _page(show: Show, form: str) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(_shown, request, show, form, "")

    return endpoint


def _page_of_one(show: Show) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        id_, form = unpart(request.path_params["id"])
        return await run_in_threadpool(_shown, request, show, form, id_)

    return endpoint


def _shown(request: Request, show: Show, form: str, id_: str) -> Response:
    with _at_work(request, free=show in pages.FREE) as record:
        ask = ask_of(request, record, id_)
        return answer(ask, show(ask), form)


def _at_work(request: Request, free: bool) -> AbstractContextManager[object]:
    """The record for one thing at a time; nothing for what does not ask it."""
    return nullcontext() if free else request.app.state.bench.at_work()


def _raw(show: Callable[[Ask], Response]) -> Endpoint:
    """A page that makes its own answer."""

    def shown(request: Request) -> Response:
        with request.app.state.bench.at_work() as record:
            return show(ask_of(request, record, ""))

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(shown, request)

    return endpoint


def ask_of(request: Request, record: object, id_: str = "") -> Ask:
    """A request as a page sees it."""
    state = request.app.state
    query = tuple(request.query_params.multi_items())
    session: Session = request.scope["session_of"]
    return Ask(request.url.path, query, session, state.bench, state.access, record, state.readings, id_)  # type: ignore[arg-type]


def _deed(do: Do) -> Endpoint:
    def made(request: Request, fields: dict[str, tuple[str, ...]], files: tuple[tuple[str, bytes], ...]) -> Response:
        with _at_work(request, free=do in deeds.FREE) as record:
            deed = Deed(ask_of(request, record), fields, files, by_script=wants_json(request))
            return done(do(deed), deed.by_script)

    async def endpoint(request: Request) -> Response:
        fields, files = await fields_and_files(request)
        return await run_in_threadpool(made, request, fields, files)

    return endpoint


def wants_json(request: Request) -> bool:
    """Whether a script asks, or a person's browser."""
    return "application/json" in request.headers.get("accept", "") or request.url.path.endswith(JSON)


async def _pictures(request: Request) -> Response:  # noqa: ARG001 - an endpoint's form
    return Response(stylesheet(), media_type="text/css; charset=utf-8")


async def _amiss(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, AmissError)
    status = 409 if isinstance(fault, OvertakenError) else 400
    return await run_in_threadpool(_error, request, status, fault.what, fault.remedy)


async def _http(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)
    if fault.status_code == 404:
        return await run_in_threadpool(_error, request, 404, "there is no such page", "Begin at Home, or search.")
    return await run_in_threadpool(_error, request, fault.status_code, str(fault.detail), "Load the page anew.")


async def _fault(request: Request, fault: Exception) -> Response:
    """A fault of Parley's own: what it was stands in the terminal, never on the page."""
    LOG.error("%s: %s", request.url.path, fault, exc_info=fault)
    what = "this is a fault of Parley's own"
    remedy = "What it was stands in the terminal in which the workbench runs. Please report it."
    return await run_in_threadpool(_error, request, 500, what, remedy)


def _error(request: Request, status: int, what: str, remedy: str) -> Response:
    session = request.scope.get("session_of")
    if session is None:
        return PlainTextResponse(f"{what}\n{remedy}\n", status)
    if wants_json(request):
        return as_json({"what": what, "remedy": remedy}, status)
    page = render("error", ask_of(request, None), title="Not so", what=what, remedy=remedy, status=status)
    return Response(page, status, media_type="text/html; charset=utf-8")
