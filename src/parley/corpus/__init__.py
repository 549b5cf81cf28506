"""A corpus: many reports, read part by part by one process, a pool or a Dask cluster, and kept as Parquet.

`read_corpus` reads sources into parts, `read_older` those anew that other readers have read; `mark_copies` finds
near-copies over all of them; `ask` asks the parts; `recalled` gives their readings back.
"""

from parley.corpus.asking import QUESTIONS, VIEWS, Answer, ask
from parley.corpus.conducting import SIZE, Outcome, read_corpus, read_older
from parley.corpus.copies import are_marked, mark_copies
from parley.corpus.engines import Crew, Engine, crew
from parley.corpus.faults import CorpusError
from parley.corpus.parts import Part, older, parts_in, some_parts_in
from parley.corpus.reading import SECONDS, Recipe
from parley.corpus.recalling import Recalled, Same, as_one, recalled, same_texts
from parley.corpus.telling import Telling, logged, served

__all__ = [
    "QUESTIONS",
    "SECONDS",
    "SIZE",
    "VIEWS",
    "Answer",
    "CorpusError",
    "Crew",
    "Engine",
    "Outcome",
    "Part",
    "Recalled",
    "Recipe",
    "Same",
    "Telling",
    "are_marked",
    "as_one",
    "ask",
    "crew",
    "logged",
    "mark_copies",
    "older",
    "parts_in",
    "read_corpus",
    "read_older",
    "recalled",
    "same_texts",
    "served",
    "some_parts_in",
]
