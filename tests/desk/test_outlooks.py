"""An outlook as a section, as a page and as files."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from parley import samples
from parley.desk.amiss import AmissError
from parley.desk.brief import brief_of
from parley.desk.demo import SCENARIO
from parley.desk.outlooks import PAGE, charts, section_of
from parley.desk.records import open_record
from parley.desk.reports import read_into
from parley.desk.scenarios import check_sources, outlook_of
from parley.record import Record
from parley.terms.outlook import Outlook
from parley.terms.ports import Reader
from parley.terms.slice import Slice

SAMPLE = samples.folder().parent / "scenarios" / SCENARIO


@pytest.fixture(scope="module")
def answer() -> Outlook:
    """The sample's outlook."""
    return outlook_of(SAMPLE, 100)


def test_confidence_stands_apart_from_likelihood(answer: Outlook) -> None:
    """How far to trust it is said by itself, and in no figure of a likelihood."""
    section = section_of(answer)
    assert "confidence" in section.confidence
    assert not any("confidence" in line.figure for line in section.lines)


def test_what_is_own_is_said_in_the_section(answer: Outlook) -> None:
    """Formulas of Parley's own are named where a person reads the figures."""
    section = section_of(answer)
    named = " ".join(section.notes)
    assert "Parley’s own" in named
    assert "who gains" in named
    assert "ICD 203" in named


def test_charts_are_files(answer: Outlook, tmp_path: Path) -> None:
    """Each picture is a well-formed file, and one page shows them all and fetches nothing."""
    made = charts(answer, tmp_path / "new")
    names = {p.name for p in made}
    assert {"range.svg", "gains.svg", "outcome-1.svg", "tornado-1.svg", PAGE} <= names
    for path in made:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".svg":
            ET.fromstring(text)
        else:
            assert text.count("<figure") == len(made) - 1
            assert "src=" not in text
            assert "default-src 'none'" in text


def test_a_folder_that_cannot_be_made_is_named(answer: Outlook, tmp_path: Path) -> None:
    """A file in the way is said to be."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(AmissError, match="nothing can be written"):
        charts(answer, tmp_path / "file")


def test_the_brief_has_the_charts_and_the_table() -> None:
    """A brief with a scenario shows the pictures, and what each actor gains as a table."""
    page = brief_of(Slice(), "html", None, SAMPLE)
    assert page.count('class="ch"') >= 5
    assert '<table class="gains">' in page
    assert "How far to trust it" in page


def test_markdown_has_the_same_words() -> None:
    """Who gains and how far to trust it are in the Markdown too."""
    text = brief_of(Slice(), "md", None, SAMPLE)
    assert "| Who gains | No agreement |" in text
    assert "confidence" in text


def test_every_number_says_what_it_rests_on(answer: Outlook) -> None:
    """Each input stands in the section, as an assumption with its reason or with the statement that it cites."""
    rows = section_of(answer).inputs
    assert len(rows) == len(answer.inputs)
    assert all(r.grounds.startswith(("assumption: ", "statement ")) and len(r.grounds) > 12 for r in rows)


@pytest.fixture
def record(tmp_path: Path, pattern_reader: Reader) -> Record:
    """A record of one talk."""
    (tmp_path / "a.txt").write_text("Avalon met Byland in Cork.", encoding="utf-8")
    kept = open_record(tmp_path / "r.db")
    read_into(kept, [tmp_path / "a.txt"], [pattern_reader])
    return kept


def citing(answer: Outlook, source: str) -> Outlook:
    """The outlook with its first number citing a statement."""
    first, *others = answer.inputs
    return replace(answer, inputs=(replace(first, source=source, assumed=False), *others))


def test_a_number_leads_to_what_it_cites(answer: Outlook, record: Record) -> None:
    """Where the brief shows the statement there is a link; where it does not, that is said."""
    whole = record.slice()
    held = citing(answer, whole.talks[0].id)
    assert section_of(held, whole).inputs[0].href.startswith("#")
    assert section_of(held).inputs[0].href == ""
    assert "does not show" in section_of(citing(answer, "s0"), whole).notes[-1]


def test_a_statement_that_is_not_held_is_refused(answer: Outlook, record: Record) -> None:
    """With a record at hand, a number that cites what it does not hold is named by its field."""
    check_sources(citing(answer, record.slice().talks[0].id), record)
    with pytest.raises(AmissError, match=r"actor\..*cites the statement 's0'|scenario\..*'s0'"):
        check_sources(citing(answer, "s0"), record)


def test_words_of_a_scenario_are_escaped(answer: Outlook, tmp_path: Path) -> None:
    """A title or a name can hold anything, and nothing of it becomes part of the page or of a picture."""
    nasty = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    rows = tuple(replace(g, name=nasty) for g in answer.gains.rows)
    told = tuple(replace(c, name=nasty, ends=(nasty, nasty)) for c in answer.compromises)
    said = tuple(replace(c, statement=nasty) for c in answer.conclusions)
    changed = replace(answer, title=nasty, question=nasty, compromises=told, conclusions=said)
    for path in charts(replace(changed, gains=replace(answer.gains, rows=rows)), tmp_path / "c"):
        text = path.read_text(encoding="utf-8")
        assert "<script" not in text
        assert "<img" not in text
