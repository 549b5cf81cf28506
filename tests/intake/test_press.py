"""Exports of press databases."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.making import FACTIVA, FACTIVA_CODED, FAILED, LEXISNEXIS, MET, NEXIS_UNI

from parley.intake.draft import Draft
from parley.intake.left_out import UnreadableError
from parley.intake.pieces import Piece
from parley.intake.press import articles_of

ADDRESS = "https://global.factiva.com/redir/default.aspx?P=sa&an="
FIRST = ("Ferry talks between Harfang and Ostwald fail", "Harbour Post")
SECOND = ("Envoys meet again", "Coast Wire")
INVITED = "Harfang invited Ostwald to new talks."


def read(text: str) -> list[Piece]:
    """All articles of a text."""
    return list(articles_of(text))


def told(piece: Draft | object) -> tuple[str, str | None, str | None, str | None]:
    """What an article tells; the day as written."""
    assert isinstance(piece, Draft)
    return piece.text, piece.title, piece.publisher, piece.published


def test_factiva_without_codes() -> None:
    """Section, byline, hour, count and copyright go; the document's number is the address."""
    ((where, draft),) = read(FACTIVA)
    assert (where, told(draft)) == ("article 1", (f"{MET}\n\n{FAILED}", *FIRST, "4 May 2021"))
    assert isinstance(draft, Draft)
    assert draft.url == ADDRESS + "HARPOS0020210504eh540000x"


def test_factiva_with_codes() -> None:
    """Lead and body are the text, even where one of its lines begins as a code does."""
    ((_, draft),) = read(FACTIVA_CODED)
    assert told(draft) == (
        f"{INVITED}\n\nIN Ostwald, the offer was welcomed.\n\nOstwald accepted.",
        *SECOND,
        "5 May 2021",
    )


@pytest.mark.parametrize(
    "without",
    [
        "World News\n",
        "By A. Clerk\n",
        "14:05\n",
        "English\n",
        "HARPOS\n",
        "(c) 2021 Harbour Post. All rights reserved.\n",
    ],
)
def test_factiva_where_a_line_is_missing(without: str) -> None:
    """Title, source, day and body do not hang on it."""
    ((_, draft),) = read(FACTIVA.replace(without, "", 1))
    assert told(draft) == (f"{MET}\n\n{FAILED}", *FIRST, "4 May 2021")


def test_factiva_keeps_out_what_it_prints_around() -> None:
    """Feet of pages, and the summary of the search at the end."""
    foot = "Page 3 of 9 © 2021 Factiva, Inc. All rights reserved.\n"
    pieces = read(FACTIVA + foot + FACTIVA_CODED + foot + "Search Summary\nText  ferry\nDate  All Dates\n")
    assert [where for where, _ in pieces] == ["article 1", "article 2"]


def test_nexis_uni() -> None:
    """The cover, captions, classification and feet of pages go."""
    pieces = read(NEXIS_UNI)
    assert [told(p) for _, p in pieces] == [
        (f"{MET}\n\n{FAILED}", *FIRST, "2021-05-04"),
        (INVITED, *SECOND, "2021-05-05"),
    ]


def test_lexisnexis() -> None:
    """A folded headline is one line; a labelled one is taken by its label."""
    folded = MET.replace(" on Monday", "\non Monday")
    assert [told(p) for _, p in read(LEXISNEXIS)] == [
        (f"{folded}\n\n{FAILED}", *FIRST, "2021-05-04"),
        (INVITED, *SECOND, "2021-05-05"),
    ]


@pytest.mark.parametrize("whole", [FACTIVA + FACTIVA_CODED, NEXIS_UNI])
def test_an_export_that_breaks_off_says_so(whole: str) -> None:
    """The article that has no end is kept, and told of; what is no article is left out."""
    cut = whole.rstrip().rsplit("\n", 1)[0]
    pieces = read(cut)
    assert len(pieces) == 2
    last = pieces[-1][1]
    assert isinstance(last, Draft)
    assert "breaks off" in last.doubts[0][0]
    ((_, first), (where, left)) = read(FACTIVA + "Some words more.")
    assert isinstance(first, Draft)
    assert isinstance(left, UnreadableError)
    assert where == "below the last article"


def test_an_article_that_cannot_be_told_apart_is_kept_whole() -> None:
    """And so said; the others are split."""
    odd = "Words without any order.\n\nDocument ODDODD0020210505eh550000z\n"
    (_, (_, draft)) = read(FACTIVA + odd)
    assert isinstance(draft, Draft)
    assert draft.text == "Words without any order."
    assert "told apart" in draft.doubts[0][0]


def test_an_article_without_a_body_is_left_out() -> None:
    """Some are, for reasons of copyright."""
    ((_, left),) = read(FACTIVA.replace(MET, "").replace(FAILED, ""))
    assert isinstance(left, UnreadableError)
    (_, (where, left)) = read(FACTIVA + "\nDocument ODDODD0020210505eh550000z\n")
    assert isinstance(left, UnreadableError)
    assert where == "article 2"


@pytest.mark.parametrize(
    "text",
    [
        "",
        MET,
        f"Document of the talks\n\n{MET}",
        f"{MET}\n\nEnd of Document",
        f"1 of 2 DOCUMENTS\n\n{MET}",
        "523 words\n" + MET,
    ],
)
def test_other_texts_have_no_articles(text: str) -> None:
    """A line that looks like an end makes no export."""
    assert read(text) == []


LINES = st.sampled_from(
    [*FACTIVA.split("\n"), *FACTIVA_CODED.split("\n"), *NEXIS_UNI.split("\n"), *LEXISNEXIS.split("\n")]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(LINES, max_size=60).map("\n".join))
def test_any_mixture_of_lines_is_split_or_not(text: str) -> None:
    """Nothing raises, no article is empty, no words are added."""
    for _, piece in articles_of(text):
        if isinstance(piece, Draft):
            assert piece.text
            assert set(piece.text.split()) <= set(text.split())
