"""A Word document as it is written: headings, paragraphs with links and bookmarks, tables. It knows no briefs."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run as DocxRun

from parley.brief.as_html import on_one_line, writable

_LONGEST = 255
"""Characters of a property of a document."""
_A4 = Mm(210), Mm(297)
_MARGIN = Mm(22)
_WIDTH = 166
"""Millimetres between the margins."""
_LINK = RGBColor(0x12, 0x3F, 0x66)


def tidy(words: str) -> str:
    r"""Words on one line, without anything that XML refuses or that turns the direction of what follows.

    >>> tidy("a\x00\n b")
    'a\ufffd b'
    """
    return str(writable(on_one_line(words)))


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a paragraph. `to` leads to a bookmark, `url` out of the document; `at` is a bookmark here."""

    text: str
    bold: bool = False
    marked: bool = False
    to: str = ""
    url: str = ""
    at: str = ""


@dataclass(slots=True)
class Word:
    """The document so far. `names` are the bookmarks that Word knows, by what they are called here."""

    document: Docx = field(default_factory=Document)
    names: dict[str, str] = field(default_factory=dict)
    _set: set[str] = field(default_factory=set)

    def set_up(self, title: str, author: str, subject: str, at: datetime) -> None:
        """Its properties and paper: A4, with the number of the page at its foot."""
        of = self.document.core_properties
        of.title, of.author, of.subject = (tidy(w)[:_LONGEST] for w in (title, author, subject))
        of.created = of.modified = at.replace(tzinfo=None)
        of.comments = of.last_modified_by = ""
        section = self.document.sections[0]
        section.page_width, section.page_height = _A4
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
        foot = section.footer.paragraphs[0]
        foot.alignment = 1
        _field(foot, "PAGE")
        self.document.styles["Normal"].font.size = Pt(10.5)

    def heading(self, words: str, level: int, at: str = "") -> None:
        """A heading by its real style; 0 is the document's title."""
        made = self.document.add_heading("", level)
        self._fill(made, [Run(tidy(words), at=at)])

    def paragraph(self, runs: Iterable[Run] | str, style: str | None = None, *, with_next: bool = False) -> None:
        """A paragraph; `with_next` keeps it on the page of the one that follows."""
        made = self.document.add_paragraph(style=style)
        self._fill(made, [Run(tidy(runs))] if isinstance(runs, str) else runs)
        made.paragraph_format.keep_with_next = with_next or None

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str | Run]], shares: Sequence[int] = ()) -> None:
        """A real table, whose rows are not broken, and whose head is repeated on each page where it has one.

        `shares` are the columns' widths, of each other.
        """
        made = self.document.add_table(rows=0, cols=len(heads or shares), style="Table Grid")
        if heads:
            row = self._row(made, [Run(tidy(h), bold=True) for h in heads], shares)
            row.append(OxmlElement("w:tblHeader"))
        for cells in rows:
            self._row(made, cells, shares).append(OxmlElement("w:cantSplit"))
        self.document.add_paragraph()

    def _row(self, table: Table, cells: Sequence[str | Run], shares: Sequence[int]) -> BaseOxmlElement:
        """One more row; its properties."""
        added = cast(_Row, table.add_row())  # type: ignore[no-untyped-call]
        for n, (cell, held) in enumerate(zip(added.cells, cells, strict=True)):
            self._fill(cell.paragraphs[0], [held if isinstance(held, Run) else Run(tidy(held))])
            if shares:
                cell.width = Mm(_WIDTH * shares[n] // sum(shares))
        return cast(BaseOxmlElement, added._tr.get_or_add_trPr())

    def written(self) -> bytes:
        """The file."""
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()

    def _fill(self, paragraph: Paragraph, runs: Iterable[Run]) -> None:
        for run in runs:
            if run.at:
                self._bookmark(paragraph, run.at)
            if run.to or run.url:
                self._link(paragraph, run)
            elif run.text:
                _dressed(paragraph.add_run(run.text), run)

    def _bookmark(self, paragraph: Paragraph, called: str) -> None:
        """A place that links lead to; only the first of a name counts."""
        name = self._name(called)
        if name in self._set:
            return
        self._set.add(name)
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for each in (start, end):
            each.set(qn("w:id"), str(len(self._set)))
        start.set(qn("w:name"), name)
        paragraph._p.extend([start, end])

    def _link(self, paragraph: Paragraph, run: Run) -> None:
        link = OxmlElement("w:hyperlink")
        if run.url:
            kind = RELATIONSHIP_TYPE.HYPERLINK
            link.set(qn("r:id"), paragraph.part.relate_to(str(writable(run.url)), kind, is_external=True))
        else:
            link.set(qn("w:anchor"), self._name(run.to))
        made = paragraph.add_run(run.text)
        _dressed(made, run).font.color.rgb = _LINK
        link.append(made._r)
        paragraph._p.append(link)

    def _name(self, called: str) -> str:
        """A bookmark's name as Word takes it: short, and of letters and digits, whatever characters an id has."""
        return self.names.setdefault(called, f"p{len(self.names) + 1}")


def _dressed(made: DocxRun, run: Run) -> DocxRun:
    made.bold = run.bold or None
    if run.marked:
        made.font.highlight_color = WD_COLOR_INDEX.YELLOW
    return made


def _field(paragraph: Paragraph, code: str) -> None:
    """A field that Word works out, such as the number of the page."""
    made = OxmlElement("w:fldSimple")
    made.set(qn("w:instr"), code)
    paragraph._p.append(made)
