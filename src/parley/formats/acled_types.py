"""ACLED's event types, by PLOVER's codes, and its kinds of actors, by type and sector.

Source: ACLED's codebook (2024). PLOVER's code says how, ACLED's type also whom: what is done to civilians is violence
against civilians. Diplomacy, sanctions, threats and the like have no type there.
"""

from __future__ import annotations

from dataclasses import dataclass

from parley.terms.actor import Actor
from parley.terms.bodies import Event, Plover
from parley.terms.enums import ActorType, Root

VIOLENCE, DEMONSTRATIONS, STRATEGIC = "Political violence", "Demonstrations", "Strategic developments"
BATTLES, CIVILIANS = "Battles", "Violence against civilians"
REMOTE, PROTESTS, RIOTS = "Explosions/Remote violence", "Protests", "Riots"


@dataclass(frozen=True, slots=True)
class Kind:
    """ACLED's disorder type, event type and sub-event type."""

    disorder: str
    event: str
    sub: str


STATE, REBEL, POLITICAL, IDENTITY = "State forces", "Rebel group", "Political militia", "Identity militia"
RIOTERS, PROTESTERS, CIVIL, EXTERNAL = "Rioters", "Protesters", "Civilians", "External/Other forces"
ORDER = (STATE, REBEL, POLITICAL, IDENTITY, RIOTERS, PROTESTERS, CIVIL, EXTERNAL)
"""ACLED's kinds of actors in the order of their old numbers, 1 to 8."""
ARMED = frozenset({STATE, REBEL, POLITICAL, IDENTITY, EXTERNAL})
UNARMED = frozenset({RIOTERS, PROTESTERS, CIVIL})


def _remote(sub: str) -> Kind:
    return Kind(VIOLENCE, REMOTE, sub)


def _strategic(sub: str) -> Kind:
    return Kind(STRATEGIC, STRATEGIC, sub)


CLASH = Kind(VIOLENCE, BATTLES, "Armed clash")
ATTACK = Kind(VIOLENCE, CIVILIANS, "Attack")
ABDUCTION = Kind(VIOLENCE, CIVILIANS, "Abduction/forced disappearance")
PEACEFUL = Kind(DEMONSTRATIONS, PROTESTS, "Peaceful protest")
RIOT = Kind(DEMONSTRATIONS, RIOTS, "Violent demonstration")
_OWN: dict[tuple[Root, str | None], Kind] = {
    (Root.ASSAULT, "aerial"): _remote("Air/drone strike"),
    (Root.ASSAULT, "drone"): _remote("Air/drone strike"),
    (Root.ASSAULT, "heavy-weapons"): _remote("Shelling/artillery/missile attack"),
    (Root.ASSAULT, "explosives"): _remote("Remote explosive/landmine/IED"),
    (Root.ASSAULT, "suicide-attack"): _remote("Suicide bomb"),
    (Root.ASSAULT, "sexual"): Kind(VIOLENCE, CIVILIANS, "Sexual violence"),
    (Root.ASSAULT, "destroy"): _strategic("Looting/property destruction"),
    (Root.ASSAULT, "crowd-control"): Kind(DEMONSTRATIONS, PROTESTS, "Protest with intervention"),
    (Root.PROTEST, None): PEACEFUL,
    (Root.PROTEST, "demo"): PEACEFUL,
    (Root.PROTEST, "obstruct"): PEACEFUL,
    (Root.PROTEST, "riot"): RIOT,
    (Root.RETREAT, "ceasefire"): _strategic("Agreement"),
    (Root.RETREAT, "disarm"): _strategic("Change to group/activity"),
    (Root.COERCE, "arrest"): _strategic("Arrests"),
    **{
        (Root.MOBILIZE, mode): _strategic("Change to group/activity") for mode in (None, "troops", "militia", "weapons")
    },
    **{
        (Root.OTHER, sub.lower()): _strategic(sub)
        for sub in (
            "Change to group/activity",
            "Disrupted weapons use",
            "Headquarters or base established",
            "Looting/property destruction",
            "Non-violent transfer of territory",
        )
    },
}
"""What the code alone tells; an act without one may carry the name of an ACLED type, as those do that came from it."""
_WITHOUT_ARMS = frozenset({"beat", "torture", "abduct"})
_BY_SIDES = _WITHOUT_ARMS | {None, "firearms", "primitive", "targeted"}
"""Modes of ASSAULT by which people fight or are attacked: which of the two, the sides tell."""


def kind_of(code: Plover, doer: str | None, other: str | None) -> Kind | None:
    """ACLED's type of an act by its code and the kinds of its two sides; None where ACLED has none, or none is sure."""
    if code.type is not Root.ASSAULT or code.mode not in _BY_SIDES:
        return _OWN.get((code.type, code.mode))
    if other in UNARMED:
        return ABDUCTION if code.mode == "abduct" else ATTACK
    fought = other in ARMED and doer not in UNARMED and code.mode not in _WITHOUT_ARMS
    return CLASH if fought else None


def hangs_on_sides(code: Plover) -> bool:
    """Whether ACLED's type of an act depends on who did it to whom."""
    return code.type is Root.ASSAULT and code.mode in _BY_SIDES


def own_code(body: Event) -> Plover | None:
    """What ACLED's type is found by: PLOVER's code, or the name of an ACLED type that stands for one."""
    other = Plover(body.type, body.mode)
    return body.plover or (other if body.type is Root.OTHER and (body.type, body.mode) in _OWN else None)


_BY_SECTOR = {
    "GOV": STATE, "MIL": STATE, "COP": STATE, "SPY": STATE, "JUD": STATE, "LEG": STATE, "REB": REBEL, "PRE": REBEL,
    "PRM": POLITICAL, "UAF": POLITICAL, "PTY": POLITICAL, "OPP": POLITICAL, "CVL": CIVIL, "CRM": POLITICAL,
    "REF": CIVIL, "JRN": CIVIL, "MED": CIVIL, "EDU": CIVIL, "LAB": CIVIL, "AGR": CIVIL, "BUS": CIVIL, "REL": CIVIL,
    "SOC": CIVIL, "NGO": CIVIL, "ELI": CIVIL, "IGO": EXTERNAL,
}  # fmt: skip
_BY_TYPE = {
    ActorType.STATE: STATE, ActorType.GOVERNMENT: STATE, ActorType.ARMED_GROUP: REBEL, ActorType.PARTY: POLITICAL,
    ActorType.IGO: EXTERNAL, ActorType.ORGANISATION: CIVIL, ActorType.MEDIA: CIVIL, ActorType.PERSON: CIVIL,
    ActorType.POPULATION: CIVIL,
}  # fmt: skip


def actor_kind(actor: Actor, country: str | None) -> str | None:
    """ACLED's kind of an actor; a state's forces in another country than its own are external. None if unknown."""
    kind = _BY_SECTOR.get(actor.sector or "") or _BY_TYPE.get(actor.type)
    abroad = kind == STATE and actor.country and country and actor.country != country
    return EXTERNAL if abroad else kind
