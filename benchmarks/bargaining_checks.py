"""Reference cases of the bargaining room, held against what the models say."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from parley.bargaining.bounds import bounds, deal
from parley.bargaining.challenge import challenge
from parley.bargaining.commitment import worth_of_fighting_now, worth_of_settling
from parley.bargaining.contest import contest
from parley.bargaining.credibility import bias_needed
from parley.bargaining.exchange import best_terms, exchanges
from parley.bargaining.graph import CONCEPTS, conflict_graph, stability
from parley.bargaining.inputs import Array, draw
from parley.bargaining.resolve import best_demand, risk_threshold
from parley.bargaining.spatial import Rules, spatial
from parley.bargaining.spatial import rules as choices
from parley.terms.scenario import Backing, Contender, Issue, Quantity, Scenario, Stakeholder, Stand

Case = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was measured, the figure as printed, the bar, and whether it is reached."""

    measure: str
    figure: str
    bar: str
    reached: bool | None = None

    def __str__(self) -> str:
        mark = {True: "reached", False: "NOT REACHED", None: ""}[self.reached]
        return f"{self.measure:58s} {self.figure:36s} {self.bar:30s} {mark}"


def load(folder: Path, pattern: str) -> Iterator[tuple[str, Case]]:
    """The cases of a kind, by name."""
    for path in sorted(folder.glob(pattern)):
        yield path.stem, json.loads(path.read_text("utf-8"))


WORDS: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "VotingRule": (
        "voting",
        {
            "Binary": choices.Voting.BINARY,
            "PropBin": choices.Voting.MIXED,
            "Prop": choices.Voting.PROPORTIONAL,
            "PropCbc": choices.Voting.CURVED,
            "Cubic": choices.Voting.CUBIC,
            "ASymProsp": choices.Voting.LOSS_AVERSE,
        },
    ),
    "VictoryProbModel": ("victory", {v.name.title(): v for v in choices.Victory}),
    "PCEModel": (
        "balance",
        {
            "Conditional": choices.Balance.CONDITIONAL,
            "MarkovUniform": choices.Balance.MARKOV_UNIFORM,
            "MarkovIncentive": choices.Balance.MARKOV_INCENTIVE,
        },
    ),
    "BigRRange": ("risk_range", {v.name.title(): v for v in choices.RiskRange}),
    "BigRAdjust": ("risk_guess", {v.name.title().replace("_", ""): v for v in choices.RiskGuess}),
    "ThirdPartyCommit": (
        "commitment",
        {
            "NoCommit": choices.Commitment.NONE,
            "SemiCommit": choices.Commitment.SEMI,
            "FullCommit": choices.Commitment.FULL,
        },
    ),
    "BargnModel": (
        "queue",
        {
            "InitOnlyInterp": choices.Queue.INITIATOR,
            "InitRcvrInterp": choices.Queue.BOTH,
            "PWCompInterp": choices.Queue.BETWEEN,
        },
    ),
    "StateTransitions": (
        "choice",
        {"Deterministic": choices.Choice.LIKELIEST, "Stochastic": choices.Choice.BY_LOT},
    ),
}


def rules_of(parameters: Mapping[str, str]) -> Rules:
    """A spatial case's parameters as rules; what it does not name is left at its default."""
    named: dict[str, Any] = {
        field: table[parameters[key]] for key, (field, table) in WORDS.items() if key in parameters
    }
    split = parameters.get("InterVecBrgn", "S2P2")
    if split == "S2PMax":
        return Rules(**named, split=choices.Split.WEAKER)
    return Rules(**named, salience_power=int(split[1]), chance_power=int(split[3]))


def spatial_row(name: str, case: Case) -> Row:
    """The probabilities of every turn; of a run by lot only the first can be compared."""
    x, s, c = (np.array([a[k] for a in case["actors"]], np.float64) for k in ("position", "salience", "capability"))
    rules = rules_of(case.get("parameters", {}))
    expected = np.array([case["published_result"]["prob_by_turn"][a["name"]] for a in case["actors"]]).T
    got = spatial(x, s / 100, c, rules).probabilities
    by_lot = rules.choice is choices.Choice.BY_LOT
    turns = 1 if by_lot else min(len(got), len(expected))
    worst = float(np.abs(got[:turns] - expected[:turns]).max())
    said = f"worst {worst:.1e} over {turns} of {len(expected)} turns{' (by lot)' if by_lot else ''}"
    reached = worst <= 5e-5 + 1e-9 and (by_lot or len(got) == len(expected))
    return Row(name, said, "every turn within 5e-5", reached)


def ends_row() -> Row:
    """Actors that all sit at 0 or 100."""
    lots = np.random.default_rng(1)
    bad = 0
    for _ in range(100):
        x: Array = lots.integers(0, 2, (12, 1)).astype(np.float64) * 100
        x[:2, 0] = 0, 100
        run = spatial(x, lots.uniform(0.1, 1, (12, 1)), lots.uniform(1, 100, 12))
        bad += not (np.isfinite(run.positions).all() and np.isfinite(run.probabilities).all())
    return Row("all actors at 0 or 100", f"{100 - bad} of 100 runs end", "no abort", bad == 0)


def graph_row(name: str, case: Case) -> Row:
    """The equilibria of all four concepts."""
    sides = case["decision_makers"]
    moves = [{int(s) - 1: [t - 1 for t in ends] for s, ends in d["reachable"].items()} for d in sides]
    found = stability(conflict_graph([d["name"] for d in sides], [d["payoff_rank_by_state"] for d in sides], moves))
    results = case["published_result"]
    expected = results.get("independent_solver_full_definition") or results["gmcr_py"]
    right = [c for c in CONCEPTS if [s + 1 for s in found.equilibria(c)] == sorted(expected[c])]
    return Row(name, f"{len(right)} of {len(CONCEPTS)} concepts exact", "all exact", len(right) == len(CONCEPTS))


def exchange_row(name: str, case: Case) -> Row:
    """Every trade with its gain, in order; or, of a case without trades, the figures that it has."""
    if "exchanges_equal_gain_R" not in case["published_result"]:
        return _two_by_two(name, case)
    issues, actors = case["issues"], case["actors"]
    x, s, c = (
        np.array([[a["issues"].get(q, {}).get(k, np.nan) for q in issues] for a in actors])
        for k in ("position", "salience", "capability")
    )
    run = exchanges([a["name"] for a in actors], issues, x, s, c)
    expected = case["published_result"]["exchanges_equal_gain_R"]
    same = sum(
        (e.first, e.gives, e.second, e.gets) == (r["supplier_i"], r["supply_i"], r["supplier_j"], r["supply_j"])
        and abs(e.gain - r["gain"]) < 1e-9
        for e, r in zip(run.exchanges, expected, strict=False)
    )
    said = f"{same} of {len(expected)} trades exact, {len(run.exchanges)} made"
    return Row(name, said, "all exact", same == len(expected) == len(run.exchanges))


def _two_by_two(name: str, case: Case) -> Row:
    """Two actors, two issues: outcomes, what full moves bring and cost, and the best terms of either."""
    one, other = ([a["issues"][q] for q in ("Issue-1", "Issue-2")] for a in case["actors"])
    w = [[v["salience"] * v["capability"] for v in row] for row in (one, other)]
    totals = [w[0][q] + w[1][q] for q in (0, 1)]
    span = [abs(one[q]["position"] - other[q]["position"]) for q in (0, 1)]
    shift = (span[0] * w[0][0] / totals[0], span[1] * w[1][1] / totals[1])
    s, t = ([v["salience"] for v in row] for row in (one, other))
    got = {
        "loss_actor1_issue1": shift[0] * s[0],
        "gain_actor2_issue1": shift[0] * t[0],
        "gain_actor1_issue2": shift[1] * s[1],
        "loss_actor2_issue2": shift[1] * t[1],
        "max_eu_actor_1": best_terms((s[1], s[0]), (t[1], t[0]), (shift[1], shift[0])),
        "max_eu_actor_2": best_terms((t[0], t[1]), (s[0], s[1]), (shift[0], shift[1])),
    }
    x, care, power = (
        np.array([[v[k] for v in row] for row in (one, other)], float) for k in ("position", "salience", "capability")
    )
    run = exchanges(["1", "2"], ["1", "2"], x, care, power)
    results = case["published_result"]
    pairs = [(got[k], _number(results[k])) for k in got if k in results]
    pairs += [(run.before[q], _number(results["nbs"][f"Issue-{q + 1}"])) for q in (0, 1)]
    right = sum(abs(a - b) < 1e-9 for a, b in pairs)
    return Row(name, f"{right} of {len(pairs)} figures exact", "all exact", right == len(pairs))


def _number(text: object) -> float:
    top, _, bottom = str(text).partition("/")
    return float(top) / float(bottom or 1)


def cars_rows(case: Case) -> Iterator[Row]:
    """The published mean, median and series of ten actors on car emissions."""
    x, s, c = (np.array([a[k] for a in case["actors"]]) for k in ("position", "salience", "capability"))
    run, told = challenge(x, s, c), case["published_result"]
    mean, median = float(run.means[0]), float(run.medians[0])
    yield Row("EU cars: weighted mean", f"{mean:.5f}", "7.38996", abs(mean - told["initial_weighted_mean"]) < 5e-6)
    yield Row("EU cars: weighted median", f"{median:g}", "7", median == told["initial_condorcet_median"])
    series = np.array(told["scholz_mean_series_rounds_0_10_read_from_chart"])
    off = float(np.abs(run.means[: len(series)] - series).max())
    reached = off <= 0.1 and len(run.means) >= len(series)
    yield Row("EU cars: challenge model, mean of 10 rounds", f"at most {off:.3f} off", "within 0.1", reached)


def closed_forms(case: Case) -> Iterator[Row]:
    """Each closed-form case, by what it gives and asks."""
    for one in case["cases"]:
        got = next((solve(one["inputs"]) for known, solve in SOLVERS if known <= one["inputs"].keys()), {})
        asked = one["result"]
        right = [k for k in asked if k in got and _alike(got[k], asked[k])]
        yield Row(one["name"], f"{len(right)} of {len(asked)} figures exact", "exact", len(right) == len(asked))


def _alike(got: Any, expected: Any) -> bool:
    if expected is None or isinstance(expected, bool):
        return got is expected
    return np.shape(got) == np.shape(expected) and bool(np.allclose(got, expected, atol=1e-9, rtol=0))


def _range(given: Case) -> dict[str, object]:
    """Two parties at the ends of a line, with what outsiders do for and to them."""
    drawn = draw(made := _war(given), 1, 1)
    c = contest(made, drawn)
    b = bounds(made, drawn, c)
    low, high = float(b.low[0]) / 100, float(b.high[0]) / 100
    fits = [o for o in given.get("options", ()) if low - 1e-12 <= o <= high + 1e-12]
    open_ = high >= low - 1e-12
    return {
        "range": [low, high] if open_ else None,
        "width": high - low,
        "nash_bargain_x": float(deal(c, b)[0]) / 100 if open_ else None,
        "feasible": fits,
    }


def _war(given: Case) -> Scenario:
    def number(value: float) -> Quantity:
        return Quantity(value, value, assumption="as the case gives it")

    def party(id_: str, at: float, prevail: float, cost: float) -> Stakeholder:
        stand = Stand("pie", number(at), number(1))
        return Stakeholder(id_, id_, number(1), (stand,), Contender(number(prevail)), number(cost))

    lent = {
        "subsidy_to_{}_if_war": "subsidy",
        "leverage_on_{}": "leverage",
        "inducement_to_{}": "inducement",
        "support_to_{}": "support",
    }
    backings = tuple(
        Backing("O", who, **{kind: number(given[key.format(who)])})
        for who in "AB"
        for key, kind in lent.items()
        if key.format(who) in given
    )
    options = tuple(100 * o for o in given.get("options", ()))
    pie = Issue("pie", "Pie", "B has it", "A has it", options)
    actors = (
        party("A", 100, given["p"], given["cA"]),
        party("B", 0, 1 - given["p"], given["cB"]),
        Stakeholder("O", "O", number(0), ()),
    )
    return Scenario("case", "?", "pie", (pie,), actors, backings)


def _shift(given: Case) -> dict[str, object]:
    """The declining side B, now and later."""
    now, later, patience = (np.array(float(given[k])) for k in ("p_now", "p_next", "delta"))
    cost = np.array(float(given["cB"]))
    fight = float(worth_of_fighting_now(1 - now, cost))
    settle = float(worth_of_settling(1 - later, cost, patience, given.get("guarantee", 0.0)))
    most = float(worth_of_settling(1 - later, -np.array(float(given["cA"])), patience, given.get("guarantee", 0.0)))
    return {
        "B_war_now": fight,
        "B_peace_if_rising_A_proposes_later": settle,
        "B_peace_upper_bound": most,
        "declining_B_attacks": fight > settle,
    }


def _resolve(given: Case) -> dict[str, object]:
    ends = given["c2_low"], given["c2_high"]
    got: dict[str, object] = {"q_star": risk_threshold(*ends, given["c1"])}
    if "q" in given:
        ask = best_demand(given["p"], given["c1"], *ends, given["q"])
        got |= {"offer_demand": ask.share, "war_probability": ask.conflict}
    return got


def _bias(given: Case) -> dict[str, object]:
    needed = bias_needed(*(np.array(float(given[k])) for k in ("mu", "w", "cL", "cH")))
    return {"b_star": float(needed) if np.isfinite(needed) else None}


SOLVERS: Sequence[tuple[set[str], Callable[[Case], dict[str, object]]]] = (
    ({"p", "cA", "cB"}, _range),
    ({"p_now", "p_next", "delta", "cA", "cB"}, _shift),
    ({"c1", "c2_low", "c2_high"}, _resolve),
    ({"mu", "w", "cL", "cH"}, _bias),
)
