"""From a slice to the page: analysis in, lines, cards and pictures out. Nothing here knows of HTML or Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from parley import analysis
from parley.analysis import Edge, Moment, Network
from parley.brief.cards import card, talk_phrase
from parley.brief.citations import Citations, cite_all, line_id
from parley.brief.days import date_words, interval_words
from parley.brief.lines import groups, lines
from parley.brief.naming import Naming, listed, naming_of
from parley.brief.phrases import phrase, sentence, talk_name
from parley.brief.pictures import Bar, most_tied, network_svg, shown, timeline_svg
from parley.brief.sources import source
from parley.brief.view import Figure, OutlookSection, Page, TimeRow
from parley.brief.wordings import OUTCOMES, STATUS
from parley.terms.enums import Form, ReportState, Status
from parley.terms.facts import status_of
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk

_MOST_MOMENTS = 60
"""Rows that the timeline draws; talks come first, the rest stay in the lists."""

_START = (
    "Read some reports into the record: parley read PATH… --record FILE",
    "Then write the brief again: parley brief --record FILE",
)


def page(
    slice: Slice,  # noqa: A002 - the contract's own word
    title: str,
    outlook: OutlookSection | None,
    made: str,
    caution: str = "",
) -> Page:
    """Everything that a brief of this slice shows; `made` is the time of writing, as it is to be shown.

    `caution` is told at the head: that the slice is less than was asked for, say.
    """
    cites, naming = cite_all(slice), naming_of(slice)
    own_line = {s.id: s for s in analysis.statements(slice) if s.id in cites.mentions}
    moments = [m for m in analysis.timeline(slice) if m.id in cites.mentions]
    drawn = _drawn(moments)
    words = _moment_words(slice, naming, {m.id for m in moments if m.dated})
    net = analysis.network(slice)
    return Page(
        title=title,
        made=made,
        reader=_reader(slice),
        lead=(*([caution] if caution else ()), *_lead(slice, cites, naming)),
        figures=_figures(slice, cites),
        next_steps=_next_steps(slice),
        cards=tuple(card(t, slice, cites, naming, own_line) for t in analysis.talks(slice)),
        times=tuple(_time_row(m, words[m.id]) for m in moments if m.dated),
        timeline=timeline_svg([_bar(m, words[m.id]) for m in drawn], title="Timeline"),
        timeline_note=_timeline_note(moments, drawn),
        network=network_svg(net, _edge_href, title="Actors and their ties"),
        not_drawn=_not_drawn(net),
        ties=lines((s for s in analysis.ties(slice) if analysis.is_fact(s)), slice, cites, naming),
        claims=groups(analysis.ledger(slice), slice, cites, naming),
        facts=lines(analysis.facts(slice), slice, cites, naming),
        positions=lines(analysis.positions(slice), slice, cites, naming),
        judgements=lines(analysis.judgements(slice), slice, cites, naming),
        roles=lines(analysis.roles(slice), slice, cites, naming),
        outlook=outlook,
        sources=tuple(source(r, cites) for r in cites.reports),
        notes=_notes(slice),
    )


def _edge_href(edge: Edge) -> str:
    return "#" + line_id(edge.statements[0])


def _moment_words(slice: Slice, naming: Naming, wanted: set[str]) -> dict[str, str]:  # noqa: A002
    said = {s.id: phrase(s, slice, naming) for s in slice.statements if s.id in wanted}
    return {**said, **{t.id: talk_phrase(t, naming) for t in slice.talks if t.id in wanted}}


def _not_drawn(net: Network) -> tuple[str, ...]:
    """The actors with ties or dealings that the picture has no room for, most tied first."""
    drawn = {n.actor for n in shown(net).nodes}
    return tuple(n.name for n in most_tied(net) if n.actor not in drawn)


def _timeline_note(moments: Sequence[Moment], drawn: Sequence[Moment]) -> str:
    undated = sum(not m.dated for m in moments)
    more = len(moments) - undated - len(drawn)
    notes = (
        f"{more} more with a date {_plural(more, 'is', 'are')} not drawn." if more else "",
        f"{undated} more have no date; they stand in their own sections." if undated else "",
    )
    return " ".join(n for n in notes if n)


def _drawn(moments: Sequence[Moment]) -> list[Moment]:
    """The dated moments in order; where there are too many, talks before facts before the rest."""
    dated = [m for m in moments if m.dated]
    first = sorted(dated, key=lambda m: (m.form is not Form.TALK, not m.fact))[:_MOST_MOMENTS]
    kept = {m.id for m in first}
    return [m for m in dated if m.id in kept]


def _tone(moment: Moment) -> str:
    if not moment.fact:
        return "unsure"
    return "talk" if moment.form is Form.TALK else "fact"


def _bar(moment: Moment, words: str) -> Bar:
    when = interval_words(moment.start, moment.end)
    return Bar(words, when, moment.start, moment.end, _tone(moment), "#" + line_id(moment.id))


def _time_row(moment: Moment, words: str) -> TimeRow:
    return TimeRow(date_words(moment.date), words, STATUS[moment.status], "#" + line_id(moment.id))


def _reader(slice: Slice) -> str:  # noqa: A002
    r = slice.reader
    return f"{r.name} {r.version}, codebook {r.codebook[:12]}" if r else ""


def _contested(slice: Slice) -> list[Statement]:  # noqa: A002
    return [s for s in analysis.statements(slice) if s.status is Status.CONTESTED]


def _plural(n: int, one: str, many: str) -> str:
    return one if n == 1 else many


def _figures(slice: Slice, cites: Citations) -> tuple[Figure, ...]:  # noqa: A002
    facts = [s for s in analysis.facts(slice) if s.id in cites.mentions]
    counts = (
        (len(slice.reports), "report", "reports", "#sources"),
        (len(analysis.talks(slice)), "talk", "talks", "#talks"),
        (len(facts), "event reported as fact", "events reported as facts", "#facts"),
        (len(_contested(slice)), "contested claim", "contested claims", "#claims"),
    )
    return tuple(Figure(n, _plural(n, one, many), href if n else "") for n, one, many, href in counts)


def _lead(slice: Slice, cites: Citations, naming: Naming) -> tuple[str, ...]:  # noqa: A002
    """A few sentences on what the record holds: its span, its latest talk, and what is in dispute."""
    if not slice.reports:
        return ()
    published = sorted(r.published for r in cites.reports if r.published)
    span = f", published {interval_words(published[0], published[-1])}" if published else ""
    n = len(slice.reports)
    out = [f"This brief rests on {n} {_plural(n, 'report', 'reports')}{span}."]
    dated = [t for t in analysis.talks(slice) if t.date and (t.date.start or t.date.end)]
    if dated:
        out.append(_latest(dated[-1], naming))
    contested = _contested(slice)
    if contested:
        most_heard = sorted(contested, key=lambda s: -len(s.voices))[:2]
        said = listed(tuple(f"“{sentence(s, slice, naming)}”" for s in most_heard))
        one = len(contested) == 1
        out.append(f"{len(contested)} {'claim is' if one else 'claims are'} contested and no fact here: {said}.")
    return tuple(out)


def _latest(talk: Talk, naming: Naming) -> str:
    status = status_of(talk.voices)
    claimed = "" if status is Status.REPORTED else f", {STATUS[status]}"
    how = f"{OUTCOMES[talk.outcome]}{claimed}"
    return f"The latest dated talks are “{talk_name(talk, naming)}” ({how}): {date_words(talk.date)}."


def _next_steps(slice: Slice) -> tuple[str, ...]:  # noqa: A002
    if analysis.statements(slice) or analysis.talks(slice):
        return ()
    if not slice.reports:
        return _START
    unread = [r for r in slice.reports if r.state is ReportState.UNREAD]
    if len(unread) == len(slice.reports):
        return ("No report could be read: see under Sources why.", *_START)
    return (
        "The reports were read, but no statement or talk was found in them, or none that this selection asks for.",
        "Widen the selection, or add reports: parley read PATH… --record FILE",
    )


def _notes(slice: Slice) -> tuple[str, ...]:  # noqa: A002
    gone, unread = analysis.rejected(slice), [r for r in slice.reports if r.state is ReportState.UNREAD]
    maybe = [m for m in slice.merge_proposals if m.state == "open"]
    notes = (
        (gone, f"{gone} rejected by reviewers {_plural(gone, 'is', 'are')} left out."),
        (
            len(unread),
            f"{len(unread)} of the reports could not be read; nothing rests on {_plural(len(unread), 'it', 'them')}.",
        ),
        (
            len(maybe),
            f"{len(maybe)} possible {_plural(len(maybe), 'duplicate waits', 'duplicates wait')} for a person.",
        ),
    )
    return tuple(words for n, words in notes if n)
