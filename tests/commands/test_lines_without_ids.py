"""Lines that have no id of their own, read more than once."""

import json
from pathlib import Path

import pytest

from tests.support.console import Console
from tests.support.records import table

_HEADER = ("hs_timestamp", "hs_call_duration", "hs_call_to_number")
_ROW = ("2026-11-03 10:00:00", "60000", "+14155550188")


@pytest.fixture
def planned(console: Console) -> Console:
    console.done("plan", "use", "hubspot-professional")
    return console


def _counts(console: Console, path: Path, *words: str) -> tuple[int, int]:
    found = console.done("import", path, *words, "--json").json["files"][0]
    return found["new"], found["known"]


def test_another_zone_corrects_a_line_instead_of_adding_one(
    planned: Console, tmp_path: Path
) -> None:
    file = table(tmp_path / "a.csv", _HEADER, _ROW)
    assert _counts(planned, file, "--zone", "UTC") == (1, 0)
    assert _counts(planned, file, "--zone", "Europe/Berlin") == (1, 0)
    assert planned.meter("minutes")["used"] == 1
    facts = planned.done("explain", "1", "--json").json["facts"]
    assert facts["start"] == "2026-11-03T09:00:00Z"


def test_equal_lines_are_as_many_entries(planned: Console, tmp_path: Path) -> None:
    file = table(tmp_path / "a.csv", _HEADER, _ROW, _ROW)
    assert _counts(planned, file) == (2, 0)
    assert _counts(planned, file) == (0, 2)


def test_texts_that_differ_only_in_their_body_are_two(planned: Console, tmp_path: Path) -> None:
    columns = {"start": "When", "to": "Whom", "body": "Said"}
    mapping = tmp_path / "m.json"
    mapping.write_text(json.dumps({"kind": "texts", "columns": columns}), encoding="utf-8")
    header = ("When", "Whom", "Said")
    file = table(tmp_path / "a.csv", header, (*_ROW[::2], "ab"), (*_ROW[::2], "ba"))
    assert _counts(planned, file, "--mapping", str(mapping)) == (2, 0)
    turned = table(tmp_path / "b.csv", header, (*_ROW[::2], "ba"), (*_ROW[::2], "ab"))
    assert _counts(planned, turned, "--mapping", str(mapping)) == (0, 2)
