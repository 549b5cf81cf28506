"""Takes the workbench's pictures in docs/pictures anew, from the demo's record, in an installed Chromium.

Run by `make pictures`; Playwright comes with the development dependencies.
"""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn
from playwright.sync_api import Page, sync_playwright

from parley.desk.bench import Bench
from parley.desk.demo import demo
from parley.web import Access, workbench

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
WIDTH, HEIGHT = 1200, 760
SHOWN = {
    "home": "/",
    "talks": "/talks",
    "actor": "/actors/taliban",
    "claims": "/claims",
    "timeline": "/timeline",
    "network": "/network",
    "map": "/map",
    "review": "/review",
    "outlook": "/outlook/tehran-2022",
}


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a workbench over the demo's record."""
    made = demo(folder, lambda *_: None)
    bench = Bench(made.record)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = workbench(bench, Access(nobody_named="anna"))
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


def take(page: Page, name: str, path: str) -> None:
    """One picture."""
    page.goto(path)
    page.wait_for_timeout(400)
    page.screenshot(path=FOLDER / f"{name}.png")
    print(f"wrote {name}.png")


def main() -> None:
    """Run the demo in a folder of its own, and photograph each main page."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise SystemExit(f"No browser found. Install Chromium; one must be on the PATH: {', '.join(BROWSERS)}")
    with TemporaryDirectory() as folder, served(Path(folder)) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--headless", "--no-sandbox"])
        page = chromium.new_page(base_url=address, viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        for name, path in SHOWN.items():
            take(page, name, path)
        reports = page.request.get("/reports.json").json()["reports"]
        told = next(r for r in reports if "table in Tehran" in r["title"])
        take(page, "report", f"/reports/{told['id']}")
        chromium.close()


if __name__ == "__main__":
    main()
