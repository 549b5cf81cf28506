"""Drafting a scenario from a talk, into a file beside the record."""

from __future__ import annotations

import re
import tomllib
from itertools import chain, count
from pathlib import Path

from parley.desk.scenarios import drafted
from parley.desk.views.outlook import written
from parley.record import Record

_LONGEST = 48
"""Characters of a file's name that are taken from a talk's title."""


def draft(record: Record, folder: Path, talk: str) -> Path:
    """Draft a scenario from a talk into a new file, named after the talk; none is written over. Raises AmissError."""
    text = drafted(record, talk)
    title = str(tomllib.loads(text).get("scenario", {}).get("title", ""))
    stem = "-".join(re.findall("[a-z0-9]+", title.lower()))[:_LONGEST].strip("-") or "talks"
    taken = {p.stem for p in folder.glob("*.toml")}
    new = next(n for n in chain((stem,), (f"{stem}-{i}" for i in count(2))) if n not in taken)
    return written(folder, new, text)
