"""Exports, and reading them back."""

import csv
import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.event import Call, Direction, Fact, Source
from app.domain.instant import Instant
from app.domain.problem import EnvironmentProblem
from app.domain.receipt import Receipt
from app.exchange.reading import read
from app.exchange.spreadsheet import neutralised, restored
from app.exchange.writer_csv import write_csv
from app.exchange.writer_jsonl import write_jsonl
from tests.support.facts import CALLS, TEXTS, receipt
from tests.support.readings import facts
from tests.support.surroundings import CALM_IN_ONE_FOLDER

CALL = Call(
    *(Source("hand"), "", Instant(1_793_631_845_000_000), 185_000_000, Direction.OUTBOUND),
    own="+14155550100",
    far="+14155550123",
    note="=cmd",
)
ENTRIES = st.lists(st.one_of(CALLS, TEXTS), min_size=1, max_size=5)
TROUBLED = settings(max_examples=50, suppress_health_check=CALM_IN_ONE_FOLDER)


@TROUBLED
@given(ENTRIES)
def test_a_table_gives_every_fact_back(tmp_path: Path, entries: list[Fact]) -> None:
    path = tmp_path / "out.csv"
    assert write_csv(path, map(receipt, entries)) == len(entries)
    assert facts(read(path)) == entries


@TROUBLED
@given(ENTRIES)
def test_json_lines_give_every_fact_back(tmp_path: Path, entries: list[Fact]) -> None:
    path = tmp_path / "out.jsonl"
    assert write_jsonl(path, map(receipt, entries)) == len(entries)
    assert facts(read(path)) == entries


def test_a_spreadsheet_is_given_no_formula(tmp_path: Path) -> None:
    write_csv(tmp_path / "out.csv", [receipt(CALL)])
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["note"], row["far"]) == ("'=cmd", "'+14155550123")
    assert (row["person"], row["quantity"], row["unit"]) == ("Jana", "1", "minutes")
    assert (row["seconds"], row["start"]) == ("185", "2026-11-02T15:04:05Z")


def test_an_object_has_numbers_where_there_are_counts(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "out.jsonl", [receipt(CALL, quantity=4)])
    found = json.loads((tmp_path / "out.jsonl").read_text())
    assert (found["quantity"], found["seconds"], found["outcome"]) == (4, "185", "included")
    assert "legs" not in found


@given(st.text())
def test_taking_the_apostrophe_away_gives_the_cell_back(cell: str) -> None:
    assert restored(neutralised(cell)) == cell


def test_only_the_owner_can_read_an_export(tmp_path: Path) -> None:
    write_csv(tmp_path / "out.csv", [receipt(CALL)])
    assert stat.S_IMODE((tmp_path / "out.csv").stat().st_mode) == 0o600


def test_an_export_that_breaks_off_leaves_the_old_file_alone(tmp_path: Path) -> None:
    def broken() -> Iterator[Receipt]:
        yield receipt(CALL)
        raise LookupError

    (tmp_path / "out.csv").write_text("before")
    with pytest.raises(LookupError):
        write_csv(tmp_path / "out.csv", broken())
    assert [path.read_text() for path in tmp_path.iterdir()] == ["before"]


def test_a_folder_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="cannot be written"):
        write_csv(tmp_path / "no" / "out.csv", [])


def test_an_empty_export_is_a_header(tmp_path: Path) -> None:
    assert write_csv(tmp_path / "out.csv", []) == 0
    assert list(read(tmp_path / "out.csv")) == []
