"""Parley: reports about conflicts and the talks around them, made into a sourced, reviewable record."""

__version__ = "0.1.0"
