"""A user's own entries over the codebook that a reader ships."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Overlay:
    """A file of entries in the codebook's form: its name, for messages, and its TOML text."""

    file: str
    text: str
