"""Reports given to coders, and what each of them, blind to the others, made of what was read there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select, update

from parley.joining.correcting import Told, decided
from parley.joining.log import added_by, named, standing
from parley.joining.merge import statement_of
from parley.joining.talks import talk_of
from parley.joining.telling import telling_of
from parley.record.asking import PERSON
from parley.record.errors import RecordError
from parley.record.keeping import into
from parley.record.recalling import Recall
from parley.record.tables import ASSIGNMENTS, PROPOSALS, REPORTS
from parley.record.wiring import read_rows, written
from parley.terms.enums import Action, Form
from parley.terms.log import Assignment, Decision
from parley.terms.statement import Proposal, Statement, Talk

OPEN, DONE = "open", "done"


@dataclass(frozen=True, slots=True)
class Coding:
    """What one coder made of one place of a report: `told` is None where it is rejected, or was never added."""

    coder: str
    proposal: str
    form: Form
    told: Statement | Talk | None
    decisions: tuple[Decision, ...]


def assign(connection: Connection, report: str, coder: str) -> Assignment:
    """Give a report to a coder; one who has it already keeps it. Raises RecordError for a report that is not held."""
    if connection.execute(select(REPORTS.c.id).where(REPORTS.c.id == report)).first() is None:
        raise RecordError(f"the record holds no report {report!r}. Type its id in full.")
    made = Assignment(assignment_id(report, coder), report, coder, OPEN)
    into(connection, ASSIGNMENTS, [{"id": made.id, "report": report, "coder": coder, "json": written(made)}])
    return made


def assignment_id(report: str, coder: str) -> str:
    """The id of an assignment: a hash of report and coder."""
    return "a" + hashlib.sha256(f"{report}\x1f{coder}".encode("utf-8", "surrogatepass")).hexdigest()[:15]


def finish(connection: Connection, report: str, coder: str) -> None:
    """Note that a coder is done with a report. Raises RecordError where it was never given to that coder."""
    held = next((a for a in assignments(connection) if (a.report, a.coder) == (report, coder)), None)
    if held is None:
        raise RecordError(f"report {report!r} was not given to {coder!r}. See `parley coders`.")
    done = replace(held, state=DONE)
    connection.execute(update(ASSIGNMENTS).where(ASSIGNMENTS.c.id == held.id).values(json=written(done)))


def assignments(connection: Connection) -> tuple[Assignment, ...]:
    """Who was given what, by report and coder."""
    c = ASSIGNMENTS.c
    return tuple(read_rows(connection, ASSIGNMENTS, select(c.id, c.json).order_by(c.report, c.coder)))


def codings(connection: Connection, recall: Recall, round_: int | None = None) -> tuple[Coding, ...]:
    """What coders made of each place of the reports given to them, as each place reads by itself.

    A coder counts for a report that is done, and for every place already decided on in one that is not. What another
    coder added and this one did not is there as not found.
    """
    recall.log(connection)
    known = recall.known(connection)
    blind = standing(d for d in recall.decisions if d.coder is not None)
    mine = [d for d in blind if round_ is None or d.round == round_]
    given = assignments(connection)
    found: list[Coding] = []
    for report in dict.fromkeys(a.report for a in given):
        places = _places(connection, recall, report, mine)
        numbers = [n for n, _ in places]
        told = recall.tellings(connection, (n for n in numbers if n is not None))
        for a in (a for a in given if a.report == report):
            for n, p in places:
                own = tuple(d for d in mine if d.coder == a.coder and p.id in (d.target, *named(d)))
                if own or a.state == DONE:
                    telling = told[n] if n is not None else telling_of(p, {}, {})
                    is_talk = p.form is Form.TALK
                    made = (
                        _made(talk_of([telling], known), own, n is None)
                        if is_talk
                        else _made(statement_of([telling]), own, n is None)
                    )
                    found.append(Coding(a.coder, p.id, p.form, made, own))
    return tuple(found)


def _places(
    connection: Connection, recall: Recall, report: str, blind: Iterable[Decision]
) -> list[tuple[int | None, Proposal]]:
    """What readers found in a report, by number, and what coders added, without one."""
    asked = select(PROPOSALS.c.n, PROPOSALS.c.id).where(PROPOSALS.c.report == report).order_by(PROPOSALS.c.n)
    numbers = {id_: n for n, id_ in connection.execute(asked)}
    told = recall.tellings(connection, numbers.values())
    read = [(n, told[n].proposal) for n in numbers.values() if told[n].proposal.reader != PERSON]
    added = [p for d in blind if isinstance(p := added_by(d), Proposal)]
    by_coders = {p.id: p for p in added if p.report == report}
    return [*read, *((None, p) for p in by_coders.values())]


def _made(bare: Told, own: tuple[Decision, ...], added: bool) -> Told | None:
    actions = [d.action for d in own]
    if Action.REJECT in actions or (added and Action.ADD not in actions):
        return None
    return decided(bare, own)
