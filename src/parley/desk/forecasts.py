"""Forecasts: what was said to be how likely, by whom and when; what came of it; how good that was."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from parley.bargaining import estimative
from parley.bargaining.forecasts import FEW, scores
from parley.bargaining.wording import percent
from parley.brief import standalone
from parley.brief.pictures import Picture, calibration_svg
from parley.desk.amiss import AmissError
from parley.desk.records import plainly
from parley.desk.scenarios import outlook_of
from parley.desk.tables import Cell, Table
from parley.record import Record, now
from parley.terms.log import Forecast
from parley.terms.outlook import Scores
from parley.terms.wire import to_object

COLUMNS = ("id", "question", "probability", "words", "by", "made", "resolves", "outcome", "scenario")
OWN = "The probability is the outlook's: Parley's own formula over the scenario's ranges, whose weights are priors."
NARROW = ("id", "question", "probability", "outcome")


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a question: a probability with the range it stands for, and when it will be known.

    What is left None comes from the scenario, if there is one.
    """

    question: str | None = None
    probability: float | None = None
    low: float | None = None
    high: float | None = None
    resolves: str | None = None


def completed(said: Said, scenario: Path | None = None) -> Said:
    """What is said, checked, with the outlook's question and chance where none is given.

    Raises AmissError for a probability that is none, or a wrong scenario.
    """
    full = _from_scenario(said, scenario) if scenario else said
    _checked(full)
    return full


def add(record: Record, said: Said, by: str, scenario: Path | None = None) -> Forecast:
    """Keep a forecast, complete, with who made it and when; the scenario is kept by its hash. Raises AmissError."""
    question, probability = _checked(said)
    at = now()
    key = hashlib.sha256("\x1f".join((question, at, by, str(probability))).encode("utf-8", "surrogatepass"))
    digest = hashlib.sha256(scenario.read_bytes()).hexdigest() if scenario else None
    made = Forecast(
        id=f"f{key.hexdigest()[:12]}",
        question=question,
        scenario=digest,
        probability=probability,
        made=at,
        resolves=said.resolves,
        low=said.low,
        high=said.high,
        by=by,
    )
    with plainly():
        record.keep_forecast(made)
    return made


def _from_scenario(said: Said, path: Path) -> Said:
    """What is said, with what the scenario's outlook says in the gaps."""
    o = outlook_of(path)
    mediated = any(c.id == "further" for c in o.conclusions)
    question = said.question or f"{o.title}: will {'a further round' if mediated else 'the talks'} end in an agreement?"
    if said.probability is not None:
        return replace(said, question=question)
    if o.chance is None:
        what = f"{path}: without a base rate the outlook gives no chance of an agreement"
        raise AmissError(what, "Add base_rate to [scenario], or say one: --probability 0.2")
    p = o.chance.probability
    return replace(said, question=question, probability=_kept(p.middle), low=_kept(p.low), high=_kept(p.high))


def _kept(probability: float) -> float:
    """Three places; never quite 0 or 1, which no later outcome could forgive."""
    return min(max(round(probability, 3), 0.001), 0.999)


def _checked(said: Said) -> tuple[str, float]:
    """The question and its probability. Raises AmissError naming what is missing or off the scale."""
    if not (said.question or "").strip():
        raise AmissError("the question is missing", 'Write it: parley forecasts add "Will they sign by May?"')
    p, low, high = said.probability, said.low, said.high
    if p is None:
        raise AmissError(
            "the probability is missing", "Say how likely, as --probability 0.2, or name a --scenario FILE"
        )
    for name, value in (("--probability", p), ("--low", low), ("--high", high)):
        if value is not None and not 0 < value < 1:
            raise AmissError(f"{name} {value:g} is not between 0 and 1", "Nothing is certain: 0.01 or 0.99, say")
    if not (p if low is None else low) <= p <= (p if high is None else high):
        raise AmissError("the probability lies outside its range", "Give --low below it and --high above it")
    if said.resolves is not None and not _is_day(said.resolves):
        raise AmissError(f"--resolves {said.resolves!r} is no day", "Write it as 2022-01-31")
    return str(said.question).strip(), p


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def settle(record: Record, wanted: str, came_true: bool, by: str, correct: bool = False) -> Forecast:
    """Enter a forecast's outcome. Raises AmissError for an unknown one, or one whose outcome is known to be another."""
    with plainly():
        found = [f for f in record.forecasts() if f.id.startswith(wanted)]
    if len(found) != 1:
        what = f"{len(found)} forecasts have an id that begins with {wanted!r}" if found else f"no forecast {wanted!r}"
        raise AmissError(what, "`parley forecasts list` lists them with their ids.")
    held = found[0]
    if held.outcome is not None and held.outcome != came_true and not correct:
        what = f"forecast {held.id} has the outcome {_word(held.outcome)!r} already, entered by {held.settled_by}"
        raise AmissError(what, "If that was wrong, say so: --correct. Both stay in the record's file.")
    if held.outcome == came_true:
        return held
    settled = replace(held, outcome=came_true, settled=now(), settled_by=by)
    with plainly():
        record.keep_forecast(settled)
    return settled


def kept(record: Record, only_open: bool = False) -> tuple[Forecast, ...]:
    """All forecasts, or those without an outcome."""
    with plainly():
        return tuple(f for f in record.forecasts() if not (only_open and f.outcome is not None))


def objects(found: tuple[Forecast, ...]) -> list[dict[str, Any]]:
    """Forecasts as objects of the contract, each with its words."""
    return [{**to_object(f), "words": estimative(f.probability)} for f in found]


def table(found: tuple[Forecast, ...], today: str) -> Table:
    """Forecasts as a table; one whose day has passed without an outcome is due."""
    return Table("Forecasts", COLUMNS, tuple(_row(f, today) for f in found), NARROW)


def _row(f: Forecast, today: str) -> tuple[Cell, ...]:
    due = f.outcome is None and f.resolves is not None and f.resolves < today
    outcome = "due" if due else _word(f.outcome)
    words = estimative(f.probability)
    return f.id, f.question, likely(f), words, f.by, f.made[:10], f.resolves, outcome, (f.scenario or "")[:12]


def _word(outcome: bool | None) -> str:
    return "open" if outcome is None else "yes" if outcome else "no"


def likely(f: Forecast) -> str:
    """A forecast's probability with the range it stands for.

    >>> likely(Forecast("f", "Q?", None, 0.2, "2031", low=0.1, high=0.35))
    '20% (10% to 35%)'
    """
    low, high = f.low, f.high
    reach = f" ({percent(low)} to {percent(high)})" if low is not None and high is not None else ""
    return f"{percent(f.probability)}{reach}"


def score(record: Record) -> Scores:
    """How good the forecasts with outcomes were. Raises AmissError where there is none."""
    found = kept(record)
    judged = [(f.probability, f.outcome) for f in found if f.outcome is not None]
    if not judged:
        raise AmissError("no forecast has an outcome yet", "Enter one: parley forecasts outcome ID yes")
    return scores(judged, len(found) - len(judged))


def words_of(s: Scores) -> Iterator[str]:
    """The scores in lines of text, with how little they may mean."""
    have = "forecast has" if s.n == 1 else "forecasts have"
    yield f"{s.n} {have} an outcome, {s.open} still open; {s.came} came true"
    yield f"Brier score {s.brier:.3f} (0 is best; always saying one half gives 0.250; {_constant(s)})"
    yield f"Log score   {s.log:.3f} (0 is best; always saying one half gives 0.693)"
    yield ""
    yield "said        n  came true  on average said  95% interval of what came true"
    for b in s.bands:
        share, reach = f"{b.came} of {b.n}", f"{b.at_least:.0%} to {b.at_most:.0%}"
        yield f"{f'{b.low:.0%}-{b.high:.0%}':9s} {b.n:3d}  {share:>9s}  {b.said:15.0%}  {reach}"
    yield from (f"Caution: {c}" for c in cautions(s))


def _constant(s: Scores) -> str:
    return f"always the {s.came / s.n:.0%} that came true, known only now, {s.constant:.3f}"


def cautions(s: Scores) -> Iterator[str]:
    """What to beware of when reading scores."""
    if s.few:
        yield f"n = {s.n} is few (below {FEW}, a limit of Parley's own): chance alone moves such scores a lot."
    if s.open:
        yield f"{s.open} without an outcome are not counted: those that are known first may be the easier ones."


def chart(s: Scores) -> str:
    """The calibration as an SVG file."""
    note = "Dots: bands of a tenth; upright lines: 95% intervals (Wilson). On the dashed line as much came as was said."
    few = f" n = {s.n} is few." if s.few else ""
    caption = f"Calibration: {s.n} forecasts, Brier score {s.brier:.3f}, log score {s.log:.3f}"
    return standalone(Picture("calibration", caption, calibration_svg(s), note + few))
