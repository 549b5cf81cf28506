"""Writes `requirements/lock.txt`: names, versions and hashes of everything that Parley installs.

Run by `make lock`. `uv` resolves for every platform and Python at once and lists the hashes of all files
of a version. Then pip, as configured here, is asked what it would fetch (a dry run): where an installation
keeps wheels of its own, the hash of that file is added, so that the lock holds there as well.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "lock.txt"
OLDEST = "3.11"
HEADER = (
    "# Written by `make lock` from pyproject.toml and requirements/build.in: change those, not this.\n"
    "# Names, versions and hashes only; where they are fetched from is up to pip's configuration.\n"
)
_PIN = re.compile(r"^(?P<name>[a-z0-9][a-z0-9.-]*)==(?P<version>[^ ;\\]+)")
_HASH = re.compile(r"--hash=(sha256:[0-9a-f]{64})")
_ADDRESS = re.compile(r"://|--index-url|--find-links")


def resolve() -> str:
    """The pins of all platforms and Pythons from the oldest on, with every hash, as uv writes them."""
    asked = ["pyproject.toml", "requirements/build.in", "--extra", "dev"]
    form = ["--universal", "--python-version", OLDEST, "--generate-hashes"]
    plain = ["--no-annotate", "--no-header", "--no-emit-index-url", "--no-emit-find-links", "--quiet"]
    return _run([_tool("uv"), "pip", "compile", *asked, *form, *plain])


def _tool(name: str) -> str:
    """The path of a program that stands beside this Python."""
    return str(Path(sys.executable).with_name(name))


def _run(command: list[str]) -> str:
    certificates = {"SSL_CERT_FILE": os.environ["PIP_CERT"]} if "PIP_CERT" in os.environ else {}
    done = subprocess.run(command, cwd=ROOT, env=os.environ | certificates, text=True, capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:3])} failed:\n{done.stderr}")
    return done.stdout


def normal(name: str) -> str:
    """A project's name as the lock spells it.

    >>> normal("lxml_html_clean")
    'lxml-html-clean'
    """
    return re.sub(r"[-_.]+", "-", name).lower()


def fetched_here(lock: str) -> dict[tuple[str, str], str]:
    """(name, version) → the hash of the file that pip would fetch on this machine."""
    with tempfile.TemporaryDirectory() as folder:
        pins, report = Path(folder, "pins.txt"), Path(folder, "report.json")
        pins.write_text(without_hashes(lock), encoding="utf-8")
        dry = ["--dry-run", "--ignore-installed", "--no-deps", "--quiet", "--report", str(report)]
        _run([sys.executable, "-m", "pip", "install", *dry, "-r", str(pins)])
        installs = json.loads(report.read_text(encoding="utf-8"))["install"]
    return {_key(i["metadata"]): f"sha256:{i['download_info']['archive_info']['hashes']['sha256']}" for i in installs}


def _key(metadata: Mapping[str, str]) -> tuple[str, str]:
    return normal(metadata["name"]), metadata["version"]


def without_hashes(lock: str) -> str:
    r"""The pins alone, one a line.

    >>> without_hashes("a==1 \\\n    --hash=sha256:00\n")
    'a==1\n'
    """
    return "".join(line.rstrip("\\ ") + "\n" for line in lock.splitlines() if _PIN.match(line))


def blocks(lock: str) -> list[tuple[str, list[str]]]:
    """Each pin's line and its hashes, in the order of the lock."""
    found: list[tuple[str, list[str]]] = []
    for line in lock.splitlines():
        if _PIN.match(line):
            found.append((line.rstrip("\\ "), []))
        elif found:
            found[-1][1].extend(_HASH.findall(line))
    return found


def merged(lock: str, here: Mapping[tuple[str, str], str]) -> str:
    """The lock with this machine's hashes among the others. Raises SystemExit where an address slipped in."""
    lines = [HEADER]
    for pin, hashes in blocks(lock):
        match = _PIN.match(pin)
        extra = here.get((match["name"], match["version"])) if match else None
        lines.append(_block(pin, [*hashes, *([extra] if extra else [])]))
    text = "".join(lines)
    if _ADDRESS.search(text):
        raise SystemExit("the lock would hold an address: names, versions and hashes only")
    return text


def _block(pin: str, hashes: Iterable[str]) -> str:
    return " \\\n".join([pin, *(f"    --hash={h}" for h in sorted(set(hashes)))]) + "\n"


def main() -> None:
    """Write the lock and say what is in it."""
    lock = resolve()
    here = fetched_here(lock)
    known = {h for _, hashes in blocks(lock) for h in hashes}
    LOCK.write_text(merged(lock, here), encoding="utf-8")
    own = sorted(name for (name, _), h in here.items() if h not in known)
    print(f"{len(blocks(lock))} pins in {LOCK.relative_to(ROOT)}; own hashes: {', '.join(own) or 'none'}")


if __name__ == "__main__":
    main()
