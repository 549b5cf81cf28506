"""Each data set's code has the root and mode that PLOVER has for it."""

import pytest

from parley.formats.incoming.acled_types import EVENTS, SUB_EVENTS
from parley.formats.incoming.acts import Act, Sides
from parley.formats.incoming.cameo import FINER, ROOTS, act_of
from parley.formats.incoming.ucdp import VIOLENCE
from parley.terms.enums import Root
from parley.terms.plover import MODES, QUAD

ALL = {**{f"CAMEO {c}": a for c, a in FINER.items()}, **SUB_EVENTS, **EVENTS, **VIOLENCE}


@pytest.mark.parametrize("name", ALL)
def test_every_mode_is_one_of_its_root(name: str) -> None:
    """No table holds a mode that PLOVER has not; of OTHER it says what was done."""
    act = ALL[name]
    assert act.mode in {None, *MODES.get(act.type, {})} or act.type is Root.OTHER
    assert act.type is not Root.OTHER or act.mode


@pytest.mark.parametrize("code", sorted(FINER))
def test_finer_codes_stay_within_their_quad(code: str) -> None:
    """A finer code is as cooperative or adverse as its root in CAMEO, but for those that PLOVER moved."""
    moved = {"1712", "175", "191", "192", "201", "116", "111"}
    if code not in moved:
        assert QUAD[FINER[code].type] == QUAD[ROOTS[code[:2]]]


@pytest.mark.parametrize(
    ("code", "root", "mode"),
    [
        ("020", "REQUEST", None), ("0231", "REQUEST", "assist"), ("030", "AGREE", None), ("036", "AGREE", None),
        ("040", "CONSULT", None), ("042", "CONSULT", "visit"), ("043", "CONSULT", "visit"), ("046", "CONSULT", None),
        ("051", "SUPPORT", None), ("057", "SUPPORT", None), ("061", "COOPERATE", None), ("0712", "AID", None),
        ("080", "RETREAT", None), ("0871", "RETREAT", "ceasefire"), ("0874", "RETREAT", "withdraw"),
        ("090", "ACCUSE", "investigate"), ("094", "ACCUSE", "investigate"), ("1041", "REQUEST", "change"),
        ("112", "ACCUSE", "allege"), ("1125", "ACCUSE", "allege"), ("116", "SANCTION", "convict"),
        ("120", "REJECT", None), ("125", "REJECT", "meet"), ("130", "THREATEN", None), ("1383", "THREATEN", "violence"),
        ("141", "PROTEST", "demo"), ("1452", "PROTEST", "riot"), ("154", "MOBILIZE", "troops"),
        ("163", "SANCTION", "discontinue"), ("1661", "SANCTION", "expel"), ("173", "COERCE", "arrest"),
        ("1712", "ASSAULT", "destroy"), ("180", "ASSAULT", None), ("1822", "ASSAULT", "torture"),
        ("1831", "ASSAULT", "suicide-attack"), ("190", "ASSAULT", None), ("1951", "ASSAULT", "aerial"),
        ("1952", "ASSAULT", "drone"), ("203", "ASSAULT", None), ("2042", "ASSAULT", "unconventional"),
    ],
)  # fmt: skip
def test_codes_of_cameo(code: str, root: str, mode: str | None) -> None:
    """A code is that of its longest beginning in the table."""
    act = act_of(code)
    assert act is not None
    assert (act.type, act.mode) == (root, mode)


@pytest.mark.parametrize("code", ["010", "019", "", "0", "21", "99", "19x", "19000", "x"])
def test_what_is_no_act_has_none(code: str) -> None:
    """Bare statements and what is no code."""
    assert act_of(code) is None


def test_every_root_of_cameo_has_one_of_plover() -> None:
    """From 02 to 20."""
    assert sorted(ROOTS) == [f"{n:02d}" for n in range(2, 21)]


@pytest.mark.parametrize(
    ("sides", "doers", "others"),
    [
        (Sides.FIRST_TO_SECOND, ("a",), ("b",)),
        (Sides.SECOND_TO_FIRST, ("b",), ("a",)),
        (Sides.BOTH, ("a", "b"), ()),
        (Sides.FIRST_ALONE, ("a",), ()),
    ],
)
def test_sides(sides: Sides, doers: tuple[str, ...], others: tuple[str, ...]) -> None:
    """Who does it to whom."""
    event = Act(Root.ASSAULT, None, sides).event(("a",), ("b",))
    assert (event.actors, event.recipients) == (doers, others)
