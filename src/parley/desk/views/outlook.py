"""Outlook: the scenarios of a folder, one of them with its numbers as ranges to be moved, and what follows from it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parley.bargaining import outlook
from parley.bargaining.draft import as_toml
from parley.bargaining.inputs import Input, inputs_of
from parley.bargaining.quick import quick
from parley.brief import OutlookSection
from parley.desk.amiss import AmissError
from parley.desk.outlooks import section_of
from parley.desk.scenarios import DRAWS, SEED
from parley.desk.tables import Table
from parley.settings.errors import SettingsError
from parley.settings.scenarios import load_scenario, scenario_from
from parley.terms.outlook import Outlook
from parley.terms.scenario import Scenario

COLUMNS = ("input", "words", "low", "high", "grounds")
BY_HAND = "set by hand in the workbench"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_RANGE = re.compile(r"(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)")
Changes = Mapping[str, tuple[float, float]]
"""By the label of a number, its new low and high."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A scenario's file: its name without ending, what it asks, or what is wrong with it."""

    name: str
    title: str
    question: str
    fault: str


@dataclass(frozen=True, slots=True)
class Scenarios:
    """The scenarios of a folder."""

    folder: str
    kept: tuple[Kept, ...]

    @property
    def table(self) -> Table:
        """The same as a table."""
        columns = ("name", "title", "question", "fault")
        return Table("Scenarios", columns, tuple((k.name, k.title, k.question, k.fault) for k in self.kept), columns)


@dataclass(frozen=True, slots=True)
class Slider:
    """One number: its range now, and as the file has it; the bounds within which it can be moved."""

    label: str
    words: str
    low: float
    high: float
    was_low: float
    was_high: float
    floor: float
    ceiling: float
    step: float
    grounds: str
    source: str

    @property
    def changed(self) -> bool:
        """Whether it was moved."""
        return (self.low, self.high) != (self.was_low, self.was_high)


@dataclass(frozen=True, slots=True)
class OutlookPage:
    """A scenario with its numbers, and what follows."""

    name: str
    title: str
    question: str
    sliders: tuple[Slider, ...]
    outlook: Outlook

    @property
    def table(self) -> Table:
        """The numbers as a table."""
        rows = tuple((s.label, s.words, s.low, s.high, s.grounds) for s in self.sliders)
        return Table("Inputs", COLUMNS, rows, COLUMNS)


def scenarios(folder: Path) -> Scenarios:
    """The scenarios of a folder, by name; a file that is none says why."""
    files = sorted(folder.glob("*.toml")) if folder.is_dir() else []
    kept = [k for k in map(_kept, files) if k is not None]
    return Scenarios(folder.name, tuple(kept))


def _kept(path: Path) -> Kept | None:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as e:
        return Kept(path.stem, path.name, "", f"it cannot be read: {e}") if not isinstance(e, OSError) else None
    if "scenario" not in tables:
        return None
    try:
        held = load_scenario(path)
    except SettingsError as e:
        return Kept(path.stem, path.name, "", f"line {e.line}: {e.field} {e.what}; {e.remedy}")
    return Kept(path.stem, held.title, held.question, "")


def outlook_page(folder: Path, name: str, changes: Changes, whole: bool = True) -> OutlookPage:
    """A scenario with some of its numbers moved; `whole` also tests what would overturn it, which takes longer.

    Raises AmissError for a scenario that is not there or cannot be modelled so.
    """
    held = scenario_named(folder, name)
    moved = changed(held, changes)
    made = outlook(moved, DRAWS, SEED) if whole else quick(moved)
    return OutlookPage(name, held.title, held.question, tuple(_sliders(held, changes)), made)


def section(page: OutlookPage) -> OutlookSection:
    """What follows, as the brief would have it."""
    return section_of(page.outlook)


def scenario_named(folder: Path, name: str) -> Scenario:
    """A scenario of a folder by its name. Raises AmissError."""
    place = place_in(folder, name)
    try:
        return load_scenario(place)
    except SettingsError as e:
        raise AmissError(f"{name}: {e.field} {e.what}", e.remedy) from e


def place_in(folder: Path, name: str) -> Path:
    """The file of a scenario of a folder. Raises AmissError where there is none of this name."""
    if name not in {k.name for k in scenarios(folder).kept}:
        raise AmissError(f"there is no scenario {name!r}", "See under Outlook for those that there are.")
    return folder / f"{name}.toml"


def changed(scenario: Scenario, changes: Changes) -> Scenario:
    """A scenario with some numbers moved; each of them says that it was set by hand. Raises AmissError."""
    if not changes:
        return scenario
    inputs = {x.label: x for x in inputs_of(scenario)}
    tables = tomllib.loads(as_toml(scenario))
    for label, (low, high) in changes.items():
        if label not in inputs:
            raise AmissError(f"the scenario has no number {label!r}", "Load the page anew.")
        x = inputs[label]
        if not x.floor <= low <= high <= x.ceiling:
            raise AmissError(
                f"{x.words}: {low:g} to {high:g} is off its scale", f"It goes from {x.floor:g} to {x.ceiling:g}."
            )
        _set(tables, x, low, high)
    try:
        return scenario_from(tables, scenario.title)
    except SettingsError as e:
        raise AmissError(f"{e.field} {e.what}", e.remedy) from e


def _set(tables: Any, x: Input, low: float, high: float) -> None:
    place = tables
    for step in x.path[:-1]:
        place = place[step]
    before = f"{x.quantity.low:g} to {x.quantity.high:g}, {x.quantity.grounds}"
    place[x.path[-1]] = {"low": low, "high": high, "assumption": f"{BY_HAND}; it was {before}"}


def _sliders(scenario: Scenario, changes: Changes) -> Iterable[Slider]:
    for x in inputs_of(scenario):
        q = x.quantity
        low, high = changes.get(x.label, (q.low, q.high))
        step = 1.0 if x.whole >= 50 else 0.5 if x.whole > 5 else 0.01
        bounds = (min(x.floor, low), max(x.ceiling if x.whole <= 100 else high, high))
        yield Slider(x.label, x.words, low, high, q.low, q.high, *bounds, step, q.grounds, q.source or "")


def changes_in(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[float, float]]:
    """Changes as they stand in an address: `label` and `low..high`. Raises AmissError.

    >>> changes_in([("a.position.x", "10..20.5")])
    {'a.position.x': (10.0, 20.5)}
    """
    found: dict[str, tuple[float, float]] = {}
    for label, value in pairs:
        match = _RANGE.fullmatch(value)
        if match is None:
            raise AmissError(f"{label[:60]}: {value[:40]!r} is no range", "Write it as 10..20.")
        found[label] = (float(match[1]), float(match[2]))
    return found


def save(folder: Path, name: str, new: str, changes: Changes) -> Path:
    """Write a scenario with its changes as a file of its own; none is written over. Raises AmissError."""
    if not _NAME.fullmatch(new):
        raise AmissError(f"{new[:60]!r} is no name for a scenario", "Take small letters, digits and hyphens.")
    return written(folder, new, as_toml(changed(scenario_named(folder, name), changes)))


def written(folder: Path, new: str, text: str) -> Path:
    """A new file of a folder with a scenario's text. Raises AmissError."""
    path = folder / f"{new}.toml"
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as e:
        raise AmissError(f"there is a scenario {new!r} already", "Take another name.") from e
    except OSError as e:
        raise AmissError(f"{new}.toml cannot be written ({e.strerror})", "See to the folder's permissions.") from e
    return path
