"""What Datasette is to say of a record's file: its views and their columns in words, the tables beneath left out.

The views themselves are in the record (`parley.record`, migrations). Source: docs.datasette.io, "Metadata", 0.65.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from parley.formats.pieces import Wish
from parley.terms.slice import Slice

_HELD = {
    "id": "The statement's id; `parley why ID` shows how it was read.",
    "first_day": "ISO day on which it began, where that is told.",
    "last_day": "ISO day on which it ended; empty where it is open or not told.",
    "fact": "yes: a report says so in its own voice, or the doer admits it, and it was or is so. Count no other.",
    "status": "What its voices make of it: reported, admitted, claimed, alleged, contested or denied.",
    "reality": "Whether it happened, is ongoing, planned, possible, threatened, or did not happen.",
    "tellings": "By how many places in reports it is told.",
    "decision": "What a person decided on it; empty where nobody has.",
    "quote": "The words in which it is told first.",
    "outlet": "Who published the report.",
    "published": "ISO day on which the report was published.",
    "report": "The report's id.",
}


def _but(*left_out: str) -> dict[str, str]:
    """Those columns without some."""
    return {name: about for name, about in _HELD.items() if name not in left_out}


_OF_PLACES = _but("fact", "reality", "first_day", "last_day", "tellings", "decision")
_SIDES = {"who": "Who acts or holds it.", "whom": "On whom, or to whom."}
VIEWS: Mapping[str, tuple[str, str, str, tuple[str, ...], dict[str, str]]] = {
    "v_events": (
        "Events", "Who did what to whom, one row an event, whatever its status: filter by fact before you count.",
        "first_day", ("fact", "status", "act"),
        {**_HELD, **_SIDES, "act": "PLOVER's root.", "mode": "PLOVER's mode.", "what": "What is given or demanded.",
         "harm": "What befell how many people, low–high."},
    ),
    "v_talks": (
        "Talks", "One row an episode of talking, announced, refused and failed ones too: see its outcome.",
        "first_day", ("outcome", "status"),
        {**_but("fact", "reality"), "outcome": "How it ended, or where it stands.", "parties": "The sides.",
         "mediators": "Who brought them together.", "hosts": "Who lent the venue."},
    ),
    "v_ties": (
        "Ties", "How one actor stands to another.", "first_day", ("relation", "sign", "fact"),
        {**_HELD, **_SIDES, "relation": "Of which kind.", "sign": "+1 friendly, 0 neither, -1 adverse."},
    ),
    "v_positions": (
        "Positions", "What actors want, issue by issue.", "who", ("issue_id", "stance"),
        {**_HELD, "who": "Whose position.", "issue": "As it is told.", "issue_id": "As a code."},
    ),
    "v_offices": (
        "Offices", "Who holds or held which office.", "who", ("tenure", "fact"),
        {**_HELD, "who": "Who holds it.", "of_whom": "In which state or body.", "to_whom": "Where an envoy is sent."},
    ),
    "v_judgements": (
        "Judgements", "What somebody makes of a talk or event; who, is in v_voices.", "first_day", ("verdict",),
        {**_but("fact"), "words": "In which words.", "about": "Of what: an id, or words."},
    ),
    "v_voices": (
        "Voices", "Who says what of which statement; whoever passes it on has a row too.", "who",
        ("stance", "form", "status"),
        {**_but("fact", "last_day", "tellings", "decision"), "who": "The speaker.", "stance": "asserts, denies, …"},
    ),
    "v_quotes": (
        "Quotes", "Every place where something is told.", "published", ("form", "status"),
        {**_OF_PLACES, "start_at": "Its first character in the text, from 0.", "end_at": "One past its last.",
         "title": "The report's title.", "proposal": "The id of what was found there."},
    ),
    "v_actors": (
        "Actors", "Who is named, and how often.", "named", ("type", "country", "sector"),
        {"id": "The actor's id.", "country": "ISO 3166 alpha-3.", "sector": "PLOVER's.",
         "named": "By how many statements and talks."},
    ),
    "v_reports": (
        "Reports", "What was read.", "published", ("publisher", "language", "state"),
        {"id": "The report's id.", "state": "read, or unread.", "found": "How many places told something.",
         "characters": "How long its text is."},
    ),
}  # fmt: skip
_BENEATH = (
    "schema_version", "reports", "report_names", "readings", "proposals", "actor_tellings", "told_actors",
    "affiliation_tellings", "told_affiliations", "pending", "pending_actors", "actors", "held", "held_actors",
    "held_voices", "held_links", "held_decisions", "mentions", "cells", "decisions", "report_numbers", "report_words",
    "proposal_words", "unindexed", "snapshots", "assignments", "forecasts", "tallies", "v_base_corrections",
    "v_base_hidden", "v_base_held", "sqlite_sequence", "answers", "consents", "parts",
    *(f"{index}_words_{part}" for index in ("report", "proposal") for part in ("data", "idx", "docsize", "config")),
)  # fmt: skip
"""Every table of the file, and the views that the others rest on; a test holds the list and the file together."""
WARNING = (
    "These views leave out what people rejected, withdrawn reports, and all that a report tells which is marked "
    "restricted or source-sensitive. The file holds all of it: do not publish the file itself."
)


def write(parts: Iterable[Slice], wish: Wish) -> Iterator[str]:
    """The metadata for `datasette FILE --metadata`, for a file that is called like the record's.

    Tables beneath the views are hidden, and may not be asked: with the file's own tables nobody sees more than the
    views show.
    """
    next(iter(parts), None)  # so that what is asked for amiss is told; the record's file itself has it all
    yield json.dumps(metadata(wish.stem), ensure_ascii=False, indent=2) + "\n"


def metadata(stem: str) -> dict[str, Any]:
    """Titles, descriptions, columns, facets and the order of each view; nothing but the views is open."""
    views = {name: _view(*told) for name, told in VIEWS.items()}
    beneath: dict[str, Any] = {name: {"hidden": True, "allow": False} for name in _BENEATH}
    own = {
        "title": "A record of Parley",
        "description": WARNING,
        "allow_sql": False,
        "tables": {**views, **beneath},
    }
    return {"title": "A record of Parley", "databases": {stem: own}}


def _view(title: str, about: str, order: str, facets: tuple[str, ...], columns: dict[str, str]) -> dict[str, Any]:
    by = "sort" if order == "who" else "sort_desc"
    return {
        "title": title, "description": about, by: order, "facets": list(facets), "columns": columns, "size": 50,
    }  # fmt: skip
