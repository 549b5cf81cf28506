"""RIS, as Zotero, EndNote and libraries export it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from parley.intake.bibliography import Entries, Entry, address_of_doi
from parley.intake.days import publication_day
from parley.intake.decoding import decode
from parley.intake.draft import Draft
from parley.intake.left_out import UnreadableError
from parley.intake.tidying import tidied

_BEGINS = re.compile(r"(?m)^(?=TY  - ?)")
_ENDS = re.compile(r"(?m)^ER  -.*$")
_TITLE = ("TI", "T1", "CT", "BT")
_PUBLISHER = ("T2", "JO", "JF", "JA", "J2", "PB", "DB")
_DAY = ("DA", "Y1", "PY")
_CUT = ("the bibliography is cut short in this entry", "export it again")


def entries_of_ris(data: bytes) -> Entries:
    """The entries of a RIS file, in its order; one that is broken costs no other. Raises UnreadableError."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    chunks = [c for c in _BEGINS.split(text) if c.startswith("TY")]
    if not chunks:
        raise UnreadableError("it holds no entry that begins with a line 'TY  - …'", "export it anew as RIS")
    for number, chunk in enumerate(chunks, 1):
        whole = _ENDS.search(chunk)
        yield f"entry {number}", _entry(_tags(chunk[: whole.start()])) if whole else UnreadableError(*_CUT)


def _tags(chunk: str) -> dict[str, list[str]]:
    """The values of each tag; what goes on in the next line stays in it."""
    import rispy

    tags = rispy.RisParser.DEFAULT_MAPPING
    lists = {"mapping": {t: t for t in tags}, "list_tags": list(tags), "delimiter_tags_mapping": {}}
    (record,) = rispy.loads(f"{chunk.rstrip()}\nER  - \n", skip_unknown_tags=True, **lists) or ({},)
    return {tag: [v for v in values if v] for tag, values in record.items() if isinstance(values, list)}


def _entry(tags: Mapping[str, Sequence[str]]) -> Entry:
    links = [v for tag in ("UR", "L2", "L1") for v in tags.get(tag, ()) if v.startswith(("http://", "https://"))]
    day, vague = _day(tags)
    known = Draft(
        tidied("\n".join(tags.get("AB") or tags.get("N2") or ())),
        title=_first(tags, _TITLE),
        publisher=_first(tags, _PUBLISHER),
        published=day,
        url=links[0] if links else address_of_doi(_first(tags, ("DO",))),
    )
    files = tuple(v for tag in ("L1", "L2") for v in tags.get(tag, ()) if not v.startswith(("http://", "https://")))
    return Entry(known, files, vague)


def _first(tags: Mapping[str, Sequence[str]], names: Sequence[str]) -> str | None:
    return next((" ".join(tags[n][0].split()) for n in names if tags.get(n)), None)


def _day(tags: Mapping[str, Sequence[str]]) -> tuple[str | None, bool]:
    """The day of publication; and whether a date is told that names none."""
    told = [tags[n][0] for n in _DAY if tags.get(n)]
    days = [day for t in told if (day := publication_day("/".join(t.split("/")[:3]).strip("/ ")))]
    return (days[0], False) if days else (None, bool(told))
