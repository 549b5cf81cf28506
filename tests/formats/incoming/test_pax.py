"""PA-X's agreements as talks that ended in one."""

import pytest

from parley.formats.incoming import pax
from parley.formats.incoming.pax_parties import mediators_in, signatories
from parley.formats.incoming.row import Known, RowError
from parley.terms.bodies import Event, TalkBody
from parley.terms.enums import ActorType, Outcome

ROW = {
    "Con": "Kenya", "PPName": "Tana process", "AgtId": "77", "Agt": "Tana Ceasefire Agreement", "Dat": "2021-05-06",
    "Status": "Multiparty signed/agreed", "Stage": "Cea", "Loc1ISO": "KEN",
    "Part": "For the Government of Ardova: B. Olt, Minister; For the Reed Front: A. Marn, Chair",
    "ThrdPart": "Witnesses: C. Dahl, Norlund; Mediator: D. Ruiz, Estavia",
}  # fmt: skip


def test_agreement_is_a_talk_and_its_signing(known: Known) -> None:
    """Who signed are the parties of the one, the actors of the other."""
    talk, signing = (c.body for c in pax.told(ROW, known).claims)
    assert isinstance(talk, TalkBody)
    assert isinstance(signing, Event)
    assert (talk.outcome, talk.process, talk.title) == (Outcome.AGREEMENT, "tana-process", "Tana Ceasefire Agreement")
    assert [p.actor for p in talk.parties] == list(signing.actors) == ["government-of-ardova", "reed-front"]
    assert signing.type == "SUPPORT"
    assert pax.told(ROW, known).claims[1].part_of == 0


def test_third_parties_are_mediators_only_where_it_says_so(known: Known) -> None:
    """Witnesses and guarantors are none."""
    talk = pax.told(ROW, known).claims[0].body
    assert isinstance(talk, TalkBody)
    assert talk.mediators == ("d-ruiz",)
    assert mediators_in("African Union; Witnesses: A, B; Guarantor: C") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Reed Front; Dune Council", ["Reed Front", "Dune Council"]),
        ("A. Marn, Chair of the Reed Front; Dune Council [signed by three elders]", ["A. Marn", "Dune Council"]),
        ("For the Reed Front, A. Marn", ["Reed Front"]),
        ("Government of Ardova: B. Olt", ["Government of Ardova"]),
        ("[Not told]", []),
        ("; ;\n", []),
    ],
)
def test_signatories(text: str, names: list[str]) -> None:
    """Whom somebody signs for, else who signs; notes in brackets are nobody."""
    assert [n for n, _ in signatories(text)] == names


def test_people_are_people() -> None:
    """Who signs with an office is a person."""
    assert signatories("A. Marn, Chair; Dune Council") == [
        ("A. Marn", ActorType.PERSON), ("Dune Council", ActorType.ORGANISATION),
    ]  # fmt: skip


@pytest.mark.parametrize("status", ["Status unclear", "Not signed", "Unilateral document"])
def test_what_was_not_agreed_is_no_agreement(known: Known, status: str) -> None:
    """Then nobody signed, either."""
    claims = pax.told({**ROW, "Status": status}, known).claims
    assert [c.body.outcome for c in claims if isinstance(c.body, TalkBody)] == [Outcome.UNKNOWN]
    assert len(claims) == 1


@pytest.mark.parametrize(("column", "value"), [("AgtId", ""), ("Agt", ""), ("Dat", "undated")])
def test_malformed_row_is_named_by_its_column(known: Known, column: str, value: str) -> None:
    """Nothing is guessed for a cell that cannot be."""
    with pytest.raises(RowError) as fault:
        pax.told({**ROW, column: value}, known)
    assert fault.value.column == column
