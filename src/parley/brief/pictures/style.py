"""The style that a page with these pictures brings."""

from __future__ import annotations

from importlib import resources


def stylesheet() -> str:
    """The rules for every picture, as CSS; the colours are variables that the page sets."""
    return (resources.files("parley.brief") / "templates" / "pictures.css").read_text(encoding="utf-8")
