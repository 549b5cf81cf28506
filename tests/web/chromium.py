"""Debian's Chromium, a workbench that is served, and somebody who looks at it: fixtures for what needs a browser."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from parley.desk.bench import Bench
from parley.web import workbench
from parley.web.access import Access

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update",
    "--disable-background-networking", "--disable-sync", "--lang=en-GB",
)  # fmt: skip
REQUIRED = "PARLEY_BROWSER"
"""Set where a browser must be there, as in CI."""
Look = Callable[..., BrowserContext]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The browser; skipped where there is none, but never where one is required."""
    if CHROMIUM is None and os.environ.get(REQUIRED):
        pytest.fail("no Chromium on the PATH, and PARLEY_BROWSER says that there must be one")
    if CHROMIUM is None:
        pytest.skip("no Chromium on the PATH: install it (Debian: apt-get install chromium) to try the pages")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield made
        made.close()


@pytest.fixture
def served(bench: Bench) -> Iterator[str]:
    """The address of a workbench that is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = uvicorn.Config(workbench(bench, Access(nobody_named="anna")), port=port, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def look(chromium: Browser, served: str) -> Iterator[Look]:
    """Somebody who looks at it; what goes wrong in the browser, or leaves the machine, fails the test."""
    open_now: list[BrowserContext] = []
    amiss: list[str] = []

    def at(width: int = 1440, scheme: Any = "light", **more: Any) -> BrowserContext:
        made = chromium.new_context(
            base_url=served, viewport={"width": width, "height": 900}, color_scheme=scheme, **more
        )
        made.on("console", lambda m: amiss.append(f"{m.type}: {m.text}") if m.type in ("error", "warning") else None)
        made.on("weberror", lambda e: amiss.append(str(e.error)))
        made.on("request", lambda r: amiss.append(f"leaves: {r.url}") if not r.url.startswith(served) else None)
        open_now.append(made)
        return made

    yield at
    for each in open_now:
        each.close()
    assert [a for a in amiss if "409" not in a and "ERR_FAILED" not in a] == []
