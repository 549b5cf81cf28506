"""Zip files, as office documents and books are: parts are read in memory, each and all within bounds."""

from __future__ import annotations

import zipfile
from io import BytesIO

from parley.intake.left_out import UnreadableError

LARGEST_PART = 25_000_000
"""Bytes of one part, unpacked."""
LARGEST_WHOLE = 100_000_000
"""Bytes of all parts read, unpacked."""
MOST_PARTS = 20_000
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_SAVE = "open it in the program that made it, save anew"


class Zipped:
    """A zip file that others made. No part is ever written to the disk, so names lead nowhere."""

    def __init__(self, data: bytes) -> None:
        """Raises UnreadableError where the zip is broken, or made to be a burden."""
        if data.count(_ENTRY) > MOST_PARTS:
            raise UnreadableError(f"it holds more than {MOST_PARTS} parts", "save it as text or PDF")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            self._parts = {i.filename: i for i in self._zip.infolist()}
        except Exception as e:  # isolates one file: a broken zip raises many unrelated kinds
            raise UnreadableError("the file is broken or was cut short", "fetch it again, or save it anew") from e
        self._left = LARGEST_WHOLE

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(self._parts)

    def part(self, name: str) -> bytes | None:
        """The bytes of a part; None where there is none of the name. Raises UnreadableError."""
        info = self._parts.get(name)
        if info is None:
            return None
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableError("it is encrypted", "save a copy without a password")
        if info.compress_type not in _METHODS:
            raise UnreadableError(f"its part {name!r} is packed in an unusual way"[:200], _SAVE)
        data = self._read(info)
        if len(data) > min(LARGEST_PART, self._left):
            most = LARGEST_PART if len(data) > LARGEST_PART else LARGEST_WHOLE
            raise UnreadableError(f"it unpacks to more than {most / 1e6:.0f} MB", "save it as text, in several files")
        self._left -= len(data)
        return data

    def must(self, name: str) -> bytes:
        """The bytes of a part without which the file is none of its kind. Raises UnreadableError."""
        data = self.part(name)
        if data is None:
            raise UnreadableError(f"its part {name!r} is missing"[:200], _SAVE)
        return data

    def _read(self, info: zipfile.ZipInfo) -> bytes:
        """One byte more than is allowed at most, whatever size the zip tells: that may be a lie."""
        try:
            with self._zip.open(info) as file:
                return file.read(min(LARGEST_PART, self._left) + 1)
        except Exception as e:  # isolates one file: a broken zip raises many unrelated kinds
            why = f"its part {info.filename!r} is broken"[:200]
            raise UnreadableError(why, "fetch it again, or save it anew") from e
