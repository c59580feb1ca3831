"""The small window of a call: above all others, without ever taking the keyboard by itself."""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QMoveEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout
from typing_extensions import override

from ui.live.strip import LiveStrip
from ui.strip.state import StripState
from ui.theme.fonts import text_percent
from ui.theme.theme import Theme
from ui.widgets.buttons import IconButton
from ui.widgets.card import row

_FLAGS = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
#: How wide it is at 100 % text, in px; and how much of a screen it may take, in percent.
_WIDTH, _SHARE = 480, 90
#: How far an arrow key moves it, and with Shift, in px.
_STEP, _FINE = 24, 4
#: So long after it was moved the last time it has come to rest, in ms.
_REST_MS = 400
_ARROWS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class StripWindow(QFrame):
    """Shows the open calls.

    ``ended`` carries the id of a call; ``put_away`` comes when a person hides it; ``came_to_rest``
    when it was moved to where it stands now.
    """

    ended = Signal(str)
    open_asked = Signal()
    put_away = Signal()
    came_to_rest = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, _FLAGS)
        self.setProperty("part", "strip")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # A tool window stands in some taskbars of X11, a tool bar in none.
        self.setAttribute(Qt.WidgetAttribute.WA_X11NetWmWindowTypeToolBar)
        # macOS hides such windows with the program they belong to; a call goes on in another one.
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._strips: list[LiveStrip] = []
        self._grip: QPoint | None = None
        self._rows = QVBoxLayout()
        self._open, self._hide = IconButton(theme, "gauge"), IconButton(theme, "close")
        self._moved = QTimer(self, interval=_REST_MS, singleShot=True)
        self._moved.timeout.connect(self.came_to_rest)
        self._open.clicked.connect(self.open_asked)
        self._hide.clicked.connect(self.put_away)
        self._lay_out()

    def show_state(self, state: StripState) -> None:
        """Show the calls; meant to be asked each second, when little differs."""
        self._show_rows(state)
        if self.windowTitle() != state.title:
            self.setWindowTitle(state.title)
        self._open.set_name(state.open)
        self._hide.set_name(state.hide)
        self.setAccessibleName(state.spoken)
        self.setAccessibleDescription(state.hint)
        if not self.isVisible():
            self._fit()

    def stand(self, left: int, top: int) -> None:
        """Stand somewhere, as nobody moved it."""
        self.move(left, top)
        self._moved.stop()

    def _show_rows(self, state: StripState) -> None:
        while len(self._strips) > len(state.rows):
            gone = self._strips.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._strips) < len(state.rows):
            strip = LiveStrip(self._theme, bare=True)
            strip.ended.connect(self.ended)
            self._strips.append(strip)
            self._rows.addWidget(strip)
        for strip, call in zip(self._strips, state.rows, strict=True):
            strip.show_state(call)

    def _lay_out(self) -> None:
        self._rows.setSpacing(0)
        buttons = QVBoxLayout()
        buttons.setSpacing(2)
        buttons.addWidget(self._hide)
        buttons.addWidget(self._open)
        buttons.addStretch(1)
        line = row(spacing=0)
        line.addLayout(self._rows, 1)
        line.addLayout(buttons)
        line.setContentsMargins(0, 4, 6, 4)
        self.setLayout(line)

    def _fit(self) -> None:
        """Be as high as the rows need: a window without a frame is not made larger by hand."""
        screen, layout = self.screen(), self.layout()
        width = _WIDTH * text_percent() // 100
        if screen is not None:
            width = min(width, screen.availableGeometry().width() * _SHARE // 100)
        if layout is None:
            return
        if self.width() != width:
            self.setFixedWidth(width)
        layout.activate()
        for strip in self._strips:
            strip.fit()  # who is not shown yet is told no size
        layout.activate()
        grows = layout.hasHeightForWidth()
        high = layout.totalHeightForWidth(width) if grows else layout.totalSizeHint().height()
        if self.height() != high:
            self.setFixedHeight(high)

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        elif arrow is not None:
            fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.move(self.pos() + arrow * (_FINE if fine else _STEP))
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the desktop move it; where it cannot, move it by hand."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if not self.windowHandle().startSystemMove():
            self._grip = event.globalPosition().toPoint() - self.pos()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self.move(event.globalPosition().toPoint() - self._grip)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    @override
    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self.isVisible():
            self._moved.start()
