"""Mappings of coding sheets: what the columns and codes of a person's own sheet mean, as TOML."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from parley.settings.errors import SheetError
from parley.settings.toml_file import Table, TomlFile, parse_toml, read_toml
from parley.terms.enums import Root, Stance
from parley.terms.plover import MODES
from parley.terms.sheet import COLUMNS, PASSED_OVER, SEVERAL, SheetMapping

ROWS = {"events": True, "reports": False}
DAYS = {"day-first": False, "month-first": True}


def load_sheet(path: Path) -> SheetMapping:
    """The mapping in a file. Raises SheetError naming file, line, field and remedy."""
    return _mapping(read_toml(path, SheetError))


def parse_sheet(text: str, name: str = "mapping") -> SheetMapping:
    """The same from a text; `name` stands for the file in errors. Raises SheetError."""
    return _mapping(parse_toml(text, name, SheetError))


def _mapping(file: TomlFile) -> SheetMapping:
    root = file.root()
    made = SheetMapping(
        name=root.text("name"),
        columns=_columns(root),
        types=_types(root),
        stance=_stance(root),
        month_first=_one_of(root, "days", DAYS, None),
        between=root.text_or_none("between") or ";",
        own_events=_one_of(root, "rows", ROWS, True) is not False,
        sheet=root.text_or_none("sheet"),
    )
    root.done()
    return made


def _columns(root: Table) -> dict[str, tuple[str, ...]]:
    table = root.table("columns")
    if table is None:
        root.refuse("columns", "is missing", 'write [columns], and in it type = "…" and actors = ["…"]')
    found = {key: names for key in COLUMNS if (names := _names(table, key))}
    table.done()
    for key, why in (("type", "what was done"), ("actors", "who did it")):
        if key not in found and not (key == "actors" and "recipients" in found):
            table.refuse(None, f"no column says {why}", f'write {key} = "…", with the name of a column')
    return found


def _names(table: Table, key: str) -> tuple[str, ...]:
    value = table.values.get(key)
    if isinstance(value, str):
        return (table.text(key),)
    if value is not None and key not in SEVERAL:
        table.refuse(key, "is not the name of one column", f'write {key} = "…"')
    return table.texts(key)


def _types(root: Table) -> dict[str, str]:
    table = root.table("types")
    if table is None:
        return {}
    found: dict[str, str] = {}
    for value in table.values:
        code = (table.text_or_none(value) or "").strip()
        if code not in ("", PASSED_OVER):
            _check(table, value, code)
        found[value.casefold()] = code
    return found


def _check(table: Table, value: str, code: str) -> None:
    name, _, mode = code.partition(" ")
    if name not in set(Root):
        table.refuse(value, f"{name!r} is no type", f"use one of {', '.join(Root)}, or {PASSED_OVER!r} to pass it over")
    known = MODES.get(Root(name), {})
    if mode and known and mode not in known:
        table.refuse(value, f"{mode!r} is no mode of {name}", f"use one of {', '.join(known)}, or none")
    if mode and not known and name != Root.OTHER:
        table.refuse(value, f"{name} has no modes", f'write "{name}"')


def _stance(root: Table) -> Stance:
    value = root.text_or_none("stance")
    if value is not None and value not in set(Stance):
        root.refuse("stance", f"{value!r} is no stance", f"use one of {', '.join(Stance)}")
    return Stance(value) if value is not None else Stance.ASSERTS


def _one_of(root: Table, key: str, known: dict[str, bool], default: bool | None) -> bool | None:
    value = root.text_or_none(key)
    if value is not None and value not in known:
        root.refuse(key, f"is {value!r}", f"use one of {', '.join(known)}")
    return known[value] if value is not None else default


def sheet_toml(m: SheetMapping) -> str:
    """A mapping as TOML that `parse_sheet` makes the same mapping of, with a word on each line."""
    return "\n".join(_lines(m)) + "\n"


def _lines(m: SheetMapping) -> Iterator[str]:
    yield f"name = {_text(m.name)}  # whose sheet it is: who says so, where no column does"
    if m.sheet is not None:
        yield f"sheet = {_text(m.sheet)}  # of the workbook"
    yield f'rows = "{"events" if m.own_events else "reports"}"  # reports: two rows may tell of one event'
    yield f'stance = "{m.stance}"  # {", ".join(Stance)}'
    yield f"between = {_text(m.between)}  # between several names in one cell"
    days = next((name for name, first in DAYS.items() if first is m.month_first), None)
    yield (
        f'days = "{days}"  # how 3/4/2022 is meant' if days else f'# days = "{"|".join(DAYS)}"  # how 3/4/2022 is meant'
    )
    yield from ("", "[columns]")
    for key, what in COLUMNS.items():
        names = m.columns.get(key)
        if names:
            value = _text(names[0]) if len(names) == 1 else f"[{', '.join(map(_text, names))}]"
            yield f"{key} = {value}  # {what}"
        else:
            yield f'# {key} = ""  # {what}'
    yield from ("", '[types]  # "ROOT mode" of PLOVER; "-" passes over; "" is still to be said')
    yield from (f"{_text(value)} = {_text(code)}" for value, code in m.types.items())


def _text(value: str) -> str:
    """A TOML string: JSON's escapes are TOML's, but for the delete character and halves of pairs."""
    return json.dumps(value.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007F")
