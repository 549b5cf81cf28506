"""A record as a vault of notes for Obsidian: one note an actor and one a talk, each line with its quote and report.

Notes link by file name, `[[Northland]]`. What is no fact stands in a section of its own, each line with its status.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from parley.formats.file_names import FileNames
from parley.formats.lines import held_by
from parley.formats.markdown import front_matter, literal, weblink, wikilink
from parley.formats.pieces import File, Lost, Wish, lost
from parley.formats.telling import (
    REJECTED,
    days,
    headline,
    heard,
    is_fact,
    iso,
    plain,
    rejected,
    standing,
    stands,
    web,
)
from parley.terms.actor import Actor
from parley.terms.bodies import Event, Judgement, Position, Role, Tie
from parley.terms.named import named_in
from parley.terms.slice import Slice
from parley.terms.statement import Mention, Statement, Talk

NOBODY = "it names no actor, and is part of no talk, so there is no note to put it in"
_SECTIONS: tuple[tuple[str, type[object]], ...] = (
    ("Talks", Talk), ("Events", Event), ("Ties", Tie), ("Offices", Role), ("Positions", Position),
    ("Judgements", Judgement),
)  # fmt: skip
CLAIMS = "Claimed, disputed or yet to come"
Held = Statement | Talk


@dataclass(slots=True)
class _Vault:
    """A slice as its notes see it: what each actor and talk is told of, and what each note is called."""

    part: Slice
    files: FileNames = field(default_factory=FileNames)
    of_actor: dict[str, list[Held]] = field(default_factory=lambda: defaultdict(list))
    of_talk: dict[str, list[Statement]] = field(default_factory=lambda: defaultdict(list))
    talks: dict[str, Talk] = field(default_factory=dict)
    reports: dict[str, str] = field(default_factory=dict)

    def link(self, actor: str) -> str:
        """A link to an actor's note."""
        return wikilink(self.files.of(f"actor {actor}", self.part.name_of(actor)), self.part.name_of(actor))

    def talk_file(self, talk: Talk) -> str:
        """What a talk's note is called: its first day and title."""
        start, _ = days(talk.date)
        title = headline(talk, self.part.name_of)
        return self.files.of(f"talk {talk.id}", f"{start} {title}" if start else title)


def write(part: Slice, _: Wish) -> Iterator[File | Lost]:
    """The notes: `actors/NAME.md` and `talks/DAY TITLE.md`."""
    vault = _vault(part)
    for held in held_by(part):
        if rejected(held):
            yield lost(held, REJECTED)
        elif isinstance(held, Statement) and not named_in(held) and not _talks_of(held, vault):
            yield lost(held, NOBODY)
    known = {a.id: a for a in part.actors}
    members = [m for a in part.actors for m in a.members]
    for id_ in dict.fromkeys((*known, *members, *vault.of_actor)):
        name = vault.files.of(f"actor {id_}", part.name_of(id_))
        yield File(f"actors/{name}.md", _actor_note(id_, known.get(id_), vault))
    for talk in vault.talks.values():
        yield File(f"talks/{vault.talk_file(talk)}.md", _talk_note(talk, vault))


def _vault(part: Slice) -> _Vault:
    vault = _Vault(part)
    vault.talks = {t.id: t for t in part.talks if not rejected(t)}
    for report in part.reports:
        words = ", ".join(filter(None, (plain(report.publisher or ""), iso(report.published))))
        vault.reports[report.id] = weblink(words or plain(report.title or "") or report.id, web(report.url))
    for actor in part.actors:
        vault.link(actor.id)
    for held in held_by(part):
        if rejected(held):
            continue
        for name in named_in(held):
            vault.of_actor[name].append(held)
        if isinstance(held, Statement):
            for talk in _talks_of(held, vault):
                vault.of_talk[talk].append(held)
    return vault


def _talks_of(s: Statement, vault: _Vault) -> list[str]:
    """The talks that a statement is part of, or judges."""
    linked = [link.to for link in s.links]
    judged = [s.body.about.talk] if isinstance(s.body, Judgement) and s.body.about.talk else []
    return [t for t in dict.fromkeys((*linked, *judged)) if t in vault.talks]


def _actor_note(id_: str, actor: Actor | None, vault: _Vault) -> str:
    name = plain(actor.name) if actor else id_
    fields = {
        "type": "actor",
        "id": id_,
        "kind": actor.type.value if actor else None,
        "aliases": [a for a in (name, *(actor.aliases if actor else ())) if plain(a)],
        "country": actor.country if actor else None,
        "sector": actor.sector if actor else None,
        "wikidata": actor.wikidata if actor else None,
    }
    members = [f"Members: {', '.join(map(vault.link, actor.members))}\n"] if actor and actor.members else []
    return "\n".join(
        [front_matter(fields), f"# {literal(name) or 'unnamed'}\n", *members, *_sections(vault.of_actor[id_], vault)]
    )


def _talk_note(talk: Talk, vault: _Vault) -> str:
    start, end = days(talk.date)
    fields = {
        "type": "talk",
        "id": talk.id,
        "start": start,
        "end": end,
        "outcome": talk.outcome.value,
        "standing": standing(talk),
        "place": talk.place.name if talk.place else None,
        "process": talk.process,
        "round": talk.round,
        "level": talk.level.value if talk.level else None,
        "format": talk.format.value if talk.format else None,
        "agenda": list(talk.agenda),
    }
    parts = [front_matter(fields), f"# {literal(headline(talk, vault.part.name_of))}\n", *_who(talk, vault)]
    quotes = [f"- {_quote(m, vault)}" for m in talk.mentions]
    told = ["## How it is told\n", f"{literal(stands(talk, vault.part.name_of))}\n", *quotes, ""] if quotes else []
    return "\n".join([*parts, *told, *_sections(list(vault.of_talk[talk.id]), vault)])


def _who(talk: Talk, vault: _Vault) -> Iterator[str]:
    sides = [
        vault.link(p.actor) + (f" ({', '.join(map(vault.link, p.delegates))})" if p.delegates else "")
        for p in talk.parties
    ]
    rows = (
        ("Parties", sides),
        ("Mediators", [vault.link(a) for a in talk.mediators]),
        ("Hosts", [vault.link(a) for a in talk.hosts]),
    )
    yield from (f"- {name}: {', '.join(links)}" for name, links in rows if links)
    yield ""


def _sections(held: list[Held], vault: _Vault) -> Iterator[str]:
    """Facts by form, then what is none; each section in the order of days, what has none last."""
    in_order = sorted(held, key=lambda h: (days(h.date)[0] or days(h.date)[1] or "9999", h.id))
    for title, kind in _SECTIONS:
        own = [h for h in in_order if is_fact(h) and isinstance(h if isinstance(h, Talk) else h.body, kind)]
        yield from _section(title, own, vault)
    yield from _section(CLAIMS, [h for h in in_order if not is_fact(h)], vault)


def _section(title: str, held: Iterable[Held], vault: _Vault) -> Iterator[str]:
    rows = [_line(h, vault) for h in held]
    if rows:
        yield f"## {title}\n"
        yield from rows
        yield ""


def _line(held: Held, vault: _Vault) -> str:
    """What it says, with whom it names linked, how it stands where it is no fact, and the quotes with their reports."""
    start, end = days(held.date)
    when = "" if not (start or end) else f"{start or '…'}: " if start == end else f"{start or '…'} to {end or '…'}: "
    what = literal(headline(held, vault.part.name_of))
    if isinstance(held, Talk):
        what = wikilink(vault.talk_file(held), headline(held, vault.part.name_of)) + f", {held.outcome}"
    who = "" if is_fact(held) else f" **{standing(held)}** ({literal(heard(held, vault.part.name_of))})"
    links = " · ".join(dict.fromkeys(vault.link(a) for a in named_in(held)))
    quotes = "; ".join(_quote(m, vault) for m in held.mentions)
    return f"- {when}{what}{who} — {' — '.join(filter(None, (links, quotes)))}"


def _quote(m: Mention, vault: _Vault) -> str:
    words = f"“{literal(m.quote)}” " if plain(m.quote) else ""
    return f"{words}({vault.reports.get(m.report) or literal(m.report)})"
