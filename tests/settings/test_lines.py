"""Finding the line of a key."""

from __future__ import annotations

import pytest

from parley.settings.lines import Path, line_of

TEXT = '''title = "x"
[head]
"quoted key" = 1
long = """
[[actor]]
id = "not here"
"""
[[actor]]
id = "a"
[[actor.stand]]
issue = "i"
[[actor]]
id = "b"
[[actor.stand]]
issue = "i"
[[actor.stand]]
issue = "j"
worth = { low = 1, high = 2 }
[a.b]
c.d = 5
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 1),
        (("head", "quoted key"), 3),
        (("actor", 0, "id"), 9),
        (("actor", 0, "stand", 0, "issue"), 11),
        (("actor", 1, "id"), 13),
        (("actor", 1, "stand", 1, "worth", "low"), 18),
        (("actor", 1, "stand", 1, "missing"), 16),
        (("a", "b", "c", "d"), 20),
        (("head",), 2),
        (("nowhere",), None),
    ],
)
def test_line_of(path: Path, line: int | None) -> None:
    """A key is found in its own table, or the nearest table around it; texts over many lines are passed over."""
    assert line_of(TEXT, path) == line
