"""The state of one walk from a predicate to its sentence's root, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass, field

from parley.reading.commitment.local import compose
from parley.reading.commitment.signatures import Signature
from parley.reading.document import Token
from parley.terms.enums import Reality, Stance
from parley.terms.values import Trace


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that opens a voice; `speakers` are the words for who speaks, none for nobody named."""

    word: Token
    stance: Stance
    speakers: tuple[Token, ...]
    signature: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Commitment:
    """The reality of a predicate, the voices that it is told in (innermost first), and the words that set them."""

    reality: Reality
    cues: tuple[Cue, ...]
    trace: tuple[Trace, ...]


@dataclass
class Walk:
    """What is known so far, going outward: reality and voices, and how far an operator still reaches.

    `left_open` is of what was ruled out: not to rule it out leaves it open and makes it no fact. `shielded` is what
    somebody talks about: it stays what it is, whether they talk or not. `brought_about` is of what a word above says
    that it came about, as in "helped them leave".
    """

    reality: Reality
    would: bool
    cues: list[Cue] = field(default_factory=list)
    trace: list[Trace] = field(default_factory=list)
    out_of_reach: bool = False
    in_relative: bool = False
    in_participle: bool = False
    left_open: bool = False
    shielded: bool = False
    brought_about: bool = False

    def note(self, word: Token, rule: str) -> None:
        """Keep which rule fired, and its word."""
        self.trace.append(Trace("commitment", rule, word.start, word.end))

    def makes(self, outer: Reality | None) -> None:
        """Let an operator change the reality, if it reaches so far in and no voice stands between."""
        if not self.out_of_reach and not self.shielded and not self.cues:
            reopened = self.left_open and outer is self.reality is Reality.DID_NOT_HAPPEN
            self.reality = Reality.POSSIBLE if reopened else compose(outer, self.reality)

    def opens(self, cue: Cue) -> None:
        """Hear a voice further out than those before."""
        self.cues.append(cue)


def fire(walk: Walk, fired: tuple[tuple[Token, Signature], ...]) -> None:
    """Hear the voices that a word's own adverbs and modifiers open."""
    for word, s in fired:
        walk.note(word, s.id)
        if s.voice is not None:
            walk.opens(Cue(word, s.voice, (), s.id))


def fire_voices(walk: Walk, fired: tuple[tuple[Token, Signature], ...]) -> None:
    """The same for those only that open a voice."""
    fire(walk, tuple((w, s) for w, s in fired if s.voice is not None))
