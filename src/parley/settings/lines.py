"""Where a TOML key is written: the standard parser gives values without their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

Path = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")
_FENCES = ('"""', "'''")


def line_of(text: str, path: Path) -> int | None:
    r"""The line (from 1) of the key, or of the nearest table around it, that a path names.

    A path is table names, each followed by its number where the table is one of a list, then keys.

    >>> line_of('[a]\nx = 1\n[[b]]\n[[b]]\ny = 2', ("b", 1, "y"))
    5
    >>> line_of('[a]\nx = 1', ("a", "missing"))
    1
    """
    best: tuple[int, int] | None = None
    for number, found in _places(text):
        shared = _shared(found, path)
        if shared == len(found) and (best is None or shared > best[0]):
            best = shared, number
    return best[1] if best else None


def _shared(found: Path, path: Path) -> int:
    count = 0
    for a, b in zip(found, path, strict=False):
        if a != b:
            break
        count += 1
    return count


def _places(text: str) -> Iterator[tuple[int, Path]]:
    table: Path = ()
    counts: dict[Path, int] = {}
    for number, line in _outside_long_strings(text):
        if header := _HEADER.match(line):
            table = _enter(_parts(header[2]), header[1] == "[[", counts)
            yield number, table
        elif key := _KEY.match(line):
            yield number, table + _parts(key[1])


def _enter(names: Path, is_list: bool, counts: dict[Path, int]) -> Path:
    """The full path of a table's header; a `[[list]]` header counts one further."""
    at: Path = ()
    for i, name in enumerate(names):
        at = (*at, name)
        if is_list and i == len(names) - 1:
            counts[at] = counts.get(at, -1) + 1
        if at in counts:
            at = (*at, counts[at])
    return at


def _parts(dotted: str) -> Path:
    return tuple(p.strip().strip("\"'") for p in re.findall(r"\"[^\"]*\"|'[^']*'|[\w-]+", dotted))


def _outside_long_strings(text: str) -> Iterator[tuple[int, str]]:
    """Lines that do not begin inside a multi-line string."""
    inside: str | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if inside is None:
            yield number, line
        rest = line
        while fence := inside or next((f for f in _FENCES if f in rest), None):
            if fence not in rest:
                break
            rest = rest.split(fence, 1)[1]
            inside = None if inside else fence
