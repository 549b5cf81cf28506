"""A file that is one list of JSON: what another program exported in one piece."""

from __future__ import annotations

import json
from pathlib import Path

from parley.intake.left_out import UnreadableError

LARGEST = 1 << 30
"""Bytes; a list is read in one piece, and takes some five times as much memory."""


def json_list(path: Path) -> list[object]:
    """The items of a file that is one JSON list. Raises UnreadableError."""
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableError("it is larger than a gigabyte", "export it in several files")
        made = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as e:
        raise UnreadableError(f"it cannot be opened ({e.strerror})", "check the name and its permissions") from e
    except (ValueError, RecursionError) as e:
        raise UnreadableError(f"it is no JSON ({e})", "export it again, as JSON") from e
    if not isinstance(made, list):
        raise UnreadableError("it is no list", "export it again, as JSON")
    return made
