"""Backup, restore and move as commands: what they say, in words and in JSON."""

from pathlib import Path

import pytest

from tests.support.console import Console


@pytest.fixture
def filled(console: Console) -> Console:
    console.done("plan", "use", "hubspot-professional")
    console.done("log", "call", "--seconds", "60")
    return console


def test_a_backup_tells_where_it_is_and_is_listed(filled: Console) -> None:
    file = filled.folder / "backups" / "ledger-20261121-120000.db"
    assert filled.done("backup").out.startswith(f"1 entry copied and checked: {file} (")
    (told,) = filled.done("backup", "--list", "--json").json["backups"]
    assert told == {
        "file": str(file),
        "made": "2026-11-21T12:00:00Z",
        "bytes": file.stat().st_size,
        "entries": 1,
    }
    assert filled.done("backup", "--list").out.startswith("21 Nov 2026, 12:00  ")


def test_without_backups_the_list_says_how_to_make_one(console: Console) -> None:
    assert "talktally backup" in console.done("backup", "--list").out


def test_a_backup_without_a_ledger_is_refused(console: Console) -> None:
    answer = console.run("backup")
    assert (answer.code, answer.err.count("\n")) == (1, 1)


def test_of_older_backups_only_so_many_stay(filled: Console) -> None:
    told = [filled.done("backup", "--keep", "2", "--json").json for _ in range(3)]
    assert [each["removed"] for each in told] == [0, 0, 1]


def test_a_restore_shows_first_and_then_does_it(filled: Console, tmp_path: Path) -> None:
    backup = tmp_path / "one.db"
    filled.done("backup", backup)
    filled.done("log", "call", "--seconds", "60")
    shown = filled.run("restore", backup)
    assert (shown.code, shown.err) == (1, "Nothing was changed. To go ahead, add --yes.\n")
    assert "1 entry of the ledger is not in the backup and would be gone." in shown.out
    done = filled.done("restore", backup, "--yes", "--json").json
    assert (done["restored"], done["preview"]["lost"], done["preview"]["back"]) == (True, 1, 0)
    assert Path(done["kept"]).exists()
    assert filled.done("verify", "--json").json["entries"] == 1


def test_a_restore_of_what_is_no_backup_is_refused(filled: Console, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("no backup at all, nothing of the kind, whatever it is called")
    answer = filled.run("restore", tmp_path / "a.txt", "--yes")
    assert (answer.code, answer.err) == (
        3,
        "a.txt is no copy of a Talktally ledger. Choose another file.\n",
    )


def test_a_moved_folder_is_found_by_its_old_name(filled: Console, tmp_path: Path) -> None:
    told = filled.done("move", tmp_path / "new", "--json").json
    assert told["to"] == str(tmp_path / "new")
    assert filled.done("verify", "--json").json["entries"] == 1
    assert [path.name for path in filled.folder.iterdir()] == ["moved-to"]
