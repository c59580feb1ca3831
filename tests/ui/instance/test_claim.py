"""One window for each data folder: who is first, what is handed over, who is kept out."""

import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from app.domain.problem import ExitCode, Problem
from ui.instance import unix
from ui.instance.call import LONGEST, Call, Caller, Door
from ui.instance.claim import claim, end_open, is_open
from ui.instance.locks import address_in

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the sockets of Linux and macOS")

CALL = Call(("tel:+14155550188",), "token")
SOON = 0.2


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"XDG_RUNTIME_DIR": str(tmp_path)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def door(folder: Path, environ: dict[str, str]) -> Iterator[Door]:
    door = claim(folder, Call(), environ)
    assert door is not None
    yield door
    door.close()


def test_a_second_start_is_heard_and_ends(
    folder: Path, environ: dict[str, str], door: Door
) -> None:
    with ThreadPoolExecutor(1) as others:
        second = others.submit(claim, folder, CALL, environ)
        caller = heard(door)
        caller.answer()
        assert (caller.call, second.result()) == (CALL, None)


def test_a_window_that_is_open_is_raised_by_asking(
    folder: Path, environ: dict[str, str], door: Door
) -> None:
    with ThreadPoolExecutor(1) as others:
        asked = others.submit(is_open, folder, environ)
        heard(door).answer()
        assert asked.result() is True


def test_where_nobody_was_nothing_is_open(folder: Path, environ: dict[str, str]) -> None:
    assert is_open(folder, environ) is False
    assert not folder.exists()


def test_a_window_that_is_asked_to_end_is_waited_for(
    folder: Path, environ: dict[str, str], door: Door
) -> None:
    with ThreadPoolExecutor(1) as others:
        asked = others.submit(end_open, folder, CALL, environ)
        heard(door).answer()
        door.close()
        assert asked.result() is None


def test_a_window_that_does_not_end_is_told_of(
    folder: Path, environ: dict[str, str], door: Door
) -> None:
    with pytest.raises(Problem, match="does not end"):
        end_open(folder, CALL, environ, patience=SOON)


def test_where_no_window_is_open_none_has_to_end(folder: Path, environ: dict[str, str]) -> None:
    end_open(folder, CALL, environ)
    assert not folder.exists()
    folder.mkdir()
    end_open(folder, CALL, environ)


def test_another_folder_has_a_window_of_its_own(
    tmp_path: Path, environ: dict[str, str], door: Door
) -> None:
    other = claim(tmp_path / "other", Call(), environ)
    assert other is not None
    other.close()


def test_a_first_that_does_not_answer_is_told_and_no_second_opens(
    folder: Path, environ: dict[str, str], door: Door
) -> None:
    with pytest.raises(Problem, match="open already but does not answer") as told:
        claim(folder, CALL, environ, patience=SOON)
    assert told.value.exit_code is ExitCode.REFUSED


def test_after_a_close_the_next_is_first(folder: Path, environ: dict[str, str]) -> None:
    for _ in range(2):
        door = claim(folder, Call(), environ, patience=SOON)
        assert door is not None
        door.close()
    assert not address_of(folder).exists()


def test_of_many_starts_at_once_one_is_first(folder: Path, environ: dict[str, str]) -> None:
    with ThreadPoolExecutor(8) as starts, ExitStack() as stack:
        begun = [starts.submit(unix.open_door, folder, environ) for _ in range(8)]
        doors = [each.result() for each in begun]
        first = [stack.enter_context(closing(door)) for door in doors if door is not None]
        assert len(first) == 1


def test_a_folder_left_by_a_killed_process_is_taken_over(
    folder: Path, environ: dict[str, str]
) -> None:
    code = (
        "import sys, time, pathlib; from ui.instance.unix import open_door;"
        f"door = open_door(pathlib.Path({str(folder)!r}), {environ!r});"
        "print('first', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == b"first\n"
        first.send_signal(signal.SIGKILL)
    left = address_of(folder)
    door = claim(folder, Call(), environ, patience=SOON)
    assert door is not None
    assert not left.exists()
    door.close()


@pytest.mark.parametrize("junk", [b"", b"junk\n", b"{}\n", b"x" * (LONGEST + 1), b"\xff\n"])
def test_junk_does_not_keep_the_next_caller_out(
    folder: Path, environ: dict[str, str], door: Door, junk: bytes
) -> None:
    with ThreadPoolExecutor(1) as others:
        with unix.connected(address_of(folder), 1) as stranger:
            stranger.sendall(junk)
        second = others.submit(claim, folder, CALL, environ)
        heard(door).answer()
        assert second.result() is None


def test_only_i_may_come_to_the_socket(folder: Path, environ: dict[str, str], door: Door) -> None:
    address = address_of(folder)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (address, address.parent)]
    assert modes == [0o600, 0o700]
    assert stat.S_IMODE((folder / "window.lock").stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform != "linux", reason="Linux tells who is at the other end")
def test_another_person_is_a_stranger(monkeypatch: pytest.MonkeyPatch) -> None:
    here, there = socket.socketpair()
    with here, there:
        assert not unix._is_stranger(here)
        monkeypatch.setattr(os, "getuid", lambda: 4711)
        assert unix._is_stranger(here)


def test_a_moved_folder_is_guarded_too(
    tmp_path: Path, folder: Path, environ: dict[str, str], door: Door
) -> None:
    door.guard(tmp_path / "new")
    with ThreadPoolExecutor(1) as others:
        second = others.submit(claim, tmp_path / "new", CALL, environ)
        heard(door).answer()
        assert second.result() is None


def test_a_door_closes_though_its_socket_was_cleared_away(
    folder: Path, environ: dict[str, str], door: Door
) -> None:
    with ThreadPoolExecutor(1) as others:
        waits = others.submit(door.next_caller)
        shutil.rmtree(address_of(folder).parent)
        door.close()
        assert waits.result() is None


def test_a_socket_that_was_cleared_away_is_made_again(
    folder: Path, environ: dict[str, str], door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unix, "_LOOK_AFTER", 0.01)
    shutil.rmtree(address_of(folder).parent)
    with ThreadPoolExecutor(1) as others:
        second = others.submit(claim, folder, CALL, environ)
        heard(door).answer()
        assert second.result() is None


def test_a_folder_that_cannot_be_locked_still_opens(
    tmp_path: Path, environ: dict[str, str]
) -> None:
    (tmp_path / "data").write_text("not a folder")
    door = claim(tmp_path / "data", Call(), environ)
    assert door is not None
    assert door.next_caller() is None
    door.close()


def test_without_a_folder_of_the_session_another_private_one_serves(
    folder: Path, tmp_path: Path
) -> None:
    door = claim(folder, Call(), {"XDG_RUNTIME_DIR": str(tmp_path / "gone"), "TMPDIR": "rel"})
    assert door is not None
    assert address_of(folder).parent.name.startswith("talktally-")
    door.close()


def heard(door: Door) -> Caller:
    caller = door.next_caller()
    assert caller is not None
    return caller


def address_of(folder: Path) -> Path:
    address = address_in(folder)
    assert address is not None
    return address
