"""Kill a reading run at random moments, again and again: `python tools/kill_nine.py [KILLS [SEED]]`, 200 by default.

A child process keeps generated reports in a record, joins them, and decides on some; it is killed with SIGKILL after a
random while, and another goes on. After each kill the file must be whole, hold every report that a child said it had
kept, and hold none twice. In the end the record must equal one that nobody disturbed. Exit status 1 where it does not.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.record_ingest import READER, readings

from parley.record import Record
from parley.terms.enums import Action
from parley.terms.layers import Reading

REPORTS = 1_500
LONGEST = 0.35
"""Seconds after which a child is killed at the latest, if it has not finished."""
EVERY = 40
"""Reports between two decisions."""


def run(path: Path, made: Sequence[Reading], told: int) -> None:
    """Keep, join and decide; tell each report's number once it is kept. In the child."""
    with Record.open(path) as record:
        decided = {d.target for d in record.decisions()}
        for n, reading in enumerate(made):
            first = reading.proposals[0].id
            if not record.has_read(reading.report.id, READER):
                record.add([reading], READER)
                os.write(told, f"{n}\n".encode())
                if n % 7 == 0:
                    record.settle()
            if n % EVERY == 0 and first not in decided:
                record.decide(Action.REJECT, first, "nobody", at="2031-01-01T00:00:00Z")
        record.settle()
        os.write(told, b"done\n")


def start(path: Path, made: Sequence[Reading]) -> tuple[int, int]:
    """The child's number and where it can be heard."""
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        try:
            run(path, made, told)
        finally:
            os._exit(0)
    os.close(told)
    return child, heard


def heard_from(pipe: int) -> list[str]:
    """All that a child told before it ended."""
    with os.fdopen(pipe) as told:
        return told.read().split()


def faults(path: Path, kept: set[str]) -> list[str]:
    """What is wrong with a record after a kill; `kept` are the ids that must be there."""
    with sqlite3.connect(path) as c:
        state = c.execute("PRAGMA integrity_check").fetchone()[0]
        if not c.execute("SELECT name FROM sqlite_master WHERE name = 'reports'").fetchone():
            return [f"lost: {i}" for i in sorted(kept)]  # killed while the file was being made
        ids = [i for (i,) in c.execute("SELECT id FROM reports")]
        proposals = [i for (i,) in c.execute("SELECT id FROM proposals")]
    found = [] if state == "ok" else [f"the file is damaged: {state}"]
    found += [f"lost: {i}" for i in sorted(kept - set(ids))]
    found += ["a report is there twice"] if len(ids) != len(set(ids)) else []
    return found + (["a proposal is there twice"] if len(proposals) != len(set(proposals)) else [])


def killed_again_and_again(path: Path, made: Sequence[Reading], kills: int, chance: random.Random) -> int:
    """Run until all is kept, killing so many times; once all is kept, begin anew. The number of kills that struck."""
    struck, kept = 0, set[str]()
    while True:
        child, pipe = start(path, made)
        if struck < kills:
            time.sleep(chance.uniform(0.002, LONGEST))
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        words = heard_from(pipe)
        kept |= {made[int(n)].report.id for n in words if n != "done"}
        wrong = faults(path, kept) if path.exists() and path.stat().st_size else []
        if wrong:
            print(f"after {struck} kills:", *wrong[:5], sep="\n  ")
            sys.exit(1)
        struck += os.WIFSIGNALED(status)
        if "done" in words and struck >= kills:
            return struck
        if "done" in words:
            compare(path, made)
            clear(path)
            kept.clear()


def clear(path: Path) -> None:
    """Remove a record and what lies beside it."""
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()


def compare(path: Path, made: Sequence[Reading]) -> None:
    """Exit with 1 where a record is not what an undisturbed run makes."""
    calm = path.with_name("calm.db")
    clear(calm)
    heard, told = os.pipe()
    run(calm, made, told)
    os.close(told)
    os.close(heard)
    with Record.open(path) as one, Record.open(calm) as other:
        if one.slice() != other.slice():
            print("the record is not what an undisturbed run makes")
            sys.exit(1)


def main(kills: int, seed: int) -> None:
    """Kill, look, and say what came of it."""
    chance = random.Random(seed)
    made = list(readings(REPORTS))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        struck = killed_again_and_again(path, made, kills, chance)
        compare(path, made)
    print(f"killed {struck} times: nothing that was kept is lost, nothing is there twice, and the record is the same")


if __name__ == "__main__":
    main(*(int(w) for w in (*sys.argv[1:3], *("200", "1")[len(sys.argv) - 1 :])))
