"""Typed reading of tables."""

from __future__ import annotations

import pytest

from parley.settings.errors import SettingsError
from parley.settings.toml_file import Table, parse_toml


def table(text: str) -> Table:
    return parse_toml(text, "x.toml", SettingsError).root()


@pytest.mark.parametrize(
    ("text", "read", "said"),
    [
        ("a = 1", lambda t: t.text("a"), "x.toml:1: a: is 1, not a text"),
        ("", lambda t: t.text("a"), "x.toml: a: is missing"),
        ("a = true", lambda t: t.number("a", 0), "not a number"),
        ("a = [1, 'b']", lambda t: t.numbers("a"), "not a list of numbers"),
        ("a = [1]", lambda t: t.texts("a"), "not a list of texts"),
        ("a = 1", lambda t: t.table("a"), "not a table"),
        ("[a]", lambda t: list(t.tables("a")), "not a list of tables; write [[a]]"),
        ("\na = 1\nb = 2", lambda t: (t.get("a"), t.done()), "x.toml:3: b: is not known here; use one of a"),
        ("a = 5", lambda t: t.day("a"), "not a day"),
    ],
)
def test_refusals(text: str, read: object, said: str) -> None:
    """Each wrong kind of value is refused with its place and the remedy."""
    assert callable(read)
    with pytest.raises(SettingsError) as caught:
        read(table(text))
    assert said in str(caught.value)


def test_what_is_there_is_read() -> None:
    """Each right kind of value comes as it is; what is optional may be missing."""
    t = table("a = 'x'\nb = 2\nc = [1, 2.5]\nd = 2024-02-29\n[e]\n[[f]]\n[[f]]")
    assert (t.text("a"), t.number("b", 0), t.numbers("c"), t.day("d")) == ("x", 2.0, (1.0, 2.5), "2024-02-29")
    assert t.table("e") is not None
    assert len(list(t.tables("f"))) == 2
    assert (t.text_or_none("z"), t.number("z", 7), t.texts("z"), t.numbers("z"), t.day("z")) == (None, 7, (), (), None)
    t.done()
