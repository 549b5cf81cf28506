"""Modules and functions stay small enough to be read at one sitting."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(p for top in ("src", "tests", "tools", "benchmarks") for p in (ROOT / top).rglob("*.py"))
LONGEST_MODULE, LONGEST_FUNCTION = 400, 60


def ids(path: Path) -> str:
    """A module as pytest is to show it."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_module_is_short(path: Path) -> None:
    """No module has more than 400 lines."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_functions_are_short(path: Path) -> None:
    """No function has more than 60 lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {f.name: n for f in functions if (n := (f.end_lineno or f.lineno) - f.lineno + 1) > LONGEST_FUNCTION}
    assert long == {}


@pytest.mark.parametrize("path", [p for p in MODULES if "src" in p.relative_to(ROOT).parts], ids=ids)
def test_module_says_what_it_is(path: Path) -> None:
    """Every module of the package has a docstring that says something."""
    told = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    assert len(told.split()) > 2, "begin the module with a sentence on what it is for"
