"""Denials and negated cues, in many styles: each is heard, with whose it is; and what merely negates is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from parley.reading.english import default
from parley.terms.enums import Stance
from parley.terms.layers import Attribution
from parley.terms.ports import Asked
from parley.terms.report import report_of

HERE = Path(__file__).parent
REACH = 0.9
SURE = 0.98
_MARKS = re.compile(r"[\[\]*]")


@dataclass(frozen=True)
class Denial:
    """A sentence, its cue and a word of its content, who speaks, and the stance."""

    text: str
    cue: str
    content: str
    who: str
    stance: Stance


def _rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _denials() -> list[Denial]:
    found = []
    for marked, who, stance in _rows("denials.tsv"):
        cue, content = re.search(r"\[(.+?)\]", marked), re.search(r"\*(.+?)\*", marked)
        assert cue, marked
        found.append(Denial(_MARKS.sub("", marked), cue[1], content[1] if content else "", who, Stance(stance)))
    return found


@cache
def _heard() -> dict[str, tuple[Attribution, ...]]:
    texts = [d.text for d in _denials()] + [row[0] for row in _rows("no_denials.tsv")]
    read = default().read_all(Asked(report_of(t, id=f"d{n}"), layers=True) for n, t in enumerate(texts))
    return dict(zip(texts, (r.attributions for r in read), strict=True))


def _is_heard(d: Denial) -> bool:
    for a in _heard()[d.text]:
        source = d.text[a.source.start : a.source.end] if a.source.start is not None else ""
        speaks = d.who in source if d.who != "-" else True
        told = d.content in d.text[a.content.start : a.content.end]
        if d.text[a.cue.start : a.cue.end] == d.cue and a.stance is d.stance and speaks and told:
            return True
    return False


def test_denials_are_heard() -> None:
    """Of the denials and negated cues at least nine in ten are heard, with their cue, speaker, stance and content."""
    rows = _denials()
    missed = [d.text for d in rows if not _is_heard(d)]
    assert len(rows) >= 120
    assert 1 - len(missed) / len(rows) >= REACH, "\n".join(missed)


def test_what_negates_is_no_denial() -> None:
    """A negated act, a refusal, or a denial that is itself negated is nobody's denial, but for what is misparsed."""
    rows = [row[0] for row in _rows("no_denials.tsv")]
    wrong = [text for text in rows if any(a.stance is Stance.DENIES for a in _heard()[text])]
    assert len(rows) >= len(_denials())
    assert len(wrong) <= len(rows) * (1 - SURE), "\n".join(wrong)
