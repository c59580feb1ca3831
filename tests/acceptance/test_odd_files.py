"""Files that are damaged, wrong, empty, binary or huge: one sentence each, and nothing is lost."""

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from tests.support.console import Answer, Console
from tests.support.exports import twilio_calls_csv
from tests.support.records import TWILIO, call, leg, lines, table

ROWS = 20


@pytest.fixture
def good(tmp_path: Path) -> bytes:
    return twilio_calls_csv(tmp_path / "good.csv", ROWS, seconds=60).read_bytes()


def import_bytes(console: Console, content: bytes, name: str = "a.csv") -> Answer:
    path = console.folder.with_name(name)
    path.write_bytes(content)
    return console.run("import", path, "--json")


def tally(answer: Answer) -> tuple[int, int, int, int]:
    (file,) = answer.json["files"]
    return file["read"], file["new"], file["known"], file["refused"]


def refusals(answer: Answer) -> list[str]:
    return Path(answer.json["files"][0]["refusals"]).read_text(encoding="utf-8").splitlines()


def assert_one_sentence(answer: Answer, code: int) -> None:
    assert (answer.code, answer.err.count("\n")) == (code, 1)
    assert answer.err.endswith(".\n") or "MAPPING.json" in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "a.csv is empty"),
        (b"\xef\xbb\xbf\r\n", "a.csv is empty"),
        (b"PK\x03\x04\x14\x00", "is a damaged archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "is an old Excel workbook"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is not a text file"),
        ("Call SID,From,To\n".encode("utf-32"), "is not a text file"),
        (b"a,b,c\n1,2,3\n", "None of the known exports has these columns: a, b, c."),
        (b"x" * 5_000_000, "None of the known exports"),
        (bytes(range(1, 256)) * 50, "None of the known exports"),
        (b"[]", "holds no records"),
        (b"[" * 100_000, "holds no records"),
        (b'{"page": 1}', "None of the known exports has these columns: page."),
    ],
)
def test_a_file_that_is_no_export_is_refused_as_a_whole(
    console: Console, content: bytes, told: str
) -> None:
    answer = import_bytes(console, content)
    assert_one_sentence(answer, 1)
    assert told in answer.err
    assert answer.json["files"] == []


def test_missing_columns_are_named_where_the_format_is_said(
    console: Console, tmp_path: Path
) -> None:
    file = table(tmp_path / "a.csv", ("Call SID", "From", "To"), ("CA1", "1", "2"))
    answer = console.run("import", file, "--format", "twilio-calls")
    assert_one_sentence(answer, 1)
    assert "lacks the columns that twilio-calls needs: starttime, duration." in answer.err


def test_what_a_terminal_would_obey_is_not_shown_to_it(console: Console) -> None:
    answer = import_bytes(console, "\x1b[2Ja,b\x07\u202e\n1,2\n".encode())
    assert not any(sign in answer.err for sign in "\x1b\x07\u202e")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_every_common_way_to_write_text_is_read(
    console: Console, good: bytes, encoding: str, end: str
) -> None:
    written = good.decode().replace("\r\n", end).encode(encoding)
    assert tally(import_bytes(console, written)) == (ROWS, ROWS, 0, 0)


def test_a_file_cut_off_in_its_middle_keeps_its_whole_lines(console: Console, good: bytes) -> None:
    answer = import_bytes(console, good[: len(good) // 2 - 5])
    assert answer.code == 1
    read, new, known, refused = tally(answer)
    assert (read, known, refused) == (new + 1, 0, 1)
    assert tally(import_bytes(console, good)) == (ROWS, ROWS - new, new, 0)


def test_a_line_of_50_million_characters_loses_only_itself(console: Console, good: bytes) -> None:
    last = good.splitlines(keepends=True)[-1].replace(b"CA0", b"CAf")
    answer = import_bytes(console, good + b"CA99," + b"x" * 50_000_000 + b"\n" + last)
    assert tally(answer) == (ROWS + 2, ROWS + 1, 0, 1)
    assert refusals(answer)[1:] == ["22,The line is longer than a million characters,"]


def test_a_sparse_file_of_3_gigabytes_is_refused_at_once(console: Console, tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(3 << 30)
    assert_one_sentence(console.run("import", path), 1)


def test_a_pipe_is_not_waited_for(console: Console, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    answer = console.run("import", tmp_path / "pipe")
    assert_one_sentence(answer, 1)
    assert "cannot be read twice" not in answer.err
    assert "Save it as a file first." in answer.err


@pytest.mark.parametrize(
    ("seconds", "start", "told"),
    [
        ("-60", "2026-11-03 10:00:00", "2,The duration -60 is negative,'-60"),
        ("9" * 20, "2026-11-03 10:00:00", "is longer than seven days"),
        ("soon", "2026-11-03 10:00:00", "“soon” is not a duration"),
        ("", "2026-11-03 10:00:00", "The duration is missing"),
        ("60", "2026-02-29 10:00:00", "“2026-02-29 10:00:00” is not a date and time"),
        ("60", "2026-13-01 10:00:00", "is not a date and time"),
        ("60", "0001-01-01 00:00:00", "is not between the years 1990 and 2100"),
        ("60", "", "The date is missing"),
    ],
)
def test_a_bad_line_is_told_with_number_and_reason(
    console: Console, tmp_path: Path, seconds: str, start: str, told: str
) -> None:
    bad = (*leg("CA1", 0, start=start)[:7], seconds, "", "")
    file = table(tmp_path / "a.csv", TWILIO, bad, leg("CA2", 60))
    answer = console.run("import", file, "--json")
    assert (answer.code, tally(answer)) == (1, (2, 1, 0, 1))
    side_file = Path(answer.json["files"][0]["refusals"])
    assert answer.err == f"a.csv: 1 line was refused; {side_file} tells which and why.\n"
    assert refusals(answer)[0] == "line,reason,value"
    assert refusals(answer)[1].startswith("2,")
    assert told in refusals(answer)[1]


def test_refusals_lie_in_the_data_folder_for_their_owner_alone(
    console: Console, tmp_path: Path
) -> None:
    file = table(tmp_path / "a.csv", TWILIO, leg("CA1", -1))
    side_file = Path(console.run("import", file, "--json").json["files"][0]["refusals"])
    assert side_file.is_relative_to(console.folder)
    for path, mode in (
        (side_file, 0o600),
        (side_file.parent, 0o700),
        (console.folder, 0o700),
        (console.folder / "ledger.db", 0o600),
    ):
        assert stat.S_IMODE(path.stat().st_mode) == mode, path


def test_the_body_of_a_text_stays_nowhere(console: Console, tmp_path: Path) -> None:
    header = ("Sid", "From", "To", "SentDate", "NumSegments", "Status", "Direction", "Body")
    texts = [
        ("SM1", "+14155550100", "+12125550123", "2026-11-03 10:00:00", 0, "sent", "", "secretword"),
        ("SM2", "+14155550100", "+12125550123", "never", 1, "sent", "", "secretword"),
    ]
    assert console.run("import", table(tmp_path / "a.csv", header, *texts)).code == 1
    kept = [path.read_bytes() for path in console.folder.rglob("*") if path.is_file()]
    assert kept
    assert not any(b"secretword" in content for content in kept)


def test_a_file_imported_twice_is_known_and_no_error(console: Console, good: bytes) -> None:
    assert tally(import_bytes(console, good)) == (ROWS, ROWS, 0, 0)
    again = import_bytes(console, good, "renamed.csv")
    assert (again.code, again.err, tally(again)) == (0, "", (ROWS, 0, ROWS, 0))


def test_a_german_export_with_semicolons_and_commas_is_read(
    console: Console, tmp_path: Path
) -> None:
    mapping = {
        "columns": {"start": "Wann", "to": "Wen", "duration": "Dauer (min)", "agent": "Wer"},
        "duration_unit": "min",
        "decimal_comma": True,
        "zone": "Europe/Berlin",
    }
    (tmp_path / "m.json").write_text(json.dumps(mapping), encoding="utf-8")
    file = tmp_path / "a.csv"
    content = "Wann;Wen;Dauer (min);Wer\n03.11.2026 10:00;030 55555;1,5;Jörg Beispiel\n"
    file.write_bytes(content.encode("cp1252"))
    console.done("import", file, "--mapping", tmp_path / "m.json")
    facts = console.done("explain", 1, "--json").json["facts"]
    assert (facts["start"], facts["seconds"]) == ("2026-11-03T09:00:00Z", "90")
    assert facts["agent"] == "Jörg Beispiel"


def test_a_german_hubspot_view_is_read(console: Console, tmp_path: Path) -> None:
    header = "Datensatz-ID;Aktivitätsdatum;Anrufrichtung;Anrufdauer;Von-Nummer;An-Nummer"
    line = "1;25.10.2026 02:30;Ausgehend;0:03:05;+4930123456;+493055555"
    answer = import_bytes(console, f"{header}\r\n{line}\r\n".encode("utf-16"))
    assert (answer.json["files"][0]["format"], tally(answer)) == ("hubspot-calls", (1, 1, 0, 0))


def test_of_columns_named_twice_one_is_read(console: Console, tmp_path: Path) -> None:
    header = ("Call SID", "Call SID", "From", "To", "Start Time", "Duration")
    row = ("CA1", "CA2", "+14155550100", "+12125550123", "2026-11-03 10:00:00", 60)
    answer = console.run("import", table(tmp_path / "a.csv", header, row), "--json")
    assert (answer.code, tally(answer)) == (0, (1, 1, 0, 0))


@pytest.mark.parametrize(
    "odd",
    [
        None,
        5,
        "x",
        {},
        call(2, -1),
        call(2, "NaN"),
        call(2, [60]),
        call(2, 60, start={"at": "noon"}),
        call(2, 60, start=None),
        call(2, 60, direction="sideways"),
        call(2, 60, legs="[[["),
        call(2, 60, legs=[{"seconds": -1}]),
        call(2, 60, kind="fax"),
    ],
)
def test_json_of_the_wrong_kind_loses_only_itself(
    console: Console, tmp_path: Path, odd: Any
) -> None:
    file = lines(tmp_path / "a.jsonl", [call(1), odd, call(3)])
    answer = console.run("import", file, "--json")
    assert (answer.code, tally(answer)) == (1, (3, 2, 0, 1))
    assert console.done("verify").code == 0


@pytest.mark.parametrize("text", ["\x00", "a\x00b", "\ud800", "x" * 5_000, "\u202e☎", "=1+1"])
def test_odd_characters_in_a_record_do_no_harm(console: Console, tmp_path: Path, text: str) -> None:
    console.done("plan", "use", "hubspot-professional")
    entry = call(1, 60, own=text, far=text, agent=text, name=text, note=text)
    assert console.run("import", lines(tmp_path / "a.jsonl", [entry])).code in {0, 1}
    for words in (["status", "--agent", "all"], ["explain", "1"], ["me"], ["verify"]):
        answer = console.run(*words)
        assert "unforeseen" not in answer.err, words
        assert "\x00" not in answer.out


@pytest.mark.parametrize("name", ["--weird.csv", "a;b &'\"$(x).csv", "ü😀.csv", "é\n.csv", " .csv"])
def test_files_may_have_odd_names(console: Console, good: bytes, name: str) -> None:
    answer = import_bytes(console, good, name)
    assert (answer.code, tally(answer)) == (0, (ROWS, ROWS, 0, 0))


def test_a_name_that_is_no_text_is_a_name_all_the_same(console: Console, good: bytes) -> None:
    answer = import_bytes(console, good, os.fsdecode(b"\xff.csv"))
    assert (answer.code, tally(answer)) == (0, (ROWS, ROWS, 0, 0))


def test_a_folder_or_nothing_keeps_no_other_file_from_being_read(
    console: Console, good: bytes, tmp_path: Path
) -> None:
    answer = console.run("import", tmp_path, tmp_path / "none", tmp_path / "good.csv", "--json")
    assert answer.code == 2
    assert [file["new"] for file in answer.json["files"]] == [ROWS]
    assert answer.err.splitlines()[0] == f"{tmp_path} is a folder. Name the file inside it."
