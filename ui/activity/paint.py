"""How a line of the list is painted: hairlines, quiet inks, an icon, a chip for the outcome."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from ui.activity.model import KEY, ROW
from ui.activity.rows import ActivityRow
from ui.theme.fonts import Role, font
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.theme.tokens import edge, ground, ink
from ui.theme.tone import Tone
from ui.widgets.hatch import fill_hatched

HEIGHT = 36
_ICON = 15
_SIDE = 8
_CHIP = 22
_LOUD = frozenset({"with", "billed"})

Index = QModelIndex | QPersistentModelIndex


class ActivityPainter(QStyledItemDelegate):
    """Paints a cell from its whole line; one that is on its way is a quiet bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._body, self._small = font(Role.BODY), font(Role.SMALL)
        self._metrics = QFontMetrics(self._body), QFontMetrics(self._small)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        return QSize(self._metrics[0].horizontalAdvance(text) + 2 * _SIDE + 4, HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, place = self._theme.tokens, QRect(option.rect)
        row, key = index.data(ROW), str(index.data(KEY))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(tokens.accent_ground))
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        room = place.adjusted(_SIDE, 0, -_SIDE, 0)
        if not isinstance(row, ActivityRow):
            self._paint_waiting(painter, room, key)
        elif key == "way":
            square = QRectF(room.left(), room.center().y() - _ICON / 2 + 1, _ICON, _ICON)
            paint_icon(painter, row.mark, square, tokens.soft)
        elif key == "kind":
            self._paint_chip(painter, room, row)
        else:
            text = row.when if key == "when" and _is_on_top(option) else row.texts[key]
            self._paint_text(painter, room, text, index, loud=key in _LOUD)
        self._paint_ring(painter, option, index)

    def _paint_ring(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ring the line that has the keyboard, cell by cell."""
        view = _view(option)
        if view is None or not view.hasFocus() or view.currentIndex().row() != index.row():
            return
        painter.setPen(QPen(QColor(self._theme.tokens.accent), 2))
        place = QRect(option.rect).adjusted(0, 1, 0, -1)
        painter.drawLine(place.topLeft(), place.topRight())
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        if index.column() == 0:
            painter.drawLine(place.topLeft(), place.bottomLeft())
        if index.column() == index.model().columnCount() - 1:
            painter.drawLine(place.topRight(), place.bottomRight())

    def _paint_text(
        self, painter: QPainter, room: QRect, text: str, index: Index, *, loud: bool
    ) -> None:
        tokens = self._theme.tokens
        painter.setFont(self._body)
        painter.setPen(QColor(tokens.text if loud else tokens.soft))
        flat = " ".join(text.split())
        shown = self._metrics[0].elidedText(flat, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), shown)

    def _paint_chip(self, painter: QPainter, room: QRect, row: ActivityRow) -> None:
        tokens, metrics = self._theme.tokens, self._metrics[1]
        text = metrics.elidedText(
            row.texts["kind"], Qt.TextElideMode.ElideRight, max(0, room.width() - 2 * 9)
        )
        top = room.center().y() - _CHIP / 2 + 1
        place = QRectF(room.left(), top, metrics.horizontalAdvance(text) + 18, _CHIP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(place, _CHIP / 2, _CHIP / 2)
        if row.tone is Tone.BILLED:
            # Hatching, so that what costs money is told without its colour too.
            fill_hatched(painter, path, edge(tokens, row.tone), ground(tokens, row.tone))
        else:
            painter.fillPath(path, QColor(ground(tokens, row.tone)))
        painter.setFont(self._small)
        colour = tokens.text if row.tone is Tone.BILLED else ink(tokens, row.tone)
        painter.setPen(QColor(colour))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def _paint_waiting(self, painter: QPainter, room: QRect, key: str) -> None:
        if key == "way":
            return
        bar = QRectF(room.left(), room.center().y() - 4, min(room.width(), 60), 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.track))
        painter.drawRoundedRect(bar, 4, 4)


def _view(option: QStyleOptionViewItem) -> QTableView | None:
    widget = option.widget
    return widget if isinstance(widget, QTableView) else None


def _is_on_top(option: QStyleOptionViewItem) -> bool:
    """Whether the cell is in the uppermost line in sight, which always tells its day."""
    return QRect(option.rect).top() <= 0
