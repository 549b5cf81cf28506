"""Parsing: plain values out of spaCy, with offsets of the text as stored."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from parley.reading import pipeline
from parley.reading.document import Document
from parley.reading.pipeline import PipelineMissingError, parse, parse_all

TEXTS = (
    "The  envoys’ talks\u200b ended.\n\n\nNo “deal” was made, they said.",
    "Talks were held in Oslo\nand went on.\r\n\r\nA second round\u00a0follows 🤝 soon.",
    "\ufeff  One.\tTwo. Three",
)


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_stand_where_the_text_has_them(text: str) -> None:
    """A token's offsets give its letters in the text as stored, but for what the tidying made plain."""
    doc = parse(text)
    assert doc.text == text
    for t in doc.tokens:
        shown = text[t.start : t.end].translate(str.maketrans("’“”", '\'""', "\u200b"))
        assert shown == t.text


@pytest.mark.parametrize("text", TEXTS)
def test_sentences_share_out_the_tokens(text: str) -> None:
    """Every token is in just one sentence, in order; a sentence's span runs from its first to its last token."""
    doc = parse(text)
    assert (
        [t.i for s in doc.sentences for t in doc.words(s)] == [t.i for t in doc.tokens] == list(range(len(doc.tokens)))
    )
    for n, s in enumerate(doc.sentences):
        words = doc.words(s)
        assert s.index == n
        assert {t.sentence for t in words} == {n}
        assert (s.start, s.end) == (words[0].start, words[-1].end)


@pytest.mark.parametrize("text", TEXTS)
def test_every_token_hangs_on_one_of_the_document(text: str) -> None:
    """Heads are tokens of the document and lead to a root: spaces between them are gone."""
    doc = parse(text)
    for t in doc.tokens:
        up = list(doc.path_up(t))
        assert len(up) <= len(doc.tokens)
        assert doc.head(up[-1] if up else t) == (up[-1] if up else t)


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200b\ufeff", "\ud800"])
def test_text_without_words_is_a_document(text: str) -> None:
    """Nothing to read is no error."""
    doc = parse(text)
    assert doc.text == text
    assert all(t.text == "\ufffd" for t in doc.tokens)


def test_many_come_in_order_and_as_alone() -> None:
    """A batch gives each text's own document, an empty text in the middle included."""
    texts = [TEXTS[0], "", TEXTS[1]]
    assert list(parse_all(texts)) == [parse(t) for t in texts]


def test_texts_are_taken_as_they_come() -> None:
    """Reading streams: the first documents are out before the last texts are asked for."""
    asked: list[int] = []

    def texts() -> Iterator[str]:
        for n in range(200):
            asked.append(n)
            yield "Talks ended."

    first = next(parse_all(texts()))
    assert isinstance(first, Document)
    assert len(asked) < 200


@pytest.mark.parametrize("longest", [15, 40, 90])
def test_a_text_of_book_length_is_parsed_in_pieces(longest: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces are put together again: words, offsets, sentences and heads are the whole text's, with those beside it."""
    book = "Talks were held in Oslo. They ended.\n\n" * 4 + "w" * 100 + " Norway’s  envoys left."
    whole = parse(book)
    monkeypatch.setattr(pipeline, "LONGEST", longest)
    before, pieced, after = parse_all(["Talks ended.", book, "Norway left."])
    assert (before.text, after.text) == ("Talks ended.", "Norway left.")
    assert pieced.text == book
    assert "".join(t.text for t in pieced.tokens) == "".join(t.text for t in whole.tokens)
    assert [t.i for s in pieced.sentences for t in pieced.words(s)] == list(range(len(pieced.tokens)))
    assert [s.index for s in pieced.sentences] == list(range(len(pieced.sentences)))
    for t in pieced.tokens:
        assert pieced.head(t).sentence == t.sentence == pieced.sentence_of(t).index
        assert book[t.start : t.end].replace("’", "'") == t.text
    assert {"Oslo", "Norway"} <= {pieced.tokens[e.first].text for e in pieced.entities}


def test_a_pipeline_that_is_not_installed_is_named_with_its_remedy() -> None:
    """The error says which pipeline is missing and what to type."""
    with pytest.raises(PipelineMissingError, match=r"no_such_pipeline.*pip install no-such-pipeline"):
        parse("Talks ended.", "no_such_pipeline")


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("BEIRUT, Lebanon — Rebels clashed in Azaz.", "Rebels"),
        ("LUANDA, Nov 21 (Reuter) - The rebels signed.", "The"),
        ("UNITA - The rebels signed.", "The"),
        ("NATO - led troops left Kabul.", None),
        ("The army — Rebels say — left.", None),
    ],
)
def test_a_dateline_is_no_part_of_its_sentence(text: str, second: str | None) -> None:
    """After the dash a sentence begins, where capitals and nothing else stand before it."""
    doc = parse(text)
    starts = [doc.tokens[s.first].text for s in doc.sentences]
    assert starts[1:2] == ([second] if second else [])
