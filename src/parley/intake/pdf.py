"""PDF: the text layer page by page, words that were split at line ends made whole."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from parley.intake.draft import Draft
from parley.intake.hush import hush
from parley.intake.left_out import UnreadableError
from parley.intake.tidying import tidied, title_told

if TYPE_CHECKING:
    from pypdf import PdfReader

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_SPLIT = re.compile(r"(\b[^\W\d_][\w-]*)-\n([a-z]\w*)")


def draft_of_pdf(data: bytes) -> Draft:
    """The draft of a PDF. Its own creation date is no day of publication and is not taken. Raises UnreadableError."""
    hush("pypdf")
    try:
        reader = _opened(data)
        pages = [page.extract_text() for page in reader.pages]
        title = str(reader.metadata.title or "") if reader.metadata else ""
    except UnreadableError:
        raise
    except Exception as e:  # isolates one file: a broken PDF raises anything from KeyError to RecursionError
        why = f"the PDF is broken ({type(e).__name__}: {e})"
        raise UnreadableError(why, "open it in a viewer and print it anew") from e
    text = tidied(made_whole("\n\n".join(pages).translate(_LIGATURES)))
    if not text:
        raise UnreadableError("the PDF has no text layer, only pictures", "run it through text recognition first")
    return Draft(text, title=title_told(title))


def made_whole(text: str) -> str:
    r"""Words split by a hyphen at a line's end, joined; the hyphen stays where the text uses it elsewhere.

    >>> made_whole("a govern-\nment and a face-to-\nface talk")
    'a government and a face-to-face talk'
    """

    def joined(m: re.Match[str]) -> str:
        hyphened = f"{m[1]}-{m[2]}"
        keeps = "-" in m[1] or hyphened in text
        return hyphened if keeps else m[1] + m[2]

    return _SPLIT.sub(joined, text.replace("\r\n", "\n").replace("\u00ad\n", ""))


def _opened(data: bytes) -> PdfReader:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    reader = PdfReader(BytesIO(data))
    try:
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError:
        locked = True
    if locked:
        raise UnreadableError("the PDF is encrypted", "save a copy without a password")
    return reader
