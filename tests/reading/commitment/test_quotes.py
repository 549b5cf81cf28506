"""Quotations: where they run, and whose they are."""

from __future__ import annotations

import pytest

from parley.reading.commitment.quotes import heralds, quotations
from parley.reading.commitment.signatures import lexicon
from parley.reading.pipeline import parse

SPOKEN = [
    ('"We will not leave the valley before spring," the governor said.', "governor"),
    ('The governor said: "We will not leave the valley before spring."', "governor"),
    ("“We will not leave the valley before spring,” the governor said.", "governor"),
]


@pytest.mark.parametrize(("text", "speaker"), SPOKEN)
def test_a_quotation_is_its_speakers(text: str, speaker: str) -> None:
    """The verb of saying beside the marks says whose words they are."""
    found = quotations(parse(text), lexicon())
    assert [[s.text for s in q.speakers] for q in found] == [[speaker]]


@pytest.mark.parametrize(("text", "speaker"), SPOKEN)
def test_a_quotation_lies_within_its_marks(text: str, speaker: str) -> None:
    """The stretch holds the words quoted and nothing of the clause that says so."""
    doc = parse(text)
    (found,) = quotations(doc, lexicon())
    inside = " ".join(t.text for t in doc.tokens[found.first : found.last])
    assert inside.startswith("We will not leave")
    assert speaker not in inside


def test_words_at_arms_length_are_nobodys_speech() -> None:
    """A few words in marks are a term held at a distance, not a quotation."""
    assert quotations(parse('The army freed the "people of peace" on Monday.'), lexicon()) == ()


def test_a_second_quotation_goes_on_with_the_speaker() -> None:
    """A quotation without a verb of its own is the last speaker's."""
    text = '"We will not leave the valley," the governor said. "They shelled the school again last night."'
    found = quotations(parse(text), lexicon())
    assert [[s.text for s in q.speakers] for q in found] == [["governor"], ["governor"]]


def test_a_name_and_a_colon_herald_a_speech() -> None:
    """As in a transcript: what follows the colon is said by whom it names."""
    (found,) = heralds(parse("Norway: Two of the men were released at the border yesterday."))
    assert [s.text for s in found.speakers] == ["Norway"]


def test_a_transcripts_line_is_all_its_speakers() -> None:
    """Where a name begins a line all of the line is said by whom it names, and nothing of the next."""
    doc = parse("Norway: Two of the men were released. They went home.\nNobody was hurt at the border.")
    (found,) = heralds(doc)
    assert doc.tokens[found.last - 2].text == "home"


def test_a_credit_heralds_nothing() -> None:
    """A picture's credit is nobody's speech."""
    assert heralds(parse("Image: Two Men Were Released at the Border Yesterday.")) == ()


def test_what_is_quoted_after_a_saying_is_theirs() -> None:
    """A quotation without a cue, right after a sentence in which somebody says something."""
    text = 'The agency reports that troops left. The council "condemned the raid and promised to answer it" at once.'
    assert [[s.text for s in q.speakers] for q in quotations(parse(text), lexicon())] == [["agency"]]


def test_whoever_does_something_before_a_colon_is_quoted() -> None:
    """As in "defended his record: …"; a list of examples is nobody's speech."""
    text = 'The minister defended his record: "We have done all that anybody could have done."'
    assert [[s.text for s in q.speakers] for q in quotations(parse(text), lexicon())] == [["minister"]]


@pytest.mark.parametrize(
    ("text", "labelled"),
    [
        ("See below. (BBC) Two men were released at the border. They went home.", True),
        ("(BBC) Two men were released at the border. They went home.", False),
        ("Oslo (BBC) - Two men were released at the border.", False),
        ("The channel (BBC) Two owns was released from its debts.", False),
    ],
)
def test_a_label_within_a_text_says_whose_words_follow(text: str, labelled: bool) -> None:
    """Unless it opens the text, or is an aside."""
    assert ["BBC" in [s.text for s in q.speakers] for q in heralds(parse(text))] == [True] * labelled


def heard(text: str) -> list[tuple[str, ...]]:
    """Who speaks in each quotation."""
    return [tuple(s.lower for s in q.speakers) for q in quotations(parse(text), lexicon())]


def test_an_answer_is_by_whoever_is_interviewed() -> None:
    """After a question nobody else speaks; a quotation that stands alone is somebody's, if nobody knows whose."""
    text = (
        '"I locked the archive that night," says Hess. The army gave up soon. It was raining hard. '
        'Did they betray you? "They had sworn to shield us. Their patrols shelled the town."'
    )
    assert heard(text) == [("hess",), ("hess",)]
    alone = quotations(parse('"Norway shelled the town on Monday." Sweden was calm.'), lexicon())
    assert [(q.alone, q.speakers) for q in alone] == [(True, ())]
