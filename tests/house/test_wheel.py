"""What is built holds everything that the package needs at run time."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in a freshly built wheel."""
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    with ZipFile(next(out.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


def test_every_file_of_the_package_is_in_it(names: set[str]) -> None:
    """Code, codebook, gazetteer, schema, templates, samples: nothing is left behind."""
    source = ROOT / "src"
    ours = {p.relative_to(source).as_posix() for p in (source / "parley").rglob("*") if p.is_file()}
    assert {n for n in ours if "__pycache__" not in n} - names == set()


@pytest.mark.parametrize("needed", ["parley/py.typed", "parley/terms/record.schema.json"])
def test_what_others_rely_on_is_in_it(names: set[str], needed: str) -> None:
    """Types and schema are for other programs as well."""
    assert needed in names


def test_nothing_else_is_in_it(names: set[str]) -> None:
    """No test, no document, no stray file is installed."""
    assert {n.split("/")[0].split("-")[0] for n in names} == {"parley"}
