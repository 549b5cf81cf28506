"""Names: what the asker takes as given, the gazetteer's names, then names that no list has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from parley.reading.actors.acting import acting, torn
from parley.reading.actors.cast import Cast, Found, head_of, slug, text_of
from parley.reading.actors.surroundings import Surroundings
from parley.reading.actors.titles import title_before
from parley.reading.document import Document, Entity, Token
from parley.reading.gazetteer import Gazetteer, fold
from parley.reading.lexicon.given import is_given
from parley.reading.lexicon.tables import people, words
from parley.terms.enums import ActorType, How
from parley.terms.layers import GivenMention

_LABELS = {"PERSON": ActorType.PERSON, "ORG": ActorType.ORGANISATION, "NORP": ActorType.POPULATION}
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_TO_PEOPLE = frozenset({
    "meet", "host", "receive", "invite", "urge", "tell", "accuse", "praise", "arrest", "detain", "summon", "welcome",
    "telephone", "criticise", "criticize", "blame", "denounce", "thank", "appoint", "sack", "jail", "pardon",
    "persuade", "warn", "greet", "congratulate", "assassinate", "behead", "nominate",
})  # fmt: skip
"""Verbs whose object is somebody."""
_MEETINGS = frozenset({"talk", "round", "meeting", "summit", "conference", "negotiation", "process", "session"})
_NEVER = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "LANGUAGE"})
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_SPEECH = frozenset(
    {
        "say",
        "tell",
        "add",
        "accuse",
        "deny",
        "claim",
        "warn",
        "insist",
        "announce",
        "urge",
        "state",
        "declare",
        "demand",
    }
)
_PARTY_WORDS = frozenset({
    "front", "party", "movement", "army", "brigade", "brigades", "league", "union", "council", "congress", "alliance",
    "coalition", "organization", "organisation", "committee", "militia", "forces", "group", "network", "association",
    "commission", "agency", "ministry", "department", "foundation", "institute", "centre", "center", "court", "bloc",
})  # fmt: skip


def known(doc: Document, cast: Cast, given: Iterable[GivenMention] = (), day: str | None = None) -> None:
    """Note the names that the asker gives and those that the gazetteer lists."""
    _given(doc, cast, given)
    _listed(doc, cast, day)


def unlisted(doc: Document, cast: Cast) -> None:
    """Note the names that no list has."""
    _titled(doc, cast)
    _forenamed(doc, cast)
    _labelled(doc, cast)
    _runs(doc, cast)
    acting(doc, cast)


def _given(doc: Document, cast: Cast, given: Iterable[GivenMention]) -> None:
    for g in given:
        inside = [t.i for t in doc.tokens if t.start < g.end and g.start < t.end]
        if inside:
            first, last = inside[0], inside[-1] + 1
            known = g.actor in cast.gazetteer.entries
            actor = cast.entry(g.actor) if known else cast.coin(g.actor, ActorType.ORGANISATION, id=g.actor)
            cast.add(Found(first, last, head_of(doc, first, last), (actor,), How.NAME))


def _listed(doc: Document, cast: Cast, day: str | None) -> None:
    """The gazetteer's names, longest first; the asker's mentions keep their words."""
    first_words, around = cast.gazetteer.first, Surroundings(doc, cast.gazetteer, day)
    window = max(first_words.values(), default=0) + 4
    i, size = 0, len(doc.tokens)
    while i < size:
        step = 1
        if first_words.get(fold(doc.tokens[i].text).partition(" ")[0]) and cast.free(i, i + 1):
            end = min(i + window, doc.sentence_of(doc.tokens[i]).last)
            n, ids = cast.gazetteer.longest([t.text for t in doc.tokens[i:end]])
            if n and cast.free(i, i + n) and _is_name(doc, i, i + n):
                _take(doc, cast, ids, i, i + n, around)
                step = n
        i += step


def _is_name(doc: Document, first: int, last: int) -> bool:
    """Not a verb in capitals at a sentence's start, nor one word of a longer name that the pipeline labels.

    Nor what is only described in a name's words: "they want *an* Islamic *state*".
    """
    t = doc.tokens[first]
    if last - first > 1:
        before = doc.tokens[first - 1].lower if first > doc.sentence_of(t).first else ""
        return before not in {"a", "an"} or not doc.tokens[last - 1].text.islower()
    if forenamed(doc, t):
        return False
    if t.pos in {"VERB", "AUX"} and t.i == doc.sentence_of(t).first:
        return False
    inside = t.ent in {"PERSON", "ORG"} and _inside_longer(doc, first, last) and t.dep == "compound"
    return not (inside and not t.text.isupper() and _followed_by_name(doc, last))


def _followed_by_name(doc: Document, last: int) -> bool:
    """Whether the longer name goes on after a word: "Georgia Tech", but not "Fruitless Hamas"."""
    return last < len(doc.tokens) and doc.tokens[last].tag in _NAME_TAGS and doc.tokens[last].ent != ""


def _take(doc: Document, cast: Cast, ids: tuple[str, ...], first: int, last: int, around: Surroundings) -> None:
    name = " ".join(t.text for t in doc.tokens[first:last])
    chosen = around.choose(ids, name)
    if chosen is None:
        return
    entry = cast.gazetteer.entries[chosen]
    head = head_of(doc, first, last)
    plain = fold(name) == fold(entry.name)
    cast.add(
        Found(first, last, head, (cast.entry(chosen),), How.NAME if plain else How.ALIAS, _describes(doc, head, last))
    )


def _describes(doc: Document, head: int, last: int) -> bool:
    """Whether a name stands only as a modifier of a noun that follows."""
    t = doc.tokens[head]
    return t.dep in {"amod", "compound", "nmod"} and t.head >= last


def _inside_longer(doc: Document, first: int, last: int) -> bool:
    """Whether the words are a part of a longer name that the pipeline labels as one."""
    return any(
        e.first <= first and last <= e.last and e.last - e.first > last - first for e in _entities_at(doc, first)
    )


def _entities_at(doc: Document, i: int) -> Iterator[Entity]:
    return (e for e in doc.entities if e.first <= i < e.last)


def _labelled(doc: Document, cast: Cast) -> None:
    """Persons and organisations that the pipeline labels and no list has."""
    for e in doc.entities:
        first, last = _trimmed(doc, e)
        if first >= last or not cast.free(first, last) or e.label in _NEVER or first in cast.places:
            continue
        if torn(doc, doc.tokens[first]):
            continue
        kind = None if _in_title(doc, first, last) else _kind(doc, e, first, last, cast.gazetteer)
        if kind is None:
            continue
        if _two_in_one(doc, first, last):
            _coin(doc, cast, first, first + 1, ActorType.PERSON)
            _coin(doc, cast, last - 1, last, ActorType.PERSON)
        else:
            _coin(doc, cast, first, last, kind)


def _two_in_one(doc: Document, first: int, last: int) -> bool:
    """As in "*Kiir and Machar* met": two surnames that the pipeline takes for one name, and that act together."""
    if last - first != 3 or doc.tokens[first + 1].lower != "and":
        return False
    one, other = doc.tokens[first], doc.tokens[last - 1]
    together = other.head == one.i and other.dep == "conj" and one.dep in {"nsubj", "nsubjpass", "dobj", "pobj"}
    return together and one.tag == other.tag == "NNP" and not (one.text.isupper() or other.text.isupper())


def _in_title(doc: Document, first: int, last: int) -> bool:
    """Whether a stretch is a part of a longer title: the state of a "Secretary of State" is nobody."""
    titles = (title_before(doc, end, max(0, first - 5)) for end in range(last, min(last + 3, len(doc.tokens))))
    return any(t is not None and t.first < first and last <= t.last for t in titles)


def _trimmed(doc: Document, e: Entity) -> tuple[int, int]:
    """An entity without its article, possessive, quotation marks, and what it says in a bracket left open."""
    first, last = e.first, next((i for i in range(e.first + 1, e.last) if doc.tokens[i].text == "("), e.last)
    while first < last and (doc.tokens[first].lower in {"the", "a", "an"} or doc.tokens[first].pos == "PUNCT"):
        first += 1
    while last > first and (doc.tokens[last - 1].tag == "POS" or doc.tokens[last - 1].pos == "PUNCT"):
        last -= 1
    while first < last and (title := title_before(doc, last, first)) and last - first > len(title.words):
        break
    return first, last


def _organ(stretch: Sequence[Token], gazetteer: Gazetteer) -> bool:
    """Whether a name is the name of an organ of any state ("Foreign Ministry"): whose, the phrase must tell."""
    return fold(" ".join(t.text for t in stretch)) in gazetteer.organ_nouns


def _kind(doc: Document, e: Entity, first: int, last: int, gazetteer: Gazetteer) -> ActorType | None:
    """What an unlisted name names; the label is one cue, titles and syntax are others."""
    stretch = doc.tokens[first:last]
    head = doc.tokens[head_of(doc, first, last)]
    if not any(t.text[0].isupper() for t in stretch) or all(t.lower in words("not_names.tsv") for t in stretch):
        return None
    if [t.lower for t in stretch[:3]] == ["heads", "of", "state"]:
        return None
    if title_before(doc, first) is not None:
        return ActorType.PERSON
    if e.label == "ORG" and _beside_person(doc, head) and not any(t.lower in _PARTY_WORDS for t in stretch):
        return ActorType.PERSON
    if _organ(stretch, gazetteer) or _venue(doc, head):
        return None
    if any(t.lower in _PARTY_WORDS for t in stretch[-1:]) or any(t.lower in _PARTY_WORDS for t in stretch):
        return ActorType.ORGANISATION
    if e.label in _PLACES or e.label not in _LABELS:
        speaks = head.dep == "nsubj" and doc.head(head).lemma in _SPEECH
        return ActorType.PERSON if speaks or _beside_person(doc, head) else None
    if e.label == "NORP" and head.dep == "amod":
        return None
    return _LABELS[e.label]


def _venue(doc: Document, head: Token) -> bool:
    """As in "the *Oslo* talks": whatever the label, a name before a meeting's noun tells where it was."""
    return head.dep in {"compound", "nmod"} and doc.head(head).lemma in _MEETINGS and head.tag == "NNP"


def _beside_person(doc: Document, t: Token) -> bool:
    """As in "Norway's envoy, X", "X, an analyst": a noun for one person stands beside a name."""
    beside = [doc.head(t)] if t.dep == "appos" else []
    return any(_one_person(n) for n in (*beside, *doc.kids(t, "appos")))


def _one_person(n: Token) -> bool:
    if n.tag != "NN" or n.lemma not in people() or n.lemma in words("collectives.tsv"):
        return False
    return people()[n.lemma].kind not in {"body", "forces"}


def _coin(doc: Document, cast: Cast, first: int, last: int, kind: ActorType) -> None:
    name = text_of(doc.tokens[first:last])
    head = head_of(doc, first, last)
    cast.add(Found(first, last, head, (cast.coin(name, kind),), How.NAME, _describes(doc, head, last)))


def _titled(doc: Document, cast: Cast) -> None:
    """A run of name words after a title is a person, whatever the pipeline says of it."""
    for t in doc.tokens:
        if t.tag not in _NAME_TAGS or not cast.free(t.i, t.i + 1) or title_before(doc, t.i) is None:
            continue
        last = t.i + 1
        while last < len(doc.tokens) and doc.tokens[last].tag in _NAME_TAGS and cast.free(last, last + 1):
            last += 1
        _coin(doc, cast, t.i, last, ActorType.PERSON)


def forenamed(doc: Document, t: Token) -> bool:
    """Whether a given name stands right before a word that a list takes for a state or town: "Anna Paris"."""
    before = doc.tokens[t.i - 1] if t.i else t
    compound = before.tag == "NNP" and before.dep == "compound" and before.head == t.i
    return compound and before.ent not in {"ORG", "FAC"} and before.text[0].isupper() and is_given(before.text)


def _forenamed(doc: Document, cast: Cast) -> None:
    """A given name with one name after it is a person, though the pipeline take either for a place."""
    for t in doc.tokens:
        if t.tag != "NNP" or t.i in cast.places or not cast.free(t.i - 1, t.i + 1) or not forenamed(doc, t):
            continue
        ends = t.i + 1 == len(doc.tokens) or doc.tokens[t.i + 1].tag not in _NAME_TAGS
        opens = t.i < 2 or doc.tokens[t.i - 2].tag not in _NAME_TAGS
        if ends and opens and t.ent in {"", "GPE", "LOC", "PERSON"} and t.lower not in _PARTY_WORDS:
            _coin(doc, cast, t.i - 1, t.i + 1, ActorType.PERSON)


def _met(doc: Document, t: Token) -> bool:
    """As in "hosted *Kiir and Machar*": done to people, by verbs that take nobody else."""
    t = doc.head(t) if t.dep == "conj" and doc.head(t).tag in _NAME_TAGS else t
    return t.dep == "dobj" and doc.head(t).lemma in _TO_PEOPLE


def _headline(doc: Document, t: Token) -> bool:
    """Whether a sentence has its words in capitals throughout, so that capitals tell nothing."""
    words = [w for w in doc.words(doc.sentence_of(t)) if w.text.isalpha() and len(w.text) > 3]
    return len(words) > 2 and all(w.text[0].isupper() for w in words)


def _opens_only(doc: Document, t: Token) -> bool:
    """Whether a word has its capital only from opening a sentence."""
    if t.i != doc.sentence_of(t).first or any(k.tag in _NAME_TAGS for k in doc.kids(t, "conj")):
        return False  # "Chissano and Dhlakama signed": what is joined to a name is one
    return not any(o.text == t.text and o.tag in _NAME_TAGS and o.i != doc.sentence_of(o).first for o in doc.tokens)


def _runs(doc: Document, cast: Cast) -> None:
    """Name words that act or speak though the pipeline gave them no label."""
    common = {t.text for t in doc.tokens if t.text.islower()}
    for t in doc.tokens:
        if (
            t.lower in common
            or t.tag not in _NAME_TAGS
            or not cast.free(t.i, t.i + 1)
            or t.ent
            or not (t.dep in {"nsubj", "agent", "pobj"} or _met(doc, t))
        ):
            continue
        if t.i in cast.places or _headline(doc, t) or _opens_only(doc, t) or fold(t.text) in cast.gazetteer.organ_nouns:
            continue
        if (t.dep == "pobj" and doc.head(t).lower != "by") or any(c.isdigit() for c in t.text):
            continue
        if any(k.lower in {"a", "an"} for k in doc.kids(t, "det")):
            continue
        first = t.i
        while first > 0 and doc.tokens[first - 1].tag in _NAME_TAGS and cast.free(first - 1, first):
            first -= 1
        stretch = doc.tokens[first : t.i + 1]
        if slug(text_of(stretch)) != "unnamed" and not all(w.lower in words("not_names.tsv") for w in stretch):
            kind = ActorType.ORGANISATION if stretch[-1].lower in _PARTY_WORDS or t.text.isupper() else ActorType.PERSON
            _coin(doc, cast, first, t.i + 1, kind)
