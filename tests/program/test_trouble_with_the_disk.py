"""A disk without room, a folder without the right to write: one sentence, and nothing is lost."""

from pathlib import Path
from shutil import disk_usage

import pytest

from tests.support.console import Console
from tests.support.exports import twilio_calls_csv
from tests.support.mounts import read_only, small_disk
from tests.support.program import run

pytestmark = pytest.mark.program

_FULL = b"The disk is full. Free some space and try again; nothing was lost.\n"
_CHUNK = 8_000


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


def test_an_import_onto_a_full_disk_keeps_what_is_complete(disk: Path, tmp_path: Path) -> None:
    log = twilio_calls_csv(tmp_path / "log.csv", 6 * _CHUNK)
    with small_disk(disk, 7_000):
        Console(disk).done("plan", "use", "hubspot-professional")
        done = run(disk, "import", log)
        assert (done.returncode, done.stdout, done.stderr) == (3, b"", _FULL)
        checked = Console(disk).done("verify", "--json").json
        assert checked["ok"]
        assert checked["entries"] in range(_CHUNK, 6 * _CHUNK, _CHUNK)
        assert Console(disk).meter("minutes")["remaining"] == 0


def test_a_ledger_without_room_to_begin_is_told(disk: Path) -> None:
    with small_disk(disk, 100):
        done = run(disk, "plan", "use", "hubspot-professional")
        assert (done.returncode, done.stdout, done.stderr) == (3, b"", _FULL)
        assert Console(disk).run("status").err == _FULL.decode()


def test_a_ledger_whose_disk_others_filled_is_told(disk: Path, tmp_path: Path) -> None:
    Console(tmp_path).done("plan", "use", "hubspot-professional")
    with small_disk(disk, 600):
        (disk / "ledger.db").write_bytes((tmp_path / "ledger.db").read_bytes())
        room = disk_usage(disk).free
        (disk / "others.bin").write_bytes(bytes(room))
        for words in (["status"], ["log", "call", "--seconds", "60"]):
            done = run(disk, *words)
            assert (done.returncode, done.stdout, done.stderr) == (3, b"", _FULL)


def test_refusals_without_room_are_no_reason_to_lose_lines(disk: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    twilio_calls_csv(log, 9_000)
    lines = log.read_text("utf-8").replace("2026-", "x" * 60).splitlines(keepends=True)
    log.write_text("".join(lines), encoding="utf-8")
    with small_disk(disk, 600):
        done = run(disk, "import", log)
        assert done.returncode == 3
        assert done.stderr.count(b"\n") == 1
        assert b"No space left on device" in done.stderr
        assert list(disk.glob("refused/*")) == []


def test_an_export_without_room_leaves_no_half_file(disk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    Console(folder).done("import", twilio_calls_csv(tmp_path / "log.csv", 2_000))
    with small_disk(disk, 100):
        done = run(folder, "export", disk / "all.csv")
        assert (done.returncode, done.stderr.count(b"\n")) == (3, 1)
        assert list(disk.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ["status"],
        ["check", "+14155550188"],
        ["log", "call", "--seconds", "60"],
        ["plan", "use", "hubspot-free"],
        ["hook", "start"],
        ["verify"],
    ],
    ids=" ".join,
)
def test_a_folder_that_cannot_be_written_is_left_alone(disk: Path, words: list[str]) -> None:
    console = Console(disk)
    console.done("log", "call", "--seconds", "60")
    before = (disk / "ledger.db").read_bytes()
    with read_only(disk):
        answer = console.run(*words)
    assert (answer.code, answer.out, answer.err) == (
        3,
        "",
        f"The ledger in {disk} cannot be opened. Check the folder and its permissions.\n",
    )
    assert (disk / "ledger.db").read_bytes() == before
    assert console.done("verify", "--json").json["entries"] == 1


def test_a_folder_that_cannot_be_made_is_named(disk: Path) -> None:
    with read_only(disk):
        done = run(disk / "new", "log", "call", "--seconds", "60")
    assert (done.returncode, done.stderr.count(b"\n")) == (3, 1)
    assert done.stderr.startswith(f"The folder {disk / 'new'} cannot be used: ".encode())
