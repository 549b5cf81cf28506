"""What reading costs beside the bare spaCy pipeline: `make bench`.

Both take the same documents in the same order, with the same components and batch size, in one process, by turns;
the figures are medians of five turns each, in CPU seconds of the process (all its threads). One untimed turn of each
goes before, so that nothing is loaded while the clock runs.
"""

from __future__ import annotations

import gc
import resource
import sys
from collections.abc import Callable
from functools import cache
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

from parley import samples
from parley.intake import gather
from parley.reading.english import default
from parley.reading.pipeline import BATCH, packaged
from parley.reading.tidy import tidy
from parley.terms.ports import Asked
from parley.terms.report import Report, report_of

if TYPE_CHECKING:
    from spacy.language import Language

TURNS = 5
DOCUMENTS = 200
BOUND = 1.3
"""Reading may take at most this many times what the bare pipeline takes."""


def reports(at_least: int = DOCUMENTS) -> list[Report]:
    """The sample reports, over and over up to a number, each under an id of its own."""
    told = gather([samples.folder()]).reports
    rounds = -(-at_least // len(told))
    return [_copy(r, n) for n in range(rounds) for r in told][:at_least]


def _copy(r: Report, n: int) -> Report:
    return report_of(r.text or "", id=f"{r.id}-{n}", published=r.published, language=r.language)


def bare(texts: list[str]) -> int:
    """The pipeline alone; the number of its tokens."""
    return sum(len(doc) for doc in plain().pipe(texts, batch_size=BATCH))


@cache
def plain() -> Language:
    """SpaCy's pipeline as it is packaged, without what the reader puts into it."""
    return packaged()


def reading(asked: list[Asked]) -> int:
    """The whole of reading; the number of its proposals."""
    return sum(len(r.proposals) for r in default().read_all(asked))


def seconds(work: Callable[[], int]) -> float:
    """CPU seconds of one turn."""
    gc.collect()
    start = process_time()
    work()
    return process_time() - start


def peak_megabytes() -> float:
    """The most memory that the process has held, in MB (the unit of the system call differs by platform)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def main() -> None:
    """Measure and print."""
    given = reports()
    texts, asked = [tidy(r.text or "").text for r in given], [Asked(r) for r in given]
    tokens, bare_peak = bare(texts), peak_megabytes()
    proposals = reading(asked)
    turns = [(seconds(lambda: bare(texts)), seconds(lambda: reading(asked))) for _ in range(TURNS)]
    alone, whole = (median(t[i] for t in turns) for i in (0, 1))
    ratio = whole / alone
    print(
        f"{len(given)} documents, {tokens} tokens, {proposals} proposals; batches of {BATCH}; medians of {TURNS} turns"
    )
    print(f"bare pipeline  {alone:7.2f} s CPU  {tokens / alone:8.0f} tokens/s")
    print(f"reading        {whole:7.2f} s CPU  {tokens / whole:8.0f} tokens/s")
    print(f"ratio          {ratio:7.2f}        (bound {BOUND}: {'kept' if ratio <= BOUND else 'BROKEN'})")
    print(f"peak memory    {peak_megabytes():7.0f} MB     ({bare_peak:.0f} MB after the bare pipeline's first turn)")


if __name__ == "__main__":
    main()
