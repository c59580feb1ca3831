"""How a line of the list is painted: hairlines, quiet inks, an icon for the direction."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.entries.model import ROW, Column
from ui.entries.state import EntryRow
from ui.theme.fonts import Role, font
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.theme.tokens import Tokens
from ui.theme.tone import Tone
from ui.widgets.elide import elide_mode
from ui.widgets.line import paint_ground

_ICON = 15
_HEIGHT = 36
_SIDE = 8
_LOUD = frozenset({Column.WITH, Column.COUNTED})


class EntryPainter(QStyledItemDelegate):
    """Paints cells from the whole line, so that every cell may know its outcome."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        metrics = QFontMetrics(font(Role.STRONG))  # the widest a cell is painted in
        width = metrics.horizontalAdvance(text) + 2 * _SIDE + 4
        extra = _ICON + 8 if index.column() == Column.WITH else 0
        return QSize(width + extra, _HEIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry = index.data(ROW)
        if not isinstance(entry, EntryRow):
            return
        painter.save()
        place = paint_ground(painter, option, self._theme.tokens)
        self._paint_text(painter, place, entry, index)
        painter.restore()

    def _paint_text(
        self,
        painter: QPainter,
        place: QRect,
        entry: EntryRow,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens, column = self._theme.tokens, Column(index.column())
        room = place.adjusted(_SIDE, 0, -_SIDE, 0)
        if column is Column.WITH:
            square = QRectF(room.left(), room.center().y() - _ICON / 2 + 1, _ICON, _ICON)
            paint_icon(painter, entry.mark, square, tokens.soft)
            room.setLeft(room.left() + _ICON + 8)
        painter.setFont(_weighted(painter.font(), entry, column))
        painter.setPen(QColor(_ink(tokens, entry, column)))
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        shown = painter.fontMetrics().elidedText(text, elide_mode(text), room.width())
        painter.drawText(room, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), shown)


def _ink(tokens: Tokens, entry: EntryRow, column: Column) -> str:
    if column is Column.COUNTED and entry.tone in (Tone.BILLED, Tone.STOP):
        return tokens.billed
    if column is Column.COUNTED and entry.tone is Tone.QUIET:
        return tokens.soft
    return tokens.text if column in _LOUD else tokens.soft


def _weighted(face: QFont, entry: EntryRow, column: Column) -> QFont:
    """Strong where it cost money, so that the colour does not stand alone."""
    if column is Column.COUNTED and entry.tone in (Tone.BILLED, Tone.STOP):
        face.setWeight(QFont.Weight.DemiBold)
    return face
