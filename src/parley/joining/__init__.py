"""Proposals to joined statements, talks and merge proposals: pure, a function of the set."""

from parley.joining.join import join

__all__ = ["join"]
