"""Plain text: perhaps a few header lines, perhaps a title on the first line."""

from __future__ import annotations

import re

from parley.intake.draft import NAMES, Draft, draft_with, fields_of
from parley.intake.tidying import tidied

_HEADER = re.compile(r"([A-Za-z]{3,12}):[ \t]+(\S.*)")
LONGEST_TITLE = 120
"""Characters; a longer first line is a sentence of the text."""


def draft_of_plain(raw: str) -> Draft:
    """The draft of a plain text. Header lines are taken off; a title on the first line stays where it is."""
    text = tidied(raw)
    headers, body = split_headers(text)
    fields = fields_of(headers)
    if "title" not in fields and (title := first_line_title(body)):
        fields["title"] = title
    return draft_with(body, fields)


def split_headers(text: str) -> tuple[dict[str, str], str]:
    """Header lines (`Published: 2022-01-31`) above the first blank line, and what follows; none is ({}, text).

    All lines above the blank line must be headers by known names, and a text must follow.
    """
    above, _, below = text.partition("\n\n")
    found = [_HEADER.fullmatch(line) for line in above.split("\n")]
    pairs = {m[1]: m[2] for m in found if m and m[1].lower() in NAMES}
    if not below or len(pairs) < len(found):
        return {}, text
    return pairs, below


def first_line_title(text: str) -> str | None:
    r"""The first line, if it stands alone above a blank line, is short, and does not end as a sentence does.

    >>> first_line_title("Envoys meet again\n\nThey met on Monday.")
    'Envoys meet again'
    """
    line, _, rest = text.partition("\n\n")
    if not rest or "\n" in line or len(line) > LONGEST_TITLE or not any(map(str.isalpha, line)):
        return None
    return None if line.rstrip("\"'”’»)").endswith((".", "!", "?", ":", ";", ",", "…")) else line
