"""A team at one record: `python tools/team.py postgresql://USER@HOST/DATABASE [SECONDS] [--restart COMMAND]`.

Ten reviewers decide and four readers read and ask, each a process of its own, for some seconds (300 if not said). With
`--restart`, the command that restarts the server is run half-way. The database is to be empty. What must hold is
checked at the end: each decision that somebody was told is kept stands in the log, once; none stands there that nobody
made; numbers run from 1 without a gap; nobody stopped; no lock is left standing. It fails, saying what does not hold.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from parley.record import Record, RecordError, now
from parley.terms.actor import Actor
from parley.terms.bodies import Event
from parley.terms.enums import Action, ActorType, Reality, Root, Stance
from parley.terms.layers import Reading
from parley.terms.report import report_of
from parley.terms.slice import Filter, ReaderInfo
from parley.terms.statement import Proposal, proposal_id
from parley.terms.values import REPORT, Span, Voice

REVIEWERS, READERS, BEGUN_WITH = 10, 4, 60
READER = ReaderInfo("generated", "1", "0")
ACTORS = tuple(Actor(f"actor-{n}", f"Actor {n}", ActorType.STATE) for n in range(12))


def reading(name: str, n: int) -> Reading:
    """A generated report with one attack of one invented actor on another."""
    text = f"Report {name}. Shells fell on the port. Nobody signed."
    report = report_of(text, id=name, published=f"19{31 + n % 60}-0{1 + n % 9}-11")
    a, b = ACTORS[n % 12], ACTORS[(n + 1 + n // 12) % 12]
    start = text.index("Shells")
    head = Span(start, start + 6)
    told = Proposal(
        id=proposal_id(name, Event.FORM, head, READER.name),
        report=name,
        reader=READER.name,
        form=Event.FORM,
        quote=text[start : start + 23],
        start=start,
        end=start + 23,
        head=head,
        sentence=Span(start, start + 24),
        trace=(),
        confidence=0.5,
        reality=Reality.HAPPENED,
        voices=(Voice(name, REPORT, Stance.ASSERTS),),
        date=None,
        places=(),
        links=(),
        body=Event(Root.ASSAULT, actors=(a.id,), recipients=(b.id,)),
    )
    return Reading(report, (a, b), (), (told,))


def work(address: str, who: str, seconds: float, out: Path) -> None:
    """One person's part; what was done and refused is written to a file, a line each, as it happens."""
    until = time.monotonic() + seconds
    with Record.open_existing(address) as record, out.open("w", encoding="utf-8") as lines:
        n = 0
        while time.monotonic() < until:
            n += 1
            try:
                done = decided(record, who, n) if who.startswith("reviewer") else read(record, who, n)
            except RecordError as e:
                done = {"refused": str(e)}
            lines.write(json.dumps(done) + "\n")
            lines.flush()


def decided(record: Record, who: str, n: int) -> dict[str, Any]:
    """One decision on one of the first things that stand."""
    held = record.slice(Filter(words="shells")).statements
    target = held[(n * 7 + sum(map(ord, who))) % len(held)]
    action = (Action.ACCEPT, Action.UNSURE, Action.REJECT)[n % 3]
    why = f"{who} {n}"
    made = record.decide(action, target.id, who, why=why)
    return {"decided": made.seq, "why": why}


def read(record: Record, who: str, n: int) -> dict[str, Any]:
    """One report read, then the record asked."""
    if n <= BEGUN_WITH:
        record.add([reading(f"{who}-{n}", n)], READER)
    return {"read": f"{who}-{n}", "counts": record.counts()["reports"], "months": len(record.timeline())}


def main() -> None:
    """Run the team, and check what became of its work."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("address")
    asked.add_argument("seconds", nargs="?", type=float, default=300)
    asked.add_argument("--restart", metavar="COMMAND", help="restarts the server; run half-way")
    asked.add_argument("--as", dest="who", help=argparse.SUPPRESS)
    asked.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.who:
        work(given.address, given.who, given.seconds, given.out)
        return
    with Record.open(given.address) as record:
        if record.counts()["reports"]:
            sys.exit("the database holds a record already: name an empty one")
        record.add([reading(f"begun-{n}", n) for n in range(BEGUN_WITH)], READER, at_once=BEGUN_WITH)
        record.settle()
    with TemporaryDirectory(prefix="parley-team-") as folder:
        faults = _run(given.address, given.seconds, given.restart, Path(folder))
    print("\n".join(faults) or "no decision lost, none doubled, none made up, no lock left standing")
    sys.exit(bool(faults))


def _run(address: str, seconds: float, restart: str | None, folder: Path) -> list[str]:
    team = [*(f"reviewer-{n}" for n in range(REVIEWERS)), *(f"reader-{n}" for n in range(READERS))]
    begun, at = time.monotonic(), now()
    runs = {
        who: subprocess.Popen(
            [sys.executable, __file__, address, str(seconds), "--as", who, "--out", str(folder / who)]
        )
        for who in team
    }
    if restart:
        while not all((folder / who).exists() and (folder / who).stat().st_size for who in team):
            time.sleep(0.2)
        time.sleep(seconds / 3)
        print(f"after {time.monotonic() - begun:.0f} s: {restart}")
        subprocess.run(restart, shell=True, check=True, stdout=subprocess.DEVNULL)
        print(f"after {time.monotonic() - begun:.0f} s: restarted")
    ended = {who: run.wait() for who, run in runs.items()}
    lines = {who: [json.loads(x) for x in (folder / who).read_text("utf-8").splitlines()] for who in team}
    print(f"{len(team)} at work from {at} for {time.monotonic() - begun:.0f} s")
    return [*(f"{who} stopped with status {n}" for who, n in ended.items() if n), *_faults(address, lines)]


def _faults(address: str, lines: dict[str, list[dict[str, Any]]]) -> list[str]:
    told = {x["why"]: x["decided"] for some in lines.values() for x in some if "decided" in x}
    reads = {x["read"] for some in lines.values() for x in some if "read" in x}
    refused = Counter(x["refused"].partition(": ")[2][:70] for some in lines.values() for x in some if "refused" in x)
    with Record.open_existing(address) as record:
        log, counts = record.decisions(), record.counts()
        reports = {r.id for r in record.texts()}
        with record._engine.begin() as connection:
            asked = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid != pg_backend_pid()"
            locks = connection.exec_driver_sql(asked).scalar_one()
    print(f"{len(told)} decisions told as kept, {len(log)} in the log; {counts['reports']} reports, {len(reads)} reads")
    for words, n in refused.items():
        print(f"refused {n} times: {words}")
    kept = Counter(str(d.why) for d in log)
    by_why = {str(d.why): d.seq for d in log}
    asked_for = {r for r in reads if int(r.rpartition("-")[2]) <= BEGUN_WITH}
    return [
        *(f"lost: decision {w!r}, told as number {seq}" for w, seq in told.items() if by_why.get(w) != seq),
        *(f"doubled: {w!r}, {n} times" for w, n in kept.items() if n > 1),
        *(f"made by nobody who was told: {w!r}" for w in kept if w not in told),
        *(["numbers are not 1 to the last"] if [d.seq for d in log] != list(range(1, len(log) + 1)) else []),
        *(f"lost: report {r!r}" for r in sorted(asked_for - reports)),
        *([f"{locks} advisory locks left standing"] if locks else []),
        *([] if all(lines.values()) else ["somebody did nothing at all"]),
    ]


if __name__ == "__main__":
    main()
