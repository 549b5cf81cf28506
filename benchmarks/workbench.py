"""How fast the workbench answers: `python benchmarks/workbench.py [STATEMENTS [FILE]]`, 100,000 by default.

Readings of 600 actors are generated with a fixed seed (see `record_ingest.py`); a third of what they tell is claimed,
denied or alleged, so that there is something to review. Then every page is asked for through the whole application,
as a browser would, and the milliseconds are printed: the median of five, after one to warm up. With FILE the record is
kept, and asked again. `cpu` counts this process's time alone, whoever else works.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from benchmarks.bargaining_times import fifteen
from benchmarks.record_ingest import EACH, READER, named, readings
from starlette.testclient import TestClient

from parley.bargaining.draft import as_toml
from parley.desk.bench import Bench
from parley.record import Record
from parley.terms.enums import Reality, Stance
from parley.terms.layers import Reading
from parley.terms.report import report_of
from parley.terms.statement import Proposal
from parley.terms.values import REPORT, Span, Voice
from parley.web import workbench

ACTORS = named(600)
BATCH = 400
PAGE, NEXT, TRY = 1000, 100, 200
"""Milliseconds that a page, the queue's next item, and a moved slider may take."""
LONG = 200_000
"""Characters of the long text."""
TURNS = 5


def disputed(made: Iterable[Reading]) -> Iterator[Reading]:
    """The readings, with a third of what they tell claimed, denied or alleged."""
    chance = random.Random(2)
    for reading in made:
        yield replace(reading, proposals=tuple(_voiced(p, chance) for p in reading.proposals))


def _voiced(p: Proposal, chance: random.Random) -> Proposal:
    if chance.random() > 0.33:
        return p
    one, other = (a.id for a in chance.sample(ACTORS, 2))
    heard = [
        (Voice(p.report, one, Stance.ASSERTS), Voice(p.report, other, Stance.DENIES)),
        (Voice(p.report, one, Stance.ASSERTS),),
        (Voice(p.report, None, Stance.ALLEGES),),
        (Voice(p.report, REPORT, Stance.ASSERTS), Voice(p.report, one, Stance.DENIES)),
    ]
    return replace(p, voices=chance.choice(heard), reality=chance.choice([Reality.HAPPENED, Reality.PLANNED]))


def fill(record: Record, statements: int) -> None:
    """Keep and join so many, and one long text with two thousand statements."""
    rest = disputed(readings(statements, ACTORS))
    while some := [r for _, r in zip(range(BATCH), rest, strict=False)]:
        record.add(some, READER, at_once=BATCH)
        record.settle()
    record.add([long_one()], READER)
    record.settle()


def long_one() -> Reading:
    """A report of 200,000 characters, which tells something in every twentieth word or so."""
    first = next(readings(EACH, ACTORS))
    text = "Much was told of it. " * (LONG // 21 + 1)
    report = report_of(text, id="long", title="Long", published="2031-01-01")
    told = []
    for k in range(2000):
        head = Span(k * 94, k * 94 + 4)
        p = first.proposals[k % EACH]
        own = tuple(replace(v, report="long") for v in p.voices)
        told.append(
            replace(p, id=f"plong{k}", report="long", quote=text[head.start : head.start + 20], start=head.start,
                    end=head.start + 20, head=head, sentence=Span(head.start, head.start + 20), voices=own)
        )  # fmt: skip
    return Reading(report, first.actors, (), tuple(told))


def ms(ask: Callable[[], object]) -> tuple[float, float]:
    """The median milliseconds of some turns by the wall's clock and by this process's, after one to warm up."""
    ask()
    wall, own = [], []
    for _ in range(TURNS):
        at = time.perf_counter(), time.process_time()
        ask()
        wall.append(1000 * (time.perf_counter() - at[0]))
        own.append(1000 * (time.process_time() - at[1]))
    return statistics.median(wall), statistics.median(own)


def told(name: str, ask: Callable[[], object], most: float) -> None:
    """Print one line."""
    wall, own = ms(ask)
    print(f"{name:44} {wall:8.0f} ms {own:8.0f} cpu   {'' if wall <= most else f'more than {most:.0f}'}", flush=True)


def pages(client: TestClient) -> Iterator[tuple[str, str]]:
    """Every page by name and address."""
    talk = client.get("/talks.json").json()["talks"][0]["id"]
    claim = client.get("/claims.json").json()["rows"][0]["line"]["id"]
    actor = client.get("/actors.json").json()["actors"][0]["id"]
    report = client.get("/reports.json").json()["reports"][1]["id"]
    hundred = [r["id"] for n in (0, 50) for r in client.get(f"/reports.json?after={n}").json()["reports"]][:100]
    yield from (
        ("Home", "/"),
        ("Reports", "/reports"),
        ("Reports, a late page", "/reports?after=9000"),
        ("a report", f"/reports/{report}"),
        (f"a report of {LONG:,} characters", "/reports/long"),
        ("Talks", "/talks"),
        ("Talks, a late page", "/talks?after=15000"),
        ("a talk", f"/talks/{talk}"),
        ("Actors", "/actors"),
        ("an actor", f"/actors/{actor}"),
        ("Claims", "/claims"),
        ("Claims, a late page", "/claims?after=20000"),
        ("Claims without a source", f"/claims?without={report}"),
        ("Claims without a hundred reports", "/claims?" + "&".join(f"without={r}" for r in hundred)),
        ("a statement", f"/statements/{claim}"),
        ("Search: two words", "/search?q=report+7"),
        ("Search: a frequent word", "/search?q=report"),
        ("Timeline", "/timeline"),
        ("Timeline of an actor", f"/timeline?actor={actor}"),
        ("Network", "/network"),
        ("Network at a year's end", "/network?year=1960"),
        ("Network of an actor", f"/network?actor={actor}"),
        ("between two actors", "/between?one=actor-1&other=actor-2"),
        ("Map", "/map"),
        ("Review", "/review"),
        ("Review, filtered", "/review?form=event&status=contested"),
        ("Doubtful merges", "/review/merges"),
        ("Decisions", "/history"),
        ("Coding", "/coding"),
        ("Brief", "/brief"),
        ("Brief, preview of a year", "/brief/preview?since=1950-01-01&until=1950-12-31"),
        ("Home as JSON", "/home.json"),
        ("Claims as CSV", "/claims.csv"),
    )


def asked(client: TestClient, path: str) -> Callable[[], object]:
    """Asks for a page, which must be there."""

    def ask() -> object:
        answer = client.get(path)
        assert answer.status_code in (200, 202), (path, answer.status_code)
        return answer

    return ask


def deciding(client: TestClient) -> Callable[[], object]:
    """Decides on the first of the queue, and asks for the next."""
    token = client.get("/help").text.split('data-csrf="')[1].split('"')[0]
    here = {"accept": "application/json", "origin": "http://127.0.0.1"}

    def decide() -> object:
        item = client.get("/review/next.json").json()["item"]
        fields = {"csrf": token, "id": item["line"]["id"], "seen": item["seen"], "action": "accept"}
        assert client.post("/review/decide", data=fields, headers=here).status_code == 200
        return item

    return decide


def main() -> None:
    """Fill, ask, print."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        place = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(folder) / "big.db"
        (Path(folder) / "fifteen.toml").write_text(as_toml(fifteen()), encoding="utf-8")
        fresh = not place.exists()
        bench = Bench(place, scenarios=Path(folder))
        with bench.at_work() as record:
            if fresh:
                fill(record, many)
            counts = record.counts()
        print(f"{counts['statements'] + counts['talks']:,} statements and talks of {counts['reports']:,} reports")
        client = TestClient(workbench(bench), base_url="http://127.0.0.1")
        for name, path in pages(client):
            told(name, asked(client, path), PAGE)
        told("Review: the next item", asked(client, "/review/next.json"), NEXT)
        told("Review: decide, and the next item", deciding(client), PAGE)
        moved(client)
        bench.close()


def moved(client: TestClient) -> None:
    """A slider of a scenario of 15 actors."""
    token = client.get("/help").text.split('data-csrf="')[1].split('"')[0]
    sliders = client.get("/outlook/fifteen.json").json()["sliders"]
    label = next(s["label"] for s in sliders if s["label"].endswith(".capability"))
    headers = {"accept": "application/json", "origin": "http://127.0.0.1"}
    fields = {"csrf": token, "name": "fifteen", f"x.{label}": "1..2"}

    def attempt() -> object:
        answer = client.post("/outlook/try", data=fields, headers=headers)
        assert answer.status_code == 200, answer.text
        return answer

    told("Outlook: a slider moved, 15 actors", attempt, TRY)


if __name__ == "__main__":
    main()
