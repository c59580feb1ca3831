"""A person at the Activity page: keys and clicks, and what can be read on the screen after them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.widgets import Part
from ui.activity.page import ActivityPage
from ui.activity.rows import ActivityRow
from ui.activity.table import ActivityTable
from ui.desk.desk import Desk

Key, Modifier = Qt.Key, Qt.KeyboardModifier
PATIENCE_MS = 60_000
_CONTROL, _PLAIN = Modifier.ControlModifier, Modifier.NoModifier


class Sitting:
    """Presses what a person presses, and waits for the answer."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.qtbot, self.desk, self.window = qtbot, desk, desk.window

    @property
    def page(self) -> ActivityPage:
        return self.window.activity()

    @property
    def table(self) -> ActivityTable:
        return self.page.table

    @property
    def count(self) -> str:
        """What stands above the list: how many entries, or what is selected."""
        return self.page._count.text()

    @property
    def row_title(self) -> str:
        """What the row of an import or export says."""
        row = self.desk.imports.row
        return row.title if row else ""

    def go_to_activity(self) -> None:
        self.press(Key.Key_2, _CONTROL, at=self.window)
        self.wait_for_list()

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = _PLAIN,
        *,
        times: int = 1,
        at: QWidget | None = None,
    ) -> None:
        """Press a key where the keyboard is."""
        for _ in range(times):
            QTest.keyClick(at or QApplication.focusWidget() or self.table, key, modifiers)

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, _PLAIN, place or QPoint())

    def wait(self, until: Callable[[], object], patience: int = PATIENCE_MS) -> None:
        """Wait until something holds, for so many ms at most."""
        self.qtbot.waitUntil(lambda: bool(until()), timeout=patience)

    def wait_for_list(self) -> None:
        """Wait until the list is found and every line in sight has come."""
        bar, activity = self.page.bar, self.desk.pages.activity
        self.wait(lambda: not bar._pause.isActive() and not activity._searching)
        self.wait_for_lines()
        self.wait(lambda: not self.table._pause.isActive())

    def wait_for_lines(self) -> None:
        self.wait(lambda: not self._missing())

    def come_back(self) -> None:
        """Wait until no dialog is open, with the keyboard in the window again."""
        self.wait(lambda: not any(each.isVisible() for each in self.window.findChildren(QDialog)))
        # Without a screen there is nobody else who gives it back.
        self.window.window().activateWindow()
        self.wait(self.window.isActiveWindow)

    def wait_for_receipt(self, entry: str) -> None:
        self.wait(lambda: self.window.shown_entry == entry)

    def search(self, words: str) -> str:
        """Type words into the search field; return what stands above the list then."""
        self.press(Key.Key_F, _CONTROL, at=self.table)
        self.press(Key.Key_Delete)
        QTest.keyClicks(self.page.bar.field, words)
        self.wait_for_list()
        return self.count

    def choose(self, menu: str, text: str) -> str:
        """Choose a line of a filter's menu; return what stands above the list then."""
        self.choose_in(self.button(f"{menu}: "), text)
        self.wait_for_list()
        return self.count

    def choose_in(self, opener: QPushButton, text: str) -> None:
        """Open the menu of a button and click a line of it."""
        self.click(opener)
        shown = opener.menu()
        self.wait(shown.isVisible)
        self.choose_line(shown, text)

    def choose_line(self, menu: QMenu, text: str) -> None:
        """Click a line of an open menu."""
        line = next(line for line in menu.actions() if line.text().split("\t")[0] == text)
        self.click(menu, menu.actionGeometry(line).center())

    def choose_in_menu(self, text: str) -> None:
        """Choose a line of the menu bar."""
        menus = self.window.window().findChildren(QMenu)
        next(line for menu in menus for line in menu.actions() if line.text() == text).trigger()

    def button(self, name: str, inside: QWidget | None = None) -> QPushButton:
        """Return the button whose name begins so, once it can be pressed."""
        found: list[QPushButton] = []

        def shown() -> bool:
            every = (inside or self.window).findChildren(QPushButton)
            pressable = (each for each in every if each.isVisible() and each.isEnabled())
            found[:] = [each for each in pressable if _named(each, name)]
            return bool(found)

        self.wait(shown)
        return found[0]

    def sort_by(self, title: str) -> None:
        """Click the head of a column."""
        heads, lines = self.table.horizontalHeader(), self.table.lines
        titles = [str(lines.headerData(n, Qt.Orientation.Horizontal)) for n in range(heads.count())]
        section = next(n for n, told in enumerate(titles) if told.startswith(title))
        place = QPoint(heads.sectionViewportPosition(section) + 12, heads.height() // 2)
        self.click(heads.viewport(), place)
        self.wait_for_list()

    def line(self, place: int) -> ActivityRow:
        """Return a line that has come."""
        row = self.table.lines.row(place)
        assert row is not None
        return row

    def lines(self) -> list[ActivityRow]:
        """Return the lines in sight."""
        first, last = self._in_sight()
        return [self.line(place) for place in range(first, last + 1)]

    def selected(self) -> int:
        return sum(count for _, count in self.table.spans())

    @contextmanager
    def changed(self) -> Iterator[None]:
        """Wait until a correction or an undo is through."""
        with self.qtbot.waitSignal(self.desk.corrections.changed, timeout=PATIENCE_MS):
            yield

    def dialog(self, kind: type[Part], patience: int = PATIENCE_MS) -> Part:
        """Wait for a dialog and return it."""
        found: list[Part] = []

        def shown() -> bool:
            found[:] = [each for each in self.window.findChildren(kind) if each.isVisible()]
            return bool(found)

        self.wait(shown, patience)
        return found[0]

    def _in_sight(self) -> tuple[int, int]:
        table = self.table
        last = table.rowAt(table.viewport().height() - 1)
        return table.top, last if last >= 0 else table.lines.rowCount() - 1

    def _missing(self) -> list[int]:
        return self.table.lines.missing(*self._in_sight())


def texts(widget: QWidget) -> list[str]:
    """Return the visible labels of a widget."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def _named(button: QPushButton, name: str) -> bool:
    return (button.accessibleName() or button.text()).startswith(name)
