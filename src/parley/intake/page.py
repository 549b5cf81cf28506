"""HTML pages: the article without what stands around it, and what the page tells of its origin."""

from __future__ import annotations

import re

from parley.intake.draft import Draft
from parley.intake.hush import hush
from parley.intake.left_out import UnreadableError
from parley.intake.tidying import tidied

_DATES = {"extensive_search": False, "original_date": True}
"""Without these a page's date is guessed from its footer or taken from its last change."""
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_HEAD = re.compile(r"(?i)<(?:!doctype\s+html|html[\s>])")


def looks_like_page(text: str) -> bool:
    """Whether a text begins as an HTML page does."""
    return bool(_HEAD.match(_DECLARATION.sub("", text[:1024]).lstrip()))


def draft_of_page(raw: str) -> Draft:
    """The draft of an HTML page. Raises UnreadableError where no article can be made out."""
    document = _extracted(_DECLARATION.sub("", raw))
    text = tidied(_as_paragraphs(str(getattr(document, "text", None) or "")))
    if not text:
        raise UnreadableError("no article can be made out in this page", "save the article as text, or print it to PDF")
    title, publisher, published, url = (
        _line(getattr(document, field, None)) for field in ("title", "sitename", "date", "url")
    )
    return Draft(text, title, publisher, published, url)


def _extracted(html: str) -> object:
    """What the page's reader makes of it; a page is hostile ground, so whatever it raises is that page's fault."""
    from trafilatura import bare_extraction

    hush("trafilatura", "htmldate")
    try:
        return bare_extraction(
            html,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params=dict(_DATES),
        )
    except Exception as e:  # isolates one page: the parsers below raise many unrelated kinds
        raise UnreadableError(f"the page cannot be parsed ({type(e).__name__})", "save the article as text") from e


def _as_paragraphs(text: str) -> str:
    """The extractor ends paragraphs, headings and items with one line end, which elsewhere may be a mere fold."""
    return text.replace("\n", "\n\n")


def _line(value: object) -> str | None:
    line = tidied(str(value or "")).replace("\n", " ")
    return line or None
