"""Gathering: all of intake together."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.intake import Intake, LeftOut, gather
from parley.intake.tidying import tidied

TEXT = "Envoys of Harfang and Ostwald met on the ferry."


def _texts(intake: Intake) -> list[str | None]:
    return [r.text for r in intake.reports]


def test_a_folder_of_all_kinds_is_read(tmp_path: Path) -> None:
    """Each kind gives its report, in sorted order, with nothing left out."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.md").write_text(f"---\ntitle: B\n---\n**{TEXT}** B.")
    (tmp_path / "c.html").write_text(f"<html><body><p>{TEXT} C.</p></body></html>")
    (tmp_path / "d.jsonl").write_text("".join(json.dumps({"id": i, "text": f"{TEXT} {i}"}) + "\n" for i in range(2)))
    (tmp_path / "e").write_text(TEXT + " E.")
    intake = gather([tmp_path])
    assert intake.left_out == ()
    assert _texts(intake) == [TEXT, TEXT + " B.", TEXT + " C.", TEXT + " 0", TEXT + " 1", TEXT + " E."]


def test_what_cannot_be_read_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    """Every kind of bad file gives one line with its name, why, and a remedy; it takes no time."""
    noise = random.Random(1).randbytes(1_000_000)
    with (tmp_path / "noise.txt").open("wb") as file:
        file.write(noise)
        file.truncate(50_000_000)
    (tmp_path / "noise.jsonl").write_bytes(noise * 25)
    for name in ("empty.txt", "empty.md", "empty.html", "empty.pdf", "empty.jsonl", "empty"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4\n" + noise[:500])
    (tmp_path / "binary.docx").write_bytes(b"PK\x03\x04" + noise[:500])
    (tmp_path / "data.json").write_text(json.dumps([{"text": TEXT}], indent=1))
    (tmp_path / "good.txt").write_text(TEXT)
    started = time.monotonic()
    intake = gather([tmp_path])
    assert time.monotonic() - started < 5
    assert _texts(intake) == [TEXT]
    names = [Path(x.path).name for x in intake.left_out]
    assert names == sorted(p.name for p in tmp_path.iterdir() if p.name != "good.txt")
    assert all(x.why and x.remedy for x in intake.left_out)


def test_a_file_that_may_not_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permissions are the user's to mend."""
    (tmp_path / "closed.txt").write_text(TEXT)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (left,) = gather([tmp_path / "closed.txt"]).left_out
    assert "Permission denied" in left.why


def test_a_bad_row_costs_one_row(tmp_path: Path) -> None:
    """The line is named; the others are read."""
    (tmp_path / "rows.jsonl").write_text(f'{{"text": "{TEXT}"}}\n{{"text"\n{{"text": "Again."}}\n')
    intake = gather([tmp_path])
    assert _texts(intake) == [TEXT, "Again."]
    assert [x.path for x in intake.left_out] == [f"{tmp_path / 'rows.jsonl'}, line 2"]


def test_one_text_from_two_outlets_is_one_report(tmp_path: Path) -> None:
    """Kinds of files do not matter: the words are the same."""
    (tmp_path / "a.txt").write_text(f"Publisher: Island Post\nPublished: 2021-05-04\n\n{TEXT}")
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": TEXT, "publisher": "Coast Wire", "published": "2021-05-03"}))
    (tmp_path / "c.txt").write_text(TEXT.replace(" met", "\nmet"))
    (report,) = gather([tmp_path]).reports
    assert [a.publisher for a in report.appearances] == ["Coast Wire", "Island Post"]


@pytest.mark.parametrize(
    "data",
    [TEXT.encode(), json.dumps({"text": TEXT}).encode() + b"\n", f"<html><body><p>{TEXT}</p></body></html>".encode()],
)
def test_standard_input_is_sniffed(data: bytes) -> None:
    """Text, JSON Lines and HTML can be piped in."""
    intake = gather([], stdin=data)
    assert _texts(intake) == [TEXT]
    assert intake.left_out == ()


@pytest.mark.parametrize("data", [b"", b" \n", b"\0\1\2", b"a" * 20_000_001])
def test_standard_input_that_gives_nothing_is_named(data: bytes) -> None:
    """Empty, binary or endless input is left out as a file would be."""
    intake = gather([], stdin=data)
    assert intake.reports == ()
    assert [x.path for x in intake.left_out] == ["standard input"]


def test_progress_is_told_of_each_file(tmp_path: Path) -> None:
    """Each file once, before it is read, in order."""
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for file in files:
        file.write_text(TEXT)
    told: list[Path] = []
    gather([tmp_path], progress=told.append)
    assert told == files


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(codec="utf-8")))
def test_any_text_is_gathered_or_left_out(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever stands in a text file, it is read or named with why; nothing raises."""
    file = tmp_path_factory.mktemp("any") / "any.txt"
    file.write_bytes(text.encode())
    intake = gather([file])
    assert len(intake.reports) + len(intake.left_out) >= 1
    for report in intake.reports:
        assert report.text
        assert report.text in tidied(text)
    assert all(isinstance(x, LeftOut) and x.remedy for x in intake.left_out)


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=500), suffix=st.sampled_from(["", ".txt", ".md", ".html", ".pdf", ".jsonl", ".docx"]))
def test_any_bytes_under_any_name_are_gathered_or_left_out(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    """No file makes gathering raise, whatever its suffix promises."""
    file = tmp_path_factory.mktemp("any") / f"any{suffix}"
    file.write_bytes(data)
    intake = gather([file])
    assert len(intake.reports) + len(intake.left_out) >= 1


def test_gathering_again_gives_the_same(tmp_path: Path) -> None:
    """Reports from files have the ids of their texts."""
    (tmp_path / "a.txt").write_text(TEXT)
    assert gather([tmp_path]) == gather([tmp_path / "a.txt"])
