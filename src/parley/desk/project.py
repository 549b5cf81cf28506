"""What `parley.toml` in this folder settles: the record, the pipeline, actors, entries and a second reader."""

from __future__ import annotations

from pathlib import Path

from parley.desk.amiss import AmissError, sentence
from parley.settings.errors import SettingsError
from parley.settings.project import Project, load_parley_toml

SETTINGS = Path("parley.toml")


def settled() -> Project:
    """The settings of the folder that one works in; nothing where there are none. Raises AmissError naming the line."""
    try:
        return load_parley_toml(SETTINGS) if SETTINGS.is_file() else Project()
    except SettingsError as e:
        named = f"{e.field}: " if e.field else ""
        raise AmissError(f"{e.place}: {named}{e.what}", sentence(e.remedy)) from e


def pipeline_meant(given: str | None) -> str | None:
    """The spaCy pipeline to read by: the one given, else that of `parley.toml`. None is Parley's own."""
    return given or settled().pipeline
