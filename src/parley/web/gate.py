"""The gate: what every request must pass before a page sees it, and the headers that every answer carries."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from http.cookies import CookieError, SimpleCookie
from types import MappingProxyType
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from parley.terms.account import Role
from parley.web.access import Access
from parley.web.sessions import Session, Sessions

COOKIE, VISIT = "parley-session", "parley-visit"
YEAR = 365 * 24 * 3600
UPLOAD, ADDRESS = "/reports/add", "/login"
LARGEST, LARGEST_UPLOAD = 1_000_000, 60_000_000
"""Bytes of a request; that of an upload may be larger."""
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
STATIC = "/static/"
FREE = ("/login", STATIC)
"""What is answered before anybody has said who they are."""
READ_ONLY_DEEDS = frozenset({"/login", "/logout", "/you", "/outlook/try"})
"""What may be sent to a workbench that is only to be read: nothing of it changes the record."""
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-src 'self'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        "Cache-Control": "no-store",
    }
)


class Gate:
    """Host, origin, size, session and role are looked at here; no page needs to remember to."""

    def __init__(self, app: ASGIApp, access: Access, sessions: Sessions) -> None:
        self.app, self.access, self.sessions = app, access, sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        send = _with_headers(send)
        refused = self._refused(scope, headers)
        if refused is not None:
            await refused(scope, receive, send)
            return
        session, new = (None, False) if scope["path"].startswith(STATIC) else self._session(headers)
        scope["session_of"] = session
        if session is not None:
            send = _with_cookies(send, self._cookies(session, new))
        await (self._waits(scope, session) or self.app)(scope, receive, send)

    def _refused(self, scope: Scope, headers: Headers) -> Response | None:
        """What is wrong with a request, whoever sends it."""
        if (name := host_of(headers.get("host", ""))) not in self.access.names:
            return _plain(421, f"The workbench is not called {name!r}. Name it when you start it: --name HOST")
        if scope["method"] in SAFE:
            return None
        if (fault := foreign(headers)) is not None:
            return _plain(403, fault)
        if self.access.read_only and scope["path"] not in READ_ONLY_DEEDS:
            return _plain(403, "This workbench is only to be read. Nothing was changed.")
        return _too_large(headers, LARGEST_UPLOAD if scope["path"] == UPLOAD else LARGEST)

    def _session(self, headers: Headers) -> tuple[Session | None, bool]:
        cookies = cookies_of(headers)
        found = self.sessions.find(cookies.get(COOKIE))
        if found is not None and not self.access.still(found.name, found.stamp):
            self.sessions.end(found)
            found = None
        if found is not None or not self.access.is_open:
            return found, False
        role = Role.READER if self.access.read_only else Role.EDITOR
        return self.sessions.begin(self.access.nobody_named, role, cookies.get(VISIT, "")), True

    def _cookies(self, session: Session, new: bool) -> tuple[str, ...]:
        """The key of a session that begins, and when the last visit was, for the next one."""
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        visit = cookie(VISIT, now, self.access.encrypted, YEAR)
        return (cookie(COOKIE, session.key, self.access.encrypted), visit) if new else (visit,)

    def _waits(self, scope: Scope, session: Session | None) -> Response | None:
        """Where somebody has to say who they are first."""
        if session is not None or scope["path"].startswith(FREE):
            return None
        if scope["method"] in SAFE and not scope["path"].endswith((".json", ".csv")):
            return RedirectResponse(ADDRESS, 303)
        return _plain(401, "Say who you are first, at /login.")


def host_of(given: str) -> str:
    """A Host header's name without its port.

    >>> host_of("127.0.0.1:8000"), host_of("[::1]:8000"), host_of("Bench.Example")
    ('127.0.0.1', '::1', 'bench.example')
    """
    try:
        return (urlsplit(f"//{given}").hostname or "").lower()
    except ValueError:
        return ""


def foreign(headers: Headers) -> str | None:
    """What is wrong with where a request comes from that would change something; None where nothing is."""
    site = headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return "This was sent from another page. Nothing was changed."
    origin = headers.get("origin")
    if origin is None:
        return None  # no browser; the token that each deed carries is looked at as well
    if urlsplit(origin).netloc.lower() != headers.get("host", "").lower():
        return "This was sent from another address. Nothing was changed."
    return None


def cookies_of(headers: Headers) -> dict[str, str]:
    """The cookies of a request; none where they cannot be read."""
    try:
        return {k: v.value for k, v in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def _too_large(headers: Headers, most: int) -> Response | None:
    length = headers.get("content-length")
    if length is None or not length.isdigit():
        return _plain(411, "How long the request is must be said before it is sent.")
    if int(length) > most:
        what = f"{int(length) / 1e6:.0f} MB are more than the {most / 1e6:.0f} MB that may be sent at once."
        return _plain(413, f"{what} Send less at a time, or use `parley read`.")
    return None


def _plain(status: int, words: str) -> Response:
    return PlainTextResponse(words + "\n", status)


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sent


def _with_cookies(send: Send, cookies: tuple[str, ...]) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            for each in cookies:
                MutableHeaders(scope=message).append("Set-Cookie", each)
        await send(message)

    return sent


def cookie(name: str, value: str, encrypted: bool, seconds: int | None = None) -> str:
    """A cookie that no script reads and no other site's page sends."""
    age = f"; Max-Age={seconds}" if seconds is not None else ""
    return f"{name}={value}; Path=/; HttpOnly; SameSite=Strict{age}" + ("; Secure" if encrypted else "")
