"""Dyads of events against the PETRARCH coders' test suite: who did what to whom, of made-up actors.

    python benchmarks/petrarch.py petrarch_suite.jsonl petrarch_actors.json [--part looked-at|kept] [--errors]

Measured are the rows that are `dictionary_free` and that `agrees_with_plover` marks true. A row's actors are given to
the reader as mentions, made of the second file's names:

- the longest name that stands in the text and has a code at the row's date; its code is the actor's id;
- an agent ("minister", ~GOV) has the country beside it filled in: "Norway's minister", "minister Dahl", "the
  ministers of Norway and Sweden", "Norwegian ministers and judges"; one without a country is nobody.

A row is right if the set of (source, target, root) is exactly the gold's, or all of `also_right`. Gold dyads without a
root are left out. Of the reader's statements all events of a PLOVER root count by `type`, but for those that another's
`content` link leads to; an act of several actors on nobody, a meeting or a visit is of each upon each; who has no code
is in no dyad.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, permutations, product
from pathlib import Path
from typing import Any

from parley.desk.reading import join_one
from parley.reading.english import default
from parley.terms.bodies import Event
from parley.terms.enums import LinkRel, Root
from parley.terms.layers import GivenMention, Reading
from parley.terms.ports import Asked
from parley.terms.report import report_of

Row = Mapping[str, Any]
Dyads = frozenset[tuple[str, str, str]]
_CLASS = re.compile(r"!(\w+?)!")
_DATE = re.compile(r"\d{6,8}")
_BESIDE = re.compile(r"['’]s? (?:[a-z-]+ ){0,2}| (?:(?:senior|top|former|local|state) )?")
_OF = re.compile(r" (?:of|in|from) (?:the )?")
_AND = re.compile(r",? and |, ")


@dataclass(frozen=True)
class Name:
    """A name that stands at a place of a text: an actor's code, or an agent's, in which ~ is the country."""

    start: int
    end: int
    code: str

    @property
    def is_agent(self) -> bool:
        """Whether it needs a country."""
        return "~" in self.code


def main() -> None:
    """Measure what the command line names, and print it."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("gold", type=Path, help="JSON Lines")
    words.add_argument("actors", type=Path, help="JSON: actors and agents with their codes")
    words.add_argument("--part", choices=("looked-at", "kept"), help="every other row, from the first or the second")
    words.add_argument("--errors", action="store_true", help="print each row that is wrong")
    given = words.parse_args()
    rows = [json.loads(line) for line in given.gold.read_text(encoding="utf-8").splitlines()]
    rows = [r for r in rows if r["dictionary_free"] and r.get("agrees_with_plover")]
    rows = rows if given.part is None else rows[given.part == "kept" :: 2]
    told = list(read(rows, json.loads(given.actors.read_text(encoding="utf-8"))))
    wrong = [(r, t) for r, t in zip(rows, told, strict=True) if t not in accepted(r)]
    print(f"right: {1 - len(wrong) / max(1, len(rows)):.3f} of {len(rows)}")
    if given.errors:
        print("\n".join(_shown(r, t) for r, t in wrong))


def _shown(row: Row, told: Dyads) -> str:
    gold = accepted(row)[0]
    return f"  {row['id']}: missed {sorted(gold - told)}, too many {sorted(told - gold)}: {row['text']}"


def accepted(row: Row) -> list[Dyads]:
    """The sets of dyads that count as right, the gold's first."""
    gold = frozenset((g["source"], g["target"], g["plover"]) for g in row["gold"] if g["plover"])
    also = row.get("also_right")
    return [gold, frozenset((s, t, root) for s, t, root in also)] if also else [gold]


def read(rows: Sequence[Row], actors: Mapping[str, Any]) -> Iterator[Dyads]:
    """The dyads that the reader tells of each row."""
    given = [tuple(mentions(r["text"], r["date"], actors)) for r in rows]
    asked = (Asked(report_of(r["text"], id=f"r{n}"), m) for n, (r, m) in enumerate(zip(rows, given, strict=True)))
    for reading, found in zip(default().read_all(asked), given, strict=True):
        yield dyads(reading, frozenset(m.actor for m in found))


def dyads(reading: Reading, codes: frozenset[str]) -> Dyads:
    """Who does what to whom among the actors given, by the statements of a reading."""
    statements = join_one(reading).statements
    within = {link.to for s in statements for link in s.links if link.rel is LinkRel.CONTENT}
    told = (s.body for s in statements if s.id not in within and isinstance(s.body, Event))
    return frozenset(
        (a, b, e.type.value) for e in told if e.type is not Root.OTHER for a, b in pairs(e) if {a, b} <= codes
    )


def pairs(e: Event) -> Iterator[tuple[str, str]]:
    """Each who and whom of an event; who meets or visits another is met."""
    if e.type is Root.CONSULT or not e.recipients:
        return permutations(dict.fromkeys((*e.actors, *e.recipients)), 2)
    return product(e.actors, e.recipients)


def mentions(text: str, day: str, actors: Mapping[str, Any]) -> Iterator[GivenMention]:
    """The actors that a text names at a day (YYYYMMDD), agents with their country."""
    classes: Mapping[str, Sequence[str]] = actors["substitutions"]
    known = {n: code for n, codes in actors["actors"].items() if (code := code_at(codes, day))}
    agents = {w: code for n, code in actors["agents"].items() for w in spelt(n, classes)}
    for found in joined(text, list(names(text, {**agents, **known}, frozenset(known)))):
        if re.search(r"\w", found.code) and not found.is_agent:
            yield GivenMention(found.start, found.end, found.code)


def code_at(codes: Sequence[Mapping[str, str]], day: str) -> str:
    """A name's code at a day: the first that is dated and holds then, else the one without a date, else ""."""
    dated = (c["code"] for c in codes if "when" in c and _holds(c["when"], day))
    return next(dated, next((c["code"] for c in codes if "when" not in c), ""))


def _holds(when: str, day: str) -> bool:
    ends = [_full(d) for d in _DATE.findall(when)]
    if when[0] == "<":
        return day < ends[0]
    return day > ends[0] if when[0] == ">" else ends[0] <= day <= ends[-1]


def _full(day: str) -> str:
    """A day with its century: YYMMDD is of this one up to the year 30."""
    return day if len(day) == 8 else ("20" if day < "31" else "19") + day


def spelt(name: str, classes: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The names that a pattern stands for, each word of a class put in: "CONGRESS!PERSON!"."""
    found = _CLASS.search(name)
    if found is None:
        yield name
        return
    for word in classes[found[1]]:
        yield from spelt(name[: found.start()] + word + name[found.end() :], classes)


def names(text: str, codes: Mapping[str, str], proper: frozenset[str]) -> Iterator[Name]:
    """Names and agents in a text, the longest that begins at a place, in their plural too; names have a capital."""
    longest = sorted(codes, key=lambda n: -len(n))
    pattern = "|".join(re.escape(n) for n in longest)
    for m in re.finditer(rf"(?<!\w)(?:({pattern})S?)(?!\w)", text, re.IGNORECASE):
        name = m[1].upper()
        if name not in proper or m[0][0].isupper():
            yield Name(*m.span(), codes[name])


def joined(text: str, found: Sequence[Name]) -> Iterator[Name]:
    """Agents with the country and the name beside them, as one."""
    made: list[Name] = []
    for n in found:
        made.append(n)
        while len(made) > 1 and (one := _one(text, made[-2], made[-1])) is not None:
            made[-2:] = [one]
    return iter(_shared(text, made))


def _one(text: str, a: Name, b: Name) -> Name | None:
    """Two names as one: a country and its agent, an agent and the country it is of, an agent and who it is."""
    between = text[a.end : b.start]
    beside = bool(_BESIDE.fullmatch(between))
    if b.is_agent and not a.is_agent and beside:
        return Name(a.start, b.end, filled(b.code, a.code))
    if a.is_agent and not b.is_agent and (between == " " or _OF.fullmatch(between)):
        return Name(a.start, b.end, filled(a.code, b.code))
    same = a.code.startswith(b.code) and not a.is_agent and between == " "
    return Name(a.start, b.end, a.code) if same else None


def filled(agent: str, country: str) -> str:
    """An agent's code with its country, nothing said twice.

    >>> filled("~GOV", "NOR"), filled("NGO~", "NOR"), filled("~GOV", "NORGOV")
    ('NORGOV', 'NGONOR', 'NORGOV')
    """
    return country if country.endswith(agent.strip("~")) else agent.replace("~", country)


def _shared(text: str, found: Sequence[Name]) -> list[Name]:
    """Those set beside each other share a country ("judges and ministers of Norway"), or what they are."""
    made = list(found)
    for i in reversed(range(len(made) - 1)):
        if made[i].is_agent and not made[i + 1].is_agent and _beside(text, made[i], made[i + 1]):
            made[i] = replace(made[i], code=filled(made[i].code, made[i + 1].code[:3]))
    agent = ""
    for i, (a, b) in enumerate(pairwise(found)):
        beside = _beside(text, a, b)
        agent = (agent or _agent_of(text, a)) if beside else ""
        if beside and b.is_agent and not made[i].is_agent:
            made[i + 1] = replace(b, code=filled(b.code, made[i].code[:3]))
        elif agent and len(b.code) == 3:
            made[i + 1] = replace(b, code=filled(agent, b.code))
    return made


def _beside(text: str, a: Name, b: Name) -> bool:
    return bool(_AND.fullmatch(text[a.end : b.start]))


def _agent_of(text: str, n: Name) -> str:
    """What those are that a name tells of a country, "" if it is no "ministers of Norway"."""
    return "~" + n.code[3:] if _OF.search(text[n.start : n.end]) and not n.is_agent else ""


if __name__ == "__main__":
    main()
