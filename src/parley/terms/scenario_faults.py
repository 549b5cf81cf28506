"""What is wrong with a scenario: each fault names its field, what is wrong there and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parley.terms.scenario import SCALES, Quantity, RedLine, Scenario, Stakeholder, Stand

MOST = 1e12
"""The largest number of an open scale; sums of larger ones would soon be no numbers."""
Path = tuple[str | int, ...]
"""Where in the file: tables by name, their number among their like, then the key."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: where, what, and the remedy."""

    path: Path
    what: str
    remedy: str


def faults_of(scenario: Scenario) -> tuple[Fault, ...]:
    """Everything that keeps a scenario from being modelled, in the order of the file."""
    checks = (_quantities, _names, _references, _actors, _issues, _red_lines, _vetoes)
    return tuple(f for check in checks for f in check(scenario))


def fields_of(scenario: Scenario) -> Iterator[tuple[Path, str, Quantity]]:
    """Every quantity of a scenario: its path, the name of its scale, and itself."""
    yield from _given(("scenario",), (("base_rate", scenario.base_rate), ("patience", scenario.patience)))
    for i, a in enumerate(scenario.actors):
        yield from _fields_of_actor(("actor", i), a)
    for i, b in enumerate(scenario.backings):
        found = (("support", b.support), ("subsidy", b.subsidy), ("leverage", b.leverage), ("inducement", b.inducement))
        yield from _given(("backing", i), found)
    for i, t in enumerate(scenario.ties):
        yield ("tie", i, "strength"), "tie", t.strength
        yield from _given(("tie", i), (("veto", t.veto),))
    if scenario.mediator:
        m = scenario.mediator
        yield from _given(("mediator",), (("bias", m.bias), ("stake", m.stake), ("error", m.error)))
        for i, lever in enumerate(m.levers):
            pair = (("leverage", lever.leverage), ("inducement", lever.inducement))
            yield from _given(("mediator", "lever", i), pair)


def _given(at: Path, named: Iterable[tuple[str, Quantity | None]]) -> Iterator[tuple[Path, str, Quantity]]:
    for key, quantity in named:
        if quantity is not None:
            yield (*at, key), key, quantity


def _fields_of_actor(at: Path, a: Stakeholder) -> Iterator[tuple[Path, str, Quantity]]:
    yield (*at, "capability"), "capability", a.capability
    own = (
        ("cost_no_agreement", a.cost_no_agreement),
        ("talks_benefit", a.talks_benefit),
        ("failed_talks_cost", a.failed_talks_cost),
    )
    yield from _given(at, own)
    if a.contender:
        yield (*at, "prevail"), "prevail", a.contender.prevail
        yield from _given(at, (("cohesion", a.contender.cohesion),))
        if a.contender.prevail_later:
            yield (*at, "prevail_later"), "prevail", a.contender.prevail_later
    for j, s in enumerate(a.stands):
        yield (*at, "stand", j, "position"), "position", s.position
        yield (*at, "stand", j, "salience"), "salience", s.salience
    for j, line in enumerate(a.contender.red_lines if a.contender else ()):
        for key, quantity in (("at_least", line.at_least), ("at_most", line.at_most)):
            if quantity:
                yield (*at, "red_line", j, key), "red_line", quantity


def _quantities(scenario: Scenario) -> Iterator[Fault]:
    for path, kind, q in fields_of(scenario):
        scale = SCALES[kind]
        if q.low < scale.low or q.high > scale.high:
            yield Fault(path, f"{q.low:g} to {q.high:g} is off the scale", f"give {scale.means}")
        elif q.high > MOST:
            yield Fault(path, f"{q.high:g} is too large to reckon with", f"give {scale.means}, up to {MOST:g}")
    for i, t in enumerate(scenario.ties):
        if not 0 <= t.threshold <= 1:
            yield Fault(("tie", i, "threshold"), f"{t.threshold:g} is off the scale", "give 0 to 1")


def _names(scenario: Scenario) -> Iterator[Fault]:
    for table, ids in (("actor", [a.id for a in scenario.actors]), ("issue", [i.id for i in scenario.issues])):
        for i, name in enumerate(ids):
            if name in ids[:i]:
                yield Fault((table, i, "id"), f"{name!r} is used twice", f"give each {table} an id of its own")


def _actors(scenario: Scenario) -> Iterator[Fault]:
    if len(scenario.actors) < 2:
        yield Fault(("actor", 0), "one actor cannot bargain", "add a second [[actor]]")
    elif len(scenario.contenders) < 2:
        yield Fault(("actor", 0), "fewer than two parties to the conflict", "give two actors `prevail`")
    elif not any(a.contender and a.contender.prevail.high > 0 for a in scenario.actors):
        first = scenario.actors.index(scenario.contenders[0])
        yield Fault(("actor", first, "prevail"), "no party has any chance of prevailing", "give one of them some")
    known = {i.id for i in scenario.issues}
    for i, a in enumerate(scenario.actors):
        if a.contender and a.cost_no_agreement is None:
            yield Fault(("actor", i), f"the party {a.id!r} has no cost of no agreement", "add cost_no_agreement")
        if a.contender and scenario.contested in known and a.on(scenario.contested) is None:
            remedy = f'add [[actor.stand]] with issue = "{scenario.contested}"'
            yield Fault(("actor", i), f"the party {a.id!r} has no stand on the contested issue", remedy)
        yield from _unheard(scenario, i, a)
        seen: set[str] = set()
        for j, s in enumerate(a.stands):
            if s.issue in seen:
                yield Fault(("actor", i, "stand", j, "issue"), f"a second stand on {s.issue!r}", "keep one of them")
            seen.add(s.issue)


def _unheard(scenario: Scenario, i: int, a: Stakeholder) -> Iterator[Fault]:
    stand = a.on(scenario.contested)
    if a.contender and stand and not a.capability.high > 0:
        yield Fault(("actor", i, "capability"), f"the party {a.id!r} has no weight", "give it some, or leave it out")
    elif a.contender and stand and not stand.salience.high > 0:
        at = ("actor", i, "stand", a.stands.index(stand), "salience")
        yield Fault(at, f"the contested issue does not matter to the party {a.id!r}", "give it some salience")


def _issues(scenario: Scenario) -> Iterator[Fault]:
    if not scenario.issues:
        yield Fault(("scenario",), "there is nothing to bargain over", "add an [[issue]]")
    for i, issue in enumerate(scenario.issues):
        if any(not 0 <= o <= 100 for o in issue.options):
            yield Fault(("issue", i, "options"), "an option is off the scale", "give places from 0 to 100")
        if issue.zero_means.strip() == issue.hundred_means.strip():
            what = f"0 and 100 mean the same on {issue.id!r}"
            yield Fault(("issue", i, "hundred_means"), what, "say what the other end is")
        stands = [(a, s) for a in scenario.actors if (s := a.on(issue.id))]
        heard = [s for a, s in stands if a.capability.high > 0 and s.salience.high > 0]
        if len(heard) < 2:
            what = f"the issue {issue.id!r} is empty: fewer than two actors with weight stand on it"
            yield Fault(("issue", i), what, "add stands with salience, or leave the issue out")
        elif _all_equal(heard):
            what = f"all actors stand at {heard[0].position.low:g} on {issue.id!r}"
            yield Fault(("issue", i), what, "there is nothing to settle: leave it out, or say where they differ")
        elif issue.id == scenario.contested and _all_equal([s for a, s in stands if a.contender]):
            yield Fault(("issue", i), f"the parties all stand at one point of {issue.id!r}", "say where they differ")


def _all_equal(stands: list[Stand]) -> bool:
    places = {q for s in stands for q in (s.position.low, s.position.high)}
    return len(places) == 1


def _red_lines(scenario: Scenario) -> Iterator[Fault]:
    for i, a in enumerate(scenario.actors):
        for j, line in enumerate(a.contender.red_lines if a.contender else ()):
            yield from _red_line(a, line, ("actor", i, "red_line", j))
        yield from _crossed(i, a.contender.red_lines if a.contender else ())


def _crossed(i: int, lines: tuple[RedLine, ...]) -> Iterator[Fault]:
    """A party's red lines on one issue that leave nothing between them, though each by itself would."""
    for j, line in enumerate(lines):
        for other in (o for o in lines[:j] if o.issue == line.issue):
            for low, high in ((line.at_least, other.at_most), (other.at_least, line.at_most)):
                if low and high and low.high > high.low:
                    what = f"contradictory red lines: at least {low.high:g} and, elsewhere, at most {high.low:g}"
                    yield Fault(("actor", i, "red_line", j), what, "keep one of the two, or move one")


def _red_line(a: Stakeholder, line: RedLine, at: Path) -> Iterator[Fault]:
    low, high, stand = line.at_least, line.at_most, a.on(line.issue)
    if low is None and high is None:
        yield Fault(at, "a red line with no line", "add at_least or at_most")
    if low and high and low.high > high.low:
        what = f"contradictory red lines: at least {low.high:g} and at most {high.low:g}"
        yield Fault((*at, "at_least"), what, "keep at_least below at_most over their whole ranges")
    for key, broken in (
        ("at_least", bool(stand and low and low.high > stand.position.high)),
        ("at_most", bool(stand and high and high.low < stand.position.low)),
    ):
        if broken:
            what = f"contradictory red lines: {a.id!r} would refuse its own position"
            yield Fault((*at, key), what, "move the line or the position")


def _references(scenario: Scenario) -> Iterator[Fault]:
    actors, issues = [a.id for a in scenario.actors], [i.id for i in scenario.issues]
    parties = [a.id for a in scenario.contenders]
    for path, name, known, kind in _named(scenario, actors, issues, parties):
        if name not in known:
            yield Fault(path, f"unknown {kind} {name!r}", f"use one of {', '.join(known) or 'those you add'}")
    for i, b in enumerate(scenario.backings):
        if b.giver == b.receiver:
            yield Fault(("backing", i, "to"), f"{b.giver!r} backs itself", "name another, or change its own figures")
    for i, t in enumerate(scenario.ties):
        if t.client == t.patron:
            yield Fault(("tie", i, "patron"), f"{t.client!r} is its own patron", "name another")


def _named(
    scenario: Scenario, actors: list[str], issues: list[str], parties: list[str]
) -> Iterator[tuple[Path, str, list[str], str]]:
    yield ("scenario", "contested"), scenario.contested, issues, "issue"
    for h in scenario.hosts:
        yield ("scenario", "hosts"), h, actors, "actor"
    for i, a in enumerate(scenario.actors):
        for j, s in enumerate(a.stands):
            yield ("actor", i, "stand", j, "issue"), s.issue, issues, "issue"
        for j, line in enumerate(a.contender.red_lines if a.contender else ()):
            yield ("actor", i, "red_line", j, "issue"), line.issue, issues, "issue"
    for i, b in enumerate(scenario.backings):
        yield ("backing", i, "from"), b.giver, actors, "actor"
        yield ("backing", i, "to"), b.receiver, parties, "party"
    for i, t in enumerate(scenario.ties):
        yield ("tie", i, "client"), t.client, parties, "party"
        yield ("tie", i, "patron"), t.patron, actors, "actor"
    if scenario.mediator:
        m = scenario.mediator
        yield ("mediator", "actor"), m.actor, actors, "actor"
        if m.advises:
            yield ("mediator", "advises"), m.advises, parties, "party"
        for i, lever in enumerate(m.levers):
            yield ("mediator", "lever", i, "on"), lever.on, parties, "party"


def _vetoes(scenario: Scenario) -> Iterator[Fault]:
    stand_there = {a.id for a in scenario.actors if a.on(scenario.contested)}
    for i, t in enumerate(scenario.ties):
        if t.veto and t.patron not in stand_there:
            remedy = f'give {t.patron!r} a stand with issue = "{scenario.contested}", or take the veto out'
            yield Fault(("tie", i, "veto"), f"the patron {t.patron!r} has no stand on the contested issue", remedy)
