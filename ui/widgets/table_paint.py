"""Painting the cells of a page's tables: words, a soft note, a mark or a bar, and what left."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.theme.fonts import Role, font
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.theme.tokens import ink
from ui.widgets.bar import paint_bar
from ui.widgets.line import paint_ground
from ui.widgets.table_model import LINE
from ui.widgets.table_state import Cell, Line

SIDE = 8
ICON = 14
_GAP = 6
#: Where the words stand when a second line lies below them, in px from the line's edges.
_UPPER, _LOWER = 4, 6


class LinePainter(QStyledItemDelegate):
    """Paints cells; ``stack`` says which columns are told in a second line, and how wide it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._dropped: tuple[int, ...] = ()
        self._width = 0
        self._lefts: dict[int, int] = {}

    def stack(self, dropped: tuple[int, ...], lefts: dict[int, int], width: int) -> None:
        """``lefts``: where each shown column begins; ``width`` of the whole line, both in px."""
        self._dropped, self._lefts, self._width = dropped, lefts, width

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line = index.data(LINE)
        if not isinstance(line, Line):
            return
        painter.save()
        ruled = index.row() < index.model().rowCount() - 1
        place = paint_ground(painter, option, self._theme.tokens, ruled=ruled)
        below = self._below(line)
        if below:
            self._paint_below(painter, place, index.column(), below)
            middle = place.height() // 2
            place = place.adjusted(0, _UPPER, 0, -middle + _UPPER)
        self._paint_cell(painter, place, line, index)
        painter.restore()

    def _below(self, line: Line) -> str:
        told = (line.cells[column].told for column in self._dropped)
        return " · ".join(each for each in told if each and each != "–")

    def _paint_below(self, painter: QPainter, place: QRect, column: int, text: str) -> None:
        """Paint this cell's part of the second line, which goes on through all cells."""
        left = place.left() - self._lefts.get(column, 0)
        whole = QRect(left, place.top(), self._width, place.height()).adjusted(SIDE, 0, -SIDE, 0)
        painter.save()
        painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
        painter.setFont(font(Role.SMALL))
        painter.setPen(QColor(self._theme.tokens.soft))
        shown = _elided(painter, text, whole.width())
        room = whole.adjusted(0, whole.height() // 2, 0, -_LOWER)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def _paint_cell(
        self,
        painter: QPainter,
        place: QRect,
        line: Line,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cell, room = line.cells[index.column()], place.adjusted(SIDE, 0, -SIDE, 0)
        if cell.bar is not None:
            bar = cell.bar
            paint_bar(painter, QRectF(room), self._theme.tokens, bar.filled, bar.elapsed, bar.tone)
            return
        face = font(Role.STRONG if line.strong or cell.tone is not None else Role.BODY)
        alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        if alignment & Qt.AlignmentFlag.AlignRight:
            self._paint_right(painter, room, cell, face)
        else:
            self._paint_left(painter, room, cell, face)

    def _paint_left(self, painter: QPainter, room: QRect, cell: Cell, face: QFont) -> None:
        if cell.mark:
            self._paint_mark(painter, room.left(), room, cell)
            room = room.adjusted(ICON + _GAP, 0, 0, 0)
        width = self._paint_words(painter, room, cell, face, Qt.AlignmentFlag.AlignLeft)
        if cell.note:
            room = room.adjusted(width + _GAP, 0, 0, 0)
            self._paint_note(painter, room, cell.note, Qt.AlignmentFlag.AlignLeft)

    def _paint_right(self, painter: QPainter, room: QRect, cell: Cell, face: QFont) -> None:
        if cell.note:
            used = self._paint_note(painter, room, cell.note, Qt.AlignmentFlag.AlignRight)
            room = room.adjusted(0, 0, -used - _GAP, 0)
        width = self._paint_words(painter, room, cell, face, Qt.AlignmentFlag.AlignRight)
        if cell.mark:
            self._paint_mark(painter, room.right() + 1 - width - ICON - 4, room, cell)

    def _paint_words(
        self, painter: QPainter, room: QRect, cell: Cell, face: QFont, side: Qt.AlignmentFlag
    ) -> int:
        painter.setFont(face)
        painter.setPen(QColor(self._ink(cell)))
        shown = _elided(painter, cell.text, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return painter.fontMetrics().horizontalAdvance(shown)

    def _paint_note(self, painter: QPainter, room: QRect, note: str, side: Qt.AlignmentFlag) -> int:
        painter.setFont(font(Role.SMALL))
        painter.setPen(QColor(self._theme.tokens.soft))
        shown = _elided(painter, note, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return painter.fontMetrics().horizontalAdvance(shown)

    def _paint_mark(self, painter: QPainter, left: int, room: QRect, cell: Cell) -> None:
        top = room.center().y() - ICON / 2 + 1
        paint_icon(painter, cell.mark, QRectF(left, top, ICON, ICON), self._ink(cell))

    def _ink(self, cell: Cell) -> str:
        tokens = self._theme.tokens
        if cell.tone is not None:
            return ink(tokens, cell.tone)
        return tokens.soft if cell.soft else tokens.text


def _elided(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))
