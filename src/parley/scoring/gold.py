"""Rows of gold, JSON objects as people coded them, become passages to score by (docs/how-to/measure.md)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from parley.scoring.faults import FieldError, GoldError, Object, given, listed, obj, text, text_or_none, texts
from parley.scoring.forms import BY_KEY, LEADS
from parley.scoring.items import Item, Passage
from parley.scoring.names import OR
from parley.terms.enums import Form
from parley.terms.values import Span

PLURALS = {f"{form.value}s": form for form in BY_KEY}
"""The keys of `gold` that hold items, each with its form."""


def passages(lines: Iterable[str | bytes]) -> list[Passage]:
    """The rows of JSON Lines in order; blank lines are passed over. Raises GoldError at the first that is wrong."""
    found: dict[str, tuple[int, Passage]] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            passage = _at_line(line, number)
            if passage.id in found:
                what = f"the id {passage.id!r} was given before, on line {found[passage.id][0]}"
                raise GoldError(number, "id", what, "give each passage an id of its own")
            found[passage.id] = number, passage
    return [p for _, p in found.values()]


def _at_line(line: str | bytes, number: int) -> Passage:
    try:
        return _passage(obj(_parsed(line), ""))
    except FieldError as e:
        raise GoldError(number, e.place, e.what, e.remedy) from e


def _parsed(line: str | bytes) -> Any:
    try:
        return json.loads((line.decode("utf-8") if isinstance(line, bytes) else line).lstrip("\ufeff"))
    except UnicodeDecodeError as e:
        raise FieldError("", f"it is not UTF-8 (byte {e.start + 1})", "save the file as UTF-8") from e
    except json.JSONDecodeError as e:
        what = f"it is not JSON ({e.msg}, column {e.colno})"
        raise FieldError("", what, "write one JSON object a line") from e
    except (ValueError, RecursionError) as e:
        raise FieldError("", f"it is not JSON that can be read ({e})", "write one JSON object a line") from e


def _passage(row: Object) -> Passage:
    words = given(row, "text")
    told = text(words, "text")
    gold = obj(given(row, "gold"), "gold")
    keys = [k for k in PLURALS if k in gold]
    if not keys:
        raise FieldError("gold", "it codes nothing", f"give one of {', '.join(PLURALS)}, an empty list for none")
    return Passage(
        id=text(given(row, "id"), "id"),
        text=told,
        items=tuple(i for key in keys for i in _items(gold, key, told)),
        coded=frozenset(PLURALS[k] for k in keys),
        acts_for=_acts_for(gold),
        title=text_or_none(row.get("title"), "title"),
        published=text_or_none(row.get("published"), "published"),
    )


def _acts_for(gold: Object) -> dict[str, str]:
    pairs = obj(gold.get("acts_for") or {}, "gold.acts_for")
    return {person: text(principal, f"gold.acts_for.{person}") for person, principal in pairs.items()}


def _items(gold: Object, key: str, told: str) -> Iterator[Item]:
    for number, value in enumerate(listed(gold[key], f"gold.{key}")):
        place = f"gold.{key}[{number}]"
        try:
            yield _item(PLURALS[key], obj(value, ""), told)
        except FieldError as e:
            raise FieldError(f"{place}.{e.place}" if e.place else place, e.what, e.remedy) from e


def _item(form: Form, value: Object, told: str) -> Item:
    """An item of its form; that somebody leads somebody is a role, wherever it was coded."""
    if form is Form.TIE and value.get("relation") == LEADS:
        form = Form.ROLE
        ends = {new: OR.join(texts(given(value, old), old)) for old, new in (("from", "person"), ("to", "of"))}
        value = {**{k: value[k] for k in ("anchor", "optional") if k in value}, **ends}
    coded = BY_KEY[form](value)
    return Item(form, (_anchor(value, told),), coded.fields, coded.fact, coded.optional)


def _anchor(value: Object, told: str) -> Span:
    ends = listed(given(value, "anchor"), "anchor")
    if len(ends) != 2 or not all(isinstance(e, int) and not isinstance(e, bool) for e in ends):
        raise FieldError("anchor", f"[start, end] was expected, not {ends!r}", "count characters of the text from 0")
    start, end = ends
    if not 0 <= start < end <= len(told):
        what = f"{start} to {end} is no stretch of the text, which has {len(told)} characters"
        raise FieldError("anchor", what, "count characters of the text from 0")
    return Span(start, end)
