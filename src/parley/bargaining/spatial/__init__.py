"""The spatial model of politics, a second opinion: actors press one another, vote on the bargains, and move."""

from parley.bargaining.spatial.rules import Rules
from parley.bargaining.spatial.run import SpatialRun, spatial

__all__ = ["Rules", "SpatialRun", "spatial"]
