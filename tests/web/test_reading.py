"""Reports dropped on Home are read beside the pages; what is no report is refused by name."""

from __future__ import annotations

import gzip
import io
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from tests.intake.making import docx_of, mail_of, page_of, warc_of
from tests.web.conftest import Browser, Sit

from parley.desk.bench import Bench
from parley.desk.uploads import LARGEST, keep

TOLD = b"Published: 2032-02-03\n\nEastmere accused Westmere. Westmere denies attacking Eastmere."


def add(browser: Browser, *files: tuple[str, bytes], **fields: str) -> Any:
    """Send files and fields as the form on Home does."""
    sent = [("files", (name, data)) for name, data in files] or [("files", ("", b""))]
    return browser.post("/reports/add", fields, files=sent)


def read(browser: Browser) -> dict[str, Any]:
    """Wait until the last batch is done."""
    for _ in range(200):
        job: dict[str, Any] = browser.get("/reading.json").json()[0]
        if job["state"] in ("done", "failed"):
            return job
        time.sleep(0.05)
    raise AssertionError(f"it is not read: {job}")


def bomb() -> bytes:
    """A small zip of much."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("report.txt", b"0" * 50_000_000)
    return out.getvalue()


def test_files_are_read(browser: Browser) -> None:
    """And stand in the record, with how many."""
    two = b"# Talks\n\nVexland met Quaxmark in Harbour."
    assert add(browser, ("one.txt", TOLD), ("two.md", two)).status_code == 200
    job = read(browser)
    assert (job["state"], job["said"], job["names"]) == ("done", "2 read", ["one.txt", "two.md"])
    assert browser.get("/home.json").json()["counts"]["reports"] == 4
    assert browser.get("/search.json?q=Vexland").json()["found"]


def test_what_is_known_is_not_read_again(browser: Browser) -> None:
    """It says so."""
    add(browser, ("one.txt", TOLD))
    read(browser)
    add(browser, ("again.txt", TOLD))
    assert read(browser)["said"] == "0 read, 1 known already"


def test_pasted_text_is_read(browser: Browser) -> None:
    """With its title, day and outlet."""
    about = {"title": "Pasted", "published": "2032-01-01", "publisher": "The Desk"}
    add(browser, text="  Vexland accused Quaxmark.  ", **about)
    assert read(browser)["said"] == "1 read"
    report = next(r for r in browser.get("/reports.json").json()["reports"] if r["title"] == "Pasted")
    assert (report["published"], report["publisher"]) == ("2032-01-01", "The Desk")


def test_documents_mail_and_archives_are_read(browser: Browser) -> None:
    """A zip that is a document is opened, and a web archive that is packed; what is in a mail is read as well."""
    files = (
        ("a.docx", docx_of("Vexland accused Quaxmark.")),
        ("b.eml", bytes(mail_of("Quaxmark denied it.", attached=(("c.docx", docx_of("Vexland met Quaxmark.")),)))),
        ("c.warc.gz", warc_of(("https://x.example", "200 OK", "text/html", page_of("Eastmere met Westmere.")))),
    )
    add(browser, *files)
    job = read(browser)
    assert (job["said"], job["refused"]) == ("4 read", [])
    page = browser.get("/").text
    assert ".docx" in page
    assert ".warc" in page


def test_pasted_text_loses_what_is_none_of_it(browser: Browser) -> None:
    """What a page puts between paragraphs, and hyphens at line ends."""
    add(browser, text="Vexland accused Quax-\nmark.\n\nAdvertisement\n\nQuaxmark denied it.", title="Pasted")
    read(browser)
    report = next(r for r in browser.get("/reports.json").json()["reports"] if r["title"] == "Pasted")
    page = browser.get(f"/reports/{report['id']}").text
    assert "Quax-" not in page
    assert "Advertisement" not in page
    assert "denied" in page


def test_marks_go_with_what_is_sent(browser: Browser) -> None:
    """Who may see it is said when it is sent."""
    add(browser, ("one.txt", TOLD), handling="restricted")
    read(browser)
    kinds = {r["handling"] for r in browser.get("/reports.json").json()["reports"]}
    assert kinds == {"open", "restricted"}
    assert add(browser, ("one.txt", TOLD), handling="whatever").status_code == 400


@pytest.mark.parametrize(
    ("name", "data"),
    [("bomb.zip", bomb()), ("bomb.txt", bomb()), ("report.docx", bomb()), ("x.txt.gz", gzip.compress(TOLD, mtime=0)),
     ("x.txt", gzip.compress(TOLD, mtime=0)), ("run.exe", b"MZ\x90"), ("page.php", b"<?php"), ("x.svg", b"<svg/>"),
     ("noending", b"words"), ("empty.txt", b"  "), ("x.toml", b"[a]"), ("x.db", b"SQLite format 3\x00"),
     ("x.txt", b"BZh91AY"), ("x.pdf", b"7z\xbc\xaf\x27\x1c"), ("x.html", b"Rar!")],
)  # fmt: skip
def test_what_is_no_report_is_refused(name: str, data: bytes, browser: Browser) -> None:
    """By kind, whatever it is called; the rest of what was sent is read."""
    add(browser, (name, data), ("good.txt", TOLD))
    job = read(browser)
    assert [r["name"] for r in job["refused"]] == [name]
    assert job["refused"][0]["remedy"]
    assert job["said"] == "1 read"


@pytest.mark.parametrize(
    "name", ["../../escape.txt", "/absolute/escape.txt", "..\\..\\escape.txt", "a/../../escape.txt", "\0escape.txt",
             "C:\\escape.txt", ".txt", "-rf.txt", "con.txt", "x" * 500 + ".txt", "\u202etxt.escape.txt", "a\nb.txt"],
)  # fmt: skip
def test_names_lead_nowhere(name: str, tmp_path: Path) -> None:
    """Of a sent name only its ending is used."""
    inside = tmp_path / "in" / "side"
    inside.mkdir(parents=True)
    kept = keep(inside, [(name, TOLD)])
    assert [p.parent for p, _ in kept.files] == [inside]
    assert {p.name for p in tmp_path.rglob("*")} == {"in", "side", "001.txt"}
    assert all(shown.isprintable() for _, shown in kept.files)


def test_size_is_bounded(tmp_path: Path) -> None:
    """A file of more than a report can have is refused."""
    kept = keep(tmp_path, [("long.txt", b"x" * (LARGEST + 1))])
    assert kept.files == ()
    assert "20" in kept.refused[0].why


def test_damaged_files_are_named(browser: Browser) -> None:
    """By the name that they were sent under, not by where they lay."""
    add(browser, ("broken.pdf", b"%PDF-1.4 nothing"), ("rows.jsonl", b"{no json}"))
    job = read(browser)
    assert len(job["left_out"]) == 2
    assert {"broken.pdf", "rows.jsonl"} == {x.split(":")[0].split(",")[0] for x in job["left_out"]}


def test_nothing_sent_says_so(browser: Browser) -> None:
    """Neither files nor text."""
    assert add(browser).status_code == 400


def test_a_reader_that_does_not_start_says_so(tmp_path: Path, sit: Sit) -> None:
    """The batch fails, the workbench goes on."""
    from parley.desk.amiss import AmissError

    def none() -> Any:
        raise AmissError("no reader starts", "Install one.")

    bench = Bench(tmp_path / "r.db", readers_of=none)
    browser = sit(bench)
    add(browser, ("one.txt", TOLD))
    job = read(browser)
    assert (job["state"], job["said"]) == ("failed", "no reader starts. Install one.")
    assert browser.get("/").status_code == 200
    bench.close()


def test_pages_answer_while_it_is_read(bench: Bench, sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading goes on beside them, and what is read already is there."""
    from threading import Event

    begun, go_on = Event(), Event()
    slow = bench.readers_of()[0]
    read_all = slow.read_all

    def slowly(asked: Any) -> Any:
        for n, item in enumerate(read_all(asked)):
            if n == 1:
                begun.set()
                go_on.wait(10)
            yield item

    monkeypatch.setattr(slow, "read_all", slowly)
    browser = sit(bench)
    add(browser, ("one.txt", TOLD), ("two.txt", b"Vexland met Quaxmark in Harbour."))
    assert begun.wait(10)
    job = browser.get("/reading.json").json()[0]
    assert (job["state"], job["done"], job["of"]) == ("reading", 1, 2)
    page = browser.get("/")
    assert page.status_code == 200
    assert "<progress" in page.text
    assert browser.get("/home.json").json()["counts"]["reports"] == 3
    go_on.set()
    assert read(browser)["said"] == "2 read"
