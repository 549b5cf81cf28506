"""A scenario drafted from a record: who talks, who stands behind whom, and wide ranges for what is not told."""

from parley.bargaining.draft.as_toml import as_toml
from parley.bargaining.draft.scenario import draft

__all__ = ["as_toml", "draft"]
