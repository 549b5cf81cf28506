"""Sample reports, written for Parley in its own words.

They are fictional reportage of real events: the outlets, and the wording of what is said, are invented. They may
be reused freely under the project's licence. Seven are about the talks in Tehran in January 2022 and what came
before and after (they disagree here and there, on purpose); two are about the talks in Pretoria in 2022.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def folder() -> Path:
    """The installed folder that holds the sample reports and nothing else."""
    return Path(str(files(__name__))) / "reports"
