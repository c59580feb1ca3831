"""The heads of the list's columns: they sort, move and widen, by pointer and by keyboard."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from ui.activity.columns import FIXED
from ui.activity.state import Heading
from ui.theme.fonts import text_percent
from ui.theme.theme import Theme

_LEAST = 30
#: How much a press of a key widens a column, in px.
_STEP = 12


class Heads(QHeaderView):
    """``sorted_by`` carries a column's key, ``moved_to`` all keys in order.

    ``widened`` carries a key and the width given by hand, as at 100 %; ``menu_asked`` a place on
    the screen. With the keyboard: arrows go from head to head, Enter sorts, Ctrl+arrows move a
    column, Shift+arrows widen it, and the menu key opens the menu of columns.
    """

    sorted_by = Signal(str)
    moved_to = Signal(object)
    widened = Signal(str, int)
    menu_asked = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._headings: tuple[Heading, ...] = ()
        self._place = 0
        self._fitting = False
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setMinimumSectionSize(_LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.sectionClicked.connect(self._on_clicked)
        self.sectionResized.connect(self._on_resized)
        self.sectionMoved.connect(self._on_moved)

    def part_from_lines(self) -> None:
        """Take a selection of its own.

        With that of the lines a head asks every line whether it is chosen, and a million answer.
        """
        self.setSelectionModel(QItemSelectionModel(self.model(), self))

    def fit(self, headings: tuple[Heading, ...], room: int, least: int) -> None:
        """Give every column its place and width, and the rest of the room to the one it is for."""
        self._headings = headings
        self._fitting = True
        others = 0
        for section, heading in enumerate(headings):
            if self.visualIndex(section) != section:
                self.moveSection(self.visualIndex(section), section)
            if heading.key != FIXED:
                width = heading.width * text_percent() // 100
                self.resizeSection(section, width)
                others += width
        for section, heading in enumerate(headings):
            if heading.key == FIXED:
                self.resizeSection(section, max(least * text_percent() // 100, room - others))
        self._fitting = False
        self._place = min(self._place, max(0, len(headings) - 1))
        self._tell()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}.get(event.key(), 0)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not self._headings:
            super().keyPressEvent(event)
        elif step and held == Qt.KeyboardModifier.ControlModifier:
            self._move(step)
        elif step and held == Qt.KeyboardModifier.ShiftModifier:
            width = self.sectionSize(self._place) + step * _STEP
            self.resizeSection(self._place, max(_LEAST, width))
        elif step:
            self._go(self._place + step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_clicked(self._place)
        else:
            event.ignore()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = self._rect(self._place).bottomLeft() if by_key else event.pos()
        self.menu_asked.emit(self.viewport().mapToGlobal(place))

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        done = super().viewportEvent(event)
        if event.type() == QEvent.Type.Paint and self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(self._theme.tokens.accent), 2))
            painter.drawRoundedRect(self._rect(self._place).adjusted(1, 1, -2, -2), 5, 5)
        return done

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _rect(self, place: int) -> QRect:
        left = self.sectionViewportPosition(place)
        return QRect(left, 0, self.sectionSize(place), self.height())

    def _go(self, place: int) -> None:
        if 0 <= place < len(self._headings):
            self._place = place
            self._tell()
            self.viewport().update()

    def _move(self, step: int) -> None:
        target = self._place + step
        if 0 <= target < len(self._headings):
            source, self._place = self._place, target
            self.moveSection(source, target)

    def _tell(self) -> None:
        if self._headings:
            self.setAccessibleName(self._headings[self._place].spoken)

    def _on_clicked(self, section: int) -> None:
        if section < len(self._headings) and self._headings[section].sortable:
            self.sorted_by.emit(self._headings[section].key)

    def _on_resized(self, section: int, _: int, width: int) -> None:
        if not self._fitting and section < len(self._headings):
            key = self._headings[section].key
            if key != FIXED:  # which takes the room that is left
                self.widened.emit(key, width * 100 // text_percent())

    def _on_moved(self) -> None:
        places = range(len(self._headings))
        if not self._fitting and self._headings:
            self.moved_to.emit(tuple(self._headings[self.logicalIndex(at)].key for at in places))
