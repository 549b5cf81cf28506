"""Configuration as values: the one room that reads it. Every error names the file, the line and the field."""

from parley.settings.actors import ActorsFile, load_actors
from parley.settings.codebook import load_overlay
from parley.settings.errors import ActorsError, OverlayError, ProjectError, ScenarioError, SettingsError, SheetError
from parley.settings.project import Project, load_parley_toml
from parley.settings.reader import ReaderSettings
from parley.settings.scenarios import load_scenario, parse_scenario
from parley.settings.sheets import load_sheet, sheet_toml

__all__ = [
    "ActorsError",
    "ActorsFile",
    "OverlayError",
    "Project",
    "ProjectError",
    "ReaderSettings",
    "ScenarioError",
    "SettingsError",
    "SheetError",
    "load_actors",
    "load_overlay",
    "load_parley_toml",
    "load_scenario",
    "load_sheet",
    "parse_scenario",
    "sheet_toml",
]
