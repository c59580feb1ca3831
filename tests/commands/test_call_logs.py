"""Call logs of softphones: found, added, read without a window, removed."""

import shutil
from pathlib import Path

import pytest

from tests.support.console import Console
from tests.support.readings import SAMPLES


@pytest.fixture
def home(console: Console, tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    console.environ["HOME"] = str(home)
    return home


@pytest.fixture
def twinkle(home: Path) -> Path:
    log = home / ".twinkle" / "twinkle.ch"
    log.parent.mkdir()
    shutil.copy(SAMPLES / "twinkle.ch", log)
    return log


@pytest.mark.usefixtures("home")
def test_where_no_softphone_keeps_a_log_that_is_said(console: Console) -> None:
    said = "No call log was found. To have one read: talktally call-logs add FILE\n"
    assert console.done("call-logs").out == said
    assert not console.folder.exists()


def test_a_log_that_is_found_is_not_read_unasked(console: Console, twinkle: Path) -> None:
    assert console.done("call-logs").out == f"{twinkle} (Twinkle) · found here, not read\n"
    assert "No call log is wanted yet" in console.done("call-logs", "read").out
    assert not console.folder.exists()


def test_a_log_that_is_added_is_read_at_once(console: Console, twinkle: Path) -> None:
    answer = console.done("call-logs", "add", twinkle)
    assert answer.out == f"{twinkle}: 4 new, 0 already known, 0 refused\n"
    assert console.done("call-logs").out == (f"{twinkle} (Twinkle) · read 21 Nov 12:00 · 4 calls\n")
    again = console.done("call-logs", "add", twinkle)
    assert again.out == f"{twinkle}: 0 new, 4 already known, 0 refused\n"


def test_a_log_is_read_without_a_window(console: Console, twinkle: Path) -> None:
    console.done("call-logs", "add", twinkle)
    with twinkle.open("a", encoding="utf-8") as log:
        log.write(twinkle.read_text(encoding="utf-8").splitlines()[-1].replace("17953", "17954"))
    (read,) = console.done("call-logs", "read", "--json").json["logs"]
    assert (read["path"], read["new"], read["known"]) == (str(twinkle), 1, 4)
    assert (read["held"], read["problem"]) == (0, None)


def test_programs_are_told_of_every_log(console: Console, twinkle: Path) -> None:
    shown = console.done("call-logs", "--json").json["logs"]
    expected = {"path": str(twinkle), "softphone": "twinkle", "wanted": False, "read": None}
    assert shown == [{**expected, "calls": None, "refused": None, "problem": None}]
    console.done("call-logs", "add", twinkle)
    (shown,) = console.done("call-logs", "--json").json["logs"]
    assert (shown["wanted"], shown["read"], shown["calls"], shown["refused"]) == (
        True, "2026-11-21T12:00:00Z", 4, 0,
    )  # fmt: skip


def test_a_removed_log_is_read_no_longer_and_its_entries_stay(
    console: Console, twinkle: Path
) -> None:
    console.done("call-logs", "add", twinkle)
    said = f"{twinkle} is not read any more. Its entries stay.\n"
    assert console.done("call-logs", "remove", twinkle).out == said
    assert "No call log is wanted yet" in console.done("call-logs", "read").out
    assert len(console.done("list", "--json").json["entries"]) == 4
    answer = console.run("call-logs", "remove", twinkle)
    assert (answer.code, "is not among the call logs" in answer.err) == (2, True)


def test_another_file_is_refused_and_not_kept(console: Console, home: Path) -> None:
    answer = console.run("call-logs", "add", SAMPLES / "twilio_calls.csv")
    assert answer.code == 1
    assert "twilio_calls.csv holds no call log of Linphone, MicroSIP or Twinkle." in answer.err
    assert str(home) not in console.done("call-logs").out


def test_a_log_that_is_gone_is_told_and_the_others_are_read(
    console: Console, twinkle: Path, tmp_path: Path
) -> None:
    other = tmp_path / "call-history.db"
    shutil.copy(SAMPLES / "linphone_call_history.db", other)
    console.done("call-logs", "add", twinkle)
    console.done("call-logs", "add", other)
    twinkle.unlink()
    answer = console.run("call-logs", "read")
    assert (answer.code, answer.out) == (2, f"{other}: 0 new, 3 already known, 0 refused\n")
    assert f"There is no file {twinkle}" in answer.err
    assert f"There is no file {twinkle}" in console.run("call-logs").err


def test_settings_that_are_damaged_are_not_overwritten(console: Console, twinkle: Path) -> None:
    console.folder.mkdir(parents=True)
    (console.folder / "settings.json").write_text("{", encoding="utf-8")
    assert console.run("call-logs", "add", twinkle).code == 3
    assert (console.folder / "settings.json").read_text(encoding="utf-8") == "{"


def test_the_doctor_tells_how_logs_were_read_but_not_where_they_lie(
    console: Console, twinkle: Path
) -> None:
    console.done("call-logs", "add", twinkle)
    answer = console.run("doctor")
    assert "Call logs:\n  twinkle  read 21 Nov 2026" in answer.out
    assert str(twinkle.parent) not in answer.out
    (log,) = console.run("doctor", "--json").json["call_logs"]
    assert (log["softphone"], log["calls"], log["refused"]) == ("twinkle", 4, 0)
    twinkle.unlink()
    answer = console.run("doctor")
    assert "A call log cannot be read now. See: talktally call-logs" in answer.out
    assert str(twinkle.parent) not in answer.out
