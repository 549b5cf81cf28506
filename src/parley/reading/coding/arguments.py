"""From grammatical places to actors: who is meant at subject, object, owner or after a preposition."""

from __future__ import annotations

from collections.abc import Iterable

from parley.reading.actors.cast import Cast, text_of
from parley.reading.actors.unnamed import unnamed
from parley.reading.actors.who import Who
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import Frame, subjects_of
from parley.reading.predicates.texts import writers
from parley.terms.enums import ActorType

_OWNING = frozenset({"poss", "amod", "compound", "nmod"})
_BORDERS = frozenset({"border", "frontier", "boundary", "line"})
_TOOLS = frozenset({
    "attack", "raid", "strike", "airstrike", "bomb", "missile", "rocket", "shell", "shelling", "bombing", "jet",
    "plane", "warplane", "aircraft", "helicopter", "drone", "tank", "gunfire", "fire", "offensive", "assault",
    "bullet", "mortar", "artillery", "gunboat", "bombardment", "ambush", "car", "bomber", "gun", "ship", "warship",
    "submarine", "missiles", "truck", "mine", "landmine", "torpedo", "warhead", "grenade", "barrage", "salvo",
    "gunship", "bulldozer", "vehicle", "jeep", "armour", "armor", "fighter-bomber", "mig", "frigate", "cruiser",
    "destroyer", "corvette", "carrier", "flotilla", "boat", "speedboat", "battery", "launcher", "howitzer", "cannon",
    "napalm", "gas", "boobytrap", "booby-trap", "ied", "explosive", "explosion", "blast", "operation", "incursion",
    "invasion", "sweep", "sortie", "blitz", "onslaught", "column", "convoy", "patrol", "defence", "defense", "defences",
    "defenses", "gunner", "guns", "radar", "interceptor",
})  # fmt: skip


class Arguments:
    """Answers for one report which actors stand at a place of a frame."""

    def __init__(self, doc: Document, cast: Cast, who: Who) -> None:
        self.doc, self.cast, self.who = doc, cast, who

    def at(self, frame: Frame, place: str) -> tuple[str, ...]:
        """The actors at one place: subject, object, indirect, owner, or a preposition."""
        match place:
            case "subject":
                found = self.who.of_all(frame.subjects) or self._wielding(frame.subjects) or self._beyond(frame)
                return found or self._writing(frame.subjects) or self.unnamed_of(frame.subjects)
            case "object":
                return self._or_owners(frame.objects)
            case "indirect":
                return self.who.of_all(frame.indirect) or self.unnamed_of(frame.indirect)
            case "owner":
                return self._owners(frame.owners)
        return self._or_owners(frame.after(*place.split()))

    def unnamed_of(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """People whom nothing names but what they are: "several candidates", "a taxi driver"."""
        return tuple(dict.fromkeys(a for t in tokens for a in unnamed(self.doc, self.cast, t)))

    def first(self, frame: Frame, places: Iterable[str], but: Iterable[str] = ()) -> tuple[str, ...]:
        """The actors at the first place that has any beside those left out."""
        out = set(but)
        for place in places:
            found = tuple(a for a in self.at(frame, place) if a not in out)
            if found:
                return found
        return ()

    def all(self, frame: Frame, places: Iterable[str]) -> tuple[str, ...]:
        """The actors at all these places, each once."""
        return tuple(dict.fromkeys(a for p in places for a in self.at(frame, p)))

    def hosts(self, frame: Frame, places: Iterable[str]) -> tuple[str, ...]:
        """The states whose seats stand at these places: who is visited by going there."""
        tokens = (t for p in places for t in (frame.objects if p == "object" else frame.after(p)))
        found = (self.cast.gazetteer.seat(t.text) for t in tokens if t.i not in self.cast.covered)
        return tuple(dict.fromkeys(self.cast.entry(s) for s in found if s))

    def regions(self, frame: Frame, places: Iterable[str]) -> tuple[str, ...]:
        """The places that stand where an actor would: "an assault on X" is done to X."""
        tokens = (t for p in places for t in (frame.objects if p == "object" else frame.after(p)))
        spans = (self.cast.located.get(t.i) for t in tokens if t.pos == "PROPN" and t.i not in self.cast.covered)
        names = (text_of(self.doc.tokens[s[0] : s[1]]) for s in spans if s is not None)
        return tuple(dict.fromkeys(self.cast.coin(n, ActorType.REGION) for n in names))

    def bordering(self, frame: Frame) -> tuple[str, ...]:
        """The two sides of a border along which something happens."""
        lines = [o for o in frame.after("along", "on", "across", "at", "near") if o.lemma in _BORDERS]
        sides = tuple(dict.fromkeys(a for o in lines for k in self.doc.subtree(o) for a in self._at(k)))
        return sides if len(sides) == 2 else ()

    def _at(self, t: Token) -> tuple[str, ...]:
        found = self.cast.covered.get(t.i)
        return found.actors if found is not None else ()

    def _wielding(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """Whose the thing is that acts: "Israeli jets bombed"; what people have decided or said does not act."""
        tools = (t for t in tokens if t.lemma in _TOOLS or _make(t))
        return tuple(dict.fromkeys(a for t in tools for a in self.owners_of(t)))

    def _writing(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """Whose a text is that is said to speak: "a statement by the ministry accused"."""
        return self.who.of_all(w for t in tokens for w in writers(self.doc, t))

    def _beyond(self, frame: Frame) -> tuple[str, ...]:
        """As in "left the talks demanding": where the noun before it is nobody, who left."""
        t = frame.head
        noun = self.doc.head(t)
        if t.dep != "acl" or t.tag != "VBG" or noun.pos != "NOUN":
            return ()
        verb = next((up for up in self.doc.path_up(noun) if up.pos in {"VERB", "AUX"}), None)
        return self._named_of(noun) or (self.who.of_all(subjects_of(self.doc, verb)) if verb is not None else ())

    def _named_of(self, t: Token) -> tuple[str, ...]:
        """Whose a thing is by its possessor alone."""
        return tuple(dict.fromkeys(a for k in self.doc.kids(t, "poss") for a in self._named(k)))

    def _or_owners(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """The actors themselves, or whose the things are: "attacked the army's posts" was done to the army."""
        tokens = tuple(tokens)
        named = self.who.of_all(tokens) or self.unnamed_of(tokens)
        owners = named or tuple(dict.fromkeys(a for t in tokens for a in self.owners_of(t)))
        return owners or self.unnamed_of(k for t in tokens for k in self.doc.kids(t, "compound") if k.text.islower())

    def _owners(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(a for t in tokens for a in self._named(t)))

    def owners_of(self, t: Token) -> tuple[str, ...]:
        """Whose a thing is: its possessor, or the actor that describes it."""
        if t.pos not in {"NOUN", "PROPN"}:
            return ()
        own = [a for k in self.doc.kids(t, *_OWNING) for a in self._named(k)]
        if not own:
            own = [
                a
                for p in self.doc.kids(t, "prep")
                if p.lower == "of"
                for o in self.doc.kids(p, "pobj")
                for a in self.who.of(o)
            ]
        return tuple(dict.fromkeys(own))

    def _named(self, t: Token) -> tuple[str, ...]:
        found = self.cast.covered.get(t.i)
        if found is not None and found.head == t.head != t.i:
            return ()  # "foreign soldiers" are not the soldiers' own
        return found.actors if found is not None else self.who.of(t)


def _make(t: Token) -> bool:
    """As in "an Iraqi *Exocet*", "US *F-16s*": a weapon is told by its make, which no list has."""
    return t.tag in {"NNP", "NNPS"} and t.ent in {"", "ORG", "PRODUCT", "FAC"} and t.text[:1].isupper()
