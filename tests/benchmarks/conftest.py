"""The benchmarks as modules: each is a script of its own."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


def _script(name: str) -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"benchmark_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up while it is made
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def petrarch() -> ModuleType:
    """The measure of dyads."""
    return _script("petrarch")


@pytest.fixture(scope="session")
def gsr() -> ModuleType:
    """The measure of events by their words and sources."""
    return _script("gsr")
