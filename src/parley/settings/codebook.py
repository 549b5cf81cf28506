"""Files of a user's own codebook entries: read and parsed here, judged by the reader that they are for."""

from __future__ import annotations

from pathlib import Path

from parley.settings.errors import OverlayError
from parley.settings.toml_file import read_toml
from parley.terms.overlay import Overlay


def load_overlay(path: Path) -> Overlay:
    """The entries of a file. Raises OverlayError: no such file, not UTF-8, not TOML (with the line)."""
    file = read_toml(path, OverlayError)
    return Overlay(file.name, file.text)
