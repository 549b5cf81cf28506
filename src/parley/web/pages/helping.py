"""Help: the keys, and what the words mean."""

from __future__ import annotations

from parley.desk.tables import Table
from parley.web.answering import View
from parley.web.asking import Ask

KEYS = (
    ("/", "search"),
    ("?", "this help"),
    ("g h", "Home"),
    ("g r", "Review"),
    ("j", "in Review: the next one"),
    ("k", "in Review: the one before"),
    ("a", "in Review: accept, and go on"),
    ("r", "in Review: reject, and go on"),
    ("u", "in Review: be unsure, and go on"),
    ("e", "in Review: edit the fields in place"),
    ("x", "in Review: choose for a decision on several"),
    ("z", "in Review: take the last decision back"),
    ("o", "in Review: open the report at its mark"),
)


def helping(ask: Ask) -> View:  # noqa: ARG001 - a page's form
    """The keys and the words."""
    return View("help", "Help", KEYS, Table("Keys", ("key", "what"), KEYS, ("key", "what")))
