"""Near-copies over the whole corpus: found whatever the parts and their order, and led to the one printed first."""

from __future__ import annotations

import json
import random
from pathlib import Path

from tests.corpus.builder import corpus_of

from parley.corpus import are_marked, mark_copies
from parley.corpus.asking import ask
from parley.corpus.signatures import alike, bands_of, signature
from parley.joining.resemblance import ALIKE, resemblance

WORDS = [f"{a}{b}" for a in ("har", "bel", "tor", "mes", "dun") for b in ("bour", "mark", "dan", "wick", "ley", "ova")]


def words(seed: int, many: int = 120) -> str:
    """A text of its own."""
    return " ".join(random.Random(seed).choices(WORDS, k=many))


def rows_of(out: Path, reports: list[dict[str, str]]) -> Path:
    """A file of these rows."""
    out.write_text("".join(json.dumps({"language": "en", **r}) + "\n" for r in reports), encoding="utf-8")
    return out


WIRE = words(1)
REPORTS = [
    {"id": "late", "text": f"Another headline\n\n{WIRE}", "published": "2031-01-03", "publisher": "Post"},
    {"id": "other", "text": words(2), "published": "2031-01-01"},
    {"id": "first", "text": WIRE, "published": "2031-01-02", "publisher": "Wire"},
    {"id": "undated", "text": WIRE.replace(" ", "  "), "publisher": "Herald"},
    {"id": "short", "text": "No comment was available.", "published": "2031-01-05"},
    {"id": "short again", "text": "No comment was  available.", "published": "2031-01-04"},
    {"id": "half", "text": " ".join(WIRE.split()[:60]) + " " + words(3, 60), "published": "2031-01-06"},
]
COPIES = [("late", "first"), ("short", "short again"), ("undated", "first")]


def marked(out: Path) -> list[tuple[object, ...]]:
    """Which report is a copy of which."""
    mark_copies(out)
    return list(ask(out, "SELECT report, of_report FROM copies ORDER BY 1").rows)


def test_copies_are_led_to_the_one_printed_first(tmp_path: Path) -> None:
    """Another headline, other spaces, no date; half a text is no copy, and neither is another short one."""
    for n, (seed, size) in enumerate([(0, 2), (1, 3), (2, 100)]):
        reports = list(REPORTS)
        random.Random(seed).shuffle(reports)
        out = tmp_path / f"c{n}"
        corpus_of(rows_of(tmp_path / f"{n}.jsonl", reports), out, size=size)
        assert marked(out) == COPIES


def test_marks_are_known_to_be_of_these_parts(tmp_path: Path) -> None:
    """Once another part comes in, copies must be looked for anew."""
    out = tmp_path / "c"
    corpus_of(rows_of(tmp_path / "a.jsonl", REPORTS[:3]), out)
    assert not are_marked(out)
    mark_copies(out)
    assert are_marked(out)
    corpus_of(rows_of(tmp_path / "b.jsonl", REPORTS[3:]), out)
    assert not are_marked(out)


def test_forty_printings_are_one_text(tmp_path: Path) -> None:
    """Thirty-nine of them are copies, of the one that came first."""
    told = f"Northland accused Southmark. {words(7)}"
    reports = [
        {"text": f"Headline {n}\n\n{told}", "id": f"r{n}", "published": f"2031-02-{n % 28 + 1:02}"} for n in range(40)
    ]
    out = tmp_path / "c"
    corpus_of(rows_of(tmp_path / "a.jsonl", reports), out, size=7)
    assert mark_copies(out) == 39
    assert ask(out, "SELECT accuser, accused, count(*) FROM accusations GROUP BY ALL").rows == (
        ("northland", "southmark", 1),
    )
    assert ask(out, "SELECT count(*) FROM all_statements").rows == ((40,),)


def test_signatures_estimate_resemblance() -> None:
    """Within what 128 hashes can tell; texts that are alike share a band."""
    for n in (0, 5, 10, 40):
        one, other = words(1), " ".join([*words(1).split()[: 120 - n], *words(9, n).split()])
        a, b = signature(one), signature(other)
        assert a is not None
        assert b is not None
        assert abs(alike(a, b) - resemblance(one, other)) < 0.15
        if resemblance(one, other) > ALIKE + 0.1:
            assert set(bands_of(a)) & set(bands_of(b))
    assert signature("Envoys met.") is None
    assert bands_of(None) == []
