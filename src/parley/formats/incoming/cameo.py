"""CAMEO's codes, in which GDELT codes, as PLOVER's roots and modes.

Source: CAMEO codebook 1.1b3; PLOVER manual, draft 2.0. A code is looked up by its longest beginning that stands here.
PLOVER has no code for bare statements (01) and none for appeals (02); Parley has requests, which appeals are.
"""

from __future__ import annotations

from parley.formats.incoming.acts import Act, Sides
from parley.terms.enums import Root

STATEMENT = "01"
"""The root of bare statements, which are voices and no acts."""

ROOTS: dict[str, Root] = {
    "02": Root.REQUEST, "03": Root.AGREE, "04": Root.CONSULT, "05": Root.SUPPORT, "06": Root.COOPERATE, "07": Root.AID,
    "08": Root.RETREAT, "09": Root.ACCUSE, "10": Root.REQUEST, "11": Root.ACCUSE, "12": Root.REJECT,
    "13": Root.THREATEN, "14": Root.PROTEST, "15": Root.MOBILIZE, "16": Root.SANCTION, "17": Root.COERCE,
    "18": Root.ASSAULT, "19": Root.ASSAULT, "20": Root.ASSAULT,
}  # fmt: skip
"""PLOVER's root by CAMEO's, where no finer code below says otherwise."""

_BOTH = Sides.BOTH
FINER: dict[str, Act] = {
    "021": Act(Root.REQUEST, "assist"), "022": Act(Root.REQUEST), "023": Act(Root.REQUEST, "assist"),
    "024": Act(Root.REQUEST, "change"), "025": Act(Root.REQUEST, "yield"), "026": Act(Root.REQUEST, "meet"),
    "027": Act(Root.REQUEST, "yield"), "028": Act(Root.REQUEST, "meet"),
    "040": Act(Root.CONSULT, None, _BOTH), "041": Act(Root.CONSULT, "phone", _BOTH), "042": Act(Root.CONSULT, "visit"),
    "043": Act(Root.CONSULT, "visit", Sides.SECOND_TO_FIRST), "044": Act(Root.CONSULT, "third-party", _BOTH),
    "045": Act(Root.CONSULT, None, _BOTH), "046": Act(Root.CONSULT, None, _BOTH),
    "057": Act(Root.SUPPORT, None, _BOTH),
    "0841": Act(Root.RETREAT, "release"), "086": Act(Root.RETREAT, "access"), "0871": Act(Root.RETREAT, "ceasefire"),
    "0873": Act(Root.RETREAT, "disarm"), "0874": Act(Root.RETREAT, "withdraw"),
    "09": Act(Root.ACCUSE, "investigate"),
    "101": Act(Root.REQUEST, "assist"), "103": Act(Root.REQUEST, "assist"), "104": Act(Root.REQUEST, "change"),
    "105": Act(Root.REQUEST, "yield"), "106": Act(Root.REQUEST, "meet"), "107": Act(Root.REQUEST, "yield"),
    "108": Act(Root.REQUEST, "meet"),
    "110": Act(Root.ACCUSE, "disapprove"), "111": Act(Root.ACCUSE, "disapprove"), "112": Act(Root.ACCUSE, "allege"),
    "113": Act(Root.ACCUSE, "disapprove"), "114": Act(Root.ACCUSE, "disapprove"), "115": Act(Root.ACCUSE, "allege"),
    "116": Act(Root.SANCTION, "convict"),
    "121": Act(Root.REJECT, "assist"), "122": Act(Root.REJECT, "assist"), "123": Act(Root.REJECT, "change"),
    "124": Act(Root.REJECT, "yield"), "125": Act(Root.REJECT, "meet"), "126": Act(Root.REJECT, "meet"),
    "1313": Act(Root.THREATEN, "relations"), "132": Act(Root.THREATEN, "restrict"),
    "134": Act(Root.THREATEN, "relations"), "135": Act(Root.THREATEN, "relations"),
    "136": Act(Root.THREATEN, "expel"), "137": Act(Root.THREATEN, "violence"), "138": Act(Root.THREATEN, "violence"),
    "1382": Act(Root.THREATEN, "territory"),
    "141": Act(Root.PROTEST, "demo"), "142": Act(Root.PROTEST, "hunger"), "143": Act(Root.PROTEST, "strike"),
    "144": Act(Root.PROTEST, "obstruct"), "145": Act(Root.PROTEST, "riot"),
    "151": Act(Root.MOBILIZE, "police"), "152": Act(Root.MOBILIZE, "troops"), "153": Act(Root.MOBILIZE, "police"),
    "154": Act(Root.MOBILIZE, "troops"), "155": Act(Root.MOBILIZE),
    "161": Act(Root.SANCTION, "discontinue"), "162": Act(Root.SANCTION, "withdraw"),
    "163": Act(Root.SANCTION, "discontinue"), "164": Act(Root.SANCTION, "withdraw"),
    "165": Act(Root.SANCTION, "withdraw"), "166": Act(Root.SANCTION, "expel"),
    "1711": Act(Root.COERCE, "seize"), "1712": Act(Root.ASSAULT, "destroy"), "172": Act(Root.COERCE, "restrict"),
    "1723": Act(Root.COERCE, "curfew"), "1724": Act(Root.COERCE, "martial-law"), "173": Act(Root.COERCE, "arrest"),
    "174": Act(Root.COERCE, "deport"), "175": Act(Root.ASSAULT), "176": Act(Root.COERCE, "cyber"),
    "181": Act(Root.ASSAULT, "abduct"), "1821": Act(Root.ASSAULT, "sexual"), "1822": Act(Root.ASSAULT, "torture"),
    "183": Act(Root.ASSAULT, "explosives"), "1831": Act(Root.ASSAULT, "suicide-attack"),
    "185": Act(Root.ASSAULT, "targeted"), "186": Act(Root.ASSAULT, "targeted"),
    "190": Act(Root.ASSAULT), "191": Act(Root.COERCE, "restrict"), "192": Act(Root.COERCE, "seize"),
    "193": Act(Root.ASSAULT, "firearms"), "194": Act(Root.ASSAULT, "heavy-weapons"), "195": Act(Root.ASSAULT, "aerial"),
    "1952": Act(Root.ASSAULT, "drone"), "201": Act(Root.COERCE, "deport"), "204": Act(Root.ASSAULT, "unconventional"),
}  # fmt: skip
"""Codes of three and four digits (and a root with one mode throughout) that PLOVER tells apart."""

QUADS = {"1": "verbal cooperation", "2": "material cooperation", "3": "verbal conflict", "4": "material conflict"}
"""GDELT's QuadClass."""


def act_of(code: str) -> Act | None:
    """What a code stands for; None for bare statements and for what is no code of CAMEO.

    >>> act_of("0871").mode, act_of("1124").mode, act_of("010")
    ('ceasefire', 'allege', None)
    """
    if not (2 <= len(code) <= 4 and code.isascii() and code.isdigit()):
        return None
    for length in range(len(code), 1, -1):
        if code[:length] in FINER:
            return FINER[code[:length]]
    root = ROOTS.get(code[:2])
    return Act(root) if root is not None else None
