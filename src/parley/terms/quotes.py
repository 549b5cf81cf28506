"""Whether quotes are what their reports say: `quote` is `text[start:end]`, to the letter, or nothing rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from parley.terms.statement import Mention, Proposal, Statement, Talk
from parley.terms.values import Voice

Texts = Mapping[str, str | None]
"""Report ids to texts; None where a text is withheld or withdrawn, so that nothing can be compared."""


def misquotes(values: Iterable[Proposal | Statement | Talk], texts: Texts) -> Iterator[str]:
    """What is wrong with the quotes and spans of values, each in words that name the value; nothing where all is well.

    A quote of a report that `texts` does not hold, or holds as None, is passed over.
    """
    for value in values:
        yield from (f"{_name(value)}: {fault}" for fault in _faults(value, texts))


def _name(value: Proposal | Statement | Talk) -> str:
    return f"{type(value).__name__.lower()} {value.id!r}"


def _faults(value: Proposal | Statement | Talk, texts: Texts) -> Iterator[str]:
    quoted = (value,) if isinstance(value, Proposal) else value.mentions
    for q in quoted:
        yield from _quote(q.quote, q.start, q.end, texts.get(q.report))
        yield from _spans(q, texts.get(q.report))
    for v in value.voices:
        yield from _voice(v, texts.get(v.report))


def _quote(quote: str, start: int, end: int, text: str | None) -> Iterator[str]:
    if text is None:
        return
    if not 0 <= start <= end <= len(text):
        yield f"the quote from {start} to {end} lies outside a text of {len(text)} characters"
    elif quote != text[start:end]:
        yield f"the quote {_short(quote)} is not the report's text from {start} to {end}, {_short(text[start:end])}"


def _spans(quoted: Proposal | Mention, text: str | None) -> Iterator[str]:
    if text is None:
        return
    spans = {"head": quoted.head, **({"sentence": quoted.sentence} if isinstance(quoted, Proposal) else {})}
    for name, span in spans.items():
        if span.end > len(text):
            yield f"its {name} from {span.start} to {span.end} lies outside a text of {len(text)} characters"


def _voice(voice: Voice, text: str | None) -> Iterator[str]:
    if voice.quote is None:
        return
    if voice.start is None or voice.end is None:
        yield f"the words of a voice, {_short(voice.quote)}, have no place"
    else:
        yield from _quote(voice.quote, voice.start, voice.end, text)


def _short(words: str) -> str:
    return repr(words if len(words) <= 40 else f"{words[:37]}…")
