"""What a second reader's server answered, kept in the record's file; and to which addresses its reports may be sent."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine, select

from parley.record.chunks import insert_new
from parley.record.opening import clearly, writing
from parley.record.store import Record, now
from parley.record.tables import ANSWERS, CONSENTS


@dataclass(frozen=True, slots=True)
class KeptAnswers:
    """The answers that a record keeps. Each is written at once: a run that is killed does not ask for it again."""

    engine: Engine
    path: str

    def get(self, key: str) -> str | None:
        """The answer that is kept under a key, None where none is."""
        with clearly(self.path), self.engine.begin() as connection:
            found = connection.execute(select(ANSWERS.c.text).where(ANSWERS.c.key == key)).scalar()
        return str(found) if found is not None else None

    def put(self, key: str, report: str, answer: str) -> None:
        """Keep an answer about a report; with the report it goes when that is withdrawn."""
        with clearly(self.path), writing(self.engine) as connection:
            insert_new(connection, ANSWERS, [{"key": key, "report": report, "text": answer}])

    def agreed(self, address: str) -> bool:
        """Whether somebody agreed that this record's reports are sent to an address."""
        with clearly(self.path), self.engine.begin() as connection:
            asked = select(CONSENTS.c.address).where(CONSENTS.c.address == address)
            return connection.execute(asked).first() is not None

    def agree(self, address: str) -> None:
        """Note that reports may be sent to an address, from now on."""
        with clearly(self.path), writing(self.engine) as connection:
            insert_new(connection, CONSENTS, [{"address": address, "at": now()}])


def kept_answers(record: Record) -> KeptAnswers:
    """The answers that a record keeps."""
    return KeptAnswers(record._engine, record.path)
