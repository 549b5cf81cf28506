"""The room in which a record is scored against one that people made by hand. It knows the terms alone.

`passages` takes rows of gold (`short_rows` makes them of the short form), `told` lines of the contract, `compare` pairs
them one to one; `figures`, `by` and `errors` say what the pairs come to. All are pure functions; nothing here reads a
file or a report.
"""

from parley.scoring.errors import Error, errors
from parley.scoring.faults import GoldError
from parley.scoring.figures import Figures, Rate, Score, figures
from parley.scoring.gold import passages
from parley.scoring.groups import BY, by
from parley.scoring.items import FORMS, Item, Passage
from parley.scoring.pairs import Pair, compare
from parley.scoring.short import rows as short_rows
from parley.scoring.told import told

__all__ = [
    "BY",
    "FORMS",
    "Error",
    "Figures",
    "GoldError",
    "Item",
    "Pair",
    "Passage",
    "Rate",
    "Score",
    "by",
    "compare",
    "errors",
    "figures",
    "passages",
    "short_rows",
    "told",
]
