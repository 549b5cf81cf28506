"""Bibliographies and the files attached to their entries."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.intake.making import FAILED, MET, docx_of, ris_of

from parley.intake import gather
from parley.intake.bibliography import place_of
from parley.intake.left_out import UnreadableError
from parley.terms.report import Report

ABOUT = {"TI": "Ferry talks", "T2": "Harbour Post", "DA": "2021/05/04/", "UR": "https://harbour.example/ferry;1"}


def read(tmp_path: Path, *entries: dict[str, str]) -> tuple[list[Report], list[str]]:
    """What a bibliography in a folder gives."""
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    (home / "talks.ris").write_bytes(ris_of(*entries))
    intake = gather([home / "talks.ris"])
    return list(intake.reports), [str(x) for x in intake.left_out]


def test_an_entry_with_a_file_is_the_file_s_text(tmp_path: Path) -> None:
    """With the entry's own title, outlet, day and address."""
    (tmp_path / "home" / "files" / "1").mkdir(parents=True)
    (tmp_path / "home" / "files" / "1" / "ferry talks.docx").write_bytes(docx_of(MET, title="Other"))
    ((report,), left) = read(tmp_path, {**ABOUT, "L1": "files/1/ferry%20talks.docx", "AB": FAILED})
    assert left == []
    assert (report.text, report.title, report.publisher) == (MET, "Ferry talks", "Harbour Post")
    assert (report.published, report.url) == ("2021-05-04", "https://harbour.example/ferry;1")


def test_an_entry_without_a_file_is_its_abstract_and_says_so(tmp_path: Path) -> None:
    """In its title and beside it; one with neither is left out with what to do."""
    ((report,), left) = read(tmp_path, {**ABOUT, "AB": FAILED}, ABOUT)
    assert (report.text, report.title) == (FAILED, "Ferry talks (abstract)")
    assert "the abstract is the report" in left[0]
    assert "entry 2: the entry has neither" in left[1]


def test_where_a_file_gives_nothing_the_next_does(tmp_path: Path) -> None:
    """Then the abstract; each that failed is named."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "a.pdf").write_bytes(b"%PDF-1.7 broken")
    (home / "b.txt").write_text(MET)
    ((report,), left) = read(tmp_path, {**ABOUT, "L1": "a.pdf\nL1  - b.txt\nL1  - gone.txt", "AB": FAILED})
    assert report.text == MET
    assert ["gone.txt: the file is not there" in x or "PDF is broken" in x for x in left] == [True, True]
    ((report,), _) = read(tmp_path, {**ABOUT, "L1": "a.pdf", "AB": FAILED})
    assert report.text == FAILED


def test_a_year_is_no_day(tmp_path: Path) -> None:
    """The report is kept without a date, and so said."""
    ((report,), left) = read(tmp_path, {"TI": "Ferry talks", "PY": "2021", "AB": FAILED})
    assert report.published is None
    assert any("only the year" in x for x in left)


def outside(tmp_path: Path) -> Path:
    """A folder with a bibliography's files, beside a secret."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "in.txt").write_text(MET)
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "homesecret.txt").write_text("secret")
    (home / "link.txt").symlink_to(tmp_path / "secret.txt")
    (home / "away").symlink_to(tmp_path)
    return home


@pytest.mark.parametrize(
    "name",
    [
        "../secret.txt", "..\\secret.txt", "%2e%2e/secret.txt", "in/../../secret.txt", "link.txt", "away/secret.txt",
        "../homesecret.txt", "/etc/hostname", "file:///etc/hostname", "https://x.example/a.txt", "C:\\secret.txt",
        "~/secret.txt", "", ".", "gone.txt", "in.txt\0", "internal-pdf://1/in.txt", "%00",
    ],
)  # fmt: skip
def test_no_path_leads_out(tmp_path: Path, name: str) -> None:
    """Not by dots, links, roots, schemes or escapes."""
    home = outside(tmp_path)
    with pytest.raises(UnreadableError) as told:
        place_of(name, home)
    assert told.value.remedy
    assert place_of("in.txt", home).read_text() == MET
    with pytest.raises(UnreadableError):
        place_of("in.txt", None)
