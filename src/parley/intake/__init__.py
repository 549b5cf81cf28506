"""Intake: outside files, folders, pages, documents, mail and archives become `Report`s; what cannot be read is named.

`gather` reads files, folders and standard input; `asked_from_jsonl` streams rows of JSON Lines;
`lines_of` feeds it from any byte stream; `language_of` tells a text's language; `unpasted` tidies what was pasted;
`SUFFIXES` are the endings of what can be read, and `packed_as` tells what is packed and will not be opened.
`tables.rows_of` streams the rows of tables, CSV or XLSX.
"""

from parley.intake.gathering import Intake, gather
from parley.intake.language import language_of
from parley.intake.left_out import LeftOut
from parley.intake.packed import packed_as
from parley.intake.pasting import unpasted
from parley.intake.rows import asked_from_jsonl, lines_of
from parley.intake.sniffing import SUFFIXES

__all__ = [
    "SUFFIXES",
    "Intake",
    "LeftOut",
    "asked_from_jsonl",
    "gather",
    "language_of",
    "lines_of",
    "packed_as",
    "unpasted",
]
