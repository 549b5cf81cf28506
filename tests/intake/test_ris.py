"""RIS."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.outcome import outcome

from parley.intake.bibliography import Entry
from parley.intake.draft import Draft
from parley.intake.left_out import UnreadableError
from parley.intake.ris import entries_of_ris


def read(text: str) -> list[Entry | UnreadableError]:
    """The entries of a file."""
    return [e for _, e in entries_of_ris(text.encode())]


def test_an_entry_tells_its_origin() -> None:
    """Long values go on in the next line; links are addresses, paths are files."""
    (entry,) = read(
        "\ufeffTY  - NEWS\r\nTI  - Ferry talks\r\nJO  - Harbour Post\r\nDA  - 2021/05/04\r\nAB  - They met.\r\n"
        "Again.\r\nL1  - files/1/a.pdf\r\nL2  - https://harbour.example/a\r\nKW  - ferry\r\nXX  - x\r\nER  - \r\n"
    )
    known = Draft("They met.\nAgain.", "Ferry talks", "Harbour Post", "2021-05-04", "https://harbour.example/a")
    assert entry == Entry(known, ("files/1/a.pdf",))


@pytest.mark.parametrize(
    ("lines", "day", "vague"),
    [
        ("DA  - 2021/05/04/", "2021-05-04", False),
        ("PY  - 2021\nDA  - 2021/05/04/Tuesday", "2021-05-04", False),
        ("Y1  - 2021-05-04", "2021-05-04", False),
        ("PY  - 2021///", None, True),
        ("DA  - 2021/05//", None, True),
        ("KW  - x", None, False),
    ],
)
def test_days(lines: str, day: str | None, vague: bool) -> None:
    """A year or month alone is no day."""
    (entry,) = read(f"TY  - NEWS\n{lines}\nER  - ")
    assert isinstance(entry, Entry)
    assert (entry.known.published, entry.vague) == (day, vague)


def test_a_doi_is_an_address() -> None:
    """Where none is told."""
    (entry,) = read("TY  - JOUR\nDO  - 10.1/x\nER  - ")
    assert isinstance(entry, Entry)
    assert entry.known.url == "https://doi.org/10.1/x"


def test_an_entry_that_breaks_off_costs_no_other() -> None:
    """It is named."""
    told = read("TY  - NEWS\nTI  - One\nER  - \n\nTY  - NEWS\nTI  - Tw")
    assert isinstance(told[0], Entry)
    assert isinstance(told[1], UnreadableError)
    with pytest.raises(UnreadableError, match="no entry"):
        read("They met.")


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["TY  - NEWS", "ER  - ", "TI  - x", "AB  - y", "more", "TYP", "L1  - a", ""])),
    st.text(st.characters(exclude_categories=["C"])),
)
def test_any_mixture_of_lines_is_read_or_refused(lines: list[str], noise: str) -> None:
    """Each entry that begins is told, or named with what to do; a file without any is refused."""
    told = outcome(read, "\n".join([*lines, noise]))
    if isinstance(told, UnreadableError):
        assert "TY  - NEWS" not in lines
    else:
        assert len(told) >= lines.count("TY  - NEWS")
        assert all(isinstance(e, Entry) or e.remedy for e in told)
