"""A word by itself as the reader would take it: its base form as a verb, a noun, an adjective or an adverb."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.reading.pipeline import DEFAULT, lemma_of, load

POS = ("VERB", "NOUN", "ADJ", "ADV")
Forms = Mapping[str, frozenset[str]]


def forms_of(words: Sequence[str], pipeline: str = DEFAULT) -> tuple[Forms, ...]:
    """For each word its forms by part of speech: as it stands, and the base form that the pipeline gives it.

    >>> sorted(forms_of(["shelling"])[0]["VERB"])
    ['shell', 'shelling']
    """
    by_pos = {pos: _lemmas([w.lower() for w in words], pos, pipeline) for pos in POS}
    return tuple({pos: frozenset({w.lower(), by_pos[pos][i]}) for pos in POS} for i, w in enumerate(words))


def _lemmas(words: Sequence[str], pos: str, pipeline: str) -> list[str]:
    """The base forms of words that are all of one part of speech."""
    from spacy.tokens import Doc

    nlp = load(pipeline)
    doc = Doc(nlp.vocab, words=list(words), pos=[pos] * len(words))
    if "lemmatizer" in nlp.pipe_names:
        nlp.get_pipe("lemmatizer")(doc)
    return [lemma_of(t.lower_, t.lemma_.lower() or t.lower_) for t in doc]
