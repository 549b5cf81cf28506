"""A parsed report through all the stages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from parley.reading import dates, layers, places
from parley.reading.actors import in_order, names, phrases, shorts
from parley.reading.actors.cast import Cast
from parley.reading.actors.who import Who
from parley.reading.assemble import Context, proposal, unique
from parley.reading.coding import events, judgements, positions, roles, ties
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.asides import disputed
from parley.reading.coding.books import Books, books
from parley.reading.coding.denials import answered
from parley.reading.coding.links import linked
from parley.reading.coding.meetings_denied import denied_meetings, with_their_denials
from parley.reading.coding.talk_offers import refused_offers
from parley.reading.coding.talks import talks
from parley.reading.commitment.calculus import Commitment, commit
from parley.reading.commitment.quotes import Quotation, heralds, quotations
from parley.reading.commitment.signatures import lexicon
from parley.reading.document import Document, Token
from parley.reading.gazetteer import Gazetteer
from parley.reading.mending import mend
from parley.reading.stages import Guard
from parley.terms.affiliation import Affiliation
from parley.terms.enums import Form, How, Reality
from parley.terms.layers import ActorMention, Attribution, DateMention, GivenMention, PlaceMention, Predicate, Reading
from parley.terms.report import Report
from parley.terms.statement import Proposal
from parley.terms.values import Date, Place

_UNTOLD = Commitment(Reality.UNKNOWN, (), ())
"""Where a word's embedding could not be worked out nothing is known of its truth, and it is no fact."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A report, the mentions taken as given in it, what it is read with, and whether all layers are wanted."""

    report: Report
    mentions: tuple[GivenMention, ...]
    gazetteer: Gazetteer
    reader: str
    layers: bool = True
    books: Books = field(default_factory=books)


def read_document(asked: Passage, doc: Document) -> Reading:
    """All that is found in one parsed report."""
    guard = Guard(asked.report.id)
    at, args, located = cast_of(asked, doc, guard)
    doc, cast = at.doc, args.cast
    nothing: tuple[Proposal, ...] = ()
    bare = guard.run("events", lambda: _events(doc, at, args), nothing)
    heard = guard.run("denials", lambda: disputed(doc, at, args, answered(doc, at, args, bare)), bare)
    found = guard.run("denials", lambda: denied_meetings(doc, args, heard), heard)
    held = guard.run("roles", lambda: unique(roles.roles(doc, at, args)), nothing)
    said = guard.run("ties", lambda: unique(ties.ties(doc, at, args)), nothing)
    tied = guard.run("denials", lambda: disputed(doc, at, args, said), said)
    taken = guard.run("positions", lambda: unique(positions.positions(doc, at, args)), nothing)
    talked = guard.run("talks", lambda: talks(doc, at, args, found, held, asked.report.published), nothing)
    told = (*found, *refused_offers(doc, with_their_denials(talked, found), found))
    judged = guard.run("judgements", lambda: unique(judgements.judgements(doc, at, args, told)), nothing)
    unlinked: tuple[Affiliation, ...] = ()
    unmentioned: tuple[ActorMention, ...] = ()
    reading = Reading(
        report=asked.report,
        actors=tuple(cast.actors.values()),
        affiliations=(*cast.affiliations, *guard.run("roles", lambda: roles.affiliations_of(held), unlinked)),
        proposals=(*guard.run("links", lambda: linked(doc, at, told), told), *held, *tied, *taken, *judged),
        mentions=guard.run("mentions", lambda: tuple(layers.mentions(asked.report.id, doc, cast)), unmentioned),
        warnings=tuple(guard.warnings),
    )
    return _with_layers(reading, doc, at, located, guard) if asked.layers else reading


def cast_of(
    asked: Passage, unmended: Document, guard: Guard
) -> tuple[Context, Arguments, tuple[places.PlaceFound, ...]]:
    """All that is made of a parsed report before anything is coded: its mended parse, actors, days and places."""
    doc = guard.run("mending", lambda: mend(unmended, lexicon()), unmended)
    cast = Cast(asked.gazetteer)
    no_quotes: tuple[Quotation, ...] = ()
    quotes = guard.run("commitment.quotes", lambda: (*quotations(doc, lexicon()), *heralds(doc)), no_quotes)
    located = _find_actors(asked, doc, cast, quotes, guard)
    at = _context(asked, doc, cast, quotes, located, guard)
    return at, Arguments(doc, cast, at.who), located


def _with_layers(
    reading: Reading, doc: Document, at: Context, located: tuple[places.PlaceFound, ...], guard: Guard
) -> Reading:
    """The reading with what only those want who measure, or feed other programs."""
    report = reading.report.id
    no_predicates: tuple[Predicate, ...] = ()
    no_attributions: tuple[Attribution, ...] = ()
    no_dates: tuple[DateMention, ...] = ()
    no_places: tuple[PlaceMention, ...] = ()
    return replace(
        reading,
        predicates=guard.run("predicates", lambda: tuple(layers.predicates(doc, at)), no_predicates),
        attributions=guard.run("attributions", lambda: tuple(layers.attributions(doc, at)), no_attributions),
        dates=guard.run("dates.layer", lambda: tuple(layers.dates(report, doc, at.dated)), no_dates),
        places=guard.run("places.layer", lambda: tuple(layers.places(report, doc, located)), no_places),
        warnings=tuple(guard.warnings),
    )


def _find_actors(
    asked: Passage, doc: Document, cast: Cast, quotes: tuple[Quotation, ...], guard: Guard
) -> tuple[places.PlaceFound, ...]:
    """Fill the cast; the places are found between, for a name that is a place's is no unlisted actor's."""
    day = asked.report.published
    guard.run("actors.known", lambda: names.known(doc, cast, asked.mentions, day), None)
    guard.run("actors.demonyms", lambda: phrases.demonyms(doc, cast, day), None)
    guard.run("actors.seats", lambda: phrases.seats(doc, cast, day), None)
    nowhere: tuple[places.PlaceFound, ...] = ()
    hints = frozenset(c for c in map(cast.country_of, cast.actors) if c)

    def whose(adjective: str) -> str | None:
        state = cast.gazetteer.demonym(adjective, day)
        return cast.gazetteer.entries[state].country if state else None

    located = guard.run("places", lambda: places.find(doc, hints, cast.gazetteer.countries, whose), nowhere)
    cast.located.update({i: (f.first, f.last) for f in located for i in range(f.first, f.last)})
    cast.places.update(i for f in located if f.cued for i in range(f.first, f.last))
    guard.run("actors.unlisted", lambda: names.unlisted(doc, cast), None)
    guard.run("actors.shorts", lambda: shorts.unite(doc, cast), None)
    guard.run("actors.surnames", lambda: shorts.listed(doc, cast, day), None)
    guard.run("actors.references", lambda: in_order.refer(doc, cast, day, quotes), None)
    return located


def _context(
    asked: Passage,
    doc: Document,
    cast: Cast,
    quotes: tuple[Quotation, ...],
    located: tuple[places.PlaceFound, ...],
    guard: Guard,
) -> Context:
    made: dict[int, Commitment] = {}

    def commitment(t: Token) -> Commitment:
        if t.i not in made:
            made[t.i] = guard.run("commitment", lambda: commit(doc, t, lexicon()), _UNTOLD)
        return made[t.i]

    nowhere: tuple[Place, ...] = ()
    free = tuple(f for f in located if not _within_a_name(cast, f))
    day = asked.report.published or guard.run("dates", lambda: dates.implied_published(doc), None)
    no_dates: tuple[dates.DateFound, ...] = ()
    dated = guard.run("dates", lambda: dates.find(doc, day), no_dates)

    def when(t: Token) -> Date | None:
        found = guard.run("dates.attaching", lambda: dates.attach(doc, t.i, dated), None)
        return found.date if found is not None else None

    def where(t: Token) -> tuple[Place, ...]:
        return guard.run("places.attaching", lambda: places.attach(doc, t.i, free), nowhere)

    return Context(
        asked.report.id, asked.reader, doc, Who(doc, cast), quotes, commitment, when, where, dated, asked.books
    )


def _within_a_name(cast: Cast, f: places.PlaceFound) -> bool:
    """As in "the Islamic State in the Greater *Sahara*": a name's own place is not where its bearer does something."""
    name = cast.covered.get(f.first)
    return name is not None and name.how is How.NAME and name.first < f.first and f.last <= name.last


def _events(doc: Document, at: Context, args: Arguments) -> tuple[Proposal, ...]:
    coded = events.events(doc, at.books.events, args)
    made = (
        proposal(
            at, Form.EVENT, c.head, c.event, c.rule,
            doers=(*c.event.actors, *c.event.recipients), confidence=c.confidence,
        )
        for c in coded
    )  # fmt: skip
    return unique(made)
