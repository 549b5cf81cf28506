"""The demo: the whole way from the sample reports to a brief."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile, copytree

from parley import samples
from parley.desk.amiss import AmissError
from parley.desk.brief import brief_of
from parley.desk.readers import readers
from parley.desk.records import DEFAULT, Wanted, open_record, part_of
from parley.desk.reports import Progress, read_into
from parley.intake import LeftOut

SCENARIO = "tehran-2022.toml"
"""The sample scenario of the talks that most of the sample reports are about."""


@dataclass(frozen=True, slots=True)
class Demo:
    """Where the demo wrote its record, brief and scenario, and how much is in them."""

    record: Path
    brief: Path
    scenario: Path
    reports: int
    talks: int
    statements: int
    left_out: tuple[LeftOut, ...]


def demo(folder: Path, progress: Progress) -> Demo:
    """Read the samples into a record in a folder, made where it does not exist, and write a brief beside it.

    Copies of the sample reports and of their scenario are put there as well, to be looked at and changed.

    Raises AmissError where nothing can be written there.
    """
    try:
        copytree(samples.folder(), folder / "samples", dirs_exist_ok=True)
        copyfile(samples.folder().parent / "scenarios" / SCENARIO, folder / SCENARIO)
    except OSError as e:
        raise AmissError(f"{folder}: nothing can be written there ({e.strerror})", "Name another: --folder …") from e
    place, page, scenario = folder / DEFAULT, folder / "brief.html", folder / SCENARIO
    record = open_record(place)
    taken = read_into(record, [samples.folder()], readers(), progress=progress)
    whole = part_of(record, Wanted())
    page.write_text(brief_of(whole, "html", None, scenario), encoding="utf-8")
    return Demo(place, page, scenario, len(whole.reports), len(whole.talks), len(whole.statements), taken.left_out)
