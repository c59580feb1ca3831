"""The palette over a window: a field, and below it the lines that fit what is typed."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from ui.palette.field import PaletteField
from ui.palette.lines import LineList
from ui.palette.state import PaletteState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.labels import label, set_text

_WIDE, _MARGIN, _TOP = 620, 12, 40
_LEAST_TALL = 60


class Palette(QWidget):
    """Covers ``window`` while it is open: a press beside it closes it.

    ``typed`` carries what was typed, ``chosen`` the key of a line, after the palette has closed
    and the keyboard is back where it was; ``closed`` follows whatever closes it.
    """

    typed = Signal(str)
    chosen = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._back: QWidget | None = None
        self._window = window
        self._card = QFrame(self)
        self._card.setProperty("part", "palette-card")
        self._field = PaletteField()
        self._list = LineList(theme)
        self._nothing = label(Role.BODY, ink="soft", wrap=True)
        self._lay_out()
        self._connect()
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Open empty, with the keyboard in the field."""
        if not self.isVisible():
            self._back = self._window.window().focusWidget()
        self._field.clear()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_up(self, *, give_back: bool = True) -> None:
        """Close; the keyboard goes back to where it was unless it is elsewhere already."""
        if self.isHidden():
            return
        back, self._back = self._back, None
        if give_back and back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.closed.emit()

    def show_state(self, state: PaletteState, *, keep: bool = False) -> None:
        """Show lines; with ``keep`` the chosen one stays chosen."""
        self._field.setPlaceholderText(state.hint)
        self._field.setAccessibleName(state.name)
        self._list.setAccessibleName(state.name)
        self._list.show_lines(state.lines, keep=keep)
        self._list.setVisible(bool(state.lines))
        set_text(self._nothing, state.nothing)
        self._place()
        if state.nothing:
            self._say(state.nothing)
        elif not keep:
            self._on_moved()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.close_up()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
            self._place()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._card)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(8)
        column.addWidget(self._field)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing)
        self._nothing.setContentsMargins(4, 4, 4, 6)

    def _connect(self) -> None:
        self._field.textChanged.connect(self.typed)
        self._field.moved.connect(lambda steps: self._go(steps, around=True))
        self._field.paged.connect(lambda pages: self._go(pages * self._list.page, around=False))
        self._field.done.connect(self._on_done)
        self._field.left.connect(lambda back: self.close_up(give_back=back))
        self._list.pressed_line.connect(self._choose)

    def _place(self) -> None:
        """As wide as it reads well and as tall as its lines, never beyond the window."""
        whole = self.rect()
        wide = min(_WIDE, whole.width() - 2 * _MARGIN)
        top = min(_TOP, whole.height() // 10)
        most = whole.height() - top - _MARGIN
        around = self._field.sizeHint().height() + 2 * _MARGIN + 10
        lines = self._list.wanted_height if not self._list.isHidden() else 0
        told = self._nothing.sizeHint().height() + 8 if not self._nothing.isHidden() else 0
        tall = min(max(around + lines + told, _LEAST_TALL), most)
        self._card.setGeometry((whole.width() - wide) // 2, top, wide, tall)

    def _go(self, steps: int, *, around: bool) -> None:
        self._list.go(steps, around=around)
        self._on_moved()

    def _on_moved(self) -> None:
        line = self._list.line
        if line is not None:
            self._say(line.spoken)

    def _say(self, text: str) -> None:
        """Let a screen reader say a text, for the keyboard stays in the field."""
        self._field.setAccessibleDescription(text)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, text))

    def _on_done(self) -> None:
        line = self._list.line
        if line is not None:
            self._choose(line.key)

    def _choose(self, key: str) -> None:
        self.close_up()
        self.chosen.emit(key)
