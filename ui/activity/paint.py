"""How a line of the list is painted: hairlines, quiet inks, an icon, a chip for the outcome."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.activity.model import ActivityModel
from ui.activity.rows import ActivityRow
from ui.theme.fonts import Role, font
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.theme.tokens import Tokens, edge, ground, ink
from ui.theme.tone import Tone
from ui.widgets.elide import elide_mode
from ui.widgets.hatch import fill_hatched

#: The least height of a line, and what is at least around its text, in px.
HEIGHT, _AROUND = 36, 12
_ICON = 15
_SIDE = 8
_CHIP = 22
#: So much of each end of a hatched chip is hatched, in px.
_PLATE = 6
#: Where no word has room an icon says what became of an entry.
_SIGNS = {
    Tone.PLAIN: "tick",
    Tone.NEAR: "near",
    Tone.STOP: "stop",
    Tone.BILLED: "billed",
    Tone.QUIET: "nothing",
}
#: Where a chip has less room than this, it has its icon alone, in px.
_WORD = 60
_LOUD = frozenset({"with", "billed"})

Index = QModelIndex | QPersistentModelIndex


class _Inks(NamedTuple):
    """The pens of a theme, made once: a frame has more than a hundred cells."""

    tokens: Tokens
    hairline: QPen
    loud: QPen
    soft: QPen
    chosen: QColor


class ActivityPainter(QStyledItemDelegate):
    """Paints a cell from its whole line; one that is on its way is a quiet bar.

    ``ringed``: the line that has the keyboard, -1 for none.
    """

    def __init__(self, theme: Theme, lines: ActivityModel) -> None:
        super().__init__()
        self.ringed = -1
        self._theme, self._lines = theme, lines
        self._inks: _Inks | None = None
        self.measure()
        self._icons: dict[tuple[str, str, float], QPixmap] = {}

    def measure(self) -> None:
        """Take the fonts as they are now: text may have another size."""
        self._body, self._small = font(Role.BODY), font(Role.SMALL)
        self._metrics = QFontMetrics(self._body), QFontMetrics(self._small)
        self.height = max(HEIGHT, self._metrics[0].height() + _AROUND)
        self._chip = max(_CHIP, self._metrics[1].height() + 2)
        # Most texts of a frame were in the one before.
        self._elided = lru_cache(2_000)(self._elide)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        return QSize(self._metrics[0].horizontalAdvance(text) + 2 * _SIDE + 4, self.height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        # Not through the index: on its way through Qt every value costs as much as the painting.
        at, column, inks = index.row(), index.column(), self._inks_now()
        row, key, place = self._lines.row(at), self._lines.key(column), QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, inks.chosen)
        painter.setPen(inks.hairline)
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        room = place.adjusted(_SIDE, 0, -_SIDE, 0)
        if row is None:
            self._paint_waiting(painter, room, key)
        elif key == "way":
            self._paint_icon(painter, room, row.mark)
        elif key == "kind":
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_chip(painter, room, row, chosen=chosen)
        else:
            text = row.when if key == "when" and place.top() <= 0 else row.texts[key]
            painter.setFont(self._body)
            painter.setPen(inks.loud if key in _LOUD else inks.soft)
            shown = self._elided(text, room.width())
            painter.drawText(room, self._lines.alignment(column), shown)
        if at == self.ringed:
            self._paint_ring(painter, place, column)

    def _paint_ring(self, painter: QPainter, place: QRect, column: int) -> None:
        """Ring the line that has the keyboard, cell by cell."""
        painter.setPen(QPen(QColor(self._theme.tokens.accent), 2))
        place = place.adjusted(0, 1, 0, -1)
        painter.drawLine(place.topLeft(), place.topRight())
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        if column == 0:
            painter.drawLine(place.topLeft(), place.bottomLeft())
        if column == self._lines.columnCount() - 1:
            painter.drawLine(place.topRight(), place.bottomRight())

    def _paint_icon(self, painter: QPainter, room: QRect, name: str) -> None:
        colour, ratio = self._theme.tokens.soft, painter.device().devicePixelRatioF()
        drawn = self._icons.get((name, colour, ratio))
        if drawn is None:
            drawn = self._icons[name, colour, ratio] = _drawn(name, colour, ratio)
        painter.drawPixmap(room.left(), room.center().y() - _ICON // 2 + 1, drawn)

    def _inks_now(self) -> _Inks:
        tokens = self._theme.tokens
        if self._inks is None or self._inks.tokens is not tokens:
            self._inks = _Inks(
                tokens, QPen(QColor(tokens.hairline), 1), QPen(QColor(tokens.text)),
                QPen(QColor(tokens.soft)), QColor(tokens.accent_ground),
            )  # fmt: skip
        return self._inks

    def _elide(self, text: str, room: int) -> str:
        flat = " ".join(text.split())
        return self._metrics[0].elidedText(flat, elide_mode(flat), room)

    def _paint_chip(
        self, painter: QPainter, room: QRect, row: ActivityRow, *, chosen: bool
    ) -> None:
        tokens, metrics = self._theme.tokens, self._metrics[1]
        # An icon stands for the word, which is told on hover, aloud and in the receipt.
        fits = room.width() >= _WORD
        text = row.texts["kind"] if fits else ""
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width() - 2 * 9))
        top = room.center().y() - self._chip / 2 + 1
        width = metrics.horizontalAdvance(text) + 18 if fits else min(28, room.width())
        place = QRectF(room.left(), top, width, self._chip)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(place, self._chip / 2, self._chip / 2)
        if row.tone is Tone.BILLED:
            # Hatching, so that what costs money is told without its colour too.
            fill_hatched(painter, path, edge(tokens, row.tone), ground(tokens, row.tone))
            # At its ends alone: a word on stripes is hard to read, in high contrast impossible.
            painter.fillRect(
                place.adjusted(_PLATE, 0, -_PLATE, 0), QColor(ground(tokens, row.tone))
            )
        else:
            # On a chosen line the plain ground would be that of the line itself.
            plain = chosen and row.tone is Tone.PLAIN
            painter.fillPath(path, QColor(tokens.card if plain else ground(tokens, row.tone)))
        painter.setFont(self._small)
        colour = tokens.text if row.tone is Tone.BILLED else ink(tokens, row.tone)
        painter.setPen(QColor(colour))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        if not fits:
            square = QRectF(place.center().x() - 6.5, place.center().y() - 6.5, 13, 13)
            paint_icon(painter, _SIGNS[row.tone], square, colour)
        painter.restore()

    def _paint_waiting(self, painter: QPainter, room: QRect, key: str) -> None:
        if key == "way":
            return
        bar = QRectF(room.left(), room.center().y() - 4, min(room.width(), 60), 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.track))
        painter.drawRoundedRect(bar, 4, 4)


def _drawn(name: str, colour: str, ratio: float) -> QPixmap:
    """Draw an icon once, for as many lines as show it."""
    drawn = QPixmap(QSize(_ICON, _ICON) * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint_icon(painter, name, QRectF(0, 0, _ICON, _ICON), colour)
    painter.end()
    return drawn
