"""Where a record lies: a file's path, or the address of a database on a PostgreSQL server."""

from __future__ import annotations

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from parley.record.errors import RecordError

DRIVER = "postgresql+psycopg"
SCHEMES = ("postgresql", "postgres", DRIVER)
EXAMPLE = "postgresql://USER@HOST/DATABASE"
_SECRETS = ("password", "sslpassword", "passfile")


def is_address(place: str) -> bool:
    """Whether a place is meant as an address, not as a path.

    >>> is_address("postgresql://ana@db.example.org/talks"), is_address("talks.db")
    (True, False)
    """
    return "://" in place


def url_of(address: str) -> URL:
    """An address taken apart. Raises RecordError, which never repeats it: there may be a password in it."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):  # their words repeat what was typed
        raise RecordError(
            f"this is no address of a record. Write it so: {EXAMPLE} (what is no letter or digit in a password as %XX)."
        ) from None
    if url.drivername not in SCHEMES:
        raise RecordError(
            f"{url.drivername}: Parley keeps records in files and on PostgreSQL alone. Name a file, or {EXAMPLE}."
        )
    return url.set(drivername=DRIVER)


def shown(place: str) -> str:
    """A place as it may be printed and kept in logs: an address without its password.

    >>> shown("postgresql://ana:secret@db.example.org/talks?password=secret")
    'postgresql://ana@db.example.org/talks'
    """
    if not is_address(place):
        return place
    url = url_of(place)
    bare = URL.create(
        "postgresql",
        username=url.username,
        host=url.host,
        port=url.port,
        database=url.database,
        query={k: v for k, v in url.query.items() if k not in _SECRETS},
    )
    return bare.render_as_string()
