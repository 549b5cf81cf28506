"""What is committed works on any machine: no path of one, no address of a registry in the lock."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOPS = ("work", "root", "tmp", "home", "opt", "Users")
PATH = re.compile(rf"(?<![\w.<~:/-])/(?:{'|'.join(TOPS)})/\w")
PIN = re.compile(r"[a-z0-9.-]+==[^ ;]+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?|#.*|")


def committed() -> list[Path]:
    """Every file under version control; where there is none, every file of the folders that hold the project."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, text=True, capture_output=True, check=False)
    if listed.returncode == 0:
        return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]
    tops = ("src", "tests", "tools", "docs", "benchmarks", "requirements")
    return [p for top in tops for p in (ROOT / top).rglob("*") if p.is_file() and "__pycache__" not in p.parts]


def text_of(path: Path) -> str:
    """A file's text, "" where it holds none."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_no_path_of_a_machine() -> None:
    """No text names a place that only one machine has."""
    found = [f"{p.relative_to(ROOT)}: {m.group()}" for p in committed() for m in PATH.finditer(text_of(p))]
    assert found == []


@pytest.mark.parametrize(("text", "found"), [("see /ho" + "me/anna/x", True), ("https://a.org/home/x", False)])
def test_path_is_told_from_address(text: str, found: bool) -> None:
    """A path is found; the same words within an address are none."""
    assert bool(PATH.search(text)) is found


def test_lock_holds_names_versions_and_hashes_only() -> None:
    """Where things are fetched from is up to whoever installs."""
    lines = (ROOT / "requirements" / "lock.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not PIN.fullmatch(line)] == []


def test_every_pin_has_a_hash() -> None:
    """Nothing is installed unseen."""
    text = (ROOT / "requirements" / "lock.txt").read_text(encoding="utf-8")
    pins = [block for block in re.split(r"\n(?=\S)", text) if "==" in block]
    assert len(pins) > 20
    assert all("--hash=sha256:" in block for block in pins)
