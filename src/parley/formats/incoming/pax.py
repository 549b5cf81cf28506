"""PA-X's peace agreements: each a talk that ended in an agreement, and the signing of it.

Source: PA-X codebook (version 8) and its columns. `Part` names who signed, in prose; `ThrdPart` third parties, who may
be witnesses, guarantors or hosts: only those are mediators of whom the row says so.
"""

from __future__ import annotations

from parley.formats.incoming.cells import cell, day, needed, on
from parley.formats.incoming.pax_parties import mediators_in, signatories
from parley.formats.incoming.row import Cells, Claim, Known, Named, Source, Told
from parley.formats.incoming.slugs import slug
from parley.terms.actor import Actor
from parley.terms.bodies import Event, Party, TalkBody
from parley.terms.enums import ActorType, Outcome, Root, Stance
from parley.terms.values import Object

ID = "AgtId"
NAMES = (
    "Con", "Contp", "PP", "PPName", "Reg", ID, "Ver", "Agt", "Dat", "Status", "Lgt", "Agtp", "Stage", "StageSub",
    "Part", "ThrdPart", "OthAgr", "Loc1ISO", "Loc2ISO", "Loc1GWNO", "Loc2GWNO", "UcdpCon", "UcdpAgr", "PamAgr",
    "CowWar",
)  # fmt: skip
"""The columns that tell of the agreement as a whole; many more tell of its provisions."""
MAIN = (ID, "Agt", "Dat", "PPName", "Status", "Stage", "Part", "ThrdPart")
COLUMNS = frozenset({ID, "Agt", "Dat", "PPName"})
SOURCE = Source("pax", Actor("pa-x", "PA-X Peace Agreements Database", ActorType.ORGANISATION), Stance.ASSERTS, 0.8)
STAGES = {
    "Pre": "pre-negotiation", "SubPar": "substantive, partial", "SubComp": "substantive, comprehensive",
    "Imp": "implementation", "Cea": "ceasefire", "Ren": "renewal", "Oth": "other",
}  # fmt: skip
"""What the stages of agreements are called."""
_AGREED = ("signed", "agreed")
_UNSIGNED = ("unclear", "not signed", "not agreed", "unsigned")


def told(cells: Cells, known: Known) -> Told:
    """What a row tells. Raises RowError where the agreement's id, name or day are none."""
    name, on_day = needed(cells, "Agt"), day(cells, "Dat")
    country = known.country(cell(cells, "Loc1ISO")) or known.country(cell(cells, "Con"))
    parties = [known.actor(Named(p, type=t, day=on_day, near=country)) for p, t in signatories(cell(cells, "Part"))]
    mediators = [known.actor(Named(m, day=on_day)) for m in mediators_in(cell(cells, "ThrdPart"))]
    ids = tuple(dict.fromkeys(a.id for a in parties))
    outcome = outcome_of(cell(cells, "Status"))
    talk = TalkBody(
        title=name,
        process=slug(cell(cells, "PPName")) or None,
        parties=tuple(Party(i) for i in ids),
        mediators=tuple(dict.fromkeys(m.id for m in mediators if m.id not in ids)),
        agenda=_agenda(cells),
        outcome=outcome,
    )
    when = on(on_day, cells["Dat"].strip())
    claims = [Claim(talk, when, rule=f"stage {cell(cells, 'Stage') or 'not told'}")]
    if outcome is Outcome.AGREEMENT and ids:
        signing = Event(Root.SUPPORT, actors=ids, object=Object(name))
        claims.append(Claim(signing, when, rule="signed", part_of=0))
    return Told(
        needed(cells, ID),
        ID,
        tuple(claims),
        actors=(*parties, *mediators),
        title=name,
        main=MAIN,
        url=next((u for c in ("Hlink", "Link") if (u := cell(cells, c)).startswith(("http://", "https://"))), None),
    )


def outcome_of(status: str) -> Outcome:
    """What a status says came of it; "" is what nearly all rows have in common, an agreement.

    >>> outcome_of("Multiparty signed/agreed").value, outcome_of("Status unclear").value
    ('agreement', 'unknown')
    """
    words = status.casefold()
    if any(w in words for w in _UNSIGNED):
        return Outcome.UNKNOWN
    return Outcome.AGREEMENT if not words or any(w in words for w in _AGREED) else Outcome.UNKNOWN


def _agenda(cells: Cells) -> tuple[str, ...]:
    stage = cell(cells, "Stage")
    return (STAGES.get(stage, stage),) if stage else ()
