"""Whole files: what they are, how they are cut into lines, and what is wrong with them."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.problem import EnvironmentProblem, Problem, UsageProblem
from app.exchange import lines
from app.exchange.formats import FORMATS, detect
from app.exchange.mapping import Mapping
from app.exchange.reading import read
from tests.support.exports import TWILIO_CALLS, twilio_calls_csv, twilio_messages_csv
from tests.support.readings import calls, facts, refusals, texts, written
from tests.support.surroundings import CALM_IN_ONE_FOLDER

HEADER = "sid,from,to,start time,duration"
LINE = "CA{0},1,2,2026-11-02 15:04:05,6{0}"
TROUBLED = settings(max_examples=60, suppress_health_check=CALM_IN_ONE_FOLDER)


def table(*rows: str, separator: str = ",", end: str = "\n") -> str:
    return end.join((HEADER, *rows, "")).replace(",", separator)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(tmp_path: Path, separator: str) -> None:
    path = written(tmp_path, table(LINE.format(1), LINE.format(2), separator=separator))
    assert [call.talk_us for call in calls(read(path))] == [61_000_000, 62_000_000]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    text = "hs_timestamp,hs_call_duration,hs_call_to_number,hs_call_from_number\n"
    path = written(tmp_path, text + "2026-11-02,1000,2,Büro Jürgen\n", encoding)
    assert calls(read(path))[0].own == "Büro Jürgen"


def test_a_letter_outside_utf_8_far_down_still_tells_the_encoding(tmp_path: Path) -> None:
    rows = [LINE.format(number % 10) for number in range(40_000)]
    path = written(tmp_path, table(*rows, "CA,Büro,2,2026-11-02 15:04:05,6"), "cp1252")
    assert calls(read(path))[-1].own == "Büro"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_one(tmp_path: Path, end: str) -> None:
    path = written(tmp_path, table(LINE.format(1), "", LINE.format(2), end=end))
    assert [line.number for line in read(path)] == [2, 4]


def test_a_line_that_names_the_separator_is_not_the_header(tmp_path: Path) -> None:
    path = written(tmp_path, "\nsep=;\n" + table(LINE.format(1), separator=";"))
    assert [line.number for line in read(path)] == [4]


def test_a_quotation_mark_that_is_never_closed_loses_one_line_only(tmp_path: Path) -> None:
    rows = [LINE.format(1), '"CA2,1,2,2026-11-02 15:04:05,62', LINE.format(3), LINE.format(4)]
    reading = read(written(tmp_path, table(*rows)))
    assert [call.talk_us for call in calls(reading)] == [61_000_000, 63_000_000, 64_000_000]
    assert [refused.number for refused in refusals(reading)] == [3]


def test_two_stray_quotation_marks_lose_two_lines_only(tmp_path: Path) -> None:
    stray = '"CA2,1,2,2026-11-02 15:04:05,62'
    reading = read(written(tmp_path, table(stray, LINE.format(1), stray, LINE.format(3))))
    assert [call.talk_us for call in calls(reading)] == [61_000_000, 63_000_000]
    assert [refused.number for refused in refusals(reading)] == [2, 4]


def test_a_line_of_another_width_is_refused_with_both_widths(tmp_path: Path) -> None:
    (refused,) = refusals(read(written(tmp_path, table("CA1,1,2"))))
    sentence = refused.reason.format(**refused.places)
    assert sentence == "The line has 3 values where the header names 5"


def test_empty_values_at_the_end_of_a_line_do_no_harm(tmp_path: Path) -> None:
    assert len(facts(read(written(tmp_path, table(LINE.format(1) + ",,", ",,,,"))))) == 1


def test_an_endless_line_is_refused_without_being_held(tmp_path: Path) -> None:
    endless = "x" * (3 * lines.LIMIT)
    reading = read(written(tmp_path, table(LINE.format(1), endless, LINE.format(2))))
    assert [line.number for line in reading] == [2, 3, 4]
    assert [refused.reason for refused in refusals(reading)] == [lines.TOO_LONG_REASON]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n", "is empty"),
        (b"a,b\0c\n", "not a text file"),
        (b"PK\x03\x04rest", "damaged archive"),
        (b"\xd0\xcf\x11\xe0rest", "old Excel workbook"),
        (b"name,colour\nJana,blue\n", "None of the known exports has these columns: name, colour"),
        (b"[]", "holds no records"),
        (b'{"a": [', "holds no records"),
        (b'[{"colour": "blue"}]', "None of the known exports"),
        (b",,,\n;;\n", "holds no records"),
    ],
)
def test_a_file_that_cannot_be_taken_says_why(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(content)
    with pytest.raises(Problem, match=sentence):
        read(path)


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="There is no file"):
        read(tmp_path / "nothing.csv")
    with pytest.raises(UsageProblem, match="is a folder"):
        read(tmp_path)


def test_a_file_that_goes_away_is_the_trouble_of_the_machine(tmp_path: Path) -> None:
    reading = read(twilio_calls_csv(tmp_path / "calls.csv", 1))
    (tmp_path / "calls.csv").unlink()
    with pytest.raises((EnvironmentProblem, UsageProblem)):
        list(reading)


def test_a_format_can_be_named(tmp_path: Path) -> None:
    path = twilio_messages_csv(tmp_path / "texts.csv", 1)
    assert len(texts(read(path, format_name="twilio-messages"))) == 1
    with pytest.raises(Problem, match="lacks the columns that twilio-calls needs"):
        read(path, format_name="twilio-calls")
    with pytest.raises(UsageProblem, match="no format named fax"):
        read(path, format_name="fax")
    with pytest.raises(Problem, match="not what twilio-calls-json is read from"):
        read(path, format_name="twilio-calls-json")


def test_a_file_can_be_read_twice(tmp_path: Path) -> None:
    reading = read(twilio_calls_csv(tmp_path / "calls.csv", 3))
    assert list(reading) == list(reading)


def test_every_format_has_a_name_of_its_own() -> None:
    assert len({each.name for each in FORMATS}) == len(FORMATS)
    assert detect(["nothing", "known"]) is None


@TROUBLED
@given(st.binary(max_size=400))
def test_any_bytes_are_a_file_or_a_problem(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(content)
    with suppress(Problem):
        list(read(path))


@TROUBLED
@given(st.text(max_size=300), st.sampled_from([b"\n", b"\r\n"]))
def test_any_lines_below_a_header_are_facts_or_refusals(
    tmp_path: Path, garbage: str, end: bytes
) -> None:
    path = tmp_path / "export.csv"
    header = ",".join(TWILIO_CALLS).encode()
    path.write_bytes(header + end + garbage.encode("utf-8", "replace") + end)
    with suppress(Problem):
        assert all(line.number >= 2 for line in read(path))


@TROUBLED
@given(st.lists(st.sampled_from(['"', ",", "\n", "x", LINE.format(7)]), max_size=60))
def test_quotation_marks_anywhere_never_lose_a_good_line(tmp_path: Path, parts: list[str]) -> None:
    good = "CA,1,2,2026-11-02 15:04:05,59"
    path = written(tmp_path, table("".join(parts), good))
    numbers = [line.number for line in read(path)]
    assert numbers == sorted(numbers)
    assert calls(read(path))[-1].talk_us == 59_000_000


@TROUBLED
@given(st.sampled_from(["[", "{", '{"calls": [']), st.text(max_size=200))
def test_any_json_is_a_file_or_a_problem(tmp_path: Path, start: str, rest: str) -> None:
    path = tmp_path / "export.json"
    path.write_bytes((start + rest).encode("utf-8", "replace"))
    with suppress(Problem):
        list(read(path))


def test_a_named_format_finds_nothing_in_a_table_that_never_begins(tmp_path: Path) -> None:
    path = tmp_path / "blank.csv"
    path.write_bytes(b" " + b"\r" * 300 + b"2[")
    with pytest.raises(Problem, match="holds no records"):
        read(path, mapping=Mapping(columns={"start": "A", "to": "B", "duration": "C"}))
