"""Gold in the short form that people write, from lines to rows of gold (docs/how-to/measure.md).

    #P ID DAY STYLE                          a passage begins; DAY is when it was published
    TEXT …                                   its text, on one line
    acts PERSON=STATE; ORGAN=STATE           who acts for whom
    E ANCHOR :: TYPE/MODE | … :: ACTORS | … :: RECIPIENTS | … :: REALITY | … :: VOICES | … :: DATE :: PLACE :: opt
    T ANCHOR :: PARTIES :: MEDIATORS :: HOSTS :: VENUE :: DATE :: OUTCOME
    I ANCHOR :: FROM :: TO :: RELATION :: SIGN
    S ANCHOR :: ACTOR :: STANCE :: ABOUT
    J ANCHOR :: VERDICT :: BY

`|` parts readings that count as right, `;` the names of one; `-` is nobody. An anchor that comes twice in the text is
told by the words around it, itself in brackets: "to [meet] them".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from parley.scoring.faults import GoldError
from parley.scoring.short_fields import KINDS, anchor

Row = dict[str, Any]
_LINE = re.compile(rf"([{''.join(KINDS)}]) (.*)")
_MOST = 9


@dataclass
class _Written:
    """One passage as written, its coded lines with their numbers."""

    line: int
    id: str
    day: date
    style: str
    text: str = ""
    acts_for: dict[str, str] = field(default_factory=dict)
    coded: list[tuple[int, str, list[str]]] = field(default_factory=list)


def rows(lines: Iterable[str | bytes]) -> Iterator[tuple[int, Row]]:
    """The rows of gold of a file in the short form, each with the number of the line that its passage begins on.

    Raises GoldError naming the line and the remedy.
    """
    return ((p.line, _row(p)) for p in _written(lines))


def _written(lines: Iterable[str | bytes]) -> Iterator[_Written]:
    now: _Written | None = None
    for n, line in enumerate(lines, 1):
        line = _decoded(line, n)
        if line.startswith("#P"):
            if now is not None:
                yield now
            now = _begun(line, n)
        elif line.strip() and not line.startswith("//"):
            if now is None:
                raise GoldError(n, "", "no passage has begun", "write `#P ID DAY STYLE` before it")
            _take(now, line, n)
    if now is not None:
        yield now


def _decoded(line: str | bytes, n: int) -> str:
    try:
        return (line.decode("utf-8") if isinstance(line, bytes) else line).lstrip("\ufeff").rstrip("\r\n")
    except UnicodeDecodeError as e:
        raise GoldError(n, "", f"it is not UTF-8 (byte {e.start + 1})", "save the file as UTF-8") from e


def _begun(line: str, n: int) -> _Written:
    parts = line.split(None, 3)
    try:
        return _Written(n, parts[1], date.fromisoformat(parts[2]), parts[3] if len(parts) > 3 else "")
    except (IndexError, ValueError) as e:
        raise GoldError(n, "", f"{line[:40]!r} begins no passage", "write `#P ID 2024-05-20 STYLE`") from e


def _take(p: _Written, line: str, n: int) -> None:
    found = _LINE.fullmatch(line)
    if line.startswith("TEXT "):
        p.text = line[5:].strip()
    elif line.startswith("acts "):
        pairs = (x.split("=", 1) for x in line[5:].split(";") if "=" in x)
        p.acts_for.update({a.strip(): b.strip() for a, b in pairs})
    elif found:
        p.coded.append((n, found[1], [x.strip() for x in found[2].split("::")]))
    else:
        what = f"{line[:40]!r} is none of TEXT, acts, {', '.join(KINDS)}"
        raise GoldError(n, "", what, "begin it with one of those; // begins a remark")


def _row(p: _Written) -> Row:
    if not p.text:
        raise GoldError(p.line, p.id, "the passage has no text", "write `TEXT …` below `#P`, on one line")
    made: dict[str, list[Row]] = {name: [] for name, _ in KINDS.values()}
    for n, kind, parts in p.coded:
        name, fields = KINDS[kind]
        told = [*parts, *[""] * _MOST]
        try:
            made[name].append({"anchor": anchor(p.text, told[0]), **fields(told, p.day)})
        except ValueError as e:
            remedy = "mend the field; around an anchor that is not unique write more words, with [ ] about its own"
            raise GoldError(n, f"{kind} {told[0]}", str(e), remedy) from e
    for items in made.values():
        items.sort(key=lambda e: tuple(e["anchor"]))
    return {
        "id": p.id, "text": p.text, "published": p.day.isoformat(), "origin": p.style,
        "gold": {"acts_for": p.acts_for, **made},
    }  # fmt: skip
