"""Which kind of file is which, and that each is taken by its own."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from parley.desk import imports
from parley.desk.amiss import AmissError
from parley.desk.import_frame import Imported, Kind, Sample, Wish
from parley.desk.import_kinds import ImportKind
from parley.formats.incoming import gdelt, pax, polecat, ucdp
from parley.record import Record
from parley.terms.quotes import misquotes


def test_first_kind_that_fits_takes_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Kinds are tried in order, by the header; what the kind's own function makes of the file is what comes back."""

    def take(_record: Record, path: Path, wish: Wish) -> Imported:
        return Imported((("rows", len(path.read_text().splitlines())),), lines=(wish.as_of,))

    def has(column: str) -> Kind:
        return Kind(column, lambda s: column in s.columns, take)

    monkeypatch.setattr(imports, "KINDS", {ImportKind.ACLED: has("here"), ImportKind.SHEET: has("b")})
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n")
    assert imports.guess(path) is ImportKind.SHEET
    with Record.open(tmp_path / "r.db") as record:
        done = imports.import_file(record, path, ImportKind.SHEET, Wish("2022-01-31"))
    assert done == Imported((("rows", 2),), lines=("2022-01-31",))


def test_what_fits_no_kind_is_amiss(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is taken for something that it is not."""
    monkeypatch.setattr(imports, "KINDS", {})
    (tmp_path / "x.csv").write_text("a,b\n1,2\n")
    with pytest.raises(AmissError, match="--from"):
        imports.guess(tmp_path / "x.csv")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\0\1\2", "no table"), (b"", "no rows"), (b"\xd0\xcf\x11\xe0", "before 2007"), (b"\x1f\x8b\0", "gzip"),
        (b"PK\x03\x04\0", "no workbook"), (b"a,b," + b"c" * 2_000_000, "longer than"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(tmp_path: Path, data: bytes, why: str) -> None:
    """And what to do about it."""
    (tmp_path / "x").write_bytes(data)
    with pytest.raises(AmissError, match=why):
        imports.guess(tmp_path / "x")


def test_sample_tells_the_first_row(tmp_path: Path) -> None:
    """Columns are those of the first row, whatever parts them; a file that is no table has none."""
    (tmp_path / "x.txt").write_text("Event ID\tEvent Date\n1\t2022-01-01\n")
    (tmp_path / "y.bin").write_bytes(b"\0\0")
    assert imports.sample_of(tmp_path / "x.txt") == Sample(
        tmp_path / "x.txt", b"Event ID\tEvent Date\n1\t2022-01-01\n", ("Event ID", "Event Date")
    )
    assert imports.sample_of(tmp_path / "y.bin").columns == ()


def line(names: Iterable[str], **cells: str) -> str:
    """A row of a table parted by tabs, all other cells empty."""
    return "\t".join(cells.get(n.replace(" ", "_"), "") for n in names) + "\n"


GED = line(
    ucdp.NAMES, id="501", type_of_violence="1", side_a="Government of Ardova", side_b="Reed Front", country="Kenya",
    date_start="2022-03-03", date_end="2022-03-03", best="5", low="3", high="9",
)  # fmt: skip
GDELT = line(
    gdelt.NAMES, GLOBALEVENTID="1001", SQLDATE="20230303", Actor1Name="ARDOVA", Actor2Name="ORLAN", EventCode="190",
    EventRootCode="19", QuadClass="4", DATEADDED="20230304001500", SOURCEURL="https://news.example/1",
)  # fmt: skip
POLECAT = line(
    polecat.NAMES, Event_ID="P1", Event_Date="2023-03-03", Event_Type="CONSULT", Actor_Name="Ardova",
    Recipient_Name="Orlan",
)  # fmt: skip
PAX = line(pax.NAMES, AgtId="77", Agt="Tana Agreement", Dat="2021-05-06", PPName="Tana", Part="Ardova; Reed Front")


def headed(names: Iterable[str], row: str) -> str:
    """A table with its header."""
    return "\t".join(names) + "\n" + row


@pytest.mark.parametrize(
    ("text", "kind", "statements", "talks"),
    [
        (headed(ucdp.NAMES, GED), ImportKind.UCDP, 1, 0),
        (GED, ImportKind.UCDP, 1, 0),
        (GED.replace("\t", ","), ImportKind.UCDP, 1, 0),
        (GDELT, ImportKind.GDELT, 1, 0),
        (headed(gdelt.NAMES, GDELT), ImportKind.GDELT, 1, 0),
        (headed(polecat.NAMES, POLECAT), ImportKind.POLECAT, 1, 0),
        (headed(pax.NAMES, PAX), ImportKind.PAX, 1, 1),
        ("Date,Actor,Type\n2022-03-14,Reed Front,attack\n", ImportKind.SHEET, 1, 0),
    ],
)
def test_every_data_set_is_told_and_taken(
    tmp_path: Path, text: str, kind: ImportKind, statements: int, talks: int
) -> None:
    """With a header or, where its files come so, without; what is quoted holds, and nothing is a fact."""
    path = tmp_path / "x.txt"
    path.write_text(text, encoding="utf-8")
    assert imports.guess(path) is kind
    with Record.open(tmp_path / "r.db") as record:
        done = imports.import_file(record, path, kind, Wish("2023-04-01"))
        part = record.slice()
    assert done.left_out == 0
    assert (len(part.statements), len(part.talks)) == (statements, talks)
    assert list(misquotes(part.proposals, {r.id: r.text for r in part.reports})) == []
    assert not any(s.fact for s in part.statements)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (headed(polecat.NAMES, POLECAT + "P2\t2023-03-03\n"), ImportKind.POLECAT),
        (GDELT + GDELT.replace("\t", "\t\t"), ImportKind.GDELT),
        (GED + GED.replace("501", "502").replace("\t5\t", "\tfive\t"), ImportKind.UCDP),
        (headed(pax.NAMES, PAX + PAX.replace("2021-05-06", "some day")), ImportKind.PAX),
    ],
)
def test_malformed_rows_are_tolerated_and_counted(tmp_path: Path, text: str, kind: ImportKind) -> None:
    """The others are taken."""
    path = tmp_path / "x.txt"
    path.write_text(text, encoding="utf-8")
    with Record.open(tmp_path / "r.db") as record:
        done = imports.import_file(record, path, kind, Wish("2023-04-01"))
    assert (dict(done.counts)["new"], done.left_out) == (1, 1)
    assert sum(n for _, n in done.causes) == 1


def test_every_kind_has_its_entry() -> None:
    """And a title."""
    assert set(imports.KINDS) == set(ImportKind)
    assert all(k.title for k in imports.KINDS.values())


@pytest.mark.parametrize(
    "text", ['{"kind":"report","id":"a","text":"b"}\n', '[{"id":1,"data":{}}]', "<html><p>a, b</p>"]
)
def test_what_is_no_table_is_no_sheet(tmp_path: Path, text: str) -> None:
    """JSON and pages have commas too."""
    (tmp_path / "x").write_text(text)
    assert not imports.KINDS[ImportKind.SHEET].fits(imports.sample_of(tmp_path / "x"))
