"""Reality and voices composed along the path from a predicate to its sentence's root."""

from __future__ import annotations

import pytest

from parley.reading.commitment.calculus import Commitment, commit
from parley.reading.commitment.signatures import lexicon
from parley.reading.pipeline import parse

REALITIES = [
    ("The rebels *attacked* the bridge.", "happened"),
    ("The rebels did not *attack* the bridge.", "did-not-happen"),
    ("The rebels failed to *attack* the bridge.", "did-not-happen"),
    ("The rebels did not fail to *attack* the bridge.", "happened"),
    ("The rebels refused to *release* the hostages.", "did-not-happen"),
    ("The army plans to *withdraw*.", "planned"),
    ("The army decided not to *withdraw*.", "did-not-happen"),
    ("The army may *withdraw*.", "possible"),
    ("The army tried to *capture* the port.", "possible"),
    ("The army managed to *capture* the port.", "happened"),
    ("If the rebels *leave* the town, talks will follow.", "possible"),
    ("The two sides will *meet* on Friday.", "planned"),
    ("The garrison had to *withdraw*.", "happened"),
    ("The garrison has to *withdraw*.", "possible"),
    ("The guards were able to *free* the hostages.", "happened"),
    ("The guards are able to *free* the hostages.", "possible"),
    ("Talks will resume when the rebels *leave* the town.", "planned"),
    ("Norway was the first country to *recognise* the republic.", "happened"),
    ("The rebels found a place to *attack*.", "possible"),
    ("The general attacked without *warning* the village.", "did-not-happen"),
    ("Instead of *bombing* the port, the army left.", "did-not-happen"),
    ("The army did not leave, nor did it *attack* the port.", "did-not-happen"),
    ("It is untrue that the guards *shot* the driver.", "did-not-happen"),
    ("The ministers postponed the *talks*.", "planned"),
    ("The ministers cancelled the *talks*.", "did-not-happen"),
    ("Attempts to *free* the hostages have failed.", "did-not-happen"),
    ("A botched attempt to *free* the hostages cost two lives.", "did-not-happen"),
    ("The army's bid to *retake* the town came to nothing.", "did-not-happen"),
    ("Attempts to *free* the hostages may fail.", "possible"),
    ("Attempts to *free* the hostages have not failed.", "possible"),
    ("Parliament voted not to *lift* the sanctions.", "did-not-happen"),
    ("Officials voiced fears that the army had *shelled* the town.", "possible"),
    ("The army undertook an *attack* on the port.", "happened"),
    ("Norway refused to rule out an *attack* on Sweden.", "possible"),
    ("Norway has not ruled out *attacking* Sweden.", "possible"),
    ("Far from *attacking* Sweden, Norway helped it.", "did-not-happen"),
    ("Norway was close to *attacking* Sweden.", "possible"),
    ("Norway is thought to have *attacked* Sweden.", "happened"),
    ("An *attack* by Norway is unlikely.", "possible"),
    ("An *attack* by Norway was deadly.", "happened"),
    ("Imagine that Norway *attacked* Sweden.", "possible"),
    ("Norway failed in its attempt to *attack* Sweden.", "did-not-happen"),
    ("The rebels were on the point of *shelling* the village.", "possible"),
    ("Denmark warned that Norway would *attack* Sweden.", "possible"),
    ("Denmark warned that its troops would *attack* Sweden.", "threatened"),
    ("The minister asked whether Norway had *attacked* Sweden.", "unknown"),
    ("The minister asked if Norway had *attacked* Sweden.", "unknown"),
    ("Did the rebels *attack* the bridge?", "unknown"),
    ("Why did the rebels *attack* the bridge?", "happened"),
    ("Had Norway *attacked*, Sweden would have fled.", "possible"),
    ("It is not true that Norway *attacked* Sweden.", "did-not-happen"),
    ("It is true that Norway *attacked* Sweden.", "happened"),
    ("The idea that Norway *attacked* Sweden is absurd.", "possible"),
    ("Norway all but *attacked* Sweden.", "did-not-happen"),
    ("India has not stoked an armed *revolt* in Pakistan.", "did-not-happen"),
    ("India has not fuelled an *attack* on Pakistan.", "did-not-happen"),
    ("Sudan demands the *withdrawal* of the troops.", "possible"),
    ("Sudan called for the *release* of the prisoners.", "possible"),
    ("Whatever is *alleged* about Norway, it attacked Sweden.", "unknown"),
    ("Norway, Sweden to *open* talks.", "planned"),
    ("Norway may have agreed to the *meeting* with Sweden.", "possible"),
    ("Norway and Sweden agreed on the *release* of prisoners.", "planned"),
    ("Norway and Sweden agreed on a *truce*.", "happened"),
    ("Norway and Sweden agreed on an agenda but not on the *release* of prisoners.", "did-not-happen"),
    ("Norway agreed to a *truce* but not to a withdrawal from Denmark.", "happened"),
    ("Norway criticised Sweden, but not its *attack* on Denmark.", "unknown"),
    ("It may be an *attack* by Norway on Sweden.", "possible"),
    ("Norway held talks with Sweden on the *release* of prisoners.", "possible"),
    ("Norway launched a war on Sweden for the *killing* of a priest.", "happened"),
    ("There could be an *attack* by Norway on Sweden.", "possible"),
    ("There will be a *meeting* of Norway and Sweden.", "planned"),
    ("There was a *raid* by Norway on Sweden.", "happened"),
    ("Hess has not said whether he will *return* to the town.", "unknown"),
    ("Hess has not said whether he will return to the town, which he *fled*.", "happened"),
    ("Norway said nothing about an *attack* on Sweden.", "unknown"),
    ("Norway did nothing about an *attack* on Sweden.", "happened"),
    ("Norway said nothing about the *attack* on Sweden.", "happened"),
    ("Denmark cares little about an *attack* on Sweden.", "happened"),
    ("Whether Norway *attacked* Sweden is unknown.", "unknown"),
    ("The court denied a request to *free* the men.", "possible"),
    ("The court denied the *request*.", "happened"),
    ("The king would like to see the town *freed*.", "possible"),
    ("The king wants a government that *respects* him.", "possible"),
    ("The king has the government that *respects* him.", "ongoing"),
    ("The army is too weak to *attack* the port.", "did-not-happen"),
    ("The army will rest before *attacking* the port.", "planned"),
    ("The army rested before *attacking* the port.", "happened"),
    ("The army will leave the town, *taking* its guns.", "planned"),
    ("The army left the town, *taking* its guns.", "happened"),
    ("There are no plans to *attack* the port.", "did-not-happen"),
    ("Norway wants peace, Sweden *wants* war.", "ongoing"),
    ("Do not hesitate to *call* the guards.", "possible"),
    ("Norway bade every man *take* up arms.", "planned"),
    ("Norway would have Sweden *shell* the town.", "possible"),
    ("Norway saw Sweden *shell* the town.", "happened"),
    ("Norway did *shell* the town.", "happened"),
    ("Envoys from Norway *float* a truce that would last.", "ongoing"),
    ("Norway went on television to *recognise* the republic.", "happened"),
    ("The vote empowered Norway to *invade* the island.", "planned"),
    ("Norway moved to *cancel* the deal.", "possible"),
    ("Norway moved the council to *cancel* the deal.", "happened"),
    ("Both sides committed themselves to *releasing* the men.", "planned"),
    ("Norway hinted at *reducing* its aid.", "possible"),
    ("The town will be fed, provided the rebels *quit* it.", "possible"),
    ("Norway will not harm him so long as Sweden *stops* its planes.", "possible"),
    ("Ministers *meet* in Oslo on Thursday.", "planned"),
    ("Ministers *meet* in Oslo every Thursday.", "ongoing"),
    ("Ministers *met* in Oslo on Thursday.", "happened"),
    ("Not one soldier had *crossed* the line.", "did-not-happen"),
    ("One soldier had *crossed* the line.", "happened"),
    ("Norway wants two thirds of the aid *withheld*.", "possible"),
]

VOICES = [
    ("The rebels *attacked* the bridge.", []),
    ("The governor said rebels *attacked* the bridge.", [("asserts", "governor")]),
    ("The ministry denied that its planes *bombed* the camp.", [("denies", "ministry")]),
    ("The army admitted that it had *shelled* the school.", [("admits", "army")]),
    ("The army apologised for *shelling* the school.", [("admits", "army")]),
    ("According to the governor, rebels *attacked* the bridge.", [("asserts", "governor")]),
    ("The rebels allegedly *attacked* the bridge.", [("alleges", "")]),
    ("The envoy is confident that the rebels *withdrew*.", [("asserts", "envoy")]),
    ("The envoy urged the rebels to *release* the hostages.", [("asks", "envoy")]),
    ("The army did not confirm that rebels *attacked* the bridge.", [("doubts", "army")]),
    ("Norway is posturing as a friend of Sweden, *supporting* peace.", [("asserts", "Norway")]),
    ("Norway presented itself as a friend, *supporting* peace.", [("asserts", "Norway")]),
    ("Norway *attacked* Sweden, according to Danish claims.", [("asserts", "Danish")]),
    (
        "The report rejected Danish claims that Norway *attacked* Sweden.",
        [("asserts", "Danish"), ("denies", "report")],
    ),
    ("The report rejected claims that Norway *attacked* Sweden.", [("asserts", ""), ("denies", "report")]),
    ("Police studied claims that Norway *attacked* Sweden.", [("asserts", "")]),
    ("The court denied a request to *free* the men.", [("asks", "")]),
    ("As the minister told reporters, Norway *attacked* Sweden.", [("asserts", "minister")]),
    ("As you know, Norway *attacked* Sweden.", []),
    ("The minister refused to confirm that Norway *attacked* Sweden.", [("doubts", "minister")]),
    ("Few believe that Norway *attacked* Sweden.", [("doubts", "Few")]),
    ("The state, which denied that it *attacked* Sweden, is small.", [("denies", "state")]),
    ("Norway said that Sweden would leave, a remark that Denmark *deplored*.", []),
    ("Reuters has Hess *tearing* up the treaty.", [("asserts", "Reuters")]),
    ("Rumour has it that Hess had *left*.", [("asserts", "")]),
    ("The army has troops *shelling* the town.", []),
    ("Norway fumed that Sweden had *shelled* the port.", [("asserts", "Norway")]),
    ("The union said the ministry denied that police *beat* the men.", [("denies", "ministry"), ("asserts", "union")]),
]


def made(marked: str) -> Commitment:
    """What the starred word is committed to."""
    doc = parse(marked.replace("*", ""))
    return commit(doc, next(t for t in doc.tokens if t.start == marked.index("*")), lexicon())


@pytest.mark.parametrize(("marked", "reality"), REALITIES)
def test_reality(marked: str, reality: str) -> None:
    """Embedding words compose to the reality that the report presents."""
    assert made(marked).reality.value == reality


@pytest.mark.parametrize(("marked", "voices"), VOICES)
def test_voices(marked: str, voices: list[tuple[str, str]]) -> None:
    """Voices are heard innermost first, each with its stance and the word for who speaks."""
    heard = [(c.stance.value, c.speakers[0].text if c.speakers else "") for c in made(marked).cues]
    assert heard == voices


@pytest.mark.parametrize(
    "marked",
    [
        "The militia warned that it would *shell* the port.",
        "The militia threatened to *shell* the port.",
    ],
)
def test_what_is_threatened_is_no_plan(marked: str) -> None:
    """A warning of what the speaker would do is a threat, whatever its grammar."""
    assert made(marked).reality.value == "threatened"


def test_a_warning_of_what_was_done_is_a_claim() -> None:
    """Only content that is still to come is threatened."""
    assert made("The agency warned that the militia had *shelled* the port.").reality.value == "happened"


def test_a_plan_does_not_reach_what_it_is_about() -> None:
    """A noun that the content is merely about keeps its own reality."""
    assert made("The army plans to answer the *attack*.").reality.value == "happened"


def test_every_step_is_traced() -> None:
    """The trace names each word that set voice or reality, with its place."""
    traces = made("The governor said the rebels failed to *attack* the bridge.").trace
    assert [t.rule for t in traces] == ["fail", "say"]
