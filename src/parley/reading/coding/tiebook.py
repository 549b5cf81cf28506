"""The codebook of ties: how actors stand to each other, and the words that say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from parley.reading.coding.entry_fields import among, maybe_one_of, one_of, triple
from parley.reading.coding.entry_form import EntryForm
from parley.reading.coding.rows import EntryError, Raw, Row, shipped_text
from parley.reading.coding.wordbook import Wordbook, book_of
from parley.terms.enums import Relation
from parley.terms.overlay import Overlay

FILE = "ties.toml"
_KNOWN = frozenset({
    "relation", "sign", "kind", "from", "to", "goods", "objects", "needs", "settled", "swap", "owned",
    "mutual", "lacking", "only_lacking", "habitual",
})  # fmt: skip
KINDS = frozenset({"deed", "standing", "bond", "prefixed", "sided", "feared", "lent", "aimed", "placed", "regarded"})


@dataclass(frozen=True, slots=True)
class TieWording:
    """One way of saying a tie.

    `kind` is deed ("depends on"), standing (what one is of another: "an ally of"), bond (what is between two:
    "rivalry"), prefixed ("Iran-backed"), sided ("pro-Iranian": whoever is so, to whom), feared ("wary of their
    influence": of those whose it is), lent ("with Chad's backing": by whose it is, to the subject), aimed ("wants to
    topple": what is sought is a stance already), placed ("X and Y, at odds over", `needs` has the preposition) or
    regarded ("calls them terrorists": by those who do). `from_` and `to` are grammatical places, the first found
    taken; `goods` the places of what is depended on; `objects` lemmas of which a verb's object must be one, "name" for
    any name; `needs` words of which one must stand about it, "lasting" for any that say how long or how often.
    `settled` verbs say a tie only where they tell of a lasting state, not of a single act, `habitual` ones only in the
    present or with a word for how long or how often; `swap` turns a tie round ("a proxy of Chad": from Chad). With
    `owned` whose the thing is will do ("wary of Chad's plans"), with `mutual` two who are so are so to each other.
    `lacking` is what it comes to where it is told that there is none of it ("has no faith in"), and with
    `only_lacking` all that it says. A bond without a relation takes that of its quality.
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
    habitual: bool
    swap: bool
    owned: bool
    mutual: bool
    lacking: Relation | None
    only_lacking: bool
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


def build(text: str, file: str, over: Sequence[Overlay] = ()) -> Tiebook:
    """A codebook of ties from TOML. Raises EntryError naming the entry."""
    return Tiebook(book_of(TIE, {file: text}, over), book_of(QUALITY, {file: text}, over))


def _wording(raw: Raw, where: Row) -> TieWording:
    kind = among(KINDS, raw, "kind", "deed", where)
    if kind != "bond" and "relation" not in raw:
        raise EntryError(where, "'relation' is missing: only a bond may leave it to its quality", "relation")
    return TieWording(
        id=str(raw["id"]),
        relation=maybe_one_of(Relation, raw, "relation", where),
        sign=_sign(raw, where),
        kind=kind,
        from_=tuple(raw.get("from", ("subject",))),
        to=tuple(raw.get("to", ("object",))),
        goods=tuple(raw.get("goods", ())),
        objects=frozenset(raw.get("objects", ())),
        needs=frozenset(raw.get("needs", ())),
        settled=bool(raw.get("settled")),
        habitual=bool(raw.get("habitual")),
        swap=bool(raw.get("swap")),
        owned=bool(raw.get("owned")),
        mutual=bool(raw.get("mutual")),
        lacking=maybe_one_of(Relation, raw, "lacking", where),
        only_lacking=bool(raw.get("only_lacking")),
        example=triple(raw, where, "from", "to"),
        trap=str(raw["trap"]),
    )


def _quality(raw: Raw, where: Row) -> Quality:
    relation = one_of(Relation, raw, "relation", where)
    return Quality(str(raw["id"]), relation, _sign(raw, where), triple(raw, where, "from", "to"), str(raw["trap"]))


def _sign(raw: Raw, where: Row) -> int:
    sign = raw.get("sign", 0)
    if sign not in (-1, 0, 1):
        raise EntryError(where, f"sign {sign!r} is none of -1, 0, 1", "sign")
    return int(sign)


TIE = EntryForm("tie", TieWording, _KNOWN, _wording)
QUALITY = EntryForm("quality", Quality, frozenset({"relation", "sign"}), _quality)
