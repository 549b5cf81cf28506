"""JSON Lines of the contract: what goes out comes back, and every line keeps the schema."""

from __future__ import annotations

import json
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from tests.joining.builder import ACTORS, ENVOY, READER, attack, on, proposal, report, talk
from tests.strategies import slices

from parley.formats import jsonl
from parley.joining import join
from parley.terms.bodies import actors_in
from parley.terms.enums import Outcome
from parley.terms.schema import PATH
from parley.terms.slice import CONTRACT, Contract, ReaderInfo, Slice
from parley.terms.wire import WireError


def sample() -> Slice:
    """Two reports of one attack and one talk."""
    day = on("2031-03-04")
    proposals = (
        proposal(attack(), "r1", date=day),
        proposal(attack(), "r2", date=day),
        proposal(talk("orlan", "belmark", outcome=Outcome.AGREEMENT), "r2", 24, date=day),
    )
    reports = (report("r1"), report("r2"))
    joined = join(proposals, reports, ACTORS, (ENVOY,))
    return Slice(reports, joined.actors, (), proposals, joined.statements, joined.talks, reader=READER)


def contract(reader: ReaderInfo | None = None) -> Contract:
    return Contract(CONTRACT, "0.1", reader or READER)


@cache
def schema() -> Draft202012Validator:
    """The shipped schema, by kind and form: a oneOf over all kinds would try each."""
    return Draft202012Validator(json.loads(PATH.read_text(encoding="utf-8")))


@cache
def schema_of(name: str) -> Draft202012Validator:
    return Draft202012Validator({**schema().schema, "oneOf": [{"$ref": f"#/$defs/{name}"}]})


def check(line: str) -> None:
    """A line keeps the schema of its kind."""
    plain = json.loads(line)
    forms = ("proposal", "statement")
    name = f"{plain['kind']}-{plain['form']}" if plain["kind"] in forms else plain["kind"]
    schema_of(name).validate(plain)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(slices())
def test_export_then_load_then_export_is_the_identity(part: Slice) -> None:
    """Any slice's lines, loaded and exported again, are the same lines, and each keeps the schema."""
    lines = list(jsonl.export(part, contract(part.reader)))
    for line in lines:
        check(line)
    assert list(jsonl.export(jsonl.load(lines), contract(part.reader))) == lines


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(slices())
def test_load_brings_back_every_value(part: Slice) -> None:
    """Nothing is lost or changed on the way; only the order may be the export's."""
    back = jsonl.load(jsonl.export(part, contract(part.reader)))
    for name in ("reports", "actors", "proposals", "statements", "talks", "decisions", "merge_proposals"):
        assert sorted(getattr(back, name), key=repr) == sorted(getattr(part, name), key=repr)
    assert back.reader == part.reader


def test_lines_stand_in_the_contracts_order() -> None:
    """The contract first; each report before what is told in it; each actor before its first use, once."""
    plain = [json.loads(line) for line in jsonl.export(sample(), contract())]
    assert [p["kind"] for p in plain] == [
        "contract",
        *("report", "actor", "actor", "proposal", "statement"),
        *("report", "proposal", "actor", "proposal", "talk"),
        "actor",
    ]
    assert next(iter(plain[0])) == "kind"


def test_the_whole_schema_accepts_a_sample() -> None:
    """The schema as shipped, not only the part for each kind, takes every line of a sample."""
    lines = list(jsonl.export(sample(), contract()))
    assert lines
    for line in lines:
        schema().validate(json.loads(line))


def test_what_was_exported_needs_no_other_actor() -> None:
    """Every actor that a loaded proposal names is among the loaded actors."""
    back = jsonl.load(jsonl.export(sample(), contract()))
    assert {a for p in back.proposals for a in actors_in(p.body)} <= {a.id for a in back.actors}


def test_a_lone_surrogate_passes_through() -> None:
    """A text that UTF-8 has no room for is written in ASCII and comes back."""
    odd = report("r1", text="Half \ud83d a sign.")
    lines = list(jsonl.export(Slice(reports=(odd,)), contract()))
    assert all(line.encode("utf-8") for line in lines)
    assert jsonl.load(lines).reports == (odd,)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([], "nothing is there"),
        (['{"kind":"decision"}'], "line 1: "),
        (["", "[1]"], "line 2: an object was expected"),
        (["{"], "line 1: "),
    ],
)
def test_what_breaks_the_contract_names_its_line(lines: list[str], message: str) -> None:
    """The line's number and what was expected stand in the error."""
    with pytest.raises(WireError, match=message):
        jsonl.load(lines)


def test_a_file_must_begin_with_the_contract_and_be_of_its_version() -> None:
    """Without the first line, or of another major version, nothing is loaded."""
    lines = list(jsonl.export(sample(), contract()))
    with pytest.raises(WireError, match=r"line 1: an export begins with its contract line, not with a report"):
        jsonl.load(lines[1:])
    newer = list(jsonl.export(Slice(), Contract("2.0", "9", READER)))
    with pytest.raises(WireError, match=r"contract 2\.0 cannot be read"):
        jsonl.load(newer)


def test_a_quote_that_its_report_does_not_say_names_its_line() -> None:
    """Of a proposal, a statement or a talk; where the text is left out there is nothing to compare."""
    lines = list(jsonl.export(sample(), contract()))
    quoting = [n for n, text in enumerate(lines) if json.loads(text)["kind"] in ("proposal", "statement", "talk")]
    assert len(quoting) == 5
    for n in quoting:
        spoilt = [text.replace('"quote": "', '"quote": "X', 1) if i == n else text for i, text in enumerate(lines)]
        with pytest.raises(WireError, match=rf"line {n + 1}: .* is not the report's text"):
            jsonl.load(spoilt)
    bare = [json.dumps({**plain, "text": None}) if (plain := json.loads(t))["kind"] == "report" else t for t in spoilt]
    assert len(jsonl.load(bare).reports) == 2
