"""Accounts: who may work at a shared workbench, and what each may do there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person may do: read; code the reports given to them; decide on everything."""

    READER = "reader"
    CODER = "coder"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class Account:
    """A person, and the hash of their password (argon2id, in its own notation)."""

    name: str
    role: Role
    password: str
