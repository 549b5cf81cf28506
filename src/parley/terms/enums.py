"""The closed vocabularies of the contract (docs/reference/contract.md)."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """What kind of thing a proposal or statement says."""

    EVENT = "event"
    TIE = "tie"
    POSITION = "position"
    ROLE = "role"
    JUDGEMENT = "judgement"
    TALK = "talk"


class Reality(StrEnum):
    """Whether the thing told is the case, as the innermost voice presents it."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    THREATENED = "threatened"
    DID_NOT_HAPPEN = "did-not-happen"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    """How a voice stands to what it is heard on."""

    ASSERTS = "asserts"
    ADMITS = "admits"
    ALLEGES = "alleges"
    DENIES = "denies"
    DOUBTS = "doubts"
    ASKS = "asks"


class Status(StrEnum):
    """What the voices together make of a statement."""

    CONTESTED = "contested"
    DENIED = "denied"
    ADMITTED = "admitted"
    REPORTED = "reported"
    CLAIMED = "claimed"
    ALLEGED = "alleged"


class ActorType(StrEnum):
    """What kind of actor."""

    STATE = "state"
    GOVERNMENT = "government"
    ARMED_GROUP = "armed-group"
    PARTY = "party"
    IGO = "igo"
    ORGANISATION = "organisation"
    MEDIA = "media"
    PERSON = "person"
    POPULATION = "population"
    REGION = "region"
    GROUP = "group"


class Root(StrEnum):
    """PLOVER's 16 root events, and OTHER for a political act without a code."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    OTHER = "OTHER"


class Relation(StrEnum):
    """How one actor stands to another."""

    MEMBER_OF = "member-of"
    PART_OF = "part-of"
    GOVERNS = "governs"
    KIN = "kin"
    ALLIED = "allied"
    SUPPORTS = "supports"
    PATRON_OF = "patron-of"
    DEPENDS_ON = "depends-on"
    FRIENDLY = "friendly"
    AFFINITY = "affinity"
    WARY = "wary"
    HOSTILE = "hostile"
    RIVAL = "rival"
    MIXED = "mixed"


class PositionStance(StrEnum):
    """Where an actor stands on an issue."""

    FOR = "for"
    AGAINST = "against"
    INDIFFERENT = "indifferent"
    CONDITIONAL = "conditional"


class Intensity(StrEnum):
    """How strongly a position is held."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Tenure(StrEnum):
    """Whether an office is held now."""

    CURRENT = "current"
    ACTING = "acting"
    FORMER = "former"
    DESIGNATE = "designate"


class Verdict(StrEnum):
    """What a judge makes of something."""

    SUCCESS = "success"
    FAILURE = "failure"
    MIXED = "mixed"
    LIKELY = "likely"
    UNLIKELY = "unlikely"
    EXPECTED = "expected"
    UNEXPECTED = "unexpected"
    GAIN = "gain"
    OTHER = "other"


class Outcome(StrEnum):
    """How a talk ended, or where it stands."""

    AGREEMENT = "agreement"
    PARTIAL = "partial"
    NO_RESULT = "no-result"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    DID_NOT_HAPPEN = "did-not-happen"
    UNKNOWN = "unknown"


class TalkFormat(StrEnum):
    """How the sides met."""

    FACE_TO_FACE = "face-to-face"
    VISIT = "visit"
    PROXIMITY = "proximity"
    SHUTTLE = "shuttle"
    REMOTE = "remote"
    MEDIATION_ATTEMPT = "mediation-attempt"


class Level(StrEnum):
    """At which level a talk was held."""

    HEADS = "heads"
    MINISTERS = "ministers"
    OFFICIALS = "officials"
    MILITARY = "military"
    TRACK_TWO = "track-two"


class DateBasis(StrEnum):
    """Where a date comes from."""

    STATED = "stated"
    RELATIVE = "relative"
    ANCHORED = "anchored"
    INFERRED = "inferred"


class PlaceRole(StrEnum):
    """What a place is to an event."""

    AT = "at"
    FROM = "from"
    TO = "to"
    BETWEEN = "between"


class Precision(StrEnum):
    """How finely a place is known."""

    POINT = "point"
    TOWN = "town"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"
    REGION = "region"


class LinkRel(StrEnum):
    """How one statement bears on another."""

    CONTENT = "content"
    DENIES = "denies"
    CONFIRMS = "confirms"
    OUTCOME_OF = "outcome-of"
    ANSWERS = "answers"
    PART_OF = "part-of"


class HarmKind(StrEnum):
    """What befell people in an event."""

    KILLED = "killed"
    INJURED = "injured"
    CAPTURED = "captured"
    DISPLACED = "displaced"


class ReportState(StrEnum):
    """What became of a report."""

    READ = "read"
    UNREAD = "unread"
    WITHDRAWN = "withdrawn"


class Handling(StrEnum):
    """Who may see a report."""

    OPEN = "open"
    RESTRICTED = "restricted"
    SOURCE_SENSITIVE = "source-sensitive"


class DecisionState(StrEnum):
    """What a person made of a statement."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    UNSURE = "unsure"


class Action(StrEnum):
    """What a person did in the decision log."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    UNSURE = "unsure"
    ADD = "add"
    MERGE = "merge"
    SPLIT = "split"
    RATE = "rate"
    UNDO = "undo"
    WITHDRAW = "withdraw"


class How(StrEnum):
    """By which means a stretch of text names an actor."""

    NAME = "name"
    TITLE = "title"
    ALIAS = "alias"
    METONYMY = "metonymy"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"
