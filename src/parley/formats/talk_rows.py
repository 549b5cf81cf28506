"""Rows of talks, voices, actors and reports: what stands beside the events of a workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from parley.formats.cells import many
from parley.formats.columns import (
    REVIEW,
    SOURCES,
    VOICES,
    WHEN,
    WHERE,
    Cells,
    day,
    names,
    review,
    said,
    sources,
    speaker,
    when,
    where,
)
from parley.formats.pieces import Column
from parley.formats.telling import form_of
from parley.terms.actor import Actor
from parley.terms.enums import ActorType, Handling, Level, Outcome, ReportState, Stance, TalkFormat
from parley.terms.report import Report
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk

TALKS = (
    Column("id", str, "The talk's id; `parley why ID` shows what it rests on."),
    Column("title", str, "What it is called, or who met whom."),
    *WHEN,
    Column("process", str, "The process that it belongs to."),
    Column("round", int, "Which round of it."),
    Column("parties", str, "The sides, by name."),
    Column("party_ids", str, "The same by id: rows of the table `actors`."),
    Column("delegates", str, "Who spoke for each side."),
    Column("mediators", str, "Who brought the sides together."),
    Column("mediator_ids", str, "The same by id."),
    Column("hosts", str, "Who lent the venue."),
    Column("host_ids", str, "The same by id."),
    Column("level", str, "At which level it was held.", (*Level,)),
    Column("format", str, "How the sides met.", (*TalkFormat,)),
    Column("agenda", str, "What it was about, in the reports' words."),
    Column("outcome", str, "What came of it, or where it stands.", (*Outcome,)),
    Column("outcomes_told", str, "Other outcomes that are told."),
    *VOICES,
    *WHERE,
    *SOURCES,
    Column("statements", str, "The statements that are part of it, by id."),
    *REVIEW,
)
VOICE = (
    Column("id", str, "The statement or talk that is voiced."),
    Column("kind", str, "Which of the two it is.", ("event", "talk")),
    Column("who", str, "Who says so, by name."),
    Column("who_id", str, "The same by id; empty for nobody named, `report` for the report in its own voice."),
    Column("stance", str, "How it stands to what is told.", (*Stance,)),
    Column("via", str, "Through whom it is heard, from the speaker outward."),
    Column("report", str, "In which report."),
    Column("publisher", str, "Who published it."),
    Column("published", dt.date, "The day of its publication."),
    Column("quote", str, "The voice's own words, where they are told."),
    Column("quote_start", int, "Where they begin in the report's text."),
    Column("quote_end", int, "Where they end there."),
)
ACTORS = (
    Column("id", str, "The actor's id."),
    Column("name", str, "Its name."),
    Column("type", str, "What kind of actor.", (*ActorType,)),
    Column("country", str, "ISO 3166 alpha-3."),
    Column("sector", str, "PLOVER's sector, such as GOV, MIL or REB."),
    Column("aliases", str, "Other names."),
    Column("members", str, "Who belongs to a group, by id."),
    Column("described_as", str, "How a group without a name is described."),
    Column("wikidata", str, "Its number in Wikidata."),
)
REPORTS = (
    Column("id", str, "The report's id."),
    Column("title", str, "Its title."),
    Column("publisher", str, "Who published it."),
    Column("url", str, "Where it can be read."),
    Column("published", dt.date, "The day of its publication; empty if it is not known as a day."),
    Column("retrieved", str, "When it was fetched."),
    Column("language", str, "ISO 639-1."),
    Column("state", str, "What became of it.", (*ReportState,)),
    Column("why", str, "Why it was not read."),
    Column("appearances", int, "In how many places the same text was printed."),
    Column("handling", str, "Who may see it.", (*Handling,)),
    Column("reliability", str, "How reliable its source is, Admiralty A to F."),
    Column("sha256", str, "The hash of its text."),
)


def talk_row(t: Talk, part: Slice) -> Cells:
    """The cells of TALKS."""
    parties = [p.actor for p in t.parties]
    return (
        t.id,
        t.title or None,
        *when(t.date),
        t.process,
        t.round,
        names(parties, part),
        many(parties),
        many(f"{part.name_of(p.actor)}: {', '.join(map(part.name_of, p.delegates))}" for p in t.parties if p.delegates),
        names(t.mediators, part),
        many(t.mediators),
        names(t.hosts, part),
        many(t.hosts),
        t.level.value if t.level else None,
        t.format.value if t.format else None,
        many(t.agenda),
        t.outcome.value,
        many(o.value for o in t.variants.outcome),
        *said(t.voices, part),
        *where((t.place,) if t.place else ()),
        *sources(t.mentions, part),
        many(t.statements),
        *review(t.decision, t.confidence),
    )


def voice_rows(held: Statement | Talk, part: Slice) -> Iterator[Cells]:
    """The cells of VOICE, one row for each voice."""
    kind = form_of(held).value
    for v in held.voices:
        report = part.found(v.report)
        printed = (report.publisher, day((report.published or "")[:10])) if report else (None, None)
        who, via = speaker(v, part), names(v.via, part)
        yield held.id, kind, who, v.who, v.stance.value, via, v.report, *printed, v.quote, v.start, v.end


def actor_row(a: Actor) -> Cells:
    """The cells of ACTORS."""
    groups = many(a.aliases), many(a.members)
    return a.id, a.name, a.type.value, a.country, a.sector, *groups, a.described_as, a.wikidata


def report_row(r: Report) -> Cells:
    """The cells of REPORTS."""
    return (
        r.id,
        r.title,
        r.publisher,
        r.url,
        day((r.published or "")[:10]),
        r.retrieved,
        r.language,
        r.state.value,
        r.why,
        len(r.appearances),
        r.handling.value,
        r.reliability,
        r.sha256,
    )
