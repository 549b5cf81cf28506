"""Words for likelihoods: the bands of Intelligence Community Directive 203, "Analytic Standards" (2015)."""

from __future__ import annotations

BANDS: tuple[tuple[float, str], ...] = (
    (0.05, "almost no chance"),
    (0.20, "very unlikely"),
    (0.45, "unlikely"),
    (0.55, "roughly even chance"),
    (0.80, "likely"),
    (0.95, "very likely"),
    (1.00, "almost certain"),
)
"""Each band's upper end and its words. The directive leaves below 1 and above 99 of 100 unnamed: the outer words
are used there too."""


def estimative(probability: float) -> str:
    """The words for a probability from 0 to 1; a boundary belongs to the band nearer to even odds.

    Raises ValueError off that scale.

    >>> [estimative(p) for p in (0.0, 0.05, 0.2, 0.5, 0.8, 0.97)]
    ['almost no chance', 'very unlikely', 'unlikely', 'roughly even chance', 'likely', 'almost certain']
    """
    if not 0 <= probability <= 1:
        raise ValueError(f"{probability} is not a probability; give one from 0 to 1")
    if probability <= 0.5:
        return next(words for end, words in BANDS if probability < end)
    return next(words for end, words in BANDS if probability <= end)
