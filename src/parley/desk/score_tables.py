"""What scoring came to: a table, an object for JSON, and the errors in words."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from parley.desk.by import By
from parley.desk.score import Scored
from parley.desk.tables import Cell, Table
from parley.scoring import FORMS, Error, Figures, Rate, Score, by, errors, figures
from parley.terms.enums import Form

DIGITS = 3
MEASURES = ("measure", "gold", "record", "right", "precision", "recall", "f1", "share")
Row = tuple[Cell, ...]


def of_all(scored: Scored) -> list[Figures]:
    """The figures of each form that gold or record has."""
    every = [figures(f, scored.pairs) for f in FORMS]
    return [f for f in every if f.found.gold or f.found.told]


def table(scored: Scored, key: By | None = None) -> Table:
    """A row for each form and measure; with `key`, one block of them for each group after the whole."""
    if key is None:
        columns: tuple[str, ...] = ("form", *MEASURES)
        rows = rows_of(scored)
    else:
        columns = ("form", key.value, *MEASURES)
        groups = {"all": of_all(scored), **by(key.value, scored.pairs)}
        rows = [(f.form.value, g, *r) for g, those in groups.items() for f in those for r in _rows(f)]
    return Table("Scores", columns, tuple(rows), narrow=tuple(c for c in columns if c != "right"))


def rows_of(scored: Scored) -> list[Row]:
    """The form, then the MEASURES, of each form and measure."""
    return [(f.form.value, *r) for f in of_all(scored) for r in _rows(f)]


def _rows(f: Figures) -> Iterator[Row]:
    yield ("found", *_score(f.found), None)
    for name, field in f.fields.items():
        yield (name.replace("_", " "), *_score(field.score), _shown(field.agreed.share))
    yield ("whole record", *_score(f.whole), None)
    if f.form is Form.EVENT:
        yield ("leak", *_rate(f.leak))
        yield ("facts kept", *_rate(f.kept))


def _score(s: Score) -> Row:
    return s.gold, s.told, s.right, _shown(s.precision), _shown(s.recall), _shown(s.f1)


def _rate(r: Rate) -> Row:
    return r.of, None, r.right, None, None, None, _shown(r.share)


def _shown(share: float | None) -> str | None:
    return None if share is None else f"{share:.{DIGITS}f}"


def as_object(scored: Scored, key: By | None = None, with_errors: bool = False) -> dict[str, Any]:
    """All figures for JSON, rounded to three digits; null where there is nothing to have a share of."""
    out: dict[str, Any] = {"passages": len(scored.passages), "forms": _forms(of_all(scored))}
    if key is not None:
        out["by"] = {key.value: {g: _forms(those) for g, those in by(key.value, scored.pairs).items()}}
    if with_errors:
        out["errors"] = [dataclasses.asdict(e) for e in errors(scored.pairs)]
    return out


def _forms(those: Sequence[Figures]) -> dict[str, Any]:
    return {f.form.value: _form(f) for f in those}


def _form(f: Figures) -> dict[str, Any]:
    fields = {n: {**_score_object(x.score), "share": _rounded(x.agreed.share)} for n, x in f.fields.items()}
    out: dict[str, Any] = {"found": _score_object(f.found), "fields": fields, "whole_record": _score_object(f.whole)}
    if f.form is Form.EVENT:
        facts = {"facts": f.kept.of, "nonfacts": f.leak.of}
        out.update({"leak": _rounded(f.leak.share), "facts_kept": _rounded(f.kept.share), **facts})
    return out


def _score_object(s: Score) -> dict[str, Any]:
    counts = {"gold": s.gold, "record": s.told, "right": s.right}
    return {**counts, "p": _rounded(s.precision), "r": _rounded(s.recall), "f1": _rounded(s.f1)}


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, DIGITS)


def error_lines(scored: Scored) -> Iterator[str]:
    """Each miss, difference and extra in a few lines: what, where, how gold and record code it, the sentence."""
    for e in errors(scored.pairs):
        yield from _error(e)
        yield ""


def _error(e: Error) -> Iterator[str]:
    differs = f", differs in {', '.join(e.wrong)}" if e.wrong else ""
    leak = ", no fact but held as one" if e.leak else ""
    yield f"{e.kind.value.upper()} {e.form.value} in {e.passage} at {e.words!r}{differs}{leak}"
    if e.gold:
        yield f"  gold: {_fields(e.gold.items())}"
    if e.told:
        yield f"  record: {_fields(e.told.items())}"
    yield f"  {e.sentence}"


def _fields(pairs: Iterable[tuple[str, str]]) -> str:
    return "; ".join(f"{name} {words}" for name, words in pairs if words != "-")
