"""What a page needs is there before it is wanted, and never in one go."""

from importlib import import_module

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.desk.ahead import MODULES, Ahead


def test_the_page_is_made_last(qtbot: QtBot) -> None:
    parent = QObject()
    turns: list[str] = []
    early = Ahead(lambda: turns.append("made"), parent, first_ms=0, next_ms=0)
    early.start()
    qtbot.waitUntil(lambda: bool(turns))
    assert turns == ["made"]


def test_what_is_stopped_makes_nothing(qtbot: QtBot) -> None:
    parent = QObject()
    turns: list[str] = []
    early = Ahead(lambda: turns.append("made"), parent, first_ms=0, next_ms=0)
    early.start()
    early.stop()
    qtbot.wait(20)
    assert turns == []


def test_every_module_named_is_there() -> None:
    assert all(map(import_module, MODULES))
