"""The ruler remembered: the same parts of speech, features and lemmas as the packaged pipeline's own."""

from __future__ import annotations

import pytest

from parley import samples
from parley.intake import gather
from parley.reading.pipeline import load, packaged
from parley.reading.ruling import Ruling

ODD = (
    "They ain't gonna leave, are they? Let's go. He gotta go; gimme that. It's what he'd've said.",
    "  Two  blanks\n\nand a line.\tHe wasn't; she won't. I'm. You're not. That that is, is.",
    "Had they been there, had had had its day. Do they do it? To be, or not to be.",
    "", " ", "x",
)  # fmt: skip


def _told(doc: object) -> list[tuple[str, ...]]:
    return [(t.text, t.pos_, str(t.morph), t.lemma_, t.tag_, t.dep_) for t in doc if not t.is_space]  # type: ignore[attr-defined]


@pytest.mark.parametrize("again", [False, True], ids=["first", "remembered"])
def test_a_ruling_is_what_the_ruler_says(again: bool) -> None:
    """Over the sample reports and odd words, asked for the first time and again."""
    plain, quick = packaged(), packaged()
    before = [p for n, p in quick.pipeline if n not in {"attribute_ruler", "lemmatizer"}]
    ruling = Ruling(plain.get_pipe("attribute_ruler"))
    texts = [*ODD, *(r.text or "" for r in gather([samples.folder()]).reports)]
    for text in texts * (2 if again else 1):
        doc = quick.make_doc(text)
        for component in before:
            doc = component(doc)
        doc = quick.get_pipe("lemmatizer")(ruling(doc))
        assert _told(doc) == _told(plain(text))


def test_the_reader_s_pipeline_asks_the_ruling() -> None:
    """And leaves the ruler out, whose work it does."""
    names = load().pipe_names
    assert "parley_ruling" in names
    assert "attribute_ruler" not in names
    assert names.index("parley_ruling") < names.index("lemmatizer")
