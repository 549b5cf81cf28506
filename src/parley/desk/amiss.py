"""What is raised where a person's wish cannot be met: what is wrong, where, and what to type next."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class AmissError(Exception):
    """Something asked for is missing or wrong. `what` names it and its place, `remedy` the next thing to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}\n{remedy}")
        self.what = what
        self.remedy = remedy


def near(wanted: str, known: Iterable[str]) -> str:
    """The known words nearest to the one that was typed, as a list; "" where none is near.

    >>> near("contsted", ["contested", "claimed"])
    'contested'
    """
    return ", ".join(get_close_matches(wanted, list(known), n=3))


def sentence(remedy: str) -> str:
    """A remedy as a sentence.

    >>> sentence("mend that line")
    'Mend that line.'
    """
    end = "" if remedy.endswith((".", "?")) else "."
    return f"{remedy[:1].upper()}{remedy[1:]}{end}"
