"""Which of some readers reads a report, and what becomes of one that none reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.terms.enums import ReportState
from parley.terms.ports import Reader
from parley.terms.report import Report


def reader_for(language: str | None, among: Sequence[Reader]) -> Reader | None:
    """The first of some readers that reads a language (ISO 639-1; None is unknown), or None."""
    return next((r for r in among if r.reads(language)), None)


def why_unread(language: str | None, among: Sequence[Reader]) -> str:
    """Why a report in this language stays unread."""
    names = ", ".join(r.info.name for r in among)
    return f"no installed reader reads the language {language or 'unknown'!r} (installed: {names})"


def unread(report: Report, among: Sequence[Reader]) -> Report:
    """A report kept as it is, marked as not read, with why."""
    return replace(report, state=ReportState.UNREAD, why=why_unread(report.language, among))
