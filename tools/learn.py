"""Fits the second opinion on events to the passages of training/: `python tools/learn.py`, some minutes.

Every word that the codebook lists is a case: an act where a coder put an anchor, of the types that he gave, else none.
Cases that only one coder might see are left out. The traps of the codebook's entries are words that tell no act. With
`--folds` nothing is written: the files of each kind (by their first letter) are judged by what the others teach.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]
from scipy.sparse import csr_matrix, hstack  # type: ignore[import-untyped]
from scipy.special import expit, logsumexp  # type: ignore[import-untyped]

from parley.reading.coding import events
from parley.reading.coding.books import FORMS, books
from parley.reading.coding.match import Matcher
from parley.reading.coding.second import ENOUGH
from parley.reading.coding.traits import Known, looked_at, traits
from parley.reading.gazetteer import load
from parley.reading.learned.weights import FILE, Weights, digest, written
from parley.reading.pass_over import Passage, cast_of
from parley.reading.pipeline import parse
from parley.reading.stages import Guard
from parley.reading.trials import DAY, LANDS
from parley.scoring import short_rows
from parley.terms.enums import Root
from parley.terms.report import report_of

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "training"
OUT = ROOT / "src" / "parley" / "reading" / "learned" / FILE
SEEN = 0.1
"""How much a deviation of what the parser saw counts beside a trait; tried on passages kept apart, as are the next."""
RIDGE_ACT, RIDGE_TYPE = 3.0, 3.0
"""Penalties on squared weights."""
OFTEN = 4
"""A trait that fewer cases have teaches nothing."""
TRAP = 0.25
"""What the word of a trap counts: it is no act of one entry, and seldom one of another."""
ELSEWHERE = 0.5
"""What a word of passages on other things counts: reports on conflicts have few such sentences."""
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A word: its traits, what the parser saw, the types of its act in the order of preference, and its weight."""

    source: str
    traits: tuple[str, ...]
    seen: NDArray[np.float32]
    types: tuple[str, ...]
    ruled: bool
    weight: float = 1.0


def cases(source: str, row: dict[str, Any]) -> Iterator[Case]:
    """The cases of one coded passage."""
    anchors = {a: e for e in row["gold"]["events"] for a in range(*e["anchor"])}
    for start, end, told, saw, rule in _words(row["text"], row["id"], row["published"]):
        gold = next((anchors[i] for i in range(start, end) if i in anchors), None)
        if gold is None or not gold["optional"]:
            weight = ELSEWHERE if source.startswith("x") else 1.0
            yield Case(source, told, saw, tuple(gold["type"]) if gold else (), rule is not None, weight)


def traps() -> Iterator[Case]:
    """The words of the codebook's traps that its rules pass over."""
    for form in FORMS["events"]:
        for row in books().rows("events", form):
            entry = form.entry(row)
            words = {w.split()[0] for kind in ("verbs", "nouns", "adjectives") for w in row.raw.get(kind, ())}
            for _, _, told, saw, rule in _words(entry.trap, "trap", DAY):
                if rule is None and any(f"lemma={w}" in told for w in words):
                    yield Case("traps", told, saw, (), False, TRAP)


def _words(
    text: str, id_: str, day: str
) -> Iterator[tuple[int, int, tuple[str, ...], NDArray[np.float32], str | None]]:
    """Every listed word of a text, with what shows of it and the type that the rules give it."""
    asked = Passage(report_of(text, id=id_, published=day), (), load(LANDS), "learn")
    at, args, _ = cast_of(asked, parse(text), Guard(id_))
    doc = at.doc
    matcher = Matcher(doc, at.books.events, args)
    coded = {c.head.i: c.event.type for c in events.events(doc, at.books.events, args, learned=False)}
    known = Known(matcher, coded)
    for t in doc.tokens:
        matcher.of(t)
        if matcher.listed(t) is not None and doc.vectors is not None:
            none = np.zeros_like(doc.vectors[0])
            saw = np.concatenate([none if i is None else doc.vectors[i] for i in looked_at(doc, t)])
            rule = coded[t.i].value if t.i in coded else None
            yield t.start, t.end, tuple(traits(known, t)), saw, rule


def fit(known: Sequence[Case], trained_on: str = "") -> Weights:
    """Both models, fitted to cases."""
    often = Counter(x for c in known for x in set(c.traits))
    rows = {x: n for n, x in enumerate(sorted(x for x, times in often.items() if times >= OFTEN))}
    table = _table(known, rows)
    saw = np.array([c.seen for c in known], dtype=float)
    mean, spread = saw.mean(axis=0), saw.std(axis=0) + 1e-6
    whole = _with_seen(table, (saw - mean) / spread * SEEN)
    weight = np.array([c.weight for c in known])
    act, act_bare = _logistic(whole, np.array([bool(c.types) for c in known]), weight)
    types = tuple(r.value for r in Root)
    told = np.array([bool(c.types) for c in known])
    shares = np.array([_shares(c, types) for c in known])[told]
    kinds, kinds_bare = _softmax(whole[told], shares, weight[told])
    n = len(rows)
    scale = SEEN / spread
    return Weights(
        types=types,
        rows=rows,
        act=dict(zip(rows, act[:n].tolist(), strict=True)),
        act_bare=act_bare - float(act[n:] @ (scale * mean)),
        act_blind=act_bare,
        act_seen=(act[n:] * scale).reshape(3, -1).astype(np.float32),
        type_rows=kinds[:n].astype(np.float32),
        type_bare=(kinds_bare - (scale * mean) @ kinds[n:]).astype(np.float32),
        type_blind=kinds_bare.astype(np.float32),
        type_seen=(kinds[n:] * scale[:, None]).reshape(3, -1, len(types)).astype(np.float32),
        trained_on=trained_on,
    )


def _table(known: Iterable[Case], rows: dict[str, int]) -> csr_matrix:
    places = [sorted({rows[x] for x in c.traits if x in rows}) for c in known]
    ends = np.cumsum([0, *map(len, places)])
    columns = np.array([p for row in places for p in row], dtype=int)
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(places), len(rows)))


def _with_seen(table: csr_matrix, saw: Array) -> csr_matrix:
    return csr_matrix(hstack([table, csr_matrix(saw)]))


def _shares(c: Case, types: Sequence[str]) -> list[float]:
    """The reading that a coder put first counts most, the others share the rest."""
    first = 1.0 if len(c.types) == 1 else 0.6
    rest = (1 - first) / max(len(c.types) - 1, 1)
    return [0.0 if t not in c.types else first if t == c.types[0] else rest for t in types]


def _logistic(x: csr_matrix, y: NDArray[np.bool_], weight: Array) -> tuple[Array, float]:
    def loss(w: Array) -> tuple[float, Array]:
        odds = x @ w[:-1] + w[-1]
        off = (expit(odds) - y) * weight
        value = weight @ (np.logaddexp(0, odds) - y * odds) + RIDGE_ACT / 2 * w[:-1] @ w[:-1]
        return value, np.append(x.T @ off + RIDGE_ACT * w[:-1], off.sum())

    found = minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return found[:-1], float(found[-1])


def _softmax(x: csr_matrix, shares: Array, weight: Array) -> tuple[Array, Array]:
    size, kinds = x.shape[1], shares.shape[1]

    def loss(flat: Array) -> tuple[float, Array]:
        w = flat.reshape(size + 1, kinds)
        odds = x @ w[:-1] + w[-1]
        logs = odds - logsumexp(odds, axis=1, keepdims=True)
        off = (np.exp(logs) - shares) * weight[:, None]
        value = -(weight @ (shares * logs).sum(axis=1)) + RIDGE_TYPE / 2 * (w[:-1] ** 2).sum()
        return value, np.vstack([x.T @ off + RIDGE_TYPE * w[:-1], off.sum(axis=0)]).ravel()

    start = np.zeros((size + 1) * kinds)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x.reshape(size + 1, kinds)
    return found[:-1], found[-1]


def judged(weights: Weights, held: Sequence[Case]) -> str:
    """How rules alone and rules with the second opinion find the acts of passages that it was not fitted to."""
    told = np.array([bool(c.types) for c in held])
    ruled = np.array([c.ruled for c in held])
    seen = np.array([c.seen for c in held]) @ weights.act_seen.ravel()
    odds = weights.act_bare + seen + [weights.act_odds(c.traits) for c in held]
    added = ~ruled & (odds >= np.log(ENOUGH / (1 - ENOUGH)))
    new = int((added & told).sum())
    first, both = (_f1(found, told) for found in (ruled, ruled | added))
    return f"rules {first:.3f}, with it {both:.3f}; of {int(added.sum())} that it adds {new} are acts"


def _f1(found: NDArray[np.bool_], told: NDArray[np.bool_]) -> float:
    return float(2 * (found & told).sum() / max(found.sum() + told.sum(), 1))


def main() -> None:
    """Fit and write, or judge by folds."""
    files = sorted(FOLDER.glob("*.txt"))
    known = [c for f in files for _, row in short_rows(f.read_bytes().splitlines()) for c in cases(f.name, row)]
    lured = list(traps())
    acts = sum(bool(c.types) for c in known)
    print(f"{len(known)} words of {len(files)} files, {acts} of them acts; {len(lured)} traps")
    if "--folds" in sys.argv:
        for kind in sorted({f.name[0] for f in files}):
            taught = [*(c for c in known if c.source[0] != kind), *lured]
            print(f"{kind}: {judged(fit(taught), [c for c in known if c.source[0] == kind])}", flush=True)
        return
    weights = fit([*known, *lured], digest({f.name: f.read_bytes() for f in files}))
    OUT.write_bytes(written(weights))
    print(f"{len(weights.rows)} traits, {OUT.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
