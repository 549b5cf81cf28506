"""Sentences of a passage."""

from hypothesis import given
from hypothesis import strategies as st

from parley.scoring.sentences import in_one, sentence_at, sentences


@given(st.text(alphabet="aB. \n\"'”!?"))
def test_sentences_are_the_whole_text(text: str) -> None:
    """Nothing is lost between them."""
    assert "".join(s.of(text) for s in sentences(text)) == text


def test_in_one(text: str) -> None:
    """Words of one sentence are in one, words of two are not."""
    assert in_one(text, text.index("Norway"), text.index("met"))
    assert not in_one(text, text.index("met"), text.index("shelled"))


def test_sentence_at(text: str) -> None:
    """Every place has its sentence; the text's end has the last one."""
    assert sentence_at(text, text.index("port")).of(text) == "Sudan shelled the port. "
    assert sentence_at(text, len(text)).of(text) == "Rebels denied it."
