"""Text pasted from a page or a PDF: split words made whole, what pages put between paragraphs taken out."""

from __future__ import annotations

import re

from parley.intake.pdf import made_whole
from parley.intake.tidying import tidied

_ALONE = (
    r"advertisements?",
    r"advertising",
    r"story continues below(?: this)?(?: advertisement)?",
    r"article continues (?:after|below)(?: this)?(?: advertisement)?",
    r"continue reading(?: the main story)?",
    r"(?:click here to )?(?:read|see|show|learn|view) (?:more|less|also|next|the full (?:story|article))"
    r"(?: here| »| ?>+| ?→)?",
    r"related(?: (?:articles?|stories|news|topics|content|coverage))?:?",
    r"(?:read more|read also|see also|also read|related|watch|listen|more on this(?: story)?)\s?:\s.{1,160}",
    r"more on this story",
    r"share(?: (?:this|on|via|to|article|story)\b.{0,40})?",
    r"(?:tweet|print|e-?mail|copy link|save|bookmark|comments?|whatsapp|facebook|twitter|telegram|linkedin|reddit)",
    r"(?:sign up|subscribe)\b[^.]{0,80}",
    r"skip (?:to|advertisement)\b.{0,40}",
    r"(?:listen|listen to (?:this )?(?:article|story))(?: \([0-9:]+(?: ?min(?:utes)?)?\))?",
    r"[0-9]{1,2}[- ]min(?:ute)?s?(?: read)?",
    r"page [0-9]{1,4}(?: (?:of|/) [0-9]{1,4})?",
    r"(?:getty images|image source,? .{1,60}|image caption,?|photo credit:? .{1,60})",
)
_FURNITURE = re.compile(rf"(?im)^[ \t>•·*-]*(?:{'|'.join(_ALONE)})[ \t]*$\n?")


def unpasted(text: str) -> str:
    r"""A pasted text without what is no part of it: a page's furniture that stands alone on a line, soft hyphens.

    >>> unpasted("The govern-\nment agreed.\n\nAdvertisement\n\nRead more: Ferry talks fail\n\nIt will sign.")
    'The government agreed.\n\nIt will sign.'
    """
    plain = re.sub(r"\r\n?", "\n", text)
    bare = _FURNITURE.sub("", plain)
    return tidied(made_whole(bare if bare.strip() else plain))
