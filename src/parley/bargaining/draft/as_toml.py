"""A scenario as the TOML text that a person reads and changes; `parley.settings` reads it back."""

from __future__ import annotations

import json
from collections.abc import Iterator

from parley.terms.scenario import Quantity, Scenario, Stakeholder


def as_toml(scenario: Scenario) -> str:
    """The scenario's TOML form."""
    return "\n".join(_lines(scenario)) + "\n"


def _lines(s: Scenario) -> Iterator[str]:
    yield "# What is told cites a statement; the rest is a prior from one table. Change any of it and ask again."
    yield ""
    yield "[scenario]"
    yield from _texts(("title", s.title), ("question", s.question), ("contested", s.contested), ("talk", s.talk))
    if s.as_of:
        yield f"as_of = {s.as_of}"
    if s.hosts:
        yield f"hosts = {json.dumps(list(s.hosts), ensure_ascii=False)}"
    yield from _numbers(("base_rate", s.base_rate), ("patience", s.patience))
    for i in s.issues:
        yield from ("", "[[issue]]")
        yield from _texts(
            ("id", i.id), ("name", i.name), ("zero_means", i.zero_means), ("hundred_means", i.hundred_means)
        )
        if i.options:
            yield f"options = {list(i.options)}"
    for a in s.actors:
        yield from _actor(a)
    for b in s.backings:
        yield from ("", "[[backing]]")
        yield from _texts(("from", b.giver), ("to", b.receiver))
        yield from _numbers(
            ("support", b.support), ("subsidy", b.subsidy), ("leverage", b.leverage), ("inducement", b.inducement)
        )
    for t in s.ties:
        yield from ("", "[[tie]]")
        yield from _texts(("client", t.client), ("patron", t.patron))
        yield f"threshold = {t.threshold:g}"
        yield from _numbers(("strength", t.strength), ("veto", t.veto))
    yield from _mediator(s)


def _actor(a: Stakeholder) -> Iterator[str]:
    yield from ("", "[[actor]]")
    yield from _texts(("id", a.id), ("name", a.name))
    yield from _numbers(("capability", a.capability))
    if a.contender:
        c = a.contender
        yield from _numbers(("prevail", c.prevail), ("prevail_later", c.prevail_later), ("cohesion", c.cohesion))
    yield from _numbers(
        ("cost_no_agreement", a.cost_no_agreement),
        ("talks_benefit", a.talks_benefit),
        ("failed_talks_cost", a.failed_talks_cost),
    )
    for stand in a.stands:
        yield from ("", "[[actor.stand]]")
        yield from _texts(("issue", stand.issue))
        yield from _numbers(("position", stand.position), ("salience", stand.salience))
    for line in a.contender.red_lines if a.contender else ():
        yield from ("", "[[actor.red_line]]")
        yield from _texts(("issue", line.issue))
        yield from _numbers(("at_least", line.at_least), ("at_most", line.at_most))


def _mediator(s: Scenario) -> Iterator[str]:
    m = s.mediator
    if m is None:
        return
    yield from ("", "[mediator]")
    yield from _texts(("actor", m.actor), ("advises", m.advises))
    yield from _numbers(("bias", m.bias), ("stake", m.stake), ("error", m.error))
    for lever in m.levers:
        yield from ("", "[[mediator.lever]]")
        yield from _texts(("on", lever.on))
        yield from _numbers(("leverage", lever.leverage), ("inducement", lever.inducement))


def _texts(*named: tuple[str, str | None]) -> Iterator[str]:
    for key, text in named:
        if text is not None:
            yield f"{key} = {json.dumps(text, ensure_ascii=False)}"


def _numbers(*named: tuple[str, Quantity | None]) -> Iterator[str]:
    for key, q in named:
        if q is not None:
            bounds = f"value = {q.low!r}" if q.low == q.high else f"low = {q.low!r}, high = {q.high!r}"
            told = "".join(
                f", {word} = {json.dumps(text, ensure_ascii=False)}"
                for word, text in (("source", q.source), ("assumption", q.assumption))
                if text
            )
            yield f"{key} = {{ {bounds}{told} }}"
