"""The sample reports: all of them can be read, and they tell of their origin what they should."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from parley.intake import Intake, gather
from parley.samples import folder
from parley.terms.report import Report

ORIGIN = {
    "charikar-talks-collapse.md": ("Lapis Road Review", "2021-09-03"),
    "front-bulletin.txt": (None, None),
    "oslo-after-tehran.txt": ("Fjord and Steppe Quarterly", "2022-01-27"),
    "pakistan-accused.txt": ("Meridian Wire", "2021-09-08"),
    "pretoria-agreement.md": ("Harbour Street Journal", "2022-11-14"),
    "pretoria-before.html": ("Rift Valley Observer", "2022-10-24"),
    "tehran-first-reports.txt": ("Meridian Wire", "2022-01-10"),
    "tehran-sibling.txt": (None, None),
    "tehran-who-was-there.html": ("The Caspian Ledger", "2022-01-12"),
}


@pytest.fixture(scope="module")
def all_read() -> Intake:
    """The whole folder, as a user would give it."""
    return gather([folder()])


def _read(name: str) -> Report:
    (report,) = gather([folder() / name]).reports
    return report


def test_every_sample_is_read_and_nothing_is_left_out(all_read: Intake) -> None:
    """A newcomer's first run must not begin with a complaint."""
    assert all_read.left_out == ()
    assert len(all_read.reports) == len(ORIGIN)
    assert {p.name for p in folder().iterdir()} == set(ORIGIN)


@pytest.mark.parametrize("name", ORIGIN)
def test_a_sample_tells_its_publisher_and_day(name: str) -> None:
    """Publisher and day come from what each file says of itself, and from nothing else."""
    report = _read(name)
    assert (report.publisher, report.published) == ORIGIN[name]


def test_every_sample_has_a_title_and_is_english(all_read: Intake) -> None:
    """Titles are found in headers, front matter, page metadata and first lines alike."""
    assert all(r.title and r.language == "en" for r in all_read.reports)


def test_dated_samples_have_an_address(all_read: Intake) -> None:
    """Where a sample gives its address, it is one that nobody owns."""
    given = [r.url for r in all_read.reports if r.url]
    assert len(given) == 6
    assert all(re.fullmatch(r"https://[a-z]+\.example/\S+", url) for url in given)


@pytest.mark.parametrize("name", [n for n in ORIGIN if n.endswith(".html")])
def test_a_page_leaves_its_surroundings_behind(name: str) -> None:
    """Menus, side columns and footers are not told as news."""
    text = _read(name).text or ""
    assert not re.search(r"(?i)copyright|subscribe|most read|front page|last update|20(?:09|14|23|24)", text)


def test_a_sample_is_of_a_length_to_read_at_once(all_read: Intake) -> None:
    """Samples stay short, so that a first run is quick."""
    assert all(150 <= len((r.text or "").split()) <= 800 for r in all_read.reports)


def test_markdown_and_headers_are_not_part_of_the_text() -> None:
    """What is told about a report is not told by it."""
    assert "**" not in (_read("charikar-talks-collapse.md").text or "")
    assert "Publisher:" not in (_read("oslo-after-tehran.txt").text or "")


def test_the_folder_is_a_real_one() -> None:
    """The samples are files that a user can open beside the brief."""
    assert isinstance(folder(), Path)
    assert folder().is_dir()
