"""Hypothesis strategies for the contract's values, made from their types.

`values(cls)` gives any value of a frozen class; `slices()` whole slices whose ids hang together.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Hashable, Mapping
from enum import Enum
from functools import cache
from typing import Any, Union, cast, get_args, get_origin

from hypothesis import strategies as st

from parley.terms.actor import Actor
from parley.terms.affiliation import Affiliation
from parley.terms.bodies import BODIES
from parley.terms.enums import Form
from parley.terms.log import Decision, MergeProposal
from parley.terms.report import Report
from parley.terms.slice import ReaderInfo, Slice
from parley.terms.statement import Proposal, Statement, Talk
from parley.terms.values import Span, Voice
from parley.terms.wire import hints

TEXTS = st.text(max_size=6)
REPORTS = st.sampled_from(["r1", "r2", "r3"])
ACTORS = st.sampled_from(["ardova", "belmark", "orlan", "reed-front"])
NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)

_BY_NAME: dict[str, st.SearchStrategy[Any]] = {
    "report": REPORTS,
    "who": st.one_of(st.none(), st.just("report"), ACTORS),
    "actors": st.lists(ACTORS, max_size=2).map(tuple),
    "recipients": st.lists(ACTORS, max_size=2).map(tuple),
    "members": st.lists(ACTORS, max_size=2).map(tuple),
    "sign": st.sampled_from([-1, 0, 1]),
    "confidence": st.floats(0, 1),
    "sha256": st.text("0123456789abcdef", min_size=64, max_size=64),
}
_SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: st.integers(-(2**40), 2**40),
    float: NUMBERS,
    bool: st.booleans(),
    object: st.one_of(st.none(), st.booleans(), st.integers(), TEXTS, st.lists(TEXTS, max_size=2)),
}


def values(cls: type[Any]) -> st.SearchStrategy[Any]:
    """Any value of one of the contract's classes."""
    return _values(cast(Hashable, cls))


@cache
def _values(cls: Any) -> st.SearchStrategy[Any]:
    if cls is Span:
        return st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda p: Span(min(p), max(p)))
    fields = {name: _of(hint, name) for name, hint in hints(cls).items() if name not in ("form", "body")}
    if cls is Affiliation:
        fields["who"] = ACTORS
    if "body" not in hints(cls):
        return st.builds(cls, **fields)
    forms = [f for f in Form if cls is Proposal or f is not Form.TALK]
    return st.sampled_from(forms).flatmap(lambda form: of_form(cls, form))


def of_form(cls: type[Any], form: Form) -> st.SearchStrategy[Any]:
    """Any proposal or statement of one form."""
    fields = {name: _of(hint, name) for name, hint in hints(cls).items() if name not in ("form", "body")}
    return st.builds(cls, form=st.just(form), body=values(BODIES[form]), **fields)


def _of(hint: Any, name: str) -> st.SearchStrategy[Any]:
    """Any value of a field's type; by the field's name where that says more."""
    if name in _BY_NAME:
        return _BY_NAME[name]
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return st.none() | _of(next(a for a in args if a is not type(None)), name)
    if origin is tuple and args[-1] is Ellipsis:
        return st.lists(_of(args[0], ""), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*(_of(a, "") for a in args))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    return values(hint) if dataclasses.is_dataclass(hint) and isinstance(hint, type) else _SCALARS[hint]


def _some(cls: type[Any], key: str = "id") -> st.SearchStrategy[list[Any]]:
    return st.lists(values(cls), max_size=3, unique_by=lambda v: getattr(v, key))


def quoting(value: Any, texts: Mapping[str, str | None]) -> st.SearchStrategy[Any]:
    """A proposal, statement or talk with its quotes, and those of its voices, taken from its reports' texts."""

    def quoted(part: Any, draw: st.DrawFn) -> Any:
        text = texts.get(part.report)
        if text is None or (isinstance(part, Voice) and part.quote is None):
            placed = part.start is not None and part.end is not None
            return part if placed or not isinstance(part, Voice) else dataclasses.replace(part, quote=None)
        a, b = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
        spans = {n: Span(a, b) for n in ("head", "sentence") if hasattr(part, n)}
        return dataclasses.replace(part, quote=text[a:b], start=a, end=b, **spans)

    @st.composite
    def drawn(draw: st.DrawFn) -> Any:
        own = quoted(value, draw) if isinstance(value, Proposal) else value
        voices = tuple(quoted(v, draw) for v in own.voices)
        if isinstance(own, Proposal):
            return dataclasses.replace(own, voices=voices)
        return dataclasses.replace(own, voices=voices, mentions=tuple(quoted(m, draw) for m in own.mentions))

    return drawn()


@st.composite
def slices(draw: st.DrawFn) -> Slice:
    """A slice whose reports and actors have the ids that its proposals, statements and talks use."""
    reports = [
        dataclasses.replace(draw(values(Report)), id=i) for i in draw(st.lists(REPORTS, unique=True, max_size=3))
    ]
    actors = [dataclasses.replace(draw(values(Actor)), id=i) for i in draw(st.lists(ACTORS, unique=True, max_size=4))]
    texts = {r.id: r.text for r in reports}
    return Slice(
        reports=tuple(reports),
        actors=tuple(actors),
        proposals=tuple(draw(quoting(p, texts)) for p in draw(_some(Proposal))),
        statements=tuple(draw(quoting(s, texts)) for s in draw(_some(Statement))),
        talks=tuple(draw(quoting(t, texts)) for t in draw(_some(Talk))),
        merge_proposals=tuple(draw(_some(MergeProposal))),
        decisions=tuple(draw(_some(Decision, "seq"))),
        reader=draw(values(ReaderInfo)),
    )
