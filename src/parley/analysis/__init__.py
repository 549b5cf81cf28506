"""From a slice of the record to what a person asks of it: timeline, claims, network, talks, positions, judgements."""

from parley.analysis.claims import GROUPS, Claim, Heard, hear, is_plain_fact, ledger
from parley.analysis.meetings import meetings_of_talks
from parley.analysis.moments import Moment, talk_was_held, timeline
from parley.analysis.network import Edge, Network, Node, network
from parley.analysis.offices import Offices, offices_of
from parley.analysis.standing import (
    facts,
    is_fact,
    judgements,
    positions,
    rejected,
    roles,
    statements,
    talks,
    ties,
    what_rests_on,
)

__all__ = [
    "GROUPS",
    "Claim",
    "Edge",
    "Heard",
    "Moment",
    "Network",
    "Node",
    "Offices",
    "facts",
    "hear",
    "is_fact",
    "is_plain_fact",
    "judgements",
    "ledger",
    "meetings_of_talks",
    "network",
    "offices_of",
    "positions",
    "rejected",
    "roles",
    "statements",
    "talk_was_held",
    "talks",
    "ties",
    "timeline",
    "what_rests_on",
]
