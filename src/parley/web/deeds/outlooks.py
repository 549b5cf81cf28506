"""Trying a scenario's numbers out, keeping them, and keeping forecasts."""

from __future__ import annotations

from parley.desk import forecasts
from parley.desk.amiss import AmissError
from parley.desk.views import drafting
from parley.desk.views import outlook as desk
from parley.web.addresses import part
from parley.web.answering import Done
from parley.web.asking import Deed
from parley.web.deeds.allowed import editor
from parley.web.pages.outlooks import MOVED
from parley.web.templating import environment


def attempt(deed: Deed) -> Done:
    """What follows from some numbers: a first answer at once, or the whole one."""
    found = desk.outlook_page(
        deed.ask.bench.scenarios, deed.must("name"), _moved(deed), whole=deed.get("whole") == "yes"
    )
    html = environment().get_template("yields.html.j2").render(section=desk.section(found))
    return Done(f"/outlook/{part(found.name)}", {"html": html})


def save(deed: Deed) -> Done:
    """Keep a scenario with its moved numbers, as a file of its own."""
    editor(deed)
    made = desk.save(deed.ask.bench.scenarios, deed.must("name"), deed.must("new").strip(), _moved(deed))
    return Done(f"/outlook/{part(made.stem)}", {"name": made.stem})


def draft(deed: Deed) -> Done:
    """Draft a scenario from a talk, and open it."""
    editor(deed)
    made = drafting.draft(deed.ask.record, deed.ask.bench.scenarios, deed.must("talk"))
    return Done(f"/outlook/{part(made.stem)}", {"name": made.stem})


def forecast(deed: Deed) -> Done:
    """Keep a forecast as it is made."""
    by = editor(deed)
    said = forecasts.Said(
        question=deed.must("question").strip(),
        probability=_share(deed.must("probability")),
        resolves=deed.get("resolves").strip() or None,
    )
    forecasts.add(deed.ask.record, forecasts.completed(said), by)
    return Done("/forecasts")


def settle(deed: Deed) -> Done:
    """Enter what came of a forecast."""
    by, came = editor(deed), deed.must("outcome")
    if came not in ("yes", "no"):
        raise AmissError(f"{came[:20]!r} is no outcome", "It is yes or no.")
    forecasts.settle(deed.ask.record, deed.must("id"), came == "yes", by)
    return Done("/forecasts")


def _moved(deed: Deed) -> dict[str, tuple[float, float]]:
    return desk.changes_in((k.removeprefix(MOVED), v[0]) for k, v in deed.fields.items() if k.startswith(MOVED))


def _share(typed: str) -> float:
    try:
        given = float(typed.strip().removesuffix("%"))
    except ValueError as e:
        raise AmissError(f"{typed[:20]!r} is no probability", "Write it as 0.2, or as 20%.") from e
    return given / 100 if typed.strip().endswith("%") else given
