"""The how-to on what talks can yield: what its own report comes to, by the real reader and the one table of priors."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from parley.bargaining import outlook
from parley.desk.readers import readers
from parley.desk.records import open_record
from parley.desk.reports import read_into
from parley.desk.scenarios import drafted
from parley.settings import parse_scenario
from parley.terms.outlook import Outlook
from parley.terms.scenario import Quantity, Scenario

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "what-can-these-talks-yield.md"


@pytest.fixture(scope="module")
def scenario(tmp_path_factory: pytest.TempPathFactory) -> Scenario:
    """The page's report, read and drafted as the page says."""
    folder = tmp_path_factory.mktemp("page")
    told = re.search(r"<<'END'\n(.*?)^END$", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    assert told is not None
    (folder / "weekend.txt").write_text(told[1], encoding="utf-8")
    record = open_record(folder / "talks.db")
    read_into(record, [folder / "weekend.txt"], readers(None))
    return parse_scenario(drafted(record, "Tehran"))


def asked(scenario: Scenario) -> Outlook:
    """Its outlook, from draws enough to tell directions."""
    return outlook(scenario, 1000, 1)


def test_the_three_conclusions_follow(scenario: Scenario) -> None:
    """No terms to sign, a further round unlikely, and the host better off though the talks failed."""
    o = asked(scenario)
    assert o.bargaining.signable < 0.5
    assert o.chance is not None
    assert o.chance.probability.high < 0.5
    host = next(g for g in o.gains.rows if g.actor == scenario.hosts[0])
    assert host.talks.low > 0


def test_each_rests_on_something_told(scenario: Scenario) -> None:
    """What is told chose its ranges by a statement; the rest says that it is an assumption."""
    cited = {i.input for i in asked(scenario).inputs if i.source}
    assert any("cost_no_agreement" in label for label in cited)
    assert any("talks_benefit" in label for label in cited)
    assert any("leverage" in label for label in cited)


def test_costly_refusal_widens_what_each_prefers_to_none(scenario: Scenario) -> None:
    """Were refusing to cost the stronger party dearly, there would be more room, and it would gain less by failure."""
    first = scenario.contenders[0]
    dear = replace(first, cost_no_agreement=Quantity(0.6, 0.8, assumption="isolation"))
    then = replace(scenario, actors=tuple(dear if a is first else a for a in scenario.actors))
    before, after = asked(scenario), asked(then)
    assert after.bargaining.width.middle > before.bargaining.width.middle
    gained = [next(g.from_failure.middle for g in o.gains.rows if g.actor == first.id) for o in (before, after)]
    assert gained[1] < gained[0]


def test_every_conclusion_says_what_would_overturn_it(scenario: Scenario) -> None:
    """One change or two at once, for each conclusion."""
    assert all(c.overturns or c.pairs for c in asked(scenario).conclusions)
