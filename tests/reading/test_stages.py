"""A stage that raises loses its own result only, and the user is told where."""

from __future__ import annotations

import inspect
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from parley.cli.app import app
from parley.desk.code import Coding, Remark, code
from parley.desk.layer import Layer
from parley.desk.records import open_record
from parley.desk.reports import read_into
from parley.reading import pass_over
from parley.reading.english import default
from parley.reading.pipeline import parse
from parley.reading.stages import Guard
from parley.terms.bodies import Event
from parley.terms.enums import Form, Reality, Stance
from parley.terms.facts import counts_as_fact, status_of
from parley.terms.layers import Reading
from parley.terms.report import report_of
from parley.terms.values import Span

TEXT = (
    "Norway and Sweden held talks in Geneva on 4 March 2020. "
    "Finland said that Sweden had bombed Norway. Sweden denied the claim. "
    "Norway distrusts Sweden. Norway rejects a ceasefire. "
    '"Sweden has attacked Norway twice this year," said Finland\'s foreign minister, Anna Hess. '
    "He added that the two sides would meet again in Oslo in May. "
)
STAGES = {
    "mending": ("mend", ("mentions", "predicates")),
    "actors.known": ("names.known", ("dates",)),
    "actors.demonyms": ("phrases.demonyms", ("events", "talks", "ties", "positions", "predicates")),
    "actors.seats": ("phrases.seats", ("events", "talks", "ties", "roles", "positions", "predicates")),
    "places": ("places.find", ("events", "ties", "roles", "positions", "predicates")),
    "actors.unlisted": ("names.unlisted", ("talks", "ties", "positions")),
    "actors.shorts": ("shorts.unite", ("events", "talks", "ties", "roles", "positions", "mentions")),
    "actors.surnames": ("shorts.listed", ("events", "talks", "ties", "roles", "positions", "mentions")),
    "actors.references": ("in_order.refer", ("ties", "positions")),
    "commitment.quotes": ("quotations", ("talks", "ties", "roles", "positions", "mentions")),
    "dates": ("dates.find", ("events", "talks", "ties", "roles", "positions", "mentions", "predicates")),
    "dates.attaching": ("dates.attach", ("events", "talks", "ties", "roles", "positions", "mentions", "predicates")),
    "places.attaching": ("places.attach", ("events", "ties", "roles", "positions", "mentions", "predicates")),
    "commitment": ("commit", ("events", "predicates", "mentions")),
    "events": ("events.events", ("ties", "roles", "positions", "mentions", "predicates")),
    "denials": ("answered", ("events", "talks", "ties", "roles", "positions", "mentions", "predicates")),
    "talks": ("talks", ("events", "ties", "roles", "positions", "mentions", "predicates")),
    "ties": ("ties.ties", ("events", "talks", "roles", "positions", "mentions", "predicates")),
    "roles": ("roles.roles", ("events", "talks", "ties", "positions", "mentions", "predicates")),
    "positions": ("positions.positions", ("events", "talks", "ties", "roles", "mentions", "predicates")),
    "judgements": (
        "judgements.judgements",
        ("events", "talks", "ties", "roles", "positions", "mentions", "predicates"),
    ),
    "predicates": ("layers.predicates", ("events", "talks", "ties", "roles", "positions", "mentions")),
    "attributions": (
        "layers.attributions",
        ("events", "talks", "ties", "roles", "positions", "mentions", "predicates"),
    ),
    "mentions": ("layers.mentions", ("events", "talks", "ties", "roles", "positions", "predicates", "dates")),
    "dates.layer": ("layers.dates", ("events", "talks", "ties", "roles", "positions", "mentions", "predicates")),
    "places.layer": ("layers.places", ("events", "talks", "ties", "roles", "positions", "mentions", "predicates")),
    "links": ("linked", ("events", "talks", "ties", "roles", "positions", "mentions", "predicates")),
}
"""Stage: the function that is broken, and the parts of the reading that must still be of the same size."""
LAYERS = {
    "predicates": Layer.PREDICATES,
    "attributions": Layer.ATTRIBUTIONS,
    "dates.layer": Layer.DATES,
    "places.layer": Layer.PLACES,
}
"""Stages that run only where their layer is asked for."""
CAN_BE_BROKEN = [(s, path, LAYERS.get(s, Layer.STATEMENTS)) for s, (path, _) in STAGES.items()]


class BrokenError(Exception):
    """What the broken stages raise."""


def _break(monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    def raises(*_: object, **__: object) -> object:
        raise BrokenError("out of order")

    *over, name = path.split(".")
    holder = getattr(pass_over, over[0]) if over else pass_over
    monkeypatch.setattr(holder, name, raises)


def _read(text: str = TEXT, id_: str = "storm") -> Reading:
    return default().read(report_of(text, id=id_, published="2020-04-01"))


def _sizes(reading: Reading) -> dict[str, int]:
    forms = {f"{f.value}s": sum(p.form is f for p in reading.proposals) for f in Form}
    return {
        **forms,
        "mentions": len(reading.mentions),
        "predicates": len(reading.predicates),
        "dates": len(reading.dates),
    }


def _facts(reading: Reading) -> set[Span]:
    return {p.head for p in reading.proposals if counts_as_fact(status_of(p.voices), p.reality)}


@pytest.fixture(scope="module")
def whole() -> Reading:
    """The reading with every stage in order."""
    return _read()


def test_the_text_has_something_for_every_stage(whole: Reading) -> None:
    """The other tests would be hollow if a part were empty from the start."""
    sizes = _sizes(whole)
    assert not whole.warnings
    assert all(sizes[part] for part in ("events", "talks", "ties", "roles", "positions", "mentions", "predicates"))
    assert any(v.stance is Stance.DENIES for p in whole.proposals for v in p.voices)
    assert any(p.date for p in whole.proposals)
    assert any(p.places for p in whole.proposals)
    assert any(p.links for p in whole.proposals)


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_that_raises_loses_its_own_result_only(
    stage: str, whole: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What does not rest on the stage is as it was; one warning names the stage, the report and what was wrong."""
    path, kept = STAGES[stage]
    _break(monkeypatch, path)
    reading = _read()
    before, after = _sizes(whole), _sizes(reading)
    assert {part: after[part] for part in kept} == {part: before[part] for part in kept}
    (warning,) = [w for w in reading.warnings if w.stage == stage]
    assert (warning.report, "BrokenError: out of order" in warning.message) == ("storm", True)
    assert {w.stage for w in reading.warnings} == {stage}


@pytest.mark.parametrize("stage", STAGES)
def test_a_broken_stage_makes_no_fact_of_a_claim(stage: str, whole: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    """Losing a result must never turn what somebody merely says into a fact."""
    _break(monkeypatch, STAGES[stage][0])
    sure, told = _facts(whole), {p.head for p in whole.proposals}
    assert 0 < len(sure) < len(told)
    assert _facts(_read()) & told <= sure


def test_every_stage_is_tried_here() -> None:
    """A stage that is added to the pass is broken by these tests too."""
    assert set(re.findall(r'guard\.run\("([\w.]+)"', inspect.getsource(pass_over))) == set(STAGES)


def test_without_commitment_nothing_is_known_to_be_true(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where embedding words could not be weighed, what is told stays, with its truth open."""
    _break(monkeypatch, "commit")
    made = [p for p in _read().proposals if isinstance(p.body, Event)]
    assert made
    assert {p.reality for p in made} <= {Reality.UNKNOWN}


def test_the_next_report_is_untouched(monkeypatch: pytest.MonkeyPatch) -> None:
    """A warning belongs to its report; the reader keeps nothing of it."""
    with monkeypatch.context() as broken:
        _break(broken, "ties.ties")
        assert _read().warnings
    assert not _read().warnings


def test_a_guard_keeps_one_warning_of_many_alike() -> None:
    """A stage that fails at every word is reported once; another fault, or another stage, is reported too."""
    guard = Guard("r")
    for wrong in ("a", "a", "b"):
        assert guard.run("dates", _raising(wrong), 7, at="word 3") == 7
    guard.run("places", _raising("a"), 7)
    assert [(w.stage, w.message.split(";")[0]) for w in guard.warnings] == [
        ("dates", "ValueError: a at word 3"),
        ("dates", "ValueError: b at word 3"),
        ("places", "ValueError: a"),
    ]


def test_a_guard_does_not_stop_an_interrupt() -> None:
    """Ctrl-C ends the run, whatever stage is at work."""

    def interrupted() -> int:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Guard("r").run("dates", interrupted, 0)


def _raising(wrong: str) -> Callable[[], int]:
    def work() -> int:
        raise ValueError(wrong)

    return work


@pytest.mark.parametrize(("stage", "path", "layer"), CAN_BE_BROKEN)
def test_whoever_codes_in_a_pipe_is_told(stage: str, path: str, layer: Layer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The warning comes as a remark before the report's lines, and the report is not counted as left out."""
    _break(monkeypatch, path)
    row = json.dumps({"id": "storm", "text": TEXT, "published": "2020-04-01", "language": "en"}).encode()
    out = list(code(io.BytesIO(row), "rows", Coding([default()], layer)))
    remarks = [o for o in out if isinstance(o, Remark)]
    assert [r.words.startswith(f"warning: storm, {stage}: BrokenError") for r in remarks] == [True]
    assert not remarks[0].left_out
    assert "report" in {json.loads(o)["kind"] for o in out if isinstance(o, str)}


def test_whoever_reads_into_a_record_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The warning is handed on with what was taken, and the report is in the record."""
    _break(monkeypatch, "ties.ties")
    (tmp_path / "storm.txt").write_text(TEXT, encoding="utf-8")
    taken = read_into(open_record(tmp_path / "r.db"), [tmp_path / "storm.txt"], [default()])
    assert (taken.read, [w.stage for w in taken.warnings]) == (1, ["ties"])


def test_the_command_prints_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`parley read` prints the warning with the stage, and reads the report all the same."""
    _break(monkeypatch, "linked")
    (tmp_path / "storm.txt").write_text(TEXT, encoding="utf-8")
    done = CliRunner().invoke(app, ["read", str(tmp_path / "storm.txt"), "--record", str(tmp_path / "r.db")])
    shown = " ".join((done.output + (done.stderr if done.stderr_bytes is not None else "")).split())
    assert done.exit_code == 0, shown
    assert "links: BrokenError: out of order" in shown
    assert "1 report read" in shown


def test_a_document_passes_alone_through_all_stages() -> None:
    """Stages work on plain values: a parsed document and a gazetteer are all that they need."""
    reader = default()
    asked = pass_over.Passage(report_of(TEXT, id="storm"), (), reader.gazetteer, "any 1")
    reading = pass_over.read_document(asked, parse(TEXT))
    assert {p.reader for p in reading.proposals} == {"any 1"}
