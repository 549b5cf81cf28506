"""Mail: a message is a report, and so is each of its attachments of a known kind. Saved pages (MHTML) are mail, too."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from parley.intake.decoding import decode
from parley.intake.draft import Draft
from parley.intake.hypertext import parsed_hypertext, text_of
from parley.intake.left_out import UnreadableError
from parley.intake.pieces import Inner, Piece, Pieces, held_at
from parley.intake.quoting import own_words
from parley.intake.sniffing import DOCUMENTS, suffix_for
from parley.intake.tidying import tidied
from parley.intake.walking import LIMIT, too_large

DEEPEST = 5
"""Messages within messages."""
_LOCKED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
_SAVED = "Snapshot-Content-Location"
_QUOTES = ("what the message quotes of others was left away", "read the message that it answers as well")


def pieces_of_mail(data: bytes) -> Pieces:
    """The report of a message and what is attached to it. Raises UnreadableError.

    Subject, sender and day are the report's title, publisher and day; plain text goes before HTML.
    """
    try:
        yield from _pieces(message_from_bytes(data, policy=policy.default), 0)
    except UnreadableError:
        raise
    except Exception as e:  # isolates one message: on broken headers, the parser raises many unrelated kinds
        why = f"the message is broken ({type(e).__name__})"
        raise UnreadableError(why, "export it anew, or save its text") from e


def _pieces(message: EmailMessage, depth: int) -> Pieces:
    if message.get_content_type() in _LOCKED:
        raise UnreadableError("the message is encrypted", "save it decrypted, or save its text")
    if _text(message, _SAVED):
        yield _saved_page(message)
        return
    told = _told(message)
    texts, attached = _parts(message)
    yield from _body(texts, told, bool(attached))
    for number, part in enumerate(attached, 1):
        yield from _attached(part, number, depth)


def _told(message: EmailMessage) -> Draft:
    """Title, publisher and day of a message."""
    name, address = parseaddr(_text(message, "From"))
    sender = " ".join(name.split()) or address
    return Draft("", _text(message, "Subject") or None, sender or None, _day(_text(message, "Date")))


def _text(message: EmailMessage, name: str) -> str:
    """A header as one line; "" where there is none, or none that can be read."""
    try:
        return tidied(str(message.get(name) or "")).replace("\n", " ")
    except Exception:  # a header may be so broken that the parser fails on it: then it tells nothing
        return ""


def _day(written: str) -> str | None:
    """The day of a Date header, where it was written; as it stands where it is none."""
    try:
        return parsedate_to_datetime(written).date().isoformat() if written else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return written


def _parts(message: EmailMessage) -> tuple[list[EmailMessage], list[EmailMessage]]:
    """The parts of a message that are its text, and those attached; a message within it is one part."""
    texts: list[EmailMessage] = []
    attached: list[EmailMessage] = []
    for part in _leaves(message):
        is_text = part.get_content_type() in ("text/plain", "text/html") and not part.get_filename()
        if is_text and part.get_content_disposition() != "attachment":
            texts.append(part)
        elif part.get_content_type() not in _SIGNATURES:
            attached.append(part)
    return texts, attached


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    todo = [message]
    while todo:
        part = todo.pop()
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            todo.extend(reversed([p for p in part.get_payload() if isinstance(p, EmailMessage)]))
        else:
            yield part


def _body(texts: list[EmailMessage], told: Draft, has_more: bool) -> Pieces:
    """The report of the text: all plain parts, else all HTML ones."""
    for kind in ("text/plain", "text/html"):
        raw = "\n\n".join(_words(p) for p in texts if p.get_content_type() == kind)
        if raw.strip():
            yield "", _own(raw, told)
            return
    if not has_more:
        raise UnreadableError("the message holds no text", "put a report into it, or leave it away")


def _own(raw: str, told: Draft) -> Draft:
    own = own_words(raw, told.title or "")
    doubts = (_QUOTES,) if own.quoted else ()
    return Draft(tidied(own.text), told.title, told.publisher, told.published, doubts=doubts)


def _words(part: EmailMessage) -> str:
    raw = _decoded(part)
    if part.get_content_type() == "text/html":
        return text_of(parsed_hypertext(raw), without_quotes=True) or text_of(parsed_hypertext(raw))
    return _unflowed(raw, part.get_param("delsp") == "yes") if part.get_param("format") == "flowed" else raw


def _decoded(part: EmailMessage) -> str:
    """The text of a part in the charset that it names, or, where that is wrong, in the one that fits."""
    data = _bytes(part)
    try:
        return data.decode(str(part.get_content_charset() or "utf-8"))
    except (LookupError, UnicodeError):
        return decode(data, declares=True) if data else ""


def _bytes(part: EmailMessage) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _unflowed(text: str, without_space: bool) -> str:
    """Text sent as `format=flowed` (RFC 3676): a line that ends with a space goes on in the next."""
    lines: list[str] = []
    goes_on = False
    for line in text.replace("\r\n", "\n").split("\n"):
        line = line.removeprefix(" ")
        if goes_on and not line.startswith(">"):
            lines[-1] = (lines[-1][:-1] if without_space else lines[-1]) + line
        else:
            lines.append(line)
        goes_on = line.endswith(" ") and line != "-- "
    return "\n".join(lines)


def _attached(part: EmailMessage, number: int, depth: int) -> Pieces:
    """What is attached: a message, a source of a known kind, or something that is left out."""
    if part.get_content_type() == "message/rfc822":
        yield from _message_within(part, number, depth)
        return
    name = posixpath.basename((part.get_filename() or "").replace("\\", "/"))
    suffix = posixpath.splitext(name)[1].lower()
    suffix = suffix if suffix in DOCUMENTS else suffix_for(part.get_content_type())
    where = f"attachment {number}" + (f" ({tidied(name)[:80]})" if name else "")
    data = _bytes(part) if suffix else b""
    if not suffix:
        if part.get_content_disposition() == "attachment" or part.get_content_maintype() != "image":
            yield where, UnreadableError(*_of_no_kind(posixpath.splitext(name)[1] or part.get_content_type()))
    elif len(data) > LIMIT:
        yield where, too_large(len(data))
    else:
        yield where, Inner(data, suffix)


def _of_no_kind(kind: str) -> tuple[str, str]:
    return f"an attachment of the kind {kind[:60]} is not read", "save it as text or PDF, and read that"


def _message_within(part: EmailMessage, number: int, depth: int) -> Pieces:
    held = part.get_payload()
    inner = held[0] if isinstance(held, list) and held else None
    where = f"message {number} in it"
    if not isinstance(inner, EmailMessage):
        yield where, UnreadableError("the message within is broken", "save it by itself")
    elif depth >= DEEPEST:
        yield where, UnreadableError(f"messages stand in each other {DEEPEST} deep", "save the innermost by itself")
    else:
        yield from held_at(where, _pieces(inner, depth + 1))


def _saved_page(message: EmailMessage) -> Piece:
    """The page that a browser saved with all that it shows: its address and when it was saved are told."""
    page = next((p for p in _leaves(message) if p.get_content_type() == "text/html"), None)
    if page is None:
        raise UnreadableError("the saved page holds no HTML", "save the article as text")
    known = Draft("", url=_text(message, _SAVED), retrieved=_day(_text(message, "Date")))
    return "", Inner(_decoded(page).encode("utf-8", "replace"), ".html", known)
