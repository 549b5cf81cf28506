"""The documents are true: commands in them run, links lead somewhere, generated pages are up to date."""

import doctest
import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from parley import __version__
from parley.reading.coding.codebook import build

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")])
BLOCK = re.compile(r"^```(?P<kind>\w*)\n(?P<body>.*?)^```$", re.M | re.S)
LINK = re.compile(r"\]\((?P<to>[^)#\s]+)?(?:#(?P<part>[^)\s]+))?\)")


def ids(path: Path) -> str:
    """A page as pytest is to show it."""
    return path.relative_to(ROOT).as_posix()


def commands(page: Path) -> Iterator[str]:
    """The commands of a page's `console` blocks; a here-document goes on to its end."""
    for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
        if block["kind"] == "console":
            lines = block["body"].splitlines()
            yield "\n".join(line.removeprefix("$ ") for line in _typed(lines))


def _typed(lines: list[str]) -> Iterator[str]:
    until: str | None = None
    for line in lines:
        if line.startswith("$ ") or until is not None:
            yield line
        started = re.search(r"<<'(\w+)'", line)
        until = started[1] if started else None if line == until else until


@pytest.mark.parametrize("page", [p for p in PAGES if any(commands(p))], ids=ids)
def test_commands_run(page: Path, tmp_path: Path) -> None:
    """Everything after a `$` can be typed as it stands, in an empty folder, in the order of the page."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {k: v for k, v in os.environ.items() if k != "PARLEY_RECORD"} | {"PATH": path}
    script = "set -e\n" + "\n".join(commands(page))
    done = subprocess.run(
        ["bash", "-c", script], cwd=tmp_path, env=env, text=True, capture_output=True, check=False, timeout=300
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the project finds it, and every part of a page is there."""
    broken = [m.group() for m in LINK.finditer(_prose(page)) if not _leads(page, m["to"], m["part"])]
    assert broken == []


def _prose(page: Path) -> str:
    return re.sub(r"`[^`\n]*`", "", BLOCK.sub("", page.read_text(encoding="utf-8")))


def _leads(page: Path, to: str | None, part: str | None) -> bool:
    if to and re.match(r"\w+:", to):
        return True
    target = (page.parent / to) if to else page
    if not target.exists():
        return False
    return part is None or part in _parts(target)


def _parts(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w -]", "", h).strip().lower().replace(" ", "-") for h in heads}


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    """The generator of the reference."""
    spec = importlib.util.spec_from_file_location("reference", ROOT / "tools" / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_reference_is_up_to_date(reference: ModuleType) -> None:
    """The generated pages are what the code says; `make docs` writes them anew."""
    stale = [n for n, text in reference.pages().items() if (reference.FOLDER / n).read_text(encoding="utf-8") != text]
    assert stale == [], "run `make docs`"


def test_every_command_is_told(reference: ModuleType) -> None:
    """Each command stands in the reference, with an example that begins with it."""
    page = reference.pages()["cli.md"]
    names = [name for name, _ in reference.commands()]
    assert len(names) == len(set(names)) > 5
    for name in names:
        part = page.split(f"## parley {name}\n")[1].split("\n## ")[0]
        assert f"Example: `parley {name}" in part, name


def test_every_page_is_listed() -> None:
    """From the documents' first page every other can be reached."""
    listed = {m["to"] for m in LINK.finditer((ROOT / "docs" / "README.md").read_text(encoding="utf-8"))}
    pages = {p.relative_to(ROOT / "docs").as_posix() for p in PAGES if "docs" in p.parts} - {"README.md"}
    assert pages - listed == set()


@pytest.mark.parametrize("page", [p for p in PAGES if ">>> " in p.read_text(encoding="utf-8")], ids=ids)
def test_sessions_run(page: Path) -> None:
    """What a page shows at Python's prompt comes out so."""
    done = doctest.testfile(str(page), module_relative=False)
    assert done.attempted > 0
    assert done.failed == 0


@pytest.mark.parametrize("page", [ROOT / "README.md"], ids=ids)
def test_python_in_the_readme_runs(page: Path) -> None:
    """The taste of the library works as it stands."""
    code = "\n".join(m["body"] for m in BLOCK.finditer(page.read_text(encoding="utf-8")) if m["kind"] == "python")
    done = subprocess.run([sys.executable, "-c", code], text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "reported happened True" in done.stdout
    assert "contested" in done.stdout or "denied" in done.stdout


ENTRIES = [p for p in PAGES if "[[entry]]" in p.read_text(encoding="utf-8") and "reference" not in p.parts]


@pytest.mark.parametrize("page", ENTRIES, ids=ids)
def test_entries_in_pages_are_accepted(page: Path) -> None:
    """A codebook entry that a page shows can be pasted into the codebook."""
    shown = [m["body"] for m in BLOCK.finditer(page.read_text(encoding="utf-8")) if m["kind"] == "toml"]
    assert shown
    classes = (ROOT / "src" / "parley" / "reading" / "codebook" / "classes.toml").read_text(encoding="utf-8")
    for text in shown:
        assert build({"classes.toml": classes, page.name: text}).entries


def test_citation_names_this_version() -> None:
    """The citation file has what its format asks for, and the package's version."""
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    keys = dict(re.findall(r"^([a-z-]+):[ ]?(.*)$", text, re.M))
    assert {"cff-version", "message", "title", "authors"} <= keys.keys()
    assert keys["version"] == __version__
    assert keys["license"] == "Apache-2.0"


def test_changelog_keeps_its_form() -> None:
    """Versions are in brackets, newest first under Unreleased, and changes under the headings that the form knows."""
    heads = re.findall(r"^(#{2,3}) (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert heads[0] == ("##", "[Unreleased]")
    kinds = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert {h for mark, h in heads if mark == "###"} <= kinds
    assert all(re.match(r"\[(Unreleased|\d+\.\d+\.\d+)\]", h) for mark, h in heads if mark == "##")
