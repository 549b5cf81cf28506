"""Near-copies: wire texts printed with another headline, a paragraph less, other quotation marks.

Two texts resemble each other by the share of runs of words that they have in common (Broder 1997, "On the resemblance
and containment of documents"). What is compared is here; who compares many texts estimates the same by MinHash.
"""

from __future__ import annotations

import re

RUN = 5
"""Words of a run: shorter ones are shared by any two reports of one event, longer ones are lost with each change."""
ENOUGH = 20
"""Runs that a text must have: of less, a formula ("No comment was available") would make copies."""
ALIKE = 0.8
"""The resemblance from which on two texts are copies."""
_WORD = re.compile(r"[^\W_]+")


def runs(text: str) -> frozenset[str]:
    """The runs of words of a text, whatever its case and signs; none where there are too few of them to tell.

    >>> runs("Envoys met.")
    frozenset()
    """
    words = _WORD.findall(text.casefold())
    found = frozenset(" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
    return found if len(found) >= ENOUGH else frozenset()


def resemblance(one: str, other: str) -> float:
    """The share of runs that two texts have in common, 0 to 1; 0 where either is too short to tell."""
    a, b = runs(one), runs(other)
    return len(a & b) / len(a | b) if a and b else 0.0
