"""The schemata and properties of FollowTheMoney 4 that Parley writes: a table of the project's own to check against.

A schema is written with the schemata that it is one of, its required properties, and its properties by type; `>`
means a reference to an entity of that schema.
"""

from __future__ import annotations

_TOLD = "summary:text description:text sourceUrl:url publisher:string proof:>Article"
_LINK = f"startDate:date endDate:date {_TOLD}"
_LEGAL = "name:name alias:name country:country topics:topic sector:string wikidataId:qid notes:text keywords:string"
SCHEMATA: dict[str, tuple[str, str, str]] = {
    "Person": ("Thing LegalEntity", "name", _LEGAL),
    "Organization": ("Thing LegalEntity", "name", _LEGAL),
    "PublicBody": ("Thing LegalEntity Organization", "name", _LEGAL),
    "Company": ("Thing LegalEntity Organization", "name", _LEGAL),
    "LegalEntity": ("Thing", "name", _LEGAL),
    "Article": (
        "Thing",
        "title",
        "title:string publisher:string sourceUrl:url publishedAt:date retrievedAt:date language:language notes:text",
    ),
    "Event": (
        "Thing",
        "name",
        f"name:name involved:>LegalEntity organizer:>LegalEntity location:address country:country keywords:string "
        f"{_LINK}",
    ),
    "Note": ("Thing", "name", f"name:name entity:>Thing {_TOLD}"),
    "Position": ("Thing", "name", "name:name organization:>Organization"),
    "Occupancy": ("", "holder post", f"holder:>Person post:>Position status:string {_LINK}"),
    "Directorship": (
        "",
        "director organization",
        f"director:>LegalEntity organization:>Organization role:string status:string {_LINK}",
    ),
    "Membership": (
        "",
        "member organization",
        f"member:>LegalEntity organization:>Organization role:string status:string {_LINK}",
    ),
    "Family": ("", "person relative", f"person:>Person relative:>Person relationship:string {_LINK}"),
    "Associate": ("", "person associate", f"person:>Person associate:>Person relationship:string {_LINK}"),
    "UnknownLink": ("", "subject object", f"subject:>Thing object:>Thing role:string status:string {_LINK}"),
}
LONGEST = {"name": 384, "string": 1024, "text": 65_000, "address": 250, "url": 4096}
SHAPES = {
    "date": r"\d{4}(-\d\d(-\d\d)?)?",
    "country": r"[a-z]{2}|csxx|cshh|suhh|yucs",
    "language": r"[a-z]{3}",
    "qid": r"Q[1-9]\d*",
    "url": r"https?://\S+",
    "topic": r"gov(\.(legislative|judicial|security|igo))?|mil|pol\.party",
}


def types_of(schema: str) -> dict[str, str]:
    """The properties of a schema, by type."""
    return dict(p.split(":", 1) for p in SCHEMATA[schema][2].split())


def is_one(schema: str, wanted: str) -> bool:
    """Whether a schema is another, or one of that kind."""
    return wanted in (schema, *SCHEMATA[schema][0].split())
