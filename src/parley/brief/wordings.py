"""The words for each act, tie, stance and verdict: one table, read by `parley.brief.phrases`."""

from __future__ import annotations

from dataclasses import dataclass

from parley.brief.verbs import Modal
from parley.terms.enums import Outcome, PositionStance, Relation, Root, Stance, Status, Verdict


@dataclass(frozen=True, slots=True)
class Wording:
    """How an act is told: `past` and `base` verb, `noun` that a told object replaces, prepositions, what follows.

    With `noun`: verb, noun or object, `to` recipients, `tail`. Without: verb, `to` recipients, `tail`, `of` object.
    An empty `of` says that the object is what the act is done to: it stands in for recipients, or beside them.
    `alone` is the (past, base) pair used where no recipient is known, `mutual` where several did it to one another.
    """

    past: str
    base: str
    to: str = ""
    of: str = "over"
    noun: str = ""
    tail: str = ""
    alone: tuple[str, str] | None = None
    mutual: tuple[str, str] | None = None


SIGNED = Wording("signed or endorsed", "sign or endorse", "", of="")
"""Support for a paper: PLOVER has one code for a signature and for words of support."""
FOUGHT_OFF = Wording("fought off", "fight off", "", of="")
"""What is attacked is an attack."""
HALTED = Wording("halted", "halt", "against", noun="attacks")
"""What is ceased is an attack, and no truce that fire is ceased under."""
FREED = Wording("released", "release", "", of="")
"""Captives are released; where they are handed over, it is to somebody."""
LEFT = Wording("withdrew", "withdraw", "from", noun="forces")
"""What is withdrawn are forces; a place is withdrawn from."""
_CRITICISED = ("voiced criticism", "voice criticism")
_ATTACKED = ("carried out an attack", "carry out an attack")
_FOUGHT = ("fought each other", "fight each other")
_ACCUSED_EACH_OTHER = ("accused each other", "accuse each other")
_THREATS = ("made threats", "make threats")

ACTS: dict[tuple[Root, str | None], Wording] = {
    (Root.AGREE, None): Wording(
        "made an offer or promise", "make an offer or promise", "to", "on", mutual=("agreed", "agree")
    ),
    (Root.CONSULT, None): Wording("held talks", "hold talks", "with", "on"),
    (Root.CONSULT, "visit"): Wording("paid a visit", "pay a visit", "to", of=""),
    (Root.CONSULT, "third-party"): Wording("mediated or hosted talks", "mediate or host talks", "between", "on"),
    (Root.CONSULT, "multilateral"): Wording("held multilateral talks", "hold multilateral talks", "with", "on"),
    (Root.CONSULT, "phone"): Wording("spoke remotely", "speak remotely", "with", "about"),
    (Root.SUPPORT, None): Wording("voiced support", "voice support", "for", of=""),
    (Root.CONCEDE, None): Wording(
        "made a concession", "make a concession", "to", "on", mutual=("made concessions", "make concessions")
    ),
    (Root.COOPERATE, None): Wording("cooperated", "cooperate", "with", "on"),
    (Root.AID, None): Wording("gave", "give", "to", noun="aid"),
    (Root.RETREAT, None): Wording("pulled back", "pull back", "before", "on"),
    (Root.RETREAT, "withdraw"): LEFT,
    (Root.RETREAT, "release"): Wording("released", "release", "to", noun="captives"),
    (Root.RETREAT, "disarm"): Wording("gave up", "give up", "to", noun="arms"),
    (Root.RETREAT, "ceasefire"): Wording("ceased fire", "cease fire", "with", "under"),
    (Root.RETREAT, "access"): Wording("gave access", "give access", "to", "for"),
    (Root.RETREAT, "resign"): Wording("resigned", "resign", "before"),
    (Root.REQUEST, None): Wording("made a request", "make a request", "to", "for"),
    (Root.REQUEST, "assist"): Wording("asked for", "ask for", "from", noun="help"),
    (Root.REQUEST, "change"): Wording("demanded", "demand", "from", noun="change"),
    (Root.REQUEST, "yield"): Wording("demanded", "demand", "from", noun="a concession"),
    (Root.REQUEST, "meet"): Wording("asked for talks", "ask for talks", "with", "on"),
    (Root.ACCUSE, None): Wording(
        "accused", "accuse", alone=("made accusations", "make accusations"), mutual=_ACCUSED_EACH_OTHER
    ),
    (Root.ACCUSE, "disapprove"): Wording("criticised", "criticise", alone=_CRITICISED),
    (Root.ACCUSE, "investigate"): Wording("investigated", "investigate"),
    (Root.ACCUSE, "allege"): Wording(
        "accused", "accuse", alone=("made accusations", "make accusations"), mutual=_ACCUSED_EACH_OTHER
    ),
    (Root.REJECT, None): Wording("turned down", "turn down", "from", noun="a proposal"),
    (Root.REJECT, "assist"): Wording("refused help", "refuse help", "to", "with"),
    (Root.REJECT, "change"): Wording("refused", "refuse", "to", noun="change"),
    (Root.REJECT, "yield"): Wording("refused to yield", "refuse to yield", "to", "on"),
    (Root.REJECT, "meet"): Wording("refused talks", "refuse talks", "with", "on"),
    (Root.THREATEN, None): Wording("threatened", "threaten", alone=_THREATS),
    (Root.THREATEN, "restrict"): Wording("threatened", "threaten", tail="with restrictions"),
    (Root.THREATEN, "arrest"): Wording("threatened", "threaten", tail="with arrest"),
    (Root.THREATEN, "relations"): Wording("threatened", "threaten", tail="with breaking off relations"),
    (Root.THREATEN, "expel"): Wording("threatened", "threaten", tail="with expulsion"),
    (Root.THREATEN, "territory"): Wording("threatened", "threaten", tail="with taking territory"),
    (Root.THREATEN, "violence"): Wording("threatened", "threaten", tail="with violence"),
    (Root.PROTEST, None): Wording("protested", "protest", "against"),
    (Root.PROTEST, "demo"): Wording("demonstrated", "demonstrate", "against"),
    (Root.PROTEST, "riot"): Wording("rioted", "riot", "against"),
    (Root.PROTEST, "strike"): Wording("went on strike", "go on strike", "against"),
    (Root.PROTEST, "hunger"): Wording("went on hunger strike", "go on hunger strike", "against"),
    (Root.PROTEST, "boycott"): Wording("boycotted", "boycott", alone=("staged a boycott", "stage a boycott")),
    (Root.PROTEST, "obstruct"): Wording("put up blockades", "put up blockades", "against"),
    (Root.PROTEST, "vandalize"): Wording("damaged", "damage", "of", noun="property"),
    (Root.SANCTION, None): Wording("cut back relations", "cut back relations", "with", of=""),
    (Root.SANCTION, "convict"): Wording("convicted", "convict", of="of"),
    (Root.SANCTION, "expel"): Wording("expelled", "expel", of=""),
    (Root.SANCTION, "withdraw"): Wording("withdrew from dealings", "withdraw from dealings", "with", of=""),
    (Root.SANCTION, "discontinue"): Wording("imposed sanctions", "impose sanctions", "on", of=""),
    (Root.MOBILIZE, None): Wording("readied", "ready", "against", noun="forces"),
    (Root.MOBILIZE, "troops"): Wording("moved", "move", "towards", noun="troops"),
    (Root.MOBILIZE, "weapons"): Wording("deployed", "deploy", "against", noun="weapons"),
    (Root.MOBILIZE, "police"): Wording("deployed", "deploy", "against", noun="police"),
    (Root.MOBILIZE, "militia"): Wording("raised", "raise", "against", noun="militias"),
    (Root.COERCE, None): Wording("coerced", "coerce", alone=("used coercion", "use coercion"), of=""),
    (Root.COERCE, "seize"): Wording("seized", "seize", "from", noun="property"),
    (Root.COERCE, "restrict"): Wording("put restrictions", "put restrictions", "on", of=""),
    (Root.COERCE, "censor"): Wording("censored", "censor", alone=("imposed censorship", "impose censorship"), of=""),
    (Root.COERCE, "curfew"): Wording("imposed a curfew", "impose a curfew", "on", of=""),
    (Root.COERCE, "martial-law"): Wording("imposed martial law", "impose martial law", "on", of=""),
    (Root.COERCE, "arrest"): Wording("arrested", "arrest", alone=("made arrests", "make arrests"), of=""),
    (Root.COERCE, "deport"): Wording(
        "deported", "deport", alone=("carried out deportations", "carry out deportations")
    ),
    (Root.COERCE, "withhold"): Wording("withheld", "withhold", "from", noun="goods"),
    (Root.COERCE, "misinformation"): Wording("spread false information", "spread false information", "about", of=""),
    (Root.COERCE, "cyber"): Wording("carried out a cyber operation", "carry out a cyber operation", "against", of=""),
    (Root.ASSAULT, None): Wording("attacked", "attack", alone=_ATTACKED, mutual=_FOUGHT, of=""),
    (Root.ASSAULT, "abduct"): Wording("abducted", "abduct", alone=("took captives", "take captives"), of=""),
    (Root.ASSAULT, "beat"): Wording("beat", "beat", alone=("carried out beatings", "carry out beatings"), of=""),
    (Root.ASSAULT, "torture"): Wording("tortured", "torture", alone=("used torture", "use torture"), of=""),
    (Root.ASSAULT, "sexual"): Wording("used sexual violence", "use sexual violence", "against", of=""),
    (Root.ASSAULT, "targeted"): Wording("made a targeted attack", "make a targeted attack", "on", of=""),
    (Root.ASSAULT, "destroy"): Wording("destroyed", "destroy", "of", noun="property"),
    (Root.ASSAULT, "primitive"): Wording("attacked", "attack", tail="with crude weapons", alone=_ATTACKED, of=""),
    (Root.ASSAULT, "firearms"): Wording("fired", "fire", "on", mutual=("exchanged fire", "exchange fire"), of=""),
    (Root.ASSAULT, "explosives"): Wording("carried out a bombing", "carry out a bombing", "against", of=""),
    (Root.ASSAULT, "suicide-attack"): Wording(
        "carried out a suicide attack", "carry out a suicide attack", "against", of=""
    ),
    (Root.ASSAULT, "aerial"): Wording("carried out air strikes", "carry out air strikes", "on", of=""),
    (Root.ASSAULT, "drone"): Wording("carried out drone strikes", "carry out drone strikes", "on", of=""),
    (Root.ASSAULT, "heavy-weapons"): Wording(
        "shelled", "shell", alone=("used heavy weapons", "use heavy weapons"), of=""
    ),
    (Root.ASSAULT, "crowd-control"): Wording("used force on crowds", "use force on crowds", "of", of=""),
    (Root.ASSAULT, "unconventional"): Wording(
        "used unconventional weapons", "use unconventional weapons", "against", of=""
    ),
}

OTHER_TO: dict[str, str] = {
    "flee": "to", "escape": "to", "go into exile": "in", "go into hiding": "in", "defect": "to", "return": "to",
    "come back": "to", "fall": "to", "collapse": "before", "vote": "for", "campaign": "for", "interfere": "in",
    "meddle": "in", "intervene": "in", "win the election": "over", "win": "over", "triumph": "over",
    "prevail": "over", "seize power": "from", "take power": "from", "declare": "from", "proclaim": "from",
    "form": "with", "found": "with", "set up": "with", "create": "with", "establish": "with", "lose": "to",
    "suffer": "from", "shuttle": "to", "remain": "with", "remain in": "with", "announce": "to",
}  # fmt: skip
"""The preposition before the recipient of an act without a code; a verb that is not here takes it as its object."""

OTHER_NOUNS: dict[str, Wording] = {
    "takeover": Wording("took over", "take over", of=""),
    "power grab": Wording("seized power", "seize power", "from", of="in"),
    "coup": Wording("staged a coup", "stage a coup", "against", of="in"),
    "putsch": Wording("staged a putsch", "stage a putsch", "against", of="in"),
    "downfall": Wording("fell", "fall", "to", of=""),
    "exile": Wording("went into exile", "go into exile", "in", of=""),
    "flight into exile": Wording("fled into exile", "flee into exile", "in", of=""),
    "defection": Wording("defected", "defect", "to", of="from"),
    "exodus": Wording("fled", "flee", "to", of=""),
    "victory": Wording("won a victory", "win a victory", "over", of="in"),
    "electoral victory": Wording("won an election", "win an election", "over", of="in"),
    "inauguration": Wording("was inaugurated", "be inaugurated", "as", of="as"),
    "appointment": Wording("appointed", "appoint", alone=("made an appointment", "make an appointment"), of="as"),
    "nomination": Wording("nominated", "nominate", alone=("made a nomination", "make a nomination"), of="as"),
    "interference": Wording("interfered", "interfere", "in", of="in"),
    "meddling": Wording("meddled", "meddle", "in", of="in"),
    "intervention": Wording("intervened", "intervene", "in", of="in"),
    "subversion": Wording("practised subversion", "practise subversion", "against", of="in"),
    "secession": Wording("seceded", "secede", "from", of="from"),
    "declaration of independence": Wording("declared independence", "declare independence", "from", of="for"),
}
"""Acts without a code that a report tells with a noun."""

SAID_OF_IT: dict[Root, tuple[str, Modal | None]] = {
    Root.ACCUSE: ("saying that", None),
    Root.REQUEST: ("asking that", Modal.SHOULD),
    Root.AGREE: ("to the effect that", Modal.WOULD),
    Root.CONCEDE: ("granting that", Modal.WOULD),
    Root.THREATEN: ("warning that", Modal.WOULD),
    Root.SUPPORT: ("in favour that", Modal.SHOULD),
    Root.REJECT: ("refusing that", Modal.SHOULD),
}
"""How a speech act that tells no object leads on to what it says, and the mood in which it says so."""


@dataclass(frozen=True, slots=True)
class Being:
    """A tie told with a verb: for `is` the complement follows; else `verb` is inflected and `then` follows."""

    verb: str
    then: str


TIES: dict[Relation, Being] = {
    Relation.MEMBER_OF: Being("be", "a member of"),
    Relation.PART_OF: Being("be", "part of"),
    Relation.GOVERNS: Being("govern", ""),
    Relation.KIN: Being("be", "kin to"),
    Relation.ALLIED: Being("be", "allied with"),
    Relation.SUPPORTS: Being("support", ""),
    Relation.PATRON_OF: Being("be", "a patron of"),
    Relation.DEPENDS_ON: Being("depend", "on"),
    Relation.FRIENDLY: Being("be", "on friendly terms with"),
    Relation.AFFINITY: Being("have", "an affinity with"),
    Relation.WARY: Being("be", "wary of"),
    Relation.HOSTILE: Being("be", "hostile to"),
    Relation.RIVAL: Being("be", "a rival of"),
    Relation.MIXED: Being("have", "mixed relations with"),
}

POSITIONS: dict[PositionStance, str] = {
    PositionStance.FOR: "for",
    PositionStance.AGAINST: "against",
    PositionStance.INDIFFERENT: "indifferent to",
    PositionStance.CONDITIONAL: "on a condition for",
}

VERDICTS: dict[Verdict, str] = {
    Verdict.SUCCESS: "judged a success",
    Verdict.FAILURE: "judged a failure",
    Verdict.MIXED: "judged a mixed result",
    Verdict.LIKELY: "judged likely",
    Verdict.UNLIKELY: "judged unlikely",
    Verdict.EXPECTED: "said to have been expected",
    Verdict.UNEXPECTED: "said to have been unexpected",
    Verdict.GAIN: "judged a gain",
    Verdict.OTHER: "judged",
}

STATUS: dict[Status, str] = {
    Status.CONTESTED: "contested",
    Status.DENIED: "denied",
    Status.ADMITTED: "admitted",
    Status.REPORTED: "reported",
    Status.CLAIMED: "claimed",
    Status.ALLEGED: "alleged",
}

STANCES: dict[Stance, str] = {
    Stance.ASSERTS: "asserted by",
    Stance.ADMITS: "admitted by",
    Stance.ALLEGES: "passed on by",
    Stance.DENIES: "denied by",
    Stance.DOUBTS: "doubted by",
    Stance.ASKS: "asked about by",
}

OUTCOMES: dict[Outcome, str] = {
    Outcome.AGREEMENT: "agreement",
    Outcome.PARTIAL: "partial agreement",
    Outcome.NO_RESULT: "no result",
    Outcome.ONGOING: "ongoing",
    Outcome.PLANNED: "planned",
    Outcome.POSSIBLE: "possible",
    Outcome.REFUSED: "refused",
    Outcome.CANCELLED: "cancelled",
    Outcome.DID_NOT_HAPPEN: "did not happen",
    Outcome.UNKNOWN: "outcome not known",
}
