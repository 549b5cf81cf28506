"""Scenarios: what the talks can yield, by a file of assumptions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from parley.bargaining import outlook
from parley.bargaining.draft import as_toml, draft
from parley.brief.pictures.tornado import moving
from parley.desk.amiss import AmissError
from parley.desk.records import Wanted, part_of
from parley.desk.tables import names
from parley.record import Record
from parley.settings.errors import SettingsError
from parley.settings.scenarios import load_scenario
from parley.terms.outlook import Conclusion, Outlook, Swing
from parley.terms.scenario_faults import faults_of
from parley.terms.slice import Slice
from parley.terms.statement import Talk

DRAWS = 2000
SEED = 1
BAR = 40
"""How wide a tornado is."""


def outlook_of(path: Path, draws: int = DRAWS, seed: int = SEED) -> Outlook:
    """What a scenario's file comes to; the same draws and seed give the same figures.

    Raises AmissError naming file, line and field of what is wrong.
    """
    try:
        return outlook(load_scenario(path), draws, seed)
    except SettingsError as e:
        remedy = "A scenario that works, to begin from, is in the folder that `parley demo` writes."
        raise AmissError(str(e), remedy) from e


def check_sources(o: Outlook, record: Record) -> None:
    """Refuse a number that cites a statement which the record does not hold. Raises AmissError naming the field."""
    whole = part_of(record, Wanted())
    held = {s.id for s in whole.statements} | {t.id for t in whole.talks}
    for i in o.inputs:
        if i.source and i.source not in held:
            what = f"{i.input}: cites the statement {i.source!r}, which the record does not hold"
            raise AmissError(what, 'Cite one that `parley show` lists, or say assumption = "why".')


def drafted(record: Record, talk: str) -> str:
    """A scenario drafted from a talk of a record, as TOML; the talk by its id, the beginning of one, or by words
    that say who or where.

    Raises AmissError where there is no such talk, more than one, or one that cannot be drafted.
    """
    slice = part_of(record, Wanted())  # noqa: A001 - the contract's own word
    found = [t for t in slice.talks if t.id.startswith(talk)] or [t for t in slice.talks if _meant(t, talk, slice)]
    if len(found) != 1:
        what = f"{len(found)} talks are called {talk!r}" if found else f"there is no talk {talk!r}"
        raise AmissError(what, _which(found, slice))
    try:
        made = draft(slice, found[0])
    except ValueError as e:
        what, _, remedy = str(e).partition("; ")
        raise AmissError(what, remedy) from e
    for fault in faults_of(made):
        raise AmissError(f"the talk {found[0].id} makes no scenario: {fault.what}", f"By hand, {fault.remedy}.")
    return as_toml(made)


def _which(found: list[Talk], slice: Slice) -> str:  # noqa: A002
    """What to do where no talk or more than one is meant: the first few of those that could be, by their ids."""
    listed = (f"{t.id[:9]} ({names(slice, (p.actor for p in t.parties))})" for t in found[:4])
    return (
        f"Name one by its id: {', '.join(listed)}" if found else "`parley show talks` lists the talks with their ids."
    )


def _meant(talk: Talk, words: str, slice: Slice) -> bool:  # noqa: A002
    """Whether all words stand in a talk's title, or in the names of its parties, mediators, hosts or place."""
    delegates = (d for p in talk.parties for d in p.delegates)
    who = (*(p.actor for p in talk.parties), *delegates, *talk.mediators, *talk.hosts)
    told = " ".join((talk.title, names(slice, who), talk.place.name if talk.place else "")).casefold()
    return bool(words.strip()) and all(w in told for w in words.casefold().split())


def words_of(o: Outlook) -> Iterator[str]:
    """An outlook in lines of text: the answer, what would overturn it, and the cautions."""
    yield from (o.title, o.question, "")
    for said in o.words:
        yield from _parted(said)
    yield ""
    yield from tornado(o.conclusions[0])
    yield ""
    yield from gain_table(o)
    yield ""
    yield f"Parley's own ways of putting it into numbers, not published models: {', '.join(own_methods(o))}."
    yield from (f"Caution: {c}" for c in o.cautions)
    yield f"{o.confidence} ({o.draws} draws, seed {o.seed}; --json shows each number and what it rests on)"


def _parted(said: str) -> Iterator[str]:
    """A conclusion on a line, and what would overturn it on lines of its own below."""
    for part in ("What would overturn it:", "Two at once that would:"):
        said = said.replace(f" {part} ", f"\n    {part} ")
    yield from said.replace("; or ", ";\n      or ").split("\n") if "\n" in said else (said,)


def own_methods(o: Outlook) -> tuple[str, ...]:
    """The names of the methods that are operationalisations of Parley's own, each once."""
    used = [*(c.method for c in o.compromises), o.bargaining.method, o.gains.method, *(i.method for i in o.indices)]
    used += [o.chance.method] if o.chance else []
    return tuple(dict.fromkeys(m.name for m in used if m.own))


def tornado(c: Conclusion) -> Iterator[str]:
    """How far each input alone, from one end of its range to the other, moves a conclusion; 0 is where it turns."""
    shown = moving(c)
    ends = [v for s in shown for v in (s.at_low, s.at_high)]
    if not ends:
        return
    low, high = min(0.0, *ends), max(0.0, *ends)
    yield f"What moves it most: {c.statement} (left of | nothing can be signed; points of 100)"
    for s in shown:
        yield f"  {_bar(s, low, (high - low) or 1)}  {s.words} ({s.at_low:.0f} to {s.at_high:.0f})"


def _bar(s: Swing, low: float, span: float) -> str:
    places = [round((v - low) / span * (BAR - 1)) for v in (min(s.at_low, s.at_high), max(s.at_low, s.at_high), 0.0)]
    return "".join("|" if i == places[2] else "#" if places[0] <= i <= places[1] else "." for i in range(BAR))


def gain_table(o: Outlook) -> Iterator[str]:
    """What failure, an agreement and the talks as such are worth to each actor, in hundredths of what is at stake."""
    width = max(len(g.name) for g in o.gains.rows)
    yield f"{'Who gains':{width}s}  failure  agreement  talks that fail"
    for g in o.gains.rows:
        worth = [100 * s.middle for s in (g.failure, g.agreement, g.talks)]
        yield f"{g.name:{width}s}  {worth[0]:7.0f}  {worth[1]:9.0f}  {worth[2]:15.0f}"
