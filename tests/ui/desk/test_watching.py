"""The ledger's file is watched: a write shows at once, nothing else wakes the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.ledger.ledger import Ledger, ledger_path
from tests.support.ledgers import call, keep, ledger_with
from ui.desk import watching
from ui.desk.watching import Watching


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_with(tmp_path, "hubspot-professional") as made:
        yield made


@pytest.fixture
def watched(owner: QObject, ledger: Ledger) -> Iterator[Watching]:
    made = Watching(owner)
    made.watch(ledger.path.parent)
    yield made
    made.stop()


def write_elsewhere(folder: Path) -> None:
    with Ledger(ledger_path(folder)) as other:
        keep(other, call())


def test_a_write_is_told(qtbot: QtBot, watched: Watching, ledger: Ledger) -> None:
    with qtbot.waitSignal(watched.stirred):
        keep(ledger, call())


def test_the_first_write_that_makes_the_file_of_changes_is_told(
    qtbot: QtBot, owner: QObject, tmp_path: Path
) -> None:
    with ledger_with(tmp_path, "hubspot-professional"):
        pass  # closed: what was written is folded into the ledger, and nothing lies beside it
    assert [each.name for each in tmp_path.iterdir()] == ["ledger.db"]
    made = Watching(owner)
    made.watch(tmp_path)
    for _ in range(2):
        with qtbot.waitSignal(made.stirred):
            write_elsewhere(tmp_path)
    made.stop()


def read(ledger: Ledger) -> None:
    with ledger.reading() as snapshot:
        snapshot.connection.exec_driver_sql("SELECT count(*) FROM fact").fetchall()
    ledger.changes()


def test_reading_stirs_nothing(qtbot: QtBot, owner: QObject, ledger: Ledger) -> None:
    for _ in range(2):
        read(ledger)  # makes the connections: for root SQLite sets the owner of its files then
    made = Watching(owner)
    made.watch(ledger.path.parent)
    with qtbot.assertNotEmitted(made.stirred, wait=600):
        read(ledger)
    assert made.is_told
    made.stop()


def test_a_ledger_put_in_the_place_of_another_is_watched_on(
    qtbot: QtBot, owner: QObject, tmp_path: Path
) -> None:
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
        with ledger_with(tmp_path / name, "hubspot-professional"):
            pass
    here, there = tmp_path / "here", tmp_path / "there"
    made = Watching(owner)
    made.watch(here)
    with qtbot.waitSignal(made.stirred):
        ledger_path(there).replace(ledger_path(here))
    with qtbot.waitSignal(made.stirred):
        write_elsewhere(here)
    made.stop()


def test_after_the_changes_were_folded_in_writes_are_told_on(
    qtbot: QtBot, watched: Watching, ledger: Ledger
) -> None:
    with qtbot.waitSignal(watched.stirred):
        keep(ledger, call())
    with qtbot.waitSignal(watched.stirred):
        ledger.close()  # folds them in
    with qtbot.waitSignal(watched.stirred):
        keep(ledger, call())


def test_where_the_system_tells_nothing_it_is_looked_often(
    qtbot: QtBot, owner: QObject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "_TOLD", {b"another"})
    made = Watching(owner)
    made.watch(tmp_path)
    assert (made.is_on, made.is_told) == (True, False)
    with qtbot.waitSignals([made.stirred, made.stirred]):
        pass
    made.stop()
    assert not made.is_on


def test_a_folder_that_is_not_there_is_looked_for(
    qtbot: QtBot, owner: QObject, tmp_path: Path
) -> None:
    made = Watching(owner)
    made.watch(tmp_path / "nowhere")
    with qtbot.waitSignal(made.stirred):
        pass
    made.stop()


def test_a_folder_moved_away_is_looked_for(qtbot: QtBot, owner: QObject, tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    made = Watching(owner)
    made.watch(folder)
    with qtbot.waitSignal(made.stirred):
        folder.rename(tmp_path / "there")
        (tmp_path / "there" / "one").touch()
    made.stop()
