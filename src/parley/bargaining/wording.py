"""The outlook in words: every sentence is made from figures, none is kept ready."""

from __future__ import annotations

from collections.abc import Iterator

from parley.bargaining.claims import listed
from parley.terms.outlook import (
    BargainingRange,
    Chance,
    Compromise,
    Conclusion,
    Gains,
    Outlook,
    Overturn,
    SecondOpinion,
    Spread,
    Trades,
)
from parley.terms.scenario import Scenario

SHOWN = 3
"""How many changes that would overturn a conclusion are said in words; the figures hold all."""

LOW_CONFIDENCE, HIGH_CONFIDENCE = 1 / 3, 2 / 3


def figure(value: float) -> str:
    """A figure as it is read: two places below 10, one above.

    >>> figure(0.256), figure(42.04), figure(30.0)
    ('0.26', '42', '30')
    """
    return f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}".removesuffix(".0")


def spread(s: Spread) -> str:
    """A spread as it is read.

    >>> spread(Spread(1, 2, 30))
    '2.00 (1.00 to 30)'
    """
    return figure(s.middle) if s.low == s.high else f"{figure(s.middle)} ({figure(s.low)} to {figure(s.high)})"


def percent(share: float) -> str:
    """A share as it is read; what is near 0 or 1 is not rounded onto it.

    >>> percent(0.5), percent(0.999), percent(1.0), percent(0.0001)
    ('50%', 'over 99%', '100%', 'under 1%')
    """
    if 0 < share < 0.01:
        return "under 1%"
    if 0.99 < share < 1:
        return "over 99%"
    return f"{share:.0%}"


def on_outlook(o: Outlook, scenario: Scenario) -> Iterator[str]:
    """All that an outlook says, its figures in sentences, in the order in which it is read."""
    yield from (on_compromise(c, scenario) for c in o.compromises)
    yield from on_range(o.bargaining, scenario)
    yield from on_gains(o.gains, o.bargaining)
    if o.chance:
        yield on_chance(o.chance)
    yield from map(on_conclusion, o.conclusions)
    yield from on_second_opinions(o.second_opinions, scenario)
    if o.trades:
        yield from on_trades(o.trades, scenario)


def on_compromise(c: Compromise, scenario: Scenario) -> str:
    """Where the actors' weights balance on one issue."""
    issue = scenario.issue(c.issue)
    return (
        f"{issue.name}: the actors' weights balance at {spread(c.mean)} of 100, the weighted median is "
        f"{spread(c.median)}; were there a settlement, four in five such lie between {figure(c.predicted.low)} and "
        f"{figure(c.predicted.high)} (0 is {issue.zero_means}; 100 is {issue.hundred_means})."
    )


def on_range(r: BargainingRange, scenario: Scenario) -> Iterator[str]:
    """What the parties could sign."""
    parties = listed([scenario.actor(p).name for p in r.parties])
    yield (
        f"What {parties} each prefer to no agreement overlaps by {spread(r.width)} points of 100; with red lines and "
        f"vetoes something can be signed in {percent(r.signable)} of draws."
    )
    if r.deal:
        yield f"Where it can, Nash bargaining settles at {spread(r.deal)} of 100."


def on_gains(g: Gains, r: BargainingRange) -> Iterator[str]:
    """Who gains from failure, and who from talking as such."""
    better = [row.name for row in g.rows if row.from_failure.middle > 0]
    talkers = [row.name for row in g.rows if row.talks.middle > 0]
    than = "the Nash deal" if r.signable >= 0.5 else "a deal in the middle of the gap between the parties"
    yield f"Better off without an agreement than with {than}: {listed(better) or 'nobody'}."
    yield f"Gain from talks that fail, as such: {listed(talkers) or 'nobody'}."


def on_chance(c: Chance) -> str:
    """The chance of an agreement with what moved it."""
    moved = "; ".join(f"{name} {log_odds:+.2f}" for name, log_odds in c.terms)
    return (
        f"Chance of an agreement: {percent(c.probability.middle)} ({percent(c.probability.low)} to "
        f"{percent(c.probability.high)}), {c.likelihood}, from a base rate of {percent(c.base.middle)} moved in "
        f"log-odds by {moved}. The weights are priors."
    )


def on_conclusion(c: Conclusion) -> str:
    """A conclusion, how firmly it stands, and what would turn it over."""
    said = f"{c.statement}: holds in {percent(c.share)} of draws over the assumed ranges ({c.likelihood}, given these)."
    both = "; or ".join(f"{on_overturn(one)} together with {on_overturn(other)}" for one, other in c.pairs[:SHOWN])
    two = f" Two at once that would: {both}." if both else ""
    if not c.overturns:
        return f"{said} No single input, moved along its whole scale, turns it over.{two}"
    nearest = "; or ".join(on_overturn(o) for o in c.overturns[:SHOWN])
    return f"{said} What would overturn it: {nearest}.{two}"


def on_overturn(o: Overturn) -> str:
    """One change of one input."""
    way = "rising" if o.then > o.now else "falling"
    where = "within" if o.within else "outside"
    if figure(o.now) == figure(o.then):
        return f"{o.words} {way} from {figure(o.now)} by next to nothing ({where} its assumed range)"
    return f"{o.words} {way} from {figure(o.now)} to {figure(o.then)} ({where} its assumed range)"


def confidence(stated: float, read: float) -> str:
    """Confidence, apart from likelihood, from the shares (0 to 1) of what drives the answer that rest on the record.

    `stated` is the share of inputs whose number a statement gives, `read` that of inputs for which a statement only
    chose a prior range: those never make confidence high. The limits, a third and two thirds, are Parley's own.
    """
    sourced = stated + read
    level = "low" if sourced < LOW_CONFIDENCE else "high" if stated >= HIGH_CONFIDENCE else "moderate"
    ranges = f", {percent(read)} by way of a prior range that a statement chose" if read else ""
    rest = ", the rest is assumed" if sourced < 1 else ""
    return f"{level} confidence: {percent(sourced)} of what drives the answer cites the record{ranges}{rest}"


def on_second_opinions(opinions: tuple[SecondOpinion, ...], scenario: Scenario) -> Iterator[str]:
    """What other models say, issue by issue; never more than a second opinion."""
    for issue in scenario.issues:
        said = [f"{o.method.name} {_opinion(o)}" for o in opinions if o.issue == issue.id]
        if said:
            yield f"Second opinions on {issue.name}, of 100: {'; '.join(said)}. No better tried than the mean."


def _opinion(o: SecondOpinion) -> str:
    return spread(o.forecast) if o.forecast else f"{figure(o.at_middle)} at mid-range"


def on_trades(t: Trades, scenario: Scenario) -> Iterator[str]:
    """The first trades across issues, and where they would take the outcomes."""
    if not t.trades:
        yield "Trade across issues: at mid-range no two actors could both gain by it."
        return
    names = {a.id: a.name for a in scenario.actors}
    issues = {i.id: i.name for i in scenario.issues}
    deals = [
        f"{names[x.first]} gives way on {issues[x.gives]}, {names[x.second]} on {issues[x.gets]}" for x in t.trades
    ]
    ends = [f"{issues[i]} from {figure(before)} to {figure(after)}" for i, before, after in t.outcomes]
    yield (
        f"Trade across issues could serve both sides of {len(t.trades)} {'pair' if len(t.trades) == 1 else 'pairs'} at "
        f"mid-range: {'; '.join(deals[:SHOWN])}. All made, outcomes would go: {listed(ends)}."
    )
