"""EPUB: one report a document of the book's spine; covers, lists of contents and pages without a sentence are none.

A chapter and not the book is the report: a reader looks a quote up in a chapter, "yesterday" and "he" reach no further,
and the books that news programs make hold one article in each document.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from parley.intake.decoding import decode
from parley.intake.draft import Draft
from parley.intake.hypertext import heading_of, parsed_hypertext, text_of
from parley.intake.left_out import UnreadableError
from parley.intake.markup import local, parsed_xml, words_of
from parley.intake.pieces import Pieces
from parley.intake.tidying import tidied, title_told
from parley.intake.zipped import Zipped

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTAINER = "META-INF/container.xml"
_FONTS_ONLY = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_PAGES = ("application/xhtml+xml", "text/html", "text/x-oeb1-document")
_AROUND = frozenset(("cover", "titlepage", "halftitlepage", "toc", "landmarks", "copyright-page", "colophon", "index"))
"""What documents are called, by EPUB's vocabulary, that stand around a book's text."""
_SENTENCE = re.compile(r"[.!?…。؟][\"'”’»)]*(?:\s|$)")


def chapters_of_epub(zipped: Zipped) -> Pieces:
    """The documents of a book in the order of reading, each with the book's publisher and day. Raises UnreadableError.

    The day is `dc:date`, by EPUB's definition that of publication; that of another event is passed over.
    """
    _refuse_locked(zipped)
    package = _package(zipped)
    book = parsed_xml(zipped.must(package), "the book's list of contents")
    told = _about(book)
    texts = list(_texts(zipped, posixpath.dirname(package), book))
    if not any(isinstance(t, UnreadableError) or t.text for _, t in texts):
        raise UnreadableError("the book holds no text, only pictures perhaps", "run it through text recognition")
    for where, text in texts:
        if isinstance(text, UnreadableError):
            yield where, text
        elif text.text:
            yield where, replace(told, text=text.text, title=_title(text.title, told.title))


def _refuse_locked(zipped: Zipped) -> None:
    """Raises UnreadableError where more than fonts is encrypted."""
    data = zipped.part("META-INF/encryption.xml")
    methods = parsed_xml(data, "the book").iter() if data else ()
    used = [e.get("Algorithm") for e in methods if local(e.tag) == "EncryptionMethod"]
    if any(algorithm not in _FONTS_ONLY for algorithm in used):
        raise UnreadableError("the book is locked against copying", "get a copy without a lock, or ask its publisher")


def _package(zipped: Zipped) -> str:
    """The name of the part that lists the book's contents."""
    root = parsed_xml(zipped.must(CONTAINER), "the book's container")
    path = next((e.get("full-path") for e in root.iter() if local(e.tag) == "rootfile"), None)
    if not path:
        raise UnreadableError("the book does not say where its contents are", "save it anew as EPUB")
    return str(path)


def _about(book: _Element) -> Draft:
    """Title, publisher, day and address of a book."""
    told: dict[str, str] = {}
    for e in book.iter():
        name, words = local(e.tag), words_of(e)
        event = next((v for k, v in e.attrib.items() if local(k) == "event"), "publication")
        if name in ("title", "publisher") or (name == "date" and event == "publication"):
            told.setdefault(name, words)
        elif name in ("source", "identifier") and words.startswith(("https://", "http://")):
            told.setdefault("url", words)
    return Draft("", title_told(told.get("title", "")), told.get("publisher"), told.get("date"), told.get("url"))


def _texts(zipped: Zipped, folder: str, book: _Element) -> Iterator[tuple[str, Draft | UnreadableError]]:
    """Text and heading of each document of the spine."""
    items = {e.get("id"): e for e in book.iter() if local(e.tag) == "item"}
    spine = [e.get("idref") for e in book.iter() if local(e.tag) == "itemref"]
    if not spine:
        raise UnreadableError("the book does not say in which order it is read", "save it anew as EPUB")
    for number, key in enumerate(dict.fromkeys(spine), 1):
        item = items.get(key)
        if item is None or "nav" in (item.get("properties") or "").split():
            continue
        if item.get("media-type") in _PAGES:
            name = posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "").split("#")[0]))
            yield f"document {number}", _chapter(zipped, name)


def _chapter(zipped: Zipped, name: str) -> Draft | UnreadableError:
    """One document; what is wrong with it costs the others nothing."""
    try:
        data = zipped.must(name)
        root = parsed_hypertext(decode(data, declares=True)) if data.strip() else None
    except UnreadableError as e:
        return e
    if root is None or _is_around(root):
        return Draft("")
    text = tidied(text_of(root))
    return Draft(text if _SENTENCE.search(text) else "", title=heading_of(root))


def _is_around(root: _Element) -> bool:
    """Whether a document is marked as one that holds none of the book's text, such as its cover."""
    told = (
        v for e in root.iter() if local(e.tag) in ("body", "section") for k, v in e.attrib.items() if local(k) == "type"
    )
    return any(_AROUND & set(str(types).split()) for types in islice(told, 1))


def _title(chapter: str | None, book: str | None) -> str | None:
    """What a chapter is called, and of which book it is one."""
    if chapter and book and chapter != book:
        return f"{chapter} ({book})"
    return chapter or book
