"""ODT: paragraphs, tables and notes in order; comments and deleted text are no text of the document."""

from __future__ import annotations

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

CONTENT = "content.xml"
_SKIPPED = frozenset(
    ("annotation", "tracked-changes", "note-citation", "scripts", "font-face-decls", "automatic-styles")
)
_PARAGRAPHS = ("p", "h")
_MARKS = {"tab": "\t", "line-break": "\n", "s": " "}


def draft_of_odt(zipped: Zipped) -> Draft:
    """The draft of an ODT; notes stand below its text. Who made it and when is not taken. Raises UnreadableError."""
    if b"encryption-data" in (zipped.part("META-INF/manifest.xml") or b""):
        raise UnreadableError("the document is encrypted", "save a copy without a password")
    if any(
        name.startswith(("Basic/", "Scripts/")) and name.endswith((".xml", ".py", ".js", ".bsh"))
        for name in zipped.names
    ):
        raise UnreadableError("it can run macros", "save a copy without them, or print it to PDF")
    root = parsed_xml(zipped.must(CONTENT), "the document")
    body, notes = Blocks(), Blocks()
    _walk(root, body, notes)
    text = tidied(f"{body.text()}\n\n{notes.text()}")
    if not text:
        raise UnreadableError("the document holds no text, only pictures perhaps", "run it through text recognition")
    meta = zipped.part("meta.xml")
    said = words_of(first(parsed_xml(meta, "the document"), "title")) if meta else ""
    return Draft(text, title=title_told(said) or words_of(first(root, "h")) or first_line_title(text))


def _walk(root: _Element, body: Blocks, notes: Blocks) -> None:
    """Write a document's words where they belong; a note's go to the notes, wherever in a paragraph it is called."""
    from lxml import etree

    within: list[Blocks] = [body]
    steps = etree.iterwalk(root, events=("start", "end"))
    for event, element in steps:
        name = local(element.tag)
        if name == "note":
            within.append(notes) if event == "start" else within.pop().end()
        elif event == "start" and name in _SKIPPED:
            steps.skip_subtree()
        elif event == "start":
            _begin(name, element, within[-1])
        else:
            _end(name, within[-1])
        if event == "end" and _in_paragraph(element):
            within[-1].write_folded(element.tail)


def _begin(name: str, element: _Element, blocks: Blocks) -> None:
    if name == "table-row":
        blocks.open_row()
    elif name == "table-cell":
        blocks.open_cell()
    elif name in _MARKS:
        blocks.write(_MARKS[name])
    elif name in _PARAGRAPHS:  # perhaps that of a box within another paragraph
        blocks.end()
        blocks.write_folded(element.text)
    elif _in_paragraph(element):
        blocks.write_folded(element.text)


def _end(name: str, blocks: Blocks) -> None:
    if name in _PARAGRAPHS:
        blocks.end()
    elif name == "table-cell":
        blocks.close_cell()
    elif name == "table-row":
        blocks.close_row()


def _in_paragraph(element: _Element) -> bool:
    """Whether an element stands within a paragraph: elsewhere, white space is layout of the file."""
    return any(local(e.tag) in _PARAGRAPHS for e in element.iterancestors())
