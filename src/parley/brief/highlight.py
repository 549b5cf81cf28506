"""A report's text with its quotes highlighted, however they nest or overlap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.brief.citations import Cite


@dataclass(frozen=True, slots=True)
class Piece:
    """A step in writing a marked text: words (`cite` None), a mark that opens (`opens`) or one that closes.

    A quote that another one crosses is closed and opened again; only its first opening is `first` and takes its
    anchor.
    """

    text: str = ""
    cite: Cite | None = None
    opens: bool = False
    first: bool = False


def pieces(text: str, cites: Iterable[Cite]) -> tuple[Piece, ...]:
    """The text as well-nested marks. Words between a quote's openings and closings are exactly `text[start:end]`."""
    placed = sorted((c for c in cites if c.placed), key=lambda c: (c.start, -c.end, c.anchor))
    cuts = sorted({0, len(text), *(c.start for c in placed), *(c.end for c in placed)})
    out: list[Piece] = []
    stack: list[Cite] = []
    for here, there in zip(cuts, [*cuts[1:], None], strict=True):
        stack = _close(out, stack, here)
        for c in (c for c in placed if c.start == here):
            out.append(Piece(cite=c, opens=True, first=True))
            stack.append(c)
        if there is not None:
            out.append(Piece(text=text[here:there]))
    return tuple(out)


def _close(out: list[Piece], stack: list[Cite], here: int) -> list[Cite]:
    """Close the quotes that end here; those that lie above them on the stack are closed and opened again."""
    ending = [i for i, c in enumerate(stack) if c.end == here]
    if not ending:
        return stack
    kept, above = stack[: ending[0]], [c for c in stack[ending[0] :] if c.end != here]
    out.extend(Piece(cite=c) for c in reversed(stack[ending[0] :]))
    out.extend(Piece(cite=c, opens=True) for c in above)
    return [*kept, *above]
