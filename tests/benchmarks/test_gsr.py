"""The measure of events by their words and sources: which events may be the gold's, and what is counted."""

from __future__ import annotations

from types import ModuleType
from typing import Any

TEXT = "Ruritania's army shelled the port, and Syldavia protested."


def _row(source: str, words: str, root: str) -> dict[str, Any]:
    gold = {"source": [{"text": source}], "event_text": words, "plover_2021": root}
    return {"id": "a", "text": TEXT, "gold": [gold]}


def _at(word: str) -> tuple[int, int]:
    return TEXT.index(word), TEXT.index(word) + len(word)


def test_an_event_is_found_by_its_word_or_by_its_source(gsr: ModuleType) -> None:
    """Either will do; a word within another word will not."""
    shelled = gsr.Told("ASSAULT", [_at("shelled")], [_at("army")])
    protested = gsr.Told("ACCUSE", [_at("protested")], [_at("Syldavia")])
    told = [shelled, protested]
    assert gsr.meant(_row("nobody", "shelled port", "ASSAULT"), told) == [shelled]
    assert gsr.meant(_row("Syldavia", "marched", "PROTEST"), told) == [protested]
    assert gsr.meant(_row("Ruritania's ... army", "marched", "MOBILIZE"), told) == [shelled]
    assert gsr.meant(_row("nobody", "protest", "PROTEST"), told) == []


def test_the_root_is_counted_among_the_events_found(gsr: ModuleType) -> None:
    """A row that is missed has no part in the share of roots that are right."""
    row = _row("army", "shelled", "ASSAULT")
    told = [gsr.Told("ASSAULT", [_at("shelled")], []), gsr.Told("COERCE", [_at("shelled")], [])]
    assert gsr.figures([(row, told), (row, told[1:]), (row, [])])[:2] == ["found: 0.667 of 3", "root: 0.500 of 2"]


def test_errors_name_the_events_told_instead(gsr: ModuleType) -> None:
    """Each row that is wrong stands with its gold and what was told."""
    row = _row("army", "shelled", "ASSAULT")
    (line,) = gsr.errors([(row, [gsr.Told("COERCE", [_at("shelled")], [])])])
    assert "ASSAULT [shelled], told COERCE *shelled*" in line
