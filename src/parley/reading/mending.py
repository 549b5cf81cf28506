"""Mends attachments that the small parser gets wrong in a way that words alone can tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from parley.reading.commitment.signatures import Lexicon
from parley.reading.document import Document, Token
from parley.reading.mending_clauses import (
    doer_of_what_is_seen,
    done_according_to,
    outcome_of_what_is_told,
    said_in_passing,
    sides_after_a_time,
    told_of_the_second,
    told_past_a_noun,
)
from parley.reading.mending_joined import (
    accused_of_each,
    done_past_the_saying,
    or_so_said,
    said_and_did,
    says_and_vows,
    wanted_done,
)
from parley.reading.mending_names import day_before_a_subject, each_of_their_own, subject_after_a_day
from parley.reading.mending_participles import (
    gerund_taken_for_doer,
    participle_taken_for_verb,
    verb_taken_for_participle,
    way_taken_for_doer,
)
from parley.reading.mending_sayings import (
    according_at_the_end,
    clause_of_the_noun_before,
    said_between_commas,
)
from parley.reading.mending_tellers import saying_before_its_speaker, saying_taken_for_noun, told_to_somebody
from parley.reading.mending_verbs import (
    adjective_taken_for_verb,
    gerund_taken_for_adjective,
    only_verb,
    perfect_taken_for_having,
    verb_taken_for_adjective,
    verb_taken_for_noun,
)

_DONE_TO = frozenset({"on", "upon", "against", "to", "with", "at"})
_DESCRIBING = frozenset({
    "opposing", "warring", "competing", "conflicting", "neighbouring", "neighboring", "ruling", "leading", "remaining",
    "participating", "fighting", "feuding", "contending", "existing", "rivalling", "differing",
})  # fmt: skip


_ANYWHERE = frozenset({
    "parataxis", "acl", "appos", "ccomp", "compound", "nsubj", "conj", "relcl", "dep", "dobj", "pobj", "ROOT",
})  # fmt: skip
"""How a word of saying set in commas may hang."""
_Rule = Callable[[Document, Token, Lexicon], dict[int, Token]]


def mend(doc: Document, lexicon: Lexicon) -> Document:
    """The same document with some words hung where their verb's pattern says that they belong.

    Each rule sees what those before it have mended.
    """
    hanging = _by_dependency(doc)
    for deps, rule in _RULES:
        changed: dict[int, Token] = {}
        for i in sorted(i for dep in deps for i in hanging.get(dep, ())):
            changed.update(rule(doc, doc.tokens[i], lexicon))
        if changed:
            doc = doc.with_tokens(changed)
            hanging = _by_dependency(doc)
    return doc


def _by_dependency(doc: Document) -> dict[str, list[int]]:
    """The numbers of the tokens that hang by each dependency."""
    out: dict[str, list[int]] = {}
    for t in doc.tokens:
        out.setdefault(t.dep, []).append(t.i)
    return out


def _gerund_of_accusation(doc: Document, t: Token, lexicon: Lexicon) -> dict[int, Token]:
    """As in "accused by Afghan leaders of harbouring": the gerund belongs to the accusing, not to the leaders."""
    if t.dep != "prep" or t.lower not in {"of", "for"} or not doc.kids(t, "pcomp"):
        return {}
    noun = doc.head(t)
    if noun.pos not in {"NOUN", "PROPN"}:
        return {}
    while noun.dep == "conj" and doc.head(noun).pos in {"NOUN", "PROPN"}:
        noun = doc.head(noun)
    up = doc.head(noun)
    if up.dep == "conj" and up.tag in {"VBN", "VBD"} and up.i == noun.i - 1 and noun.dep == "dobj":
        return _accused_beside(doc, t, noun, up, lexicon)
    accused = [o for o in doc.kids(up, "dobj") if o.i < noun.i] if noun.dep == "conj" and t.lower == "of" else []
    if accused and lexicon.tells(up.lemma, "of"):
        return {t.i: replace(t, head=up.i), noun.i: replace(noun, head=accused[-1].i)}  # "accused X and Y of killing"
    verb = doc.head(up) if noun.dep == "pobj" and up.dep in {"agent", "prep"} else up
    takes = lexicon.tells(verb.lemma, t.lower)
    belongs = takes and verb.pos == "VERB" and noun.dep in {"dobj", "pobj", "nsubjpass"}
    return {t.i: replace(t, head=verb.i)} if belongs else {}


def _accused_beside(doc: Document, t: Token, noun: Token, participle: Token, lexicon: Lexicon) -> dict[int, Token]:
    """As in "accused the army and *allied* militias of killing": the participle describes, and accuses nobody."""
    verb = doc.head(participle)
    accused = [o for o in doc.kids(verb, "dobj") if o.i < participle.i]
    if not accused or not lexicon.tells(verb.lemma, "of"):
        return {}
    return {
        t.i: replace(t, head=verb.i),
        noun.i: replace(noun, head=accused[-1].i, dep="conj"),
        participle.i: replace(participle, head=noun.i, dep="amod", pos="ADJ"),
    }


def _name_before_comma(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "Professor Muni, expert at the university": the name is the head, and the expert set beside it."""
    noun = doc.head(t)
    if t.tag != "NNP" or t.dep not in {"nmod", "compound"} or noun.pos != "NOUN" or noun.i < t.i + 2:
        return {}
    if doc.tokens[t.i + 1].text != "," or any(k.text == "," for k in doc.tokens[t.i + 2 : noun.i]):
        return {}
    return {
        t.i: replace(t, head=noun.head if noun.head != noun.i else t.i, dep=noun.dep),
        noun.i: replace(noun, head=t.i, dep="appos"),
        **{k.i: replace(k, head=t.i, dep="compound") for k in doc.kids(noun, "nmod", "compound") if k.i < t.i},
    }


def _past_the_doer(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "the attack by Norway on Sweden": what follows the doer's name belongs to the doing."""
    name = doc.head(t)
    by = doc.head(name)
    if t.dep != "prep" or t.lower not in _DONE_TO or t.i < name.i or name.dep != "pobj" or by.lower != "by":
        return {}
    doing = doc.head(by)
    return {t.i: replace(t, head=doing.i)} if name.pos == "PROPN" and doing.pos in {"NOUN", "VERB"} else {}


def _own_clause(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "Norway has left; Sweden said that …": what stands before the semicolon is not what Sweden said.

    Where a second clause stands before the verb of saying, both may be its content, and nothing is changed.
    """
    up = doc.head(t)
    if t.dep not in {"ccomp", "parataxis"} or up.i < t.i or up.head != up.i:
        return {}
    ends = [k.i for k in doc.kids(up, "punct") if k.text == ";" and t.i < k.i < up.i]
    after = [k for k in doc.kids(up) if ends and ends[-1] < k.i < up.i]
    subject = any(k.dep in {"nsubj", "nsubjpass"} for k in after)
    return {t.i: replace(t, head=t.i, dep="ROOT")} if subject and not any(k.dep == "ccomp" for k in after) else {}


def _said_of_it(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "although it is alleged that X did, …": X's doing is what is alleged, not the main clause."""
    if t.dep != "advcl" or not any(k.lower == "it" for k in doc.kids(t, "nsubjpass")) or doc.kids(t, "ccomp"):
        return {}
    told = doc.head(t)
    that = [k for k in doc.kids(told, "mark") if k.lower == "that" and k.i > t.i]
    if not that or told.dep not in {"ccomp", "advcl"} or told.head == told.i:
        return {}
    return {t.i: replace(t, head=told.head), told.i: replace(told, head=t.i, dep="ccomp")}


def _said_when(doc: Document, t: Token, lexicon: Lexicon) -> dict[int, Token]:
    """As in "said when he left that X did": X's doing is what is said, not what is left."""
    when = doc.head(t)
    if t.dep != "ccomp" or when.dep != "advcl" or t.i < when.i:
        return {}
    said = doc.head(when)
    if said.i > when.i or doc.kids(said, "ccomp") or not any(k.lower == "that" for k in doc.kids(t, "mark")):
        return {}
    clause = [lexicon.tells(v.lemma, "clause") for v in (when, said)]
    return {t.i: replace(t, head=said.i)} if clause == [False, True] else {}


def _named_body(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "The militant organisation Hamas has announced": that is the sentence's verb, no relative clause."""
    noun = doc.head(t)
    if t.dep != "relcl" or noun.dep != "ROOT" or noun.pos != "NOUN" or t.tag not in {"VBD", "VBZ", "VBP", "VBN"}:
        return {}
    subjects = doc.kids(t, "nsubj", "nsubjpass")
    if len(subjects) != 1 or subjects[0].pos != "PROPN" or noun.i + 1 != _first(doc, subjects[0]):
        return {}
    subject = subjects[0]
    return {
        t.i: replace(t, head=t.i, dep="ROOT"),
        noun.i: replace(noun, head=subject.i, dep="compound"),
        **{k.i: replace(k, head=t.i) for k in doc.kids(noun, "punct") if k.i > t.i},
    }


def _subject_of_auxiliary(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "his troops had razed it", where the subject hangs on "had": it is the verb's."""
    aux = doc.head(t)
    verb = doc.head(aux)
    if aux.dep not in {"aux", "auxpass"} or verb.pos != "VERB" or not t.i < aux.i < verb.i:
        return {}
    passive = bool(doc.kids(verb, "auxpass"))
    return (
        {}
        if doc.kids(verb, "nsubj", "nsubjpass")
        else {t.i: replace(t, head=verb.i, dep="nsubjpass" if passive else "nsubj")}
    )


def _first(doc: Document, t: Token) -> int:
    return min(k.i for k in (t, *doc.kids(t, "compound")))


def _describing_participle(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "between opposing factions": the factions are meant, the participle only describes them."""
    if t.lower not in _DESCRIBING or t.dep not in {"pcomp", "amod", "acl"} or doc.head(t).pos != "ADP":
        return {}
    nouns = doc.kids(t, "dobj")
    if len(nouns) != 1 or nouns[0].i <= t.i or doc.kids(nouns[0], "det"):
        return {}
    noun = nouns[0]
    return {
        noun.i: replace(noun, head=t.head, dep="pobj"),
        t.i: replace(t, head=noun.i, dep="amod", pos="ADJ"),
    }


def _by_its_doer(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "denied allegations by Norway that": who is named after "by" did what the noun before it tells."""
    verb = doc.head(t)
    if t.lower != "by" or verb.pos != "VERB" or verb.dep == "acl" or not doc.kids(t, "pobj"):
        return {}
    named = doc.kids(t, "pobj")[0]
    noun = next((o for o in doc.kids(verb, "dobj") if o.pos == "NOUN" and t.i == o.i + 1), None)
    active = not doc.kids(verb, "nsubjpass", "auxpass")
    named_well = named.pos == "PROPN" or named.tag == "NNS"
    return {t.i: replace(t, head=noun.i)} if noun is not None and active and named_well else {}


def _called_for(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "called for the captives to be freed": what is called for is the content of the call, not its purpose."""
    asks = doc.head(t).lemma in {"call", "push", "press", "appeal", "ask", "plead", "lobby", "campaign"}
    named = asks and any(k.lower == "for" for k in doc.kids(t, "mark")) and doc.kids(t, "nsubj", "nsubjpass")
    return {t.i: replace(t, dep="ccomp")} if named else {}


def _thought_it_likely(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "thinks it unlikely that they will return": what is unlikely is that they will, and no "so that"."""
    adjective = doc.head(t)
    judged = adjective.pos == "ADJ" and any(k.lower == "it" for k in doc.kids(adjective, "nsubj"))
    that = any(k.lower == "that" for k in doc.kids(t, "mark")) and t.i > adjective.i
    degree = any(k.lower in {"so", "such", "too"} for k in doc.kids(adjective, "advmod"))
    return {t.i: replace(t, dep="ccomp")} if judged and that and not degree else {}


_RULES: tuple[tuple[frozenset[str], _Rule], ...] = (
    (frozenset({"amod"}), verb_taken_for_adjective),
    (frozenset({"amod"}), perfect_taken_for_having),
    (frozenset({"amod"}), only_verb),
    (frozenset({"amod"}), gerund_taken_for_adjective),
    (frozenset({"dobj"}), verb_taken_for_noun),
    (frozenset({"xcomp", "advcl"}), adjective_taken_for_verb),
    (frozenset({"pobj", "ROOT"}), saying_taken_for_noun),
    (frozenset({"acl", "relcl"}), told_to_somebody),
    (frozenset({"ROOT", "appos", "conj", "ccomp"}), saying_before_its_speaker),
    (frozenset({"nsubj", "nsubjpass"}), _subject_of_auxiliary),
    (frozenset({"prep"}), sides_after_a_time),
    (frozenset({"prep"}), _gerund_of_accusation),
    (frozenset({"prep"}), _past_the_doer),
    (frozenset({"prep"}), _by_its_doer),
    (frozenset({"pcomp", "amod", "acl"}), _describing_participle),
    (frozenset({"pcomp", "aux"}), gerund_taken_for_doer),
    (frozenset({"advcl"}), outcome_of_what_is_told),
    (frozenset({"advcl"}), doer_of_what_is_seen),
    (frozenset({"pobj"}), subject_after_a_day),
    (frozenset({"nsubj", "nsubjpass"}), day_before_a_subject),
    (frozenset({"conj"}), each_of_their_own),
    (frozenset({"conj"}), or_so_said),
    (frozenset({"conj"}), said_and_did),
    (frozenset({"conj"}), done_past_the_saying),
    (frozenset({"conj"}), says_and_vows),
    (frozenset({"conj"}), wanted_done),
    (frozenset({"conj"}), accused_of_each),
    (frozenset({"ccomp", "parataxis"}), _own_clause),
    (frozenset({"advcl"}), _said_of_it),
    (frozenset({"advcl"}), _called_for),
    (frozenset({"advcl"}), _thought_it_likely),
    (frozenset({"ccomp"}), _said_when),
    (frozenset({"relcl"}), _named_body),
    (frozenset({"relcl"}), told_past_a_noun),
    (frozenset({"ccomp"}), clause_of_the_noun_before),
    (frozenset({"prep"}), according_at_the_end),
    (
        frozenset(
            {"parataxis", "acl", "appos", "ccomp", "compound", "nsubj", "conj", "relcl", "dep", "dobj", "pobj", "ROOT"}
        ),
        said_between_commas,
    ),
    (frozenset({"parataxis"}), said_in_passing),
    (frozenset({"nmod", "compound"}), _name_before_comma),
    (frozenset({"agent"}), way_taken_for_doer),
    (frozenset({"acl"}), verb_taken_for_participle),
    (frozenset({"acl"}), done_according_to),
    (frozenset({"prep"}), told_of_the_second),
    (frozenset({"nsubj"}), participle_taken_for_verb),
)
