"""A scenario drafted from a record: who talks, who stands behind whom, and wide ranges for what is not told."""
