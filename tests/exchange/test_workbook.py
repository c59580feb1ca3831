"""Workbooks: their values as a table would hold them, and what is refused before it is opened."""

from datetime import datetime, time, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from app.domain.instant import iso
from app.domain.problem import Problem
from app.exchange import workbook_limits
from app.exchange.mapping import Mapping, parse_mapping
from app.exchange.reading import read
from app.exchange.workbook import sheet_names
from app.exchange.workbook_cells import text
from tests.support.archives import archive, repacked, workbook
from tests.support.exports import HUBSPOT_CALLS
from tests.support.readings import calls, refusals

at = datetime.fromisoformat  # a workbook knows no zones
START = at("2026-11-02 15:04:05")
COLUMNS = '{"columns": {"start": "When", "to": "To", "duration": "Length"}}'
HEADER = ("When", "To", "Length")
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return workbook(tmp_path / "calls.xlsx", [HEADER, (START, 14155550123, 185)])


def test_a_known_export_is_known_in_a_workbook_too(tmp_path: Path) -> None:
    row = (9001, START, "Outbound", 61_000, "+14155550100", "+14155550123", "Completed", "Jana")
    reading = read(workbook(tmp_path / "a.xlsx", [HUBSPOT_CALLS, row]), zone="Europe/Berlin")
    (call,) = calls(reading)
    assert (reading.format, iso(call.start)) == ("hubspot-calls", "2026-11-02T14:04:05Z")
    assert (call.external_id, call.talk_us, call.agent) == ("9001", 61_000_000, "Jana")


def test_a_number_in_a_cell_of_numbers_keeps_all_its_digits(book: Path) -> None:
    (call,) = calls(read(book, mapping=parse_mapping(COLUMNS)))
    assert (call.far, call.talk_us) == ("14155550123", 185_000_000)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (True, "true"),
        (1.5, "1.5"),
        (1.4155550123e10, "14155550123"),
        (START, "2026-11-02 15:04:05"),
        (at("2026-11-02"), "2026-11-02"),
        (at("2026-11-02 15:04:04.999999"), "2026-11-02 15:04:05"),
        (at("1899-12-30 00:03:05"), "00:03:05"),
        (time(15, 4), "15:04:00"),
        (timedelta(hours=30, minutes=3, seconds=5), "30:03:05"),
        (timedelta(seconds=60, microseconds=1_000), "0:01:00.001"),
        (timedelta(seconds=-5), "-0:00:05"),
        ("=1+1", "=1+1"),
    ],
)
def test_a_value_is_written_as_a_table_would_hold_it(value: object, written: str) -> None:
    assert text(value) == written


def test_a_length_in_a_cell_of_times_is_one(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [HEADER, (START, "1", timedelta(minutes=3, seconds=5))])
    assert calls(read(path, mapping=parse_mapping(COLUMNS)))[0].talk_us == 185_000_000


def test_a_day_and_a_time_of_day_may_stand_in_two_cells(tmp_path: Path) -> None:
    rows = [("Day", "Time", "To", "Length"), (at("2026-11-02"), time(15, 4), "1", 60)]
    columns = '{"columns": {"date": "Day", "time": "Time", "to": "To", "duration": "Length"}}'
    (call,) = calls(read(workbook(tmp_path / "a.xlsx", rows), mapping=parse_mapping(columns)))
    assert iso(call.start) == "2026-11-02T15:04:00Z"


def test_a_formula_is_never_read_as_one(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [HEADER, (START, "1", "=60+1")])
    (refused,) = refusals(read(path, mapping=parse_mapping(COLUMNS)))
    assert refused.reason == "The duration is missing"


def test_the_first_sheet_with_any_value_is_read(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [], [(), HEADER, (), (START, "1", 60)])
    (line,) = read(path, mapping=parse_mapping(COLUMNS))
    assert line.number == 4
    assert sheet_names(path) == ("Sheet 1", "Sheet 2")


def test_a_mapping_may_name_the_sheet(tmp_path: Path) -> None:
    rows = [HEADER, (START, "1", 60)]
    path = workbook(tmp_path / "a.xlsx", [("Notes",)], rows, name_2="November")
    mapping = parse_mapping(COLUMNS.replace("{", '{"sheet": "November", ', 1))
    assert len(calls(read(path, mapping=mapping))) == 1
    with pytest.raises(Problem, match="no sheet named May"):
        read(path, mapping=Mapping(sheet="May"))


def test_a_sheet_without_names_is_read_by_those_of_the_mapping(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [(START, "1", 60)])
    mapping = parse_mapping(COLUMNS.replace("{", '{"header": ["When", "To", "Length"], ', 1))
    assert len(calls(read(path, mapping=mapping))) == 1


def test_an_empty_workbook_says_so(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="holds no records"):
        read(workbook(tmp_path / "a.xlsx", []))


def test_a_sheet_that_breaks_off_keeps_the_rows_before(tmp_path: Path) -> None:
    rows = [HEADER, *((START, str(number), 60) for number in range(2_000))]
    path = workbook(tmp_path / "a.xlsx", rows)
    sheet = b"<row"
    whole = _member(path, SHEET)
    repacked(path, SHEET, whole[: whole.rfind(sheet)])
    reading = read(path, mapping=parse_mapping(COLUMNS))
    assert (len(calls(reading)), len(refusals(reading))) == (1_999, 1)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"not xml", "damaged workbook"),
        (b'<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>', "damaged workbook"),
        (b'<?xml version="1.0" encoding="cp037"?><a/>', "damaged workbook"),
        ("<a/>".encode("utf-16"), "damaged workbook"),
        (b"<a>" + b"<b/>" * 500_000 + b"</a>", "too large for a workbook"),
    ],
)
def test_a_strange_part_is_refused(book: Path, content: bytes, sentence: str) -> None:
    with pytest.raises(Problem, match=sentence):
        read(repacked(book, "xl/workbook.xml", content))


def test_a_row_without_end_is_refused(book: Path) -> None:
    sheet = b"<worksheet><sheetData><row>" + b"<c/>" * 1_200_000
    with pytest.raises(Problem, match="too large"):
        read(repacked(book, SHEET, sheet))


def test_a_text_without_end_is_refused(book: Path) -> None:
    strings = b"<sst><si>" + b"<r/>" * 400_000
    with pytest.raises(Problem, match="too large"):
        read(repacked(book, "xl/sharedStrings.xml", strings))


def test_more_rows_than_can_be_held_are_refused(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_limits, "MOST_ROWS", 1)
    with pytest.raises(Problem, match="Save the sheet as CSV"):
        read(book)


def test_what_unfolds_to_a_thousand_times_its_size_is_refused(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_limits, "_ALL", 1 << 20)
    repacked(book, "docProps/core.xml", b" " * (1 << 21))
    assert book.stat().st_size < 1 << 14
    with pytest.raises(Problem, match="too large"):
        read(book)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("notes.txt", "is an archive, but"), ("mimetype", "spreadsheet of another kind")],
)
def test_an_archive_of_something_else_says_what_to_do(
    tmp_path: Path, name: str, sentence: str
) -> None:
    with pytest.raises(Problem, match=sentence):
        read(archive(tmp_path / "a.zip", {name: "x"}))


def test_a_cut_archive_is_damaged(book: Path) -> None:
    book.write_bytes(book.read_bytes()[:-30])
    with pytest.raises(Problem, match="damaged archive"):
        read(book)


def _member(path: Path, name: str) -> bytes:
    with ZipFile(path) as opened:
        return opened.read(name)
