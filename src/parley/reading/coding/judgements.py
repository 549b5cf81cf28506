"""Judgements: what a report or somebody in it makes of things, how likely they hold them, and for which reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from parley.reading.assemble import Context, proposal
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.conditions import condition_of
from parley.reading.coding.estimates import CHANCES
from parley.reading.coding.judgements_about import Matter
from parley.reading.coding.judgements_book import JudgementWording, weighed
from parley.reading.coding.judgements_estimated import Estimated, estimated
from parley.reading.coding.judgements_judges import in_whose_view, judged_by
from parley.reading.coding.judgements_numbered import numbered
from parley.reading.coding.judgements_told import Told, told
from parley.reading.coding.predication import COPULAS, VERBAL
from parley.reading.coding.wordbook import Wordbook
from parley.reading.commitment.local import negated
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import subjects_of
from parley.terms.bodies import About, Judgement
from parley.terms.enums import Form, How, Reality, Stance, Verdict
from parley.terms.statement import Proposal
from parley.terms.values import Trace

_TOLD = frozenset({Reality.HAPPENED, Reality.ONGOING})
_FORECASTS = frozenset({Verdict.LIKELY, Verdict.UNLIKELY})
_WEIGHED = frozenset({Verdict.GAIN, Verdict.OTHER})
_MODALS = frozenset({"would", "could", "will", "may", "might", "can", "'ll", "'d", "wo", "ca", "shall"})
_IF = frozenset({"if", "unless", "whether", "lest"})
_CAUSES = frozenset({"because", "due", "owing", "thanks"})
_CAUSING = frozenset({"because"})
Known = Mapping[int, Proposal]


def judgements(doc: Document, at: Context, args: Arguments, known: Iterable[Proposal] = ()) -> Iterator[Proposal]:
    """Every judgement that a report tells, in the order of its words; what one sentence says twice of a thing is one.

    `known` are the events and talks found before: a judgement of one of them names it by its id.
    """
    told_of: dict[tuple[int, Verdict], list[tuple[str, Token]]] = {}
    for t, made in _all(doc, at, args, known):
        body = made.body
        assert isinstance(body, Judgement)
        before = told_of.setdefault((made.sentence.start, body.verdict), [])
        about = body.about.text or ""
        if not any(about in words or words in about or _in_one_breath(doc, first, t) for words, first in before):
            yield made
        before.append((about, t))


def _in_one_breath(doc: Document, first: Token, t: Token) -> bool:
    """As in "complained about the lack of progress and reaching an impasse": joined, and said of the same."""
    path = [first, *doc.path_up(first)]
    verb = next((n for n, x in enumerate(path) if x.pos in VERBAL), len(path) - 1)
    held = {x.i for x in path[: verb + 1]}
    joined = (x for x in (t, *doc.path_up(t)) if x.dep == "conj" and not doc.kids(x, "nsubj", "nsubjpass"))
    return any(x.head in held for x in joined)


def _all(doc: Document, at: Context, args: Arguments, known: Iterable[Proposal]) -> Iterator[tuple[Token, Proposal]]:
    by_start = {p.head.start: p for p in known if p.form in {Form.EVENT, Form.TALK}}
    likely, judging = at.books.estimates.words, at.books.judgements
    may_judge, may_estimate = ({t.i for t in b.met(doc)} for b in (judging, likely))
    chances = {t.i for t in doc.tokens if t.lemma in CHANCES}
    for t in (doc.tokens[i] for i in sorted(may_judge | may_estimate | chances)):
        if t.i in chances and (number := numbered(doc, t)) is not None and not _open(doc, number.verb):
            yield t, _estimate(doc, at, number, args, by_start)
        for e in estimated(doc, t, at.books.estimates) if t.i in may_estimate else ():
            if not _open(doc, e.verb) and (t.pos != "ADV" or _weighty(doc, e, args, judging)):
                yield t, _estimate(doc, at, e, args, by_start)
        for j in told(doc, t, judging, args) if t.i in may_judge and not _is_name(t, args) else ():
            found = _judgement(doc, at, j, args, by_start)
            if found is not None:
                yield t, found


def _weighty(doc: Document, e: Estimated, args: Arguments, book: Wordbook[JudgementWording]) -> bool:
    """Whether an adverb of likelihood is said of an actor or an undertaking: "the shop will probably close" is talk."""
    known = weighed(book.entries)
    subjects = subjects_of(doc, e.verb)
    return any(s.lemma in known for s in subjects) or bool(args.who.of_all(subjects) or args.unnamed_of(subjects))


def _is_name(t: Token, args: Arguments) -> bool:
    """Whether a word is but a part of a name: Georgian Dream is no dream."""
    found = args.cast.covered.get(t.i)
    return found is not None and found.how in {How.NAME, How.ALIAS} and t.tag in {"NNP", "NNPS"}


def _estimate(doc: Document, at: Context, e: Estimated, args: Arguments, known: Known) -> Proposal:
    """What is only likely has not happened: its reality is possible, whatever the tense of the estimate."""
    body = Judgement(_named(e.about, known), e.degree.verdict, (), (), e.words, e.degree.range)
    made = proposal(at, Form.JUDGEMENT, e.head, body, e.degree.id, reality=Reality.POSSIBLE, judged_at=e.verb)
    judges = e.judges or in_whose_view(doc, e.verb)
    made = judged_by(at, made, judges, args) if judges else made
    return _grounded(doc, made, e.verb, e.about.head)


def _judgement(doc: Document, at: Context, j: Told, args: Arguments, known: Known) -> Proposal | None:
    reality = at.commitment(j.verb or j.head).reality
    if j.verdict in _FORECASTS and _on_the_way(at, j.head):
        reality = Reality.ONGOING
    modal = reality not in _TOLD and _would(doc, j)
    if reality not in _TOLD and not modal and not (reality is Reality.DID_NOT_HAPPEN and j.turned):
        return None
    body = Judgement(_named(j.about, known), j.verdict, j.gainers, j.losers, j.words, None)
    real = Reality.HAPPENED if reality is Reality.DID_NOT_HAPPEN else reality
    real = Reality.POSSIBLE if j.verdict in _FORECASTS or modal else real
    made = proposal(at, Form.JUDGEMENT, j.head, body, j.wording.id, reality=real, judged_at=j.verb)
    if all(v.stance is Stance.ASKS for v in made.voices) or _open(doc, j.verb or j.head):
        return None  # who asks or demands does not judge
    made = made if j.judges is None else judged_by(at, made, j.judges, args)
    return _grounded(doc, made, j.verb or j.head, j.about.head)


def _would(doc: Document, j: Told) -> bool:
    """As in "would be a boon to", "may profit": what something would come to is judged, though it has not come."""
    verb = j.verb or j.head
    if not {k.lower for k in doc.kids(verb, "aux")} & _MODALS or any(k.lower in _IF for k in doc.kids(verb, "mark")):
        return False
    return j.turned or j.verdict in _WEIGHED or verb.lemma in COPULAS


def _on_the_way(at: Context, t: Token) -> bool:
    """Whether a word itself says that something is to come ("on the brink of"), and no modal leaves that open."""
    fired = {x.rule for x in at.commitment(t).trace}
    return "plan" in fired and not fired & {"may", "modal", "negated"}


def _open(doc: Document, t: Token) -> bool:
    """Whether it is left open or is what is denied: "whether the talks failed", "nobody thinks that they failed"."""
    teller = t if t.pos in VERBAL else next((up for up in doc.path_up(t) if up.pos in VERBAL), t)
    marks = (k for k in doc.kids(teller, "mark") if k.lower in {"whether", "if"})
    if any(doc.tokens[k.i - 1].lower != "as" for k in marks):  # "looks as if" is how somebody sees it
        return True
    return t.dep in {"ccomp", "xcomp"} and doc.head(t).pos in VERBAL and negated(doc, doc.head(t))


def _named(about: Matter, known: Known) -> About:
    """A talk or an event by its id, where the matter turns on its head word; always also in words."""
    found = known.get(about.head.start)
    if found is None:
        return About(text=about.text)
    if found.form is Form.TALK:
        return About(talk=found.id, text=about.text)
    return About(statement=found.id, text=about.text)


def _grounded(doc: Document, made: Proposal, *words: Token) -> Proposal:
    """The proposal with the reason and the condition that the text gives, as places in its trace."""
    grounds = [("reason", k) for w in dict.fromkeys(words) for k in _reasons(doc, w)]
    condition = condition_of(doc, words[0])
    if condition is not None:
        grounds.append(("condition", condition))
    extra = (Trace(Form.JUDGEMENT.value, rule, *_reach(doc, k)) for rule, k in grounds)
    return replace(made, trace=(*made.trace, *dict.fromkeys(extra)))


def _reasons(doc: Document, t: Token) -> Iterator[Token]:
    for k in doc.kids(t, "prep", "advcl", "advmod"):
        causal = k.lower in _CAUSES or (k.lower == "as" and any(o.lemma == "result" for o in doc.kids(k, "pobj")))
        if causal or any(m.lower in _CAUSING for m in doc.kids(k, "mark")):
            yield k


def _reach(doc: Document, t: Token) -> tuple[int, int]:
    inside = doc.subtree(t)
    return inside[0].start, inside[-1].end
