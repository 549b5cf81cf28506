"""Verbs whose act is plain whatever their object: with none of an entry's usual objects it is taken all the same.

"Ecuador dismantled the posts" is a retreat though nobody listed posts.
What an entry rules out (objects, subjects and words of another sense) stays ruled out.
"""

from __future__ import annotations

from collections.abc import Sequence

from parley.reading.coding.arguments import Arguments
from parley.reading.coding.codebook import Entry
from parley.reading.coding.phrases import Words
from parley.reading.coding.sight import CONTENT, Sight
from parley.reading.commitment.denying import denied_by
from parley.reading.document import Document, Token
from parley.reading.lexicon.tables import plain_verbs
from parley.terms.enums import ActorType

_NO_SIDE = frozenset({ActorType.MEDIA, ActorType.REGION})


def plainly(at: Sight, phrases: Sequence[tuple[Words, Entry]], args: Arguments) -> Entry | None:
    """The entry that a verb means by itself, done by somebody who may be a side; None for all other verbs."""
    t = at.frame.head
    root, _ = plain_verbs().get(t.lemma, ("", False)) if t.pos == "VERB" else ("", False)
    if not root or lacks_clause(at.doc, t) or denied_by(at.doc, t):
        return None
    bare = (e for words, e in phrases if not words and e.code.value == root)
    return next((e for e in bare if _may_be(e, at) and _by_a_side(e, at, args)), None)


def lacks_clause(doc: Document, verb: Token) -> bool:
    """As in "undertook a journey": a verb that tells an act only with a clause, and has none."""
    _, needed = plain_verbs().get(verb.lemma, ("", False))
    return needed and not doc.kids(verb, *CONTENT)


def _may_be(e: Entry, at: Sight) -> bool:
    """Whether nothing that stands there rules an entry out."""
    if not (e.not_subjects.isdisjoint(at.subject_heads) and e.not_described.isdisjoint(at.owners)):
        return False
    if not (e.not_objects.isdisjoint(at.objects) and e.not_preps_of.isdisjoint(at.after)):
        return False
    return bool(at.frame.objects) or at.has_clause or not e.objects or "" in e.objects


def _by_a_side(e: Entry, at: Sight, args: Arguments) -> bool:
    doers = args.first(at.frame, e.actors_from)
    return any(args.cast.type_of(a) not in _NO_SIDE for a in doers)
