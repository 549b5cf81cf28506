"""What can go wrong between a reader and its server, in words that can be shown: no answer is repeated raw."""

from __future__ import annotations

MOST = 160


class NoAnswerError(Exception):
    """A passage that got no answer which can be used. `ends` says that nothing more should be asked in this run."""

    def __init__(self, what: str, ends: bool = False) -> None:
        super().__init__(what)
        self.what = what
        self.ends = ends


def shown(words: object) -> str:
    r"""Words that came from elsewhere, in one short line without control characters.

    >>> shown("a\x1b[31m\n b")
    'a [31m b'
    """
    plain = "".join(c if c.isprintable() else " " for c in str(words))
    line = " ".join(plain.split())
    return line if len(line) <= MOST else f"{line[: MOST - 1]}…"
