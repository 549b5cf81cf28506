"""A scenario from a talk of a record: what is told is cited, what is not is a wide range from the table of priors."""

from __future__ import annotations

from parley.bargaining.draft.evidence import Found, cost, disposition, help_given, hold, standing, ties
from parley.bargaining.draft.faces import Faces
from parley.bargaining.draft.issues import Topic, ends, place, topics
from parley.bargaining.draft.outsiders import outsiders
from parley.bargaining.draft.priors import Prior, prior
from parley.terms.bodies import Judgement, Position
from parley.terms.enums import ActorType, PositionStance, Relation, Verdict
from parley.terms.scenario import (
    Backing,
    Contender,
    Lever,
    Mediator,
    PatronTie,
    Quantity,
    RedLine,
    Scenario,
    Stakeholder,
    Stand,
)
from parley.terms.slice import Slice
from parley.terms.statement import Talk


def draft(slice: Slice, talk: Talk) -> Scenario:  # noqa: A002 - the contract's own word
    """The scenario of a talk. How the talk ended is not looked at.

    Raises ValueError where the talk has fewer than two parties.
    """
    faces = Faces(slice, talk)
    if len(faces.parties) < 2:
        raise ValueError(f"the talk {talk.id} has fewer than two parties; name one that has, or add a party to it")
    found = topics(faces)
    low, high = ends(faces, found[0])
    others = outsiders(faces)
    actors = tuple(_party(faces, p, found, p in high) for p in faces.parties)
    actors += tuple(_outsider(faces, a, found, low, high) for a in others)
    names = [slice.name_of(p) for p in faces.parties]
    mediated = next((faces.of(m) for m in talk.mediators if faces.of(m) in others), None)
    return Scenario(
        title=talk.title or " and ".join(names),
        question=f"Could {' and '.join(names)} agree on {found[0].issue.name[:1].lower()}{found[0].issue.name[1:]}?",
        contested=found[0].issue.id,
        issues=tuple(t.issue for t in found if t is found[0] or _heard(actors, t)),
        actors=tuple(_kept(a, {t.issue.id for t in found if t is found[0] or _heard(actors, t)}) for a in actors),
        backings=tuple(b for g in others for p in faces.parties if (b := _backing(faces, g, p))),
        ties=tuple(t for g in others for p in faces.parties if (t := _tie(faces, g, p))),
        mediator=_mediator(faces, mediated) if mediated else None,
        hosts=tuple(h for h in dict.fromkeys(faces.of(h) for h in talk.hosts) if h in others),
        as_of=talk.date.start if talk.date else None,
        talk=talk.id,
        base_rate=prior("base_rate", "mediated" if talk.mediators else "unmediated").quantity(),
    )


def _heard(actors: tuple[Stakeholder, ...], topic: Topic) -> bool:
    """Whether two actors with different places stand on an issue."""
    places = {s.position.middle for a in actors if (s := a.on(topic.issue.id))}
    return len(places) > 1


def _kept(a: Stakeholder, issues: set[str]) -> Stakeholder:
    stands = tuple(s for s in a.stands if s.issue in issues)
    return Stakeholder(
        a.id, a.name, a.capability, stands, a.contender, a.cost_no_agreement, a.talks_benefit, a.failed_talks_cost
    )


def _party(faces: Faces, party: str, found: tuple[Topic, ...], high: bool) -> Stakeholder:
    contested = found[0]
    told = contested.stands.get(party)
    shown = disposition(faces, party, told)
    reach = prior("red_line", shown.row)
    line = (
        RedLine(contested.issue.id, at_least=reach.mirrored().quantity(shown.source))
        if high
        else RedLine(contested.issue.id, at_most=reach.quantity(shown.source))
    )
    hurt = cost(faces, party)
    return Stakeholder(
        id=party,
        name=faces.slice.name_of(party),
        capability=_capability(faces, party),
        stands=(_stand_of_party(contested, party, high), *_other_stands(found[1:], party)),
        contender=Contender(_prevail(faces, party), (line,), prior("cohesion", "party").quantity()),
        cost_no_agreement=prior("cost", hurt.row).quantity(hurt.source),
        talks_benefit=_benefit(faces, party, "party"),
        failed_talks_cost=_failure(faces, "party"),
    )


def _stand_of_party(topic: Topic, party: str, high: bool) -> Stand:
    told = topic.stands.get(party)
    if (
        told is not None
        and isinstance(told.body, Position)
        and told.body.stance in (PositionStance.FOR, PositionStance.AGAINST)
    ):
        at, weight = place(told)
        return Stand(topic.issue.id, at.quantity(told.id), weight.quantity(told.id))
    if told is not None:
        # a condition or indifference on what the sides fight over says little of where they stand
        at = prior("position", "conditional") if high else prior("position", "conditional").mirrored()
        return Stand(topic.issue.id, at.quantity(told.id), place(told)[1].quantity(told.id))
    at = prior("position", "opposed") if high else prior("position", "opposed").mirrored()
    return Stand(topic.issue.id, at.quantity(), prior("salience", "party").quantity())


def _other_stands(rest: tuple[Topic, ...], actor: str) -> tuple[Stand, ...]:
    made = []
    for t in rest:
        if actor in t.stands:
            at, weight = place(t.stands[actor])
            made.append(Stand(t.issue.id, at.quantity(t.stands[actor].id), weight.quantity(t.stands[actor].id)))
    return tuple(made)


def _outsider(
    faces: Faces, actor: str, found: tuple[Topic, ...], low: tuple[str, ...], high: tuple[str, ...]
) -> Stakeholder:
    brought = actor in faces.all_of((*faces.talk.mediators, *faces.talk.hosts))
    return Stakeholder(
        id=actor,
        name=faces.slice.name_of(actor),
        capability=_capability(faces, actor),
        stands=(_stand_of_outsider(faces, actor, found[0], low, high), *_other_stands(found[1:], actor)),
        cost_no_agreement=prior("cost", "outsider").quantity(),
        talks_benefit=_benefit(faces, actor, "host") if brought else None,
        failed_talks_cost=_failure(faces, "host") if brought else None,
    )


def _stand_of_outsider(faces: Faces, actor: str, topic: Topic, low: tuple[str, ...], high: tuple[str, ...]) -> Stand:
    if actor in topic.stands:
        return _other_stands((topic,), actor)[0]
    towards = _warmth(faces, actor, high), _warmth(faces, actor, low)
    weight = prior("salience", "outsider").quantity()
    if towards[0][0] == towards[1][0]:
        return Stand(topic.issue.id, prior("position", "outsider").quantity(), weight)
    friend: Prior = prior("position", "friend")
    warmer = towards[0][0] > towards[1][0]
    source = towards[0][1] or towards[1][1]
    return Stand(topic.issue.id, (friend if warmer else friend.mirrored()).quantity(source), weight)


def _warmth(faces: Faces, actor: str, side: tuple[str, ...]) -> tuple[int, str | None]:
    """How well an outsider stands with a side, and by which statement."""
    shown = [standing(ties(faces, actor, p)) for p in side]
    worth = {"patron": 2, "friendly": 1, "none": 0, "adverse": -1}
    return sum(worth[f.row] for f in shown), next((f.source for f in shown if f.source), None)


def _capability(faces: Faces, actor: str) -> Quantity:
    kind = faces.known[actor].type if actor in faces.known else None
    if faces.in_office(actor):
        return prior("capability", "in_office").quantity(faces.offices.get(actor))
    armed = kind in (ActorType.ARMED_GROUP, ActorType.PARTY)
    return prior("capability", "armed" if armed else "body" if kind is ActorType.IGO else "other").quantity()


def _prevail(faces: Faces, party: str) -> Quantity:
    own, others = faces.in_office(party), [faces.in_office(p) for p in faces.parties if p != party]
    if own and not any(others):
        return prior("prevail", "in_office").quantity(faces.offices.get(party))
    return prior("prevail", "challenger" if any(others) and not own else "equal").quantity()


def _benefit(faces: Faces, actor: str, row: str) -> Quantity:
    """What holding talks is worth; more where the record judges that the actor gains by them or by its efforts."""
    for s in faces.slice.statements:
        b = s.body
        if isinstance(b, Judgement) and b.verdict is Verdict.GAIN and actor in faces.all_of(b.gainers):
            return prior("talks_benefit", "gainer").quantity(s.id)
    return prior("talks_benefit", row).quantity()


def _failure(faces: Faces, row: str) -> Quantity:
    """What failed talks cost; less where the record judges that little was expected."""
    for s in faces.slice.statements:
        b = s.body
        if isinstance(b, Judgement) and b.verdict in (Verdict.EXPECTED, Verdict.UNLIKELY):
            return prior("failed_talks_cost", "expected").quantity(s.id)
    return prior("failed_talks_cost", row).quantity()


def _backing(faces: Faces, giver: str, party: str) -> Backing | None:
    given = help_given(faces, giver, party)
    if given is None:
        return None
    support = prior("support", given.row).quantity(given.source)
    subsidy = prior("subsidy", given.row).quantity(given.source) if given.row != "claim" else None
    return Backing(giver, party, support, subsidy)


def _tie(faces: Faces, patron: str, party: str) -> PatronTie | None:
    relations = ties(faces, patron, party)
    for row, group in (
        ("patron", (Relation.PATRON_OF, Relation.DEPENDS_ON)),
        ("ally", (Relation.ALLIED, Relation.SUPPORTS)),
    ):
        source = next((relations[r] for r in group if r in relations), None)
        if source:
            return PatronTie(party, patron, prior("tie", row).quantity(source))
    return None


def _mediator(faces: Faces, actor: str) -> Mediator:
    shown = {p: standing(ties(faces, actor, p)) for p in faces.parties}
    advised = _advised(faces, shown)
    levers = []
    for p in faces.parties:
        grip = hold(ties(faces, actor, p))
        pair = (prior(kind, grip.row).quantity(grip.source) for kind in ("leverage", "inducement"))
        levers.append(Lever(p, *pair))
    bias = shown[advised]
    return Mediator(
        actor,
        advised,
        prior("bias", bias.row).quantity(bias.source),
        prior("stake", "mediator").quantity(),
        prior("error", "mediator").quantity(),
        tuple(levers),
    )


def _advised(faces: Faces, shown: dict[str, Found]) -> str:
    """Whom it would counsel to give way: the one it stands best with, else the one without office, else the last."""
    friends = [p for row in ("patron", "friendly") for p in faces.parties if shown[p].row == row]
    weak = [p for p in faces.parties if not faces.in_office(p)]
    return (friends or weak or [faces.parties[-1]])[0]
