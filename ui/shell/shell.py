"""The shell: the window itself, first with the last page as a picture, then with the real one."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QMainWindow
from typing_extensions import override

from ui.shell.picture import LastPage

_WIDTH, _HEIGHT = 1100, 800


class Shell(QMainWindow):
    """``painted`` comes once, after the first frame; ``closing`` while everything still stands."""

    painted = Signal()
    closing = Signal()

    def __init__(self, last: LastPage | None) -> None:
        super().__init__()
        self._painted = False
        self.setWindowTitle("Talktally")
        self.resize(_WIDTH, _HEIGHT)
        curtain = QLabel()
        if last is not None:
            curtain.setPixmap(last.picture)
            curtain.setAccessibleName(last.spoken)
            self.resize(last.picture.deviceIndependentSize().toSize())
        curtain.setMinimumSize(1, 1)
        self.setCentralWidget(curtain)

    def furnish(self, inside: QMainWindow) -> None:
        """Put the real page in the place of the picture."""
        self.setMenuBar(inside.menuBar())
        self.setMinimumSize(inside.minimumSize())
        self.setCentralWidget(inside)
        self.setWindowTitle(inside.windowTitle())
        self.setWindowIcon(inside.windowIcon())
        inside.windowTitleChanged.connect(self.setWindowTitle)
        inside.windowIconChanged.connect(self.setWindowIcon)
        inside.setFocus()

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
        self.closing.emit()
        super().closeEvent(event)
