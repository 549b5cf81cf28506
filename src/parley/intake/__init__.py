"""Intake: outside files, folders, pages, PDFs and JSON Lines become `Report`s; what cannot be read is named with why.

`gather` reads files, folders and standard input; `asked_from_jsonl` streams rows of JSON Lines;
`lines_of` feeds it from any byte stream; `language_of` tells a text's language. `tables.rows_of` streams the rows of
tables, CSV or XLSX.
"""

from parley.intake.gathering import Intake, gather
from parley.intake.language import language_of
from parley.intake.left_out import LeftOut
from parley.intake.rows import asked_from_jsonl, lines_of

__all__ = ["Intake", "LeftOut", "asked_from_jsonl", "gather", "language_of", "lines_of"]
