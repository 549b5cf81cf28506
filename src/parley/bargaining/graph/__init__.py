"""The graph model for conflict resolution: which states of a conflict last, given who can move where."""

from parley.bargaining.graph.coalitions import Improvement, coalition_improvements
from parley.bargaining.graph.moves import ConflictGraph, conflict_graph
from parley.bargaining.graph.options import Option, by_priority, from_options, states_of
from parley.bargaining.graph.stability import CONCEPTS, Stability, stability

__all__ = [
    "CONCEPTS",
    "ConflictGraph",
    "Improvement",
    "Option",
    "Stability",
    "by_priority",
    "coalition_improvements",
    "conflict_graph",
    "from_options",
    "stability",
    "states_of",
]
