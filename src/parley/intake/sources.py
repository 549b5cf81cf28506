"""One source of any kind to reports: its kind is told, its pieces are read, and what is within them in turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO

from parley.intake.bibliography import pieces_of_entries
from parley.intake.bibtex import entries_of_bibtex
from parley.intake.counting import counted
from parley.intake.decoding import SAMPLE, decode
from parley.intake.draft import Draft, doubts_of, report_from
from parley.intake.left_out import LeftOut, UnreadableError
from parley.intake.mail import pieces_of_mail
from parley.intake.markdown import draft_of_markdown
from parley.intake.mbox import pieces_of_mbox
from parley.intake.packed import pieces_of_zip
from parley.intake.page import draft_of_page, looks_like_page
from parley.intake.pasting import unpasted
from parley.intake.pdf import draft_of_pdf
from parley.intake.pieces import Inner, Pieces, laid_over
from parley.intake.plain import draft_of_plain, first_line_title
from parley.intake.press import articles_of
from parley.intake.ris import entries_of_ris
from parley.intake.rows import asked_from_jsonl, lines_of
from parley.intake.rtf import text_of_rtf
from parley.intake.sameness import Found
from parley.intake.sniffing import Kind, has_rows, is_json, kind_of, packing_of
from parley.intake.tidying import tidied, title_told
from parley.intake.walking import LARGEST, LIMIT, bytes_of, shown, too_large
from parley.intake.warc import pieces_of_warc

DEEPEST = 6
"""Sources within sources."""
_STREAMED = {Kind.MBOX: pieces_of_mbox, Kind.WARC: pieces_of_warc}
_WITH_MORE = frozenset((Kind.ZIP, Kind.RTF, Kind.MAIL, Kind.RIS, Kind.BIBTEX))
"""Kinds whose files hold more than the text of one report."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a source stands: its name, the folder around it, how deep within others, what they know of it."""

    name: str
    folder: Path | None = None
    depth: int = 0
    known: Draft = field(default_factory=lambda: Draft(""))
    pasted: bool = False


def found_in_file(path: Path) -> Iterator[Found | LeftOut]:
    """The reports in a file, and what of it is left out. Mailboxes, web archives and rows are streamed."""
    place = Place(shown(path), path.parent)
    try:
        with path.open("rb") as file:
            head = file.read(SAMPLE)
            kind = kind_of(head, path.suffix)
            if kind is Kind.ROWS or kind in _STREAMED:
                file.seek(0)
                yield from _from_stream(kind, head, file, place)
                return
        yield from found_in(bytes_of(path, _most(kind)), place, path.suffix)
    except UnreadableError as e:
        yield e.at(place.name)
    except OSError as e:
        yield LeftOut(place.name, f"it cannot be opened ({e.strerror})", "see to its permissions")


def found_in(data: bytes, place: Place, suffix: str = "") -> Iterator[Found | LeftOut]:
    """The reports in some data that is held as a whole, and what of it is left out."""
    kind = kind_of(data[: 2 * SAMPLE], suffix)
    if kind is Kind.ROWS or kind in _STREAMED:
        yield from _from_stream(kind, data[:SAMPLE], BytesIO(data), place)
    else:
        yield from counted(_taken(_pieces(data, kind, place), place), place.name)


def _from_stream(kind: Kind, head: bytes, stream: IO[bytes], place: Place) -> Iterator[Found | LeftOut]:
    try:
        if kind is Kind.ROWS:
            yield from _from_rows(head, stream, place.name)
        else:
            yield from counted(_taken(_STREAMED[kind](stream), place), place.name)
    except UnreadableError as e:
        yield e.at(place.name)


def _from_rows(head: bytes, stream: IO[bytes], place: str) -> Iterator[Found | LeftOut]:
    if not head.strip():
        raise _empty()
    if not has_rows(head):
        raise UnreadableError("it holds no JSON objects", 'write one {"text": …} a line, in UTF-8')
    for row in asked_from_jsonl(lines_of(stream), place):
        yield row if isinstance(row, LeftOut) else Found(place, row.report)


def _taken(pieces: Pieces, place: Place) -> Iterator[Found | LeftOut]:
    """The reports of a source's pieces; what breaks one off leaves standing what came before."""
    told = False
    try:
        for where, piece in pieces:
            told = True
            name = f"{place.name}, {where}" if where else place.name
            if isinstance(piece, Draft):
                yield from _kept(piece if where else laid_over(piece, place.known), name)
            elif isinstance(piece, Inner):
                yield from _within(piece, name, place.depth + 1)
            else:
                yield piece.at(name)
        if not told:
            yield _empty().at(place.name)
    except UnreadableError as e:
        yield e.at(place.name)


def _kept(draft: Draft, name: str) -> Iterator[Found | LeftOut]:
    if not draft.text:
        yield _empty().at(name)
    elif len(draft.text) > LIMIT:
        yield too_large(len(draft.text)).at(name)
    else:
        yield Found(name, report_from(draft))
        yield from doubts_of(draft, name)


def _within(inner: Inner, name: str, depth: int) -> Iterator[Found | LeftOut]:
    """A source within another; where it gives no report, what stands in its stead."""
    if depth > DEEPEST:
        yield LeftOut(name, f"it stands within others, more than {DEEPEST} deep", "take it out, and read it by itself")
        return
    took = False
    for item in found_in(inner.data, Place(name, depth=depth, known=inner.known), inner.suffix):
        took = took or isinstance(item, Found)
        yield item
    if took:
        yield from (LeftOut(name, why, remedy) for why, remedy in inner.known.doubts)
    elif isinstance(inner.instead, Inner):
        yield from _within(inner.instead, name, depth)
    elif inner.instead is not None:
        yield from _kept(inner.instead, name)


def _pieces(data: bytes, kind: Kind | None, place: Place) -> Pieces:
    """The pieces of a source that is no stream. Raises UnreadableError."""
    if len(data) > _most(kind):
        raise too_large(len(data), _most(kind))
    if not data.strip():
        raise _empty()
    if kind is Kind.MAIL:
        yield from pieces_of_mail(data)
    elif kind is Kind.RIS:
        yield from pieces_of_entries(entries_of_ris(data), place.folder)
    elif kind is Kind.BIBTEX:
        yield from pieces_of_entries(entries_of_bibtex(data), place.folder)
    elif kind is Kind.PACKED:
        raise UnreadableError(f"it is {packing_of(data)}", "unpack it, or save it as DOCX, text or PDF")
    elif kind is Kind.ZIP:
        yield from _with_articles(pieces_of_zip(data))
    elif kind is Kind.PDF:
        yield from _with_articles(iter((("", draft_of_pdf(data)),)))
    elif kind is Kind.RTF:
        yield from _of_rtf(data)
    else:
        yield from _of_text(decode(data, declares=kind is Kind.PAGE), kind, place)


def _most(kind: Kind | None) -> int:
    """How many bytes a source may have that is held as a whole."""
    return LARGEST if kind in _WITH_MORE else LIMIT


def _with_articles(pieces: Pieces) -> Pieces:
    """The pieces; a document that is an export of a press database by its articles."""
    for where, piece in pieces:
        articles = list(articles_of(piece.text)) if isinstance(piece, Draft) and not where else []
        yield from articles or [(where, piece)]


def _of_rtf(data: bytes) -> Pieces:
    raw, named = text_of_rtf(data)
    text = tidied(raw)
    whole = Draft(text, title=title_told(named) or first_line_title(text))
    yield from list(articles_of(raw)) or [("", whole)]


def _of_text(text: str, kind: Kind | None, place: Place) -> Pieces:
    articles = list(articles_of(text)) if kind is Kind.PLAIN else []
    if articles:
        yield from articles
    else:
        yield "", _draft_of_text(unpasted(text) if place.pasted and kind is Kind.PLAIN else text, kind)


def _draft_of_text(text: str, kind: Kind | None) -> Draft:
    if not text.strip():
        raise _empty()
    if kind is Kind.PAGE or looks_like_page(text):
        return draft_of_page(text)
    if kind is Kind.MARKDOWN:
        return draft_of_markdown(text)
    if is_json(text):
        raise UnreadableError("it is JSON but not JSON Lines", 'write one {"text": …} a line, in a file named .jsonl')
    return draft_of_plain(text)


def _empty() -> UnreadableError:
    return UnreadableError("it holds no text", "put a report into it, or leave it away")
