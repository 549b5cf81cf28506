"""The brief as Markdown: the same sections, quotes as blockquotes with report and offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.brief.as_html import on_one_line, writable
from parley.brief.excerpt import Excerpt
from parley.brief.page import page
from parley.brief.view import Card, Group, Line, OutlookSection, Page, Source, Speaker
from parley.terms.slice import Slice

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&$])")
_LEADING = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def plain(words: str) -> str:
    r"""Words as they stand, on one line: nothing in them is read as Markdown or HTML.

    >>> plain("<b>*x*")
    '\\<b\\>\\*x\\*'
    """
    return _LEADING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", on_one_line(words)))


def markdown(
    slice: Slice,  # noqa: A002 - the contract's own word
    title: str,
    outlook: OutlookSection | None,
    made: str,
    caution: str = "",
) -> str:
    """The brief of a slice as Markdown (CommonMark); `made` is the time of writing, as it is to be shown."""
    return str(writable("\n".join(_document(page(slice, title, outlook, made, caution))).rstrip() + "\n"))


def _document(of: Page) -> Iterator[str]:
    yield from (f"# {plain(of.title)}", "", f"Made {plain(of.made)}" + (f" · {plain(of.reader)}" if of.reader else ""))
    yield from ("", " · ".join(f"**{f.number}** {f.words}" for f in of.figures), "")
    for sentence in of.lead:
        yield from (plain(sentence), "")
    if of.next_steps:
        yield from ("**There is nothing to report yet.** What to do next:", "")
        yield from (*(f"{n}. {plain(step)}" for n, step in enumerate(of.next_steps, 1)), "")
    yield from _told(of)
    if of.outlook:
        yield from _outlook(of.outlook)
    if of.sources:
        yield from ("## Sources", "")
        for s in of.sources:
            yield from _source(s)
    yield from (plain(note) for note in of.notes)


def _told(of: Page) -> Iterator[str]:
    if of.cards:
        yield from ("## Talks", "")
        for c in of.cards:
            yield from _card(c)
    if of.times:
        yield from ("## Timeline", "")
        yield from (f"- **{plain(t.when)}**: {plain(t.text)}" for t in of.times)
        yield from ("", plain(of.timeline_note), "")
    yield from _section("Actors and ties", of.ties)
    if of.claims:
        yield from ("## Claims", "")
        for g in of.claims:
            yield from _group(g)
    sections = (
        ("Events reported as facts", of.facts),
        ("Positions", of.positions),
        ("Judgements", of.judgements),
        ("Roles", of.roles),
    )
    for heading, lines in sections:
        yield from _section(heading, lines)


def _section(heading: str, lines: tuple[Line, ...]) -> Iterator[str]:
    if lines:
        yield from (f"## {heading}", "")
        for line in lines:
            yield from _line(line)


def _group(group: Group) -> Iterator[str]:
    yield from (f"### {group.heading}", "", group.meaning, "")
    for line in group.lines:
        yield from _line(line)


def _quote(quote: Excerpt) -> str:
    c = quote.cite
    told = plain(quote.before) + _spaced(quote.before) + _strong(quote.head) + _led(quote.after) + plain(quote.after)
    return f"  > {told}  \n  > ({c.label}, characters {c.start} to {c.end})"


def _spaced(before: str) -> str:
    return " " if before[-1:].isspace() and before.strip() else ""


def _led(after: str) -> str:
    return " " if after[:1].isspace() and after.strip() else ""


def _strong(head: str) -> str:
    return f"**{plain(head)}**" if head.strip() else ""


def _speaker(s: Speaker) -> str:
    quotes = "".join(f" “{plain(c.quote)}” ({c.label})" for c in s.cites)
    return f"  - {s.stance} **{plain(s.who)}** in {', '.join(s.reports)}{quotes}"


def _evidence(quotes: tuple[Excerpt, ...], speakers: tuple[Speaker, ...], notes: tuple[str, ...]) -> Iterator[str]:
    for q in quotes:
        yield from ("", _quote(q))
    said = [*(_speaker(s) for s in speakers), *(f"  - {plain(n)}" for n in notes)]
    yield from ("", *said, "") if said else ("",)


def _line(line: Line) -> Iterator[str]:
    about = ", ".join(w for w in (line.when, line.where) if w)
    yield f"- **[{line.label}]** {plain(line.text)}" + (f" · {plain(about)}" if about else "")
    yield from _evidence(line.quotes, line.speakers, line.notes)


def _card(card: Card) -> Iterator[str]:
    yield from (f"### {plain(card.title)}", "", f"- **Outcome**: {card.outcome} **[{card.label}]**")
    yield from (f"- **{term}**: {plain(value)}" for term, value in card.rows)
    yield from (f"- On these talks: {plain(words)}" for words, _ in card.related)
    yield from _evidence(card.quotes, card.speakers, card.notes)


def _outlook(outlook: OutlookSection) -> Iterator[str]:
    yield from (f"## {plain(outlook.heading)}", "", "| Finding | Figure | Rests on |", "|---|---|---|")
    yield from (f"| {plain(o.text)} | {plain(o.figure)} | {plain(o.basis or 'assumption')} |" for o in outlook.lines)
    yield ""
    if outlook.confidence:
        yield from (f"How far to trust it, apart from how likely it is: {plain(outlook.confidence)}.", "")
    if outlook.gains:
        yield from ("| Who gains | No agreement | Agreement | Talks that fail |", "|---|---|---|---|")
        cells = ((g.name, g.failure, g.agreement, g.talks) for g in outlook.gains)
        yield from (f"| {' | '.join(map(plain, row))} |" for row in cells)
        yield from (
            "",
            "In hundredths of what is at stake: the middle of the draws, and the bounds of four in five.",
            "",
        )
    if outlook.overturns:
        yield from ("### What would overturn it", "", *(f"- {plain(o)}" for o in outlook.overturns), "")
    if outlook.inputs:
        yield from ("### What was put in", "", "| Number | Range | Rests on |", "|---|---|---|")
        yield from (f"| {plain(i.words)} | {plain(i.figure)} | {plain(i.grounds)} |" for i in outlook.inputs)
        yield ""
    if outlook.notes:
        yield from ("### Cautions", "", *(f"- {plain(n)}" for n in outlook.notes), "")


def _fence(text: str) -> str:
    """A fence longer than any run of backticks in the text."""
    return "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))


def _source(source: Source) -> Iterator[str]:
    yield from (f"### {source.label} {plain(source.title)}", "")
    yield from (f"- **{term}**: {plain(value)}" for term, value in source.rows)
    yield from (f"- **Online**: <{url}>" for url, _ in source.links if not re.search(r"[<>\s]", url))
    if source.missing:
        yield from ("", plain(source.missing), "")
        yield from (f"- {c.label}: {plain(c.quote)}" for c in source.loose)
    if source.text:
        fence = _fence(source.text)
        yield from ("", f"{fence}text", source.text, fence)
    yield ""
