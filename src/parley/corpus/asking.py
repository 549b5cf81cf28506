"""Asking the parts of a corpus: named questions and a user's own SQL, over views, without a database.

Every question leaves copies out, so that a claim printed by forty papers counts once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parley.corpus.base import MEMORY, MORE, TooLittleError, base, listed, quoted
from parley.corpus.copies import FILE
from parley.corpus.faults import CorpusError
from parley.corpus.parts import Part, some_parts_in
from parley.corpus.tables import TABLES

MOST = 100_000
"""Rows of an answer."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question by name: what it tells, and its SQL."""

    about: str
    sql: str


QUESTIONS = {
    "who-accused-whom": Question(
        "who accused whom, by month: how often, in how many reports; undated accusations by the month of printing",
        """
        SELECT month, dated, accuser, accused, count(*) AS accusations, count(DISTINCT (part, report)) AS reports
        FROM accusations GROUP BY ALL ORDER BY month NULLS LAST, accusations DESC, accuser, accused, dated
        """,
    ),
    "contested-by-source": Question(
        "for each source: its statements, and what share of them its own reports show as contested or denied",
        """
        SELECT r.publisher AS source, count(DISTINCT (r.part, r.id)) AS reports, count(*) AS statements,
          count(*) FILTER (s.status IN ('contested', 'denied')) AS contested,
          round(contested / statements, 3) AS share
        FROM statements s JOIN reports r ON (r.part, r.id) = (s.part, s.report)
        GROUP BY ALL ORDER BY share DESC, statements DESC, source NULLS LAST
        """,
    ),
    "acts-by-month": Question(
        "events by month and kind, facts apart from what is only claimed, planned or denied",
        """
        SELECT strftime(starts, '%Y-%m') AS month, type, count(*) AS events, count(*) FILTER (fact) AS facts
        FROM statements WHERE form = 'event' GROUP BY ALL ORDER BY month NULLS LAST, events DESC, type
        """,
    ),
    "talks-by-month": Question(
        "talks as reports tell them, by month and outcome",
        """
        SELECT strftime(starts, '%Y-%m') AS month, outcome, count(*) AS tellings
        FROM talks GROUP BY ALL ORDER BY month NULLS LAST, tellings DESC, outcome
        """,
    ),
    "copies": Question(
        "texts that were printed more than once: the first, how many copies, and by whom",
        """
        SELECT r.id AS report, r.title, r.publisher, r.published, count(*) AS copies,
          list(DISTINCT a.publisher ORDER BY a.publisher) AS printed_by
        FROM copies c JOIN all_reports r ON (r.part, r.id) = (c.of_part, c.of_report)
        JOIN all_reports a ON (a.part, a.id) = (c.part, c.report)
        GROUP BY ALL ORDER BY copies DESC, report
        """,
    ),
}
"""The named questions."""

VIEWS = {
    "reports": "reports that are no copies; `text` is taken from the line",
    "statements": "what each of them says, joined within the report",
    "talks": "the talks that each of them tells of",
    "proposals": "what the reader found, before joining",
    "actors": "the actors that each report names",
    "voices": "who says so: one row a voice of a statement",
    "accusations": "one row an accuser and accused, with month",
    "copies": "which report is a copy of which",
    "left_out": "what could not be read, and why",
    "warnings": "stages of reading that failed",
    "all_reports": "reports with the copies among them; likewise all_statements, all_talks, all_proposals, all_actors",
}
"""The views that SQL may name."""

_MADE = """
CREATE VIEW voices AS SELECT part, report, id AS statement, form, type, v.who, v.stance, v.via
  FROM (SELECT *, unnest(voices) AS v FROM statements);
CREATE VIEW accusations AS
  SELECT part, report, statement, accuser, unnest(recipients) AS accused, month, dated FROM (
    SELECT s.part, s.report, s.id AS statement, unnest(s.actors) AS accuser, s.recipients,
      strftime(coalesce(s.starts, r.published), '%Y-%m') AS month,
      CASE WHEN s.starts IS NOT NULL THEN 'stated' WHEN r.published IS NOT NULL THEN 'printed' END AS dated
    FROM statements s JOIN reports r ON (r.part, r.id) = (s.part, s.report)
    WHERE s.form = 'event' AND s.type = 'ACCUSE' AND s.reality IN ('happened', 'ongoing') AND s.status <> 'denied'
  );
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: the names of its columns and its rows; `more` where it was cut off."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    more: bool = False


def ask(folder: Path, sql: str) -> Answer:
    """What one query answers over the views. Raises CorpusError for anything but a question, and for what is wrong."""
    try:
        return _asked(folder, sql, MEMORY)
    except TooLittleError:
        return _asked(folder, sql, MORE)


def _asked(folder: Path, sql: str, memory: str) -> Answer:
    with opened(folder, memory) as connection:
        _refuse_deeds(connection, sql)
        found = connection.execute(sql)
        columns = tuple(str(c[0]) for c in found.description)
        rows = found.fetchmany(MOST + 1)
        return Answer(columns, tuple(tuple(r) for r in rows[:MOST]), len(rows) > MOST)


@contextmanager
def opened(folder: Path, memory: str = MORE) -> Iterator[Any]:
    """A database with the views, which reads the corpus and nothing else."""
    parts = some_parts_in(folder)
    with base(folder, memory) as connection:
        for statement in views(parts, folder):
            connection.execute(statement)
        connection.execute(f"SET allowed_directories = [{quoted(f'{folder.resolve()}/')}]")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        yield connection


def _refuse_deeds(connection: Any, sql: str) -> None:
    kinds = [str(s.type).rsplit(".", 1)[-1] for s in connection.extract_statements(sql)]
    if len(kinds) != 1 or kinds[0] not in ("SELECT", "EXPLAIN"):
        raise CorpusError("--sql takes one question (SELECT …), nothing that changes", "Write the answer with --json.")


def views(parts: Iterable[Part], folder: Path) -> Iterator[str]:
    """The SQL of all views."""
    parts = tuple(parts)
    yield _copies_view(folder)
    for table in TABLES:
        files = listed(p.table(table).resolve() for p in parts)
        read = f"SELECT * FROM read_parquet({files}, hive_partitioning = true, hive_types_autocast = false)"
        if table in ("left_out", "warnings"):
            yield f"CREATE VIEW {table} AS {read}"
            continue
        own = "id" if table == "reports" else "report"
        text = ", json ->> '$.text' AS text" if table == "reports" else ""
        yield f"CREATE VIEW all_{table} AS SELECT *{text} FROM ({read})"
        yield (
            f"CREATE VIEW {table} AS SELECT * FROM all_{table} t WHERE NOT EXISTS "
            f"(SELECT 1 FROM copies c WHERE c.part = t.part AND c.report = t.{own})"
        )
    yield from (s for s in _MADE.split(";") if s.strip())


def _copies_view(folder: Path) -> str:
    file = folder / FILE
    if file.is_file():
        return f"CREATE VIEW copies AS SELECT * FROM read_parquet({quoted(str(file.resolve()))})"
    columns = "''::VARCHAR AS part, '' AS report, '' AS of_part, '' AS of_report, 1.0::DOUBLE AS resemblance"
    return f"CREATE VIEW copies AS SELECT {columns} WHERE false"
