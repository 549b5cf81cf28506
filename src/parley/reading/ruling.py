"""spaCy's attribute ruler, remembered: what it makes of a tag, and of the few words that its patterns name.

The ruler matches some two hundred patterns against every document, an eighth of the small pipeline's time. Nearly all
are of one token, by its tag, dependency and word; so what it made of such a token once it makes of it always.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_ASKED: list[int | str] = ["TAG", "LOWER", "DEP"]
_MADE: list[int | str] = ["POS", "MORPH", "LEMMA"]
_ALONE, _NAMED, _PAIRED = 0, 1, 2
Key = tuple[int, ...]


class Ruling:
    """The same parts of speech, features and lemmas as the ruler's, which is asked where a token is new to it."""

    def __init__(self, ruler: Any) -> None:
        self.ruler = ruler
        self._known: dict[Key, tuple[int, ...]] = {}
        self._words: dict[int, int] = {}
        patterns = [(len(p), token) for rule in ruler.patterns for p in rule["patterns"] for token in p]
        self._single = _Words(t for size, t in patterns if size == 1)
        self._paired = _Words(t for size, t in patterns if size > 1)
        self._deps = {ruler.vocab.strings[d] for _, t in patterns for d in _named(t.get("DEP"))}

    def __call__(self, doc: Doc) -> Doc:
        """The document with what the ruler sets, tags and dependencies of blanks left as they are."""
        keys = list(self._keys(doc))
        if any(k not in self._known for k in keys):
            self.ruler(doc)
            self._known.update(zip(keys, map(tuple, doc.to_array(_MADE).tolist()), strict=True))
        elif keys:
            made: Any = np.array([self._known[k] for k in keys], dtype="uint64")
            doc.from_array(_MADE, made)
        return doc

    def _keys(self, doc: Doc) -> Iterator[Key]:
        """All of each token that a pattern may ask for; the words beside it too where a pattern takes two."""
        asked = doc.to_array(_ASKED).tolist()
        last = len(asked) - 1
        for i, (tag, word, dep) in enumerate(asked):
            how = self._words.get(word)
            if how is None:
                how = self._words[word] = self._how(doc.vocab.strings[word])
            dep = dep if dep in self._deps else 0
            if how == _ALONE:
                yield tag, 0, dep
            elif how == _NAMED:
                yield tag, word, dep
            else:
                yield tag, word, dep, asked[i - 1][1] if i else 0, asked[i + 1][1] if i < last else 0

    def _how(self, word: str) -> int:
        if word in self._paired:
            return _PAIRED
        return _NAMED if word in self._single or word.isspace() else _ALONE


class _Words:
    """The words that some token patterns name, one by one or by an expression."""

    def __init__(self, tokens: Iterable[dict[str, Any]]) -> None:
        told = [t.get("LOWER") for t in tokens]
        self._listed = {w for x in told for w in _named(x)}
        self._like = [re.compile(x["REGEX"]) for x in told if isinstance(x, dict) and "REGEX" in x]

    def __contains__(self, word: str) -> bool:
        return word in self._listed or any(x.search(word) for x in self._like)


def _named(told: object) -> list[str]:
    """The values that a pattern tells apart: one, or those of a list that it is or is not to be among."""
    if isinstance(told, dict):
        return [str(v) for of in ("IN", "NOT_IN") for v in told.get(of, [])]
    return [] if told is None else [str(told)]


def remember(nlp: Language) -> None:
    """Put a ruling in the place of a pipeline's ruler, if it has one whose patterns ask for nothing else."""
    from spacy.language import Language as Registry

    if "attribute_ruler" not in nlp.pipe_names or not _plain(nlp.get_pipe("attribute_ruler")):
        return
    if not Registry.has_factory(_NAME):
        Registry.factory(_NAME, func=_made)
    nlp.add_pipe(_NAME, after="attribute_ruler")
    nlp.disable_pipe("attribute_ruler")


_NAME = "parley_ruling"


def _made(nlp: Language, name: str) -> Ruling:  # noqa: ARG001 - a factory is called with a name
    return Ruling(nlp.get_pipe("attribute_ruler"))


def _plain(ruler: Any) -> bool:
    """Whether every pattern asks for tags, words and dependencies alone, and in the ways known here."""
    tokens = [token for rule in ruler.patterns for p in rule["patterns"] for token in p]
    ways = {w for t in tokens for v in t.values() if isinstance(v, dict) for w in v}
    return {k for t in tokens for k in t} <= {"TAG", "LOWER", "DEP", "IS_SPACE"} and ways <= {"IN", "NOT_IN", "REGEX"}
