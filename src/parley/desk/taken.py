"""The names of the forms in which a record can be taken away; light enough to be loaded for a word of help."""

from __future__ import annotations

from parley.formats.catalogue import FORMATS

NAMES = tuple(FORMATS)


def told() -> str:
    """Each form's name with what it is, as a list in Markdown."""
    return "\n".join(f"- `{name}`: {form.about}" for name, form in FORMATS.items())
