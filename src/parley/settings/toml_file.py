"""A TOML file with its text, and typed reading of its tables in which every error has a line."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path as FilePath
from typing import Any, NoReturn

from parley.settings.errors import SettingsError
from parley.settings.lines import Path, line_of


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A parsed file; `refuse` raises this kind of file's own error at a path's line."""

    name: str
    text: str
    tables: Mapping[str, Any]
    error: type[SettingsError]

    def refuse(self, path: Path, what: str, remedy: str) -> NoReturn:
        """Raise the file's error at the line of a path."""
        raise self.error(self.name, line_of(self.text, path), spoken(path), what, remedy)

    def root(self) -> Table:
        """The whole file as a table."""
        return Table(self, self.tables, ())


def spoken(path: Path) -> str:
    """A path as a person would say it; lists count from 1.

    >>> spoken(("actor", 0, "stand", 1, "position"))
    'actor 1 stand 2 position'
    """
    return " ".join(str(p + 1) if isinstance(p, int) else p for p in path)


def read_toml(path: FilePath, error: type[SettingsError]) -> TomlFile:
    """Read and parse a file. Raises the given error: no such file, not UTF-8, not TOML."""
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as e:
        raise error(str(path), None, "", f"cannot be read ({e.strerror})", "check the path") from e
    except UnicodeDecodeError as e:
        raise error(str(path), None, "", f"is not UTF-8 at byte {e.start}", "save it as UTF-8") from e
    return parse_toml(text, str(path), error)


def parse_toml(text: str, name: str, error: type[SettingsError]) -> TomlFile:
    """Parse a text. Raises the given error where it is not TOML."""
    try:
        return TomlFile(name, text, tomllib.loads(text), error)
    except tomllib.TOMLDecodeError as e:
        line = next((int(w.rstrip(",")) for w in _after(str(e), "line") if w.rstrip(",").isdigit()), None)
        raise error(name, line, "", f"is not TOML: {e}", "mend that line") from e


def _after(words: str, word: str) -> list[str]:
    return words.split(f"{word} ", 1)[1].split()[:1] if f"{word} " in words else []


@dataclass(slots=True)
class Table:
    """One table being read. Keys are ticked off as they are asked for; `done` refuses the rest."""

    file: TomlFile
    values: Mapping[str, Any]
    path: Path
    asked: list[str] = field(default_factory=list)

    def get(self, key: str) -> Any:
        """A raw value, or None."""
        self.asked.append(key)
        return self.values.get(key)

    def refuse(self, key: str | None, what: str, remedy: str) -> NoReturn:
        """Raise at one of this table's keys, or at the table."""
        self.file.refuse((*self.path, key) if key else self.path, what, remedy)

    def text(self, key: str) -> str:
        """A text that must be there and not be empty."""
        value = self.text_or_none(key)
        if value is None or not value.strip():
            self.refuse(key, "is missing" if value is None else "is empty", f'write {key} = "…"')
        return value

    def text_or_none(self, key: str) -> str | None:
        """A text, if there is one."""
        value = self.get(key)
        if value is not None and not isinstance(value, str):
            self.refuse(key, f"is {value!r}, not a text", "put it in quotes")
        return value

    def day(self, key: str) -> str | None:
        """An ISO day, written as a date or as a text, if there is one."""
        value = self.get(key)
        if value is None:
            return None
        try:
            return date.fromisoformat(value if isinstance(value, str) else value.isoformat()).isoformat()
        except (ValueError, AttributeError, TypeError):
            self.refuse(key, f"{value!r} is not a day", "write it as 2022-01-31")

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; nothing is an empty one."""
        value = self.get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            self.refuse(key, "is not a list of texts", f'write {key} = ["…", "…"]')
        return tuple(value)

    def number(self, key: str, default: float) -> float:
        """A number, or the default where there is none."""
        value = self.get(key)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.refuse(key, f"is {value!r}, not a number", f"write {key} = 0.5")
        return float(value)

    def numbers(self, key: str) -> tuple[float, ...]:
        """A list of numbers; nothing is an empty one."""
        value = self.get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or any(isinstance(v, bool) or not isinstance(v, int | float) for v in value):
            self.refuse(key, "is not a list of numbers", f"write {key} = [0, 100]")
        return tuple(float(v) for v in value)

    def table(self, key: str) -> Table | None:
        """A table within, if there is one."""
        value = self.get(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.refuse(key, "is not a table", f"write [{key}] or {key} = {{ … }}")
        return Table(self.file, value, (*self.path, key))

    def tables(self, key: str) -> Iterator[Table]:
        """The tables of a list; nothing is none."""
        value = self.get(key)
        if value is not None and (not isinstance(value, list) or not all(isinstance(v, dict) for v in value)):
            self.refuse(key, "is not a list of tables", f"write [[{key}]]")
        for i, v in enumerate(value or ()):
            yield Table(self.file, v, (*self.path, key, i))

    def done(self) -> None:
        """Refuse any key that nothing asked for."""
        for key in self.values:
            if key not in self.asked:
                self.refuse(key, "is not known here", f"use one of {', '.join(sorted(set(self.asked)))}")
