"""What is at issue: the ids of issues by the words that signal them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from parley.reading.coding.entry_form import EntryForm
from parley.reading.coding.rows import EntryError, Raw, Row, rows_of, shipped_text
from parley.reading.document import Token
from parley.terms.overlay import Overlay

FILE = "issues.toml"
_LONGEST = 4
_JOINTS = frozenset({"PUNCT", "PART"})
"""Hyphens and the signs of possession, which stand in no phrase: "no-fly zone" is looked up as "no fly zone"."""


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue that talks may be about; `words` are lemmas, or several in a row.

    One that is `vague` counts only where no other is signalled: "the plan for elections" is about elections.
    """

    id: str
    name: str
    words: tuple[tuple[str, ...], ...]
    vague: bool
    example: str
    trap: str


@dataclass(frozen=True)
class Issues:
    """Issues by the words that signal them; where several are signalled the longest words count, then the first."""

    by_words: Mapping[tuple[str, ...], str]
    vague: frozenset[str]
    entries: tuple[Issue, ...]

    def of(self, tokens: Iterable[Token]) -> str | None:
        """The id of the issue that a stretch of words is about, None where no issue of the list is signalled."""
        words = tuple(t for t in tokens if t.pos not in _JOINTS)
        vague: str | None = None
        for n in range(_LONGEST, 0, -1):
            for i in range(len(words) - n + 1):
                row = words[i : i + n]
                found = self.by_words.get(tuple(t.lemma for t in row)) or self.by_words.get(tuple(t.lower for t in row))
                if found is not None and found not in self.vague:
                    return found
                vague = vague or found
        return vague


@cache
def shipped() -> Issues:
    """The issues that Parley ships."""
    return build(shipped_text(FILE), FILE)


def build(text: str, file: str, over: Sequence[Overlay] = ()) -> Issues:
    """Issues from TOML. Raises EntryError naming the entry, also where two issues claim the same words."""
    entries: list[Issue] = []
    by_words: dict[tuple[str, ...], str] = {}
    for row in rows_of(ISSUE.table, {file: text}, over):
        issue = ISSUE.entry(row)
        entries.append(issue)
        for words in issue.words:
            if by_words.setdefault(words, issue.id) != issue.id:
                what = f"{' '.join(words)!r} signals {by_words[words]!r} and {issue.id!r}: leave it to one"
                raise EntryError(row, what, "words")
    return Issues(by_words, frozenset(e.id for e in entries if e.vague), tuple(entries))


def _issue(raw: Raw, where: Row) -> Issue:
    words = tuple(tuple(w.replace("-", " ").replace("'s ", " ").split()) for w in raw.get("words", ()))
    if not words or any(len(w) > _LONGEST for w in words):
        raise EntryError(where, f"'words' is a list of one or more phrases of at most {_LONGEST} words", "words")
    name, vague = str(raw.get("name", raw["id"])), bool(raw.get("vague"))
    return Issue(str(raw["id"]), name, words, vague, str(raw["example"]), str(raw["trap"]))


ISSUE = EntryForm("issue", Issue, frozenset({"name", "vague"}), _issue, words=frozenset({"words"}))
