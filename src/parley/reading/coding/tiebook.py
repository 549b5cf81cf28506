"""The codebook of ties: how actors stand to each other, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from parley.reading.coding.wordbook import Raw, Wordbook, WordingError, book_of, shipped_text
from parley.terms.enums import Relation

FILE = "ties.toml"
_KNOWN = frozenset({"relation", "sign", "kind", "from", "to", "goods", "objects", "needs", "settled", "swap"})
KINDS = frozenset({"deed", "standing", "bond", "prefixed", "feared"})


@dataclass(frozen=True, slots=True)
class TieWording:
    """One way of saying a tie.

    `kind` is deed ("depends on"), standing (what one is of another: "an ally of"), bond (what is between two:
    "rivalry"), prefixed ("Iran-backed") or feared ("wary of their influence": of those whose it is). `from_` and `to`
    are grammatical places, the first found taken; `goods` the places of what is depended on; `objects` lemmas of which
    a verb's object must be one; `needs` words of which one must stand about it; `settled` verbs say a tie only where
    they tell of a lasting state, not of a single act; `swap` turns a standing round ("a proxy of Chad": from Chad).
    A bond without a relation takes that of its quality.
    """

    id: str
    relation: Relation | None
    sign: int
    kind: str
    from_: tuple[str, ...]
    to: tuple[str, ...]
    goods: tuple[str, ...]
    objects: frozenset[str]
    needs: frozenset[str]
    settled: bool
    swap: bool
    example: tuple[str, str, str]
    trap: str


@dataclass(frozen=True, slots=True)
class Quality:
    """What words about a bond make of it: "close", "strained", "marred"."""

    id: str
    relation: Relation
    sign: int
    example: tuple[str, str, str]
    trap: str


@dataclass(frozen=True)
class Tiebook:
    """The wordings of ties, and the qualities of bonds."""

    wordings: Wordbook[TieWording]
    qualities: Wordbook[Quality]


@cache
def shipped() -> Tiebook:
    """The codebook of ties that Parley ships."""
    return build(shipped_text(FILE), FILE)


def build(text: str, file: str) -> Tiebook:
    """A codebook of ties from TOML. Raises WordingError naming the entry."""
    qualities = book_of(text, file, "quality", frozenset({"relation", "sign"}), _quality)
    return Tiebook(book_of(text, file, "tie", _KNOWN, _wording), qualities)


def _wording(raw: Raw, where: str) -> TieWording:
    kind = str(raw.get("kind", "deed"))
    if kind not in KINDS:
        raise WordingError(f"{where}: kind {kind!r} is none of {', '.join(sorted(KINDS))}")
    if kind != "bond" and "relation" not in raw:
        raise WordingError(f"{where}: 'relation' is missing: only a bond may leave it to its quality")
    return TieWording(
        id=str(raw["id"]),
        relation=_relation(raw, where) if "relation" in raw else None,
        sign=_sign(raw, where),
        kind=kind,
        from_=tuple(raw.get("from", ("subject",))),
        to=tuple(raw.get("to", ("object",))),
        goods=tuple(raw.get("goods", ())),
        objects=frozenset(raw.get("objects", ())),
        needs=frozenset(raw.get("needs", ())),
        settled=bool(raw.get("settled")),
        swap=bool(raw.get("swap")),
        example=_example(raw, where),
        trap=str(raw["trap"]),
    )


def _quality(raw: Raw, where: str) -> Quality:
    return Quality(str(raw["id"]), _relation(raw, where), _sign(raw, where), _example(raw, where), str(raw["trap"]))


def _relation(raw: Raw, where: str) -> Relation:
    try:
        return Relation(raw["relation"])
    except (KeyError, ValueError):
        raise WordingError(f"{where}: relation {raw.get('relation')!r} is none of {', '.join(Relation)}") from None


def _sign(raw: Raw, where: str) -> int:
    sign = raw.get("sign", 0)
    if sign not in (-1, 0, 1):
        raise WordingError(f"{where}: sign {sign!r} is none of -1, 0, 1")
    return int(sign)


def _example(raw: Raw, where: str) -> tuple[str, str, str]:
    given = raw["example"]
    if not isinstance(given, list) or len(given) != 3:
        raise WordingError(f"{where}: 'example' is not [sentence, from, to]")
    return (str(given[0]), str(given[1]), str(given[2]))
