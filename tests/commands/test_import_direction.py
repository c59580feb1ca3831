"""Records that tell no direction, imported with one that a person says."""

from pathlib import Path

import pytest

from tests.support.console import Console

_MAPPING = '{"columns": {"start": "When", "from": "From", "to": "To", "duration": "Length"}}'
_TABLE = "When,From,To,Length\n2026-11-02T10:00:00Z,+14155550100,+14155550123,61\n"


@pytest.fixture
def silent(tmp_path: Path) -> tuple[object, ...]:
    export, mapping = tmp_path / "calls.csv", tmp_path / "mapping.json"
    export.write_text(_TABLE, encoding="utf-8")
    mapping.write_text(_MAPPING, encoding="utf-8")
    return (export, "--mapping", mapping)


def _listed(console: Console) -> list[tuple[object, object]]:
    entries = console.done("list", "--json").json["entries"]
    return [(each["facts"]["direction"], each["facts"]["far"]) for each in entries]


def test_records_without_a_direction_are_outbound(
    console: Console, silent: tuple[object, ...]
) -> None:
    console.done("import", *silent)
    assert _listed(console) == [("outbound", "+14155550123")]


def test_a_direction_said_later_corrects_such_records(
    console: Console, silent: tuple[object, ...]
) -> None:
    console.done("import", *silent)
    console.done("import", *silent, "--direction", "inbound")
    assert _listed(console) == [("inbound", "+14155550100")]


def test_a_record_that_tells_its_direction_keeps_it(console: Console, tmp_path: Path) -> None:
    log = tmp_path / "microsip.csv"
    log.write_text("Type,Name,Number,Time,Duration,Info\nout,,+14155550123,1795303583,9,\n")
    console.done("import", log, "--direction", "inbound")
    assert _listed(console) == [("outbound", "+14155550123")]
