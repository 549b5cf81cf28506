"""Predicates and nominals to codes, by the codebook: events, ties, positions, roles, judgements, talks."""
