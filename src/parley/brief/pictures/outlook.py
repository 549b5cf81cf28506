"""The pictures of an outlook, each with a name and what it shows in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from parley.brief.pictures.gains import gains_svg
from parley.brief.pictures.outcomes import outcome_svg, range_svg
from parley.brief.pictures.tornado import tornado_svg
from parley.terms.outlook import Outlook

MOST_ISSUES, MOST_CONCLUSIONS = 4, 3


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: `name` is fit for a file, `caption` what it shows, `note` how it is read and whose formula it is."""

    name: str
    caption: str
    svg: Markup
    note: str = ""


OWN = "Parley’s own way of putting it into numbers."


def outlook_pictures(o: Outlook) -> tuple[Picture, ...]:
    """The range, who gains, where outcomes could lie and what moves the first conclusions most."""
    return tuple(p for p in (*_range(o), *_gains(o), *_outcomes(o), *_tornados(o)) if p.svg)


def _range(o: Outlook) -> Iterator[Picture]:
    named = {g.actor: g.name for g in o.gains.rows}
    issue = next((c.name for c in o.compromises if c.issue == o.bargaining.issue), o.bargaining.issue)
    note = "Bars: four in five draws; dots: the middle one. Above, what each likes better than no agreement. "
    note += "Below, the room or gap at the middle of the draws, which counts red lines and vetoes too. "
    svg = range_svg(o.bargaining, named, issue)
    yield Picture("range", f"What could be signed on {_quoted(issue)}", svg, note + _own(o.bargaining.method.own))


def _gains(o: Outlook) -> Iterator[Picture]:
    note = "Hollow circle: no agreement. Square: an agreement. Upright: talks that fail. Lines: four in five draws. "
    note += "Weighted by how much what is at stake matters to each. "
    yield Picture("gains", "Who gains", gains_svg(o.gains), note + _own(o.gains.method.own))


def _outcomes(o: Outlook) -> Iterator[Picture]:
    note = "Columns: shares of draws, the errors of such means on other cases added. Not the chance that there is one. "
    for i, c in enumerate(o.compromises[:MOST_ISSUES], 1):
        caption = f"Were there a settlement: where on {_quoted(c.name)}"
        yield Picture(f"outcome-{i}", caption, outcome_svg(c), note + _own(c.method.own))


def _tornados(o: Outlook) -> Iterator[Picture]:
    note = "Each input alone goes from the low end of its range (hollow) to the high one, all others at mid-range."
    for i, c in enumerate(o.conclusions[:MOST_CONCLUSIONS], 1):
        yield Picture(f"tornado-{i}", f"What moves it most: {c.statement}", tornado_svg(c), note)


def _own(own: bool) -> str:
    return OWN if own else ""


def _quoted(name: str) -> str:
    return f"“{name}”"
