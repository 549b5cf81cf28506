"""Kill Dask workers at random while a corpus is read: `python tools/dask_kill.py [KILLS [SEED]]`, 10 by default.

A local cluster of two worker processes reads generated reports; now and again one of them is killed with SIGKILL, and
Dask's nanny starts another. In the end the parts must be, byte for byte, those that one process makes undisturbed: so
nothing is lost and nothing is there twice. Begins anew until so many kills struck. Exit status 1 where parts differ.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.corpus_memory import readers, rows
from distributed import Client, LocalCluster

from parley.corpus import Crew, Recipe, Telling, read_corpus
from parley.corpus.engines import AtOnce, of_client
from parley.desk.reports import silent

REPORTS, SIZE, WORKERS = 400, 20, 2
LONGEST = 1.0
"""Seconds that a worker is left at work, at most."""


def read(source: Path, out: Path, crew: Crew) -> dict[str, bytes]:
    """A corpus, and all bytes of its parts."""
    read_corpus([source], out, crew, Recipe(readers), Telling(silent), SIZE)
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.glob("part=*/*"))}


class Killer(threading.Thread):
    """Kills one of a cluster's workers after a random while, again and again, once both are there again."""

    def __init__(self, client: Client, chance: random.Random, most: int) -> None:
        super().__init__(daemon=True)
        self.client, self.chance, self.most = client, chance, most
        self.struck = 0
        self.over = threading.Event()

    def run(self) -> None:
        """Until it is stopped, or has struck often enough. A worker that is still starting is given up by its nanny."""
        while self.struck < self.most and not self.over.wait(self.chance.uniform(0.05, LONGEST)):
            there = self.client.run(os.getpid, on_error="ignore")
            if len(there) == WORKERS:
                os.kill(self.chance.choice(sorted(there.values())), signal.SIGKILL)
                self.struck += 1


def main(kills: int, seed: int) -> None:
    """Kill so many times, and compare."""
    chance, struck, rounds, start = random.Random(seed), 0, 0, time.perf_counter()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        source = folder / "reports.jsonl"
        source.write_text("".join(f"{r}\n" for r in rows(REPORTS)), encoding="utf-8")
        calm = read(source, folder / "calm", Crew(AtOnce, lambda: 1))
        with (
            LocalCluster(n_workers=WORKERS, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster,
            Client(cluster, set_as_default=False) as client,
        ):
            while struck < kills:
                killer = Killer(client, chance, kills - struck)
                killer.start()
                disturbed = read(source, folder / f"round{rounds}", of_client(client))
                killer.over.set()
                killer.join()
                struck, rounds = struck + killer.struck, rounds + 1
                if disturbed != calm:
                    print(f"round {rounds}: the parts are not those of an undisturbed run")
                    sys.exit(1)
    reports = sum(json.loads(d)["counts"]["reports"] for n, d in calm.items() if n.endswith("manifest.json"))
    parts, took = len({n.split("/")[0] for n in calm}), time.perf_counter() - start
    print(f"{struck} kills in {rounds} rounds of {reports} reports in {parts} parts, {took:.0f} s:")
    print("nothing lost, nothing doubled, every byte the same")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
