"""A person at a window that belongs to a company: what they press, and what they can read."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, QSize
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.exceptions import TimeoutError as WaitedTooLong
from pytestqt.qtbot import QtBot

from app.domain.meter import Meter
from app.domain.plan import MeterKind
from tests.support.widgets import Part
from ui.company.join import JoinDialog
from ui.desk.desk import Desk
from ui.text.phrase import plain
from ui.widgets.labels import PhraseLabel

PATIENCE_MS = 60_000


class Seat:
    """One window; every wait ends after half a minute."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.qtbot, self.desk, self.window = qtbot, desk, desk.window
        desk.schedule.close()  # a backup that is due would come in between
        self.window.window().resize(QSize(1280, 900))
        self.wait(lambda: desk.figures.view)

    def wait(self, until: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(until()), timeout=PATIENCE_MS)

    def dialog(self, kind: type[Part]) -> Part:
        """Wait for a dialog and return it."""
        found: list[Part] = []

        def shown() -> bool:
            every = QApplication.allWidgets()
            found[:] = [w for w in every if isinstance(w, kind) and w.isVisible()
                        and w.window() is w and self._is_mine(w)]  # fmt: skip
            return bool(found)

        self.wait(shown)
        return found[0]

    def press(self, name: str, inside: QWidget | None = None) -> None:
        """Press the button of a name once it can be pressed."""
        self.wait(lambda: self._button(name, inside))
        button = self._button(name, inside)
        assert button is not None
        button.click()

    def join(self, link: str) -> JoinDialog:
        """Hand a link in; the dialog that is returned still tries."""
        self.window.company_asked.emit("join")
        dialog = self.dialog(JoinDialog)
        return self.hand_in(dialog, link)

    def hand_in(self, dialog: JoinDialog, link: str) -> JoinDialog:
        """Write a link into the dialog and press its button."""
        dialog.findChildren(QLineEdit)[0].setText(link)
        self.press("Connect", dialog)
        return dialog

    def joins(self, link: str) -> None:
        """Join a company and close the dialog."""
        dialog = self.join(link)
        self.wait(lambda: "Connected to" in dialog.windowTitle())
        self.press("Close", dialog)
        self.wait(lambda: self.desk.company.around)
        self.rest()

    def sync(self) -> None:
        """Press "Sync now" in the menu and wait until the round is over."""
        self.rest()
        with self.qtbot.waitSignal(self.desk.company.sync.ended, timeout=PATIENCE_MS):
            self.window.company_asked.emit("sync")

    def rest(self) -> None:
        """Wait until no round is under way."""
        self.wait(lambda: not self.desk.company.sync.is_busy)

    def go_to_plan(self) -> None:
        self.window.page_chosen.emit("plan")
        self.sees("Plan")

    def sees(self, text: str) -> None:
        """Wait until a text can be read in the window."""
        try:
            self.wait(lambda: text in self.read())
        except WaitedTooLong:
            pytest.fail(f"{text!r} is not among: {self.read()}")

    def read(self, inside: QWidget | None = None) -> str:
        """Everything that can be read in the window, or in a part of it."""
        return "\n".join(_texts(inside or self.window))

    def meter(self, kind: MeterKind) -> Meter | None:
        view = self.desk.figures.view
        meters = view.status.meters if view else ()
        return next((each for each in meters if each.kind is kind), None)

    def _button(self, name: str, inside: QWidget | None) -> QPushButton | None:
        every = (inside or self.window).findChildren(QPushButton)
        found = (each for each in every if each.text() == name and each.isVisible())
        return next((each for each in found if each.isEnabled()), None)

    def _is_mine(self, dialog: QWidget) -> bool:
        parent = dialog.parentWidget()
        while parent is not None and parent is not self.window:
            parent = parent.parentWidget()
        return parent is self.window


def _texts(widget: QWidget) -> list[str]:
    found = []
    for part in widget.findChildren(QWidget):
        if part.isVisible():
            if isinstance(part, PhraseLabel):
                found.append(part.accessibleName())
            elif isinstance(part, QLabel):
                found.append(plain(part.text()))
            elif isinstance(part, QTableView):
                found += _cells(part.model())
            found.append(part.accessibleName())
    return found


def _cells(model: QAbstractItemModel) -> list[str]:
    places = [model.index(row, column) for row in range(model.rowCount())
              for column in range(model.columnCount())]  # fmt: skip
    return [str(place.data() or "") for place in places]
