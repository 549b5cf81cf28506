"""Names of files that every system takes, each once even where capitals do not count."""

from __future__ import annotations

import re
import unicodedata

from parley.formats.telling import digest, plain

LONGEST = 120
"""Bytes of UTF-8; every system takes 255, and folders and suffixes need room."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*#^\[\]%]+')
"""What Windows forbids, and what would end a link of Obsidian."""
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.I)


class FileNames:
    """Hands out names, without suffixes; who asks again with the same key gets the same."""

    def __init__(self) -> None:
        self._given: dict[str, str] = {}
        self._taken: set[str] = set()

    def of(self, key: str, wanted: str) -> str:
        """A name like the one that is wanted; where another has it, with a hash of the key behind it."""
        if key not in self._given:
            name = file_name(wanted)
            if folded(name) in self._taken:
                name = f"{name} {digest(key)}"
            self._taken.add(folded(name))
            self._given[key] = name
        return self._given[key]


def file_name(wanted: str) -> str:
    """Words as a file's name: composed letters, no signs that a system forbids, no name of a device.

    >>> file_name("Talks: round 2?"), file_name("con"), file_name("...")
    ('Talks round 2', 'con_', 'unnamed')
    """
    words = plain(_FORBIDDEN.sub(" ", unicodedata.normalize("NFC", plain(wanted))))
    short = words.encode()[:LONGEST].decode("utf-8", "ignore").strip(" .")
    name = short or "unnamed"
    return f"{name}_" if _DEVICES.fullmatch(name) else name


def folded(name: str) -> str:
    """What a system that ignores capitals and composes letters otherwise takes a name for."""
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
