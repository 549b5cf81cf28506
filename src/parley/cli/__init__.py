"""The command line: words to the desk, one module a noun. A command loads only the rooms it needs."""

from parley.cli.app import main

__all__ = ["main"]
