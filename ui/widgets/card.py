"""Cards: the quiet frames that everything on a page stands in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.theme.fonts import Role
from ui.widgets.labels import label

GAP = 13
_PADDING = 16


class Card(QFrame):
    """A frame with padding and a column of parts; ``column`` takes them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = _column_in(self)


class PressCard(QAbstractButton):
    """A card that answers why: ``clicked`` after a click, Enter or Space.

    A button to screen readers, whose name says all that stands in it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = _column_in(self)
        # As a frame would be: as large as what it holds, within its hairline.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setContentsMargins(1, 1, 1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_press(event):
            self.click()
        else:
            super().keyPressEvent(event)


def _column_in(card: QWidget) -> QVBoxLayout:
    card.setProperty("part", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(_PADDING, 14, _PADDING, 14)
    column.setSpacing(6)
    return column


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
            let_go(widget)
        elif inner is not None:
            clear_layout(inner)


def let_go(widget: QWidget) -> None:
    """Take a widget off the page at once, and out of memory soon."""
    # Qt shows what a layout was given only later. What nobody hid would be shown even then, as a
    # window of its own, which takes the keyboard from the one that a person works in.
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
