"""The same formulas in plain Python, actor by actor: to check the arrays by, and to time them against."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

Numbers = Sequence[float]
Rows = Sequence[Sequence[float]]


def weighted_mean(x: Numbers, w: Numbers) -> float:
    """Where the weights balance."""
    return sum(a * b for a, b in zip(x, w, strict=True)) / sum(w)


def challenge_round(x: Numbers, s: Numbers, c: Numbers, span: float) -> list[float]:
    """Positions after one round of the challenge model, by the rules of the published series."""
    risks = _attitudes(x, s, c, span)
    won = _wins(x, s, c, span, risks)
    return [_offer(x, s, won, risks[i], i, span) for i in range(len(x))]


def _wins(x: Numbers, s: Numbers, c: Numbers, span: float, risks: Numbers) -> list[list[float]]:
    n = len(x)
    votes = [[0.0] * n for _ in x]
    for k in range(n):
        seen = [(abs(x[k] - a) / span) ** risks[k] for a in x]
        for i in range(n):
            for j in range(n):
                votes[i][j] += max(0.0, s[k] * c[k] * (seen[j] - seen[i]))
    whole = 2 * sum(map(sum, votes))
    return [[v / whole for v in row] for row in votes]


def _expected(x: Numbers, s: Numbers, won: Rows, risk: float, i: int, j: int, span: float) -> float:
    """What the holder of an attitude to risk expects of i's challenge of j."""
    apart = abs(x[i] - x[j]) / span
    success, failure = 2 - 4 * math.pow(max(0.0, 0.5 - apart / 2), risk), 2 - 4 * math.pow(0.5 + apart / 2, risk)
    resisted = won[i][j] * success + (1 - won[i][j]) * failure
    return s[j] * resisted + (1 - s[j]) * success - (2 - 4 * math.pow(0.5, risk))


def _attitudes(x: Numbers, s: Numbers, c: Numbers, span: float) -> list[float]:
    n = len(x)
    won = _wins(x, s, c, span, [1.0] * n)
    pressed = [sum(_expected(x, s, won, 1.0, j, i, span) for j in range(n) if j != i) for i in range(n)]
    high, low = max(pressed), min(pressed)
    places = [(2 * p - high - low) / (high - low) for p in pressed]
    return [(1 - p / 3) / (1 + p / 3) for p in places]


def _offer(x: Numbers, s: Numbers, won: Rows, risk: float, i: int, span: float) -> float:
    fights, deals = [], []
    for j in range(len(x)):
        own, seen = _expected(x, s, won, risk, i, j, span), _expected(x, s, won, risk, j, i, span)
        if j != i and seen > own > 0:
            fights.append((abs(x[j] - x[i]), x[j]))
        elif j != i and own < 0 < seen and seen > -own:
            middle = (x[i] * -own + x[j] * seen) / (seen - own)
            deals.append((middle, x[i] + (x[j] - x[i]) * -own / seen))
    return min(fights)[1] if fights else min(deals)[1] if deals else x[i]


def spatial_turn(x: Rows, s: Rows, c: Numbers) -> list[list[float]]:
    """Positions (0 to 1) after one turn of the spatial model under its default rules."""
    n = len(x)
    apart = [[_apart(x[a], x[b], s[a]) for b in range(n)] for a in range(n)]
    risks = _bold(apart, c)
    press = [sum(row) for row in s]
    tables: list[list[tuple[int, int, list[float], list[float]]]] = [[] for _ in x]
    for i in range(n):
        seen = [[_worth(apart[a][b], (2 * risks[i] + risks[a]) / 3) for b in range(n)] for a in range(n)]
        won = [_victory(seen, [press[k] * c[k] for k in range(n)], i, j) for j in range(n)]
        hopes = [_gain(seen[i], press, won[j], i, j) if j != i else -math.inf for j in range(n)]
        j = max(range(n), key=hopes.__getitem__)
        if hopes[j] > 1e-5:
            ends = _bargain(x[i], x[j], s[i], s[j], won[j])
            for who in (i, j):
                tables[who].append((i, j, *ends))
    return [_adopted(x, s, c, risks, apart, k, tables[k]) for k in range(n)]


def _apart(own: Numbers, other: Numbers, s: Numbers) -> float:
    total = sum(v * v for v in s)
    return math.sqrt(sum((v * (a - b)) ** 2 for v, a, b in zip(s, own, other, strict=True)) / total)


def _worth(d: float, risk: float) -> float:
    return (1 - d) * (1 + min(d, 1) * risk)


def _balance(weights: Numbers, worth: Rows) -> list[float]:
    """The probability of each option; `worth` is a row for each actor."""
    options = range(len(worth[0]))
    votes = [
        [1e-8 + sum(w * max(0.0, u[a] - u[b]) for w, u in zip(weights, worth, strict=True)) for b in options]
        for a in options
    ]
    logs = [sum(math.log(votes[a][b] / (votes[a][b] + votes[b][a])) for b in options) for a in options]
    raw = [math.exp(v - max(logs)) for v in logs]
    return [v / sum(raw) for v in raw]


def _bold(apart: Rows, c: Numbers) -> list[float]:
    p = _balance(c, [[1 - d for d in row] for row in apart])
    return [(3 * v - max(p) - 2 * min(p)) / (2 * (max(p) - min(p))) for v in p]


def _victory(seen: Rows, weights: Numbers, i: int, j: int) -> float:
    votes = [weights[i] * (seen[i][i] - seen[i][j]), weights[j] * (seen[j][i] - seen[j][j])]
    side, against = 1e-10 + sum(max(0.0, v) for v in votes), 1e-10 + sum(max(0.0, -v) for v in votes)
    total = [side, against]
    for n in range(len(seen)):
        if n not in (i, j):
            lean = weights[n] * (seen[n][i] - seen[n][j])
            p = (side + max(0.0, lean)) / (side + against + abs(lean))
            with_i = p * (2 * seen[n][i] + seen[n][n]) + (1 - p) * 3 * seen[n][j]
            with_j = p * 3 * seen[n][i] + (1 - p) * (2 * seen[n][j] + seen[n][n])
            vote = weights[n] * (with_i - with_j)
            total[0 if vote > 0 else 1] += abs(vote)
    return total[0] / sum(total)


def _gain(seen: Numbers, press: Numbers, won: float, i: int, j: int) -> float:
    contest = won * 2 * seen[i] + (1 - won) * 2 * seen[j]
    return (1 - press[j]) * 2 * seen[i] + press[j] * contest - seen[i] - seen[j]


def _bargain(one: Numbers, other: Numbers, s: Numbers, t: Numbers, won: float) -> tuple[list[float], list[float]]:
    ends: tuple[list[float], list[float]] = ([], [])
    for a, b, u, v in zip(one, other, s, t, strict=True):
        mine, yours = (u * won) ** 2, (v * (1 - won)) ** 2
        total = mine + 1e-6 + yours
        ends[0].append(math.floor(((mine + 1e-6) * a + yours * b) / total * 1e4 + 0.5) / 1e4)
        ends[1].append(math.floor((mine * a + (yours + 1e-6) * b) / total * 1e4 + 0.5) / 1e4)
    return ends


def _adopted(
    x: Rows,
    s: Rows,
    c: Numbers,
    risks: Numbers,
    apart: Rows,
    k: int,
    table: Sequence[tuple[int, int, list[float], list[float]]],
) -> list[float]:
    worth = []
    for a in range(len(x)):
        still = [_worth(apart[a][b], risks[a]) for b in range(len(x))]
        row = [sum(still)]
        for i, j, first, second in table:
            there = (_worth(_apart(x[a], end, s[a]), risks[a]) for end in (first, second))
            row.append(sum(still) - still[i] - still[j] + sum(there))
        worth.append([v / len(x) for v in row])
    p = _balance(c, worth)
    at = max(range(len(p)), key=p.__getitem__)
    if at == 0:
        return list(x[k])
    i, _, first, second = table[at - 1]
    return first if i == k else second


def stable(payoffs: Rows, moves: Sequence[Mapping[int, Sequence[int]]]) -> dict[str, list[int]]:
    """The equilibria of a conflict graph under each concept, state by state."""
    states, sides = range(len(payoffs[0])), range(len(payoffs))
    better = [{s: [t for t in moves[k].get(s, ()) if payoffs[k][t] > payoffs[k][s]] for s in states} for k in sides]
    found: dict[str, list[int]] = {"Nash": [], "GMR": [], "SMR": [], "SEQ": []}
    for s in states:
        verdicts = [_verdicts(payoffs[i], moves, better, i, s) for i in sides]
        for concept, holders in found.items():
            if all(v[concept] for v in verdicts):
                holders.append(s)
    return found


def _verdicts(
    worth: Numbers,
    moves: Sequence[Mapping[int, Sequence[int]]],
    better: Sequence[Mapping[int, Sequence[int]]],
    i: int,
    s: int,
) -> dict[str, bool]:
    others = [k for k in range(len(moves)) if k != i]
    out = {"Nash": not better[i][s], "GMR": True, "SMR": True, "SEQ": True}
    for t in better[i][s]:
        answers = [v for v in set(_reach(moves, others, t)) if worth[v] <= worth[s]]
        out["GMR"] &= bool(answers)
        out["SMR"] &= any(all(worth[z] <= worth[s] for z in moves[i].get(v, ())) for v in answers)
        out["SEQ"] &= any(worth[v] <= worth[s] for v in _reach(better, others, t))
    return out


def _reach(moves: Sequence[Mapping[int, Sequence[int]]], movers: Sequence[int], start: int) -> Iterator[int]:
    seen, open_ = set(), [(start, -1)]
    while open_:
        at, last = open_.pop()
        for k in movers:
            for end in moves[k].get(at, ()) if k != last else ():
                if (end, k) not in seen:
                    seen.add((end, k))
                    open_.append((end, k))
                    yield end
