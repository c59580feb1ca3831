"""Cards: the quiet frames that everything on a page stands in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme.fonts import Role
from ui.widgets.labels import label

GAP = 13
_PADDING = 16


class Card(QFrame):
    """A frame with padding and a column of parts; ``column`` takes them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_PADDING, 14, _PADDING, 14)
        self.column.setSpacing(6)


class PressCard(Card):
    """A card that answers why: ``pressed`` after a click, Enter or Space."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pressable", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.pressed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_press(event):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


def is_press(event: QKeyEvent) -> bool:
    """Whether a key presses what has the focus."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def row(*parts: QWidget | QLayout | int, spacing: int = 8) -> QHBoxLayout:
    """A row of widgets and layouts without margins; a number is a stretch."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for part in parts:
        if isinstance(part, int):
            made.addStretch(part)
        elif isinstance(part, QWidget):
            made.addWidget(part)
        else:
            made.addLayout(part)
    return made


def section_title(parent: QWidget | None = None) -> QLabel:
    """The small heavy line at the top of a card."""
    return label(Role.CARD_TITLE, ink="soft", parent=parent)


def hairline() -> QFrame:
    """A line of one pixel between rows."""
    line = QFrame()
    line.setProperty("part", "line")
    return line


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and let it go, layouts inside it too."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)
