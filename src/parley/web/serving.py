"""Serving the workbench: uvicorn on one address of this machine, for as long as it is wanted."""

from __future__ import annotations

from pathlib import Path

import uvicorn

from parley.desk.bench import Bench
from parley.web.access import Access, check
from parley.web.app import workbench


def serve(
    bench: Bench, access: Access, host: str = "127.0.0.1", port: int = 8717, tls: tuple[Path, Path] | None = None
) -> None:
    """Serve until the keyboard stops it. Raises AmissError for an address that may not be served so."""
    check(host, access)
    certificate, key = (str(p) for p in tls) if tls else (None, None)
    uvicorn.run(
        workbench(bench, access),
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        date_header=False,
        proxy_headers=False,
        ssl_certfile=certificate,
        ssl_keyfile=key,
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=64_000,
    )
