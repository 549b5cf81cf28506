"""An outlook as a section of the brief, as a page by itself, and as a folder of charts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from parley.bargaining.wording import percent
from parley.brief import GainRow, InputRow, OutlookLine, OutlookSection, line_id, outlook_html, standalone
from parley.brief.pictures import outlook_pictures
from parley.desk.amiss import AmissError
from parley.desk.scenarios import own_methods
from parley.terms.outlook import Assumption, Gain, Method, Outlook, Overturn, Spread
from parley.terms.slice import Slice

PAGE = "outlook.html"


def charts(o: Outlook, folder: Path) -> tuple[Path, ...]:
    """Write an outlook's charts into a folder, each as an SVG file, and a page with all of them.

    Raises AmissError where nothing can be written.
    """
    section = section_of(o)
    files = {f"{p.name}.svg": standalone(p) for p in section.pictures}
    files[PAGE] = outlook_html(section, o.title, f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8", errors="replace")
    except OSError as e:
        raise AmissError(
            f"{folder}: nothing can be written there ({e.strerror})", "Name another: --charts FOLDER"
        ) from e
    return tuple(folder / name for name in files)


def section_of(o: Outlook, slice: Slice | None = None) -> OutlookSection:  # noqa: A002
    """An outlook as the last section of a brief; of what would overturn a conclusion, the nearest change."""
    known = _known(slice) if slice else frozenset[str]()
    found = [*_conclusions(o), *_chance(o), *_range(o), *_compromises(o)]
    turns = [f"{c.statement}: no longer, if {_overturn(t)}" for c in o.conclusions for t in c.overturns[:1]]
    return OutlookSection(
        heading=f"Outlook: {o.question}",
        lines=tuple(found),
        overturns=tuple(turns),
        confidence=o.confidence,
        gains=tuple(_gain(g) for g in o.gains.rows),
        pictures=outlook_pictures(o),
        notes=(*_notes(o), *_unshown(o, known)),
        inputs=tuple(_input(i, known) for i in o.inputs),
    )


def _known(slice: Slice) -> frozenset[str]:  # noqa: A002
    return frozenset({s.id for s in slice.statements} | {t.id for t in slice.talks})


def _gain(g: Gain) -> GainRow:
    return GainRow(g.name, *(_worth(s) for s in (g.failure, g.agreement, g.talks)))


def _worth(s: Spread) -> str:
    middle, low, high = (f"{round(100 * v)}".replace("-", "−") for v in (s.middle, s.low, s.high))
    return middle if low == high else f"{middle} ({low} to {high})"


def _input(i: Assumption, known: frozenset[str]) -> InputRow:
    """One number with what it rests on, which leads to the statement where the brief shows it."""
    figure = f"{i.low:g}" if i.low == i.high else f"{i.low:g} to {i.high:g}"
    return InputRow(i.words, figure, i.grounds, f"#{line_id(i.source)}" if i.source in known else "")


def _unshown(o: Outlook, known: frozenset[str]) -> Iterator[str]:
    """Numbers that cite what is not there to be looked up."""
    strays = [i for i in o.inputs if i.source and i.source not in known]
    if strays and known:
        yield f"{len(strays)} of the numbers cite statements that this brief does not show: {strays[0].words}, first."


def _notes(o: Outlook) -> Iterator[str]:
    """What to beware of, and which formulas are nobody's but Parley's."""
    yield from o.cautions
    yield f"Parley’s own ways of putting it into numbers, not published models: {', '.join(own_methods(o))}."
    yield f"Words for likelihoods are the bands of ICD 203. {o.draws} draws, seed {o.seed}, models {o.version}."


def _conclusions(o: Outlook) -> Iterator[OutlookLine]:
    for c in o.conclusions:
        yield OutlookLine(c.statement, f"{c.likelihood}, given the ranges ({percent(c.share)} of draws)", _basis(o))


def _chance(o: Outlook) -> Iterator[OutlookLine]:
    if o.chance:
        p = o.chance.probability
        figure = f"{o.chance.likelihood}: {percent(p.middle)} ({percent(p.low)} to {percent(p.high)})"
        yield OutlookLine("An agreement", figure, f"{_by(o.chance.method)}; {_basis(o)}")


def _range(o: Outlook) -> Iterator[OutlookLine]:
    b = o.bargaining
    named = {g.actor: g.name for g in o.gains.rows}
    words = f"Draws in which {' and '.join(named.get(p, p) for p in b.parties)} have something that all could sign"
    yield OutlookLine(words, percent(b.signable), f"{_by(b.method)}; {_basis(o)}")


def _compromises(o: Outlook) -> Iterator[OutlookLine]:
    for c in o.compromises:
        words = f"Where the actors' weights balance on {c.name} (0 to 100)"
        yield OutlookLine(words, _spread(c.mean), f"{_by(c.method)}; {_basis(o)}")


def _by(m: Method) -> str:
    return f"{m.name} (Parley's own)" if m.own else m.name


def _basis(o: Outlook) -> str:
    """On how many of the inputs nothing but an assumption stands."""
    assumed = sum(i.assumed for i in o.inputs)
    return f"assumptions ({assumed} of {len(o.inputs)} inputs)" if assumed else "statements of the record"


def _spread(s: Spread, times: float = 1) -> str:
    return f"{s.middle * times:.0f}, from {s.low * times:.0f} to {s.high * times:.0f}"


def _overturn(t: Overturn) -> str:
    reach = "" if t.within else " (outside the range assumed)"
    return f"{t.words} went from {t.now:.2g} to {t.then:.2g}{reach}"
