"""What the record says of each party and of how others stand to it, as rows of the table of priors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from parley.bargaining.draft.faces import Faces, held
from parley.terms.bodies import Event, Position, Tie
from parley.terms.enums import Intensity, PositionStance, Reality, Relation, Root
from parley.terms.statement import Statement

REAL = (Reality.HAPPENED, Reality.ONGOING)
HURTFUL = (Root.ASSAULT, Root.COERCE, Root.SANCTION)
LOSS = frozenset({"lose", "suffer"})
REFUSALS, CONCESSIONS = (Root.REJECT,), (Root.CONCEDE, Root.AGREE, Root.RETREAT)
PATRON, ALLY = (Relation.PATRON_OF,), (Relation.ALLIED, Relation.SUPPORTS)
FRIENDLY = (Relation.FRIENDLY, Relation.AFFINITY, Relation.KIN)
ADVERSE = (Relation.WARY, Relation.HOSTILE, Relation.RIVAL)


@dataclass(frozen=True, slots=True)
class Found:
    """A row of the table, and the statement that chose it (None where the record is silent)."""

    row: str
    source: str | None = None


def _first(faces: Faces, fits: Callable[[Statement], bool]) -> str | None:
    return next((s.id for s in faces.slice.statements if fits(s)), None)


def cost(faces: Faces, party: str) -> Found:
    """Whether having no agreement hurts a party: its losses, what is done to it, or that it has not been hurt.

    That it lost nothing outweighs attacks on it, but not losses told elsewhere: then nothing is known.
    """

    def loses(s: Statement) -> bool:
        b = s.body
        lost = isinstance(b, Event) and b.mode in LOSS and party in faces.all_of(b.actors)
        harmed = isinstance(b, Event) and any(h.side and faces.of(h.side) == party for h in b.harm)
        return lost or harmed

    def struck(s: Statement) -> bool:
        b = s.body
        return isinstance(b, Event) and b.type in HURTFUL and party in faces.all_of(b.recipients)

    lost = _first(faces, lambda s: s.fact and loses(s))
    hit = _first(faces, lambda s: s.fact and struck(s))
    spared = _first(faces, lambda s: held(s) and s.reality is Reality.DID_NOT_HAPPEN and loses(s))
    if spared:
        return Found("unknown") if lost else Found("unhurt", spared)
    return Found("hurt", lost or hit) if lost or hit else Found("unknown")


def disposition(faces: Faces, party: str, stand: Statement | None) -> Found:
    """Whether a party has shown itself firm or yielding; both, or neither, is unknown. `stand` is its position."""
    firm = _first(faces, lambda s: _did(faces, s, party, REFUSALS))
    soft = _first(faces, lambda s: s.fact and _did(faces, s, party, CONCESSIONS) and _between(faces, s, party))
    if stand and isinstance(stand.body, Position):
        firm = firm or (stand.id if stand.body.intensity is Intensity.HIGH else None)
        soft = soft or (stand.id if stand.body.stance is PositionStance.CONDITIONAL else None)
    if bool(firm) == bool(soft):
        return Found("unknown")
    return Found("firm", firm) if firm else Found("yielding", soft)


def _did(faces: Faces, s: Statement, party: str, roots: tuple[Root, ...]) -> bool:
    b = s.body
    return (
        isinstance(b, Event) and held(s) and s.reality in REAL and b.type in roots and party in faces.all_of(b.actors)
    )


def _between(faces: Faces, s: Statement, party: str) -> bool:
    """Whether an act is towards another party, or towards nobody who is named."""
    b = s.body
    others = faces.all_of((*b.actors, *b.recipients)) - {party} if isinstance(b, Event) else frozenset()
    return not others or bool(others & frozenset(faces.parties))


def positions(faces: Faces) -> Iterator[tuple[str, str, Statement]]:
    """Each actor's positions: for whom it stands, the issue's key, the statement."""
    for s in faces.slice.statements:
        b = s.body
        if isinstance(b, Position) and held(s) and s.reality in REAL:
            yield faces.of(b.actor), b.issue_id or b.issue, s


def ties(faces: Faces, one: str, other: str) -> dict[Relation, str]:
    """How one actor stands to another, each relation with its statement; as told from either side where it runs both.

    That the other depends on the one, or is hostile to it, counts as well.
    """
    found: dict[Relation, str] = {}
    for s in faces.slice.statements:
        b = s.body
        if not isinstance(b, Tie) or not held(s) or s.reality not in REAL:
            continue
        from_, to = faces.all_of(b.from_), faces.all_of(b.to)
        onward, back = one in from_ and other in to, other in from_ and one in to
        if (onward and b.relation is not Relation.DEPENDS_ON) or (
            back and b.relation not in (Relation.PATRON_OF, Relation.SUPPORTS)
        ):
            found.setdefault(b.relation, s.id)
    return found


def standing(relations: dict[Relation, str]) -> Found:
    """The strongest of several relations as a row of biases: patron, friendly, adverse or none."""
    groups = (("patron", (*PATRON, *ALLY)), ("friendly", FRIENDLY), ("adverse", ADVERSE))
    kinds = {name: next((relations[r] for r in group if r in relations), None) for name, group in groups}
    if kinds["adverse"] and (kinds["patron"] or kinds["friendly"]):
        return Found("none")
    return next((Found(name, source) for name, source in kinds.items() if source), Found("none"))


def hold(relations: dict[Relation, str]) -> Found:
    """What hold an actor has on another by its ties: dependent, friendly or none."""
    for name, group in (("dependent", (Relation.DEPENDS_ON, *PATRON)), ("friendly", (*ALLY, *FRIENDLY))):
        source = next((relations[r] for r in group if r in relations), None)
        if source:
            return Found(name, source)
    return Found("none")


def help_given(faces: Faces, giver: str, party: str) -> Found | None:
    """The help that the record tells of: a fact, a tie, or a claim; None where it tells of none."""
    claimed = None
    for s in faces.slice.statements:
        b = s.body
        if isinstance(b, Event) and b.type is Root.AID and s.reality in REAL and _gives(faces, b, giver, party):
            if s.fact:
                return Found("fact", s.id)
            claimed = claimed or (Found("claim", s.id) if s.status.value != "denied" else None)
    relations = ties(faces, giver, party)
    backs = next((relations[r] for r in (*PATRON, *ALLY) if r in relations), None)
    return Found("tie", backs) if backs else claimed


def _gives(faces: Faces, b: Event, giver: str, party: str) -> bool:
    return giver in faces.all_of(b.actors) and party in faces.all_of(b.recipients)
