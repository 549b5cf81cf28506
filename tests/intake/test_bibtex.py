"""BibTeX."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.intake.bibliography import Entry
from parley.intake.bibtex import entries_of_bibtex
from parley.intake.draft import Draft
from parley.intake.left_out import UnreadableError


def read(text: str) -> list[Entry | UnreadableError]:
    """The entries of a file."""
    return [e for _, e in entries_of_bibtex(text.encode())]


def test_an_entry_tells_its_origin() -> None:
    """Braces within braces, quotes, bare words; comments and strings are no entries."""
    (entry,) = read(
        "% a comment\n@comment{x}\n@article{clerk2021,\n  title = {The {UN} \\& {\\'E}tat},"
        ' journal="Harbour {"}Post{"}",\n'
        "  year = 2021, month = may, day = 4,\n  abstract = {They met.}, url = {https://harbour.example/a_b},\n"
        "  file = {Full Text:files/1/a\\:b.pdf:application/pdf;Snapshot:files/2/x.html:text/html},\n}\n"
    )
    known = Draft("They met.", "The UN & État", 'Harbour "Post"', "2021-05-04", "https://harbour.example/a_b")
    assert entry == Entry(known, ("files/1/a:b.pdf", "files/2/x.html"))


@pytest.mark.parametrize(
    ("fields", "day", "vague"),
    [
        ("date = {2021-05-04}", "2021-05-04", False),
        ("year = {2021}, month = {5}, day = {4}", "2021-05-04", False),
        ("year = {2021}, month = {05}, day = {04}", "2021-05-04", False),
        ("year = 2021", None, True),
        ("title = {x}", None, False),
    ],
)
def test_days(fields: str, day: str | None, vague: bool) -> None:
    """A year alone is no day."""
    (entry,) = read(f"@misc{{a, {fields}}}")
    assert isinstance(entry, Entry)
    assert (entry.known.published, entry.vague) == (day, vague)


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        (
            r"url = {https://a.example/~clerk/ferry--talks\_1}, doi = {10.1/x}",
            "https://a.example/~clerk/ferry--talks_1",
        ),
        ("doi = {10.1/a--b}", "https://doi.org/10.1/a--b"),
        ("doi = {https://doi.org/10.1/x}", "https://doi.org/10.1/x"),
        ("doi = {none}", None),
    ],
)
def test_addresses(fields: str, url: str | None) -> None:
    """Sign for sign; a DOI is one, bare or not."""
    (entry,) = read(f"@misc{{a, title = {{x}}, {fields}}}")
    assert isinstance(entry, Entry)
    assert entry.known.url == url


@pytest.mark.parametrize(
    ("field", "files"),
    [(":a/b.pdf:PDF", ("a/b.pdf",)), ("a/b.pdf", ("a/b.pdf",)), ("a.pdf;b.pdf", ("a.pdf", "b.pdf")), ("", ())],
)
def test_files(field: str, files: tuple[str, ...]) -> None:
    """As Zotero, JabRef and others write them."""
    (entry,) = read(f"@misc{{a, title = {{x}}, file = {{{field}}}}}")
    assert isinstance(entry, Entry)
    assert entry.files == files


def test_an_entry_that_breaks_off_costs_no_other() -> None:
    """It is named."""
    told = read("@misc{a, title = {One\n\n@misc{b, title = {Two}}\n")
    assert isinstance(told[0], UnreadableError)
    assert isinstance(told[1], Entry)
    with pytest.raises(UnreadableError, match="no entry"):
        read("They met.")


@settings(deadline=None)
@given(st.lists(st.sampled_from([*'@{}=,"\\\n ', "@misc{a,", "title", "file = {", "x:y;z"]), max_size=60).map("".join))
def test_any_mixture_of_signs_is_read_or_refused(text: str) -> None:
    """Each entry is told without a brace, or named with what to do."""
    told = read("@misc{a, " + text)
    assert told
    for entry in told:
        assert entry.remedy if isinstance(entry, UnreadableError) else not set("{}") & set(entry.known.title or "")
