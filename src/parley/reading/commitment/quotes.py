"""Quotations: where they run, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from parley.reading.commitment.credits import CREDITED
from parley.reading.commitment.signatures import Lexicon
from parley.reading.commitment.speaking import speakers_of
from parley.reading.document import Document, Sentence, Token
from parley.terms.enums import Stance

SCARE = 4
"""Quotations of so few words are not anybody's speech but a word held at arm's length."""
_NEAR = 3
"""So many words from its marks, a verb of saying is the quotation's own, whatever else stands in the sentence."""
_INTRODUCING = frozenset({"including", "as", "following", "example", "namely", "of"})
_GOES_ON = frozenset({"ask", "continue", "read", "begin", "go", "finish", "intone", "urge", "respond", "demand"})
"""Verbs that open no voice by themselves and do so before a quotation."""
_CLOSED = frozenset({".", "!", "?", ")", "]", '"', "''", "”"})
_MARKS = frozenset({'"', "``", "''", "“", "”"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens `first` up to `last` inside quotation marks; the word that says so, and the words for who speaks.

    One of whole sentences that stand `alone` is somebody's speech, even where nothing tells whose.
    """

    first: int
    last: int
    cue: Token | None
    speakers: tuple[Token, ...]
    alone: bool = False


def quotations(doc: Document, lexicon: Lexicon) -> tuple[Quotation, ...]:
    """Every quotation that is somebody's speech, in order; one without a cue of its own continues the last one's."""
    out: list[Quotation] = []
    for first, last in _stretches(doc, lexicon):
        cue = _cue_near(doc, lexicon, first, last)
        if (cue is None or _away(cue, first, last) > _NEAR) and (verb := _doing_so(doc, first)):
            cue = verb
        speakers = speakers_of(doc, cue) if cue else ()
        if not speakers and (colon := _before_colon(doc, first)):
            speakers = (colon,)
        if not speakers and out and doc.tokens[first].sentence - doc.tokens[out[-1].last - 1].sentence <= 1:
            cue, speakers = out[-1].cue, out[-1].speakers
        if not speakers and (cue := _said_before(doc, lexicon, first)):
            speakers = speakers_of(doc, cue)
        out.append(Quotation(first, last, cue, speakers, _stands_alone(doc, first, last)))
    return tuple(_in_interview(doc, out, n) for n in range(len(out)))


def _stands_alone(doc: Document, first: int, last: int) -> bool:
    """Whether the marks hold whole sentences, and nothing of theirs stands outside."""
    opens, ends = doc.sentence_of(doc.tokens[first]), doc.sentence_of(doc.tokens[last - 1])
    outside = (*doc.tokens[opens.first : first], *doc.tokens[last : ends.last])
    return last - first > SCARE and all(t.pos in {"PUNCT", "SPACE"} or t.text in _MARKS for t in outside)


def _in_interview(doc: Document, told: list[Quotation], n: int) -> Quotation:
    """As in "Did they betray you? '…'": an answer is by who was heard last, or by the one who is heard at all."""
    q = told[n]
    if q.speakers or not q.alone:
        return q
    before = [p for p in told[:n] if p.speakers]
    asked = before and any(t.text == "?" for t in doc.tokens[before[-1].last : q.first])
    heard = {tuple(s.lower for s in p.speakers): p for p in told if p.speakers}
    whose = before[-1] if asked else next(iter(heard.values())) if len(heard) == 1 else None
    return replace(q, cue=whose.cue, speakers=whose.speakers) if whose is not None else q


def _stretches(doc: Document, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Stretches between an opening and a closing mark; an opening mark left open ends with its paragraph."""
    opened: int | None = None
    for t in doc.tokens:
        if t.text not in _MARKS and t.tag not in {"``", "''"}:
            continue
        if opened is None:
            opened = t.i + 1
            continue
        if "\n\n" in doc.text[doc.tokens[opened].start : t.start]:
            opened = t.i + 1
            continue
        if t.i - opened > SCARE or (t.i > opened and _announced(doc, lexicon, opened - 1)):
            yield opened, t.i
        opened = None


def _said_before(doc: Document, lexicon: Lexicon, first: int) -> Token | None:
    """The main verb of the sentence before, where somebody says something there: what is quoted next is theirs too."""
    here = doc.tokens[first].sentence
    if not here:
        return None
    before = doc.sentences[here - 1]
    if "\n\n" in doc.text[before.end : doc.tokens[first].start]:
        return None
    root = next((t for t in doc.words(before) if t.dep == "ROOT" and t.pos == "VERB"), None)
    if root is None or not doc.kids(root, "ccomp") or not _opens(lexicon, root):
        return None
    return root if speakers_of(doc, root) else None


def _announced(doc: Document, lexicon: Lexicon, mark: int) -> bool:
    """As in "the banner said, "Go!"": a verb of saying and a comma or colon right before the mark."""
    if mark < 2 or doc.tokens[mark - 1].text not in {",", ":"}:
        return False
    verb = doc.tokens[mark - 2]
    return verb.pos == "VERB" and _opens(lexicon, verb)


def _cue_near(doc: Document, lexicon: Lexicon, first: int, last: int) -> Token | None:
    """The verb of saying outside the marks, in the quotation's first or last sentence."""
    near = {doc.tokens[first].sentence, doc.tokens[last - 1].sentence}
    words = [t for s in near for t in doc.words(doc.sentences[s]) if not first <= t.i < last]
    says = [t for t in words if t.pos == "VERB" and _opens(lexicon, t) and speakers_of(doc, t)]

    def far(t: Token) -> tuple[bool, bool, int]:
        away = _away(t, first, last)
        aside = t.tag == "VBG" or any(not first <= k.i < last for k in doc.kids(t, "ccomp"))
        return away > _NEAR, aside, away

    return min(says, key=far, default=None)


def _away(t: Token, first: int, last: int) -> int:
    return min(abs(t.i - first), abs(t.i - last))


def _opens(lexicon: Lexicon, t: Token) -> bool:
    plain = (s.voice in {Stance.ASSERTS, Stance.ADMITS, Stance.ALLEGES} for s in lexicon.of("verb", t.lemma))
    return any(plain) or t.lemma in _GOES_ON


def heralds(doc: Document) -> tuple[Quotation, ...]:
    """As in "The agency: Two men were held": a name and a colon at a sentence's start, and whose words follow."""
    out = []
    for s in doc.sentences:
        colon = next((t for t in doc.words(s)[1:6] if t.text == ":"), None)
        if colon is None:
            continue
        before = doc.tokens[s.first : colon.i]
        last = _heralded(doc, s, colon)
        named = all(t.pos in {"PROPN", "DET", "PUNCT"} or t.text[0].isupper() for t in before)
        if named and last - colon.i > SCARE and before[0].lower not in CREDITED:
            out.append(Quotation(colon.i + 1, last, None, (before[-1],)))
    return (*out, *_labelled(doc))


def _labelled(doc: Document) -> Iterator[Quotation]:
    """As in "… (The Herald) Two men were held": a label inside a text says whose words it copies, to the line's end.

    A label that opens the text or that a dash follows is the text's own dateline.
    """
    for t in doc.tokens[1:]:
        close = next((k for k in doc.tokens[t.i + 1 : t.i + 5] if k.text == ")"), None) if t.text == "(" else None
        if close is None or close.i + SCARE >= len(doc.tokens) or not _apart(doc, t):
            continue
        inside, after = doc.tokens[t.i + 1 : close.i], doc.tokens[close.i + 1]
        named = [k for k in inside if k.pos == "PROPN" and k.ent not in {"GPE", "LOC", "DATE"}]
        if named and all(k.pos in {"PROPN", "DET"} for k in inside) and after.text[0].isupper():
            yield Quotation(close.i + 1, _line_end(doc, after), None, (named[-1],))


def _apart(doc: Document, t: Token) -> bool:
    """Whether nothing before a bracket makes it an aside: it stands behind the end of a sentence, bracket or line."""
    before = doc.tokens[t.i - 1]
    return before.text in _CLOSED or "\n" in doc.text[before.end : t.start]


def _line_end(doc: Document, t: Token) -> int:
    last = doc.sentence_of(t)
    for following in doc.sentences[last.index + 1 :]:
        if "\n" in doc.text[last.end : following.start]:
            break
        last = following
    return last.last


def _heralded(doc: Document, s: Sentence, colon: Token) -> int:
    """Where heralded words end: with the sentence, or with the line where they begin one, as in a transcript."""
    line = s.first == 0 or "\n" in doc.text[doc.tokens[s.first - 1].end : s.start]
    last = s
    for following in doc.sentences[s.index + 1 :]:
        broken = "\n" in doc.text[last.end : following.start]
        if broken or not (line or colon.i + 1 == last.last):
            break
        last = following
    return last.last


def _before_colon(doc: Document, first: int) -> Token | None:
    """As in "The minister: 'We …'": a name or noun and nothing that is done."""
    i = first - 2
    if i < 1 or doc.tokens[i].text != ":":
        return None
    before = [t for t in doc.words(doc.sentence_of(doc.tokens[i])) if t.i < i]
    named = [t for t in before if t.pos in {"PROPN", "NOUN"}]
    return named[-1] if named and not any(t.pos in {"VERB", "AUX"} for t in before) else None


def _doing_so(doc: Document, first: int) -> Token | None:
    """As in "The minister defended his record: 'We …'": the verb of whoever is heard after the colon."""
    i = first - 2
    if i < 2 or doc.tokens[i].text != ":" or doc.tokens[i - 1].lower in _INTRODUCING:
        return None
    words = (t for t in doc.words(doc.sentence_of(doc.tokens[i])) if t.i < i and t.dep == "ROOT" and t.pos == "VERB")
    verb = next(words, None)
    subject = next((k for k in doc.kids(verb, "nsubj") if k.pos in {"PROPN", "PRON", "NOUN"}), None) if verb else None
    return verb if subject is not None else None
