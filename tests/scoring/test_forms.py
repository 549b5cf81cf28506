"""How each form is coded."""

from typing import Any

import pytest

from parley.scoring.faults import FieldError
from parley.scoring.forms import event, judgement, position, role, talk, tie
from parley.terms.enums import Outcome, Relation, Verdict

EVENT: dict[str, Any] = {
    "type": ["OTHER"], "mode": ["flee"], "actors": [["Sule"], []], "recipients": [[]], "reality": ["happened"],
    "voices": [[{"who": "report", "stance": "asserts"}], []], "date": ["2021-05-03/..", None], "fact": None,
}  # fmt: skip


def test_event() -> None:
    """Every reading is kept; the predicate of an act without a code is not scored, an open end is."""
    coded = event(EVENT)
    assert coded.fields["actors"] == (("Sule",), ())
    assert coded.fields["date"] == ("2021-05-03/", None)
    assert "mode" not in coded.fields
    assert "place" not in coded.fields
    assert "mode" in event(EVENT | {"type": ["AID"]}).fields


def test_talk() -> None:
    """Delegates are one list, whoever they spoke for."""
    given = {"parties": ["Norway", "Sudan"], "mediators": [], "hosts": ["Norway"], "venue": "Oslo", "date": None}
    delegates = {"Norway": ["Dahl"], "Sudan": ["Bakri"]}
    coded = talk({**given, "outcome": "no-result", "delegates": delegates})
    assert coded.fields["delegates"] == (("Dahl", "Bakri"),)
    assert coded.fields["outcome"] == (Outcome.NO_RESULT,)
    assert "agenda" not in coded.fields
    with pytest.raises(FieldError, match="missing"):
        talk(given)


def test_tie() -> None:
    """An end may be one name or several; signs are three."""
    coded = tie({"from": "Norway", "to": ["Sudan", "Chad"], "relation": "wary", "sign": -1})
    assert (coded.fields["from"], coded.fields["relation"]) == ((("Norway",),), (Relation.WARY,))
    for sign in (True, "1", 2):
        with pytest.raises(FieldError, match="no sign"):
            tie({"from": "Norway", "to": "Sudan", "relation": "wary", "sign": sign})


def test_position() -> None:
    """What it is about is in the coder's words, and no field."""
    assert set(position({"actor": "Norway", "stance": "for", "about": "peace"}).fields) == {"actor", "stance"}


def test_judgement() -> None:
    """A probability is a range."""
    chance = {"low": 0, "high": 0.05, "basis": "a survey"}
    coded = judgement({"verdict": "unlikely", "by": None, "probability": chance})
    assert (coded.fields["verdict"], coded.fields["probability"]) == ((Verdict.UNLIKELY,), ((0.0, 0.05),))
    with pytest.raises(FieldError, match="low and a high"):
        judgement({"verdict": "unlikely", "by": None, "probability": {"low": 0}})


def test_role() -> None:
    """A person is enough; the rest is scored where it is coded."""
    assert set(role({"person": "Dahl", "of": None}).fields) == {"person", "of"}
