"""Rows of other people's tables: what is written in the trace of a proposal that was made from one."""

from __future__ import annotations

from typing import Final

ROW: Final = "row"
"""The stage of a trace: made from a row of a table, not read from a text."""
OWN_EVENT: Final = "row of its own"
"""The same, of a table with a row for each event: two of its rows are two events, whatever they have in common."""
NO_LANGUAGE: Final = "zxx"
"""ISO 639's code for what is no text in any language: no reader of texts is to read a row."""
