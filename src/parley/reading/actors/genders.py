"""He or she: what a title, a noun beside the name or the given name tells of a person."""

from __future__ import annotations

from parley.reading.actors.cast import Cast, Found
from parley.reading.document import Document, Token
from parley.reading.gazetteer import fold
from parley.reading.lexicon.given import given_names
from parley.terms.enums import ActorType

HE, SHE = "he", "she"
_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), HE),
    **dict.fromkeys(("she", "her", "hers", "herself"), SHE),
}
_NOUNS = {
    **dict.fromkeys((
        "mr", "mr.", "sir", "lord", "king", "prince", "sheikh", "shaikh", "emir", "pope", "cardinal", "mullah",
        "maulavi", "ayatollah", "imam", "rabbi", "man", "boy", "father", "dad", "son", "brother", "husband", "uncle",
        "nephew", "widower", "grandfather", "grandson", "spokesman", "chairman", "businessman", "gentleman",
        "congressman", "policeman", "statesman", "serviceman", "sultan", "monk", "actor",
    ), HE),
    **dict.fromkeys((
        "mrs", "mrs.", "ms", "ms.", "miss", "lady", "dame", "queen", "princess", "sheikha", "woman", "girl",
        "mother", "mum", "mom",
        "daughter", "sister", "wife", "aunt", "niece", "widow", "grandmother", "granddaughter", "spokeswoman",
        "chairwoman", "businesswoman", "congresswoman", "policewoman", "actress", "nun",
        "madame", "baroness", "duchess",
    ), SHE),
}  # fmt: skip
_BESIDE = frozenset({"appos", "compound", "nmod"})
_NAME_PARTS = {"bin": HE, "ibn": HE, "abu": HE, "bint": SHE, "umm": SHE}
_SHE_ENDS = ("ova", "skaya", "ovna", "evna", "dottir", "kyzy")


def of_pronoun(word: str) -> str | None:
    """The gender that a pronoun in lower case shows.

    >>> of_pronoun("her"), of_pronoun("they")
    ('she', None)
    """
    return _PRONOUNS.get(word)


def of_name(name: str) -> str | None:
    """What a person's name tells by itself.

    >>> of_name("Anna Hess"), of_name("Maria Zakharova"), of_name("Hess")
    ('she', 'she', None)
    """
    words = fold(name).split()
    if len(words) < 2:
        return SHE if words and words[0].endswith(_SHE_ENDS) and len(words[0]) > 5 else None
    inner = (g for w in words[:-1] if (g := _NAME_PARTS.get(w)))
    return given_names().get(words[0]) or next(inner, None) or (SHE if words[-1].endswith(_SHE_ENDS) else None)


def genders(doc: Document, cast: Cast) -> dict[str, str]:
    """The persons of a report of whom something tells whether they are a he or a she."""
    told: dict[str, str] = {}
    for f in cast.found:
        if len(f.actors) == 1 and f.actors[0] not in told and cast.type_of(f.actors[0]) is ActorType.PERSON:
            gender = _beside(doc, f) or of_name(cast.actors[f.actors[0]].name)
            if gender is not None:
                told[f.actors[0]] = gender
    return told


def of_noun(t: Token) -> str | None:
    """What a noun for a person tells: "spokeswoman"."""
    return _NOUNS.get(t.lower) or _NOUNS.get(t.lemma)


def _beside(doc: Document, f: Found) -> str | None:
    """What a title right before the name tells, or a noun set beside it."""
    before = doc.tokens[f.first - 1] if f.first else None
    if before is not None and before.lower in _NOUNS:
        return _NOUNS[before.lower]
    head = doc.tokens[f.head]
    nouns = [k for k in doc.kids(head) if k.dep in _BESIDE]
    if head.dep in _BESIDE:
        nouns.append(doc.head(head))
    return next((g for n in nouns if n.tag in {"NN", "NNP"} and (g := of_noun(n))), None)
