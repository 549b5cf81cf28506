"""What stops a corpus: said with what to do, for the desk to pass on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class CorpusError(Exception):
    """Something that stops the whole run: `what` it is, with its place, and the `remedy`."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy


@contextmanager
def extra() -> Iterator[None]:
    """A library that comes with the extra `corpus`, missed by name and with what to type. Raises CorpusError."""
    try:
        yield
    except ImportError as e:
        raise CorpusError(
            f"this needs {e.name or 'a library'}, which is not installed", "Type: pip install 'parley[corpus]'"
        ) from e
