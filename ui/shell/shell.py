"""The shell: the window itself, first with the last page as a picture, then with the real one."""

from importlib.resources import files
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QHideEvent, QIcon, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QMainWindow,
    QMenuBar,
    QWidget,
)
from typing_extensions import override

from ui.shell.picture import LastPage
from ui.shell.place import USUAL, Place, Room, fitted

if TYPE_CHECKING:
    from collections.abc import Callable


#: How soon it is tried again to leave, where a box is still waited for.
_AGAIN_MS = 20


class Shell(QMainWindow):
    """``painted`` comes once, after the first frame; ``closing`` while everything still stands.

    ``may_hide`` tells whether closing leaves the program running out of sight; ``put_away`` comes
    when it did. ``in_sight`` carries whether the window is shown, whenever that changes.
    """

    painted = Signal()
    closing = Signal()
    put_away = Signal()
    in_sight = Signal(bool)

    def __init__(self, last: LastPage | None, place: Place = USUAL) -> None:
        super().__init__()
        self._painted = self._leaving = self._closed = False
        self.may_hide: Callable[[], bool] = lambda: False
        self.setWindowTitle("Talktally")
        curtain = QLabel()
        if last is not None:
            curtain.setPixmap(last.picture)
            curtain.setAccessibleName(last.spoken)
        curtain.setMinimumSize(1, 1)
        self.setCentralWidget(curtain)
        self._stand(fitted(place, _rooms()))

    def furnish(self, inside: QWidget, bar: QMenuBar, ground: QWidget) -> None:
        """Put the real page in the place of the picture; ``ground`` of it has the keyboard."""
        self.setMenuBar(bar)
        self.setMinimumSize(inside.minimumSize())
        self.setCentralWidget(inside)
        self.setWindowTitle(inside.windowTitle())
        inside.windowTitleChanged.connect(self.setWindowTitle)
        # Not sooner: it takes some milliseconds to load, and the first frame can do without.
        drawing = files("resources") / "icons" / "talktally.svg"
        QGuiApplication.setWindowIcon(QIcon(str(drawing)))
        # Somewhere, or Qt would choose the first button, which a stray Space would press.
        ground.setFocus()

    def place(self, page: str) -> Place:
        """Tell where the window stands, with the page in front."""
        held = self.normalGeometry() if self.isMaximized() else self.geometry()
        at = held.topLeft() if self.isMaximized() else self.pos()
        size = held.size()
        return Place(at.x(), at.y(), size.width(), size.height(), self.isMaximized(), page)

    def leave(self) -> None:
        """Close for good, wherever closing would hide; what stands over the window is rejected.

        Where somebody waits for the answer of a box, only once they know that there is none.
        """
        # Here because no frame waits for it.
        from ui.shell.clearing import clear_away

        self._leaving = True
        if clear_away():
            self.close()
        if not self._closed:
            QTimer.singleShot(_AGAIN_MS, self, self.leave)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return press the button that has the keyboard; Qt does so in dialogs alone."""
        # Here for the reason that stands below: no frame waits for Qt.
        from PySide6.QtCore import Qt

        focused = self.focusWidget()
        returns = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ticks = isinstance(focused, QCheckBox)
        if returns and isinstance(focused, QAbstractButton) and not ticks:
            focused.click()
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            # Not before the frame is out: what follows takes a while to load.
            QTimer.singleShot(0, self, self.painted.emit)
        return handled

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._leaving and self.may_hide():
            event.ignore()
            self.hide()
            self.put_away.emit()
            return
        if not self._closed:
            self._closed = True
            self.closing.emit()
        super().closeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.in_sight.emit(True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.in_sight.emit(False)

    def _stand(self, place: Place) -> None:
        self.resize(place.width, place.height)
        if place.left is not None and place.top is not None:
            self.move(place.left, place.top)
        if place.maximised:
            # Here because Qt is thousands of enumerations: a fifth of the time to the first frame.
            from PySide6.QtCore import Qt

            self.setWindowState(Qt.WindowState.WindowMaximized)


def _rooms() -> list[Room]:
    """Return the screens there are, the main one first."""
    main = QGuiApplication.primaryScreen()
    screens = sorted(QGuiApplication.screens(), key=lambda each: each is not main)
    free = [each.availableGeometry() for each in screens]
    return [Room(each.x(), each.y(), each.width(), each.height()) for each in free]
