"""Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.intake.markdown import draft_of_markdown, without_markup

BODY = "Envoys of both islands met."


def test_front_matter_of_pairs_is_told() -> None:
    """Pairs between --- give the origin; quotes, comments, nested lines and other keys do no harm."""
    draft = draft_of_markdown(
        '---\ntitle: "Ferry talks: day two"\ndate: 2021-05-03 # a Monday\nsource: Island Post\n'
        f"tags:\n  - ferry\n- x\nlink: 'https://island.example/#top'\n---\n{BODY}\n"
    )
    assert (draft.title, draft.published, draft.publisher) == ("Ferry talks: day two", "2021-05-03", "Island Post")
    assert (draft.url, draft.text) == ("https://island.example/#top", BODY)


def test_front_matter_of_toml_is_told() -> None:
    """TOML between +++ gives the origin, its dates included."""
    draft = draft_of_markdown(
        f'+++\r\ntitle = "Ferry talks"\r\ndate = 2021-05-03T10:00:00Z\r\n[extra]\r\na = 1\r\n+++\r\n{BODY}'
    )
    assert (draft.title, draft.text) == ("Ferry talks", BODY)
    assert (draft.published or "")[:10] == "2021-05-03"


def test_broken_toml_is_let_go_with_a_word() -> None:
    """The text is kept, and what was wrong with the front matter is said with its line."""
    draft = draft_of_markdown(f"+++\ntitle = Ferry\n+++\n{BODY}")
    assert draft.text == BODY
    ((why, _),) = draft.doubts
    assert "line 1" in why


def test_text_between_rules_is_no_front_matter() -> None:
    """A text that begins with a rule keeps its first part."""
    assert "They quarrelled" in draft_of_markdown(f"---\nThey quarrelled, then met.\n\n---\n{BODY}").text


def test_the_first_heading_is_the_title_where_none_is_given() -> None:
    """A heading at the top titles the report; the front matter's title goes before it."""
    assert draft_of_markdown(f"# Ferry *talks* #\n\n{BODY}").title == "Ferry talks"
    assert draft_of_markdown(f"---\ntitle: Given\n---\n# Ferry talks\n\n{BODY}").title == "Given"
    assert draft_of_markdown(f"Publisher: Island Post\n\n# Ferry talks\n\n{BODY}").publisher == "Island Post"


@pytest.mark.parametrize(
    ("marked", "bare"),
    [
        ("**Both** sides *met* [again](https://x.example/a) ![map](m.png)", "Both sides met again "),
        ("> quoted\n> twice", "quoted\ntwice"),
        ("some_snake_case and 2 * 3 * 4", "some_snake_case and 2 * 3 * 4"),
        ("<!-- a note -->They met", "They met"),
        ("## Heading\ntext", "Heading\ntext"),
    ],
)
def test_markup_goes_and_words_stay(marked: str, bare: str) -> None:
    """Marks are taken off; what only looks like one is not."""
    assert without_markup(marked) == bare


@given(st.text(st.sampled_from("ab-+*_[]()#>:=.\n ")))
def test_any_text_is_some_markdown(raw: str) -> None:
    """No run of marks breaks the reading or makes a text longer."""
    assert len(draft_of_markdown(raw).text) <= len(raw)
