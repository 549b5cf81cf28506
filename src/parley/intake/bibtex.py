"""BibTeX, as Zotero, JabRef and Mendeley export it: `@type{key, field = {value}, …}`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from parley.intake.bibliography import Entries, Entry, address_of_doi
from parley.intake.days import publication_day
from parley.intake.decoding import decode
from parley.intake.draft import Draft
from parley.intake.left_out import UnreadableError
from parley.intake.tex import address_without_tex, without_tex
from parley.intake.tidying import tidied

_BEGINS = re.compile(r"(?m)^[ \t]*@([A-Za-z]{2,30})[ \t]*\{")
_NO_ENTRIES = frozenset(("comment", "preamble", "string"))
_FIELD = re.compile(r"\s*,?\s*([A-Za-z][\w:-]{0,40})\s*=\s*")
_BARE = re.compile(r"[^,\s{}\"]{0,200}")
_MARK = re.compile(r'\\.|[{}"]', re.DOTALL)
_PUBLISHER = ("journal", "journaltitle", "publisher", "institution", "organization", "howpublished")
_FILE = re.compile(r"(?<!\\):")
_FILES = re.compile(r"(?<!\\);")
_CUT = ("the entry is cut short or broken", "export the bibliography again")


def entries_of_bibtex(data: bytes) -> Entries:
    """The entries of a BibTeX file, in its order; one that is broken costs no other. Raises UnreadableError."""
    text = decode(data)
    begins = [m for m in _BEGINS.finditer(text) if m[1].lower() not in _NO_ENTRIES]
    if not begins:
        raise UnreadableError("it holds no entry such as @article{key, …}", "export it anew as BibTeX")
    ends = [*(m.start() for m in begins[1:]), len(text)]
    for number, (begin, end) in enumerate(zip(begins, ends, strict=True), 1):
        try:
            yield f"entry {number}", _entry(dict(_fields(text[begin.end() : end])))
        except UnreadableError as e:
            yield f"entry {number}", e


def _fields(body: str) -> Iterator[tuple[str, str]]:
    """The fields of an entry, as they are written; names in lower case. Raises UnreadableError where it breaks off."""
    at = body.find(",")
    while at >= 0 and (m := _FIELD.match(body, at)):
        value, at = _value(body, m.end())
        yield m[1].lower(), value
    if at < 0 or not body[at:].lstrip(" \t\r\n,").startswith("}"):
        raise UnreadableError(*_CUT)


def _value(body: str, at: int) -> tuple[str, int]:
    """A value, and where it ends: within braces, within quotes, or bare."""
    if body[at : at + 1] not in ("{", '"'):
        m = _BARE.match(body, at)
        return (m[0], m.end()) if m else ("", at)
    closing, depth = ("}", 0) if body[at] == "{" else ('"', 0)
    for m in _MARK.finditer(body, at + 1):
        if not depth and m[0] == closing:
            return body[at + 1 : m.start()], m.end()
        depth += (m[0] == "{") - (m[0] == "}")
    raise UnreadableError(*_CUT)


def _entry(fields: Mapping[str, str]) -> Entry:
    plain = {name: " ".join(without_tex(value).split()) for name, value in fields.items() if name != "file"}
    told = plain.get("date") or plain.get("year", "")
    parts = (plain.get("day", ""), plain.get("month", ""), plain.get("year", ""))
    day = publication_day(told) or publication_day(" ".join(parts)) or publication_day("-".join(reversed(parts)))
    url, doi = (" ".join(address_without_tex(fields.get(name, "")).split()) for name in ("url", "doi"))
    known = Draft(
        tidied(without_tex(fields.get("abstract", ""))),
        title=plain.get("title"),
        publisher=next((plain[n] for n in _PUBLISHER if plain.get(n)), None),
        published=day,
        url=url or address_of_doi(doi),
    )
    return Entry(known, tuple(_files(fields.get("file", ""))), vague=bool(told) and day is None)


def _files(written: str) -> Iterator[str]:
    """The paths in a field `file`: bare, or as `description:path:type`, several with semicolons between them."""
    for one in _FILES.split(written):
        parts = [re.sub(r"\\(.)", r"\1", p).strip() for p in _FILE.split(one)]
        if path := parts[1] if len(parts) > 2 else ":".join(parts):
            yield path
