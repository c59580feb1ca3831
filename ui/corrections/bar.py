"""The bar at the foot of the window: what was changed, and the way back."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from ui.corrections.state import BarState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.buttons import IconButton, button
from ui.widgets.card import row
from ui.widgets.labels import ElidedLabel
from ui.widgets.marks import IconMark

_EDGE, _WIDEST = 14, 560


class ChangeBar(QFrame):
    """Lies over the foot of a window; ``undo_asked`` and ``closed`` are what people want."""

    undo_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("part", "card")
        self._icon = IconMark(theme, "done")
        self._sentence = ElidedLabel(Role.BODY)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._undo, self._close = button(), IconButton(theme, "close")
        self._undo.clicked.connect(self.undo_asked)
        self._close.clicked.connect(self.closed)
        self._lay_out()
        window.installEventFilter(self)
        self.hide()

    def show_state(self, state: BarState | None) -> None:
        """Show what was done or is under way, or put the bar away."""
        self.setVisible(state is not None)
        if state is None:
            return
        running = state.done is not None
        self._icon.set_mark("clock" if running else "done", Tone.PLAIN)
        self._sentence.setText(state.sentence)
        self._bar.setVisible(running)
        self._bar.setValue(state.done or 0)
        self._bar.setAccessibleName(state.sentence)
        self._undo.setText(state.undo)
        self._undo.setVisible(bool(state.undo))
        self._close.set_name(state.close)
        self.setAccessibleName(state.sentence)
        self._place()
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(5)
        texts.addWidget(self._sentence)
        texts.addWidget(self._bar)
        line = row(self._icon, spacing=10)
        line.addLayout(texts, 1)
        line.addWidget(self._undo)
        line.addWidget(self._close)
        line.setContentsMargins(14, 8, 10, 8)
        self.setLayout(line)

    def _place(self) -> None:
        room = self._window.rect()
        width = min(_WIDEST, room.width() - 2 * _EDGE)
        height = self.sizeHint().height()
        left = (room.width() - width) // 2
        self.setGeometry(left, room.height() - height - _EDGE, width, height)
