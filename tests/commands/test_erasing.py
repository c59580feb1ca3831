"""Erasing on the command line: a preview, and then no byte of the contact in the data folder."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.problem import ExitCode
from app.ledger.backups.copies import backups_folder
from app.ledger.ledger import ledger_path
from tests.support.console import Console
from tests.support.killed import killed_at_every_step

_SPELLED = ("2125550123", "212 555 0123", "(212) 555-0123", "+12125550123", "Ada Lovelace")


@pytest.fixture
def full(console: Console) -> Console:
    """Fill a data folder: the contact is in every kind of file that there is."""
    folder = console.folder
    console.done("plan", "use", "hubspot-professional")
    console.done("log", "call", "--to", "+1 212 555 0123", "--seconds", 100)
    console.done("correct", "1", "--name", "Ada Lovelace", "--note", "ask Ada Lovelace again")
    console.done("backup")
    said = ("--seconds", 50, "--note", "from (212) 555-0123")
    console.done("log", "call", "--to", "+447400123456", *said)
    for moment in ("start", "end", "start"):
        console.done("hook", moment, "--number", "2125550123")
    console.run("hook", "end", "--id", "call-2125550123@pc")
    console.done("backup")
    (folder / "refused").mkdir()
    (folder / "refused" / "Ada Lovelace.csv").write_text("line,reason,value\n1,?,212.555.0123\n")
    (folder / "talktally.log").write_bytes("said ＋1 (212) 555-0123".encode("utf-16"))
    (folder / "last-page.png").write_bytes(b"Ada Lovelace")
    (folder / "snapshot.json").write_text('{"far": "+1 212 555 0123"}')
    (folder / "settings-damaged.json").write_text("212 555 0123")
    return console


def _traces(folder: Path) -> Iterator[str]:
    """Yield the files in which, or in whose names, the contact is still to be found."""
    for path in folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        said = path.name.encode() + content
        for spelled in _SPELLED:
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                if spelled.encode(encoding).lower() in said.lower():
                    yield f"{path.name}: {spelled} ({encoding})"


def test_a_preview_changes_nothing_and_names_every_file(full: Console) -> None:
    answer = full.run("erase", "--json", "212 555 0123")
    assert answer.code == ExitCode.REFUSED
    assert answer.json["entries"] == 2
    assert answer.json["numbers"] == ["+12125550123"]
    assert answer.json["names"] == ["Ada Lovelace"]
    assert len(answer.json["files"]) == 5
    assert len(set(_traces(full.folder))) > 5


@pytest.mark.parametrize("typed", ["+12125550123", "ada lovelace"])
def test_no_byte_of_an_erased_contact_is_left(full: Console, typed: str) -> None:
    before = full.done("status", "--json").json["meters"]
    answer = full.done("erase", "--yes", "--json", typed)
    assert answer.json == {
        "version": 1, "erased": True, "entries": 2, "uncleaned": [], "damaged": [],
    }  # fmt: skip
    assert list(_traces(full.folder)) == []
    assert full.done("status", "--json").json["meters"] == before
    assert full.done("verify", "--json").json["ok"]


def test_backups_stay_whole_and_can_be_restored(full: Console) -> None:
    full.done("erase", "--yes", "+12125550123")
    for each in full.done("backup", "--list", "--json").json["backups"]:
        assert full.run("restore", each["file"], "--json").json["preview"]["then"]
    full.done("restore", each["file"], "--yes")
    assert full.done("verify", "--json").json["ok"]
    assert list(_traces(full.folder)) == []


def test_while_somebody_reads_the_rest_waits_for_the_next_start(full: Console) -> None:
    with closing(sqlite3.connect(ledger_path(full.folder), isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM fact").fetchone()
        answer = full.run("erase", "--yes", "--json", "+12125550123")
        assert answer.json["uncleaned"] == ["ledger.db"]
        order = (full.folder / "erasing.json").read_text()
        assert not any(spelled in order for spelled in _SPELLED)
    full.done("status")
    assert list(_traces(full.folder)) == []
    assert not (full.folder / "erasing.json").exists()


def test_a_damaged_copy_is_told_and_left(full: Console) -> None:
    damaged = backups_folder(full.folder) / "damaged.db"
    damaged.write_bytes(b"nothing of a database")
    answer = full.run("erase", "--yes", "+12125550123")
    assert "damaged.db" in answer.err
    assert damaged.exists()


def test_a_number_of_my_own_is_not_erased(full: Console) -> None:
    full.done("me", "--number", "+14155550100")
    answer = full.run("erase", "--yes", "+1 415 555 0100")
    assert answer.code != 0
    assert "a number of yours" in answer.err


def test_what_was_erased_is_no_change_to_undo(full: Console) -> None:
    full.done("erase", "--yes", "+12125550123")
    told = full.done("undo", "--list", "--json").json["changes"]
    assert told[0]["text"] == "Numbers and names of 2 entries erased"
    assert "cannot be brought back" in full.run("undo", told[0]["id"]).err
    assert full.done("undo", "--json").json["undone"] != told[0]["id"]


@pytest.mark.timeout(300)  # dozens of starts, one after the other
def test_a_kill_at_any_step_leaves_nothing_after_the_next_start(
    full: Console, tmp_path: Path
) -> None:
    work = Console(tmp_path / "killed", full.environ)
    for _ in killed_at_every_step(full.folder, work.folder, "erase", "--yes", "+12125550123"):
        begun = (work.folder / "erasing.json").exists()
        work.done("status")
        traces = list(_traces(work.folder))
        assert not (begun and traces), traces
        assert not (work.folder / "erasing.json").exists()


def test_old_entries_lose_their_numbers_and_younger_ones_do_not(full: Console) -> None:
    later = full.at("2027-05-21T12:00:00Z")
    later.done("log", "call", "--to", "+1 415 555 0199", "--seconds", 60)
    preview = later.run("retention", "--months", 6, "--json")
    assert (preview.code, preview.json["entries"]) == (ExitCode.REFUSED, 0)
    later = full.at("2027-05-22T12:00:00Z")
    assert later.run("retention", "--months", 6, "--json").json["entries"] == 4
    answer = later.done("retention", "--months", 6, "--apply", "--json").json
    assert (answer["entries"], answer["uncleaned"]) == (3, [])
    assert later.done("verify", "--json").json["ok"]
    entries = later.folder / "out.jsonl"
    later.done("export", str(entries))
    assert "+14155550199" in entries.read_text()
    assert "7400123456" not in entries.read_text()


def test_retention_is_as_the_settings_say(full: Console) -> None:
    assert "for ever" in full.run("retention").err
    (full.folder / "settings.json").write_text('{"keep_numbers_months": 3}')
    assert full.run("retention", "--json").json["before"] == "2026-08-21T00:00:00Z"
