"""The words around a name that make it a place, and say what the place is to the happening."""

from __future__ import annotations

AT = frozenset(
    """in at near on around outside inside across throughout within along off over above beyond behind amid opposite
    beside through via past surrounding""".split()
)
TO = frozenset({"to", "into", "towards", "toward", "onto"})
FROM = frozenset({"from"})
BETWEEN = frozenset({"between"})

LEAVING = frozenset({"leave", "depart", "flee", "quit", "evacuate", "abandon", "escape", "exit", "head", "set"})
"""After these, "for" leads to a place; a bare object is where they lead from (but for head, set)."""
GOING = frozenset({"visit", "reach", "enter", "tour", "approach", "infiltrate", "invade"})
"""A bare object of these is where they lead to."""
STRIKING = frozenset(
    """bomb shell strike hit besiege capture seize retake recapture take storm occupy liberate surround overrun annex
    control hold patrol blockade raid pound rock encircle attack assault loot destroy""".split()
)
"""A bare object of these, if a town or region, is where they happen."""
SEATED = frozenset(
    """city town village capital district province region port suburb outskirts streets street centre center border
    area areas part parts north south east west northeast northwest southeast southwest coast airport island valley
    people state hills mountains camp camps fall capture siege battle takeover shelling bombing invasion occupation
    annexation liberation seizure visit bombardment blockade evacuation rest governor governorate republic gulf
    prefecture county plains""".split()
)
"""Nouns after which "of" leads to a place."""

PEOPLE_VERBS = frozenset(
    """say tell deny accuse claim announce warn urge insist reject demand condemn vow agree refuse call ask want welcome
    support back offer hope believe think fear propose invite host negotiate pledge promise sign threaten criticise
    criticize react respond retaliate blame suspect hail admit acknowledge confirm consider intend plan try seek recall
    expel sanction send supply provide arm fund finance recognise recognize oppose protest complain argue declare
    decide emphasise emphasize maintain remain act help protect give receive bank""".split()
)
"""A bare name that is the subject of these is those who govern, not a place."""
AGAINST = frozenset({"against", "with", "by", "between", "about", "like", "unlike", "on", "for", "than", "as"})
"""After these a state's name is those who govern, unless a place is told otherwise."""

FACILITIES = frozenset(
    """airport airfield airbase stadium arena bridge center centre museum hall station base square hotel memorial
    hospital road street avenue park prison palace camp port mosque church cathedral dam crossing checkpoint pass
    village island islands university complex embassy consulate barracks plant refinery terminal monastery temple
    synagogue fort fortress castle monument planetarium field hills district province governorate oblast region
    valley river mountains mountain lake bay strait gulf sea desert plains forest county city""".split()
)
"""A capitalised name that ends in one of these names a spot."""
TOWNISH = frozenset({"city", "town", "village"})
PROVINCIAL = frozenset({"province", "governorate", "oblast", "state", "region", "county", "prefecture", "territory"})
DISTRICTS = frozenset({"district", "valley", "island", "islands", "forest", "hills", "bay", "lake", "plains", "camp"})
VAST = frozenset({"sea", "gulf", "strait", "desert", "mountains", "river"})
COMPASS = frozenset(
    """north south east west northern southern eastern western northeastern northwestern southeastern southwestern
    central downtown upper lower greater mainland inner outer old new northeast northwest southeast southwest
    metropolitan occupied""".split()
)
BORDERS = frozenset({"border", "borders", "frontier", "borderland", "borderlands", "boundary"})
NOT_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december president minister general colonel king queen sheikh mullah maulavi sir lord
    mr mrs ms dr prof bishop pope captain major god islam senate congress parliament state united union army christmas
    of the and in""".split()
)
"""Capitalised words that are never a town by themselves, though some town bears the name."""
