"""Intake: outside files, folders, pages, PDFs and JSON Lines become `Report`s; what cannot be read is named with why.

`gather` reads files, folders and standard input; `asked_from_jsonl` streams rows of JSON Lines;
`lines_of` feeds it from any byte stream; `language_of` tells a text's language. `units_of` cuts sources into pieces
that can be read anywhere, `found_in_unit` makes reports of one; `copies_as_one` makes one report of copies.
"""

from parley.intake.gathering import Intake, gather
from parley.intake.language import language_of
from parley.intake.left_out import LeftOut
from parley.intake.rows import asked_from_jsonl, lines_of
from parley.intake.sameness import merged as copies_as_one
from parley.intake.tidying import same_text_key
from parley.intake.units import Shape, Unit, found_in_unit, how_many, units_of

__all__ = [
    "Intake",
    "LeftOut",
    "Shape",
    "Unit",
    "asked_from_jsonl",
    "copies_as_one",
    "found_in_unit",
    "gather",
    "how_many",
    "language_of",
    "lines_of",
    "same_text_key",
    "units_of",
]
