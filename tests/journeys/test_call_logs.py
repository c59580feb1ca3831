"""Call logs of softphones in the real window: found, switched on, read as they change."""

import shutil
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import HandClock, OpenOf, desk_of
from tests.journeys.seat import Seat
from tests.support.call_logs import conference_calls
from tests.support.console import Console
from tests.support.ledgers import NOW, ledger_with, receipts
from tests.support.readings import SAMPLES
from tests.support.seen_live import see
from tests.support.widgets import child
from ui.desk import call_log_requests, file_watch
from ui.settings.row import RowShown
from ui.widgets.switch import SwitchBox

pytestmark = [pytest.mark.journey, pytest.mark.usefixtures("memory_keyring")]
START = NOW // 1_000_000
Row = tuple[int, int, int, int, int, str]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes with a write is waited for as long as a test has patience."""
    monkeypatch.setattr(file_watch, "_GATHER_MS", 50)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return conference_calls(tmp_path / "linphone.db", [])


@pytest.fixture
def seat(qtbot: QtBot, open_window_of: OpenOf, folder: Path) -> Seat:
    with ledger_with(folder, "hubspot-starter"):
        pass
    return Seat(qtbot, desk_of(open_window_of(folder)))


def note(log: Path, *rows: Row) -> None:
    """Write calls as Linphone does: seconds, start, answer, state, and id behind the direction."""
    with closing(sqlite3.connect(log)) as raw, raw:
        raw.executemany(
            "INSERT INTO conference_call VALUES (NULL, 1, 2, ?, ?, ?, ?, ?, 0, 5.0, ?, NULL, NULL)",
            rows,
        )


def entries(seat: Seat) -> list[tuple[str, int]]:
    """Return who reported each entry and the minutes it counts, as the ledger has them."""
    found: list[list[tuple[str, int]]] = []
    books = seat.desk.figures._books
    lane = seat.desk.figures._lane
    lane.run(
        lambda: [(r.fact.source.provider, r.quantity) for r in receipts(books.ledger())],
        found.append,
        lambda _: found.append([]),
    )
    seat.wait(lambda: found)
    return found[0]


def settings(seat: Seat) -> None:
    seat.window.page_chosen.emit("settings")
    seat.sees("Call logs")


def row(seat: Seat, log: Path) -> RowShown:
    return seat.desk.settings.page.row(f"logs.{log}")


def add(seat: Seat, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Add a log as a person does, who chooses it in the system's dialog."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(log), ""))
    settings(seat)
    seat.press("Add a file…")


@pytest.fixture
def added(seat: Seat, log: Path, monkeypatch: pytest.MonkeyPatch) -> Seat:
    add(seat, log, monkeypatch)
    seat.wait(lambda: seat.desk.live.logs.seen)
    seat.sees("linphone.db")
    return seat


def used(seat: Seat) -> int:
    view = seat.desk.figures.view
    return sum(meter.used for meter in view.status.meters) if view else -1


def _is_used(seat: Seat, minutes: int) -> bool:
    return used(seat) == minutes


def test_a_call_shows_as_soon_as_its_softphone_noted_it(added: Seat, log: Path) -> None:
    note(log, (0, 61, START - 90, START - 80, 0, "call-1"))
    added.wait(lambda: used(added) == 2)
    note(log, (0, 30, START - 20, START - 15, 0, "call-2"))
    added.wait(lambda: used(added) == 3)
    added.sees("2 calls")


def test_a_call_seen_live_and_in_the_log_is_one(added: Seat, log: Path, folder: Path) -> None:
    with ledger_with(folder) as elsewhere:
        see(elsewhere, START - 90, START - 80, START - 19, "call-1")
    added.wait(lambda: used(added) == 2)
    note(log, (0, 58, START - 90, START - 80, 0, "call-1"))
    added.wait(lambda: used(added) == 1)
    assert sorted(entries(added)) == [("hook", 0), ("linphone", 1)]


def test_a_log_that_is_replaced_is_read_on(added: Seat, log: Path, tmp_path: Path) -> None:
    note(log, (0, 61, START - 90, START - 80, 0, "call-1"))
    added.wait(lambda: used(added) == 2)
    for number in (2, 3):
        other = tmp_path / "other.db"
        shutil.copy(log, other)
        note(other, (0, 30, START - 20 - number, START - 15, 0, f"call-{number}"))
        other.replace(log)
        added.wait(partial(_is_used, added, number + 1))


def test_a_log_that_goes_and_comes_back_is_told_and_read(added: Seat, log: Path) -> None:
    away = log.with_name("away.db")
    log.rename(away)
    added.sees("There is no file")
    note(away, (0, 61, START - 90, START - 80, 0, "call-1"))
    away.rename(log)
    added.wait(lambda: used(added) == 2)
    added.wait(lambda: all(each.problem is None for each in added.desk.live.logs.seen))


def test_a_log_switched_off_is_read_no_more(added: Seat, log: Path, folder: Path) -> None:
    child(row(added, log), SwitchBox).click()
    assert added.desk.live.logs._watch._watcher is None
    assert not added.desk.live.logs._again.isActive()
    assert '"logs": []' in (folder / "settings.json").read_text(encoding="utf-8")


def test_another_file_is_refused_in_a_sentence(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    add(seat, SAMPLES / "twilio_calls.csv", monkeypatch)
    seat.sees("holds no call log of Linphone, MicroSIP or Twinkle")


def test_a_log_added_by_the_command_is_read_by_the_window(
    seat: Seat, console: Console, log: Path
) -> None:
    note(log, (0, 61, START - 90, START - 80, 0, "call-1"))
    console.done("call-logs", "add", log)
    seat.wait(lambda: used(seat) == 2 and seat.desk.live.logs.seen)
    note(log, (0, 30, START - 20, START - 15, 0, "call-2"))
    seat.wait(lambda: used(seat) == 3)


def test_what_the_window_chooses_keeps_what_the_command_chose(
    seat: Seat, console: Console, log: Path, folder: Path
) -> None:
    console.done("call-logs", "add", log)
    seat.window.theme_chosen.emit("dark")
    kept = (folder / "settings.json").read_text(encoding="utf-8")
    assert str(log) in kept
    assert '"theme": "dark"' in kept


def test_a_big_log_is_read_by_a_process_of_its_own(
    added: Seat, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(call_log_requests, "BIG", 1)
    started: list[list[str]] = []
    logs = added.desk.live.logs
    read_apart = logs._read_apart

    def noted(files: list[str]) -> None:
        started.append(files)
        read_apart(files)

    monkeypatch.setattr(logs, "_read_apart", noted)
    note(log, (0, 61, START - 90, START - 80, 0, "call-1"))
    added.wait(lambda: used(added) == 2)
    # Its changes may come in several looks.
    assert {*map(tuple, started)} == {(str(log),)}


def test_a_call_that_goes_on_comes_when_it_is_over(
    added: Seat, log: Path, clock: HandClock
) -> None:
    note(log, (0, 0, START - 90, 0, 1, "call-1"), (0, 61, START - 900, START - 890, 0, "call-0"))
    added.wait(lambda: used(added) == 2)
    assert entries(added) == [("linphone", 2)]
    with closing(sqlite3.connect(log)) as raw, raw:
        raw.execute(
            "UPDATE conference_call SET duration=30, connected_time=?, status=0 "
            "WHERE call_id='call-1'",
            (START - 80,),
        )
    added.wait(lambda: used(added) == 3)
