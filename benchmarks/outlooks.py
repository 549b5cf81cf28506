"""Do drafted outlooks tell talks that ended in an agreement from those that did not? `benchmarks/outlooks.py`.

Reads the reports of `benchmarks/processes/`, drafts a scenario from each one's talk by the one table of priors, and
sets the chance of an agreement beside how the talks ended. Twelve cases are few, and whoever wrote the reports knew how
the talks ended: the figures say whether the model is worth anything at all, not how good it is. Where the reader finds
no talk of two parties, who met is taken from the table (*).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parley.bargaining import outlook
from parley.bargaining.draft import draft
from parley.bargaining.draft.faces import Faces
from parley.desk import reading
from parley.intake import gather
from parley.terms.bodies import Party
from parley.terms.enums import Outcome
from parley.terms.slice import Slice
from parley.terms.statement import Talk

FOLDER = Path(__file__).parent / "processes"
DRAWS = 4000
WIDTH = 50


@dataclass(frozen=True, slots=True)
class Result:
    """One process: its chance of an agreement, from which base rate, whether the reader found it, and its end."""

    report: str
    chance: float
    base: float
    found: bool
    agreed: bool


def result(given: Mapping[str, Any]) -> Result:
    """Read, draft and ask."""
    (told,) = gather([FOLDER / f"{given['report']}.txt"]).reports
    slice_ = reading.read(told)
    talk = main_talk(slice_)
    o = outlook(draft(slice_, talk or named_talk(given)), DRAWS)
    assert o.chance is not None
    return Result(given["report"], o.chance.probability.middle, o.chance.base.middle, talk is not None, given["agreed"])


def named_talk(given: Mapping[str, Any]) -> Talk:
    """A talk of which no more is known than who met and who brought them together."""
    known: dict[str, Any] = dict.fromkeys(("process", "round", "place", "date", "level", "format"))
    known |= {"title": given["report"], "hosts": (), "agenda": (), "outcome": Outcome.UNKNOWN, "voices": ()}
    parties = tuple(Party(p) for p in given["parties"])
    return Talk(id="named", parties=parties, mediators=tuple(given["mediators"]), **known)


def main_talk(slice_: Slice) -> Talk | None:
    """Of the talks with two parties the one that is told first, mediated ones before others."""
    fit = [t for t in slice_.talks if len(Faces(slice_, t).parties) > 1]
    return min(fit, key=lambda t: (not t.mediators, min(m.start for m in t.mentions)), default=None)


def brier(chances: Sequence[float], ends: Sequence[bool]) -> float:
    """The mean square of what was missing to certainty of the truth: 0 is best, a coin's even chance gets 0.25."""
    return sum((p - y) ** 2 for p, y in zip(chances, ends, strict=True)) / len(ends)


def main() -> None:
    """Print the table, the picture and the scores."""
    given = tomllib.loads((FOLDER / "processes.toml").read_text("utf-8"))["process"]
    results = [result(p) for p in given]
    for r in sorted(results, key=lambda r: -r.chance):
        bar = "#" * round(r.chance * WIDTH)
        print(
            f"{r.report + ('' if r.found else ' *'):22s} {'agreed' if r.agreed else 'no deal':8s} {r.chance:4.0%} {bar}"
        )
    print()
    _scores("all", results)
    _scores("found by the reader", [r for r in results if r.found])


def _scores(name: str, results: Sequence[Result]) -> None:
    ends, chances = [r.agreed for r in results], [r.chance for r in results]
    share = sum(ends) / len(ends)
    above = [(x.chance, y.chance) for x in results for y in results if x.agreed and not y.agreed]
    right = sum((a > b) + 0.5 * (a == b) for a, b in above) / max(1, len(above))
    print(f"{name}: n = {len(results)}, {sum(ends)} agreed; so few say little")
    even = brier([share] * len(ends), ends)
    print(
        f"  Brier score: drafted outlooks {brier(chances, ends):.3f}; the prior base rate for all {_flat(results):.3f};"
    )
    print(f"  the share of these that agreed {even:.3f}")
    print(f"  agreed ranked above not agreed in {right:.0%} of {len(above)} pairs (a coin: 50%)")


def _flat(results: Sequence[Result]) -> float:
    return brier([r.base for r in results], [r.agreed for r in results])


if __name__ == "__main__":
    main()
