"""The benchmark's checks, on small cases of our own: they pass where the figures are right, and fail where not."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]

HELP = {
    "decision_makers": [
        {"name": "a", "payoff_rank_by_state": [2, 1, 4, 3], "reachable": {"1": [2], "2": [1], "3": [4], "4": [3]}},
        {"name": "b", "payoff_rank_by_state": [2, 4, 1, 3], "reachable": {"1": [3], "3": [1], "2": [4], "4": [2]}},
    ],
    "published_result": {
        "independent_solver_full_definition": {"Nash": [1], "GMR": [1, 4], "SMR": [1, 4], "SEQ": [1, 4]}
    },
}
ON_PAPER = {
    "cases": [
        {
            "name": "range",
            "inputs": {"p": 0.5, "cA": 0.2, "cB": 0.1},
            "result": {"range": [0.3, 0.6], "width": 0.3, "nash_bargain_x": 0.45},
        },
        {
            "name": "closed by a subsidy",
            "inputs": {"p": 0.5, "cA": 0.1, "cB": 0.1, "subsidy_to_A_if_war": 0.3},
            "result": {"range": None, "width": -0.1},
        },
        {"name": "bias", "inputs": {"mu": 0.5, "w": 0.2, "cL": 0.1, "cH": 0.4}, "result": {"b_star": 1.0}},
    ]
}
TWO = {
    "actors": [
        {"name": "x", "capability": 3.0, "position": [20.0], "salience": [50.0]},
        {"name": "y", "capability": 1.0, "position": [60.0], "salience": [50.0]},
    ],
    "parameters": {},
    "published_result": {"prob_by_turn": {"x": [0.75], "y": [0.25]}},
}


@pytest.fixture
def bargaining(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The benchmark, loaded as it is when it is run."""
    monkeypatch.syspath_prepend(str(ROOT))
    from benchmarks import bargaining

    yield bargaining
    for name in [n for n in sys.modules if n.split(".")[0] == "benchmarks"]:
        del sys.modules[name]


def verdicts(bargaining: ModuleType, folder: Path, **cases: Any) -> dict[str, bool | None]:
    for name, case in cases.items():
        (folder / f"{name}.json").write_text(json.dumps(case), encoding="utf-8")
    return {r.measure: r.reached for r in bargaining.case_rows(folder)}


def test_right_figures_are_reached(bargaining: ModuleType, tmp_path: Path) -> None:
    """Two who may help each other, and closed forms worked on paper."""
    found = verdicts(bargaining, tmp_path, gmcr_help=HELP, analytic_own=ON_PAPER)
    assert found["gmcr_help"]
    assert found["range"]
    assert found["closed by a subsidy"]
    assert found["bias"]
    assert found["all actors at 0 or 100"]


def test_wrong_figures_are_not(bargaining: ModuleType, tmp_path: Path) -> None:
    """Another equilibrium, a figure off by a hundredth, one that is not known, a run of another length."""
    results = {"Nash": [4], "GMR": [1, 4], "SMR": [1, 4], "SEQ": [1, 4]}
    other = HELP | {"published_result": {"independent_solver_full_definition": results}}
    off = {
        "cases": [
            {"name": "off", "inputs": {"p": 0.5, "cA": 0.2, "cB": 0.1}, "result": {"width": 0.31}},
            {"name": "unknown", "inputs": {"p": 0.5, "cA": 0.2, "cB": 0.1}, "result": {"colour": "red"}},
        ]
    }
    found = verdicts(bargaining, tmp_path, gmcr_help=other, analytic_own=off, ktab_two=TWO)
    assert not any(found[name] for name in ("gmcr_help", "off", "unknown", "ktab_two"))
