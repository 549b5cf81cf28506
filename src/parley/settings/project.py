"""`parley.toml`: what a project keeps to from one command to the next."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from parley.settings.errors import ProjectError
from parley.settings.reader import ReaderSettings, reader_settings
from parley.settings.toml_file import read_toml


@dataclass(frozen=True, slots=True)
class Project:
    """A project's settings. Paths are resolved against the file's own folder; None and () are not set.

    `record` may be the address of a database (`postgresql://…`), which stays as it is.
    """

    record: Path | str | None = None
    pipeline: str | None = None
    actors: tuple[Path, ...] = ()
    codebook: tuple[Path, ...] = ()
    reader: ReaderSettings | None = None


def load_parley_toml(path: Path) -> Project:
    """A project's settings from a file. Raises ProjectError naming file, line and field; unknown keys are refused."""
    file = read_toml(path, ProjectError)
    root = file.root()
    record = root.text_or_none("record")
    reader = root.table("reader")
    made = Project(
        record=_place(record, path.parent),
        pipeline=root.text_or_none("pipeline"),
        actors=tuple(path.parent / a for a in root.texts("actors")),
        codebook=tuple(path.parent / c for c in root.texts("codebook")),
        reader=reader_settings(reader) if reader is not None else None,
    )
    root.done()
    return made


def _place(record: str | None, folder: Path) -> Path | str | None:
    if not record:
        return None
    return record if "://" in record else folder / record
