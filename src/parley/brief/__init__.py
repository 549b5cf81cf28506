"""A slice of the record as a document in which every line is cited: one web page, or Markdown."""

from parley.brief.as_html import html
from parley.brief.as_markdown import markdown
from parley.brief.phrases import label, phrase, sentence
from parley.brief.view import OutlookLine, OutlookSection

__all__ = ["OutlookLine", "OutlookSection", "html", "label", "markdown", "phrase", "sentence"]
