"""Mappings that are kept: listed, shown, removed, and found again by the columns they are for."""

import json
from pathlib import Path

import pytest

from tests.support.console import Console

COLUMNS = {"start": "Wann", "to": "Ziel", "duration": "Dauer"}
TABLE = "Wann;Ziel;Dauer\n2026-11-02 15:04;+14155550123;61\n"
MAPPING = {"name": "anlage", "columns": COLUMNS, "made_for": ["Wann", "Ziel", "Dauer"]}


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "anlage.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def kept(console: Console, tmp_path: Path, export: Path) -> Console:
    mapping = tmp_path / "mapping.json"
    mapping.write_text(json.dumps(MAPPING), encoding="utf-8")
    console.done("import", export, "--mapping", mapping)
    return console


def test_no_mapping_is_kept_at_first(console: Console) -> None:
    assert console.done("mapping", "list").out == "No mapping is kept yet.\n"
    assert not console.folder.exists()


def test_a_mapping_from_a_file_is_kept_under_its_name(kept: Console) -> None:
    assert kept.done("mapping", "list").out == "anlage (calls)\n"
    (listed,) = kept.done("mapping", "list", "--json").json["mappings"]
    assert listed == {"name": "anlage", "kind": "calls", "format": ""}


def test_a_kept_mapping_is_shown_as_a_file_would_hold_it(kept: Console) -> None:
    assert json.loads(kept.done("mapping", "show", "anlage").out) == MAPPING
    assert kept.done("mapping", "show", "anlage", "--json").json["mapping"] == MAPPING


def test_the_same_columns_are_read_by_the_mapping_made_for_them(
    kept: Console, tmp_path: Path
) -> None:
    later = tmp_path / "december.csv"
    later.write_text(TABLE.replace("11-02", "11-03").lower(), encoding="utf-8")
    answer = kept.done("import", later)
    assert "Read by the mapping anlage, made for these columns." in answer.out


def test_the_answer_for_programs_names_that_mapping(kept: Console, export: Path) -> None:
    (file,) = kept.done("import", export, "--json").json["files"]
    assert (file["mapping"], file["known"]) == ("anlage", 1)


def test_other_columns_are_not_read_by_it(kept: Console, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text(TABLE.replace("Dauer\n", "Dauer;Wer\n"), encoding="utf-8")
    answer = kept.run("import", other, "--json")
    assert answer.code == 1
    (failed,) = answer.json["failed"]
    assert (failed["path"], failed["columns_unknown"]) == (str(other), True)


def test_a_removed_mapping_reads_nothing_any_more(kept: Console, export: Path) -> None:
    assert kept.done("mapping", "remove", "anlage").out == "The mapping anlage is removed.\n"
    assert kept.run("import", export).code == 1


@pytest.mark.parametrize("verb", ["show", "remove"])
def test_an_unknown_name_lists_the_known_ones(kept: Console, verb: str) -> None:
    answer = kept.run("mapping", verb, "other")
    assert answer.code == 2
    assert answer.err == "No mapping is kept under the name other. Kept are: anlage.\n"


def test_a_failure_that_no_mapping_mends_says_so(console: Console, tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.touch()
    (failed,) = console.run("import", empty, "--json").json["failed"]
    assert not failed["columns_unknown"]
    assert "is empty" in failed["reason"]
