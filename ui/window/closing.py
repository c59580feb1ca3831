"""The main window with two pieces of news that wiring needs: it is painted, and it is closed."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from typing_extensions import override

from ui.theme.theme import Theme
from ui.window.window import MainWindow


class ClosingWindow(MainWindow):
    """``painted`` comes once, after the first frame; ``closed`` when the window goes."""

    painted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._painted = False

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            # Not before the frame is out: what follows imports the ledger.
            QTimer.singleShot(0, self, self.painted.emit)
        return handled

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
