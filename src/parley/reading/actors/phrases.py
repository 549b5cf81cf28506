"""Phrases that stand for actors: demonyms, seats of government, organs, and described people."""

from __future__ import annotations

from parley.reading.actors.cast import Cast, Found, text_of
from parley.reading.actors.names import forenamed
from parley.reading.actors.owners import SPEAKS_FOR, people_of, principals
from parley.reading.document import Document, Token
from parley.reading.gazetteer import fold
from parley.reading.lexicon.tables import People, groupings, words
from parley.terms.enums import ActorType, How

_LOCATIVE = frozenset({
    "in", "at", "near", "from", "around", "outside", "inside", "into", "through", "via", "within", "across", "toward",
    "towards", "throughout", "of", "for", "over", "along", "north", "south", "east", "west",
})  # fmt: skip
_MOTION = frozenset({
    "visit", "leave", "reach", "enter", "attack", "capture", "bomb", "shell", "take", "seize", "hit", "strike",
    "control", "hold", "evacuate", "flee", "storm", "retake", "besiege", "surround", "liberate", "occupy", "overrun",
    "rock", "travel", "fly", "go", "come", "return", "arrive", "send", "head", "move", "drive", "march", "advance",
    "tour", "shake", "shuttle", "commute",
})  # fmt: skip
_ROUTES = frozenset(
    {"flight", "road", "route", "railway", "highway", "trip", "journey", "train", "distance", "corridor"}
)
"""Nouns between whose two places something runs: "flights between Oslo and Rome" are no ties of states."""
_COUNTING = frozenset({"det", "nummod", "quantmod", "predet"})
_SOME = frozenset({"many", "several", "some", "most", "various", "numerous", "more", "countless"})
"""Words that tell how many, not which."""
_SENT = frozenset({
    "request", "demand", "pressure", "message", "letter", "offer", "support", "aid", "help", "assistance", "approval",
    "invitation", "threat", "warning", "reply", "response", "signal", "proposal", "protest", "criticism", "denial",
    "condemnation", "order", "backing", "call", "appeal", "concession", "permission", "assurance", "pledge", "promise",
    "arm", "weapon", "fund", "funding", "instruction", "objection", "consent", "recognition", "encouragement", "envoy",
})  # fmt: skip
"""What comes from somebody and not from a place: "requests from Oslo"."""
_NEEDS_OWNER = frozenset({
    "people", "man", "woman", "child", "country", "nation", "power", "family", "ally", "figure", "community", "side",
    "son", "brother", "cousin", "wife", "husband", "daughter", "mother", "father", "sister", "uncle", "nephew",
    "parent", "relative", "kin", "kinsman", "moderate", "conservative", "critic", "observer", "expert", "analyst",
    "neighbour", "neighbor", "coalition", "alliance", "firm", "company", "judge", "party worker", "jet", "tank",
    "drone", "helicopter", "aircraft", "deputy", "artillery", "supporter", "follower", "republican", "democrat",
    "outlet", "media", "press", "television", "radio", "daily", "weekly", "major", "captain", "veteran",
    "fellow", "magazine", "channel", "broadcaster", "movement", "faction", "monitor", "candidate",
    "politician",
})  # fmt: skip
_DESCRIBES = frozenset({"amod", "compound", "nmod"})
_STATES = frozenset({ActorType.STATE, ActorType.GOVERNMENT})
_GROUPS = frozenset({ActorType.ARMED_GROUP, ActorType.PARTY, ActorType.ORGANISATION, ActorType.IGO, ActorType.MEDIA})
_NOT_STATES = frozenset({"REB", "OPP", "REL", "PTY", "UAF"})
_PEOPLES = frozenset({ActorType.REGION, ActorType.POPULATION, ActorType.GROUP})
_HOME_FORCES = frozenset({"army", "military", "navy", "police"})
_OF_GROUPS = frozenset({"movement", "party", "group", "organisation", "organization", "faction", "network"})
_MILITARY = frozenset({
    "armed", "security", "special", "elite", "government", "regular", "ground", "local", "national", "federal", "state",
    "other", "more", "additional", "many", "new", "senior", "several", "main", "heavily", "military", "naval", "air",
    "land", "combat", "border", "peacekeeping", "occupation", "occupying", "royal", "republican", "defence",
    "defense", "riot", "army", "backed", "led", "regional", "central", "loyal", "invading", "attacking", "retreating",
    "helicopter", "fighter", "attack", "transport", "airborne", "mechanised",
    "mechanized", "motorised", "motorized",
    "reconnaissance", "coastal", "coast", "patrol", "marine", "missile", "joint",
    "unmanned", "predator", "stealth", "surveillance", "fighter-bomber", "war", "battle", "front-line", "frontline",
    "paramilitary", "frontier", "police", "intelligence", "internal", "foreign", "remaining", "wounded", "captured",
    "dead", "few", "first", "top", "former", "fresh", "extra", "some", "auxiliary", "reserve", "infantry", "strategic",
})  # fmt: skip


def demonyms(doc: Document, cast: Cast, day: str | None = None) -> None:
    """Adjectives and inhabitants' names: "Iranian" before a noun only describes, "the Iranians" are meant."""
    for t in doc.tokens:
        if not t.text[0].isupper() or not cast.free(t.i, t.i + 1):
            continue
        state = cast.gazetteer.demonym(t.text, day)
        if state is not None:
            describes = t.dep in {"amod", "compound", "nmod", "acomp", "advmod"} or t.pos == "ADJ"
            cast.add(Found(t.i, t.i + 1, t.i, (cast.entry(state),), How.ALIAS, modifier=describes))


def seats(doc: Document, cast: Cast, day: str | None = None) -> None:
    """A seat of government, where the syntax shows an actor and not a place."""
    surnames = {t.text for t in doc.tokens if t.tag == "NNP" and forenamed(doc, t)}
    for t in doc.tokens:
        if not t.text[0].isupper() or not cast.free(t.i, t.i + 1) or t.pos not in {"PROPN", "ADJ", "NOUN"}:
            continue
        if t.text in surnames:
            continue
        state, first = cast.gazetteer.seat(t.text, day), t.i
        if state is None and t.i and (state := cast.gazetteer.seat(f"{doc.tokens[t.i - 1].text} {t.text}", day)):
            first = t.i - 1
        if state is not None and _acts(doc, t):
            cast.add(Found(first, t.i + 1, t.i, (cast.entry(state),), How.METONYMY))


def _acts(doc: Document, t: Token) -> bool:
    """Whether a place's name is used for who governs there."""
    while t.dep == "conj":
        t = doc.head(t)
    up = doc.head(t)
    if t.dep == "pobj":
        if up.lower == "between" and _runs_between(doc, up):
            return False
        if up.lower == "from" and doc.head(up).pos == "NOUN" and doc.head(up).lemma in _SENT:
            return True
        if up.lower == "of" and (sent := people_of(doc.head(up))) is not None and sent.kind in {"stands", "office"}:
            return True  # "envoys of Kyiv"
        return up.lower not in _LOCATIVE and not (up.lower in {"to", "on"} and doc.head(up).lemma in _MOTION)
    if t.dep == "dobj":
        return up.lemma not in _MOTION
    return t.dep in {"nsubj", "nsubjpass", "poss", "dative"} and not (t.dep == "nsubjpass" and up.lemma in _MOTION)


def _runs_between(doc: Document, prep: Token) -> bool:
    """As in "travels back and forth between Oslo and Rome", "the road between": two places, not their states."""
    up = next((w for w in doc.path_up(prep) if w.pos not in {"ADP", "ADV"}), prep)
    return up.lemma in _MOTION if up.pos == "VERB" else up.lemma in _ROUTES


def describe(doc: Document, cast: Cast, t: Token, home: str | None = None, day: str | None = None) -> None:
    """Note an organ ("Iran's Foreign Ministry") or people described by whom they belong to ("Afghan rebels").

    `home` is the state whose "the government" and "the army" are, where the report does not say whose they are.
    """
    if t.pos not in {"NOUN", "PROPN", "ADJ"} or _no_people(doc, t):
        return
    known = people_of(t)
    if (known is None and not _organ_key(doc, cast, t)) or _names_follow(doc, cast, t) or _made_of_people(doc, t):
        return
    owners = principals(doc, cast, t, known, day)
    first = first_of_phrase(doc, t)
    whole = home is not None and known is not None and known.kind == "body" and t.dep == "compound" and first == t.i
    if owners is None or (not owners and t.dep in _DESCRIBES and not whole and not _spoken_for(doc, t, first)):
        return
    if not owners and home is not None and (whole or _of_home(doc, t, known, first)):
        owners = (home,)
    actors = _each_stood_for(doc, cast, t, known, owners)
    whose = frozenset(map(cast.type_of, owners))
    relative = doc.tokens[first].tag == "WP$"
    if relative and not actors and known is not None and known.kind != "own":
        actors = owners
    if not actors and known is not None and not relative and _known_bare(doc, t, known, owners, whose):
        actors = _set_beside(doc, cast, t) or (_coin_described(doc, cast, t, known, owners, first),)
    if actors:
        cast.add(Found(first, t.i + 1, t.i, actors, How.DESCRIPTION, modifier=t.dep == "compound"))


def _no_people(doc: Document, t: Token) -> bool:
    """As in "entered into force", "by force", "freedom of movement": a word for people that here tells of none."""
    prep = doc.head(t)
    if t.dep != "pobj" or t.tag != "NN" or doc.kids(t, "det", "poss", "compound"):
        return False
    if t.lemma == "force":
        return prep.lower in {"into", "in", "by", "with", "of", "without"}
    moving = t.lemma == "movement" and prep.lower == "of"
    return moving and doc.head(prep).lemma in {"freedom", "restriction", "liberty"}


def _set_beside(doc: Document, cast: Cast, t: Token) -> tuple[str, ...]:
    """As in "Hezbollah, a Shiite movement": what is set beside a name describes whom it names."""
    named = cast.by_head.get(doc.head(t).i) if t.dep == "appos" and t.tag == "NN" else None
    return named.actors if named is not None and named.how in {How.NAME, How.ALIAS} else ()


def _names_follow(doc: Document, cast: Cast, t: Token) -> bool:
    """As in "the militant organisation Hamas": the name that follows says who it is."""
    following = cast.covered.get(t.i + 1)
    if following is None or following.how not in {How.NAME, How.ALIAS} or following.first != t.i + 1:
        return False
    return not following.modifier and doc.tokens[following.head].dep not in {"poss"}


def _made_of_people(doc: Document, t: Token) -> bool:
    """As in "a convoy of refugees": those are meant who go in it."""
    of = (o for p in doc.kids(t, "prep") if p.lower == "of" for o in doc.kids(p, "pobj"))
    return t.lemma in {"convoy", "column", "band"} and any(people_of(o) for o in of)


def _spoken_for(doc: Document, t: Token, first: int) -> bool:
    """As in "a coalition forces spokesman": a described body before a noun of those who speak for it."""
    up = people_of(doc.head(t))
    return t.dep == "compound" and first < t.i and up is not None and up.kind == "stands"


def _of_home(doc: Document, t: Token, known: People | None, first: int) -> bool:
    """As in "The government", "the army", "the defence ministry": an article before it, and no owner after it."""
    plain = "the" in {k.lower for k in doc.kids(t, "det")} and not doc.kids(t, "prep", "relcl", "acl")
    if t.lemma == "ministry":
        return plain and t.tag == "NN" and all(w.text.islower() for w in doc.tokens[first + 1 : t.i + 1])
    if known is None or first != t.i:
        return False
    return plain and (known.kind == "body" or known.noun in _HOME_FORCES) and t.tag in {"NN", "NNS"}


def _organ_key(doc: Document, cast: Cast, t: Token) -> str | None:
    """The longest noun phrase ending in a token that names an organ of any state."""
    longest = cast.gazetteer.organ_ends.get(fold(t.text), 0)
    for n in range(longest + 2 if longest > 1 else longest, 0, -1):  # a hyphen is a token more
        first = t.i - n + 1
        if first >= doc.sentence_of(t).first and cast.free(first, t.i + 1):
            key = fold(" ".join(x.text for x in doc.tokens[first : t.i + 1]))
            if key in cast.gazetteer.organ_nouns:
                return key
    return None


def _known_bare(
    doc: Document, t: Token, known: People, owners: tuple[str, ...], whose: frozenset[ActorType | None]
) -> bool:
    """Whether a description names somebody by itself: not "officials", nor "an army"."""
    if known.kind == "stands" and known.noun not in _OF_GROUPS:
        grouped = _grouped(doc, t) and not (known.noun == "state" and _any(doc, t))
        return grouped or (bool(owners) and whose <= _PEOPLES)
    if owners:
        return True
    if known.noun in _NEEDS_OWNER or known.kind == "stands":
        return known.noun in _OF_GROUPS and _grouped(doc, t)
    if known.noun == "force" and not _grouped(doc, t):
        return False
    article = {k.lower for k in doc.kids(t, "det")}
    if known.kind == "office" and t.tag == "NNS":
        return _apart(doc, t) is not None  # "the rebel commanders"
    if known.kind == "office":
        return t.tag == "NN" and ("the" in article or bool(doc.kids(t, "compound"))) and not doc.kids(t, "appos")
    return not (known.kind == "body" and _any(doc, t))


def _any(doc: Document, t: Token) -> bool:
    """As in "a secular state", "no army": none that there is."""
    return any(k.lower in {"a", "an", "any", "no", "every"} for k in doc.kids(t, "det"))


def _grouped(doc: Document, t: Token) -> bool:
    """Whether the word before officials, leaders or spokesmen tells which: "tribal leaders", "hospital officials"."""
    said = {k.lower for k in doc.kids(t, "amod", "compound", "nmod")}
    return bool(said & words("groupings.tsv"))


def _each_stood_for(
    doc: Document, cast: Cast, t: Token, known: People | None, owners: tuple[str, ...]
) -> tuple[str, ...]:
    """Whom a phrase stands for; of "Afghan and Western leaders" the Western ones are a described group."""
    if not owners:
        return ()
    regions = tuple(o for o in owners if cast.type_of(o) is ActorType.REGION)
    if not regions or len(regions) == len(owners) or known is None:
        return _stood_for(doc, cast, t, known, owners)
    rest = _stood_for(doc, cast, t, known, tuple(o for o in owners if o not in regions))
    named = {f.first: f for k in doc.subtree(t) if (f := cast.covered.get(k.i)) and f.actors[0] in regions}
    adjectives = [text_of(doc.tokens[f.first : f.last]) for f in named.values()]
    coined = (
        cast.coin(f"{a} {t.text}", ActorType.GROUP, sector=known.sector, described=f"{a} {t.text}") for a in adjectives
    )
    return (*rest, *coined)


def _stood_for(doc: Document, cast: Cast, t: Token, known: People | None, owners: tuple[str, ...]) -> tuple[str, ...]:
    """Whom a phrase stands for: the state or group itself, or an organ of it with a name of its own."""
    types = {cast.type_of(o) for o in owners}
    if known is not None and types <= _STATES and (known.noun in _OF_GROUPS or _qualified(doc, t, known)):
        return ()
    if known is not None and types <= _STATES and _apart(doc, t):
        return ()
    key = None if _themselves_armed(cast, owners) else _organ_key(doc, cast, t)
    if key is not None and len(owners) == 1 and types <= _STATES and not words("whole_state.tsv") & set(key.split()):
        organ = cast.gazetteer.organ(owners[0], key)
        if organ is not None:
            actor = cast.coin(organ.name, organ.type, country=organ.country, sector=organ.sector, id=organ.id)
            cast.acts_for(actor, owners[0])
            return (actor,)
    if types <= (_STATES | _GROUPS) and (known is None or known.kind in {"stands", "forces", "body", "office"}):
        return owners if not (known and known.sector in _NOT_STATES and types <= _STATES) else ()
    both = len(owners) > 1 and types <= (_STATES | _GROUPS | {ActorType.GROUP})
    if both and known is not None and known.kind == "stands":
        return owners  # "representatives of the government and of the rebels"
    if types == {ActorType.PERSON} and known is not None and known.noun in SPEAKS_FOR:
        return owners
    if types <= {ActorType.POPULATION} and known is not None and known.kind == "own" and known.noun == "people":
        return owners
    return ()


def _themselves_armed(cast: Cast, owners: tuple[str, ...]) -> bool:
    """As in "troops of the Defence Force": the forces of forces are those forces."""
    return all(cast.actors[o].sector == "MIL" for o in owners if o in cast.actors)


def _qualified(doc: Document, t: Token, known: People) -> bool:
    """As in "Iraqi political forces": an adjective makes them other than the state's own."""
    if known.kind != "forces":
        return False
    said = {k.lower for k in doc.kids(t, "amod", "compound", "nmod") if k.text.islower()}
    return bool(said - _MILITARY)


def _apart(doc: Document, t: Token) -> str | None:
    """The sector of "Ugandan *rebel* leaders", "Chadian *union* officials": they are none of their state's people."""
    said = (k.lower for k in doc.kids(t, "amod", "compound", "nmod"))
    return next((groupings()[w] for w in said if w in groupings()), None)


def _coin_described(doc: Document, cast: Cast, t: Token, known: People, owners: tuple[str, ...], first: int) -> str:
    name = described_name(doc, first, t)
    countries = {c for c in map(cast.country_of, owners) if c}
    kind = {"office": ActorType.PERSON, "body": ActorType.GOVERNMENT}.get(known.kind, ActorType.GROUP)
    return cast.coin(
        name,
        kind,
        country=countries.pop() if len(countries) == 1 else None,
        sector=_apart(doc, t) or known.sector,
        described=name,
    )


def described_name(doc: Document, first: int, t: Token) -> str:
    """What people are called by a phrase alone, from its first token to its noun: neither which nor how many."""
    return text_of(w for w in doc.tokens[first : t.i + 1] if w.dep not in _COUNTING and w.lower not in _SOME)


def _joined(doc: Document, first: int, last: int) -> bool:
    """Whether no blank stands between the tokens from `first` to `last`: a hyphen, no dash."""
    return all(doc.tokens[i].end == doc.tokens[i + 1].start for i in range(first, last))


def first_of_phrase(doc: Document, t: Token) -> int:
    """Where the phrase of a noun begins: its own modifiers, without its article."""
    first = t.i
    while first > doc.sentence_of(t).first:
        before = doc.tokens[first - 1]
        if before.text == "-" and first - 2 >= doc.sentence_of(t).first and _joined(doc, first - 2, first):
            first -= 2
            continue
        if before.pos == "NOUN" and before.text.islower() and doc.tokens[first].text[:1].isupper():
            break  # "in a surprise move Afghan tribes": a common noun does not describe a name
        owned = before.dep == "case" and before.head == first - 2
        describes = before.dep in {"amod", "compound", "nmod", "poss"} and first - 1 <= before.head <= t.i
        if not (describes or owned):
            break
        first -= 1
    return first
