"""The lexicon of embedding words: data in, signatures out."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from parley.terms.enums import Reality, Stance

POS = frozenset({"verb", "noun", "adj", "adv", "aux", "mod"})


class LexiconError(ValueError):
    """A signature that cannot be used: says which and why."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What an embedding word does. `makes` and `negated` None leave the reality as it is.

    `infinitive` takes clauses only in the infinitive ("warned them to leave" but not "warned that"), `finite` only
    others. `present` is what it makes where it stands in the present tense itself, `future` what it makes of content
    still to come. `only` are the nouns that it does so of, `never` those that it does not, where it takes nouns.
    `shields`: what words further out do to it does nothing to what it is about ("refused to discuss the attack").
    """

    id: str
    takes: frozenset[str]
    voice: Stance | None
    makes: Reality | None
    negated: Reality | None
    infinitive: bool = False
    present: Reality | None = None
    future: Reality | None = None
    finite: bool = False
    only: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    shields: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Signatures by part of speech and word; the first that takes what stands there is meant."""

    by_word: Mapping[tuple[str, str], tuple[Signature, ...]]
    examples: tuple[tuple[str, tuple[str, str, str], tuple[str, str, str]], ...]

    def of(self, pos: str, word: str) -> tuple[Signature, ...]:
        """The signatures of a word."""
        return self.by_word.get((pos, word), ())

    def shields(self, pos: str, word: str, taking: str) -> bool:
        """Whether what hangs on a word in this way is only what it is about."""
        return any(s.shields and taking in s.takes for s in self.of(pos, word))

    def tells(self, verb: str, taking: str = "") -> bool:
        """Whether a verb says something in somebody's voice; with `taking`, of what hangs on it in that way."""
        return any(s.voice is not None and (not taking or taking in s.takes) for s in self.of("verb", verb))


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon."""
    return parse(files("parley.reading.lexicon").joinpath("embedding.toml").read_text(encoding="utf-8"))


def parse(text: str) -> Lexicon:
    """A lexicon from TOML. Raises LexiconError naming the signature."""
    by_word: dict[tuple[str, str], tuple[Signature, ...]] = {}
    examples = []
    told = tomllib.loads(text)
    for raw in told.get("signature", []):
        made = _signature(raw, told.get("nouns", {}))
        examples.append((made.id, tuple(raw["example"]), tuple(raw["trap"])))
        for word in raw["words"]:
            key = (raw["pos"], word)
            by_word[key] = (*by_word.get(key, ()), made)
    return Lexicon(by_word, tuple(examples))


def _signature(raw: Mapping[str, Any], nouns: Mapping[str, list[str]]) -> Signature:
    name = raw.get("id", "?")
    missing = {"id", "pos", "words", "takes", "example", "trap"} - raw.keys()
    if missing:
        raise LexiconError(f"signature {name!r} lacks {', '.join(sorted(missing))}")
    if raw["pos"] not in POS:
        raise LexiconError(f"signature {name!r}: pos {raw['pos']!r} is none of {', '.join(sorted(POS))}")
    try:
        voice = Stance(raw["voice"]) if raw.get("voice") else None
        return Signature(
            raw["id"], frozenset(raw["takes"]), voice, _reality(raw.get("makes")), _reality(raw.get("negated")),
            bool(raw.get("infinitive")), _reality(raw.get("present")), _reality(raw.get("future")),
            bool(raw.get("finite")), _nouns(raw, "only", nouns), _nouns(raw, "never", nouns),
            bool(raw.get("shields")),
        )  # fmt: skip
    except ValueError as e:
        raise LexiconError(f"signature {name!r}: {e}") from e


def _nouns(raw: Mapping[str, Any], key: str, known: Mapping[str, list[str]]) -> frozenset[str]:
    """The nouns of a key; "@name" stands for the list of that name under `[nouns]`. Raises ValueError for no list."""
    found: list[str] = []
    for word in raw.get(key, ()):
        if word.startswith("@") and word[1:] not in known:
            raise ValueError(f"{key}: no list {word!r} under [nouns]; known are {', '.join(known) or 'none'}")
        found += known[word[1:]] if word.startswith("@") else [word]
    return frozenset(found)


def _reality(word: str | None) -> Reality | None:
    return None if word in (None, "", "same") else Reality(word)
