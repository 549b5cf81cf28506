"""How fast rows are imported, and in how much memory: `python benchmarks/import_rows.py [ROWS]` (100,000 by default).

The rows are GDELT's in form, generated with a fixed seed: some forty countries and a dozen kinds of office, named as
unevenly as the world's news names them, on the days of one month.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from parley.desk.import_frame import Wish
from parley.desk.import_kinds import ImportKind
from parley.desk.imports import import_file
from parley.formats.incoming.gdelt import NAMES
from parley.record import Record

COUNTRIES = (
    "USA", "KEN", "SOM", "ETH", "SDN", "CHN", "FRA", "GBR", "RUS", "UKR", "IND", "PAK", "AFG", "IRN",
    "IRQ", "SYR", "ISR", "TUR", "EGY", "NGA", "ZAF", "COD", "MLI", "NER", "TCD", "CMR", "UGA", "TZA",
    "RWA", "BDI", "MOZ", "AGO", "BRA", "ARG", "COL", "VEN", "MEX", "CAN", "DEU", "ITA",
)  # fmt: skip
OFFICES = ("", "POLICE", "PRESIDENT", "MINISTER", "COMPANY", "STUDENT", "REBEL", "MILITARY", "SENATE", "LAWYER")
CODES = ("010", "020", "036", "040", "042", "051", "0841", "112", "120", "138", "141", "173", "190", "193", "1823")


def row(n: int, chance: random.Random) -> str:
    """One row."""
    cells = dict.fromkeys(NAMES, "")
    day = f"202303{chance.randint(1, 28):02d}"
    for side in ("Actor1", "Actor2"):
        if chance.random() < 0.75:
            country, office = _unevenly(COUNTRIES, chance), _unevenly(OFFICES, chance)
            cells |= {f"{side}Name": office or country, f"{side}CountryCode": country, f"{side}Code": country}
    code = chance.choice(CODES)
    cells |= {
        "GLOBALEVENTID": str(1_000_000 + n), "SQLDATE": day, "MonthYear": day[:6], "Year": day[:4], "EventCode": code,
        "EventBaseCode": code[:3], "EventRootCode": code[:2], "QuadClass": "4", "GoldsteinScale": "-5.0",
        "NumMentions": "4", "NumSources": "1", "NumArticles": "4", "AvgTone": "-1.5", "ActionGeo_Type": "4",
        "ActionGeo_Fullname": f"Town {chance.randrange(200)}, Province, Kenya", "ActionGeo_Lat": "-1.28",
        "ActionGeo_Long": "36.8", "DATEADDED": "20230330001500", "SOURCEURL": f"https://news.example/{n}",
    }  # fmt: skip
    return "\t".join(cells.values())


def _unevenly(among: tuple[str, ...], chance: random.Random) -> str:
    return among[min(int(chance.paretovariate(0.6)) - 1, len(among) - 1)]


def main(many: int) -> None:
    """Write the rows, import them twice, and print what it took."""
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.tsv"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(f"{row(n, chance)}\n" for n in range(many))
        with Record.open(Path(folder) / "r.db") as record:
            for what in ("first", "again"):
                wall, processor = time.perf_counter(), time.process_time()
                done = import_file(record, path, ImportKind.GDELT, Wish("2023-04-01"))
                wall, processor = time.perf_counter() - wall, time.process_time() - processor
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
                print(f"{what}: {', '.join(f'{n:,} {w}' for w, n in done.counts)}")
                print(f"  {many / processor:,.0f} rows a second of processor time, {many / wall:,.0f} by the wall")
                print(f"  {peak:,.0f} MB at most so far")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
