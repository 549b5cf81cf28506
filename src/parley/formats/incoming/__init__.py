"""Other projects' rows as proposals: one pure map a data set, from a row of named cells to the contract.

Each map has the same shape, `(row, known) -> Told`; `row.reading_of` makes the report and the proposals of that.
"""
