"""A web server on this machine for tests: pages by path, what was asked for noted."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Site:
    """Pages by path: status, body and headers. `asked` are the paths that were asked for, with their headers."""

    pages: dict[str, tuple[int, bytes, dict[str, str]]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    address: str = ""

    def put(self, path: str, body: str | bytes = b"", status: int = 200, **headers: str) -> None:
        """A page; headers with _ for -."""
        data = body.encode() if isinstance(body, str) else body
        self.pages[path] = (status, data, {k.replace("_", "-"): v for k, v in headers.items()})

    def paths(self) -> list[str]:
        """The paths that were asked for."""
        return [path for path, _ in self.asked]


@contextmanager
def serving() -> Iterator[Site]:
    """A site for as long as it is needed."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told = {k.lower(): v for k, v in self.headers.items()}
            site.asked.append((self.path, told))
            status, body, headers = site.pages.get(self.path, (404, b"", {}))
            if headers.get("ETag") and told.get("if-none-match") == headers["ETag"]:
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Nothing to the terminal."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
