"""The default reader: what it keeps whatever the text, and what whoever asks can rely on."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.joining import join
from parley.reading.coding.rows import EntryError
from parley.reading.english import default
from parley.samples import folder
from parley.terms.entry import ActorEntry
from parley.terms.enums import ActorType, How, ReportState
from parley.terms.layers import GivenMention, Reading
from parley.terms.overlay import Overlay
from parley.terms.ports import Asked
from parley.terms.report import Report, report_of

NEWS = {
    "first": "Norway and Sweden held talks in Geneva on 4 March 2020. Finland said that Sweden had bombed Norway.",
    "second": "Envoys of Norway met Sweden's foreign minister in Geneva on March 4. Sweden denied bombing Norway.",
    "third": "Norway distrusts Sweden. Danish troops have attacked Swedish posts, Oslo says. Sweden rejects a truce.",
}
ODD = {
    "nothing": "",
    "line ends only": "\n\n\r\n\n",
    "spaces only": "   \t \u2028\u2029\x0b\x0c\u00a0",
    "emoji": "🔥 Norway met Sweden 🤝 in Geneva 👩‍👩‍👧. 💥💥",
    "right to left": "שלום Norway met Sweden \u202eabc\u202c المفاوضات.",
    "zero width": "Nor\u200bway m\u200det Swe\u00adden\ufeff in Gen\u2060eva.",
    "half a character": "Norway \ud800 met Sweden \udfff.",
    "null and control": "Norway\x00 met \x1bSweden.",
    "combining": "No\u0308rway me\u0301t Sweden.",
    "carriage returns": "Norway met Sweden.\r\n\r\nNorway attacked Sweden.\r\n",
    "no punctuation": "Norway met Sweden " * 300,
    "one very long line": "Norway, " * 1000,
    "one very long word": "a" * 20_000,
    "ten thousand times a word": "word " * 10_000,
    "dots only": "." * 3000,
    "quotation marks only": '"' * 501 + "Norway met Sweden",
    "brackets": "(" * 300 + "Norway met Sweden" + ")" * 300,
}
PIECES = st.sampled_from([
    "Norway", "Sweden", "the rebels", "met", "attacked", "denied that", "said", "its army", "both sides", "in Oslo",
    "on 4 March 2020", ".", ". ", ",", ";", ":", '"', "“", "”", "(", ")", "\n", "\n\n", " ", "\u200b", "\u202e", "🤝",
    "é", "\ufeff", "\t", "-", "’s", "not", "if", "talks", "Anna Hess", "President", "NATO", "\ud800", "0", "%", "\r\n",
])  # fmt: skip


def _report(id_: str, text: str) -> Report:
    return report_of(text, id=id_, published="2020-04-01")


def _asked() -> list[Asked]:
    return [Asked(_report(i, t), layers=True) for i, t in NEWS.items()]


@cache
def _odd_readings() -> dict[str, Reading]:
    return {i: default().read(_report(i, t)) for i, t in ODD.items()}


def _spans_hold(reading: Reading) -> None:
    text = reading.report.text or ""
    for p in reading.proposals:
        assert p.quote == text[p.start : p.end]
        assert p.start <= p.head.start < p.head.end <= p.end
        assert all(v.quote is None or v.quote == text[v.start : v.end] for v in p.voices)
    spans = [(m.start, m.end) for m in reading.mentions]
    spans += [(m.start, m.end) for m in reading.predicates]
    spans += [(m.start, m.end) for m in reading.dates]
    spans += [(m.start, m.end) for m in reading.places]
    assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize("name", ODD)
def test_odd_text_is_read(name: str) -> None:
    """No text breaks a stage, and every quote is the text's own."""
    reading = _odd_readings()[name]
    assert reading.report.text == ODD[name]
    assert not reading.warnings
    _spans_hold(reading)


@pytest.mark.parametrize("name", ["right to left", "zero width", "carriage returns", "no punctuation"])
def test_odd_characters_hide_nothing(name: str) -> None:
    """Marks that show nothing do not keep an actor or an act from being found."""
    reading = _odd_readings()[name]
    assert {"norway", "sweden"} <= {m.actor for m in reading.mentions}
    assert reading.proposals


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=12).map("".join))
def test_any_text_is_read_without_a_warning(spaced: str, glued: str) -> None:
    """Whatever words and marks come together, no stage fails and every span lies in the text."""
    for reading in default().read_all([Asked(_report("a", spaced)), Asked(_report("b", glued))]):
        assert not reading.warnings
        _spans_hold(reading)


@pytest.mark.parametrize("name", sorted(p.name for p in folder().glob("*.txt")))
def test_quotes_of_the_samples_are_verbatim(name: str) -> None:
    """On whole reports too, each quote is the text between its offsets, and its head lies inside it."""
    reading = default().read(_report(name, (folder() / name).read_text(encoding="utf-8")))
    assert reading.proposals
    _spans_hold(reading)


def test_a_batch_reads_as_one_by_one() -> None:
    """Reading many together gives what reading each alone gives, in the order asked."""
    together = list(default().read_all(_asked()))
    assert together == [default().read(a.report) for a in _asked()]
    assert [r.report.id for r in together] == list(NEWS)


def test_ids_are_a_function_of_what_is_read() -> None:
    """Another reader object finds the same ids; under another report's id they are others; no id comes twice."""
    one, again = default(), replace(default())
    first = [p.id for p in one.read(_report("first", NEWS["first"])).proposals]
    assert first == [p.id for p in again.read(_report("first", NEWS["first"])).proposals]
    assert not set(first) & {p.id for p in one.read(_report("other", NEWS["first"])).proposals}
    assert len(first) == len(set(first)) > 0


def test_statements_do_not_depend_on_the_order_of_reports() -> None:
    """Whichever report is read first, joining gives the same statements and talks."""
    outcomes = set()
    for order in permutations(_asked()):
        read = list(default().read_all(order))
        joined = join(
            [p for r in read for p in r.proposals],
            [r.report for r in read],
            [a for r in read for a in r.actors],
            [a for r in read for a in r.affiliations],
        )
        outcomes.add((tuple(sorted(map(repr, joined.statements))), tuple(sorted(map(repr, joined.talks)))))
    assert len(outcomes) == 1
    assert outcomes.pop()[0]


@pytest.mark.parametrize("actor", ["finland", "somebody-of-my-own"])
def test_mentions_given_by_the_asker_are_taken(actor: str) -> None:
    """A stretch that the asker says names an actor names it, whatever the gazetteer would say."""
    text = "Norway accused Sweden of attacking Oslo's envoys."
    (reading,) = default().read_all([Asked(_report("r", text), (GivenMention(0, 6, actor),), layers=True)])
    at = {(m.start, m.end): m.actor for m in reading.mentions}
    assert at[0, 6] == actor
    assert actor in {a.id for a in reading.actors}
    assert any(actor in getattr(p.body, "actors", ()) for p in reading.proposals)
    assert default().read(_report("r", text), (GivenMention(0, 6, actor),)) == reading


def test_mentions_given_outside_the_text_harm_nothing() -> None:
    """A mention that lies beyond the text names nothing and breaks nothing."""
    reading = default().read(_report("r", "Norway met Sweden."), (GivenMention(400, 410, "finland"),))
    assert "finland" not in {m.actor for m in reading.mentions}
    assert not reading.warnings


@pytest.mark.parametrize("state", [ReportState.UNREAD, ReportState.WITHDRAWN])
def test_a_report_that_is_not_to_be_read_is_not(state: ReportState) -> None:
    """A report marked unread or withdrawn yields its own line and nothing else, alone and in a batch."""
    report = replace(_report("r", NEWS["first"]), state=state)
    assert default().read(report) == Reading(report)
    (reading,) = default().read_all([Asked(report)])
    assert (reading.proposals, reading.mentions, reading.actors) == ((), (), ())


def test_nothing_asked_is_nothing_read() -> None:
    """An empty batch is no error."""
    assert list(default().read_all([])) == []


def test_it_reads_english_and_what_is_too_short_to_tell() -> None:
    """Other languages are left to other readers."""
    assert [default().reads(language) for language in ("en", None, "fr", "fa")] == [True, True, False, False]


def test_its_hash_tells_what_it_reads_by() -> None:
    """The same codebook and gazetteer have one hash; an actor more gives another."""
    more = ActorEntry("orlan", "Orlan", ActorType.STATE, demonyms=("Orlander",))
    assert default().info == default().info
    own, other = (Overlay("own.toml", f'[[entry]]\nid = "{i}"\noff = true\n') for i in ("shell", "attack"))
    hashes = {default(actors=(more,)).info.codebook, default().info.codebook}
    hashes |= {default(codebook=laid).info.codebook for laid in ((own,), (other,), (own, other))}
    assert len(hashes) == 5


def test_entries_of_the_user_are_read_by() -> None:
    """An entry that is switched off codes nothing, and only for the reader that was told so."""
    own = Overlay("own.toml", '[[entry]]\nid = "shell"\noff = true\n')
    report = _report("r", "Norway shelled Sweden.")
    assert default().read(report).proposals
    assert not default(codebook=(own,)).read(report).proposals
    assert default().read(report).proposals


def test_an_entry_that_cannot_be_used_stops_the_reader() -> None:
    """It is refused before any report is read."""
    with pytest.raises(EntryError, match="'x'"):
        default(codebook=(Overlay("own.toml", '[[tie]]\nid = "x"\n'),))


def test_actors_of_the_user_are_known_by_all_their_names() -> None:
    """A state of the user's own is found by name, by its people's name and by its seat."""
    orlan = ActorEntry("orlan", "Orlan", ActorType.STATE, sector="GOV", demonyms=("Orlander",), seats=("Mirpol",))
    reading = default(actors=(orlan,)).read(_report("r", "Orlan met Norway. Orlander troops left. Mirpol denied it."))
    assert {m.how for m in reading.mentions if m.actor == "orlan"} >= {How.NAME, How.METONYMY}
    assert sum(m.actor == "orlan" for m in reading.mentions) >= 3
