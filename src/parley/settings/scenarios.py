"""Scenario files: TOML to a `Scenario` that can be modelled. The format is in docs/explanation/bargaining.md."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from parley.settings.errors import ScenarioError
from parley.settings.toml_file import Table, TomlFile, parse_toml, read_toml
from parley.terms.scenario import (
    Backing,
    Contender,
    Issue,
    Lever,
    Mediator,
    PatronTie,
    Quantity,
    RedLine,
    Scenario,
    Stakeholder,
    Stand,
)
from parley.terms.scenario_faults import faults_of


def load_scenario(path: Path) -> Scenario:
    """A scenario from a file. Raises ScenarioError naming file, line, field and remedy."""
    return _scenario(read_toml(path, ScenarioError))


def parse_scenario(text: str, name: str = "scenario") -> Scenario:
    """A scenario from a text; `name` stands for the file in errors. Raises ScenarioError."""
    return _scenario(parse_toml(text, name, ScenarioError))


def scenario_from(tables: Mapping[str, Any], name: str = "scenario") -> Scenario:
    """A scenario from tables that are parsed already; errors have no line. Raises ScenarioError."""
    return _scenario(TomlFile(name, "", tables, ScenarioError))


def _scenario(file: TomlFile) -> Scenario:
    root = file.root()
    head = root.table("scenario")
    if head is None:
        file.refuse(("scenario",), "is missing", "begin the file with [scenario], title and question")
    issues = tuple(_issue(t) for t in root.tables("issue"))
    scenario = Scenario(
        title=head.text("title"),
        question=head.text("question"),
        contested=head.text_or_none("contested") or (issues[0].id if issues else ""),
        issues=issues,
        actors=tuple(_actor(t) for t in root.tables("actor")),
        backings=tuple(_backing(t) for t in root.tables("backing")),
        ties=tuple(_tie(t) for t in root.tables("tie")),
        mediator=_mediator(root.table("mediator")),
        hosts=head.texts("hosts"),
        as_of=head.day("as_of"),
        talk=head.text_or_none("talk"),
        base_rate=_quantity_or_none(head, "base_rate"),
        patience=_quantity_or_none(head, "patience"),
    )
    head.done()
    root.done()
    for fault in faults_of(scenario):
        file.refuse(fault.path, fault.what, fault.remedy)
    return scenario


def _issue(t: Table) -> Issue:
    ends = t.text("zero_means"), t.text("hundred_means")
    made = Issue(t.text("id"), t.text("name"), *ends, t.numbers("options"))
    t.done()
    return made


def _actor(t: Table) -> Stakeholder:
    made = Stakeholder(
        id=t.text("id"),
        name=t.text("name"),
        capability=_quantity(t, "capability"),
        stands=tuple(_stand(s) for s in t.tables("stand")),
        contender=_contender(t),
        cost_no_agreement=_quantity_or_none(t, "cost_no_agreement"),
        talks_benefit=_quantity_or_none(t, "talks_benefit"),
        failed_talks_cost=_quantity_or_none(t, "failed_talks_cost"),
    )
    t.done()
    return made


def _contender(t: Table) -> Contender | None:
    prevail = _quantity_or_none(t, "prevail")
    cohesion, later = _quantity_or_none(t, "cohesion"), _quantity_or_none(t, "prevail_later")
    red_lines = tuple(_red_line(r) for r in t.tables("red_line"))
    if prevail:
        return Contender(prevail, red_lines, cohesion, later)
    for key, given in (("red_line", red_lines), ("cohesion", cohesion), ("prevail_later", later)):
        if given:
            t.refuse(key, "belongs to a party to the conflict", "add `prevail`, or take this out")
    return None


def _stand(t: Table) -> Stand:
    made = Stand(t.text("issue"), _quantity(t, "position"), _quantity(t, "salience"))
    t.done()
    return made


def _red_line(t: Table) -> RedLine:
    made = RedLine(t.text("issue"), _quantity_or_none(t, "at_least"), _quantity_or_none(t, "at_most"))
    t.done()
    return made


def _backing(t: Table) -> Backing:
    made = Backing(
        t.text("from"),
        t.text("to"),
        _quantity_or_none(t, "support"),
        _quantity_or_none(t, "subsidy"),
        _quantity_or_none(t, "leverage"),
        _quantity_or_none(t, "inducement"),
    )
    t.done()
    return made


def _tie(t: Table) -> PatronTie:
    made = PatronTie(
        t.text("client"),
        t.text("patron"),
        _quantity(t, "strength"),
        _quantity_or_none(t, "veto"),
        t.number("threshold", 0.5),
    )
    t.done()
    return made


def _mediator(t: Table | None) -> Mediator | None:
    if t is None:
        return None
    made = Mediator(
        t.text("actor"),
        t.text_or_none("advises"),
        _quantity_or_none(t, "bias"),
        _quantity_or_none(t, "stake"),
        _quantity_or_none(t, "error"),
        tuple(_lever(v) for v in t.tables("lever")),
    )
    t.done()
    return made


def _lever(t: Table) -> Lever:
    made = Lever(t.text("on"), _quantity_or_none(t, "leverage"), _quantity_or_none(t, "inducement"))
    t.done()
    return made


def _quantity(t: Table, key: str) -> Quantity:
    made = _quantity_or_none(t, key)
    if made is None:
        t.refuse(key, "is missing", f'write {key} = {{ low = …, high = …, assumption = "why" }}')
    return made


def _quantity_or_none(t: Table, key: str) -> Quantity | None:
    if t.values.get(key) is not None and not isinstance(t.values[key], dict):
        t.refuse(key, f"{t.values[key]!r} rests on nothing", f'write {key} = {{ value = …, assumption = "why" }}')
    q = t.table(key)
    if q is None:
        return None
    low, high = _bounds(q, key)
    source, assumption = q.text_or_none("source"), q.text_or_none("assumption")
    q.done()
    try:
        return Quantity(low, high, source, assumption)
    except ValueError as e:
        what, _, remedy = str(e).partition("; ")
        t.refuse(key, what, remedy)


def _bounds(q: Table, key: str) -> tuple[float, float]:
    point = {"value"} <= q.values.keys()
    ends = q.values.keys() & {"low", "high"}
    if point == bool(ends) or len(ends) == 1:
        q.refuse(None, f"{key} needs either a value, or a low and a high", "give one or the other")
    value, low, high = q.number("value", 0.0), q.number("low", 0.0), q.number("high", 0.0)
    return (value, value) if point else (low, high)
