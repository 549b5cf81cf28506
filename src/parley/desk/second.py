"""The second reader: set up in `parley.toml`, agreed to before anything is sent, read beside the first one."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from parley.desk.amiss import AmissError
from parley.desk.project import settled
from parley.desk.readers import entries, is_second, load, reader_for
from parley.desk.records import plainly
from parley.record import Record, kept_answers
from parley.terms.enums import Handling, ReportState
from parley.terms.layers import Reading
from parley.terms.ports import Answers, Asked, AskingReader, Reader
from parley.terms.report import Report

if TYPE_CHECKING:
    from parley.desk.reports import Progress
    from parley.terms.chat import ChatServer


@dataclass
class Heard:
    """What a second reader made of some reports, by their ids; `refused` and `failed` count reports by cause."""

    read: list[str] = field(default_factory=list)
    known: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    told: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """What came of it, a line each; nothing where there was nothing to read."""
        if not (self.read or self.refused or self.failed):
            return ()
        refused = (f"{_reports(n)} not sent: marked {mark}" for mark, n in sorted(self.refused.items()))
        failed = (f"{_reports(n)} left to the first reader alone: {why}" for why, n in self.failed.most_common())
        return tuple(f"second reader: {line}" for line in (*self.told, *refused, *failed))


def _reports(many: int) -> str:
    return f"{many} report{'' if many == 1 else 's'}"


def server_set_up() -> ChatServer | None:
    """The server of `[reader]` in this folder's `parley.toml`, with its key from the environment; None where none is.

    Raises AmissError where the settings are wrong, or the key cannot be sent.
    """
    asked = settled().reader
    if asked is None:
        return None
    key = os.environ.get(asked.key_from, "").strip()
    if not (key.isascii() and key.isprintable()):
        raise AmissError(f"the key in {asked.key_from} has characters that no key has", "Set it anew, on one line.")
    return replace(asked.server, key=key or None)


def second_reader(server: ChatServer, answers: Answers | None = None, name: str = "chat") -> AskingReader:
    """The reader that asks a server. Raises AmissError where it is not installed or does not start."""
    entry = next((e for e in entries() if e.name == name and is_second(e)), None)
    if entry is None:
        raise AmissError(
            f"no reader {name!r} is installed", "Install Parley again: pip install --force-reinstall parley"
        )
    return cast(AskingReader, load(entry, None, (), server=server, answers=answers))


def notice(server: ChatServer) -> tuple[str, ...]:
    """What would be sent where, in plain words."""
    spoken = ", ".join(server.languages) + (", or in a language that cannot be told" if server.takes(None) else "")
    return (
        f"second reader: {server.model} at {server.address}",
        f"It is sent the text of each report that is marked open and written in {spoken}: "
        f"{server.passage} characters at a time, with the day of publication, and nothing else of the record.",
        f"Whoever runs it can read them. At most {server.requests:,} requests and {server.tokens:,} tokens a run.",
    )


def remedy(server: ChatServer) -> str:
    """How to agree."""
    return f'Agree with --yes, or for scripts with the line consent = "{server.address}" under [reader] in parley.toml.'


def agreed(server: ChatServer, record: Record | None = None) -> bool:
    """Whether sending was agreed to: by the settings, for this very address, or once for this record."""
    if server.consent == server.address:
        return True
    if record is None:
        return False
    with plainly():
        return kept_answers(record).agreed(server.address)


def agree(server: ChatServer, record: Record) -> None:
    """Note that this record's open reports may be sent to the server's address."""
    with plainly():
        kept_answers(record).agree(server.address)


def server_agreed_to(record: Record) -> ChatServer | None:
    """The server, if one is set up and sending this record's open reports to it was agreed to before; asks nobody."""
    server = server_set_up()
    return server if server is not None and agreed(server, record) else None


def read_second(
    record: Record, ids: Iterable[str], first: Sequence[Reader], server: ChatServer, progress: Progress | None = None
) -> Heard:
    """Read reports of a record a second time, each kept as soon as it is read; what was read so before is passed over.

    What a report is marked by now counts, not how it came in. A report that gets no answer keeps the first reading, and
    its turn comes again with the next run. Raises AmissError where the record cannot be written.
    """
    reader = second_reader(server, kept_answers(record))
    heard = Heard()
    with plainly():
        due = list(_due(record, ids, reader, heard))
        for done, report in enumerate(due):
            if progress is not None:
                progress(f"asking {server.model}", done, len(due))
            _keep(record, next(iter(reader.read_all([beside(report, first)]))), reader, heard)
        record.settle()
    heard.told = reader.told() if heard.read or heard.failed else ()
    return heard


def _due(record: Record, ids: Iterable[str], reader: AskingReader, heard: Heard) -> Iterable[Report]:
    """The reports that are to be sent; what may not be sent is counted."""
    found = (record.report(i) for i in dict.fromkeys(ids))
    for report in {r.id: r for r in found if r is not None}.values():
        if report.text is None or not reader.reads(report.language):
            continue
        if report.handling is not Handling.OPEN:
            heard.refused[report.handling.value] += 1
        elif record.has_read(report.id, reader.info):
            heard.known += 1
        else:
            yield report


def beside(report: Report, first: Sequence[Reader]) -> Asked:
    """A report with all that the first reader finds in it, so that the second one means the same actors and days."""
    own = reader_for(report.language, first)
    plain = replace(report, state=ReportState.READ, why=None)
    found = next(iter(own.read_all([Asked(plain, layers=True)]))) if own is not None else None
    return Asked(plain, first=found)


def _keep(record: Record, reading: Reading, reader: AskingReader, heard: Heard) -> None:
    if reading.report.state is ReportState.UNREAD:
        heard.failed[reading.report.why or ""] += 1
        return
    record.add([reading], reader.info)
    heard.read.append(reading.report.id)
