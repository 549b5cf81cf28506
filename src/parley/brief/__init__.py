"""A slice of the record as a document in which every line is cited: one web page, or Markdown."""

from parley.brief.as_html import html, outlook_html
from parley.brief.as_markdown import markdown
from parley.brief.citations import line_id
from parley.brief.phrases import label, phrase, sentence
from parley.brief.standalone import standalone
from parley.brief.view import GainRow, InputRow, OutlookLine, OutlookSection

__all__ = [
    "GainRow",
    "InputRow",
    "OutlookLine",
    "OutlookSection",
    "html",
    "label",
    "line_id",
    "markdown",
    "outlook_html",
    "phrase",
    "sentence",
    "standalone",
]
