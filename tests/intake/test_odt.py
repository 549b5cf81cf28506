"""ODT."""

from __future__ import annotations

import pytest
from tests.intake.making import odt_of

from parley.intake.draft import Draft
from parley.intake.left_out import UnreadableError
from parley.intake.odt import draft_of_odt
from parley.intake.zipped import Zipped

NOTE = (
    "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>On the ferry.</text:p>"
    "</text:note-body></text:note>"
)
CELLS = "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in ("Harfang", "for"))


def read(data: bytes) -> Draft:
    """The draft of a whole file."""
    return draft_of_odt(Zipped(data))


def test_paragraphs_tables_and_notes_are_read() -> None:
    """In order, notes below; spans, spaces and comments leave no trace."""
    draft = read(
        odt_of(
            "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>\n <text:h>Monday</text:h>\n "
            f"<text:p>They <text:span>met</text:span>{NOTE} in<text:s/>May<office:annotation><text:p>Did they?</text:p>"
            "</office:annotation>.<text:line-break/>Again.</text:p>"
            f"<table:table><table:table-row>{CELLS}</table:table-row></table:table>",
            title="Ferry talks",
        )
    )
    assert draft == Draft("Monday\n\nThey met in May.\nAgain.\n\nHarfang | for\n\nOn the ferry.", title="Ferry talks")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (odt_of("<text:p>They met.</text:p>", **{"META-INF__manifest_xml": "<m><encryption-data/></m>"}), "encrypted"),
        (odt_of("<text:p>They met.</text:p>", Basic__Standard__Module1_xml="<x/>"), "macros"),
        (odt_of(""), "no text"),
        (odt_of("<text:p>"), "broken"),
        (odt_of("<text:p>" * 1000 + "</text:p>" * 1000), "broken"),
    ],
)
def test_hostile_and_broken_files_are_refused(data: bytes, why: str) -> None:
    """Each says why, and what to do."""
    with pytest.raises(UnreadableError, match=why) as told:
        read(data)
    assert told.value.remedy
