"""Importing the package and asking for help load nothing heavy."""

import subprocess
import sys

import pytest

HEAVY = (
    "spacy", "numpy", "scipy", "sqlalchemy", "trafilatura", "pypdf", "jinja2", "dateparser", "lxml", "starlette",
    "uvicorn", "argon2",
)  # fmt: skip


def loaded_by(code: str) -> set[str]:
    """The top modules that a fresh Python has loaded after some code."""
    tell = "import sys; print('\\nLOADED', *{m.split('.')[0] for m in sys.modules})"
    done = subprocess.run([sys.executable, "-c", f"{code}\n{tell}"], text=True, capture_output=True, check=True)
    return set(done.stdout.split("\nLOADED", 1)[1].split())


@pytest.mark.parametrize(
    "code",
    [
        "import parley; parley.__version__",
        "import parley; parley.report_of('Talks were held.')",
        "from parley.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass",
        "from parley.cli import main\ntry: main(['serve', '--help'])\nexcept SystemExit: pass",
        "from parley.cli import main\ntry: main(['code', '--help'])\nexcept SystemExit: pass",
    ],
)
def test_nothing_heavy_is_loaded(code: str) -> None:
    """Help comes at once."""
    assert loaded_by(code) & set(HEAVY) == set()
