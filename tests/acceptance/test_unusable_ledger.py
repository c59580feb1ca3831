"""A ledger that is damaged, of the future, of another program, or held by one."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.ledger import engine, schema
from tests.support.console import Console
from tests.support.records import call, lines

COMMANDS = (
    ["status"],
    ["status", "--json"],
    ["check", "+14155550188"],
    ["explain", "1"],
    ["verify"],
    ["export", "EXPORT"],
    ["import", "IMPORT"],
    ["log", "call", "--seconds", "60"],
)
DAMAGED = "is damaged. Put a backup in its place with: talktally restore FILE"
FOREIGN = (
    "is not a Talktally ledger. Choose another folder, "
    "or put a backup in its place with: talktally restore FILE"
)


def statement(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as ledger:
        for each in statements:
            ledger.execute(each)


def overwrite(path: Path, start: int, size: int) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(b"\xa5" * size)


def without_header(path: Path) -> None:
    overwrite(path, 0, 100)


def with_holes(path: Path) -> None:
    for start in range(4_096, path.stat().st_size, 8_192):
        overwrite(path, start, 4_096)


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2 + 100])


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50])


def of_the_future(path: Path) -> None:
    statement(path, "PRAGMA user_version=99")


def of_another_program(path: Path) -> None:
    path.unlink()
    statement(path, "CREATE TABLE shopping (item)", "PRAGMA user_version=3")


def of_a_careless_program(path: Path) -> None:
    path.unlink()
    statement(path, "CREATE TABLE shopping (item)")


def a_letter(path: Path) -> None:
    path.write_text("Dear ledger,\n" * 1_000, encoding="utf-8")


@pytest.fixture
def ledger(console: Console, tmp_path: Path) -> Path:
    console.done("plan", "use", "hubspot-professional")
    console.done("import", lines(tmp_path / "a.jsonl", (call(number) for number in range(500))))
    return console.folder / "ledger.db"


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (without_header, FOREIGN),
        (with_holes, DAMAGED),
        (cut_off, DAMAGED),
        (cut_short, DAMAGED),
        (of_the_future, "Update Talktally; the ledger was not touched."),
        (of_another_program, "is another program's file. Choose another folder."),
        (of_a_careless_program, "is another program's file. Choose another folder."),
        (a_letter, FOREIGN),
    ],
)
def test_a_ledger_that_cannot_be_used_is_told_and_not_touched(
    console: Console,
    ledger: Path,
    tmp_path: Path,
    harm: Callable[[Path], None],
    told: str,
    command: list[str],
) -> None:
    harm(ledger)
    before = ledger.read_bytes()
    places = {"IMPORT": tmp_path / "a.jsonl", "EXPORT": tmp_path / "b.csv"}
    answer = console.run(*(places.get(word, word) for word in command))
    assert (answer.code, answer.out, answer.err.count("\n")) == (3, "", 1)
    assert told in answer.err
    assert ledger.read_bytes() == before
    assert not places["EXPORT"].exists()


def test_damage_that_a_reading_passes_by_is_found_by_verify(console: Console, ledger: Path) -> None:
    statement(ledger, "UPDATE total SET units = units + 1")
    answer = console.run("verify", "--json")
    assert (answer.code, answer.json["ok"], answer.json["entries"]) == (1, False, 500)
    assert answer.json["differences"][0].keys() == {"about", "kept", "right"}
    assert "the totals differ" in console.run("verify").out


def test_an_empty_file_becomes_a_ledger(console: Console) -> None:
    console.folder.mkdir()
    (console.folder / "ledger.db").touch()
    assert console.done("status", "--json").json["meters"] == []


def test_a_folder_named_like_the_ledger_is_told(console: Console) -> None:
    (console.folder / "ledger.db").mkdir(parents=True)
    answer = console.run("status")
    assert (answer.code, answer.err.count("\n")) == (3, 1)


def test_a_copy_beside_a_write_ahead_log_of_noise_is_read(console: Console, ledger: Path) -> None:
    ledger.with_name("ledger.db-wal").write_bytes(b"noise" * 10_000)
    assert console.done("verify", "--json").json["entries"] == 500


def test_while_another_program_writes_figures_are_told_and_entries_wait(
    console: Console, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_MS", 20)
    with closing(sqlite3.connect(ledger, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert console.meter("minutes")["used"] == 500
        answer = console.run("log", "call", "--seconds", "60")
        assert (answer.code, answer.out) == (3, "")
        assert answer.err == (
            f"Another program holds the ledger in {console.folder}. Close it and try again.\n"
        )
        other.execute("ROLLBACK")
    console.done("log", "call", "--seconds", "60")
    assert console.done("verify", "--json").json["entries"] == 501


def test_a_ledger_that_another_program_keeps_to_itself_is_told(
    console: Console, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_MS", 20)
    monkeypatch.setattr(schema, "BUSY_MS", 20)
    with closing(sqlite3.connect(ledger, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        answer = console.run("status")
        other.execute("ROLLBACK")
    assert (answer.code, answer.err.count("\n")) == (3, 1)
    assert "Another program holds the ledger" in answer.err


def test_a_copy_of_the_ledger_is_the_ledger(console: Console, ledger: Path, tmp_path: Path) -> None:
    other = Console(tmp_path / "other")
    other.folder.mkdir()
    shutil.copy(ledger, other.folder)
    assert other.meter("minutes") == console.meter("minutes")
