"""What is said when a settings file is wrong: where, what, and what to do."""

from __future__ import annotations


class SettingsError(ValueError):
    """A settings file that cannot be used. `line` counts from 1; None where the fault has no line."""

    def __init__(self, file: str, line: int | None, field: str, what: str, remedy: str) -> None:
        self.file, self.line, self.field, self.what, self.remedy = file, line, field, what, remedy
        self.place = f"{file}:{line}" if line else file
        named = f"{field}: " if field else ""
        super().__init__(f"{self.place}: {named}{what}; {remedy}")


class ScenarioError(SettingsError):
    """A scenario that cannot be modelled."""


class ActorsError(SettingsError):
    """An actors file that cannot be used."""


class OverlayError(SettingsError):
    """A file of codebook entries that cannot be used."""


class ProjectError(SettingsError):
    """A project's settings that cannot be used."""


class SheetError(SettingsError):
    """A mapping of a coding sheet that cannot be used."""


class AccountsError(SettingsError):
    """An accounts file that cannot be used."""
