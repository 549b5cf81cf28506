"""Gold in the short form: each line becomes what it says, and a wrong one is refused with its number."""

from __future__ import annotations

import json

import pytest

from parley.scoring import GoldError, passages, short_rows

TOLD = """// a remark
#P a 2024-05-22 agency wire
TEXT Norway accused Sudan on Monday of shelling the port. Sudan said it would talk to Norway if talks were held.
acts Ann Hess=Norway; the army = Sudan
E accused :: ACCUSE/allege | REJECT :: Norway :: Sudan | - :: H :: r :: @mon :: -
E shelling :: ASSAULT/heavy-weapons :: Sudan; the army :: - :: H | O :: Norway | Norway; Sudan:d :: - :: port :: opt
E would [talk] to :: AGREE :: Sudan :: Norway :: M :: Sudan
T if [talks] were :: Norway; Sudan :: - :: - :: - :: 2024-06 :: possible
I accused :: Norway :: Sudan :: hostile :: -1
S talk :: Sudan :: conditional :: talks
J would [talk] to :: likely :: ?
"""


def row() -> dict[str, object]:
    """The one passage of the text."""
    ((line, found),) = short_rows(TOLD.replace("S talk", "S would [talk] to").splitlines())
    assert line == 2
    return found


def test_a_passage_is_a_row_that_can_be_scored_by() -> None:
    """With its text, day and all that was coded."""
    (made,) = passages([json.dumps(row())])
    assert made.id == "a"
    assert made.published == "2024-05-22"


def test_an_event_has_every_reading() -> None:
    """Alternatives, names, voices, days and places."""
    found = row()["gold"]
    assert isinstance(found, dict)
    accused, shelling, talk = found["events"]
    assert accused["anchor"] == [7, 14]
    assert accused["type"] == ["ACCUSE", "REJECT"]
    assert accused["mode"] == ["allege", None]
    assert accused["recipients"] == [["Sudan"], []]
    assert accused["date"] == ["2024-05-20/2024-05-20"]
    assert accused["fact"] is True
    assert shelling["actors"] == [["Sudan", "the army"]]
    assert shelling["voices"][1] == [
        {"who": "Norway", "stance": "asserts"},
        {"who": "Sudan", "stance": "denies"},
    ]
    assert shelling["place"] == ["port"]
    assert shelling["fact"] is False
    assert shelling["optional"] is True
    assert talk["reality"] == ["possible"]


def test_the_other_forms_are_read() -> None:
    """Talks, ties, positions and judgements."""
    found = row()["gold"]
    assert isinstance(found, dict)
    assert found["acts_for"] == {"Ann Hess": "Norway", "the army": "Sudan"}
    assert found["talks"][0]["date"] == "2024-06-01/2024-06-30"
    assert found["ties"][0]["sign"] == -1
    assert found["positions"][0]["stance"] == "conditional"
    assert found["judgements"][0]["by"] is None


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("#P a 2024-05-22 agency wire", "#P a yesterday", 2, "begins no passage"),
        ("#P a 2024-05-22 agency wire\n", "", 2, "no passage has begun"),
        ("acts Ann", "actors Ann", 4, "is none of TEXT"),
        ("TEXT Norway", "// Norway", 2, "has no text"),
        ("E accused", "E accuses", 5, "stands 0 times"),
        ("ACCUSE/allege", "ACUSE", 5, "ACUSE"),
        (":: H :: r", ":: X :: r", 5, "X"),
        ("@mon", "@someday", 5, "someday"),
        (":: -1", ":: minus", 9, "minus"),
        (":: possible", ":: perhaps", 8, "perhaps"),
    ],
)
def test_a_wrong_line_is_refused_with_its_number(old: str, new: str, line: int, what: str) -> None:
    """What is wrong, and where."""
    with pytest.raises(GoldError) as caught:
        list(short_rows(TOLD.replace("S talk", "S would [talk] to").replace(old, new).splitlines()))
    assert caught.value.line == line
    assert what in str(caught.value)
    assert caught.value.remedy


def test_text_that_is_not_utf8_is_refused() -> None:
    """With its line, as other files are."""
    with pytest.raises(GoldError, match=r"line 2: it is not UTF-8 \(byte 7\)"):
        list(short_rows([b"#P a 2024-05-22 wire", b"TEXT P\xe9rez left."]))
