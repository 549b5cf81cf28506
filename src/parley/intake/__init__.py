"""Intake: outside files, folders, pages, documents, mail and archives become `Report`s; what cannot be read is named.

`gather` reads files, folders and standard input; `asked_from_jsonl` streams rows of JSON Lines;
`lines_of` feeds it from any byte stream; `language_of` tells a text's language; `unpasted` tidies what was pasted;
`SUFFIXES` are the endings of what can be read, and `packed_as` tells what is packed and will not be opened.
`tables.rows_of` streams the rows of tables, CSV or XLSX.
`units_of` cuts sources into pieces that can be read anywhere, `found_in_unit` makes reports of one; `copies_as_one`
makes one report of copies.
"""

from parley.intake.gathering import Intake, gather
from parley.intake.language import language_of
from parley.intake.left_out import LeftOut
from parley.intake.packed import packed_as
from parley.intake.pasting import unpasted
from parley.intake.rows import asked_from_jsonl, lines_of
from parley.intake.sameness import merged as copies_as_one
from parley.intake.sniffing import SUFFIXES
from parley.intake.tidying import same_text_key
from parley.intake.units import Shape, Unit, found_in_unit, how_many, units_of

__all__ = [
    "SUFFIXES",
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
    "packed_as",
    "same_text_key",
    "units_of",
    "unpasted",
]
