"""A first answer to a scenario while its figures are still being moved: the same models, without what tests them."""

from __future__ import annotations

from parley.bargaining.claims import claims
from parley.bargaining.estimative import estimative
from parley.bargaining.inputs import draw
from parley.bargaining.methods import Run
from parley.bargaining.outlook import bargaining_range, chance, compromise, gains, inputs_as_assumed
from parley.bargaining.solution import solve
from parley.bargaining.version import MODELS
from parley.terms.outlook import Conclusion, Outlook
from parley.terms.scenario import Scenario

DRAWS, SEED = 400, 1
CAUTION = "A first answer from few draws: what would overturn it, and what moves it most, come with the whole one."


def quick(scenario: Scenario, draws: int = DRAWS, seed: int = SEED) -> Outlook:
    """What `outlook` says, without sensitivity, second opinions, trades and indices.

    The figures are those of the whole outlook with the same draws and seed.
    """
    run, drawn = Run(seed, draws), draw(scenario, draws, seed)
    solved = solve(scenario, drawn)
    found = []
    for c in claims(scenario, solved):
        share = float((c.margin > 0).mean())
        statement, held = (c.holds, share) if share >= 0.5 else (c.fails, 1 - share)
        found.append(Conclusion(c.id, statement, held, estimative(held), (), (), holds_above=share >= 0.5))
    return Outlook(
        title=scenario.title,
        question=scenario.question,
        as_of=scenario.as_of,
        seed=seed,
        draws=draws,
        version=MODELS,
        compromises=tuple(compromise(scenario, i.id, drawn, run) for i in scenario.issues),
        bargaining=bargaining_range(scenario, solved, run),
        gains=gains(scenario, solved, run),
        chance=chance(drawn, solved, run),
        indices=(),
        conclusions=tuple(found),
        confidence="",
        words=(),
        cautions=(CAUTION,),
        inputs=inputs_as_assumed(drawn),
    )
