"""Keeps what file parsers log off the terminal: Parley says itself what was wrong, and where."""

from __future__ import annotations

import logging
from functools import cache


@cache
def hush(*loggers: str) -> None:
    """Give loggers a handler of their own that prints nothing; a program that sets up logging still hears them."""
    for name in loggers:
        logging.getLogger(name).addHandler(logging.NullHandler())
