"""Writes `docs/reference/`: the command line from Typer, the contract, the codes and the actors file from the values
of `parley.terms`, the codebook's form and the lexicon from `parley.reading`.

Run by `make docs`. A test holds the pages to what this would write.
"""

from __future__ import annotations

import dataclasses
import re
import types
from collections.abc import Callable, Iterator
from enum import Enum
from inspect import Parameter, cleandoc, getdoc, signature
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from typer.models import ArgumentInfo

from parley.cli.app import app
from parley.reading.coding.codebook import ENTRY
from parley.reading.coding.estimates import ESTIMATE
from parley.reading.coding.issues import ISSUE
from parley.reading.coding.judgements_book import JUDGEMENT
from parley.reading.coding.stances import POSITION
from parley.reading.coding.talkbook import MANNER, PART, PROSPECT, RESULT, TALK
from parley.reading.coding.tiebook import QUALITY, TIE
from parley.reading.commitment.signatures import Signature, lexicon
from parley.terms import enums
from parley.terms.bodies import BODIES, Body
from parley.terms.entry import ActorEntry, Governs, Office
from parley.terms.enums import Reality, Root
from parley.terms.plover import MODES, QUAD, SCORE, plover_of
from parley.terms.slice import CONTRACT
from parley.terms.wire import KINDS, WIRE_NAME, hints

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference"
MADE = "<!-- Written by `make docs`: change the code, not this page. -->\n"


def pages() -> dict[str, str]:
    """Each page's file name and its text."""
    made = {
        "actors-file.md": _actors_file,
        "cli.md": _cli,
        "codebook.md": _codebook,
        "codes.md": _codes,
        "contract.md": _contract,
        "lexicon.md": _lexicon,
    }
    return {name: _page(lines()) for name, lines in made.items()}


def _page(lines: Iterator[str]) -> str:
    return MADE + "\n" + "\n".join(lines).rstrip() + "\n"


def _cli() -> Iterator[str]:
    root = app.registered_callback
    assert root is not None
    assert root.callback is not None
    yield from ("# The command line", "", _help(root.callback), "", cleandoc(STATUSES), "")
    yield from ("## parley", "", *_parameters(root.callback), "")
    for name, callback in commands():
        yield from (f"## parley {name}", "", _help(callback), "", *_parameters(callback), "")


def commands() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every command as it is typed, those of a group with the group's name before theirs."""
    groups = [(f"{g.name} ", g.typer_instance) for g in app.registered_groups]
    for before, group in (("", app), *groups):
        for command in group.registered_commands if group is not None else ():
            assert command.callback is not None
            yield f"{before}{command.name}", command.callback


STATUSES = """
Every command shows its help with `--help`. Exit status: 0 done; 1 something was left out, and named on standard error;
2 asked amiss, and the message says what to type next; 70 a fault of Parley's own (`--debug` shows where).
"""


def _help(of: Callable[..., Any]) -> str:
    """A command's help, with the example on a line of its own."""
    return (getdoc(of) or "").replace("Example:  ", "Example: ")


def _parameters(of: Callable[..., Any]) -> Iterator[str]:
    known = get_type_hints(of, include_extras=True)
    if not known.keys() - {"return"}:
        return
    yield from ("| | | default |", "|---|---|---|")
    for name, p in signature(of).parameters.items():
        hint, info = get_args(known[name])[:2]
        about = f"{_cell(info.help or '')}{_choices(hint, info)}"
        yield f"| `{_name(name, info)}` | {about} | {_default(p.default)} |"


def _name(name: str, info: Any) -> str:
    if isinstance(info, ArgumentInfo):
        return str(info.metavar or name.upper())
    word = next(w for w in (info.default, *info.param_decls) if isinstance(w, str))
    return f"{word} {info.metavar}" if info.metavar else word


def _choices(hint: Any, info: Any) -> str:
    """The words that may be given, where the type is a closed set of them."""
    words = next((t for t in (hint, *_parts(hint)) if isinstance(t, type) and issubclass(t, Enum)), None)
    if words is None or isinstance(info, ArgumentInfo):
        return ""
    return f" One of: {', '.join(str(w.value) for w in words)}."


def _parts(hint: Any) -> Iterator[Any]:
    for inner in get_args(hint):
        yield inner
        yield from _parts(inner)


def _default(value: Any) -> str:
    if value is Parameter.empty:
        return "needed"
    return "" if value is None or value is False else f"`{getattr(value, 'value', value)}`"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _contract() -> Iterator[str]:
    yield from (f"# The contract {CONTRACT}", "", cleandoc(INTRODUCTION), "", "## Kinds of lines", "")
    for kind, cls in KINDS.items():
        yield from (f"### {kind}", "", _doc(cls), "", *_fields(cls), "")
    yield from ("## Forms", "", "The fields that a proposal or statement has by its `form`; a talk has its own.", "")
    for form, body in BODIES.items():
        yield from (f"### form: {form}", "", _doc(body), "", *_fields(body), "")
    yield from ("## Values inside", "")
    for cls in _inner():
        yield from (f"### {cls.__name__}", "", _doc(cls), "", *_fields(cls), "")
    yield from ("## Vocabularies", "")
    for words in _vocabularies():
        yield from (f"### {words.__name__}", "", _doc(words), "", ", ".join(f"`{w.value}`" for w in words), "")


INTRODUCTION = """
Everything that Parley writes is JSON Lines: one object a line, `kind` first. The first line of an export is of kind
`contract` and names the reader and a hash of the rules that it read by. A field that is not known is `null` or `[]`.
Offsets count Unicode code points of a report's `text`; `quote` is always `text[start:end]`. The schema that every
line keeps (JSON Schema 2020-12) is installed with the package as `parley/terms/record.schema.json`. A breaking change
raises the major version.

An export of a record holds all of it, so that [an import brings it back exactly](../how-to/move-a-record.md), and ends
with a line of kind `counts`. The kinds `original`, `redirect`, `telling`, `reading` and `counts` came with 1.1; a
program that asks only what a record says can pass over them, as over any kind that it does not know.

What a **statement** counts as is decided in one place, from its `voices` and its `reality`. Its `status` is the first
of these that fits: heard for and against, `contested`; only against, `denied`; the doer admits it, `admitted`; a report
says so in its own voice, `reported`; somebody named says so, `claimed`; else `alleged`. It is a `fact` where its status
is `reported` or `admitted` **and** its reality is `happened` or `ongoing`. Nothing else is a fact, anywhere: see
[what counts as a fact](../explanation/facts.md).
"""


def _doc(cls: type[Any]) -> str:
    return (getdoc(cls) or "").strip()


def _fields(cls: type[Any]) -> Iterator[str]:
    yield from ("| field | value |", "|---|---|")
    for f in dataclasses.fields(cls):
        if f.name == "body":
            yield "| … | the fields of its form |"
        else:
            yield f"| `{WIRE_NAME.get(f.name, f.name)}` | {_words(hints(cls)[f.name])} |"


def _words(hint: Any) -> str:
    """A field's type in words."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return f"{_words(next(a for a in args if a is not type(None)))} or null"
    if origin is tuple:
        if args[-1] is Ellipsis:
            return f"list of {_words(args[0])}"
        return f"[{', '.join(_words(a) for a in args)}]"
    plain = {str: "string", int: "whole number", float: "number", bool: "true or false", object: "any value"}
    return plain.get(hint) or f"[{hint.__name__}](#{hint.__name__.lower()})"


def _actors_file() -> Iterator[str]:
    yield from ("# The actors file", "", cleandoc(ACTORS), "")
    for title, cls in (("`[[actor]]`", ActorEntry), ("`governs`", Governs), ("`offices`", Office)):
        yield from (f"## {title}", "", _doc(cls).replace("`start`", "`from`").replace("`end`", "`to`"), "")
        yield from (*_keys(cls), "")


ACTORS = """
TOML, given with `--actors FILE`; [how to add your own actors](../how-to/add-actors.md) shows one. Days are TOML dates
(`2021-08-15`, without quotes). A key that is not listed here is refused, with its line.
"""


def _keys(cls: type[Any]) -> Iterator[str]:
    """A settings file's keys: `from` and `to` are the days that the value calls start and end."""
    yield from ("| key | value | |", "|---|---|---|")
    for f in dataclasses.fields(cls):
        day = {"start": "from", "end": "to"}.get(f.name)
        needed = f.default is dataclasses.MISSING and f.name != "id"
        value = "day" if day else _words(hints(cls)[f.name]).removesuffix(" or null")
        value = re.sub(r"\(#(\w+)\)", lambda m: _place(m[1]), value)
        yield f"| `{day or f.name}` | {value} | {'needed' if needed else ''} |"


def _place(part: str) -> str:
    """Where a value's own table is: on this page, or, for a vocabulary, on the contract's."""
    return {"governs": "(#governs)", "office": "(#offices)"}.get(part, f"(contract.md#{part})")


def _codes() -> Iterator[str]:
    yield from ("# Codes of events", "", cleandoc(CODES), "")
    yield from ("| type | quad | score | modes, with their scores |", "|---|---|---|---|")
    for root in Root:
        modes = ", ".join(f"`{m}` {s:g}" for m, s in MODES.get(root, {}).items())
        score = f"{SCORE[root]:g}" if root in SCORE else ""
        yield f"| `{root}` | {QUAD.get(root, '')} | {score} | {modes} |"
    yield from ("", "## By reality", "", cleandoc(BY_REALITY), "")
    told = [r for r in Reality if r is not Reality.DID_NOT_HAPPEN]
    yield from (f"| type | {' | '.join(told)} |", f"|---|{'---|' * len(told)}")
    for root in (r for r in Root if r is not Root.OTHER):
        yield f"| `{root}` | {' | '.join(_coded(root, r) for r in told)} |"


def _coded(root: Root, reality: Reality) -> str:
    code = plover_of(root, None, reality)
    return "" if code is None else f"{code.type} {code.mode or ''}".strip()


CODES = """
An event's `type` and `mode` are those of PLOVER, the event ontology of the Open Event Data Alliance, and `OTHER` for a
political act that it has no code for. Quads: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict. The
score runs from -10 (conflict) to 10 (cooperation).
"""
BY_REALITY = """
Parley's `type` is the act itself, and whether it is planned or threatened stands in `reality`. PLOVER puts both into
one code, so `plover` is worked out by this table (here for acts without a mode; modes are kept or follow the act). What
did not happen, and what is only denied, has no code.
"""


def _codebook() -> Iterator[str]:
    yield from ("# The codebook's form", "", cleandoc(CODEBOOK), "")
    kinds = (
        ("Events", ENTRY), ("Talks", TALK), ("Parts in a talk", PART), ("Prospects of a talk", PROSPECT),
        ("Results of a talk", RESULT), ("Manners of a talk", MANNER), ("Ties", TIE), ("Qualities of a tie", QUALITY),
        ("Positions", POSITION), ("Issues", ISSUE), ("Judgements", JUDGEMENT), ("Estimates", ESTIMATE),
    )  # fmt: skip
    for title, form in kinds:
        yield from (f"## {title}: `[[{form.table}]]`", "", _doc(form.of), "")
        yield from (f"Fields: {', '.join(f'`{n}`' for n in sorted(form.fields))}.", "")


CODEBOOK = """
The codebook is `src/parley/reading/codebook/*.toml`: what words mean, as data. [Add a codebook
entry](../how-to/add-a-codebook-entry.md) goes through one. Every entry has an `id`, what it codes, lists of phrases, an
`example` that it must code and a `trap` that it must not: `parley codebook check` tries both.

Phrases are lemmas: `verbs` ("hold talks": the first word is looked up), `nouns` and `adjectives` (the last word is).
The other words of a phrase must stand about that word in the parse, not beside it in the text. In lists of lemmas
`@name` stands for a class of `classes.toml`, as `@arms`, or of the file's own `[class]`. An unknown field, code or mode
is refused, naming file, line and entry.

A file of your own has the same form, may hold entries of all kinds, and is laid over these with `--codebook FILE`, or
by `codebook = ["FILE"]` in `parley.toml`. An entry with the `id` of a shipped one of its kind takes its place; with
`off = true` it switches that one off; others are added. The hash in the contract's line changes with them.
"""


def _lexicon() -> Iterator[str]:
    yield from ("# The lexicon of embedding words", "", cleandoc(LEXICON), "")
    yield from ("| id | words | embeds | voice | makes it | where negated | example |", "|---|---|---|---|---|---|---|")
    examples = {i: example[0] for i, example, _ in lexicon().examples}
    words: dict[Signature, list[str]] = {}
    for (_, word), signatures in lexicon().by_word.items():
        for s in signatures:
            words.setdefault(s, []).append(word)
    for s, forms in words.items():
        shown = f"{', '.join(forms[:SHOWN])}{f' and {len(forms) - SHOWN} more' if len(forms) > SHOWN else ''}"
        cells = (f"`{s.id}`", shown, ", ".join(sorted(s.takes)), s.voice or "", s.makes or "", s.negated or "")
        yield f"| {' | '.join(cells)} | {_cell(examples[s.id])} |"


SHOWN = 6
LEXICON = """
Words that embed others: whose voice they open (its stance), and what they make of the reality of what they embed, as
such and where they are negated. Empty: as it was. Signatures compose along the path from the root of the sentence to
the predicate: see [why voices and reality](../explanation/voices-and-reality.md). The whole lists, with a trap for
each, are in `src/parley/reading/lexicon/embedding.toml`. In the examples the embedded word is in italics.
"""


def _inner() -> list[type[Any]]:
    """The values that lines are made of, each once, in the order in which they are met."""
    skip = {*KINDS.values(), *BODIES.values()}
    found: dict[type[Any], None] = {}
    todo: list[Any] = [*KINDS.values(), *BODIES.values()]
    for cls in todo:
        for hint in hints(cls).values():
            for t in _dataclasses(hint):
                if t not in skip and t not in found:
                    found[t] = None
                    todo.append(t)
    return list(found)


def _dataclasses(hint: Any) -> Iterator[type[Any]]:
    if hint in (Body, *get_args(Body)) and hint not in BODIES.values():
        return
    if get_origin(hint) is None and dataclasses.is_dataclass(hint) and isinstance(hint, type):
        yield hint
    for inner in get_args(hint):
        yield from _dataclasses(inner)


def _vocabularies() -> list[type[Enum]]:
    found = [v for v in vars(enums).values() if isinstance(v, type) and issubclass(v, Enum)]
    return [v for v in found if v.__module__ == enums.__name__]


def main() -> None:
    """Write the pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        print(f"wrote docs/reference/{name}")


if __name__ == "__main__":
    main()
