"""A parsed report as plain values: everything after the parser works on these and is free of spaCy."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from parley.reading.lazy import lazy
from parley.terms.values import Span


@dataclass(slots=True, unsafe_hash=True)  # a value like the others; unfrozen it is made in a third of the time
class Token:
    """One word; `start` and `end` are offsets in the text as stored, `head` a token's index (a root's is its own)."""

    i: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ent: str
    start: int
    end: int
    sentence: int

    @property
    def span(self) -> Span:
        """Where it stands in the report's text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` up to, not with, `last`."""

    index: int
    first: int
    last: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands in the report's text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch that the pipeline labelled: tokens `first` up to, not with, `last`, and spaCy's label."""

    first: int
    last: int
    label: str


@dataclass(frozen=True)
class Document:
    """A report's text, its tokens in order, its sentences and entities.

    `vectors` has a row for each token, what the shipped pipeline sees in it and about it; None for any other pipeline.
    """

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    vectors: NDArray[np.float32] | None = field(default=None, compare=False, repr=False)

    @lazy
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token, the indexes of those that hang on it, in order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for t in self.tokens:
            if t.head != t.i:
                below[t.head].append(t.i)
        return tuple(tuple(b) for b in below)

    @lazy
    def _kin(self) -> tuple[tuple[Token, ...], ...]:
        """For each token, those that hang on it, in order."""
        tokens = self.tokens
        return tuple(tuple([tokens[i] for i in below]) if below else () for below in self.children)

    @lazy
    def _hanging(self) -> tuple[frozenset[str], ...]:
        """For each token, how others hang on it: most questions are answered by there being none."""
        none: frozenset[str] = frozenset()
        return tuple(frozenset([k.dep for k in kin]) if kin else none for kin in self._kin)

    @lazy
    def kept(self) -> dict[str, dict[int, Any]]:
        """What is worked out of this document for a token and kept, by what it is."""
        return {}

    def with_tokens(self, changed: Mapping[int, Token]) -> Document:
        """The same document with some tokens in place of those of their numbers."""
        tokens = list(self.tokens)
        below: dict[int, set[int]] = {}
        for i, t in changed.items():
            old = tokens[i]
            tokens[i] = t
            if old.head != t.head:
                for head, joins in ((old.head, False), (t.head, True)):
                    kin = below.setdefault(head, set(self.children[head]))
                    (kin.add if joins and head != i else kin.discard)(i)
        made = Document(self.text, tuple(tokens), self.sentences, self.entities, self.vectors)
        children = list(self.children)
        for head, kin in below.items():
            children[head] = tuple(sorted(kin))
        made.__dict__["children"] = tuple(children)  # what `children` would work out anew
        return made

    def kids(self, t: Token, *deps: str) -> list[Token]:
        """What hangs on a token, by one of the given dependencies if any are given."""
        kin = self._kin[t.i]
        if not deps:
            return list(kin)
        return [k for k in kin if k.dep in deps] if not self._hanging[t.i].isdisjoint(deps) else []

    def head(self, t: Token) -> Token:
        """What a token hangs on; a root hangs on itself."""
        return self.tokens[t.head]

    def path_up(self, t: Token) -> Iterator[Token]:
        """A token's heads, nearest first, up to the root."""
        while t.head != t.i:
            t = self.tokens[t.head]
            yield t

    def subtree(self, t: Token) -> list[Token]:
        """A token and all below it, in the order of the text."""
        out, todo = [], [t.i]
        while todo:
            i = todo.pop()
            out.append(i)
            todo.extend(self.children[i])
        return [self.tokens[i] for i in sorted(out)]

    def word_at(self, start: int) -> Token:
        """The token that a place of the text lies in, or behind."""
        return self.tokens[bisect_right(self.tokens, start, key=lambda t: t.start) - 1]

    def sentence_of(self, t: Token) -> Sentence:
        """The sentence that a token stands in."""
        return self.sentences[t.sentence]

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        """A sentence's tokens."""
        return self.tokens[sentence.first : sentence.last]

    def span(self, first: int, last: int) -> Span:
        """The text span of tokens `first` up to, not with, `last`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)
