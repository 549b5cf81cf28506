"""A workbench over a small record, and a browser's side of it without a browser."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.conftest import PatternReader
from tests.web.chromium import chromium, look, served
from tests.web.telling import tell

from parley import samples
from parley.desk.bench import Bench
from parley.web import workbench
from parley.web.access import Access

__all__ = ["HERE", "Browser", "Sit", "chromium", "look", "served"]
HERE = "http://127.0.0.1"


@dataclass
class Browser:
    """A session at a workbench, which sends the token that its pages carry."""

    client: TestClient
    token: str = ""

    def get(self, path: str, **more: Any) -> Any:
        """A page."""
        answer = self.client.get(path, **more)
        found = re.search(r'data-csrf="([^"]+)"', answer.text)
        self.token = found[1] if found else self.token
        return answer

    def post(self, path: str, fields: dict[str, Any] | None = None, **more: Any) -> Any:
        """A form sent, told as to a script."""
        if not self.token:
            self.get("/help")
        headers = {"accept": "application/json", "origin": HERE, **more.pop("headers", {})}
        return self.client.post(path, data={"csrf": self.token, **(fields or {})}, headers=headers, **more)


@pytest.fixture
def bench(tmp_path: Path, pattern_reader: PatternReader) -> Iterator[Bench]:
    """A record that tells every form, with a scenario beside it."""
    made = Bench(tmp_path / "talks.db", readers_of=lambda: [pattern_reader])
    shutil.copy(samples.folder().parent / "scenarios" / "tehran-2022.toml", tmp_path)
    with made.at_work() as record:
        tell(record)
    yield made
    made.close()


@pytest.fixture
def empty(tmp_path: Path, pattern_reader: PatternReader) -> Iterator[Bench]:
    """A record with nothing in it."""
    made = Bench(tmp_path / "empty.db", readers_of=lambda: [pattern_reader])
    yield made
    made.close()


Sit = Callable[..., Browser]


@pytest.fixture
def sit() -> Sit:
    """Sits somebody down at a bench, as many as are wanted at the same one."""
    apps: dict[int, Any] = {}

    def down(bench: Bench, access: Access | None = None) -> Browser:
        app = apps.setdefault(id(bench), workbench(bench, access))
        return Browser(TestClient(app, base_url=HERE, follow_redirects=False, raise_server_exceptions=False))

    return down


@pytest.fixture
def browser(bench: Bench, sit: Sit) -> Browser:
    """Somebody at the small record."""
    return sit(bench)
