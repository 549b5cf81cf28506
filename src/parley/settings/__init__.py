"""Configuration as values: the one room that reads it. Every error names the file, the line and the field."""

from parley.settings.actors import ActorsFile, load_actors
from parley.settings.codebook import load_overlay
from parley.settings.errors import ActorsError, OverlayError, ProjectError, ScenarioError, SettingsError
from parley.settings.project import Project, load_parley_toml
from parley.settings.reader import ReaderSettings
from parley.settings.scenarios import load_scenario, parse_scenario

__all__ = [
    "ActorsError",
    "ActorsFile",
    "OverlayError",
    "Project",
    "ProjectError",
    "ReaderSettings",
    "ScenarioError",
    "SettingsError",
    "load_actors",
    "load_overlay",
    "load_parley_toml",
    "load_scenario",
    "parse_scenario",
]
