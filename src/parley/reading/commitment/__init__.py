"""Whose voice a predicate is told in, and whether it is the case: a calculus over embedding words."""
