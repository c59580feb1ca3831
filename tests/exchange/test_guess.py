"""What the columns of an unknown file seem to mean."""

import json
from pathlib import Path

import pytest

from app.exchange.glimpse import Glimpse, glimpse
from app.exchange.guess import guessed, names_columns
from app.exchange.mapping import Mapping
from tests.support.archives import workbook
from tests.support.readings import written


def guess(folder: Path, text: str) -> Mapping:
    return guessed(glimpse(written(folder, text)))


def test_the_first_lines_are_shown_as_they_are_written(tmp_path: Path) -> None:
    path = written(tmp_path, "Wann;Wer;\n1;2;\n" + "3;4;\n" * 30)
    seen = glimpse(path, most=2)
    assert seen == Glimpse(("Wann", "Wer"), (("1", "2"), ("3", "4")), separator=";")


def test_a_second_column_of_the_same_name_is_left_out(tmp_path: Path) -> None:
    assert glimpse(written(tmp_path, "a,A,b\n1,2,3\n")) == Glimpse(
        ("a", "b"), (("1", "3"),), separator=","
    )


def test_a_damaged_line_is_left_out_of_the_first_look(tmp_path: Path) -> None:
    assert glimpse(written(tmp_path, "a,b\n1\n1,2\n")).rows == (("1", "2"),)


def test_a_known_export_can_be_looked_at_too(tmp_path: Path) -> None:
    line = '"","101","5550123","internal","","a","b","Dial","","2026-11-02 15:04:05"'
    assert len(glimpse(written(tmp_path, f"{line}\n{line}\n")).header) > 1


def test_a_workbook_is_looked_at_like_a_table(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [("When", "To"), ("2026-11-02", 4155550123)])
    assert glimpse(path) == Glimpse(("When", "To"), (("2026-11-02", "4155550123"),))


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        (
            "Call time;Caller;Callee;Talk time;Status\n02.11.2026 15:04;101;102;0:03:05;BUSY\n",
            {
                "start": "Call time",
                "from": "Caller",
                "to": "Callee",
                "duration": "Talk time",
                "answered": "Status",
            },
        ),
        (
            "Datum\tUhrzeit\tRufnummer\tRichtung\tDauer\n2.11.2026\t15:04\t1\tausgehend\t5\n",
            {
                "date": "Datum",
                "time": "Uhrzeit",
                "far": "Rufnummer",
                "direction": "Richtung",
                "duration": "Dauer",
            },
        ),
        ("When,Line,To\n2026-11-02 1:00,1,2\n", {"start": "When", "own": "Line", "far": "To"}),
        ("x,y,z\n2026-11-02,4155550123,5\n", {"date": "x", "far": "y", "duration": "z"}),
        ("Date,To,Message\n2026-11-02,1,Hi\n", {"date": "Date", "to": "To", "body": "Message"}),
        ("a,b\nred,blue\n", {}),
    ],
)
def test_names_and_contents_tell_the_columns(
    tmp_path: Path, text: str, columns: dict[str, str]
) -> None:
    assert guess(tmp_path, text).columns == columns


def test_a_name_that_its_cells_contradict_is_not_believed(tmp_path: Path) -> None:
    assert "duration" not in guess(tmp_path, "Start,Length\n2026-11-02,tall\n").columns


@pytest.mark.parametrize(
    ("name", "length", "unit", "comma"),
    [
        ("Duration", "61", "s", False),
        ("Duration (ms)", "61000", "ms", False),
        ("Duration in min", "1,5", "min", True),
        ("Duration", "0:01:01", "h:m:s", False),
    ],
)
def test_the_unit_is_told_by_the_name_or_by_colons(
    tmp_path: Path, name: str, length: str, unit: str, *, comma: bool
) -> None:
    found = guess(tmp_path, f"Start;{name}\n2026-11-02 10:00;{length}\n")
    assert (found.duration_unit, found.decimal_comma) == (unit, comma)


def test_a_file_without_names_is_named_by_places(tmp_path: Path) -> None:
    rows = "2026-11-02 15:04,outbound,4155550100,4155550123,5\n"
    other = "2026-11-03 15:04,inbound,4155550100,4155550124,5\n"
    found = guess(tmp_path, rows + other)
    assert found.header == tuple(f"column {place}" for place in range(1, 6))
    assert (found.columns["own"], found.columns["far"]) == ("column 3", "column 4")


@pytest.mark.parametrize(
    ("header", "named"),
    [(("From", "To"), True), (("101", "To"), False), (("", "2026-11-02"), False)],
)
def test_a_value_among_the_names_means_there_are_none(
    header: tuple[str, ...], *, named: bool
) -> None:
    assert names_columns(Glimpse(header, ())) == named


def test_the_keys_of_json_are_always_names(tmp_path: Path) -> None:
    found = guess(tmp_path, json.dumps([{"when": "2026-11-02", "1": "2"}]))
    assert found.header == ()
