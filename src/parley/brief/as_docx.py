"""The brief as a Word document: the same lines as on the page and in Markdown, each with links to its quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from parley.brief.as_html import writable
from parley.brief.citations import Cite
from parley.brief.excerpt import Excerpt
from parley.brief.page import page
from parley.brief.view import Card, Group, Line, OutlookSection, Page, Source, Speaker
from parley.brief.word import Run, Word, tidy
from parley.terms.slice import Slice

AUTHOR = "Parley"
_BULLET, _INNER, _NUMBER, _QUOTE = "List Bullet", "List Bullet 2", "List Number", "Quote"
_NO_PICTURES = (
    "Word shows no SVG pictures: the timeline stands here as a table, the ties and the claims as lines, and the charts "
    "of the outlook as tables of their figures. The brief as a page has the pictures."
)


def docx(
    slice: Slice,  # noqa: A002 - the contract's own word
    title: str,
    outlook: OutlookSection | None,
    made: str,
    at: datetime,
    caution: str = "",
) -> bytes:
    """The brief of a slice as a DOCX file; `made` is the time of writing `at` as it is to be shown.

    `caution` is told at its head. Every quote's number leads to its place in the source's text at the end, and the
    place leads back.
    """
    told = page(slice, title, outlook, made, caution)
    word = Word()
    word.set_up(told.title, AUTHOR, "Brief in which every line is cited", at)
    _document(word, told)
    return word.written()


def _document(word: Word, of: Page) -> None:
    word.heading(of.title, 0)
    word.paragraph(f"Made {of.made}" + (f" · {of.reader}" if of.reader else ""))
    word.paragraph(" · ".join(f"{f.number} {f.words}" for f in of.figures))
    for sentence in of.lead:
        word.paragraph(sentence)
    if of.next_steps:
        word.paragraph("There is nothing to report yet. What to do next:", with_next=True)
        for step in of.next_steps:
            word.paragraph(step, _NUMBER)
    if of.timeline or of.network or (of.outlook and of.outlook.pictures):
        word.paragraph(_NO_PICTURES)
    _told(word, of)
    if of.outlook:
        _outlook(word, of.outlook)
    _sources(word, of.sources)
    for note in of.notes:
        word.paragraph(note)


def _told(word: Word, of: Page) -> None:
    if of.cards:
        word.heading("Talks", 1)
    for c in of.cards:
        _card(word, c)
    if of.times:
        word.heading("Timeline", 1)
        rows = ((t.when, Run(tidy(t.text), to=t.href[1:]), t.label) for t in of.times)
        word.table(("When", "What", "Status"), rows, (3, 7, 2))
        if of.timeline_note:
            word.paragraph(of.timeline_note)
    _section(word, "Actors and ties", of.ties)
    if of.claims:
        word.heading("Claims", 1)
    for g in of.claims:
        _group(word, g)
    _section(word, "Events reported as facts", of.facts)
    _section(word, "Positions", of.positions)
    _section(word, "Judgements", of.judgements)
    _section(word, "Roles", of.roles)


def _section(word: Word, heading: str, lines: tuple[Line, ...]) -> None:
    if lines:
        word.heading(heading, 1)
    for line in lines:
        _line(word, line)


def _group(word: Word, group: Group) -> None:
    word.heading(group.heading, 2)
    word.paragraph(group.meaning, with_next=True)
    for line in group.lines:
        _line(word, line)


def _line(word: Word, line: Line) -> None:
    about = ", ".join(w for w in (line.when, line.where) if w)
    runs = [
        Run(f"[{line.label}] ", bold=True, at=line.id),
        Run(tidy(line.text) + (f" · {tidy(about)}" if about else "")),
    ]
    word.paragraph(runs, _BULLET, with_next=bool(line.quotes))
    _evidence(word, line.quotes, line.speakers, line.notes)


def _evidence(word: Word, quotes: tuple[Excerpt, ...], speakers: tuple[Speaker, ...], notes: tuple[str, ...]) -> None:
    for q in quotes:
        word.paragraph(_quote(q), _QUOTE)
    for s in speakers:
        word.paragraph(_speaker(s), _INNER)
    for note in notes:
        word.paragraph(note, _INNER)


def _quote(q: Excerpt) -> Iterator[Run]:
    before, after = _spaced(q.before), _spaced(q.after)
    yield Run(before.lstrip())
    yield Run(tidy(q.head), bold=True)
    yield Run(after.rstrip() + " ")
    yield Run(f"({q.cite.label}, characters {q.cite.start} to {q.cite.end})", to=q.cite.anchor)


def _spaced(words: str) -> str:
    """Words on one line, with a space at either end where there was any."""
    told = tidy(words)
    if not told:
        return " " if words else ""
    return " " * words[:1].isspace() + told + " " * words[-1:].isspace()


def _speaker(s: Speaker) -> Iterator[Run]:
    yield Run(f"{s.stance} ")
    yield Run(tidy(s.who), bold=True)
    yield Run(f" in {', '.join(s.reports)}")
    for c in s.cites:
        yield Run(f" “{tidy(c.quote)}” ")
        yield Run(f"({c.label})", to=c.anchor)


def _card(word: Word, card: Card) -> None:
    word.heading(card.title, 2, at=card.id)
    rows = (("Outcome", f"{card.outcome} [{card.label}]"), *card.rows)
    word.table((), [(Run(tidy(term), bold=True), value) for term, value in rows], (1, 4))
    for words, href in card.related:
        word.paragraph([Run("On these talks: "), Run(tidy(words), to=href[1:])], _BULLET)
    _evidence(word, card.quotes, card.speakers, card.notes)


def _outlook(word: Word, outlook: OutlookSection) -> None:
    word.heading(outlook.heading, 1)
    rows: Iterable[tuple[str | Run, ...]] = ((o.text, o.figure, o.basis or "assumption") for o in outlook.lines)
    word.table(("Finding", "Figure", "Rests on"), rows, (3, 2, 3))
    if outlook.confidence:
        word.paragraph(f"How far to trust it, apart from how likely it is: {outlook.confidence}.")
    if outlook.gains:
        rows = ((g.name, g.failure, g.agreement, g.talks) for g in outlook.gains)
        word.table(("Who gains", "No agreement", "Agreement", "Talks that fail"), rows)
        word.paragraph("In hundredths of what is at stake: the middle of the draws, and the bounds of four in five.")
    _listed(word, "What would overturn it", outlook.overturns)
    if outlook.inputs:
        word.heading("What was put in", 2)
        rows = ((i.words, i.figure, Run(tidy(i.grounds), to=i.href[1:])) for i in outlook.inputs)
        word.table(("Number", "Range", "Rests on"), rows, (4, 2, 4))
    _listed(word, "Cautions", outlook.notes)


def _listed(word: Word, heading: str, said: tuple[str, ...]) -> None:
    if said:
        word.heading(heading, 2)
    for words in said:
        word.paragraph(words, _BULLET)


def _sources(word: Word, sources: tuple[Source, ...]) -> None:
    if sources:
        word.heading("Sources", 1)
    for s in sources:
        word.heading(f"{s.label} {s.title}", 2)
        for term, value in s.rows:
            word.paragraph([Run(f"{term}: ", bold=True), Run(tidy(value))], _BULLET)
        for url, _ in s.links:
            word.paragraph([Run("Online: ", bold=True), Run(tidy(url), url=url)], _BULLET)
        if s.missing:
            word.paragraph(s.missing)
        for c in s.loose:
            word.paragraph([*_back(c), Run(tidy(c.quote), marked=True)], _BULLET)
        if s.text:
            _text(word, s)


def _text(word: Word, source: Source) -> None:
    """The text, paragraph by paragraph, with its quotes marked and their numbers leading back."""
    runs: list[Run] = []
    depth = 0
    for p in source.pieces:
        if p.cite is not None:
            depth += 1 if p.opens else -1
            runs += _back(p.cite) if p.first else ()
            continue
        for n, part in enumerate(str(writable(p.text)).split("\n")):
            if n:
                _kept(word, runs)
                runs = []
            runs.append(Run(part, marked=depth > 0))
    _kept(word, runs)


def _kept(word: Word, runs: list[Run]) -> None:
    if any(r.text.strip() or r.at for r in runs):
        word.paragraph(runs)


def _back(cite: Cite) -> list[Run]:
    """A quote's number where it stands in its source; it leads to the first line that rests on it."""
    return [Run(f"[{cite.label}] ", at=cite.anchor, to=cite.lines[0] if cite.lines else "")]
