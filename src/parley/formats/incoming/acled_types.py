"""ACLED's sub-event types, and the event types of older files that have none, as PLOVER's roots and modes.

Source: ACLED's codebook (2024), and that of before 2019 for the older names. A sub-event that spans several of PLOVER's
roots (looting *or* destruction) is OTHER with its own name as mode: a false code costs more than a missing one.
"""

from __future__ import annotations

from parley.formats.incoming.acts import Act, Sides
from parley.terms.enums import Root

_CLASH = Act(Root.ASSAULT, None, Sides.BOTH)
"""Who began it is not coded: the order of ACLED's actors says nothing of it."""

# Of a protest or riot the second actor is whoever came between, or stood against it: not whom it was aimed at.
SUB_EVENTS: dict[str, Act] = {
    "armed clash": _CLASH,
    "government regains territory": _CLASH,
    "non-state actor overtakes territory": _CLASH,
    "peaceful protest": Act(Root.PROTEST, "demo", Sides.FIRST_ALONE),
    "protest with intervention": Act(Root.PROTEST, "demo", Sides.FIRST_ALONE),
    "excessive force against protesters": Act(Root.PROTEST, "demo", Sides.FIRST_ALONE),
    "violent demonstration": Act(Root.PROTEST, "riot", Sides.FIRST_ALONE),
    "mob violence": Act(Root.PROTEST, "riot"),
    "chemical weapon": Act(Root.ASSAULT, "unconventional"),
    "air/drone strike": Act(Root.ASSAULT, "aerial"),
    "suicide bomb": Act(Root.ASSAULT, "suicide-attack"),
    "shelling/artillery/missile attack": Act(Root.ASSAULT, "heavy-weapons"),
    "remote explosive/landmine/ied": Act(Root.ASSAULT, "explosives"),
    "grenade": Act(Root.ASSAULT, "explosives"),
    "sexual violence": Act(Root.ASSAULT, "sexual"),
    "attack": Act(Root.ASSAULT),
    "abduction/forced disappearance": Act(Root.ASSAULT, "abduct"),
    "agreement": Act(Root.SUPPORT, None, Sides.BOTH),
    "arrests": Act(Root.COERCE, "arrest"),
    "change to group/activity": Act(Root.OTHER, "change to group/activity"),
    "disrupted weapons use": Act(Root.OTHER, "disrupted weapons use"),
    "headquarters or base established": Act(Root.MOBILIZE),
    "looting/property destruction": Act(Root.OTHER, "looting/property destruction"),
    "non-violent transfer of territory": Act(Root.OTHER, "non-violent transfer of territory"),
    "other": Act(Root.OTHER, "other strategic development"),
}
"""By the sub-event's name in lower case."""

EVENTS: dict[str, Act] = {
    "battles": _CLASH,
    "battle-no change of territory": _CLASH,
    "battle-government regains territory": _CLASH,
    "battle-non-state actor overtakes territory": _CLASH,
    "explosions/remote violence": Act(Root.ASSAULT),
    "remote violence": Act(Root.ASSAULT),
    "violence against civilians": Act(Root.ASSAULT),
    "protests": Act(Root.PROTEST, "demo", Sides.FIRST_ALONE),
    "riots": Act(Root.PROTEST, "riot", Sides.FIRST_ALONE),
    "riots/protests": Act(Root.PROTEST, None, Sides.FIRST_ALONE),
    "strategic developments": Act(Root.OTHER, "strategic development"),
    "strategic development": Act(Root.OTHER, "strategic development"),
    "headquarters or base established": Act(Root.MOBILIZE),
    "non-violent transfer of territory": Act(Root.OTHER, "non-violent transfer of territory"),
}
"""By the event type's name in lower case, where a row has no sub-event."""

POLICED = "excessive force against protesters"
"""The sub-event that tells two acts: the protest, and the force used against it by the second side."""
FORCE = Act(Root.ASSAULT, "crowd-control", Sides.SECOND_TO_FIRST)

SECTORS: dict[str, str] = {
    "1": "GOV", "2": "REB", "5": "CVL", "6": "CVL", "7": "CVL",
    "state forces": "GOV", "rebel group": "REB", "rebel groups": "REB", "rioters": "CVL", "protesters": "CVL",
    "civilians": "CVL",
}  # fmt: skip
"""PLOVER's sectors by ACLED's `inter1` and `inter2`, numbers in older files, words in newer ones; others have none."""

MILITIAS = frozenset({
    "3", "4", "political militia", "political militias", "identity militia", "identity militias",
})  # fmt: skip
"""Those of `inter1` and `inter2` that are armed and neither a state's nor rebels."""
