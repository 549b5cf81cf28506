"""Telling how a run goes: time left and speed, a log of JSON lines, counters in the form of Prometheus."""

from __future__ import annotations

import datetime as dt
import json
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from parley.corpus.faults import CorpusError, extra
from parley.corpus.making import Made

LOG = logging.getLogger("parley.corpus")
Progress = Callable[[str, int, int | None], None]
LOOPBACK = "127.0.0.1"


class AsJson(logging.Formatter):
    """A log's record as one JSON object: `at`, `level`, `event`, and the event's own fields."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        at = dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds")
        told = {"at": at, "level": record.levelname.lower(), "event": record.getMessage()}
        return json.dumps({**told, **getattr(record, "told", {})}, default=str)


@contextmanager
def logged(path: Path | None) -> Iterator[None]:
    """Write the log's lines behind those of a file, meanwhile. Raises CorpusError where it cannot be written."""
    if path is None:
        yield
        return
    try:
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError as e:
        raise CorpusError(f"{path}: no log can be written there ({e.strerror})", "Name another: --log FILE") from e
    handler.setFormatter(AsJson())
    before = LOG.level, LOG.propagate
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
    try:
        yield
    finally:
        LOG.level, LOG.propagate = before
        LOG.removeHandler(handler)
        handler.close()


def log(event: str, **told: Any) -> None:
    """Note an event with its fields."""
    LOG.info(event, extra={"told": told})


@dataclass(slots=True)
class Telling:
    """What was done in this run; tells of it after each part."""

    progress: Progress
    total: int | None = None
    counters: Counters | None = None
    began: float = field(default_factory=time.monotonic)
    counts: dict[str, int] = field(default_factory=dict)

    def part(self, made: Made, units: int) -> None:
        """A part was written; `units` of the source are done with it."""
        for name, count in (*made.counts.items(), ("units", units)):
            self.counts[name] = self.counts.get(name, 0) + count
        left = self.seconds_left
        log(
            "part", part=made.name, seconds=round(made.seconds, 3), cpu=round(made.cpu, 3), counts=dict(made.counts),
            reports_a_second=round(self.rate("reports"), 2), words_a_second=round(self.rate("words"), 1),
            seconds_left=None if left is None else round(left),
        )  # fmt: skip
        if self.counters is not None:
            self.counters.part(made)
        self.progress(self.speed, self.done, self.total)

    def passed(self, units: int) -> None:
        """So many units of the source are known already."""
        self.counts["passed"] = units

    def anew(self) -> None:
        """Another run begins: what was done before, and the time until now, are no part of it."""
        self.counts.clear()
        self.began = time.monotonic()

    @property
    def done(self) -> int:
        """Units of the source that are done with."""
        return self.counts.get("units", 0) + self.counts.get("passed", 0)

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return max(time.monotonic() - self.began, 1e-6)

    def rate(self, of: str) -> float:
        """So many a second, since the run began."""
        return self.counts.get(of, 0) / self.seconds

    @property
    def speed(self) -> str:
        """How fast it goes, in words."""
        return f"reading, {self.rate('reports'):,.1f} reports/s, {self.rate('words'):,.0f} words/s"

    @property
    def seconds_left(self) -> float | None:
        """How long the rest will take at this speed; None where that is not known."""
        rate = self.rate("units")
        return (self.total - self.done) / rate if self.total is not None and rate > 0 else None


class Counters:
    """Counters for Prometheus, in a registry of their own."""

    def __init__(self) -> None:
        with extra():
            from prometheus_client import CollectorRegistry, Counter, Histogram
        self.registry = CollectorRegistry()
        r = self.registry
        self._reports = Counter("parley_reports", "Reports done with", ["outcome"], registry=r)
        self._words = Counter("parley_words", "Words of reports", registry=r)
        self._found = Counter("parley_found", "What was found in reports", ["kind"], registry=r)
        self._parts = Counter("parley_parts", "Parts written", registry=r)
        self._seconds = Histogram(
            "parley_part_seconds", "How long a part took to read", registry=r,
            buckets=(1, 3, 10, 30, 60, 120, 300, 600, 1800),
        )  # fmt: skip

    def part(self, made: Made) -> None:
        """A part was written."""
        for outcome in ("read", "unread", "left_out"):
            self._reports.labels(outcome).inc(made.counts[outcome])
        for kind in ("proposals", "statements", "talks"):
            self._found.labels(kind).inc(made.counts[kind])
        self._words.inc(made.counts["words"])
        self._parts.inc()
        self._seconds.observe(made.seconds)


@contextmanager
def served(port: int | None) -> Iterator[Counters | None]:
    """Counters that this machine can ask for at `/metrics`; None where no port is given. Raises CorpusError."""
    if port is None:
        yield None
        return
    counters = Counters()
    from prometheus_client import start_http_server

    try:
        server, thread = start_http_server(port, addr=LOOPBACK, registry=counters.registry)
    except OSError as e:
        raise CorpusError(f"port {port} cannot be listened at ({e.strerror})", "Name another: --metrics PORT") from e
    try:
        yield counters
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
