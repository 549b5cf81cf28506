"""Exports of press databases, found by how they part their articles; a text that is none of them has no articles."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from parley.intake.draft import Draft
from parley.intake.factiva import END as FACTIVA
from parley.intake.factiva import draft_of_factiva, rest_after_last
from parley.intake.left_out import UnreadableError
from parley.intake.nexis import BEGIN as LEXISNEXIS
from parley.intake.nexis import END as NEXIS_UNI
from parley.intake.nexis import draft_of_lexisnexis, draft_of_nexis_uni
from parley.intake.pieces import Pieces
from parley.intake.tidying import tidied

_UNSPLIT = (
    "its headline, day and body cannot be told apart, so it is kept as one text",
    "give title, publisher and day in a JSON row with the text",
)
_BREAKS_OFF = ("the article breaks off: the line that ends it is missing", "export it again")
_NO_BODY = ("the article has no body, perhaps for reasons of copyright", "look it up at its publisher")


@dataclass(frozen=True, slots=True)
class _Export:
    """The articles of an export: the text of each, and what could be made of it; and what follows the last end."""

    articles: tuple[tuple[str, Draft | None], ...]
    rest: tuple[str, Draft | None] = ("", None)


def articles_of(text: str) -> Pieces:
    """The articles of an export of Factiva, Nexis Uni or LexisNexis, in order; none where a text is no such export."""
    text = text.replace("\r\n", "\n")
    for layout in (_factiva, _nexis_uni, _lexisnexis):
        export = layout(text)
        if any(draft for _, draft in export.articles):
            yield from _pieces(export)
            return


def _pieces(export: _Export) -> Pieces:
    for number, (chunk, draft) in enumerate(export.articles, 1):
        told = draft or Draft(tidied(chunk), doubts=(_UNSPLIT,))
        yield f"article {number}", told if told.text else UnreadableError(*_NO_BODY)
    chunk, draft = export.rest
    if draft is not None and draft.text:
        yield f"article {len(export.articles) + 1}", replace(draft, doubts=(_BREAKS_OFF,))
    elif chunk.strip():
        yield "below the last article", UnreadableError(*_BREAKS_OFF)


def _factiva(text: str) -> _Export:
    chunks = _ended(text, FACTIVA)
    rest = rest_after_last(FACTIVA.split(text)[-1])
    return _Export(tuple((c, draft_of_factiva(c, n)) for c, n in chunks), (rest, draft_of_factiva(rest, None)))


def _nexis_uni(text: str) -> _Export:
    chunks = _ended(text, NEXIS_UNI)
    rest = NEXIS_UNI.split(text)[-1]
    return _Export(tuple((c, draft_of_nexis_uni(c)) for c, _ in chunks), (rest, draft_of_nexis_uni(rest)))


def _lexisnexis(text: str) -> _Export:
    return _Export(tuple((c, draft_of_lexisnexis(c)) for c in LEXISNEXIS.split(text)[1:]))


def _ended(text: str, end: re.Pattern[str]) -> list[tuple[str, str]]:
    """The chunks of a text that an end follows, each with what the end tells."""
    chunks: list[tuple[str, str]] = []
    at = 0
    for m in end.finditer(text):
        chunks.append((text[at : m.start()], m[1] if end.groups else ""))
        at = m.end()
    return chunks
