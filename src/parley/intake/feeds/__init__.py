"""Feeds: RSS, Atom and sitemaps, asked for politely and only where a user named them; private addresses are refused.

`take` asks one feed for what is new in it; `Polite` is how it asks; what came is a `Taking`.
"""

from parley.intake.feeds.addresses import checked
from parley.intake.feeds.politeness import PAUSE, Polite
from parley.intake.feeds.taking import MOST, Feed, Taking, take, take_folder

__all__ = ["MOST", "PAUSE", "Feed", "Polite", "Taking", "checked", "take", "take_folder"]
