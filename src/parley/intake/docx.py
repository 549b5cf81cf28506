"""DOCX: paragraphs, tables and notes in order; what was deleted or hidden is no text of the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parley.intake.blocks import Blocks
from parley.intake.draft import Draft
from parley.intake.left_out import UnreadableError
from parley.intake.markup import first, local, parsed_xml, words_of
from parley.intake.plain import first_line_title
from parley.intake.tidying import tidied, title_told
from parley.intake.zipped import Zipped

if TYPE_CHECKING:
    from lxml.etree import _Element

DOCUMENT = "word/document.xml"
_MACROS = UnreadableError("it can run macros", "save a copy without them (.docx), or print it to PDF")
_SKIPPED = frozenset(("del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "sectPr", "footnoteRef"))
_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_TITLE, _HEADING = "title", "heading1"


@dataclass(slots=True)
class _Told:
    """What the walk through a document found."""

    blocks: Blocks = field(default_factory=Blocks)
    titles: dict[str, str] = field(default_factory=dict)


def draft_of_docx(zipped: Zipped) -> Draft:
    """The draft of a DOCX; foot- and endnotes stand below its text. Raises UnreadableError.

    Its author is no publisher, and the day on which the file was made is no day of publication: neither is taken.
    """
    if any(name.lower().endswith("vbaproject.bin") for name in zipped.names):
        raise UnreadableError(_MACROS.why, _MACROS.remedy)
    if b"macroEnabled" in (zipped.part("[Content_Types].xml") or b""):
        raise UnreadableError(_MACROS.why, _MACROS.remedy)
    told = _Told()
    _walk(parsed_xml(zipped.must(DOCUMENT), "the document"), told)
    for kind in ("footnotes", "endnotes"):
        for note in _notes(zipped.part(f"word/{kind}.xml")):
            _walk(note, told)
            told.blocks.end()
    text = tidied(told.blocks.text())
    if not text:
        raise UnreadableError("the document holds no text, only pictures perhaps", "run it through text recognition")
    return Draft(text, title=_title(told, zipped) or first_line_title(text))


def _title(told: _Told, zipped: Zipped) -> str | None:
    """The paragraph in the style of a title, else what the file says of itself, else the first heading."""
    core = zipped.part("docProps/core.xml")
    said = words_of(first(parsed_xml(core, "the document"), "title")) if core else ""
    return told.titles.get(_TITLE) or title_told(said) or told.titles.get(_HEADING)


def _notes(data: bytes | None) -> Iterator[_Element]:
    """The notes in one of the files that hold them; the lines that part them from the text are none."""
    for note in parsed_xml(data, "its notes") if data else ():
        if not any(value in _SEPARATORS for value in note.attrib.values()):
            yield note


def _walk(root: _Element, told: _Told) -> None:
    from lxml import etree

    blocks, steps = told.blocks, etree.iterwalk(root, events=("start", "end"))
    for event, element in steps:
        name = local(element.tag)
        if event == "start" and (name in _SKIPPED or (name == "r" and _is_hidden(element))):
            steps.skip_subtree()
        elif event == "start":
            _begin(name, element, blocks)
        elif name == "p":
            paragraph, style = blocks.end(), _style(element)
            if paragraph and style in (_TITLE, _HEADING):
                told.titles.setdefault(style, " ".join(paragraph.split()))
        elif name == "tc":
            blocks.close_cell()
        elif name == "tr":
            blocks.close_row()


def _begin(name: str, element: _Element, blocks: Blocks) -> None:
    if name == "p":  # perhaps that of a box within another paragraph
        blocks.end()
    elif name == "t":
        blocks.write(element.text or "")
    elif name in _MARKS:
        blocks.write("" if local(element.getparent().tag) == "tabs" else _MARKS[name])
    elif name == "tr":
        blocks.open_row()
    elif name == "tc":
        blocks.open_cell()


def _is_hidden(run: _Element) -> bool:
    """Whether a stretch is set to be hidden."""
    properties = next((e for e in run if local(e.tag) == "rPr"), ())
    mark = next((e for e in properties if local(e.tag) == "vanish"), None)
    return mark is not None and "false" not in mark.attrib.values() and "0" not in mark.attrib.values()


def _style(paragraph: _Element) -> str:
    """The style of a paragraph, in lower case without spaces."""
    properties = next((e for e in paragraph if local(e.tag) == "pPr"), ())
    style = next((e for e in properties if local(e.tag) == "pStyle"), None)
    return "".join("".join(map(str, style.attrib.values())).lower().split()) if style is not None else ""
