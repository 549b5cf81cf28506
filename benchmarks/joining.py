"""How well reports are joined: `python benchmarks/joining.py [--errors]`, over tests/joining/gold/stories.txt.

Pairs are of two marked tellings of one story and one kind (talk or event), read by the default reader. Precision is the
share of pairs that were joined and are of one thing; recall the share of pairs of one thing that were joined. Talks are
scored by B-cubed too (Bagga and Baldwin 1998). Tellings that the reader does not find are counted and left out.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from parley.desk.readers import readers
from parley.desk.reading import read_in_turn
from parley.joining import join
from parley.terms.enums import Form
from parley.terms.layers import Reading
from parley.terms.ports import Asked
from parley.terms.report import Report, report_of
from parley.terms.values import Span

GOLD = Path(__file__).resolve().parents[1] / "tests" / "joining" / "gold" / "stories.txt"
MARK = re.compile(r"\[(?P<word>[^|\]]+)\|(?P<mark>\w+)\]")


@dataclass(frozen=True, slots=True)
class Telling:
    """A marked word: where it is, and what it tells of (`3/T1`)."""

    report: str
    at: Span
    thing: str

    @property
    def form(self) -> Form:
        """Talk or event."""
        return Form.TALK if self.thing.split("/")[1].startswith("T") else Form.EVENT


@dataclass(frozen=True, slots=True)
class Scores:
    """What was measured."""

    tellings: int
    found: int
    pairs: int
    same: int
    joined: int
    right: int
    talks: int
    b_cubed: float
    wrong: tuple[tuple[str, Telling, Telling], ...]

    @property
    def precision(self) -> float:
        """Of the pairs that were joined."""
        return self.right / self.joined if self.joined else 1.0

    @property
    def recall(self) -> float:
        """Of the pairs of one thing."""
        return self.right / self.same if self.same else 1.0


def stories(text: str) -> Iterator[tuple[list[Report], list[Telling]]]:
    """The reports of each story, without the marks, and the marked words."""
    blocks = re.split(r"\n\s*\n", "\n".join(x for x in text.splitlines() if not x.startswith("#")))
    for n, block in enumerate(b for b in blocks if b.strip()):
        reports, told = [], []
        for k, line in enumerate(block.strip().splitlines()):
            day, outlet, marked = (part.strip() for part in line.split("|", 2))
            plain, own = _unmarked(marked, f"{n}-{k}", n)
            reports.append(report_of(plain, id=f"{n}-{k}", published=day, publisher=outlet, language="en"))
            told += own
        yield reports, told


def _unmarked(marked: str, report: str, story: int) -> tuple[str, list[Telling]]:
    plain, told, last = "", [], 0
    for m in MARK.finditer(marked):
        plain += marked[last : m.start()]
        told.append(Telling(report, Span(len(plain), len(plain) + len(m["word"])), f"{story}/{m['mark']}"))
        plain += m["word"]
        last = m.end()
    return plain + marked[last:], told


def holders(readings: Iterable[Reading], told: Iterable[Telling]) -> dict[Telling, str]:
    """What holds each telling, where the reader found it: by its head word, else alone of its form in the sentence."""
    all_ = list(readings)
    proposals = [p for r in all_ for p in r.proposals]
    known = [a for r in all_ for a in r.affiliations]
    joined = join(proposals, [r.report for r in all_], [a for r in all_ for a in r.actors], known)
    held_by = {m.proposal: s.id for s in joined.statements for m in s.mentions}
    held_by |= {m.proposal: t.id for t in joined.talks for m in t.mentions}
    found: dict[Telling, str] = {}
    for t in told:
        own = [p for p in proposals if p.report == t.report and p.form is t.form]
        exact = [p for p in own if p.head.meets(t.at)] or [p for p in own if p.start <= t.at.start < p.end]
        if exact:
            found[t] = held_by[exact[0].id]
    return found


def scores(found: Mapping[Telling, str], tellings: int) -> Scores:
    """Pairs within stories, and talks by B-cubed."""
    pairs = [(a, b) for a, b in combinations(found, 2) if a.form is b.form and _story(a) == _story(b)]
    same = [(a, b) for a, b in pairs if a.thing == b.thing]
    joined = [(a, b) for a, b in combinations(found, 2) if found[a] == found[b]]
    right = [(a, b) for a, b in joined if a.thing == b.thing]
    wrong = [("joined wrongly", *p) for p in joined if p not in right]
    wrong += [("not joined", *p) for p in same if found[p[0]] != found[p[1]]]
    talks = {t: h for t, h in found.items() if t.form is Form.TALK}
    sizes = (len(found), len(pairs), len(same), len(joined), len(right), len({t.thing for t in talks}))
    return Scores(tellings, *sizes, b_cubed(talks), tuple(wrong))


def b_cubed(found: Mapping[Telling, str]) -> float:
    """F1 of B-cubed precision and recall over tellings."""
    if not found:
        return 1.0
    by_thing: dict[str, set[Telling]] = defaultdict(set)
    by_holder: dict[str, set[Telling]] = defaultdict(set)
    for t, h in found.items():
        by_thing[t.thing].add(t)
        by_holder[h].add(t)
    shared = [
        (len(by_thing[t.thing] & by_holder[h]), len(by_holder[h]), len(by_thing[t.thing])) for t, h in found.items()
    ]
    precision = sum(both / held for both, held, _ in shared) / len(found)
    recall = sum(both / true for both, _, true in shared) / len(found)
    return 2 * precision * recall / (precision + recall)


def _story(t: Telling) -> str:
    return t.thing.split("/")[0]


def read_all() -> tuple[list[Reading], list[Telling]]:
    """All stories as the default reader reads them, and what is marked in them."""
    made = list(stories(GOLD.read_text(encoding="utf-8")))
    asked = [Asked(r) for reports, _ in made for r in reports]
    read = [r for r in read_in_turn(asked, readers()) if isinstance(r, Reading)]
    return read, [t for _, own in made for t in own]


def measured() -> Scores:
    """Read all stories together, and score."""
    read, told = read_all()
    return scores(holders(read, told), len(told))


def main(errors: bool) -> None:
    """Print what was measured."""
    s = measured()
    print(f"{s.found} of {s.tellings} tellings found; {s.pairs} pairs, {s.same} of one thing, {s.talks} talks")
    print(f"precision {s.precision:.3f}  recall {s.recall:.3f}  talks B-cubed F1 {s.b_cubed:.3f}")
    for what, a, b in s.wrong if errors else ():
        print(f"  {what}: {a.report} {a.at.start} {a.thing} / {b.report} {b.at.start} {b.thing}")


if __name__ == "__main__":
    main("--errors" in sys.argv)
