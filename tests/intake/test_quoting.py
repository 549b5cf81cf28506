"""What of a mail is its sender's own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.intake.quoting import Own, own_words


@pytest.mark.parametrize(
    "below",
    [
        "On Mon, 3 May 2021, A. B.\n<a@b.example> wrote:\n> Did they?\n> > They may.",
        "-----Original Message-----\nFrom: A. B.\nSent: Monday\n\nDid they?",
        "________________________________\nFrom: A. B. <a@b.example>\nSent: Monday\n\nDid they?",
        "From: A. B.\nSent: Monday, May 3, 2021\nTo: C. D.\n\nDid they?",
        "> Did they?",
    ],
)
def test_a_quoted_reply_is_let_go_and_told(below: str) -> None:
    """In the ways of several mail programs."""
    assert own_words(f"They met.\n\n{below}") == Own("They met.", quoted=True)


def test_answers_between_quotes_stay() -> None:
    """Each line that is the sender's own."""
    assert own_words("> Did they meet?\nYes.\n> Where?\nOn the ferry.").text == "Yes.\nOn the ferry."


def test_a_signature_is_let_go() -> None:
    """Two hyphens with more below them than a signature has part the items of a newsletter, which stay."""
    assert own_words("They met.\n-- \nA. B.\nHarbour Desk") == Own("They met.", signed=True)
    items = "One.\n--\n" + "Two.\n" * 20
    assert own_words(items).text == items.strip()


def test_what_is_forwarded_stays() -> None:
    """It is the mail's matter, and so is a quote that stands alone."""
    forwarded = "See below.\n\n-----Original Message-----\nFrom: A. B.\nSent: Monday\n\nThey met."
    assert own_words(forwarded, "Fwd: Talks") == Own(forwarded)
    assert own_words("> They met.\n> Again.").text == "They met.\nAgain."


@settings(deadline=None)
@given(st.text("ab>-: \n") | st.lists(st.sampled_from(["> a", "b", "-- ", "On Monday, C wrote:", ""])).map("\n".join))
def test_no_line_is_added_and_something_stays(text: str) -> None:
    """Own words are some of the lines, and never none where there are some."""
    own = own_words(text)
    bare = {line.lstrip(" \t").lstrip(">").strip(" \t>") for line in text.split("\n")}
    assert {line.strip(" \t>") for line in own.text.split("\n")} <= bare | {""}
    assert bool(own.text.replace(">", "").strip()) or not text.replace(">", "").replace("-", "").strip()
