"""One text printed in several places is one report with several appearances."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from parley.intake.left_out import LeftOut
from parley.intake.tidying import same_text_key
from parley.terms.report import Appearance, Report


@dataclass(frozen=True, slots=True)
class Found:
    """A report and the place where it was found."""

    place: str
    report: Report


def told_once(found: Iterable[Found]) -> tuple[tuple[Report, ...], tuple[LeftOut, ...]]:
    """Reports in the order first met, each text once; and those left out since another text has their id."""
    copies: dict[str, list[Report]] = {}
    owner: dict[str, str] = {}
    left: list[LeftOut] = []
    for f in found:
        key = same_text_key(f.report.text or "")
        if owner.setdefault(f.report.id, key) != key:
            why = f"the id {f.report.id!r} was given before to another text"
            left.append(LeftOut(f.place, why, "give each text an id of its own, or none"))
        else:
            copies.setdefault(key, []).append(f.report)
    return tuple(merged(c) for c in copies.values()), tuple(left)


def merged(copies: Sequence[Report]) -> Report:
    """One report of copies of one text, whatever their order: the earliest dated stands for all.

    What it does not tell itself (title, language, and its whole origin) the next copy that tells it gives.
    """
    ordered = sorted(copies, key=_earliest_first)
    first = ordered[0]
    seen: dict[Appearance, None] = {a: None for r in ordered for a in r.appearances}
    origin = next(iter(seen), Appearance())
    return replace(
        first,
        title=next((r.title for r in ordered if r.title), None),
        language=next((r.language for r in ordered if r.language), None),
        publisher=origin.publisher,
        url=origin.url,
        published=origin.published,
        retrieved=origin.retrieved if seen else first.retrieved,
        appearances=tuple(seen),
    )


def _earliest_first(report: Report) -> tuple[str, str, str, str, str]:
    return report.published or "9999", report.publisher or "~", report.url or "~", report.id, report.text or ""
