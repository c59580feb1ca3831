"""The list of the palette: icon, title, a soft detail and the shortcut of each line, painted."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.palette.state import PaletteLine
from ui.theme.fonts import Role, font
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LINE = Qt.ItemDataRole.UserRole
_ICON, _SIDE, _GAP, _PADDING = 17, 12, 10, 9
#: What a title keeps of its line at least; the detail gives way.
_TITLE_SHARE = 0.6


class LinesModel(QAbstractListModel):
    """The lines; each is read aloud as its title, detail and shortcut."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[PaletteLine, ...] = ()

    def show_lines(self, lines: tuple[PaletteLine, ...]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken
        return line if role == _LINE else None


class LinePainter(QStyledItemDelegate):
    """Paints a line."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, option.fontMetrics.height() + 2 * _PADDING)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: PaletteLine = index.data(_LINE)
        place: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        tokens = self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(QColor(tokens.accent_edge))
            painter.setBrush(QColor(tokens.accent_ground))
            painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        if line.mark:
            top = place.top() + (place.height() - _ICON) / 2
            square = QRectF(place.left() + _SIDE, top, _ICON, _ICON)
            paint_icon(painter, line.mark, square, tokens.text if chosen else tokens.soft)
        room = place.adjusted(_SIDE + _ICON + _GAP, 0, -_SIDE, 0)
        self._write(painter, line, room)
        painter.restore()

    def _write(self, painter: QPainter, line: PaletteLine, room: QRect) -> None:
        tokens = self._theme.tokens
        painter.setFont(font(Role.SMALL))
        painter.setPen(QColor(tokens.soft))
        room = _at_right(painter, line.shortcut, room, room.width())
        painter.setFont(font(Role.BODY))
        title = painter.fontMetrics().horizontalAdvance(line.title)
        least = min(title + _GAP, int(room.width() * _TITLE_SHARE))
        painter.setFont(font(Role.SMALL))
        room = _at_right(painter, line.detail, room, room.width() - least)
        painter.setFont(font(Role.BODY))
        painter.setPen(QColor(tokens.text))
        shown = painter.fontMetrics().elidedText(
            line.title, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


def _at_right(painter: QPainter, text: str, room: QRect, most: int) -> QRect:
    """Write a text at the right end and return the room that is left of it."""
    if not text or most <= 0:
        return room
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, most)
    both = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(room, both, shown)
    return room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(shown) - _GAP, 0)


class LineList(QListView):
    """Shows lines, one of which is chosen; the keyboard stays in the field above.

    ``pressed_line`` carries the key of a line that was clicked.
    """

    pressed_line = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._lines = LinesModel()
        self.setModel(self._lines)
        self.setItemDelegate(LinePainter(theme, self))
        self.setProperty("part", "palette")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setFont(font(Role.BODY))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)

    @property
    def line(self) -> PaletteLine | None:
        """The line that is chosen."""
        place = self.currentIndex().row()
        return self._lines.lines[place] if 0 <= place < len(self._lines.lines) else None

    def show_lines(self, lines: tuple[PaletteLine, ...], *, keep: bool) -> None:
        """Show other lines; the chosen one stays chosen with ``keep``, else it is the first."""
        if lines == self._lines.lines and keep:
            return
        before = self.line
        self._lines.show_lines(lines)
        keys = [line.key for line in lines]
        kept = keys.index(before.key) if keep and before and before.key in keys else 0
        self.setCurrentIndex(self._lines.index(kept))

    def go(self, steps: int, *, around: bool = False) -> None:
        """Choose the line so many steps down; ``around``: past the end comes the beginning."""
        count = len(self._lines.lines)
        if not count:
            return
        to = self.currentIndex().row() + steps
        to = to % count if around else max(0, min(count - 1, to))
        self.setCurrentIndex(self._lines.index(to))

    @property
    def page(self) -> int:
        """How many lines are in sight."""
        tall = self.sizeHintForRow(0)
        return max(1, self.viewport().height() // tall) if tall > 0 else 1

    @property
    def wanted_height(self) -> int:
        """How tall the list would like to be, in px."""
        return max(0, self.sizeHintForRow(0)) * len(self._lines.lines)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.pressed_line.emit(self._lines.lines[index.row()].key)
