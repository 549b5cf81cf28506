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
    """An issue that talks may be about; `words` are lemmas, or several in a row."""

    id: str
    name: str
    words: tuple[tuple[str, ...], ...]
    example: str
    trap: str


@dataclass(frozen=True)
class Issues:
    """Issues by the words that signal them; where several are signalled the longest words count, then the first."""

    by_words: Mapping[tuple[str, ...], str]
    entries: tuple[Issue, ...]

    def of(self, tokens: Iterable[Token]) -> str | None:
        """The id of the issue that a stretch of words is about, None where no issue of the list is signalled."""
        words = tuple(t for t in tokens if t.pos not in _JOINTS)
        for n in range(_LONGEST, 0, -1):
            for i in range(len(words) - n + 1):
                row = words[i : i + n]
                found = self.by_words.get(tuple(t.lemma for t in row)) or self.by_words.get(tuple(t.lower for t in row))
                if found is not None:
                    return found
        return None


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
    return Issues(by_words, tuple(entries))


def _issue(raw: Raw, where: Row) -> Issue:
    words = tuple(tuple(w.replace("-", " ").replace("'s ", " ").split()) for w in raw.get("words", ()))
    if not words or any(len(w) > _LONGEST for w in words):
        raise EntryError(where, f"'words' is a list of one or more phrases of at most {_LONGEST} words", "words")
    return Issue(str(raw["id"]), str(raw.get("name", raw["id"])), words, str(raw["example"]), str(raw["trap"]))


ISSUE = EntryForm("issue", Issue, frozenset({"name"}), _issue, words=frozenset({"words"}))
