"""Brief: chosen, previewed, and taken away."""

from __future__ import annotations

import base64
import hashlib
import re

from starlette.responses import Response

from parley.desk.views import brief as desk
from parley.desk.views.outlook import place_in, scenarios
from parley.terms.enums import Form
from parley.web.addresses import with_query
from parley.web.answering import View
from parley.web.asking import Ask

_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.S)
KINDS = {
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
}
NAMES = {"html": "a page (HTML)", "docx": "a Word document", "md": "Markdown"}


def brief(ask: Ask) -> View:
    """What can be chosen, and the preview of what is."""
    found = desk.brief_page(ask.record, chosen(ask))
    more = {
        "preview": with_query("/brief/preview", ask.query),
        "files": [(name, with_query("/brief/file", [*ask.query, ("kind", kind)])) for kind, name in NAMES.items()],
        "forms": [f.value for f in Form],
        "most": desk.MOST,
        "scenarios": scenarios(ask.bench.scenarios).kept,
    }
    return View("brief", "Brief", found, found.table, more)


def chosen(ask: Ask) -> desk.Chosen:
    """What an address chooses."""
    return desk.Chosen(
        talks=ask.every("talk"),
        actors=ask.actors(),
        since=ask.day("since"),
        until=ask.day("until"),
        forms=frozenset(Form(f) for f in ask.every("form") if f in {x.value for x in Form}),
        title=ask.get("title"),
        scenario=place_in(ask.bench.scenarios, ask.get("outlook")) if ask.get("outlook") else None,
    )


def preview(ask: Ask) -> Response:
    """The brief as it would be, in a frame of its own: it brings its own style, which is let in by its hash."""
    text = desk.written(ask.record, chosen(ask), "html").decode()
    return Response(text, headers=_framed(text), media_type=KINDS["html"])


def file(ask: Ask) -> Response:
    """The brief as a file."""
    kind = ask.get("kind") if ask.get("kind") in KINDS else "html"
    data = desk.written(ask.record, chosen(ask), kind)
    policy = _framed(data.decode() if kind == "html" else "")
    sent = {"Content-Disposition": f'attachment; filename="brief.{kind}"', **policy}
    return Response(data, headers=sent, media_type=KINDS[kind])


def _framed(text: str) -> dict[str, str]:
    """A policy for a page that stands by itself: its own style, no script, nothing fetched, framed by us alone."""
    digests = (hashlib.sha256(s.encode()).digest() for s in _STYLE.findall(text))
    styles = " ".join(f"'sha256-{base64.b64encode(d).decode()}'" for d in digests) or "'none'"
    policy = f"default-src 'none'; style-src {styles}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    return {"Content-Security-Policy": policy, "X-Frame-Options": "SAMEORIGIN"}
