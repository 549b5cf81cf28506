"""Every entry of the codebooks of judgements and estimates judges in its own example, and not in its trap."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

from parley.reading.coding import estimates, judgements_book
from parley.reading.coding.estimates import Estimate
from parley.reading.coding.judgements_book import JudgementWording
from parley.reading.coding.rows import EntryError
from parley.reading.english import default
from parley.terms.bodies import Judgement
from parley.terms.layers import Reading
from parley.terms.ports import Asked
from parley.terms.report import report_of
from parley.terms.statement import Proposal

WORDINGS: dict[str, JudgementWording] = {e.id: e for e in judgements_book.shipped().entries}
ESTIMATES: dict[str, Estimate] = {e.id: e for e in estimates.shipped().words.entries}
ENTRIES: dict[str, JudgementWording | Estimate] = {**WORDINGS, **ESTIMATES}


@cache
def readings() -> dict[str, Reading]:
    """All examples and traps, read in one go."""
    examples = {f"example {k}": e.example[0] for k, e in ENTRIES.items()}
    texts = {**examples, **{f"trap {k}": e.trap for k, e in ENTRIES.items()}}
    asked = [Asked(report_of(text, id=key)) for key, text in texts.items()]
    return {r.report.id: r for r in default().read_all(asked)}


def by_entry(reading: Reading, id_: str) -> list[tuple[Proposal, Judgement]]:
    """The judgements that an entry made."""
    return [(p, p.body) for p in reading.proposals if isinstance(p.body, Judgement) and p.trace[0].rule == id_]


@pytest.mark.parametrize("id_", ENTRIES)
def test_example_is_coded(id_: str) -> None:
    """The example gives the judgement that it states, about what it says."""
    reading, entry = readings()[f"example {id_}"], ENTRIES[id_]
    made = by_entry(reading, id_)
    told = [(p.trace[0].rule, p.body) for p in reading.proposals if isinstance(p.body, Judgement)]
    assert made, f"{entry.example[0]!r} gave {told}"
    _, body = made[0]
    turned = isinstance(entry, JudgementWording) and entry.negated_only
    assert body.verdict is (entry.negated if isinstance(entry, JudgementWording) and turned else entry.verdict)
    assert body.about.text is not None
    assert entry.example[1].lower() in body.about.text.lower()
    assert body.words


@pytest.mark.parametrize("id_", ENTRIES)
def test_trap_is_not_coded(id_: str) -> None:
    """The trap holds the entry's word in another sense, and judges nothing by it."""
    made = by_entry(readings()[f"trap {id_}"], id_)
    assert not made, f"{ENTRIES[id_].trap!r} was coded as {[b for _, b in made]}"


@pytest.mark.parametrize("id_", WORDINGS)
def test_who_gains_and_who_loses_is_told(id_: str) -> None:
    """Where an entry has gainers or losers, its example names them."""
    entry = WORDINGS[id_]
    for _, body in by_entry(readings()[f"example {id_}"], id_):
        assert bool(body.gainers) == bool(entry.gainers)
        assert bool(body.losers) == bool(entry.losers)


@pytest.mark.parametrize("id_", ESTIMATES)
def test_a_probability_is_a_range_with_its_basis(id_: str) -> None:
    """An estimate carries its whole range and its basis into the record, never a point."""
    for _, body in by_entry(readings()[f"example {id_}"], id_):
        assert body.probability == ESTIMATES[id_].range
        if body.probability is not None:
            assert 0 <= body.probability.low < body.probability.high <= 1
            assert body.probability.basis


def test_ids_are_unique() -> None:
    """No two entries share an id: a trace names exactly one."""
    assert len(ENTRIES) == len(judgements_book.shipped().entries) + len(estimates.shipped().words.entries)


def test_the_degrees_run_in_order() -> None:
    """From unlikely to likely, no degree's range lies below that of a lesser degree."""
    order = ("minuscule", "remote", "very-unlikely", "unlikely", "even", "likely", "very-likely", "almost-certain")
    ranges = [r for id_ in order if (r := ESTIMATES[id_].range) is not None]
    assert len(ranges) == len(order)
    assert all(a.low <= b.low and a.high <= b.high for a, b in pairwise(ranges))


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ('verdict = "splendid"', "splendid"),
        ('verdict = "success"\nabout = ["roof"]', "'roof'"),
        ('verdict = "success"\nof = ["@ghosts"]', "@ghosts"),
    ],
)
def test_a_wrong_entry_is_named(entry: str, says: str) -> None:
    """A judgement that cannot be used is refused with its file, its id and what is wrong."""
    text = f'[[judgement]]\nid = "x"\n{entry}\nexample = ["A is good.", "A"]\ntrap = "No."\n'
    with pytest.raises(EntryError, match=says) as told:
        judgements_book.build(text, judgements_book.FILE)
    assert judgements_book.FILE in str(told.value)
    assert "'x'" in str(told.value)


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ('verdict = "likely"\nlow = 0.5', "basis"),
        ('verdict = "likely"\nlow = 0.9\nhigh = 0.2\nbasis = "b"', "below its 'high'"),
        ('verdict = "likely"\nopposite = "y"', "'y' is the id of no estimate"),
    ],
)
def test_a_wrong_estimate_is_named(entry: str, says: str) -> None:
    """An estimate that cannot be used is refused with its file, its id and what is wrong."""
    text = f'[[estimate]]\nid = "x"\nadverbs = ["surely"]\n{entry}\nexample = ["A is likely.", "A"]\ntrap = "No."\n'
    with pytest.raises(EntryError, match=says) as told:
        estimates.build(text, estimates.FILE)
    assert estimates.FILE in str(told.value)
    assert "'x'" in str(told.value)
