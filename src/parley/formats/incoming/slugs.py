"""Ids from names."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LONGEST = 80
"""Letters of an id."""


def slug(name: str) -> str:
    """A name in small letters and hyphens; one in other letters than Latin is told by its hash, "" stays "".

    >>> slug("Ardova Söuth—Front"), slug("")
    ('ardova-south-front', '')
    """
    spaced = "".join(c if c.isalnum() else " " for c in name)
    plain = unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    letters = sum(c.isalnum() for c in name)
    if not letters:
        return ""
    short = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    if len(made.replace("-", "")) * 2 < letters:
        return f"{made}-{short}".strip("-")
    return made if len(made) <= LONGEST else f"{made[:LONGEST].rstrip('-')}-{short}"
